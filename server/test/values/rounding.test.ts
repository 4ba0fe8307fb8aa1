import assert from 'node:assert/strict';
import { Big } from 'big.js';
import * as fc from 'fast-check';
import { readMoney } from '../../src/values/money';
import { readPercent } from '../../src/values/percent';
import { certainlyDifferent, exact } from '../../src/values/range';
import { asWritten } from '../../src/values/rounding';
import { plain, PROPERTY_RUNS } from './arbitrary';
import { valueOf } from './reading';

function checkCovers(amount: string, expected: string): void {
  assert.equal(plain(asWritten(valueOf(readMoney, amount).range, amount)), expected, amount);
}

describe('a figure as it is written', () => {
  it('covers what is rounded to it', () => {
    checkCovers('$18.5B', '[18450000000, 18550000000]');
    checkCovers('$60B', '[59500000000, 60500000000]');
    checkCovers('$1,234', '[1233.5, 1234.5]');
    checkCovers('2.50M CHF', '[2495000, 2505000]');
    checkCovers('~$14B', '~[13500000000, 14500000000]');
    assert.equal(plain(asWritten(valueOf(readPercent, '13.56%'), '13.56%')), '[13.555, 13.565]');
  });

  it('has both ends of a range as coarse as the coarser one', () => {
    checkCovers('$100..500B', '[99500000000, 500500000000]');
    checkCovers('$1.25B..$2B', '[750000000, 2500000000]');
  });

  it('is never negative where the figure is not', () => {
    checkCovers('<$2B', '[0, 2500000000]');
    checkCovers('$0', '[0, 0.5]');
    checkCovers('undisclosed', '?[0, ∞]');
  });

  it('covers every number that was rounded to it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.nat({ max: 3 }),
        fc.constantFrom(['', 0] as const, ['K', 3] as const, ['B', 9] as const),
        (thousandths, decimals, [suffix, magnitude]) => {
          const number = new Big(thousandths).div(1000);
          const text = `$${number.toFixed(decimals)}${suffix}`;
          const meant = exact(number.times(new Big(10).pow(magnitude)));
          const { range } = valueOf(readMoney, text);
          assert.equal(certainlyDifferent(meant, asWritten(range, text)), false, text);
        },
      ),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
