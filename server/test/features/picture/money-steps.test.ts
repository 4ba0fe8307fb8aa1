import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seenAsOf } from '../../../src/features/picture/corpus-views';
import { flowChartOf } from '../../../src/features/picture/flows';
import { findScope } from '../../../src/features/picture/scope';
import { middleOf } from '../../../src/picture/amount';
import { moneyOn, type Graph, type MoneyStep } from '../../../src/picture/graph';
import type { Project } from '../../../src/project/project';
import { dayOf } from '../../../src/values/calendar';
import { formatDay } from '../../../src/values/day';
import { propertyRuns } from '../../language/random-text';
import { projectOf, sample } from '../../project-fixture';
import { finished } from './finished';
import { graphIn, graphOfProject } from './picture-fixture';

/** What each party gets and pays from when on. */
function stepsIn({ nodes }: Graph): Record<string, string[]> {
  return Object.fromEntries(
    nodes
      .filter(({ moneySteps }) => moneySteps.length > 0)
      .map(({ title, moneySteps }) => [title, moneySteps.map(stepText)]),
  );
}

function stepText({ from, ...amounts }: MoneyStep): string {
  const parts = Object.entries(amounts).map(([field, amount]) => `${field} ${JSON.stringify(amount)}`);
  return `${from === null ? 'ever' : formatDay(from)}: ${parts.join(', ')}`;
}

/** What flows say that a party gets and pays, promised and in talks. */
function inFlows(project: Project, day: number): Map<string, readonly number[]> {
  const corpus = seenAsOf(project, day);
  const scope = finished(findScope(project, {}, corpus)).value!;
  const { ends, flows } = finished(flowChartOf(scope)).value;
  const sums = new Map<string, number[]>();
  for (const { id, name, side } of ends) {
    if (name === null) continue;
    const own = sums.get(name) ?? [0, 0, 0, 0];
    sums.set(name, own);
    for (const { years } of flows.filter(({ from, to }) => from === id || to === id)) {
      for (const { promised, rumored } of years) {
        own[side === 'payee' ? 0 : 2]! += promised;
        own[side === 'payee' ? 1 : 3]! += rumored;
      }
    }
  }
  return sums;
}

function inGraph({ nodes }: Graph, name: string, day: number): readonly number[] {
  const step = moneyOn(nodes.find((node) => node.name === name)?.moneySteps ?? [], day);
  return [step?.gets, step?.getsInTalks, step?.pays, step?.paysInTalks].map((amount) =>
    amount === undefined ? 0 : middleOf(amount),
  );
}

describe('the money of parties in a graph', () => {
  it('is that of all who are drawn together', () => {
    const loans = [1, 2, 3].map(
      (index) =>
        `company C${index}\nloan L${index}: A -> C${index} { amount $${index}M; status signed on 202${index} }`,
    );
    const graph = graphIn(['company A', ...loans].join('\n'), { most: 2 });
    assert.deepEqual(stepsIn(graph)['3 companies'], [
      '2021-01-01: gets 1000000',
      '2022-01-01: gets 3000000',
      '2023-01-01: gets 6000000',
    ]);
  });

  it('tells promises and talks apart, and leaves out what is over and what several pay together', () => {
    const graph = graphIn(
      [
        'investment I: B -> A { amount $8B; status talks on 2023; status signed on 2024; status withdrawn on 2025 }',
        'round R: B, C -> A { amount $1B..$3B; status closed on 2024-05 }',
        'project P: A { budget $5B }',
      ].join('\n'),
    );
    assert.deepEqual(stepsIn(graph), {
      A: [
        'ever: pays 5000000000',
        '2023-01-01: getsInTalks 8000000000, pays 5000000000',
        '2024-01-01: gets 8000000000, pays 5000000000',
        '2024-05-01: gets {"min":9000000000,"max":11000000000,"approximate":false}, pays 5000000000',
        '2025-01-01: gets {"min":1000000000,"max":3000000000,"approximate":false}, pays 5000000000',
      ],
      B: ['2023-01-01: paysInTalks 8000000000', '2024-01-01: pays 8000000000', '2025-01-01: '],
      P: ['ever: gets 5000000000'],
    });
    const sizes = Object.fromEntries(graph.nodes.map(({ title, money }) => [title, money]));
    assert.deepEqual(sizes, { A: 7e9, B: null, C: null, P: 5e9 });
  });

  it('is that of flows and cards in the sample', () => {
    const { project } = projectOf(sample('ai-race'));
    const graph = graphOfProject(project);
    const day = dayOf(2025, 1, 31);
    assert.deepEqual(inGraph(graph, 'Anthropic', day), [11e9, 2e9, 0, 0]);
    assert.deepEqual(inGraph(graph, 'Microsoft', day), [0, 0, 94e9, 0]);
    assert.deepEqual(inGraph(graph, 'OpenAI', day), [14e9, 0, 0, 0]);
    assert.deepEqual(inGraph(graph, 'Stargate', day), [300e9, 0, 0, 0]);
    assert.equal(graph.nodes.find(({ name }) => name === 'Anthropic')?.money, 13e9);
  });

  it('is what flows come to on any day', () => {
    const names = ['A', 'B', 'C', 'undisclosed'];
    const some = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
    const date = fc.constantFrom('2022', '2023-05', '2024-05-06');
    const line = fc.oneof(
      fc
        .tuple(fc.constantFrom('talks', 'signed', 'closed', 'withdrawn', 'ended'), date)
        .map(([word, on]) => `status ${word} on ${on}`),
      fc.tuple(fc.integer({ min: 1, max: 9 }), date).map(([amount, on]) => `paid $${amount}M on ${on}`),
      fc
        .tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 9 }))
        .map(([name, amount]) => `lead ${name} with $${amount}M`),
    );
    const amount = fc.constantFrom('$9M', '$20M..$40M', '<$7M', '~$5M', 'undisclosed', '€4M');
    const deal = fc.tuple(
      fc.constantFrom('investment', 'round', 'loan', 'grant', 'supply', 'acquisition'),
      some,
      some,
      amount,
      fc.array(line, { maxLength: 4 }),
    );
    const days = fc.constantFrom(
      dayOf(2021, 12, 31),
      dayOf(2022, 1, 1),
      dayOf(2023, 5, 1),
      dayOf(2024, 5, 6),
      dayOf(2025, 1, 1),
    );
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 6 }), days, (deals, day) => {
        const text = deals
          .map(
            ([kind, left, right, money, lines], index) =>
              `${kind} D${index}: ${left.join(', ')} -> ${right.join(', ')} { amount ${money}; ${lines.join('; ')} }`,
          )
          .join('\n');
        const { project } = projectOf({ 'main.deal': text });
        const graph = graphOfProject(project);
        const flows = inFlows(project, day);
        for (const name of ['A', 'B', 'C']) {
          const told = flows.get(name) ?? [0, 0, 0, 0];
          inGraph(graph, name, day).forEach((own, index) => {
            assert.ok(Math.abs(own - told[index]!) < 1, `${name}: ${own} is not ${told[index]} in\n${text}`);
          });
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});
