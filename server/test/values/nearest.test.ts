import assert from 'node:assert/strict';
import { nearestWords } from '../../src/values/nearest';
import { PATIENCE } from './arbitrary';

describe('nearest words', () => {
  const candidates = ['accelerators', 'chips', 'racks', 'seats', 'servers', 'shares'];

  it('finds what a slip of the keyboard may have meant', () => {
    assert.deepEqual(nearestWords('chpis', candidates, 3), ['chips']);
    assert.deepEqual(nearestWords('rack', candidates, 3), ['racks']);
    assert.deepEqual(nearestWords('acelleratros', candidates, 3), ['accelerators']);
    assert.deepEqual(nearestWords('CHIPS', candidates, 3), ['chips']);
  });

  it('puts the nearest first and gives no more than asked for', () => {
    assert.deepEqual(nearestWords('sharts', candidates, 3), ['shares', 'seats']);
    assert.deepEqual(nearestWords('sharts', candidates, 1), ['shares']);
  });

  it('counts two swapped letters as one slip', () => {
    assert.deepEqual(nearestWords('RUE', ['EUR', 'REU', 'RUB'], 3), ['REU', 'RUB']);
    assert.deepEqual(nearestWords('UERO', ['EURO', 'ERZ'], 1), ['EURO']);
    assert.deepEqual(nearestWords('GWB', ['GBW', 'MWh'], 3), ['GBW']);
  });

  it('offers nothing for a word of another kind', () => {
    assert.deepEqual(nearestWords('bananas', candidates, 3), []);
    assert.deepEqual(nearestWords('', candidates, 3), []);
    assert.deepEqual(nearestWords('x'.repeat(5_000_000), candidates, 3), []);
  }).timeout(PATIENCE);
});
