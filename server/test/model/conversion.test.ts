import assert from 'node:assert/strict';
import { bucketsInBase } from '../../src/model/conversion';
import { bucketsOf } from '../../src/model/deal';
import { flowsOfParty, positionsOf } from '../../src/model/position';
import { dayOf, formatDate } from '../../src/values/date';
import { formatMoney } from '../../src/values/money';
import { describeSum, describeTotals, inMinorUnits, type MoneySum } from '../../src/values/sum';
import { fixtureDay, projectOf } from '../project-fixture';

const rates = 'fx E: EUR -> USD { rate 1.0842 on 2025-01-31; rate 1.1 on 2024-06-30; rate 1.2 on 2020 }\n';

/** A sum with what of it was converted: `$43.368M (€40M by 2025-01-31)`. */
function write(sum: MoneySum): string {
  const converted = sum.conversions.map(({ from, range, first, last, isOld }) => {
    const dates = [...new Set([formatDate(first), formatDate(last)])].join(' to ');
    return ` (${formatMoney({ currency: from, range })} by ${dates}${isOld ? ', old' : ''})`;
  });
  const forms = sum.forms.map((part) => ` [${describeTotals(part)} ${part.form}]`);
  return describeSum(sum) + converted.join('') + forms.join('');
}

/** Checks what the deal D has promised, in a base currency. */
function checkPromised(text: string, expected: string, base = 'USD', asOf = fixtureDay): void {
  const { project } = projectOf({ 'main.deal': rates + text }, asOf, { baseCurrency: base });
  const deal = project.find('D');
  assert.ok(deal);
  assert.equal(write(bucketsInBase(project, deal, bucketsOf(deal, asOf)).promised), expected);
}

