import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describeQuantity, formatQuantity, readQuantity } from '../../src/values/quantity';
import { findUnit, unitWords } from '../../src/values/units';
import { anyText, plain, PROPERTY_RUNS, writtenRange, PATIENCE } from './arbitrary';
import { checkMisread, checkSound, valueOf } from './reading';

describe('quantities', () => {
  it('reads and writes numbers with units', () => {
    const canonical: [string, string][] = [
      ['6GW', '6GW'],
      ['341 MW', '341MW'],
      ['6gw', '6GW'],
      ['1,500MW', '1,500MW'],
      ['131072 GPUs', '131,072 GPUs'],
      ['1.2M chips', '1.2M chips'],
      ['1.2 million chips', '1.2M chips'],
      ['100K GPU', '100K GPUs'],
      ['400 people', '400 people'],
      ['1500m²', '1,500m2'],
      ['20 EFLOP/s', '20EFLOPS'],
      ['10T tokens', '10T tokens'],
      ['~10GW', '~10GW'],
      ['<5 racks', '<5 racks'],
      ['>=10GW', '>10GW'],
      ['10..20GW', '10GW..20GW'],
      ['1..2M chips', '1M chips..2M chips'],
      ['500MW..1GW', '0.5GW..1GW'],
      ['undisclosed', 'undisclosed'],
    ];
    for (const [text, expected] of canonical)
      assert.equal(formatQuantity(valueOf(readQuantity, text)), expected);
  });

  it('is told in words', () => {
    assert.equal(describeQuantity(valueOf(readQuantity, '~10GW')), 'about 10GW');
    assert.equal(describeQuantity(valueOf(readQuantity, '<400 people')), 'up to 400 people');
    assert.equal(describeQuantity(valueOf(readQuantity, '1,234,567,891 users')), '≈1.235B users');
  });

  it('says what is wrong, and where', () => {
    checkMisread(readQuantity, '[]', 'number is missing');
    checkMisread(readQuantity, '[6]', '“6GW”');
    checkMisread(readQuantity, '[6M]', 'Say of what');
    checkMisread(readQuantity, '6 [GPSs]', '“GPUs”');
    checkMisread(readQuantity, '6 [bananas]', 'no known unit');
    checkMisread(readQuantity, '[6GW..7 people]', '“GW” and “people”');
    checkMisread(readQuantity, '6GW [each]', 'does not belong');
  });

  it('has units whose every spelling means one of them', () => {
    assert.equal(new Set(unitWords.map((word) => word.toLowerCase())).size, unitWords.length);
    for (const word of unitWords) {
      assert.equal(findUnit(word)?.word, word);
      assert.equal(findUnit(word.toUpperCase())?.word, word);
    }
    assert.equal(findUnit('parsecs'), undefined);
    assert.equal(findUnit(''), undefined);
  });

  it('stays calm over megabytes', () => {
    for (const piece of ['9', 'G', '1GW..', '/s', '²']) {
      checkSound(readQuantity, '1' + piece.repeat(5_000_000 / piece.length));
    }
  }).timeout(PATIENCE);

  describe('properties', () => {
    const runs = { numRuns: PROPERTY_RUNS };

    it('no text makes the reader throw', () => {
      fc.assert(
        fc.property(anyText('GW', 'MW', 'GPUs', ' people', 'm2', '/s'), (text) =>
          checkSound(readQuantity, text),
        ),
        runs,
      );
    }).timeout(PATIENCE);

    it('a formatted quantity reads back as the same', () => {
      fc.assert(
        fc.property(writtenRange(), fc.constantFrom(...unitWords), (range, unit) => {
          const again = valueOf(readQuantity, formatQuantity({ range, unit }));
          assert.equal(plain(again.range), plain(range));
          assert.equal(again.unit, range.undisclosed ? '' : unit);
        }),
        runs,
      );
    }).timeout(PATIENCE);
  });
});
