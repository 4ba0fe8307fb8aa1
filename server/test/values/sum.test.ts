import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readMoney, type Amount } from '../../src/values/money';
import type { ExchangeRate } from '../../src/values/exchange';
import {
  addMoney,
  addSums,
  convertSum,
  describeSum,
  describeTotals,
  emptySum,
  inMinorUnits,
  isEmpty,
  moneyForms,
  subtractSums,
  unknownShare,
  withForms,
  withTotals,
  type KnownRate,
  type MoneySum,
} from '../../src/values/sum';
import { readDate } from '../../src/values/date';
import { plain, PROPERTY_RUNS, soundRange, PATIENCE } from './arbitrary';
import { valueOf } from './reading';

function sumOf(...amounts: string[]): MoneySum {
  return total(amounts.map(amountOf));
}

function amountOf(text: string): Amount {
  const money = valueOf(readMoney, text);
  if (money.per !== undefined) assert.fail(`${text} recurs`);
  return money;
}

function total(amounts: readonly Amount[]): MoneySum {
  return amounts.reduce((sum, amount) => addMoney(sum, amount), emptySum);
}

function written(sum: MoneySum): string {
  const totals = sum.totals.map(({ currency, range }) => currency + plain(range));
  return [...totals, sum.undisclosed].join(' ');
}

describe('sums of money', () => {
  it('adds within a currency', () => {
    assert.equal(describeSum(sumOf('$8B', '$1B', '$2B')), '$11B');
    assert.equal(describeSum(sumOf('$0.1', '$0.2')), '$0.3');
  });

  it('keeps currencies side by side, in one order', () => {
    assert.equal(describeSum(sumOf('CHF 1M', '€2B', '$11B', '€1B')), '$11B + €3B + CHF 1M');
  });

  it('keeps bounds', () => {
    assert.equal(describeSum(sumOf('$1B', '>$10B')), 'at least $11B');
    assert.equal(describeSum(sumOf('$1B', '$100B..$500B')), '$101B–$501B');
    assert.equal(describeSum(sumOf('~$14B', '$1B')), 'about $15B');
  });

  it('counts parts that are undisclosed', () => {
    assert.equal(describeSum(sumOf('$11B', 'undisclosed')), '$11B + undisclosed');
    assert.equal(describeSum(sumOf('undisclosed', '$11B', 'undisclosed')), '$11B + 2 undisclosed');
    assert.equal(describeSum(sumOf('undisclosed')), 'undisclosed');
  });

  it('makes "at least" of an undisclosed part whose currency is known', () => {
    const { range } = valueOf(readMoney, 'undisclosed');
    assert.equal(describeSum(addMoney(sumOf('$11B'), { currency: 'USD', range })), 'at least $11B');
  });

  it('knows the sum of nothing', () => {
    assert.equal(isEmpty(emptySum), true);
    assert.equal(isEmpty(sumOf('undisclosed')), false);
    assert.equal(isEmpty(sumOf('$0')), false);
    assert.equal(describeSum(emptySum), 'nothing');
  });

  it('leaves the sum that it adds to as it was', () => {
    const before = sumOf('$1B');
    addMoney(before, amountOf('$2B'));
    addSums(before, sumOf('€2B', 'undisclosed'));
    assert.equal(describeSum(before), '$1B');
  });

  it('does not depend on the order or grouping of its parts', () => {
    const amount: fc.Arbitrary<Amount> = fc
      .tuple(fc.constantFrom('USD', 'EUR', 'CHF', 'JPY', ''), soundRange())
      .map(([currency, range]) => ({ currency, range }));
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 8 }), fc.nat(8), (amounts, cut) => {
        const all = written(total(amounts));
        assert.equal(written(total(amounts.toReversed())), all);
        assert.equal(written(addSums(total(amounts.slice(0, cut)), total(amounts.slice(cut)))), all);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  }).timeout(PATIENCE);

  it('takes one from another, and leaves open what cannot be held against each other', () => {
    const left = (a: MoneySum, b: MoneySum) => describeSum(subtractSums(a, b));
    assert.equal(left(sumOf('$8B', '€1B'), sumOf('$3B')), '$5B + €1B');
    assert.equal(left(sumOf('$8B'), sumOf('$8B')), 'nothing');
    assert.equal(left(sumOf('$8B'), sumOf('$9B')), 'nothing');
    assert.equal(left(sumOf('$8B'), sumOf('$1B..$2B')), '$6B–$7B');
    assert.equal(left(sumOf('$8B'), sumOf('€1B')), 'up to $8B');
    assert.equal(left(sumOf('$8B'), sumOf('$1B', 'undisclosed')), 'up to $7B');
    assert.equal(left(sumOf('$8B', 'undisclosed'), sumOf('$1B')), '$7B + undisclosed');
    assert.equal(left(emptySum, sumOf('$1B')), 'nothing');
  });
});

/** A sum of amounts with the forms in which they are handed over behind: `$1B credits`. */
function formedSum(...amounts: string[]): MoneySum {
  return amounts.reduce((sum, text) => {
    const [amount = '', ...forms] = text.split(' ');
    return addMoney(
      sum,
      amountOf(amount),
      moneyForms.filter((form) => forms.includes(form)),
    );
  }, emptySum);
}

function checkForms(sum: MoneySum, expected: string): void {
  const forms = sum.forms.map((part) => `${describeTotals(part)} ${part.form}`);
  assert.equal([describeSum(sum), ...forms].join('; '), expected);
}