describe('money in the base currency', () => {
  it('is converted at the rate nearest before the deal, and says which', () => {
    checkPromised(
      'investment D: A -> B { amount €40M; status closed on 2025-01-31 }',
      '$43.368M (€40M by 2025-01-31)',
    );
    checkPromised(
      'investment D: A -> B { amount €40M; status closed on 2025-01-30 }',
      '$44M (€40M by 2024-06-30)',
    );
    checkPromised('investment D: A -> B { amount €40M; status closed on 2019 }', '€40M');
    checkPromised('investment D: A -> B { amount $40M; status closed on 2019 }', '$40M');
    checkPromised('investment D: A -> B { amount €40M; status closed on 2023 }', '$48M (€40M by 2020, old)');
    checkPromised('investment D: A -> B { amount $44M; on 2024-07 }', '€40M ($44M by 2024-06-30)', 'EUR');
    checkPromised('investment D: A -> B { amount CHF 1M; on 2024-07 }', 'CHF 1M');
  });

  it('takes a half-known date at its last day, and none after the day as of which it is seen', () => {
    checkPromised(
      'investment D: A -> B { amount €40M; status closed on 2025-01 }',
      '$43.368M (€40M by 2025-01-31)',
    );
    checkPromised(
      'investment D: A -> B { amount €40M; status closed on 2024-Q2 }',
      '$44M (€40M by 2024-06-30)',
    );
    checkPromised(
      'investment D: A -> B { amount €40M; status closed on 2025 }',
      '$43.368M (€40M by 2025-01-31)',
    );
    checkPromised(
      'investment D: A -> B { amount €40M; status closed on 2025 }',
      '$44M (€40M by 2024-06-30)',
      'USD',
      dayOf(2025, 1, 30),
    );
    checkPromised('investment D: A -> B { amount €40M }', '$43.368M (€40M by 2025-01-31)');
    checkPromised('investment D: A -> B { amount €40M from 2019 }', '$43.368M (€40M by 2025-01-31)');
  });

  it('is told at one rate for all of a deal, its instalments included', () => {
    checkPromised(
      'investment D: A -> B { tranche €10M on 2020-05; tranche €30M on 2024-07; status closed on 2025-01-31 }',
      '$43.368M (€40M by 2025-01-31)',
    );
    checkPromised(
      'investment D: A -> B { amount €40M; status closed on 2024-07; status amended on 2025-01-31 }',
      '$44M (€40M by 2024-06-30)',
    );
  });

  it('keeps bounds, forms and what nobody knows', () => {
    const deal = (amount: string) => `investment D: A -> B { amount ${amount}; on 2024-07 }`;
    checkPromised(deal('€10M..€20M'), '$11M–$22M (€10M..€20M by 2024-06-30)');
    checkPromised(deal('~€10M'), 'about $11M (~€10M by 2024-06-30)');
    checkPromised(deal('>€10M credits'), 'at least $11M (>€10M by 2024-06-30) [at least $11M credits]');
    checkPromised(deal('undisclosed'), 'undisclosed');
    const range = 'fx G: GBP -> USD { rate 1.2..1.3 on 2024 }\n';
    checkPromised(`${range}${deal('£10M')}`, '$12M–$13M (£10M by 2024)');
    checkPromised(`${range}${deal('-£10M')}`, 'undisclosed');
    checkPromised(`${range}${deal('$13M')}`, '£10M–≈£10.833M ($13M by 2024)', 'GBP');
    checkPromised(`fx G: GBP -> USD { rate ~1.2 on 2024 }\n${deal('£10M')}`, 'about $12M (£10M by 2024)');
  });

  it('is rounded to the minor unit at the end alone', () => {
    const { project } = projectOf(
      {
        'main.deal': [
          rates,
          ...Array.from({ length: 3 }, (_, index) => `grant D${index}: A -> B { amount $0.01; on 2024-07 }`),
        ].join('\n'),
      },
      fixtureDay,
      { baseCurrency: 'EUR' },
    );
    // A cent is €0.00909…, three of them are €0.02727….
    const [given] = positionsOf(project, flowsOfParty(project, 'A'));
    assert.ok(given);
    assert.equal(describeSum(given.buckets.promised), '€0.03');
    assert.equal(given.buckets.promised.totals[0]?.range.min?.toFixed(6), '0.027273');
    assert.equal(String(inMinorUnits(given.buckets.promised).totals[0]?.range.max), '0.03');
  });

  it('leaves beside it what has no rate, and adds the rest', () => {
    const { project } = projectOf(
      {
        'main.deal': [
          rates,
          'investment I1: A -> B { amount €40M; on 2025-01-31 }',
          'investment I2: A -> B { amount €20M; on 2024-07 }',
          'investment I3: A -> B { amount $1M; on 2024-07 }',
          'investment I4: A -> B { amount £5M; on 2024-07 }',
          'investment I5: A -> B { amount €5M; on 2018 }',
        ].join('\n'),
      },
      fixtureDay,
      { baseCurrency: 'USD' },
    );
    const [raised] = positionsOf(project, flowsOfParty(project, 'B'));
    assert.equal(
      raised && write(raised.buckets.promised),
      '$66.368M + €5M + £5M (€60M by 2024-06-30 to 2025-01-31)',
    );
  });

  it('is as written where no base currency is set', () => {
    const { project } = projectOf({
      'main.deal': `${rates}investment D: A -> B { amount €40M; on 2024-07 }`,
    });
    const deal = project.find('D')!;
    const buckets = bucketsOf(deal, fixtureDay);
    assert.equal(bucketsInBase(project, deal, buckets), buckets);
  });

  it('stays exact for figures that no double holds', () => {
    const nines = '9'.repeat(17);
    const { project } = projectOf(
      { 'main.deal': `${rates}investment D: A -> B { amount €${nines.slice(0, -2)}.99; on 2024-07 }` },
      fixtureDay,
      { baseCurrency: 'USD' },
    );
    const deal = project.find('D')!;
    const [total] = bucketsInBase(project, deal, bucketsOf(deal, fixtureDay)).promised.totals;
    assert.equal(total?.range.min?.times(10_000).toFixed(0), (BigInt(nines) * 110n).toString());
  });
});
