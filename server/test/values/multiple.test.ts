import assert from 'node:assert/strict';
import { Big } from 'big.js';
import * as fc from 'fast-check';
import { readMoney } from '../../src/values/money';
import { formatMultiple, ratio, readMultiple } from '../../src/values/multiple';
import { certainlyDifferent, certainlyGreater, exact } from '../../src/values/range';
import { anyText, decimal, plain, PROPERTY_RUNS, writtenRange, PATIENCE } from './arbitrary';
import { checkMisread, checkSound, valueOf } from './reading';

function checkRatio(a: string, b: string, expected: string | undefined): void {
  const quotient = ratio(valueOf(readMoney, a), valueOf(readMoney, b));
  assert.equal(quotient && formatMultiple(quotient), expected, `${a} / ${b}`);
}

describe('multiples', () => {
  it('reads and writes the bounds that money has', () => {
    const canonical: [string, string][] = [
      ['3.24x', '3.24x'],
      ['> 3x', '>3x'],
      ['2..3x', '2x..3x'],
      ['~ 10 ×', '~10x'],
      ['0.005x', '0.005x'],
    ];
    for (const [text, expected] of canonical)
      assert.equal(formatMultiple(valueOf(readMultiple, text)), expected);
  });

  it('shows two decimals, below one two digits', () => {
    assert.equal(formatMultiple(exact(new Big('3.2449'))), '3.24x');
    assert.equal(formatMultiple(exact(new Big('0.012345'))), '0.012x');
    assert.equal(formatMultiple(exact(new Big('0.1249'))), '0.12x');
    assert.equal(formatMultiple(exact(new Big('0.0999'))), '0.1x');
    assert.equal(formatMultiple(exact(new Big('0.999'))), '1x');
  });

  it('says what is wrong, and where', () => {
    checkMisread(readMultiple, '[3.24]', 'ends with “x”');
    checkMisread(readMultiple, '[thrice]', 'instead of “thrice”');
    checkMisread(readMultiple, '3x [or so]', 'does not belong');
  });

  it('comes from two amounts of one currency', () => {
    checkRatio('$60B', '$18.5B', '3.24x');
    checkRatio('$100B..$500B', '$10B', '10x..50x');
    checkRatio('$10B', '$2B..$5B', '2x..5x');
    checkRatio('>$10B', '$5B', '>2x');
    checkRatio('$10B', '>$5B', '<2x');
    checkRatio('$10B', '<$5B', '>2x');
    checkRatio('~$60B', '$20B', '~3x');
    checkRatio('$6B/year', '$3B/year', '2x');
    checkRatio('$60B', '€18.5B', undefined);
    checkRatio('$6B/year', '$3B', undefined);
    checkRatio('$60B', '$0', undefined);
    checkRatio('-$60B', '$5B', undefined);
    checkRatio('$60B', 'undisclosed', undefined);
  });

  it('can be held against a stated multiple', () => {
    const stepUp = ratio(valueOf(readMoney, '$60B'), valueOf(readMoney, '$18.5B'));
    assert.ok(stepUp);
    assert.equal(certainlyDifferent(stepUp, valueOf(readMultiple, '> 3x')), false);
    assert.equal(certainlyGreater(valueOf(readMultiple, '> 4x'), stepUp), true);
  });

  describe('properties', () => {
    const runs = { numRuns: PROPERTY_RUNS };

    it('no text makes the reader throw', () => {
      fc.assert(
        fc.property(anyText('x', '×'), (text) => checkSound(readMultiple, text)),
        runs,
      );
    }).timeout(PATIENCE);

    it('a formatted multiple of two decimals reads back as the same', () => {
      fc.assert(
        fc.property(writtenRange(), (range) => {
          const shown = { ...range, min: range.min?.round(2), max: range.max?.round(2) };
          const again = valueOf(readMultiple, formatMultiple(shown));
          assert.equal(formatMultiple(again), formatMultiple(shown));
          if (!shown.min?.abs().lt(1) && !shown.max?.abs().lt(1)) assert.equal(plain(again), plain(shown));
        }),
        runs,
      );
    }).timeout(PATIENCE);

    it('a ratio times its divisor is the dividend', () => {
      const amount = decimal({ min: 1, max: 1e12 });
      fc.assert(
        fc.property(amount, amount, (a, b) => {
          const quotient = ratio({ currency: 'USD', range: exact(a) }, { currency: 'USD', range: exact(b) });
          assert.ok(quotient?.min);
          assert.ok(quotient.min.times(b).minus(a).abs().lt('1e-6'));
        }),
        runs,
      );
    }).timeout(PATIENCE);
  });
});
