import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bucketsInBase } from '../../src/model/conversion';
import type { Corpus } from '../../src/model/corpus';
import { bucketsOf } from '../../src/model/deal';
import type { Declaration } from '../../src/model/declaration';
import { dateOfDeal, liesAhead, standingOf } from '../../src/model/lifecycle';
import { steadySpanOf } from '../../src/model/steady';
import { dayOf, formatDate, readDate } from '../../src/values/date';
import { describeSum } from '../../src/values/sum';
import { propertyRuns } from '../language/random-text';
import { fixtureDay, projectOf } from '../project-fixture';

const rates =
  'fx E: EUR -> USD { rate 1.1 on 2021; rate 1.2 on 2023-03-01; rate 1.3 on 2024-06-15; rate 1.4 on 2025-02 }\n';

function checkSpan(deal: string, expected: string, baseCurrency?: string): void {
  const { project } = projectOf({ 'main.deal': `${rates}${deal}` }, fixtureDay, { baseCurrency });
  const { from, until } = steadySpanOf(project, project.find('D')!);
  assert.equal(`${dayText(from)} until ${dayText(until)}`, expected);
}

function dayText(day: number): string {
  if (!Number.isFinite(day)) return 'ever';
  const date = readDate('2000-01-01');
  assert.ok(date.ok);
  return formatDate({ ...date.value, earliest: day, latest: day });
}

/** What the rows of a view say of a deal. */
function said(corpus: Corpus, deal: Declaration): string {
  const { status, commitment } = standingOf(deal, corpus.asOf);
  const { promised, executed, rumored } = bucketsInBase(corpus, deal, bucketsOf(deal, corpus.asOf));
  const sums = [promised, executed, rumored].map(
    (sum) => describeSum(sum) + sum.conversions.map(({ rate }) => String(rate.min)).join(),
  );
  return [
    liesAhead(deal, corpus.asOf),
    status,
    commitment,
    dateOfDeal(deal, corpus.asOf)?.earliest,
    ...sums,
  ].join(' | ');
}

describe('the days on which a deal stays as it is', () => {
  it('end with the next of its dates', () => {
    checkSpan('investment D: A -> B { amount $1B }', 'ever until ever');
    checkSpan(
      'investment D: A -> B { amount $1B; status announced on 2024-05-01; status closed on 2025-02 }',
      '2024-05-01 until 2025-02-01',
    );
    checkSpan(
      'investment D: A -> B { on 2023-04-05; tranche $1B on 2024; paid $1B from 2026-07 }',
      '2024-01-01 until 2026-07-01',
    );
  });

  it('are single ones where money is converted at the rate of the day', () => {
    const deal = 'investment D: A -> B { amount €1B }';
    checkSpan(deal, 'ever until ever');
    checkSpan(deal, 'ever until ever', 'EUR');
    checkSpan(deal, '2025-01-31 until 2025-02-01', 'USD');
    checkSpan('investment D: A -> B { amount €1B; status closed on 2024 }', '2024-12-31 until ever', 'USD');
    checkSpan(
      'investment D: A -> B { amount €1B; status closed on 2025 }',
      '2025-01-31 until 2025-02-01',
      'USD',
    );
  });

  it('are days on which all that is said of it is the same', () => {
    const when = fc.constantFrom(
      '2021',
      '2022-05',
      '2023-Q3',
      '2024-06-15',
      '2025-01',
      '2025-02',
      '2026',
      '2023..2025',
    );
    const money = fc.constantFrom('$1B', '€2B', '€1B..€3B', 'undisclosed');
    const line = fc.oneof(
      money.map((amount) => `amount ${amount}`),
      fc.tuple(money, when).map(([amount, from]) => `amount ${amount} from ${from}`),
      fc.tuple(money, when).map(([amount, on]) => `tranche ${amount} on ${on}`),
      fc.tuple(money, when).map(([amount, on]) => `paid ${amount} on ${on}`),
      fc
        .tuple(fc.constantFrom('talks', 'announced', 'closed', 'terminated', 'amended'), when)
        .map(([status, on]) => `status ${status} on ${on}`),
      when.map((on) => `on ${on}`),
    );
    const day = fc.integer({ min: dayOf(2020, 12, 1), max: dayOf(2026, 3, 1) });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        day,
        fc.array(day, { minLength: 12, maxLength: 12 }),
        fc.constantFrom(undefined, 'USD', 'EUR'),
        (lines, first, others, baseCurrency) => {
          let asOf = first;
          const { project } = projectOf(
            { 'main.deal': `${rates}investment D: A -> B {\n${lines.join('\n')}\n}\n` },
            () => asOf,
            { baseCurrency },
          );
          const deal = project.find('D')!;
          const { from, until } = steadySpanOf(project, deal);
          assert.ok(from <= first && first < until);
          const then = said(project, deal);
          const ends = [from, until - 1].filter(Number.isFinite);
          for (asOf of [...others.filter((other) => from <= other && other < until), ...ends]) {
            assert.equal(said(project, deal), then, lines.join('\n'));
          }
        },
      ),
      { numRuns: propertyRuns },
    );
  });
});
