import assert from 'node:assert/strict';
import type { Cell } from '../../src/exchange/import/cells/cell';
import { dateOrderOf, readDateCell, type DateOrder } from '../../src/exchange/import/cells/date';
import { readMoneyCell, type MoneyColumn } from '../../src/exchange/import/cells/money';
import { namesInCell } from '../../src/exchange/import/cells/names';
import { decimalMarkOf } from '../../src/exchange/import/cells/number';
import { addressIn, siteIn } from '../../src/exchange/import/cells/url';

describe('a cell of money', () => {
  for (const [text, wanted] of [
    ['1,234.5', '$1,234.5'],
    ['1.234,5', '$1,234.5'],
    ['1 234 567', '$1,234,567'],
    ["1'234'567", '$1,234,567'],
    ['1\u202f234\u00a0567', '$1,234,567'],
    ['12,34,567', '$1,234,567'],
    ['2E+11', '$200B'],
    ['1.5e6', '$1.5M'],
    ['.5', '$0.5'],
    ['$1.2B', '$1.2B'],
    ['US$ 5.5 million', '$5.5M'],
    ['€ 5 Mio.', '€5M'],
    ['2.5M CHF', 'CHF 2.5M'],
    ['chf 2.5m', 'CHF 2.5M'],
    ['₹12 Cr', '₹120M'],
    ['1 million euros', '€1M'],
    ['5,-', '$5'],
    ['-5', '-$5'],
    ['(1,234)', '-$1,234'],
    ['~$14B', '~$14B'],
    ['approx. 14bn', '~$14B'],
    ['up to $3bn', '<$3B'],
    ['$10M+', '>$10M'],
    ['$5M - $10M', '$5M..$10M'],
    ['$5–10M', '$5M..$10M'],
    ['$100B..$500B', '$100B..$500B'],
    ['between 5 and 10 million', '$5M..$10M'],
    ['0', '$0'],
    ['CA$5,000,000', 'C$5M'],
    ['CA $5M', 'C$5M'],
    ['ca. $5M', '~$5M'],
    ['ca $5M', '~$5M'],
    ['ca. 5M', '~$5M'],
    ['A$5M', 'A$5M'],
    ['AU $5M', 'A$5M'],
    ['C$5M', 'C$5M'],
    ['US$5M', '$5M'],
    ['HK$5M', 'HK$5M'],
    ['CAD$5M', 'C$5M'],
    ['CAD $5M', 'C$5M'],
    ['$5M CAD', 'C$5M'],
    ['¥500 CNY', 'CN¥500'],
    ['est. 5M', '~$5M'],
    ['$1M-$2M', '$1M..$2M'],
    ['1M-2M', '$1M..$2M'],
    ['USD 5-10M', '$5M..$10M'],
    ['$5-10M', '$5M..$10M'],
    ['5-10 EUR', '€5..€10'],
    ['€5M - 10M', '€5M..€10M'],
    ['5E-1', '$0.5'],
    ['-5M', '-$5M'],
    ['$5M (est.)', '~$5M'],
    ['$5M (approx)', '~$5M'],
    ['$5M est.', '~$5M'],
    ['circa$5M', '~$5M'],
    ['$US5M', '$5M'],
    ['$CAD 5M', 'C$5M'],
  ] as const) {
    it(`reads ${text}`, () => checkMoney(text, { is: 'value', value: wanted }));
  }

  for (const text of ['', '  ', '-', 'n/a', '\u00a0', 'NULL']) {
    it(`has nothing in “${text}”`, () => checkMoney(text, { is: 'blank' }));
  }
  for (const text of ['undisclosed', 'Unknown', 'not disclosed']) {
    it(`knows that nobody has told: ${text}`, () => checkMoney(text, { is: 'undisclosed' }));
  }
  for (const text of [
    'a lot',
    '1.2.3',
    '5 XYZ',
    '2e99',
    '$6B/year',
    '10M - 5M',
    '1,2,3',
    '5 apples',
    '€5M USD',
    'US$5M CAD',
    '$5M EUR',
    '1-2-3',
    '5M and 10M',
    '555-1234',
    '2020-01-05',
    '-5-10M',
  ]) {
    it(`does not guess: ${text}`, () => assert.equal(readMoneyCell(text, column, 'USD').is, 'unread'));
  }

  it('is not looked for in what is longer than any figure', () => {
    const start = performance.now();
    for (const text of ['1'.repeat(100_000), '1 '.repeat(50_000), '1-'.repeat(50_000)]) {
      assert.equal(readMoneyCell(text, column, 'USD').is, 'unread');
    }
    assert.ok(performance.now() - start < 1000);
  });

  it('is in the currency that is said, and in none where nobody says it', () => {
    checkMoney('5', { is: 'value', value: '€5' }, {}, 'EUR');
    assert.equal(readMoneyCell('5', column, undefined).is, 'unread');
  });

  for (const [text, currency, wanted] of [
    ['$5,000,000', 'CAD', 'C$5M'],
    ['$7M', 'AUD', 'A$7M'],
    ['$3,000,000', 'SGD', 'S$3M'],
    ['¥500', 'CNY', 'CN¥500'],
    ['¥500', 'JPY', '¥500'],
    ['$5-10M', 'CAD', 'C$5M..C$10M'],
    ['€5M', 'EUR', '€5M'],
    ['5 million dollars', 'CAD', 'C$5M'],
    ['£5M', 'EGP', 'EGP 5M'],
    ['5 pounds', 'GBP', '£5'],
  ] as const) {
    it(`takes a sign of several currencies for the one beside it: ${text}, ${currency}`, () => {
      checkMoney(text, { is: 'value', value: wanted }, {}, currency);
      assert.deepEqual(readMoneyCell(text, column, currency, true), { is: 'value', value: wanted });
    });
  }

  it('does not choose between two currencies that the row says', () => {
    for (const [text, currency, reason] of [
      ['$5M', 'EUR', '“$” stands in it, and EUR beside it as its currency.'],
      ['US$5M', 'CAD', '“US$” stands in it, and CAD beside it as its currency.'],
      ['¥500', 'USD', '“¥” stands in it, and USD beside it as its currency.'],
      ['$5M..$6M', 'EUR', '“$” stands in it, and EUR beside it as its currency.'],
    ] as const) {
      assert.deepEqual(readMoneyCell(text, column, currency, true), { is: 'unread', reason });
    }
  });

  it('is multiplied by the power of its column, but for figures that name their own', () => {
    checkMoney('5.25', { is: 'value', value: '$5.25M' }, { power: 6 });
    checkMoney('$1.2B', { is: 'value', value: '$1.2B' }, { power: 6 });
  });

  it('is not known where the mapping says so of 0', () =>
    checkMoney('0.00', { is: 'blank' }, { zeroIsUnknown: true }));

  it('takes its decimals from its column', () => {
    assert.equal(decimalMarkOf(['1,234', '1.234,5']), 'comma');
    assert.equal(decimalMarkOf(['1,234', '1.5']), 'point');
    assert.equal(decimalMarkOf(['1,5', '1.5']), 'mixed');
    assert.equal(decimalMarkOf(['1,234', '7']), undefined);
    checkMoney('1.234', { is: 'value', value: '$1,234' }, { mark: 'comma' });
    checkMoney('1.234', { is: 'value', value: '$1.234' }, { mark: 'point' });
    assert.equal(readMoneyCell('1.234', { ...column, isStrict: true }, 'USD').is, 'unread');
  });
});

