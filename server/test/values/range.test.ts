import assert from 'node:assert/strict';
import { Big } from 'big.js';
import * as fc from 'fast-check';
import { readMoney } from '../../src/values/money';
import {
  add,
  cappedBy,
  certainlyDifferent,
  certainlyGreater,
  exact,
  haveSameBounds,
  inOrder,
  inverse,
  isExact,
  multiply,
  rounded,
  spanning,
  subtract,
  UNDISCLOSED,
  upTo,
  withBounds,
  type Range,
} from '../../src/values/range';
import { plain, PROPERTY_RUNS, soundRange, PATIENCE } from './arbitrary';
import { valueOf } from './reading';

const zero = exact(new Big(0));

function range(amount: string): Range {
  return valueOf(readMoney, amount).range;
}

describe('ranges', () => {
  it('knows which are one number', () => {
    assert.equal(isExact(range('$8B')), true);
    assert.equal(isExact(range('$8B..$8B')), true);
    for (const text of ['~$8B', '<$8B', '>$8B', '$7B..$8B', 'undisclosed']) {
      assert.equal(isExact(range(text)), false, text);
    }
  });

  it('adds bounds', () => {
    assert.equal(plain(add(range('$1B'), range('$100B..$500B'))), '[101000000000, 501000000000]');
    assert.equal(plain(add(range('$1B'), range('>$2B'))), '[3000000000, ∞]');
    assert.equal(plain(add(range('$1B'), range('~$2B'))), '~[3000000000, 3000000000]');
  });

  it('adds what no double holds', () => {
    const most = range(`$${Number.MAX_SAFE_INTEGER}`);
    assert.equal(plain(add(most, most)), '[18014398509481982, 18014398509481982]');
    assert.equal(
      plain(add(range('$999999999999999'), range('$9007199254740000'))),
      '[10007199254739999, 10007199254739999]',
    );
  });

  it('makes "at least the known" of something known and something undisclosed', () => {
    assert.equal(plain(add(range('$11B'), UNDISCLOSED)), '[11000000000, ∞]');
    assert.equal(plain(add(UNDISCLOSED, UNDISCLOSED)), '?[0, ∞]');
    assert.equal(plain(add(zero, UNDISCLOSED)), '?[0, ∞]');
  });

  it('gives the share of a whole', () => {
    assert.equal(plain(upTo(range('$5B'))), '[0, 5000000000]');
    assert.equal(plain(upTo(range('-$5'))), '[-5, 0]');
    assert.equal(plain(upTo(range('-$5..$3'))), '[-5, 3]');
  });

  it('puts bounds that are the wrong way round in order', () => {
    assert.equal(plain(inOrder(range('$5..$1'))), '[1, 5]');
    assert.equal(plain(inOrder(range('~$1..$5'))), '~[1, 5]');
  });

  it('is no more than a limit', () => {
    assert.equal(plain(cappedBy(range('$5'), range('$3'))), '[3, 3]');
    assert.equal(plain(cappedBy(range('$1..$5'), range('~$3'))), '~[1, 3]');
    assert.equal(plain(cappedBy(range('$1..$5'), range('$2..$9'))), '[1, 5]');
    assert.equal(plain(cappedBy(range('>$1'), range('$2..$9'))), '[1, 9]');
    assert.equal(plain(cappedBy(range('$1..$5'), range('>$2'))), '[1, 5]');
  });

  it('multiplies bounds by a factor', () => {
    const factor = (text: string) => range(`$${text}`);
    assert.equal(plain(multiply(range('$10'), factor('1.5'))), '[15, 15]');
    assert.equal(multiply(range('$10'), factor('1.5')).whole, 15);
    assert.equal(plain(multiply(range('$10..$20'), factor('1.5..2'))), '[15, 40]');
    assert.equal(plain(multiply(range('>$10'), factor('2'))), '[20, ∞]');
    assert.equal(plain(multiply(range('$10'), range('>$2'))), '[20, ∞]');
    assert.equal(plain(multiply(range('<$10'), range('<$2'))), '[0, 20]');
    assert.equal(plain(multiply(range('~$10'), factor('2'))), '~[20, 20]');
    assert.equal(plain(multiply(range('-$10..$5'), factor('2..3'))), '[-30, 15]');
    assert.equal(plain(multiply(range('-$10..-$5'), range('>$2'))), '[∞, -10]');
    assert.equal(plain(multiply(zero, range('>$2'))), '[0, 0]');
    assert.equal(plain(multiply(UNDISCLOSED, factor('2'))), '?[0, ∞]');
  });

  it('divides one by what is greater than nought', () => {
    assert.equal(plain(inverse(range('$4'))), '[0.25, 0.25]');
    assert.equal(plain(inverse(range('$4..$5'))), '[0.2, 0.25]');
    assert.equal(plain(inverse(range('>$4'))), '[0, 0.25]');
    assert.equal(plain(inverse(range('<$4'))), '[0.25, ∞]');
    assert.equal(plain(inverse(range('~$4'))), '~[0.25, 0.25]');
    // Rounded up: half a cent must not become less.
    assert.equal(inverse(range('$3')).min?.toFixed(), `0.${'3'.repeat(59)}4`);
  });

  it('rounds its bounds, and spans others', () => {
    assert.equal(plain(rounded(range('$1.005..$2.344'), 2)), '[1.01, 2.34]');
    assert.equal(plain(spanning(range('$1..$5'), range('~$3..$9'))), '~[1, 9]');
    assert.equal(plain(spanning(range('>$1'), range('$3..$9'))), '[1, ∞]');
    assert.equal(haveSameBounds(range('$1..$5'), range('~$1.0..$5')), true);
    assert.equal(haveSameBounds(range('$1..$5'), range('>$1')), false);
  });

  it('contradicts only where no reading can be right', () => {
    assert.equal(certainlyDifferent(range('$7B'), range('$8B')), true);
    assert.equal(certainlyDifferent(range('$8B'), range('$8B')), false);
    assert.equal(certainlyDifferent(range('$8B'), range('<$8B')), false);
    assert.equal(certainlyGreater(range('$8B'), range('<$7B')), true);
    assert.equal(certainlyGreater(range('$8B'), range('>$7B')), false);
    assert.equal(certainlyGreater(range('$100B..$500B'), range('$1B')), true);
    assert.equal(certainlyDifferent(range('$8B'), UNDISCLOSED), false);
  });

  it('takes ten percent either way for "about"', () => {
    assert.equal(certainlyDifferent(range('~$10B'), range('$11B')), false);
    assert.equal(certainlyDifferent(range('~$10B'), range('$11.01B')), true);
    assert.equal(certainlyDifferent(range('~$10B'), range('$8.99B')), true);
  });

  it('compares an inverted range as if its ends were in order', () => {
    assert.equal(certainlyDifferent(range('$5B..$1B'), range('$3B')), false);
    assert.equal(certainlyGreater(range('$5B..$1B'), range('$0.5B')), true);
  });

  describe('properties', () => {
    const runs = { numRuns: PROPERTY_RUNS };

    it('addition commutes and associates, with nought neutral', () => {
      fc.assert(
        fc.property(soundRange(), soundRange(), soundRange(), (a, b, c) => {
          assert.equal(plain(add(a, b)), plain(add(b, a)));
          assert.equal(plain(add(add(a, b), c)), plain(add(a, add(b, c))));
          assert.equal(plain(add(a, zero)), plain(a));
        }),
        runs,
      );
    }).timeout(PATIENCE);

    it('a sum holds the sum of any two readings', () => {
      fc.assert(
        fc.property(soundRange(), soundRange(), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
          const sum = exact(pick(a, share).plus(pick(b, 1 - share)));
          const bounds = notAbout(add(a, b));
          assert.equal(certainlyDifferent(sum, bounds), false);
        }),
        runs,
      );
    }).timeout(PATIENCE);

    it('what is left holds what is left of any two readings, and is never less than nothing', () => {
      fc.assert(
        fc.property(soundRange(), soundRange(), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
          const rest = pick(a, share).minus(pick(b, 1 - share));
          const left = subtract(a, b);
          assert.ok(left.min !== undefined && left.min.gte(0));
          const bounds = notAbout(left);
          assert.equal(certainlyDifferent(exact(rest.lt(0) ? new Big(0) : rest), bounds), false);
        }),
        runs,
      );
    }).timeout(PATIENCE);

    it('a product holds the product of any two readings, and keeps the order of bounds', () => {
      fc.assert(
        fc.property(soundRange(), soundRange(), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
          const product = multiply(a, b);
          assert.ok(!product.min || !product.max || product.min.lte(product.max));
          assert.equal(plain(multiply(a, exact(new Big(1)))), plain(a));
          const bounds = notAbout(product);
          assert.equal(certainlyDifferent(exact(pick(a, share).times(pick(b, 1 - share))), bounds), false);
        }),
        runs,
      );
    }).timeout(PATIENCE);

    it('what one is divided by goes into it, and the order of bounds is kept', () => {
      fc.assert(
        fc.property(soundRange(), fc.double({ min: 0, max: 1, noNaN: true }), (a, share) => {
          const value = pick(a, share);
          if (value.lte(0)) return;
          const divided = inverse(a);
          assert.ok(!divided.min || !divided.max || divided.min.lte(divided.max));
          const times = multiply(notAbout(divided), exact(value));
          assert.ok(!times.min || times.min.lte('1.000000000000000000001'));
          assert.ok(!times.max || times.max.gte('0.999999999999999999999'));
        }),
        runs,
      );
    }).timeout(PATIENCE);

    it('integers that a double holds are added and compared as decimals are', () => {
      fc.assert(
        fc.property(soundRange(), soundRange(), (a, b) => {
          for (const range of [a, b, add(a, b), upTo(a)]) {
            if (range.whole === undefined) continue;
            assert.ok(range.min?.eq(range.whole) && range.max?.eq(range.whole) && isExact(range));
          }
          const [x, y] = [inDecimals(a), inDecimals(b)];
          assert.equal(plain(add(a, b)), plain(add(x, y)));
          assert.equal(certainlyGreater(a, b), certainlyGreater(x, y));
        }),
        runs,
      );
    }).timeout(PATIENCE);

    it('comparisons agree with picked readings and never contradict each other', () => {
      fc.assert(
        fc.property(soundRange(), soundRange(), (a, b) => {
          const greater = certainlyGreater(a, b);
          const less = certainlyGreater(b, a);
          assert.equal(greater && less, false);
          assert.equal(certainlyDifferent(a, b), greater || less);
          if (greater) assert.ok(pick(a, 0).gt(pick(b, 1)));
        }),
        runs,
      );
    }).timeout(PATIENCE);
  });
});

function notAbout({ min, max, undisclosed }: Range): Range {
  return { min, max, approximate: false, undisclosed };
}

function inDecimals(range: Range): Range {
  return withBounds(range, range.min, range.max);
}

/** The number at this share of the way from the lower to the upper bound. */
function pick({ min, max }: Range, share: number): Big {
  const from = min ?? new Big(0);
  const to = max ?? from.plus(1_000_000);
  return from.plus(to.minus(from).times(new Big(share)));
}
