import assert from 'node:assert/strict';
import { findScope } from '../../../src/features/picture/scope';
import { valuationChartOf } from '../../../src/features/picture/valuations';
import type { CorpusSettings } from '../../../src/model/corpus';
import type { ValuationChart } from '../../../src/picture/valuation';
import { formatDay } from '../../../src/values/day';
import { projectOf, sample } from '../../project-fixture';
import { finished } from './finished';

interface Asked {
  readonly name?: string;
  readonly settings?: Partial<CorpusSettings>;
}

function chartIn(files: Readonly<Record<string, string>>, { name, settings }: Asked = {}): ValuationChart {
  const { project } = projectOf(files, undefined, settings);
  const scope = finished(findScope(project, { ...(name !== undefined && { name }) })).value;
  assert.ok(scope);
  return finished(valuationChartOf(scope)).value;
}

/** Checks the lines of a chart, each with its valuations, and what is said below. */
function checkValuations(text: string, expected: readonly string[], asked?: Asked): void {
  const { lines, remarks } = chartIn({ 'main.deal': text }, asked);
  const found = [
    ...lines.flatMap(({ title, stepUp, marks }) => [
      stepUp === undefined ? title : `${title}: ${stepUp}`,
      ...marks.map(
        ({ from, to, min, max, value, text: words, inTalks, disputed, approximate }) =>
          `  ${formatDay(from)}..${formatDay(to)} ${value / 1e6} [${[min, max].map((bound) => (bound === null ? '' : bound / 1e6)).join('..')}] ` +
          [words, inTalks && 'talk', disputed && '!', approximate && '~'].filter(Boolean).join(' | '),
      ),
    ]),
    ...remarks,
  ];
  assert.deepEqual(found, expected);
}

describe('a chart of valuations', () => {
  it('has those of each party, by day, the highest last', () => {
    checkValuations(
      [
        'company A "Ada"',
        'valuation V: A { value $5M on 2024; value $8M on 2023-02-03 }',
        'round R: B -> C { amount $1M; valuation $9M pre; status closed on 2024-06 }',
      ].join('\n'),
      [
        'Ada: 0.63× ($8M → $5M, pre or post not said)',
        '  2023-02-03..2023-02-03 8 [8..8] $8M, 3 February 2023',
        '  2024-01-01..2024-12-31 5 [5..5] $5M, 2024',
        'C',
        '  2024-06-01..2024-06-30 9 [9..9] $9M, pre-money, June 2024',
      ],
    );
  });

  it('draws bounds by their middle, or by the only one, and tells talks and disputes', () => {
    checkValuations(
      [
        'valuation V: A { value $4M..$8M on 2021; value <$10M on 2022; value >$20M on 2023; value ~$30M on 2024 }',
        'round R: B -> A { valuation $60M; status talks on 2025-01 }',
        'claim K: C disputes V.value { on 2024-02 }',
      ].join('\n'),
      [
        'A: about 2× (about $30M → $60M, pre or post not said)',
        '  2021-01-01..2021-12-31 6 [4..8] $4M–$8M, 2021, disputed by C | !',
        '  2022-01-01..2022-12-31 5 [0..10] up to $10M, 2022, disputed by C | !',
        '  2023-01-01..2023-12-31 20 [20..] at least $20M, 2023, disputed by C | !',
        '  2024-01-01..2024-12-31 30 [30..30] about $30M, 2024, disputed by C | ! | ~',
        '  2025-01-01..2025-01-31 60 [60..60] $60M, in talks, January 2025 | talk',
      ],
    );
  });

  it('tells what it cannot draw', () => {
    checkValuations(
      [
        'valuation V: A { value $5M on 2024; value $6M; value undisclosed on 2023 }',
        'valuation W: B { value €5M on 2024; value £7M on 2024-02 }',
      ].join('\n'),
      [
        'A',
        '  2024-01-01..2024-12-31 5 [5..5] $5M, 2024',
        '1 valuation has no date and is not drawn.',
        '1 valuation is undisclosed and is not drawn.',
        'Not drawn, since only USD is: valuations in EUR and GBP.',
      ],
    );
    checkValuations('valuation V: A { value $6M; value $7M on 2030 }', [
      '1 valuation has no date and is not drawn.',
    ]);
    checkValuations('', []);
  });

  it('is in the base currency as far as rates are known', () => {
    checkValuations(
      [
        'valuation V: A { value €10M on 2024-03-05; value $5M on 2024-01; value CHF 7M on 2024-02 }',
        'fx R: EUR -> USD { rate 1.1 on 2024-03-01 }',
      ].join('\n'),
      [
        'A',
        '  2024-01-01..2024-01-31 5 [5..5] $5M, January 2024',
        '  2024-03-05..2024-03-05 11 [11..11] €10M, 5 March 2024',
        'Not drawn, since only USD is: valuations in CHF.',
        'Converted into USD: €10M at 1.1 (1 March 2024).',
      ],
      { settings: { baseCurrency: 'USD' } },
    );
  });

  it('is about one party where the picture is around it', () => {
    const text =
      'valuation V: A { value $5M on 2024 }\nvaluation W: B { value $6M on 2024 }\nsupply S: A -> B';
    checkValuations(text, ['A', '  2024-01-01..2024-12-31 5 [5..5] $5M, 2024'], { name: 'A' });
    checkValuations(text, ['B', '  2024-01-01..2024-12-31 6 [6..6] $6M, 2024'], { name: 'B' });
  });

  it('has the highest lines of many, and names the others', () => {
    const lines = Array.from(
      { length: 14 },
      (_, index) => `valuation V${index}: Company${index} { value $${index + 1}M on 2024 }`,
    );
    const chart = chartIn({ 'main.deal': lines.join('\n') });
    assert.deepEqual(
      chart.lines.map(({ name }) => name),
      Array.from({ length: 12 }, (_, index) => `Company${index + 2}`),
    );
    assert.deepEqual(chart.remarks, ['Lower valuations are not drawn: those of Company1 and Company0.']);
  });

  it('shows the step of Anthropic', () => {
    const chart = chartIn(sample('ai-race'), { name: 'AnthropicEcosystem' });
    assert.deepEqual(JSON.parse(JSON.stringify(chart)), chart);
    assert.equal(chart.currency, 'USD');
    assert.equal(chart.lines.length, 1);
    const [line] = chart.lines;
    assert.equal(line?.stepUp, '3.24× ($18.5B → $60B, pre or post not said)');
    assert.deepEqual(
      line?.marks.map(({ value, inTalks, text }) => ({ value, inTalks, text })),
      [
        { value: 18.5e9, inTalks: false, text: '$18.5B, February 2024' },
        { value: 60e9, inTalks: true, text: '$60B, in talks, January 2025' },
      ],
    );
  });

  it('takes no longer than the deals of a party are many', () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `round R${index}: B -> A { valuation $${index + 1}M on 2020 }`,
    );
    const { project } = projectOf({ 'main.deal': lines.join('\n') });
    const scope = finished(findScope(project, { name: 'A' })).value!;
    const start = performance.now();
    assert.equal(finished(valuationChartOf(scope)).value.lines[0]?.marks.length, 5000);
    assert.ok(performance.now() - start < 5000);
  });
});