describe('forms of money', () => {
  it('are kept apart in sums', () => {
    checkForms(formedSum('$3B', '$10B credits'), '$13B; $10B credits');
    checkForms(
      addSums(formedSum('$3B cash'), formedSum('$10B credits', '€1B cash')),
      '$13B + €1B; $3B + €1B cash; $10B credits',
    );
    checkForms(formedSum('$3B cash shares'), '$3B; up to $3B cash; up to $3B shares');
    checkForms(formedSum('undisclosed credits', '$1B'), '$1B + undisclosed; undisclosed credits');
  });

  it('are taken from as far as it is known which', () => {
    const whole = formedSum('$3B cash', '$10B credits');
    checkForms(subtractSums(whole, formedSum('$2B cash')), '$11B; $1B cash; $10B credits');
    checkForms(subtractSums(whole, formedSum('$2B')), '$11B; $1B–$3B cash; $8B–$10B credits');
    checkForms(subtractSums(whole, formedSum('$3B cash')), '$10B; $10B credits');
    checkForms(subtractSums(formedSum('$3B credits'), formedSum('$1B credits')), '$2B; $2B credits');
    checkForms(subtractSums(formedSum('$3B credits'), formedSum('€1B')), 'up to $3B; up to $3B credits');
  });

  it('are known of a part where all is of one', () => {
    checkForms(unknownShare(formedSum('$3B', '$10B credits')), 'up to $13B; up to $10B credits');
    const { totals } = sumOf('$4B');
    checkForms(withTotals(formedSum('$10B credits'), totals), '$4B; $4B credits');
    checkForms(withTotals(formedSum('$3B', '$10B credits'), totals), '$4B; up to $4B credits');
    checkForms(withTotals(formedSum('€3B credits'), totals), '$4B');
  });

  it('are no more than there is', () => {
    checkForms(withForms(sumOf('$4B'), formedSum('$10B credits', '€1B shares').forms), '$4B; $4B credits');
  });
});

/** What one unit of each currency is in dollars. */
function ratesOf(rates: Readonly<Record<string, string>>): (currency: string) => KnownRate | undefined {
  const on = readDate('2024-06-30');
  assert.ok(on.ok);
  const known = new Map(
    Object.entries(rates).map(([from, rate]): [string, KnownRate] => {
      const range = valueOf(readMoney, `$${rate}`).range;
      const step = { from, to: 'USD', rate: range, on: on.value };
      const exchange: ExchangeRate = { ...step, steps: [step] };
      return [from, { exchange, isOld: false }];
    }),
  );
  return (currency) => known.get(currency);
}

describe('sums in another currency', () => {
  const rates = ratesOf({ EUR: '1.1', GBP: '1.2..1.3', JPY: '0.0067' });

  it('add up what has a rate, and leave the rest beside it', () => {
    const sum = convertSum(sumOf('$1B', '€2B', '£1B', 'CHF 1M', 'undisclosed'), 'USD', rates);
    assert.equal(describeSum(sum), '$4.4B–$4.5B + CHF 1M + undisclosed');
    assert.deepEqual(
      sum.conversions.map(({ from, to, range }) => [from, to, plain(range)]),
      [
        ['EUR', 'USD', '[2000000000, 2000000000]'],
        ['GBP', 'USD', '[1000000000, 1000000000]'],
      ],
    );
    checkForms(
      convertSum(formedSum('€2B credits', '$1B cash'), 'USD', rates),
      '$3.2B; $1B cash; $2.2B credits',
    );
    const own = sumOf('$1B');
    assert.equal(convertSum(own, 'USD', rates), own);
  });

  it('are rounded to the minor unit at the end', () => {
    const cent = convertSum(sumOf('€0.01'), 'USD', ratesOf({ EUR: '0.333' }));
    const three = addSums(addSums(cent, cent), cent);
    assert.equal(describeSum(cent), '$0');
    assert.equal(describeSum(three), '$0.01');
    const yen = convertSum(sumOf('€1'), 'USD', ratesOf({ EUR: '155.5' }));
    assert.equal(describeSum(yen), '$155.5');
    assert.equal(inMinorUnits(sumOf('$0.001')).totals[0]?.range.whole, undefined);
  });

  it('do not depend on the order or grouping of what is converted, and keep the order of bounds', () => {
    const amount: fc.Arbitrary<Amount> = fc
      .tuple(fc.constantFrom('USD', 'EUR', 'GBP', 'JPY', 'CHF', ''), soundRange())
      .map(([currency, range]) => ({ currency, range }));
    const written = (sum: MoneySum) =>
      JSON.stringify([
        sum.totals.map(({ currency, range }) => currency + plain(range)),
        sum.undisclosed,
        sum.conversions.map(({ from, range, rate }) => [from, plain(range), plain(rate)]),
      ]);
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 8 }), (amounts) => {
        const one = (each: Amount) => convertSum(addMoney(emptySum, each), 'USD', rates);
        const together = convertSum(total(amounts), 'USD', rates);
        const apart = amounts.map(one).reduce(addSums, emptySum);
        assert.equal(written(apart), written(amounts.toReversed().map(one).reduce(addSums, emptySum)));
        assert.equal(written(together), written(apart));
        for (const { range } of apart.totals) assert.ok(!range.min || !range.max || range.min.lte(range.max));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  }).timeout(PATIENCE);
});
