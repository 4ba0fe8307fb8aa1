import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';
import {
  KnownTokens,
  semanticTokensIn,
  semanticTokensLegend,
  semanticTokensOf,
  semanticTokensSince,
} from '../../src/features/semantic-tokens';
import { marksIn } from '../../src/features/token-marks';
import { DealDocument } from '../../src/language/document';
import { projectOf, uriOf } from '../project-fixture';
import { anyText, propertyRuns } from '../language/random-text';
import { afterEdits } from './edited-document';

interface ReadToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** Reads the protocol’s relative encoding. */
function tokensOf(document: DealDocument): ReadToken[] {
  return tokensIn(semanticTokensOf(document));
}

function tokensIn({ data }: SemanticTokens): ReadToken[] {
  const { tokenTypes, tokenModifiers } = semanticTokensLegend;
  const tokens: ReadToken[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = -1, bits = 0] = data.slice(at, at + 5);
    line += lines;
    character = lines === 0 ? character + columns : columns;
    const modifiers = tokenModifiers.filter((_, bit) => (bits >> bit) % 2 === 1);
    tokens.push({ line, character, length, type: tokenTypes[type] ?? '', modifiers });
  }
  return tokens;
}

/** Checks the coloured words of a text: `word type.modifier`, all of them in their order. */
function checkTokens(text: string, ...expected: string[]): void {
  const lines = text.split(/\r\n|\r|\n/);
  const found = tokensOf(DealDocument.parse(text)).map(({ line, character, length, type, modifiers }) =>
    [`${lines[line]?.slice(character, character + length)} ${type}`, ...modifiers].join('.'),
  );
  assert.deepEqual(found, expected);
}

/** Checks the words of `main.deal` that are marked by what declarations say of them: `word.mark`. */
function checkMarks(files: Readonly<Record<string, string>>, ...expected: string[]): void {
  const { project } = projectOf(files);
  const document = project.document(uriOf('main.deal'))!;
  const lines = document.text.split('\n');
  const found = tokensIn(semanticTokensOf(document, new KnownTokens(), marksIn(project))).flatMap(
    ({ line, character, length, modifiers }) => {
      const marks = modifiers.filter((name) => ['disputed', 'rumored', 'terminated'].includes(name));
      const word = lines[line]?.slice(character, character + length);
      return marks.length > 0 ? [[word, ...marks].join('.')] : [];
    },
  );
  assert.deepEqual(found, expected);
}

/** The tokens that a client has after an answer about what has changed. */
function applied(before: readonly number[], answer: SemanticTokens | SemanticTokensDelta): number[] {
  if ('data' in answer) return answer.data;
  const data = [...before];
  for (const { start, deleteCount, data: inserted = [] } of answer.edits) {
    data.splice(start, deleteCount, ...inserted);
  }
  return data;
}

