import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Graph } from '../../../src/picture/graph';
import { dealText, propertyRuns, validText } from '../../language/random-text';
import { largeProject } from '../../large-project';
import { projectOf } from '../../project-fixture';
import { graphIn, graphWithSteps } from './picture-fixture';

const names = ['A', 'B', 'C', 'D', '"<b> \\"E\\""', '"פלוני {x}"', 'undisclosed', 'V'];
const someNames = (most: number) =>
  fc.array(fc.constantFrom(...names), { maxLength: most }).map((all) => all.join(', '));
const date = fc.constantFrom('2023', '2024-Q3', '2024-11-22', '2025-01', '2023..2024', '..2024', '2030');
const status = fc.constantFrom(
  'announced',
  'signed',
  'closed',
  'rumored',
  'talks',
  'ended',
  'cancelled',
  'denied',
);
const line = fc.oneof(
  fc.tuple(status, date).map(([how, on]) => `status ${how} on ${on}`),
  status.map((how) => `status ${how}`),
  fc.constantFrom(
    'amount $1B',
    'amount €2B',
    'amount <$3B',
    'amount undisclosed',
    'tranche $1B on 2024',
    'provides compute exclusive',
  ),
  fc.constantFrom(
    'seller A',
    'seller C, undisclosed',
    'lead B with $1B',
    'member A, D',
    'member undisclosed',
  ),
);
const kind = fc.constantFrom(
  'investment',
  'round',
  'loan',
  'grant',
  'acquisition',
  'merger',
  'supply',
  'license',
  'partnership',
  'project',
  'venture',
);
const deal = fc
  .record({
    kind,
    left: someNames(3),
    arrow: fc.constantFrom('->', '<->'),
    right: someNames(3),
    lines: fc.array(line, { maxLength: 4 }),
  })
  .map((parts) => (name: string) => {
    const sides =
      parts.kind === 'venture' || parts.left === ''
        ? ''
        : `: ${parts.left}${parts.right === '' ? '' : ` ${parts.arrow} ${parts.right}`}`;
    return `${parts.kind} ${name}${sides} { ${parts.lines.join('; ')} }`;
  });
const others = fc.subarray([
  'company A',
  'company B { parent A from 2024 }',
  'company C { parent D }',
  'company D { parent C }',
  'venture V "Ours" { member A, B }',
  'person P',
  'holding H: A -> B { stake 10% on 2024 }',
  'ecosystem X { hub A }',
  'ecosystem X { hub B }',
  'claim Q: P disputes D1.amount { on 2024 }',
]);
const project = (mostDeals: number) =>
  fc
    .tuple(fc.array(deal, { maxLength: mostDeals }), others)
    .map(([deals, more]) => [...deals.map((write, index) => write(`D${index}`)), ...more].join('\n'));
const drawn = fc.record({ most: fc.integer({ min: 1, max: 12 }), collapseUnits: fc.boolean() });

/** Checks what holds for every graph. */
function checkSound(graph: Graph, most = Infinity): void {
  const { nodes, ties, hulls, circles, days, total } = graph;
  assert.deepEqual(JSON.parse(JSON.stringify(graph)), graph);
  const isUnique = (all: readonly { readonly id: string }[]) =>
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  for (const all of [nodes, ties, hulls]) isUnique(all);
  const ids = new Set(nodes.map(({ id }) => id));
  for (const { parent } of nodes) assert.ok(parent === undefined || ids.has(parent));
  for (const { members } of hulls) assert.ok(members.every((id) => ids.has(id)));
  const tieIds = new Set(ties.map(({ id }) => id));
  for (const circle of circles) assert.ok(circle.legs.flat().every((id) => tieIds.has(id)));
  const seen = new Set<number>();
  for (const { from, to, steps, count, deals } of ties) {
    assert.ok(ids.has(from) && ids.has(to) && from !== to);
    assert.ok(steps.length > 0 && deals.length === Math.min(count, 8));
    const starts = steps.map((step) => step.from ?? -Infinity);
    assert.deepEqual(
      starts,
      [...new Set(starts)].sort((a, b) => a - b),
    );
    for (const day of starts) if (day > -Infinity) seen.add(day);
    const sums = steps.map((step) => Object.values(step.count).reduce((sum, number) => sum + number, 0));
    assert.ok(sums.every((sum) => sum > 0) && sums.at(-1) === count);
  }
  assert.deepEqual(
    days,
    [...seen].sort((a, b) => a - b),
  );
  const isParty = ({ kind: own }: Graph['nodes'][number]) => !['deal', 'undisclosed', 'others'].includes(own);
  assert.equal(total.shown, nodes.filter(isParty).length);
  // Of two points at least one is drawn together with nobody.
  assert.ok(total.shown <= Math.max(2, most));
  for (const node of nodes) assert.equal(node.kind === 'others', node.others !== undefined);
}