const column: MoneyColumn = { mark: undefined, isStrict: false, power: 0, zeroIsUnknown: false };

function checkMoney(
  text: string,
  wanted: Cell<string>,
  options: Partial<MoneyColumn> = {},
  currency = 'USD',
): void {
  assert.deepEqual(readMoneyCell(text, { ...column, ...options }, currency), wanted);
}

describe('a cell of a date', () => {
  for (const [text, wanted] of [
    ['2012-07-23', '2012-07-23'],
    ['2012/7/3', '2012-07-03'],
    ['20120723', '2012-07-23'],
    ['2012-07-23T10:00:00Z', '2012-07-23'],
    ['7/23/2012 12:00:00 AM', '2012-07-23'],
    ['23.07.2012', '2012-07-23'],
    ['3/3/2015', '2015-03-03'],
    ['2015-00-00', '2015'],
    ['2015-05-00', '2015-05'],
    ['2015-05', '2015-05'],
    ['2015', '2015'],
    ['Jan 5, 2020', '2020-01-05'],
    ['5th of January 2020', '2020-01-05'],
    ['Mon, Jan 6 2020', '2020-01-06'],
    ['05-Jan-2020', '2020-01-05'],
    ['January 2020', '2020-01'],
    ['Q1 2020', '2020-Q1'],
    ['~2019', '~2019'],
    ['2019..2024', '2019..2024'],
  ] as const) {
    it(`reads ${text}`, () => checkDate(text, wanted));
  }

  for (const text of [
    '0000-00-00',
    '3201-05-01',
    '1201-11-03 00:00:00',
    '2015-02-30',
    '2015-13-01',
    'soon',
    '99/99/2020',
  ]) {
    it(`does not take for a date: ${text}`, () => assert.equal(readDateCell(text, 'ambiguous').is, 'unread'));
  }

  it('takes no more than is certain where day and month could be either way round', () => {
    checkDate('03/04/2015', '2015', 'ambiguous', true);
    checkDate('03/04/2015', '2015-03-04', 'MDY');
    checkDate('03/04/2015', '2015-04-03', 'DMY');
  });

  it('is kept beside what is read where it says less or something else', () => {
    checkDate('05-Jan-20', '2020-01-05', 'ambiguous', true);
    checkDate('44197', '2021-01-01', 'ambiguous', true);
  });

  it('takes the order of day and month from its column', () => {
    assert.equal(dateOrderOf(['03/04/2015', '13/01/2015']), 'DMY');
    assert.equal(dateOrderOf(['03/04/2015', '01/13/2015']), 'MDY');
    assert.equal(dateOrderOf(['13/04/2015', '01/13/2015']), 'mixed');
    assert.equal(dateOrderOf(['03/04/2015', '2015-01-13']), 'ambiguous');
  });
});

