import fc from 'fast-check';
import { firmness, tieKinds, type Graph, type GraphNode, type Tie } from '../../src/picture/graph';

export function node(id: string, rest: Partial<GraphNode> = {}): GraphNode {
  return {
    id,
    name: id,
    title: id,
    kind: 'company',
    isHub: false,
    money: null,
    moneySteps: [],
    deals: 1,
    ...rest,
  };
}

export function tie(from: string, to: string, rest: Partial<Tie> = {}): Tie {
  return {
    id: `${from} ${to}`,
    from,
    to,
    kind: 'capital',
    directed: true,
    steps: [{ from: null, count: { done: 1 } }],
    value: 1e6,
    exclusive: false,
    disputed: false,
    count: 1,
    deals: [{ name: 'D', title: 'D', kind: 'investment', money: '$1M', value: 1e6, states: [] }],
    ...rest,
  };
}

export function graph(
  nodes: readonly GraphNode[],
  ties: readonly Tie[] = [],
  rest: Partial<Graph> = {},
): Graph {
  return {
    title: 'T',
    asOf: 100,
    today: 100,
    currency: 'USD',
    nodes,
    ties,
    hulls: [],
    circles: [],
    days: [],
    total: { parties: nodes.length, deals: ties.length, shown: nodes.length },
    remarks: [],
    sources: { count: 0, titles: [] },
    ...rest,
  };
}

/** Names as nobody would choose them. */
const anyName = fc.oneof(
  fc.constantFrom('A', 'שלום', '"', '<b>', '__proto__', 'constructor', 'a b', '\n', '&amp;', '', '🙂🙂'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const anyKind = fc.constantFrom(
  ...(['company', 'fund', 'person', 'government', 'venture', 'undisclosed', 'deal', 'others'] as const),
);
const anyMoney = fc.oneof(fc.constant(null), fc.constant(0), fc.double({ min: 0, max: 1e15, noNaN: true }));

/** Any graph: with circles, ties of one with itself, and ties to those that are not in it. */
export const anyGraph: fc.Arbitrary<Graph> = fc
  .uniqueArray(anyName, { minLength: 1, maxLength: 14 })
  .chain((ids) =>
    fc.record({
      nodes: fc.tuple(
        ...ids.map((id) =>
          fc
            .record({ kind: anyKind, isHub: fc.boolean(), money: anyMoney, deals: fc.nat(9), title: anyName })
            .map((rest) => node(id, rest)),
        ),
      ),
      ties: fc.array(
        fc.record({
          from: fc.constantFrom(...ids),
          to: fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: anyName }),
          kind: fc.constantFrom(...tieKinds),
          directed: fc.boolean(),
          value: anyMoney,
          exclusive: fc.boolean(),
          disputed: fc.boolean(),
          count: fc.integer({ min: 1, max: 3 }),
          day: fc.oneof(fc.constant(null), fc.integer({ min: 90, max: 110 })),
          stands: fc.constantFrom(...firmness),
        }),
        { maxLength: 30 },
      ),
      hulls: fc.array(fc.subarray(ids), { maxLength: 3 }),
    }),
  )
  .map(({ nodes, ties, hulls }) =>
    graph(
      nodes,
      ties.map(({ from, to, day, stands, ...rest }, index) =>
        tie(from, to, { ...rest, id: `${index}`, steps: [{ from: day, count: { [stands]: 1 } }] }),
      ),
      {
        hulls: hulls.map((members, index) => ({ id: `E${index}`, title: `E${index}`, members })),
        circles: [
          {
            text: 'Round.',
            legs: [0, 1].map((leg) => ties.flatMap((_, at) => (at % 3 === leg ? [`${at}`] : []))),
          },
        ],
      },
    ),
  );
