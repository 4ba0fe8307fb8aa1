import assert from 'node:assert/strict';
import { DealDocument } from '../../src/language/document';
import type { HierarchyItem } from '../../src/features/hierarchy-item';
import { cursorAt } from '../../src/features/locations';
import { subtypesOf, supertypesOf, typeHierarchyAt } from '../../src/features/type-hierarchy';
import type { Project } from '../../src/project/project';
import { dayOf } from '../../src/values/date';
import { projectOf, uriOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

function prepared(
  files: Readonly<Record<string, string>>,
  day?: number,
): { project: Project; items: HierarchyItem[] | undefined } {
  const { texts, uri, position } = fixture(files);
  const { project } = projectOf(texts, day);
  const cursor = cursorAt(project, uri, position);
  assert.ok(cursor);
  return { project, items: typeHierarchyAt(cursor) };
}

/** All below an item, a step indented further for each level: `name (detail) file:line:character`, from 1. */
function* tree(
  items: readonly HierarchyItem[],
  next: (item: HierarchyItem) => HierarchyItem[],
  indent = '',
): Generator<string> {
  for (const item of items) {
    const { name, detail, uri, selectionRange } = item;
    const { line, character } = selectionRange.start;
    yield `${indent}${name} (${detail}) ${uri.replace(uriOf(''), '')}:${line + 1}:${character + 1}`;
    yield* tree(next(item), next, `${indent}  `);
  }
}

function checkOwnership(
  direction: 'owners' | 'units',
  files: Readonly<Record<string, string>>,
  expected: readonly string[],
  day?: number,
): void {
  const { project, items } = prepared(files, day);
  assert.ok(items);
  const next = direction === 'owners' ? supertypesOf : subtypesOf;
  assert.deepEqual([...tree(items, ({ data }) => next(project, data))], expected);
}

describe('type hierarchy', () => {
  const files = (start: string) => ({
    'a.deal':
      'company Alphabet { sector holding }\ncompany Google "Google LLC" { parent Alphabet from 2015 }',
    'b.deal': 'fund GV { parent Google; sector venture, ai }\ncompany DeepMind { parent Google from 2014 }',
    'c.deal': `loan D: ${start} -> X`,
  });

  it('of a party is what it is a unit of, over files', () => {
    checkOwnership('owners', files('GV$0'), [
      'GV (fund · venture, ai) b.deal:1:6',
      '  Google LLC (company) a.deal:2:9',
      '    Alphabet (company · holding · from 2015) a.deal:1:9',
    ]);
  });

  it('of a party is what belongs to it', () => {
    checkOwnership('units', files('Alphabet$0'), [
      'Alphabet (company · holding) a.deal:1:9',
      '  Google LLC (company · from 2015) a.deal:2:9',
      '    DeepMind (company · from 2014) b.deal:2:9',
      '    GV (fund · venture, ai) b.deal:1:6',
    ]);
  });

  it('takes whoever certainly holds more than half by its latest holding as an owner', () => {
    const text = [
      'company A\ncompany B\ncompany $0C',
      'holding H1: A -> C { stake 60% on 2024-06 }',
      'holding H2: B -> C { stake ~50% on 2024 }',
    ].join('\n');
    const own = 'C (company) a.deal:3:9';
    checkOwnership('owners', { 'a.deal': text }, [
      own,
      '  A (company · stake of 60% (June 2024)) a.deal:1:9',
    ]);
    checkOwnership('units', { 'a.deal': text.replace('$0', '').replace('company A', 'company A$0') }, [
      'A (company) a.deal:1:9',
      '  C (company · stake of 60% (June 2024)) a.deal:3:9',
    ]);
    checkOwnership('owners', { 'a.deal': `${text}\nholding H3: A -> C { stake 40% on 2024-12 }` }, [own]);
    checkOwnership('owners', { 'a.deal': text.replace('60%', '60% likely') }, [own]);
    checkOwnership('owners', { 'a.deal': text.replace('A -> C', 'A, B -> C') }, [own]);
    checkOwnership('owners', { 'a.deal': text.replace('2024-06', '2025-06') }, [own]);
    checkOwnership('owners', { 'a.deal': text.replace('60% on', '>51% on') }, [
      own,
      '  A (company · stake of at least 51% (June 2024)) a.deal:1:9',
    ]);
  });

  it('is as of the day of the project', () => {
    const text = {
      'a.deal': 'company A\ncompany B { parent A from 2020 until 2022 }\ncompany C { parent B$0 }',
    };
    checkOwnership('owners', text, ['B (company) a.deal:2:9']);
    checkOwnership(
      'owners',
      text,
      ['B (company) a.deal:2:9', '  A (company · from 2020 until 2022) a.deal:1:9'],
      dayOf(2021, 1, 1),
    );
  });

  it('ends where ownership goes in a circle', () => {
    checkOwnership(
      'owners',
      { 'a.deal': 'company $0A { parent B }\ncompany B { parent C }\ncompany C { parent A }' },
      ['A (company) a.deal:1:9', '  B (company) a.deal:2:9', '    C (company) a.deal:3:9'],
    );
  });

  it('shows who is declared nowhere at the place that says so', () => {
    checkOwnership('owners', { 'a.deal': 'company A$0 { parent X }' }, [
      'A (company) a.deal:1:9',
      '  X (not declared) a.deal:1:20',
    ]);
    checkOwnership('units', { 'a.deal': 'company A { parent $0X }' }, [
      'X (not declared) a.deal:1:20',
      '  A (company) a.deal:1:9',
    ]);
  });

  it('follows edits, and has nothing of a name that is gone', () => {
    const { project, items } = prepared({ 'a.deal': 'company A\ncompany $0B { parent A }' });
    const [item] = items ?? [];
    assert.ok(item);
    project.setFile(uriOf('a.deal'), DealDocument.parse('company C\n\ncompany B { parent C }'));
    assert.deepEqual([...tree(supertypesOf(project, item.data), () => [])], ['C (company) a.deal:1:9']);
    project.setFile(uriOf('a.deal'), DealDocument.parse('company C'));
    assert.deepEqual(supertypesOf(project, item.data), []);
    assert.deepEqual(subtypesOf(project, item.data), []);
  });

  it('starts at parties and ventures alone', () => {
    assert.equal(prepared({ 'a.deal': 'lo$0an D: A -> B' }).items, undefined);
    assert.equal(prepared({ 'a.deal': 'loan $0D: A -> B' }).items, undefined);
    assert.equal(prepared({ 'a.deal': 'loan D: A -> B { per f$0t }' }).items, undefined);
    assert.equal(prepared({ 'a.deal': 'venture $0V' }).items?.length, 1);
  });
});
