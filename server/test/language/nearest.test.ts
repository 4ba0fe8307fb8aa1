import assert from 'node:assert/strict';
import { nearestWords } from '../../src/language/nearest';

describe('nearest words', () => {
  const candidates = ['accelerators', 'chips', 'racks', 'seats', 'servers', 'shares'];

  it('finds what a slip of the keyboard may have meant', () => {
    assert.deepEqual(nearestWords('chpis', candidates), ['chips']);
    assert.deepEqual(nearestWords('rack', candidates), ['racks']);
    assert.deepEqual(nearestWords('acelleratros', candidates), ['accelerators']);
    assert.deepEqual(nearestWords('CHIPS', candidates), ['chips']);
  });

  it('gives the first of the alphabet first where several are as near', () => {
    assert.deepEqual(nearestWords('abd', ['abz', 'aby', 'abx', 'abw']), ['abw', 'abx', 'aby']);
  });

  it('puts the nearest first and gives no more than asked for', () => {
    assert.deepEqual(nearestWords('sharts', candidates), ['shares', 'seats']);
    assert.deepEqual(nearestWords('sharts', candidates, 1), ['shares']);
  });

  it('counts two swapped letters as one slip', () => {
    assert.deepEqual(nearestWords('RUE', ['EUR', 'REU', 'RUB']), ['REU', 'RUB']);
    assert.deepEqual(nearestWords('UERO', ['EURO', 'ERZ'], 1), ['EURO']);
    assert.deepEqual(nearestWords('GWB', ['GBW', 'MWh']), ['GBW']);
  });

  it('offers nothing for a word of another kind', () => {
    assert.deepEqual(nearestWords('bananas', candidates), []);
    assert.deepEqual(nearestWords('', candidates), []);
    assert.deepEqual(nearestWords('x'.repeat(5_000_000), candidates), []);
  });
});