/** How many deals the remarks say to have no line. */
function remarked({ remarks }: Graph): number {
  const patterns = [
    /^(\d+) deals? .* drawn as one/,
    /^(\d+) deals? names? nobody/,
    /^(\d+) deals? .* with itself/,
  ];
  return remarks.reduce(
    (sum, remark) => sum + Number(patterns.map((pattern) => pattern.exec(remark)?.[1]).find(Boolean) ?? 0),
    0,
  );
}

describe('every graph of a picture', () => {
  it('has all deals in ties, as points, or in what it says of those left out', () => {
    fc.assert(
      fc.property(project(8), drawn, (text, options) => {
        const graph = graphIn(text, options);
        checkSound(graph, options.most);
        const { project: own } = projectOf({ 'a.deal': text });
        const tied = new Set(
          graph.ties.flatMap(({ kind: tie, deals }) =>
            tie === 'ownership' ? [] : deals.map(({ name }) => name),
          ),
        );
        const points = new Set(
          graph.nodes.flatMap(({ name, others: together }) => [
            ...(name === null ? [] : [name]),
            ...(together?.titles ?? []),
          ]),
        );
        const deals = ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'].filter((name) => own.find(name));
        const missing = deals.filter((name) => !tied.has(name) && !points.has(name));
        const counted = remarked(graph);
        assert.ok(missing.length <= counted, `${missing.join()}: ${graph.remarks.join(' ')}`);
        assert.ok(counted <= graph.total.deals - deals.filter((name) => tied.has(name)).length);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('counts every deal between two once', () => {
    const pair = fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 60 }), drawn, (pairs, options) => {
        const lines = pairs.map(
          ([a, b, money], index) => `loan D${index}: P${a} -> P${b} { amount $${money}M }`,
        );
        const graph = graphIn(lines.join('\n'), options);
        checkSound(graph, options.most);
        const counted = graph.ties.reduce((sum, { count }) => sum + count, 0);
        assert.equal(counted + remarked(graph), pairs.length);
        const shown = graph.nodes.reduce((sum, { others: together }) => sum + (together?.count ?? 1), 0);
        assert.equal(shown, new Set(pairs.flatMap(([a, b]) => [a, b])).size);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('is sound whatever the files say', () => {
    const text = fc
      .array(fc.oneof(dealText, validText, project(3)), { maxLength: 4 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, drawn, (own, options) => checkSound(graphIn(own, options), options.most)),
      { numRuns: propertyRuns },
    );
  });

  it('draws one party with thousands of deals, in small steps', () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) =>
        `loan L${index}: A -> B${index} { amount $${index}M; status signed on 2024-0${1 + (index % 9)} }`,
    );
    const { project: own } = projectOf({ 'main.deal': ['company A', ...lines].join('\n') });
    for (const most of [1, 60, 6000]) {
      const { graph, steps } = graphWithSteps(own, { most });
      checkSound(graph, most);
      assert.equal(
        graph.ties.reduce((sum, { count }) => sum + count, 0),
        5000,
      );
      assert.ok(Math.max(...steps) <= 6001, `${Math.max(...steps)}`);
    }
  });

  it('takes any number of points for a wish', () => {
    for (const most of [0, -1, Number.NaN, 0.5, 2.7, Infinity]) {
      checkSound(graphIn('loan L: A -> B\nloan M: C -> D\nloan N: E -> D', { most }));
    }
  });

  it('is drawn of a large project', () => {
    const { project: own } = projectOf(largeProject(10_000));
    for (const most of [1, 60, 2000]) {
      const { graph } = graphWithSteps(own, { most });
      checkSound(graph, most);
      assert.equal(graph.ties.reduce((sum, { count }) => sum + count, 0) + remarked(graph), 10_000);
    }
  });
});
