import assert from 'node:assert/strict';
import { Big } from 'big.js';
import fc from 'fast-check';
import { amountText } from '../../src/picture/amount';
import { moneyFormat } from '../../src/picture/drawing/numbers';
import { currencies } from '../../src/values/currency';
import { describeMoney } from '../../src/values/money';
import { about, between, exact } from '../../src/values/range';
import { propertyRuns } from '../language/random-text';
import { words } from './words';

describe('figures in drawings', () => {
  it('are written as cards write them', () => {
    const amount = fc.oneof(
      fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100),
      fc
        .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 12 }))
        .map(([n, p]) => n * 10 ** p),
      fc.integer({ min: 0, max: 1e12 }),
    );
    fc.assert(
      fc.property(amount, fc.constantFrom(...currencies), (value, { code }) => {
        const told = describeMoney({ currency: code, range: exact(new Big(value)) });
        assert.equal(moneyFormat(code)(value), told);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('have bounds as cards tell them', () => {
    const inWords = moneyFormat('USD');
    const told = (min: number | null, max: number | null, approximate: boolean) =>
      amountText({ min, max, approximate }, inWords, words.bounds);
    const [one, two] = [new Big(1e9), new Big(2e9)];
    assert.equal(told(1e9, 2e9, false), describeMoney({ currency: 'USD', range: between(one, two) }));
    assert.equal(told(1e9, 2e9, true), describeMoney({ currency: 'USD', range: about(between(one, two)) }));
    assert.equal(told(1e9, 1e9, true), describeMoney({ currency: 'USD', range: about(exact(one)) }));
    assert.equal(told(0, 2e9, false), 'up to $2B');
    assert.equal(told(null, 2e9, true), 'up to about $2B');
    assert.equal(told(1e9, null, false), 'at least $1B');
    assert.equal(moneyFormat('USD')(-5e9), '-$5B');
    assert.equal(moneyFormat('')(5e9), '5B');
  });
});
