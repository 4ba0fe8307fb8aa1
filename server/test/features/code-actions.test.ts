import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { checks } from '../../src/checks/registry';
import { codeActionsAt } from '../../src/features/code-actions';
import { diagnosticsOf } from '../../src/features/diagnostics';
import type { DealDocument } from '../../src/language/document';
import { projectOf, uriOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

const uri = uriOf('main.deal');

/** The quick fixes over the whole of a file. */
function actionsIn(text: string): { document: DealDocument; actions: CodeAction[] } {
  const { project, findings } = projectOf({ 'main.deal': text });
  const document = project.document(uri);
  assert.ok(document);
  const range = { start: document.placeAt(0), end: document.placeAt(text.length) };
  return { document, actions: codeActionsAt(project, findings, document, uri, range) };
}

function apply(document: DealDocument, action: CodeAction): string {
  let { text } = document;
  const edits = [...(action.edit?.changes?.[uri] ?? [])].sort(
    (a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start),
  );
  assert.ok(edits.length > 0);
  for (const { range, newText } of edits) {
    text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  }
  return text;
}

/** The findings of a text, without their places, which a fix moves. */
function findingsIn(text: string): string[] {
  const { project, findings } = projectOf({ 'main.deal': text });
  return diagnosticsOf(project, findings, uri).diagnostics.map(textOf).sort();
}

function textOf({ code, message }: Diagnostic): string {
  return `${code}: ${typeof message === 'string' ? message : message.value}`;
}

/** Checks that each fix takes its own finding away and brings no new one. */
function checkFixes(text: string, ...titles: string[]): void {
  const before = findingsIn(text);
  const { document, actions } = actionsIn(text);
  assert.deepEqual(
    actions.map(({ title }) => title),
    titles,
  );
  for (const action of actions) {
    const fixed = apply(document, action);
    const after = findingsIn(fixed);
    const [mended] = action.diagnostics ?? [];
    assert.ok(mended);
    const own = textOf(mended);
    assert.ok(before.includes(own), own);
    assert.equal(count(after, own), count(before, own) - 1, `“${action.title}” left “${own}” in\n${fixed}`);
    for (const finding of new Set(after)) {
      assert.ok(
        count(after, finding) <= count(before, finding),
        `“${action.title}” brought “${finding}” in\n${fixed}`,
      );
    }
  }
}

function count(list: readonly string[], wanted: string): number {
  return list.filter((entry) => entry === wanted).length;
}

const parties = 'company Google\ncompany Anthropic\n\n';
const deal = (...lines: string[]) =>
  `${parties}investment D: Google -> Anthropic {\n${lines.map((line) => `  ${line}\n`).join('')}  per <https://x.example>\n}\n`;

describe('code actions', () => {
  it('mend a misspelt property, word, kind and verb', () => {
    checkFixes(deal('amuont $1B'), 'Change to “amount”');
    checkFixes(deal('status anounced'), 'Change to “announced”');
    checkFixes(deal('type secondry'), 'Change to “secondary”');
    checkFixes(`${deal()}compny Google2 { parent Google }\n`, 'Change to “company”');
  });

  it('mend a range that is the wrong way round', () => {
    checkFixes(deal('amount $2B..$1B'), 'Change to $1B..$2B');
    checkFixes(deal('stake 20%..10%'), 'Change to 10%..20%');
  });

  it('mend an arrow of the wrong kind', () => {
    checkFixes(
      `${parties}investment D: Google <-> Anthropic { amount $1B per <https://x.example> }\n`,
      'Change to “->”',
    );
    checkFixes(`${parties}merger D: Google -> Anthropic { per <https://x.example> }\n`, 'Change to “<->”');
  });

  it('take away modifiers that mean nothing or stand twice', () => {
    checkFixes(deal('amount $1B exclusive'), 'Remove “exclusive”');
    checkFixes(deal('amount $1B on 2024 on 2025'), 'Remove “on”');
    checkFixes(deal('amount $1B', 'valuation $5B pre post'), 'Remove “post”');
    checkFixes(deal('amount $1B likely speculative'), 'Remove “speculative”');
  });

  it('write terminated for a closed deal that is said to be withdrawn', () => {
    checkFixes(deal('status closed on 2024-01', 'status withdrawn on 2024-06'), 'Change to “terminated”');
  });

  it('close what is left open', () => {
    checkFixes(
      `${parties}investment D: Google -> Anthropic {\n  amount $1B per <https://x.example>\n`,
      'Add “}”',
    );
  });

  it('offer the nearest names that fit the place', () => {
    checkFixes(
      'company Google\ncompany Goggle\ncompany Anthropic\nsource Gogle-news "N"\n\ninvestment D: Gogle -> Anthropic { amount $1B per Gogle-news }\ninvestment E: Google -> Goggle { amount $1B per Gogle-news }\n',
      'Change to “Goggle”',
      'Change to “Google”',
    );
    checkFixes(
      `${parties}source ft "N"\n\ninvestment D: Google -> Anthropic { amount $1B per fx, ft }\n`,
      'Change to “ft”',
    );
    checkFixes(
      `${parties}supply D: Google -> Anthropic { provides compte; per <https://x.example> }\n`,
      'Change to “compute”',
    );
  });

  it('put a nearest name in quotes where it needs them, and leave its property alone', () => {
    checkFixes(
      `company "8VC"\nperson M\n\nclaim C: M disputes "8VX".lei { per <https://x.example> }\nclaim E: M asserts "8VC" { per <https://x.example> }\n`,
      'Change to “8VC”',
    );
    const { document, actions } = actionsIn(
      'company "8VC"\nperson M\nclaim C: M disputes "8VX".lei { per <https://x.example> }\n',
    );
    assert.match(apply(document, actions[0]!), /M disputes "8VC"\.lei/);
  });

  it('offer names where one of another kind stands', () => {
    checkFixes(
      'company Google\ncompany Anthropic\nsource Googl "N"\n\ninvestment D: Google -> Anthropic { amount $1B per Google }\nvaluation V: Google { value $1B per Googl }\n',
      'Change to “Googl”',
    );
  });

  it('offer no name where none is near', () => {
    checkFixes(
      `${parties}investment D: Google, Nobody -> Anthropic { amount $1B per <https://x.example> }\n`,
    );
  });

  it('come for the findings at the cursor alone, and say which one is the obvious', () => {
    const { texts, position } = fixture({
      'main.deal': deal('amuont $1B').replace('amuont', 'amu$0ont') + 'investment E: Googel -> Anthropic\n',
    });
    const { project, findings } = projectOf(texts);
    const document = project.document(uri);
    assert.ok(document);
    const actions = codeActionsAt(project, findings, document, uri, { start: position, end: position });
    assert.deepEqual(
      actions.map(({ title, isPreferred, kind }) => [title, isPreferred, kind]),
      [['Change to “amount”', true, 'quickfix']],
    );
  });

  for (const { code, examples } of checks) {
    it(`mend the bad example of ${code} where there are any`, () => {
      const { actions } = actionsIn(examples.bad);
      checkFixes(examples.bad, ...actions.map(({ title }) => title));
    });
  }
});
