import assert from 'node:assert/strict';
import fc from 'fast-check';
import { flowChartOf } from '../../../src/features/picture/flows';
import { findScope } from '../../../src/features/picture/scope';
import { weightOf } from '../../../src/features/picture/weight';
import type { CorpusSettings } from '../../../src/model/corpus';
import { sumsByPurpose, sumsByYear } from '../../../src/model/sums';
import type { FlowChart } from '../../../src/picture/flow';
import type { Project } from '../../../src/project/project';
import { propertyRuns } from '../../language/random-text';
import { projectOf, sample } from '../../project-fixture';
import { finished } from './finished';

function chartOf(project: Project, name?: string): FlowChart {
  const scope = finished(findScope(project, { ...(name !== undefined && { name }) })).value;
  assert.ok(scope);
  return finished(flowChartOf(scope)).value;
}

/** Checks who pays whom, in millions by year, and what is said below. */
function checkFlows(text: string, expected: readonly string[], settings: Partial<CorpusSettings> = {}): void {
  const { project } = projectOf({ 'main.deal': text }, undefined, settings);
  const { ends, flows, remarks } = chartOf(project);
  const title = (id: string) => ends.find((end) => end.id === id)?.title ?? '?';
  const found = flows.map(({ from, to, kind, years, text: words }) => {
    const inYears = years.map(({ year, promised, rumored }) =>
      [year ?? 'no year', promised > 0 && tidy(promised), rumored > 0 && `(${tidy(rumored)})`]
        .filter(Boolean)
        .join(' '),
    );
    return `${title(from)} → ${title(to)} ${kind}: ${inYears.join(', ')}; ${words}`;
  });
  assert.deepEqual([...found, ...remarks], expected);
}

function tidy(amount: number): number {
  return Math.round(amount / 1e4) / 100;
}

