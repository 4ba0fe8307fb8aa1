import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodeActionKind } from 'vscode-languageserver-types';
import { checks } from '../../../src/checks/registry';
import { actionsAt } from '../../../src/features/actions/actions';
import { isWanted } from '../../../src/features/actions/kinds';
import { projectOf, uriOf } from '../../project-fixture';
import { anyText, propertyRuns } from '../../language/random-text';
import { applied, checkAction, checkNotOffered, requestAt, requestIn, titlesIn } from './check-action';

const title = 'Fix all that is certain in this file';
const deal = (...lines: string[]) =>
  `company Google\ncompany Anthropic\n\ninvestment D: Google -> Anthropic {\n${lines.map((line) => `  ${line}\n`).join('')}  per <https://x.example>\n}\n`;

/** Holds each of what is certain. */
const mendedText = `${deal('amount $2B..$1B', 'stake 20%..10%', 'paid $1 billion on 2024', 'stauts closed', 'amount $2B..$1B')}round R: Google, Google -> Anthropic { per <https://x.example> }\ncompany A { lei "5493 006mhb84dd0zwv18" }\n`;

describe('fixing all of a file', () => {
  it('mends what is certain, and leaves what has to be looked at', () => {
    checkAction(
      `$0${mendedText}`,
      title,
      `${deal('amount $1B..$2B', 'stake 10%..20%', 'paid $1B on 2024', 'stauts closed')}round R: Google -> Anthropic { per <https://x.example> }\ncompany A { lei "5493006MHB84DD0ZWV18" }\n`,
    );
  });

  it('is asked for by its kind, and not offered by itself where nobody asks', () => {
    const text = `$0${deal('amount $2B..$1B')}`;
    const titles = (only: string[] | undefined, isAutomatic = false) =>
      titlesIn(text, { ...(only && { only }), isAutomatic });
    for (const only of ['source', 'source.fixAll', 'source.fixAll.dealgraph', ''])
      assert.ok(titles([only]).includes(title), only);
    for (const only of ['source.fixAll.eslint', 'source.fix', 'quickfix', 'refactor'])
      assert.ok(!titles([only]).includes(title), only);
    assert.ok(titles(undefined).includes(title));
    assert.ok(!titles(undefined, true).includes(title));
    assert.ok(titles(['source.fixAll'], true).includes(title), 'as editors ask on saving');
  });

  it('is asked for by the check it mends, as for saving, where one finding is enough', () => {
    const only = ['source.fixAll.dealgraph.impossible-figure'];
    const text = deal('amount $0$2B..$1B', 'paid $1 billion');
    checkAction(
      text,
      'Fix all “impossible-figure” in this file',
      deal('amount $1B..$2B', 'paid $1 billion'),
      { only, isAutomatic: true },
    );
    const kinds = actionsAt(requestIn(text, { only })).map(({ kind }) => kind);
    assert.deepEqual(kinds, only);
    for (const other of [
      'source.fixAll.dealgraph.lei',
      'source.fixAll.dealgraph.',
      'source.fixAll.dealgraphs',
    ])
      assert.deepEqual(titlesIn(text, { only: [other] }), [], other);
  });

  it('mends what stands side by side at once, and keeps comments', () => {
    const parties = 'company A\ncompany B\n\n';
    const body = '{ amount $1B per <https://x.example> }\n';
    checkAction(`$0${parties}round X: A, A, A -> B ${body}`, title, `${parties}round X: A -> B ${body}`);
    for (const between of [', // the lead\n  ', ', /* the lead */ ', ' /* the lead */, '])
      checkNotOffered(`$0${parties}round X: A${between}A -> B ${body}`, /^Fix all/);
  });

  it('is not offered where nothing is certain', () => {
    checkNotOffered(`$0${deal('stauts closed')}`, /^Fix all/);
    checkNotOffered('$0', /^Fix all/);
  });

  it('leaves alone what a comment silences', () => {
    checkNotOffered(
      `$0${deal('amount $2B..$1B // dealgraph-ignore impossible-figure: as the source has it')}`,
      /^Fix all/,
    );
  });

  it('is offered for one sort of problem where there are several', () => {
    checkAction(
      deal('amount $0$2B..$1B', 'stake 20%..10%', 'paid $1 billion'),
      'Fix all “impossible-figure” in this file',
      deal('amount $1B..$2B', 'stake 10%..20%', 'paid $1 billion'),
    );
    checkNotOffered(deal('amount $0$2B..$1B', 'paid $1 billion'), /^Fix all “/);
  });

  it('is edits that do not overlap and change something, in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const start = { line: 0, character: 0 };
        const request = requestAt({ 'main.deal': text }, 'main.deal', { start, end: start });
        for (const action of actionsAt({ ...request, only: [CodeActionKind.SourceFixAll] })) {
          assert.ok(action.edit);
          assert.notDeepEqual(applied(request.project, action.edit), { 'main.deal': text });
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  it('is told of on the page of each check that it mends something of', () => {
    const { project, findings } = projectOf({ 'main.deal': mendedText });
    const [uri] = project.uris;
    assert.ok(uri !== undefined);
    const found = [...findings.inFile(uri).values()].flat();
    const safe = found.filter(({ fixes }) => fixes?.some(({ isSafe }) => isSafe)).map(({ code }) => code);
    const told = checks.filter(({ docs }) => docs.includes('_Fix all_')).map(({ code }) => code);
    assert.deepEqual([...new Set(safe)].sort(), told.sort());
    for (const fix of found.flatMap(({ fixes }) => fixes ?? []))
      if (fix.isSafe) assert.ok(fix.preferred, 'what is certain is obvious');
  });
});

describe('what stands twice where a declaration is broken', () => {
  it('is left to be looked at', () => {
    checkNotOffered('round $0R: A -> B {\n  amount $1B\n  amount $1B\n  {\n}\n', /^Fix all/);
  });
});

describe('the kinds of actions', () => {
  it('stand for all below them, and for no others', () => {
    assert.ok(isWanted('refactor.extract', ['refactor']));
    assert.ok(isWanted('refactor.extract', ['quickfix', 'refactor.extract']));
    assert.ok(isWanted('refactor.extract', undefined));
    assert.ok(!isWanted('refactor.extract', []));
    assert.ok(!isWanted('refactor.extract', ['refactor.extra']));
    assert.ok(!isWanted('refactor', ['refactor.extract']));
  });

  it('are filtered by what is asked for', () => {
    const text =
      'company Anthropic\ncompany Google\n\ninvestment D: Google -> Anthropic {\n  amount $0$2B..$1B\n}\n';
    const kindsFor = (only: string[]) => [
      ...new Set(actionsAt(requestIn(text, { only })).map(({ kind }) => kind)),
    ];
    assert.deepEqual(kindsFor(['refactor']), ['refactor.rewrite']);
    assert.deepEqual(kindsFor(['quickfix']), ['quickfix', 'quickfix.ignore']);
    assert.deepEqual(kindsFor(['source']), ['source.fixAll.dealgraph']);
    assert.deepEqual(kindsFor(['source.organizeImports']), []);
  });

  it('declare a name that is missing where its like is kept, before they silence that', () => {
    const files = {
      'parties.deal': 'company Anthropic\ncompany Google\n',
      'main.deal': 'investment D: Mis$0tral -> Anthropic {\n  amount $1B per <https://x.example>\n}\n',
    };
    const actions = actionsAt(requestIn(files)).filter(({ kind }) => kind?.startsWith('quickfix'));
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Declare company “Mistral”',
        'Declare fund “Mistral”',
        'Declare person “Mistral”',
        'Ignore “unknown-name” here and say why',
      ],
    );
    assert.deepEqual(actions[0]?.edit?.changes, {
      [uriOf('parties.deal')]: [
        {
          range: { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } },
          newText: '\ncompany Mistral',
        },
      ],
    });
  });

  it('leave the edits of what takes long to be asked for, where the client can do that', () => {
    const request = requestIn('$0company b\ncompany a\n', { client: { resolvesEdits: true } });
    const action = actionsAt(request).find(({ kind }) => kind === 'source.organize.dealgraph');
    assert.ok(action && !action.edit && action.data !== undefined);
    checkAction('$0company b\ncompany a\n', action.title, 'company a\ncompany b\n', {
      client: { resolvesEdits: true },
    });
  });
});
