import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newDeal } from '../../../src/features/picture/new-deal';
import { Refused } from '../../../src/features/refused';
import { withoutPlaces } from '../../../src/features/snippet-text';
import { quote } from '../../../src/language/quote';
import { interpret } from '../../../src/model/interpret';
import { drawnKinds, type DrawnKind } from '../../../src/protocol';
import { dealText, propertyRuns, validText } from '../../language/random-text';
import { projectOf, uriOf } from '../../project-fixture';
import { inserted } from './snippet';

interface Drawn {
  /** The files as they are then. */
  readonly texts: Record<string, string>;
  /** Where it was put, and what. */
  readonly uri: string;
  readonly offset: number;
  readonly text: string;
  readonly places: readonly string[];
}

function draw(files: Readonly<Record<string, string>>, kind: DrawnKind, from: string, to: string): Drawn {
  const { project } = projectOf(files);
  const { uri, position, snippet } = newDeal(project, { kind, from, to });
  const document = project.document(uri)!;
  const offset = document.offsetAt(position);
  const { text, places } = inserted(snippet);
  assert.equal(withoutPlaces(snippet), text);
  const name = uri.replace(uriOf(''), '');
  return {
    texts: { ...files, [name]: document.replace(offset, offset, text).text },
    uri,
    offset,
    text,
    places,
  };
}

/** Checks where an investment of `A` in `B` is put: the mark `§` stands for it, without the line breaks around it. */
function checkPlace(files: string | Readonly<Record<string, string>>, from = 'A', to = 'B'): void {
  const marked = typeof files === 'string' ? { 'main.deal': files } : files;
  const without = Object.fromEntries(
    Object.entries(marked).map(([name, text]) => [name, text.replace(/(?:\r?\n){0,2}§(?:\r?\n){0,2}/, '')]),
  );
  // What stands before and behind the mark tells the file without it: one line break of those around it.
  const plain = Object.fromEntries(
    Object.entries(marked).map(([name, text]) => [name, unmarked(text, without[name]!)]),
  );
  const { texts, text } = draw(plain, 'investment', from, to);
  const deal = text.trim();
  const shown = Object.fromEntries(
    Object.entries(texts).map(([name, own]) => [name, own.replace(deal, '§')]),
  );
  assert.deepEqual(shown, marked);
}

/** The text without a mark and the lines that it brought. */
function unmarked(text: string, without: string): string {
  if (!text.includes('§')) return text;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const [before = '', behind = ''] = text.split('§').map((part) => part.replaceAll('\r\n', '\n'));
  const joined = `${before.replace(/\n\n$/, '\n')}${behind.replace(/^\n/, '')}`;
  return without === '' ? '' : joined.replaceAll('\n', lineBreak);
}

function checkRefused(
  files: Readonly<Record<string, string>>,
  from: string,
  to: string,
  reason: RegExp,
): void {
  assert.throws(
    () => newDeal(projectOf(files).project, { kind: 'loan', from, to }),
    (error) => error instanceof Refused && reason.test(error.message),
  );
}

