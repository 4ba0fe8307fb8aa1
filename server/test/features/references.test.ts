import assert from 'node:assert/strict';
import { cursorAt } from '../../src/features/locations';
import { referencesAt } from '../../src/features/references';
import { projectOf, uriOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

/** Checks the places of the name at `$0`: `file:line:character`, from 1; those of declarations with a `*`. */
function checkReferences(files: Readonly<Record<string, string>>, ...expected: string[]): void {
  const { texts, uri, position } = fixture(files);
  const { project } = projectOf(texts);
  const cursor = cursorAt(project, uri, position);
  assert.ok(cursor);
  const write = ({ uri: at, range }: ReturnType<typeof referencesAt>[number]) =>
    `${at.replace(uriOf(''), '')}:${range.start.line + 1}:${range.start.character + 1}`;
  const mentions = new Set(referencesAt(cursor, false).map(write));
  const all = referencesAt(cursor, true).map(write);
  assert.deepEqual(
    all.map((place) => (mentions.has(place) ? place : `${place}*`)),
    expected,
  );
}

describe('references', () => {
  it('are all places of a name by file and place, from the declaration or from any of them', () => {
    const files = (a: string, b: string) => ({
      'z.deal': `company ${a}\n\ncompany Unit { parent A }`,
      'b.deal': `round D: A, B -> C {\n  lead A with $1B\n  per ft\n}\nclaim E: B disputes A.${b}\necosystem F { hub ${b === 'lei' ? 'A' : b} }`,
    });
    const expected = [
      'b.deal:1:10',
      'b.deal:2:8',
      'b.deal:5:21',
      'b.deal:6:19',
      'z.deal:1:9*',
      'z.deal:3:23',
    ];
    checkReferences(files('$0A', 'lei'), ...expected);
    checkReferences(
      { ...files('A', 'lei'), 'b.deal': files('A', 'lei')['b.deal'].replace('lead A', 'lead A$0') },
      ...expected,
    );
  });

  it('count a name in quotes and the same without as one', () => {
    checkReferences(
      { 'a.deal': 'company "A$0"\ninvestment D: A -> "A"' },
      'a.deal:1:9*',
      'a.deal:2:15',
      'a.deal:2:20',
    );
  });

  it('are found of a name that nothing declares, too', () => {
    checkReferences(
      { 'a.deal': 'investment D: $0A -> B', 'b.deal': 'loan E: A -> B' },
      'a.deal:1:15',
      'b.deal:1:9',
    );
  });

  it('leave alone what only looks like the name', () => {
    checkReferences(
      {
        'a.deal':
          'company $0A { aka "A"; note "A"; country A } // A\nfx A: A -> A\nholding H: a -> AA { tags A }',
      },
      'a.deal:1:9*',
      'a.deal:2:4*',
    );
  });

  it('are none where there is no name', () => {
    checkReferences({ 'a.deal': 'company A { founded 20$021 }' });
  });
});