function checkDate(
  text: string,
  wanted: string,
  order: DateOrder | 'ambiguous' = 'ambiguous',
  isLossy = false,
): void {
  const cell = readDateCell(text, order);
  assert.equal(cell.is === 'value' && cell.value, wanted);
  assert.equal(cell.is === 'value' && cell.isLossy !== undefined, isLossy);
}

describe('a cell of names', () => {
  it('has several names where its separator is said, each once', () => {
    checkNames('A; B ;A;;n/a', ';', ['A', 'B']);
    checkNames('Smith, Jones and Co.', undefined, ['Smith, Jones and Co.']);
    checkNames('A (x, y), B', ',', ['A (x, y)', 'B']);
    checkNames('A (x, B', ',', ['A (x', 'B']);
  });

  it('has legal forms with the names before them', () => {
    checkNames('Y, Inc., Z', ',', ['Y, Inc.', 'Z']);
    checkNames('Foo Co., Ltd., Bar, L.P. (lead),Baz,LLC', ',', ['Foo Co., Ltd.', 'Bar, L.P.*', 'Baz,LLC']);
    checkNames('A, S.A., B, Pte. Ltd., C, A/S, D, Jr.', ',', ['A, S.A.', 'B, Pte. Ltd.', 'C, A/S', 'D, Jr.']);
    checkNames('Inc., Z', ',', ['Inc.', 'Z']);
    checkNames('A; Inc.', ';', ['A', 'Inc.']);
  });

  it('says who leads, and who is not known', () =>
    checkNames('Sequoia (lead), Index [Lead Investor], Undisclosed Investors', ',', [
      'Sequoia*',
      'Index*',
      '?',
    ]));

  it('leaves out what stands in brackets where the mapping says so', () => {
    checkNames('Sequoia(Jane Doe)', ',', ['Sequoia(Jane Doe)']);
    checkNames('Sequoia (Jane Doe), Alphabet (NAS: GOOGL)', ',', ['Sequoia', 'Alphabet'], true);
  });

  it('has single blanks, whatever they were', () =>
    checkNames(' Média\u00a0\u2003Co\u200b ', undefined, ['Média Co']));
});

function checkNames(
  text: string,
  separator: string | undefined,
  wanted: readonly string[],
  dropsBrackets = false,
): void {
  const names = namesInCell(text, { separator, dropsBrackets });
  assert.deepEqual(
    names.map(({ name, isLead, isUndisclosed }) => (isUndisclosed ? '?' : `${name}${isLead ? '*' : ''}`)),
    wanted,
  );
}

describe('a cell of an address', () => {
  it('is an address or none', () => {
    assert.equal(addressIn(' https://example.com/a?b=c '), '<https://example.com/a?b=c>');
    assert.equal(addressIn('www.example.com'), '<https://www.example.com>');
    assert.equal(siteIn('example.com'), '<https://example.com>');
    for (const text of ['example', 'https://a b', 'https://a>b', 'ftp://a.b', ''])
      assert.equal(siteIn(text), undefined);
  });
});
