import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describePercent, formatPercent, readPercent } from '../../src/values/percent';
import { anyText, plain, PROPERTY_RUNS, writtenRange, PATIENCE } from './arbitrary';
import { checkMisread, checkSound, valueOf } from './reading';

describe('percentages', () => {
  it('reads and writes the bounds that money has', () => {
    const canonical: [string, string][] = [
      ['13.56%', '13.56%'],
      ['49 %', '49%'],
      ['~50%', '~50%'],
      ['10..20%', '10%..20%'],
      ['10%..20%', '10%..20%'],
      ['<=5%', '<5%'],
      ['>51%', '>51%'],
      ['-3%', '-3%'],
      ['120%', '120%'],
      ['undisclosed', 'undisclosed'],
    ];
    for (const [text, expected] of canonical)
      assert.equal(formatPercent(valueOf(readPercent, text)), expected);
  });

  it('is told in words', () => {
    assert.equal(describePercent(valueOf(readPercent, '~50%')), 'about 50%');
    assert.equal(describePercent(valueOf(readPercent, '10..20%')), '10%–20%');
    assert.equal(describePercent(valueOf(readPercent, '>51%')), 'at least 51%');
  });

  it('says what is wrong, and where', () => {
    checkMisread(readPercent, '[]', 'number is missing');
    checkMisread(readPercent, '[13.56]', 'percent sign is missing');
    checkMisread(readPercent, '10%..[20]', 'percent sign is missing');
    checkMisread(readPercent, '[half]', 'instead of “half”');
    checkMisread(readPercent, '[13,56]%', 'Decimals take a point');
    checkMisread(readPercent, '5% [of it]', 'does not belong');
  });

  it('no text makes the reader throw', () => {
    fc.assert(
      fc.property(anyText('%'), (text) => checkSound(readPercent, text)),
      { numRuns: PROPERTY_RUNS },
    );
  }).timeout(PATIENCE);

  it('a formatted percentage reads back as the same', () => {
    fc.assert(
      fc.property(writtenRange(), (range) => {
        assert.equal(plain(valueOf(readPercent, formatPercent(range))), plain(range));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  }).timeout(PATIENCE);
});
