import assert from 'node:assert/strict';
import { describeAge } from '../../src/values/age';

describe('ages', () => {
  it('are told in the unit that people use', () => {
    const told = [1, 2, 60, 61, 364, 366, 730, 731, 3653].map(describeAge);
    assert.deepEqual(told, [
      '1 day',
      '2 days',
      '60 days',
      '2 months',
      '11 months',
      '12 months',
      '23 months',
      '2 years',
      '10 years',
    ]);
  });
});
