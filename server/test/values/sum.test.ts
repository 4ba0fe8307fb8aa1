import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readMoney, type Amount } from '../../src/values/money';
import { addMoney, addSums, describeSum, emptySum, isEmpty, type MoneySum } from '../../src/values/sum';
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
});