describe('semantic tokens', () => {
  it('mark deals that are only talked about or over, and what somebody disputes', () => {
    const deal = (name: string, status: string) => `loan ${name}: A -> B { amount $1B; ${status} }\n`;
    checkMarks(
      {
        'main.deal':
          deal('Rumor', 'status talks') +
          deal('Past', 'status withdrawn on 2024') +
          deal('Done', 'status closed'),
      },
      'Rumor.rumored',
      'Past.terminated',
    );
    checkMarks(
      {
        'main.deal':
          'venture V {\n  budget $1B..$2B\n  member A\n}\nloan L: A -> B { amount $1B }\ncompany A',
        'claims.deal':
          'claim C: A disputes V.budget\nclaim D: A denies L\nclaim M: A denies V.member { about B }\nclaim E: A confirms A',
      },
      'V.disputed',
      ...['$', '1B', '..', '$', '2B'].map((part) => `${part}.disputed`),
      'L.disputed',
    );
    // As of a day on which nothing was known of it.
    checkMarks({ 'main.deal': deal('Later', 'status closed on 2024; status terminated on 2030') });
  });

  it('colour names by what they declare, and references alike', () => {
    checkTokens(
      'round E "Series E": A -> "8VC" { amount ~$2B per ft; type series-e; relates D; note "x" }',
      'round keyword',
      'E function.declaration',
      '"Series E" string',
      'A class',
      '-> operator',
      '"8VC" class',
      'amount property',
      '~ number',
      '$ number',
      '2B number',
      'per keyword',
      'ft variable',
      'type property',
      'series-e enumMember',
      'relates property',
      'D function',
      'note property',
      '"x" string',
    );
  });

  it('colour claims, currencies and what is not known', () => {
    checkTokens(
      'claim C: Musk disputes V.budget',
      'claim keyword',
      'C variable.declaration',
      'Musk class',
      'disputes keyword',
      'V variable',
      'budget property',
    );
    checkTokens(
      'fx EURUSD: EUR -> USD',
      'fx keyword',
      'EURUSD variable.declaration',
      'EUR enumMember',
      '-> operator',
      'USD enumMember',
    );
    checkTokens(
      'grant G: undisclosed -> A',
      'grant keyword',
      'G function.declaration',
      'undisclosed enumMember',
      '-> operator',
      'A class',
    );
  });

  it('split what goes over several lines', () => {
    checkTokens(
      '/* a\r\n\r\n b */ company A { note """\r\n  c\r\n""" }',
      '/* a comment',
      ' b */ comment',
      'company keyword',
      'A class.declaration',
      'note property',
      '""" string',
      '  c string',
      '""" string',
    );
  });

  it('look for disputes among the claims, not among all that mentions a name', () => {
    const { project } = projectOf({
      'main.deal': 'company A\ninvestment D: A -> A\nclaim C: A disputes D',
    });
    const asked: string[] = [];
    const mentionsOf = project.mentionsOf.bind(project);
    project.mentionsOf = (name) => (asked.push(name), mentionsOf(name));
    const marks = marksIn(project);
    project.document(uriOf('main.deal'))!.items.forEach((item) => marks(item));
    assert.deepEqual(asked, ['D']);
  });

  it('tell documentation from remarks', () => {
    checkTokens(
      '/// a\n// b\nresource r',
      '/// a comment.documentation',
      '// b comment',
      'resource keyword',
      'r enumMember.declaration',
    );
  });

  it('colour what they can of a broken line', () => {
    checkTokens(
      'company A { founded , "x" 5 }',
      'company keyword',
      'A class.declaration',
      'founded property',
      '"x" string',
      '5 number',
    );
    checkTokens('compny A', 'A variable.declaration');
  });

  it('are the same for an item wherever it moves', () => {
    const text = 'company A { founded 2021 }\nfund B { aka "C" }\n';
    const document = DealDocument.parse(text);
    tokensOf(document);
    for (const inserted of ['\n', 'company X\n', '/* a */ ', 'company A {} ']) {
      const edited = document.replace(0, 0, inserted);
      assert.deepEqual(tokensOf(edited), tokensOf(DealDocument.parse(inserted + text)));
    }
  });

  it('are after any edits, put together from what has changed, what they are without any memory', () => {
    afterEdits(() => {
      const known = new KnownTokens();
      let resultId: string | undefined;
      let data: number[] = [];
      return (document) => {
        const answer =
          resultId === undefined
            ? semanticTokensOf(document, known)
            : semanticTokensSince(document, resultId, known);
        assert.equal('edits' in answer, resultId !== undefined);
        assert.notEqual(answer.resultId, resultId);
        data = applied(data, answer);
        resultId = answer.resultId;
        assert.deepEqual(data, semanticTokensOf(document).data);
      };
    });
  });

  it('say nothing where nothing has changed, one edit where something has, and all to who has something older', () => {
    const known = new KnownTokens();
    const document = DealDocument.parse('company A { founded 2021 }\nfund B { aka "C" }\ncompany D\n');
    const first = semanticTokensOf(document, known);
    const same = semanticTokensSince(document, first.resultId!, known);
    assert.ok('edits' in same);
    assert.deepEqual(same.edits, []);
    const edited = document.replace(30, 30, 'Long ');
    const changed = semanticTokensSince(edited, same.resultId!, known);
    assert.ok('edits' in changed);
    assert.equal(changed.edits.length, 1);
    assert.ok(changed.edits[0]!.data!.length < 20);
    const late = semanticTokensSince(edited, first.resultId!, known);
    assert.ok('data' in late);
    assert.deepEqual(late.data, semanticTokensOf(edited).data);
    assert.ok('data' in semanticTokensSince(edited, late.resultId!, new KnownTokens()));
  });

  it('are in a range those of its lines', () => {
    const lines = fc.tuple(fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(anyText, lines, (text, [start, height]) => {
        const document = DealDocument.parse(text);
        const range = {
          start: { line: start, character: 3 },
          end: { line: start + height, character: 0 },
        };
        assert.deepEqual(
          tokensIn(semanticTokensIn(document, range)),
          tokensOf(document).filter(({ line }) => line >= start && line <= start + height),
        );
      }),
      { numRuns: propertyRuns },
    );
  });

  it('stand in any text in order, inside their lines, and never overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        let last: ReadToken | undefined;
        for (const token of tokensOf(DealDocument.parse(text))) {
          const { line, character, length, type } = token;
          assert.ok(length > 0 && character + length <= (lines[line]?.length ?? 0), JSON.stringify(token));
          assert.ok(type);
          assert.ok(!last || line > last.line || character >= last.character + last.length);
          last = token;
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});
