import assert from 'node:assert/strict';
import { codeLensesIn, resolveCodeLens } from '../../src/features/code-lens';
import { clientCommands, defaultSettings, type CodeLensSettings } from '../../src/protocol';
import { projectOf, sample, uriOf } from '../project-fixture';

/** Checks what stands above the declarations of `main.deal`: `name | words | words`. */
function checkLenses(
  files: Readonly<Record<string, string>>,
  settings: Partial<CodeLensSettings>,
  ...expected: string[]
): void {
  const uri = uriOf('main.deal');
  const { project } = projectOf(files);
  const document = project.document(uri)!;
  const lines = files['main.deal']!.split('\n');
  const words = new Map<string, string[]>();
  for (const lens of codeLensesIn(project, document, uri, { ...defaultSettings.codeLens, ...settings })) {
    const { start, end } = lens.range;
    const name = lines[start.line]!.slice(start.character, end.character);
    const { command } = resolveCodeLens(lens, project, true);
    assert.ok(command && command.command !== '');
    words.set(name, [...(words.get(name) ?? []), command.title]);
  }
  assert.deepEqual(
    [...words].map(([name, own]) => [name, ...own].join(' | ')),
    expected,
  );
}

describe('code lenses', () => {
  it('tell of a party its money, its ecosystems and how often it is mentioned', () => {
    checkLenses(
      {
        'main.deal':
          'company Hub "The hub"\ncompany A\nfund Nobody\ninvestment D: A -> Hub { amount $1B; status talks per ft }\nsource ft\n',
        'other.deal':
          'ecosystem E "Around it" { hub Hub }\nclaim C: A disputes D.amount\npartnership P: A <-> Hub { per ft }',
      },
      {},
      'Hub | raised $1B in talks, disputed by A · in “Around it” | 3 references',
      'A | invested $1B in talks, disputed by A · in “Around it” | 3 references',
      'D | 1 reference',
      'ft | cited 2 times',
    );
  });

  it('draw no icon that stands in a title', () => {
    checkLenses(
      { 'main.deal': 'company A\necosystem E "Around $(flame)" { hub A }\n' },
      { references: false },
      'A | in “Around \\$(flame)”',
    );
  });

  it('can be switched off one by one', () => {
    const files = { 'main.deal': 'company A\nholding H: A -> A { stake 1% }' };
    checkLenses(files, {}, 'A | company | 2 references');
    checkLenses(files, { sums: false, ecosystems: false }, 'A | 2 references');
    checkLenses(files, { sums: false, ecosystems: false, references: false });
  });

  it('lead to the places where the client can show them, and say nothing of names that are gone', () => {
    const uri = uriOf('main.deal');
    const { project } = projectOf({ 'main.deal': 'company A\ninvestment D: A -> A' });
    const [lens] = codeLensesIn(project, project.document(uri)!, uri, {
      ...defaultSettings.codeLens,
      sums: false,
      ecosystems: false,
    });
    assert.ok(lens);
    const { command } = resolveCodeLens(lens, project, true);
    assert.equal(command?.command, clientCommands.showReferences);
    const [at, position, places] = command.arguments ?? [];
    assert.deepEqual([at, position, places.length], [uri, { line: 0, character: 8 }, 2]);
    assert.deepEqual(resolveCodeLens(lens, project, false).command, { title: '2 references', command: '' });
    assert.equal(resolveCodeLens(lens, undefined, true).command?.command, '');
  });

  it('lead from where they stand, whatever else is declared under their name', () => {
    const { project } = projectOf({
      'a.deal': '\n\n\ncompany A\n',
      'main.deal': 'company A\ninvestment D: A -> A',
    });
    const uri = uriOf('main.deal');
    const lenses = codeLensesIn(project, project.document(uri)!, uri, defaultSettings.codeLens);
    for (const lens of lenses) {
      const { command } = resolveCodeLens(lens, project, true);
      assert.deepEqual(command?.arguments?.slice(0, 2), [uri, { line: 0, character: 8 }]);
    }
    assert.equal(lenses.length, 2);
  });

  it('read no tree of what nobody mentions', () => {
    const { project } = projectOf({ 'main.deal': 'loan D: A -> B { amount $1B }\n' });
    const uri = uriOf('main.deal');
    const document = project.document(uri)!;
    Object.defineProperty(document.item(0)!, 'declaration', {
      get: () => assert.fail('the tree is read'),
    });
    assert.deepEqual(codeLensesIn(project, document, uri, defaultSettings.codeLens), []);
  });

  it('tell of the sample what its cards tell', () => {
    const files = sample('ai-race');
    const parties = Object.entries(files).find(([, text]) => text.includes('company Anthropic'))!;
    const { project } = projectOf(files);
    const uri = uriOf(parties[0]);
    const lenses = codeLensesIn(project, project.document(uri)!, uri, defaultSettings.codeLens);
    const titles = lenses
      .filter(({ data }) => data.name === 'Anthropic')
      .map((lens) => resolveCodeLens(lens, project, true).command?.title);
    assert.deepEqual(titles, ['raised $11B, $2B in talks · in “Around Anthropic”', '7 references']);
  });
});
