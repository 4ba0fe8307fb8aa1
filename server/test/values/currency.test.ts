import assert from 'node:assert/strict';
import {
  compareCurrencies,
  currencies,
  currencyCodeOf,
  findCurrency,
  nearestCurrencies,
  symbolOf,
} from '../../src/values/currency';

describe('currencies', () => {
  it('have distinct codes of three capitals, sorted', () => {
    const codes = currencies.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)].sort());
    assert.ok(codes.every((code) => /^[A-Z]{3}$/.test(code)));
    assert.ok(codes.length > 170);
  });

  it('have the minor digits of the standard', () => {
    const codes = ['USD', 'JPY', 'KWD', 'CLF', 'XAU'];
    assert.deepEqual(
      codes.map((code) => findCurrency(code)?.digits),
      [2, 0, 3, 4, undefined],
    );
  });

  it('are all known to the platform by name, but for the youngest', () => {
    const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });
    const unknown = currencies.map(({ code }) => code).filter((code) => names.of(code) === undefined);
    assert.deepEqual(
      unknown.filter((code) => !['XAD', 'XCG', 'ZWG'].includes(code)),
      [],
    );
  });

  it('are found by sign and by code', () => {
    const written = ['$', 'US$', '€', 'HK$', 'CN¥', 'RMB', 'CHF', 'kr', 'usd', ''];
    assert.deepEqual(written.map(currencyCodeOf), [
      'USD',
      'USD',
      'EUR',
      'HKD',
      'CNY',
      'CNY',
      'CHF',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are shown with a sign that means them', () => {
    for (const { code } of currencies) {
      const symbol = symbolOf(code);
      if (symbol !== undefined) assert.equal(currencyCodeOf(symbol), code);
    }
    assert.equal(symbolOf('EUR'), '€');
    assert.equal(symbolOf('CHF'), undefined);
  });

  it('are suggested for a mistyped code', () => {
    assert.equal(nearestCurrencies('usd')[0], 'USD');
    assert.ok(nearestCurrencies('EUO').includes('EUR'));
    assert.deepEqual(nearestCurrencies('doubloons'), []);
    assert.deepEqual(nearestCurrencies(''), []);
  });

  it('stand in the order of their use', () => {
    assert.deepEqual(['ZAR', 'EUR', 'CHF', 'USD'].sort(compareCurrencies), ['USD', 'EUR', 'CHF', 'ZAR']);
  });
});
