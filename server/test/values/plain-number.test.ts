import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatNumber, readNumber } from '../../src/values/plain-number';
import { anyText, plain, PROPERTY_RUNS, writtenRange, PATIENCE } from './arbitrary';
import { checkMisread, checkSound, valueOf } from './reading';

describe('plain numbers', () => {
  it('reads and writes the bounds that money has', () => {
    const canonical: [string, string][] = [
      ['1.0842', '1.0842'],
      ['4500', '4,500'],
      ['~300', '~300'],
      ['4000..5000', '4,000..5,000'],
      ['>= 3', '>3'],
      ['-2', '-2'],
      ['undisclosed', 'undisclosed'],
    ];
    for (const [text, expected] of canonical) assert.equal(formatNumber(valueOf(readNumber, text)), expected);
  });

  it('says what is wrong, and where', () => {
    checkMisread(readNumber, '[]', 'number is missing');
    checkMisread(readNumber, '[many]', 'instead of “many”');
    checkMisread(readNumber, '3 [GW]', 'does not belong');
  });

  it('no text makes the reader throw', () => {
    fc.assert(
      fc.property(anyText('x'), (text) => checkSound(readNumber, text)),
      { numRuns: PROPERTY_RUNS },
    );
  }).timeout(PATIENCE);

  it('a formatted number reads back as the same', () => {
    fc.assert(
      fc.property(writtenRange(), (range) => {
        assert.equal(plain(valueOf(readNumber, formatNumber(range))), plain(range));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  }).timeout(PATIENCE);
});
