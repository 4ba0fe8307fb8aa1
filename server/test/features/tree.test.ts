import assert from 'node:assert/strict';
import { cursorAt } from '../../src/features/locations';
import { TreeView } from '../../src/features/tree/view';
import type { Grouping, TreeQuery, TreeRow } from '../../src/protocol';
import { projectOf, sample, uriOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

function treeOf(files: Readonly<Record<string, string>>) {
  const { project, findings } = projectOf(files);
  const tree = new TreeView(
    () => [project],
    (_, item) => findings.of(item),
  );
  return { project, tree };
}

/** The rows of a tree, a line each, those below others indented. */
function rowsOf(tree: TreeView, query: TreeQuery, write = plain, parent?: string, indent = ''): string[] {
  return tree
    .children(query, parent)
    .flatMap((row) => [
      `${indent}${write(row)}`,
      ...(row.children === 'none' ? [] : rowsOf(tree, query, write, row.id, `${indent}  `)),
    ]);
}

function plain({ label, description }: TreeRow): string {
  return description ? `${label} | ${description}` : label;
}

function checkTree(text: string, query: TreeQuery, ...expected: string[]): void {
  assert.deepEqual(rowsOf(treeOf({ 'main.deal': text }).tree, query), expected);
}

const deals = [
  'company H "Hub"',
  'company U { parent H }',
  'fund A',
  'company K',
  'company Stray',
  'investment D1: A -> H { amount $1B; status closed on 2024-05 }',
  'round D2 "Series B": A, undisclosed -> H { amount $2B; status talks on 2025-01 }',
  'supply D3: U -> K { amount $5M; status signed on 2023 }',
  'venture V "Joint venture" { member H as operator; member K as equity; budget $1B..$3B }',
  'loan D4: Stray -> undisclosed { amount $7M }',
  'grant D5: undisclosed -> undisclosed',
  'ecosystem E "Around Hub" { hub H }',
].join('\n');

describe('tree', () => {
  it('gives every row an id of its own, whatever is called the same', () => {
    const text = [
      'company A { founded 2001 }',
      'company A { founded 2002 }',
      'company supplier',
      'company H',
      'supply S: A -> H',
      'supply S: A -> supplier',
      'investment S: H -> A',
      'ecosystem E { hub supplier, H }',
      'ecosystem E { hub H }',
    ].join('\n');
    for (const groupBy of ['ecosystem', 'partyKind', 'status', 'year'] satisfies Grouping[]) {
      const { tree } = treeOf({ 'main.deal': text });
      const ids = rowsOf(tree, { groupBy }, ({ id }) => id).map((id) => id.trim());
      assert.equal(new Set(ids).size, ids.length, groupBy);
    }
  });

  it('is never blank where there is something to show', () => {
    const text = 'company A\ncompany B\nsource s\n';
    checkTree(text, { groupBy: 'ecosystem' }, 'In no ecosystem', '  A', '  B');
    checkTree(text, { groupBy: 'status' }, 'No deals yet', '  A', '  B');
    checkTree(text, { groupBy: 'year' }, 'No deals yet', '  A', '  B');
  });

  it('shows each ecosystem with its hub, its roles and their deals, and what is in none', () => {
    checkTree(
      deals,
      { groupBy: 'ecosystem' },
      'Around Hub | $1B promised, $1B executed, $2B in talks',
      '  Hub | raised $1B, $2B in talks',
      '  Backers | 1 · $1B promised, $1B executed, $2B in talks',
      '    A | $1B promised, $1B executed, up to $2B in talks',
      '      Series B | $2B · talks, January 2025',
      '      A → Hub | $1B · closed, May 2024',
      '  Customers | 1 · $5M promised',
      '    K | $5M promised',
      '      U → K | $5M · signed, 2023',
      '  Ventures | 1 · $1B–$3B promised',
      '    Joint venture | $1B–$3B',
      '      Hub | operator',
      '      K | equity',
      'In no ecosystem',
      '  Stray | $7M promised',
      '    Stray → undisclosed | $7M',
      '  undisclosed → undisclosed',
    );
  });

  it('groups deals by status in the order of a deal’s life, and by year, the latest first', () => {
    checkTree(
      deals,
      { groupBy: 'status' },
      'Talks | 1 · $2B in talks',
      '  Series B | $2B · talks, January 2025',
      'Signed | 1 · $5M promised',
      '  U → K | $5M · signed, 2023',
      'Closed | 1 · $1B promised, $1B executed',
      '  A → Hub | $1B · closed, May 2024',
      'No status | 3 · debt $7M promised · plans $1B–$3B promised',
      '  Stray → undisclosed | $7M',
      '  undisclosed → undisclosed',
      '  Joint venture | $1B–$3B',
    );
    const years = rowsOf(treeOf({ 'main.deal': deals }).tree, { groupBy: 'year' }).filter(
      (row) => !row.startsWith(' '),
    );
    assert.deepEqual(
      years.map((row) => row.split(' | ')[0]),
      ['2025', '2024', '2023', 'No date'],
    );
  });

  it('groups parties by kind', () => {
    const rows = rowsOf(treeOf({ 'main.deal': deals }).tree, { groupBy: 'partyKind' });
    assert.deepEqual(
      rows.filter((row) => !row.startsWith(' ')),
      ['Companies | 4', 'Funds | 1', 'Ventures | 1'],
    );
  });

  it('finds rows by name, display name and alias, with the rows above them', () => {
    checkTree(
      'company A "Alpha" { aka "First" }\ncompany B\nfund C',
      { groupBy: 'partyKind', filter: ' FIRST ' },
      'Companies | 2',
      '  Alpha',
    );
    checkTree('company A', { groupBy: 'partyKind', filter: 'nobody' });
  });

  it('counts the problems below each row, each declaration once', () => {
    const { tree } = treeOf({
      'main.deal': 'ecosystem E { hub H }\ncompany H\ninvestment D: H -> N { amount $1B }',
    });
    const query: TreeQuery = { groupBy: 'ecosystem' };
    const [ecosystem] = tree.children(query);
    assert.deepEqual(ecosystem?.problems, { errors: 1, warnings: 1, information: 0 });
    assert.match(ecosystem.accessibilityLabel, /1 error, 1 warning/);
    assert.deepEqual(tree.children({ groupBy: 'status' })[0]?.problems, ecosystem.problems);
  });

  it('gives each row an id of its own that stays', () => {
    for (const groupBy of ['ecosystem', 'partyKind', 'status', 'year'] satisfies Grouping[]) {
      const ids = rowsOf(treeOf(sample('ai-race')).tree, { groupBy }, ({ id }) => id).map((id) => id.trim());
      assert.equal(new Set(ids).size, ids.length);
      const { tree } = treeOf({ ...sample('ai-race'), 'another.deal': 'company Zenith { founded 2020 }' });
      const later = new Set(rowsOf(tree, { groupBy }, ({ id }) => id).map((id) => id.trim()));
      for (const id of ids) assert.ok(later.has(id), id);
    }
  });

  it('leads from the cursor to its row', () => {
    const path = (marked: string, groupBy: Grouping = 'ecosystem') => {
      const { texts, uri, position } = fixture({ 'main.deal': marked });
      const { project, tree } = treeOf(texts);
      const cursor = cursorAt(project, uri, position);
      assert.ok(cursor);
      return tree
        .path({ groupBy }, cursor)
        .map(({ label }) => label)
        .join(' > ');
    };
    assert.equal(
      path(deals.replace('investment D1', 'investment $0D1')),
      'Around Hub > Backers > A > A → Hub',
    );
    assert.equal(path(deals.replace('amount $1B', 'amount $$0'), 'status'), 'Closed > A → Hub');
    assert.equal(path(deals.replace('fund A', 'fund $0A')), 'Around Hub > Backers > A');
    assert.equal(path(deals.replace('D3: U -> K', 'D3: U -> $0K')), 'Around Hub > Customers > K');
    assert.equal(path('$0'), '');
  });

  it('shows the card of a row’s subject, and where it is declared', () => {
    const { tree } = treeOf({ 'main.deal': deals });
    const query: TreeQuery = { groupBy: 'status' };
    const talks = tree.children(query).find(({ label }) => label === 'Talks');
    assert.ok(talks);
    assert.equal(tree.tooltip(query, talks.id), null);
    const [round] = tree.children(query, talks.id);
    assert.ok(round);
    assert.match(tree.tooltip(query, round.id) ?? '', /Round of \$2B/);
    assert.equal(round.location?.uri, uriOf('main.deal'));
    assert.equal(round.location.range.start.line, 6);
    assert.deepEqual(tree.children(query, 'no/such/row'), []);
    assert.equal(tree.tooltip(query, 'no/such/row'), null);
  });

  it('ends where ownership, membership and ecosystems go in circles', () => {
    const { tree } = treeOf({
      'main.deal': [
        'company A { parent B }',
        'company B { parent A }',
        'venture V { member V, W, A as equity }',
        'venture W { member V as equity }',
        'ecosystem E { hub A, V; include E, F }',
        'ecosystem F { hub V; include E }',
        'investment D: V -> V { amount $1B }',
        'source s { via t }',
        'source t { via s }',
        'resource r { broader q }',
        'resource q { broader r }',
      ].join('\n'),
    });
    for (const groupBy of ['ecosystem', 'partyKind', 'status', 'year'] satisfies Grouping[]) {
      assert.ok(rowsOf(tree, { groupBy }).length < 100);
    }
  });
});