describe('a chart of flows', () => {
  it('tells who pays whom for what, year by year', () => {
    checkFlows(
      [
        'company A "Ada"',
        'investment I: B -> A { amount $5M; tranche $2M on 2023-05; tranche $3M on 2024-05; status closed on 2023-05 }',
        'supply S: C -> A { amount $4M; status signed on 2024 }',
        'supply T: A -> C { amount $1M; status talks on 2024 }',
        'acquisition Q: A -> D { amount $7M; seller E; status closed on 2022 }',
        'project P: A { budget $9M; status announced }',
        'investment J: B -> A { amount $1M; status closed on 2024 }',
        'partnership U: A <-> B',
      ].join('\n'),
      [
        'Ada → plans of their own plan: no year 9; $9M promised',
        'Ada → C trade: 2024 4; $4M promised',
        'Ada → E purchase: 2022 7; $7M promised, $7M executed',
        'B → Ada capital: 2023 2, 2024 4; $6M promised, $6M executed',
        'C → Ada trade: 2024 (1); $1M in talks',
      ],
    );
  });

  it('draws by name what is said of one alone, and together what nobody divides', () => {
    checkFlows('round R: B, C, undisclosed -> A { amount $9M; lead B with $3M; status closed on 2024 }', [
      'C and others, together → A capital: 2024 6; $6M promised, $6M executed',
      'B → A capital: 2024 3; $3M promised, $3M executed',
      'Of B, C → A nobody says who pays or gets how much: those who do are drawn together.',
    ]);
    checkFlows(
      'round R: B, C, D, E -> A, F { amount $9M; lead B, C with $3M; lead D with $1M; status talks }',
      [
        'B and C, together → A and F, together capital: no year (3); $3M in talks',
        'D → A and F, together capital: no year (1); $1M in talks',
        'E → A and F, together capital: no year (5); $5M in talks',
        'Of B, C, D, E → A, F nobody says who pays or gets how much: those who do are drawn together.',
      ],
    );
    // What is left without the parts is somebody's.
    checkFlows('round R: B -> A { amount $9M; lead B with $3M; status signed on 2024 }', [
      'not named → A capital: 2024 6; $6M promised',
      'B → A capital: 2024 3; $3M promised',
    ]);
    // Parts of what has no sum.
    checkFlows('round R: B, C -> A { lead B with $3M; status signed on 2024 }', [
      'B → A capital: 2024 3; $3M promised',
    ]);
  });

  it('draws all of it together where parts do not tell what of it was paid, or contradict it', () => {
    checkFlows('round R: B, C -> A { amount $3M; lead B with $5M; status signed on 2024 }', [
      'B and C, together → A capital: 2024 3; $3M promised',
      'Of B, C → A nobody says who pays or gets how much: those who do are drawn together.',
    ]);
    checkFlows('round R: B, C -> A { amount $9M; lead B with $4M; status talks on 2024; paid $3M on 2024 }', [
      'B and C, together → A capital: 2024 3 (6); $3M promised, $3M executed, $6M in talks',
      'Of B, C → A nobody says who pays or gets how much: those who do are drawn together.',
    ]);
  });

  it('does not say who pays in which year where several do in several', () => {
    checkFlows(
      'round R: B, C -> A { amount $9M; lead B with $3M; tranche $4M on 2023; tranche $5M on 2024; status signed on 2023 }',
      ['B → A capital: no year 3; $3M promised', 'C → A capital: no year 6; $6M promised'],
    );
  });

  it('has an end of its own and one together for the same party', () => {
    const { project } = projectOf({
      'main.deal': 'round R: B, C -> A { amount $9M }\ngrant G: B -> A { amount $1M }',
    });
    const { ends } = chartOf(project);
    assert.deepEqual(
      ends.map(({ title, name, note }) => [title, name, note]),
      [
        ['B and C, together', null, 'Together: B and C. Nobody says who of them pays how much.'],
        ['B', 'B', undefined],
        ['A', 'A', undefined],
      ],
    );
  });

  it('draws bounds by their middle, and tells what is undisclosed or disputed', () => {
    checkFlows(
      [
        'grant G: B -> A { amount $1M..$3M; status closed on 2024 }',
        'loan L: B -> A { amount >$2M; status closed on 2024 }',
        'grant H: B -> A { amount undisclosed; status closed on 2024 }',
        'loan M: Nobody -> A { amount undisclosed; tranche $1M on 2024; status closed on 2024 }',
        'claim K: C disputes G.amount { on 2024-05 }',
      ].join('\n'),
      [
        'B → A debt: 2024 2; at least $2M promised, at least $2M executed',
        'B → A grant: 2024 2; $1M–$3M + undisclosed promised, $1M–$3M + undisclosed executed, in part disputed by C',
        'Nobody → A debt: 2024 1; $1M + undisclosed promised, $1M + undisclosed executed',
        'Drawn by the middle of its bounds, or by the only one: B → A and B → A.',
        '2 deals have money of which nobody says how much: that is not drawn.',
        'Somebody disputes the money of 1 deal.',
      ],
    );
  });

  it('tells of other currencies, or converts them', () => {
    const text = [
      'grant G: B -> A { amount $2M; status closed on 2024-05 }',
      'grant H: B -> A { amount $1M; status closed on 2024-05 }',
      'grant I: B -> A { amount €2M; status closed on 2024-05 }',
      'grant J: B -> A { amount £2M; status closed on 2024-05 }',
    ].join('\n');
    checkFlows(text, [
      'B → A grant: 2024 3; $3M + €2M + £2M promised, $3M + €2M + £2M executed',
      '2 deals have money in EUR and GBP: since USD is drawn, that is not.',
    ]);
    checkFlows(
      `${text}\nfx R: EUR -> USD { rate 1.5 on 2024-05 }`,
      [
        'B → A grant: 2024 6; $6M + £2M promised, $6M + £2M executed',
        '1 deal has money in GBP: since USD is drawn, that is not.',
        'Converted into USD: €2M at 1.5 (May 2024); no rate in time for £2M.',
      ],
      { baseCurrency: 'USD' },
    );
  });

  it('is empty without money', () => {
    checkFlows('', []);
    checkFlows('partnership P: A <-> B\ngrant G: A -> B { amount undisclosed }', [
      '1 deal has money of which nobody says how much: that is not drawn.',
    ]);
    checkFlows('grant G: A -> B { amount $1M; status closed on 2030 }', []);
  });

  it('keeps who pays and is paid apart, whatever circles there are', () => {
    const { project } = projectOf({
      'main.deal':
        'grant G: A -> B { amount $1M }\ngrant H: B -> A { amount $1M }\ngrant I: A -> A { amount $1M }',
    });
    const { ends, flows } = chartOf(project);
    assert.deepEqual(
      ends.map(({ id }) => id),
      ['payer:A', 'payer:B', 'payee:A', 'payee:B'],
    );
    assert.equal(flows.length, 3);
  });

  it('draws the smaller ones of many together', () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `grant G${index}: Payer${index} -> A { amount $${index + 1}M; status closed on 2024 }`,
    );
    const { project } = projectOf({ 'main.deal': lines.join('\n') });
    const start = performance.now();
    const { ends, flows, remarks } = chartOf(project, 'A');
    assert.ok(performance.now() - start < 5000);
    assert.equal(ends.filter(({ side }) => side === 'payer').length, 40);
    const others = ends.find(({ title }) => title === '4961 others');
    assert.equal(others?.name, null);
    const flow = flows.find(({ from }) => from === others?.id);
    assert.equal(flow?.count, 4961);
    assert.equal(flow?.deals.length, 12);
    assert.equal(flow?.years[0]?.promised, (4961 * 4962 * 1e6) / 2);
    assert.deepEqual(remarks, ['4961 who pay less are drawn together.']);
  });

  it('shows the money of the sample', () => {
    const { project } = projectOf(sample('ai-race'));
    const chart = chartOf(project);
    assert.deepEqual(JSON.parse(JSON.stringify(chart)), chart);
    const amazon = chart.flows.find(({ from, kind }) => from === 'payer:Amazon' && kind === 'capital');
    assert.deepEqual(
      amazon?.years.map(({ year, promised }) => [year, promised]),
      [
        [2023, 4e9],
        [2024, 4e9],
      ],
    );
    const stargate = chart.flows.filter(({ to }) => to === 'payee:Stargate');
    assert.deepEqual(
      stargate.map(({ from, promised, text }) => [
        chart.ends.find(({ id }) => id === from)?.title,
        promised,
        text,
      ]),
      [
        [
          'MGX, Oracle, SoftBank and others, together',
          { min: 100e9, max: 500e9, approximate: false },
          '$100B–$500B promised, disputed by Elon Musk',
        ],
      ],
    );
    // The middle of $100B and $500B, however many parties pay it.
    assert.equal(sumOf(stargate), 300e9);
    // Half of a joint plan is nobody's.
    assert.equal(sumOf(chart.flows.filter(({ from }) => from === 'payer:Microsoft')), 94e9);
    assert.deepEqual(chart.remarks, [
      'Of Joint data centre and The Stargate Project nobody says who pays or gets how much: those who do are drawn together.',
      'Drawn by the middle of its bounds, or by the only one: The Stargate Project.',
      'Somebody disputes the money of 1 deal.',
    ]);
    const around = chartOf(project, 'AnthropicEcosystem');
    // Without the round that is only talked about.
    assert.equal(sumOf(around.flows), 11e9);
  });

  it('comes to what the deals come to, purpose by purpose and year by year', () => {
    const party = fc.constantFrom('A', 'B', 'C', 'D', 'undisclosed');
    const parties = fc.uniqueArray(party, { minLength: 1, maxLength: 3 }).map((names) => names.join(', '));
    const amount = fc.oneof(
      fc.integer({ min: 1, max: 900 }).map((millions) => `$${millions}M`),
      fc
        .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }))
        .map(([a, b]) => `$${a}M..$${a + b}M`),
    );
    const date = fc.constantFrom('2022', '2023-05', '2024-05-06', '2022..2024', '2030');
    const status = fc
      .tuple(fc.constantFrom('talks', 'announced', 'closed', 'withdrawn'), date)
      .map(([word, on]) => `status ${word} on ${on}`);
    const part = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 50 }), date)
        .map(([millions, on]) => `tranche $${millions}M on ${on}`),
      fc
        .tuple(party, fc.integer({ min: 1, max: 50 }))
        .map(([name, millions]) => `lead ${name} with $${millions}M`),
    );
    const deal = fc.tuple(
      fc.constantFrom('investment', 'round', 'loan', 'grant', 'supply', 'acquisition', 'venture', 'project'),
      parties,
      parties,
      amount,
      fc.array(fc.oneof(status, part), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 8 }), (deals) => {
        const lines = deals.map(([kind, left, right, money, rest], index) => {
          if (kind === 'venture') return `venture V${index} { member ${left}; budget ${money} }`;
          const head =
            kind === 'project' ? `project P${index}: ${left}` : `${kind} D${index}: ${left} -> ${right}`;
          return `${head} { ${kind === 'project' ? 'budget' : 'amount'} ${money}; ${rest.join('; ')} }`;
        });
        const { project } = projectOf({ 'main.deal': lines.join('\n') });
        const scope = finished(findScope(project, {})).value!;
        const { flows } = finished(flowChartOf(scope)).value;
        for (const { purpose, buckets } of sumsByPurpose(project, scope.deals)) {
          const own = flows.filter(({ kind }) => kind === purpose);
          for (const certainty of ['promised', 'rumored'] as const) {
            const drawn = own.reduce(
              (sum, { years }) => sum + years.reduce((all, year) => all + year[certainty], 0),
              0,
            );
            const sum = weightOf(buckets[certainty], 'USD') ?? 0;
            // A part that is known can be more than the middle of the bounds of the whole.
            const isBounded = lines.some((line) => /\.\..*lead/.test(line));
            if (isBounded)
              assert.ok(drawn >= sum * (1 - 1e-9), `${drawn} is less than ${sum} in\n${lines.join('\n')}`);
            else checkSame(drawn, sum, lines);
          }
        }
        if (lines.some((line) => /\.\.|tranche/.test(line))) return;
        for (const { year, sums } of sumsByYear(project, scope.deals)) {
          for (const { purpose, buckets } of sums) {
            const drawn = flows
              .filter(({ kind }) => kind === purpose)
              .flatMap(({ years }) => years.filter((each) => each.year === (year ?? null)))
              .reduce((all, each) => all + each.promised, 0);
            checkSame(drawn, weightOf(buckets.promised, 'USD') ?? 0, lines);
          }
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});

function sumOf(flows: FlowChart['flows']): number {
  return flows.flatMap(({ years }) => years).reduce((sum, { promised }) => sum + promised, 0);
}

function checkSame(drawn: number, sum: number, lines: readonly string[]): void {
  assert.ok(
    Math.abs(drawn - sum) <= 1e-9 * Math.max(drawn, sum),
    `${drawn} is not ${sum} in\n${lines.join('\n')}`,
  );
}
