import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatDuration, inMonths, readDuration } from '../../src/values/duration';
import { anyText, PROPERTY_RUNS, PATIENCE } from './arbitrary';
import { checkMisread, checkSound, valueOf } from './reading';

function months(text: string): string {
  const { months: count, per } = inMonths(valueOf(readDuration, text));
  return count.div(per).toString();
}

describe('durations', () => {
  it('reads years, months, weeks and days', () => {
    assert.deepEqual(valueOf(readDuration, '10y'), { years: 10, months: 0, weeks: 0, days: 0 });
    assert.deepEqual(valueOf(readDuration, '18mo'), { years: 0, months: 18, weeks: 0, days: 0 });
    assert.deepEqual(valueOf(readDuration, '6w'), { years: 0, months: 0, weeks: 6, days: 0 });
    assert.deepEqual(valueOf(readDuration, '90d'), { years: 0, months: 0, weeks: 0, days: 90 });
    assert.deepEqual(valueOf(readDuration, ' 1 year 6 months '), { years: 1, months: 6, weeks: 0, days: 0 });
  });

  it('writes what was read', () => {
    for (const text of ['10y', '18mo', '6w', '90d', '1y6mo', '1y2mo3w4d', '0d']) {
      assert.equal(formatDuration(valueOf(readDuration, text)), text);
    }
  });

  it('turns into months', () => {
    assert.equal(months('10y'), '120');
    assert.equal(months('18mo'), '18');
    assert.equal(months('1y6mo'), '18');
    assert.equal(Number(months('365d')).toFixed(4), '11.9920');
    assert.equal(Number(months('52w')).toFixed(4), '11.9592');
  });

  it('says what is wrong, and where', () => {
    checkMisread(readDuration, '[]', 'A duration is expected');
    checkMisread(readDuration, '[soon]', 'A duration is expected');
    checkMisread(readDuration, '[-3y]', 'A duration is expected');
    checkMisread(readDuration, '[10]', '“10y”');
    checkMisread(readDuration, '10[m]', 'Months are written “mo”');
    checkMisread(readDuration, '10[parsecs]', 'no unit of time');
    checkMisread(readDuration, '[1.]5y', 'whole numbers');
    checkMisread(readDuration, '6mo[1y]', 'longest first');
    checkMisread(readDuration, '1y[1y]', 'longest first');
    checkMisread(readDuration, '1y [soon]', 'does not belong');
    checkMisread(readDuration, '[1234567]y', 'too long');
  });

  it('stays calm over megabytes', () => {
    for (const piece of ['9', '1y', 'y', ' ', '.']) {
      checkSound(readDuration, piece.repeat(5_000_000 / piece.length));
      checkSound(readDuration, '1' + piece.repeat(5_000_000 / piece.length));
    }
  }).timeout(PATIENCE);

  describe('properties', () => {
    const runs = { numRuns: PROPERTY_RUNS };

    it('no text makes the reader throw', () => {
      fc.assert(
        fc.property(anyText('y', 'mo', 'w', 'd', 'years'), (text) => checkSound(readDuration, text)),
        runs,
      );
    }).timeout(PATIENCE);

    it('a formatted duration reads back as the same', () => {
      const count = fc.nat(999_999);
      fc.assert(
        fc.property(
          fc.record({ years: count, months: count, weeks: count, days: count }, { noNullPrototype: true }),
          (duration) => {
            assert.deepEqual(valueOf(readDuration, formatDuration(duration)), duration);
          },
        ),
        runs,
      );
    }).timeout(PATIENCE);
  });
});