describe('a new deal from a picture', () => {
  it('is set as its kind is, with a name of both, places to fill in, and the day', () => {
    const text = (kind: DrawnKind) => draw({ 'a.deal': '' }, kind, 'Amazon', 'Anthropic').text;
    assert.equal(
      text('investment'),
      'investment AmazonAnthropic: Amazon -> Anthropic {\n\tamount undisclosed\n\tstatus announced on 2025-01-31\n}\n',
    );
    assert.equal(
      text('round'),
      [
        'round AmazonAnthropic: Amazon -> Anthropic {',
        '\tamount undisclosed',
        '\tstatus announced on 2025-01-31',
        '}\n',
      ].join('\n'),
    );
    assert.equal(
      text('merger'),
      'merger AmazonAnthropic: Amazon <-> Anthropic {\n\tstatus announced on 2025-01-31\n}\n',
    );
    assert.deepEqual(draw({ 'a.deal': '' }, 'supply', 'A', 'B').places, [
      'AB',
      'compute',
      'announced',
      '2025-01-31',
    ]);
  });

  it('has a name that nothing has, of any letters', () => {
    const name = (text: string, from: string, to: string) =>
      draw({ 'a.deal': text }, 'loan', from, to).places[0];
    assert.equal(name('loan AB: A -> B', 'A', 'B'), 'AB2');
    assert.equal(name('loan AB: A -> B\nloan AB2: A -> B', 'A', 'B'), 'AB3');
    assert.equal(name('', '8VC', 'B'), '"8VCB"');
    assert.equal(name('', 'Two Words', 'x.y'), 'TwoWordsxy');
    assert.equal(name('', '$', '}'), 'Deal');
    assert.equal(name('', 'हिन्दी', 'बैंक'), 'हिन्दीबैंक');
    assert.equal(name('', 'פלוני', 'אלמוני'), 'פלוניאלמוני');
    assert.equal(name('', 'com', 'pany'), 'company-2');
  });

  it('stands behind the last deal between the two', () => {
    checkPlace('loan L: A -> B\n\n§\n\nloan M: C -> B\n');
    checkPlace('loan L: A -> B\n\nloan M: B -> A { lead X }\n\n§\n\nloan N: C -> B\n');
    checkPlace('loan L: A -> B\n\n§\n');
    checkPlace({ 'a.deal': 'loan L: A -> B\n\n§\n', 'z.deal': 'loan M: C -> B\n' });
  });

  it('stands behind the last deal of the receiver, else of the giver', () => {
    checkPlace({ 'a.deal': 'loan L: C -> B\n\n§\n', 'z.deal': 'loan M: A -> C\n' });
    checkPlace({ 'a.deal': 'loan L: A -> C\n\n§\n', 'z.deal': 'loan M: D -> E\n' });
  });

  it('stands where deals are kept, else where the receiver is declared', () => {
    checkPlace({
      'a.deal': 'loan L: C -> D\n\nloan M: C -> D\n\n§\n',
      'z.deal': 'company A\ncompany B\ncompany C\nloan N: C -> D\n',
    });
    checkPlace({ 'a.deal': 'company A\n', 'z.deal': 'company B\n\n§\n' });
    checkPlace({ 'a.deal': 'company A\n\n§\n', 'z.deal': '' });
    checkPlace({ 'a.deal': '§\n' });
  });

  it('keeps the line breaks and the comments of the file, and blank lines around it', () => {
    checkPlace('loan L: A -> B {\r\n}\r\n\r\n§\r\n\r\nloan M: C -> D\r\n');
    checkPlace('loan L: A -> B // the first\n// and more of it\n\n§\n\n// of M\nloan M: C -> D\n');
    checkPlace('loan L: A -> B\n\n§\n\n// of M\nloan M: C -> D\n');
    checkPlace('loan L: A -> B\n\n§\n\n/// Documents M.\nloan M: C -> D\n');
    checkPlace('loan L: A -> B; loan M: C -> D\n\n§\n\nloan N: C -> D\n');
    assert.equal(draw({ 'a.deal': 'loan L: A -> B' }, 'loan', 'A', 'B').text.slice(0, 7), '\n\nloan ');
    assert.equal(draw({ 'a.deal': 'loan L: A -> B\n\n\n' }, 'loan', 'A', 'B').text.at(-1), '\n');
  });

  it('leaves regions that are about something else', () => {
    const region = (rest: string) => `// #region Loans\nloan L: C -> B\n${rest}\n`;
    checkPlace(region('\nloan M: C -> D\n// #endregion\n\n§'));
    checkPlace(region('\nloan M: C -> D\n// #endregion\n\n§\n\ncompany C'));
    checkPlace(region('\n§\n\n// #endregion\ncompany C'));
    checkPlace(region('\nloan M: A -> B\n\n§\n\nloan N: C -> D\n// #endregion'));
    checkPlace(
      '// #region all\n// #region of B\nloan L: C -> B\n\n§\n\n// #endregion\nloan M: C -> D\n// #endregion\n',
    );
    checkPlace(
      '// #region all\n// #region some\nloan L: C -> D\n// #endregion\nloan M: C -> D\n// #endregion\n\n§\n',
    );
    // A region that is never closed cannot be left.
    checkPlace('// #region all\nloan L: C -> D\n\nloan M: C -> B\n\n§\n');
  });

  it('is not swallowed by what is never closed', () => {
    checkPlace('company A /* never closed\n\n§\n');
    checkPlace('venture B { member A\n\n§\n');
    // What would close it is in a name.
    const files = { 'a.deal': 'company B /* never closed', 'b.deal': '' };
    assert.equal(draw(files, 'loan', 'A*/', 'B').uri, uriOf('b.deal'));
    assert.match(draw({ 'a.deal': files['a.deal'] }, 'loan', 'A*/', 'B').texts['a.deal']!, /^loan AB: /);
    checkRefused({}, 'A', 'B', /no file/);
  });

  it('is between ventures and people who are not declared as well, and nobody else', () => {
    const files = { 'a.deal': 'venture V { member A }\nsource S\nproject P: A\nloan L: A -> B\n' };
    assert.match(draw(files, 'loan', 'V', 'Nobody').text, /loan VNobody: V -> Nobody/);
    assert.match(draw(files, 'loan', 'undisclosed', 'company').text, /: "undisclosed" -> "company" \{/);
    checkRefused(files, 'A', 'A', /itself/);
    checkRefused(files, 'A', 'S', /S stands for no party.*source/);
    checkRefused(files, 'P', 'B', /P stands for no party.*project/);
    checkRefused(files, 'L', 'B', /L stands for no party.*loan/);
    checkRefused(files, '', 'B', /name/);
  });

  it('is a deal between exactly the two, whatever they are called, and nothing else is touched', () => {
    const name = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
        fc.string({ unit: fc.constantFrom(...'ab"\\${}|,:.-/ \n\t'), minLength: 1, maxLength: 8 }),
        fc.constantFrom(
          'undisclosed',
          'company',
          'per',
          '8VC',
          'פלוני אלמוני',
          'محمد',
          '$1',
          '${1:x}',
          '2025-01',
          '//',
        ),
      )
      .filter((text) => text.trim() !== '');
    const texts = fc.array(fc.oneof(validText, dealText), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        name,
        name,
        fc.constantFrom(...drawnKinds),
        texts,
        fc.boolean(),
        (from, to, kind, all, crlf) => {
          fc.pre(from !== to);
          const own = `loan "Own one": ${quote(from)} -> C\nloan "Own two": C -> ${quote(to)} // kept\n`;
          const files = Object.fromEntries(
            [...all, own].map((text, at) => [`${at}.deal`, crlf ? text.replaceAll(/\r?\n/g, '\r\n') : text]),
          );
          const { project } = projectOf(files);
          const known = [from, to].map((party) => project.find(party)?.kind);
          fc.pre(known.every((each) => each === undefined || each === 'company' || each === 'venture'));
          const { texts: changed, uri, offset, text } = draw(files, kind, from, to);
          const file = uri.replace(uriOf(''), '');
          const before = files[file]!;
          assert.equal(changed[file], before.slice(0, offset) + text + before.slice(offset));
          const { project: after } = projectOf({ ...changed });
          const document = after.document(uri)!;
          const item = document.item(document.indexAt(offset + text.length - text.trimStart().length))!;
          assert.ok(item.isSound, text);
          const deal = interpret(item)!;
          assert.equal(deal.kind, kind);
          assert.deepEqual(
            [...deal.left, ...deal.right],
            [from.replaceAll('\r', '\n'), to.replaceAll('\r', '\n')],
          );
          assert.equal(after.declarationsOf(deal.name).length, 1);
          assert.equal(after.declarationCount, project.declarationCount + 1);
        },
      ),
      { numRuns: propertyRuns },
    );
  });
});
