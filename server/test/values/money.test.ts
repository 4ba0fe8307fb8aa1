import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { currencies } from '../../src/values/currency';
import { describeMoney, formatMoney, readMoney, type Money } from '../../src/values/money';
import { anyText, plain, PROPERTY_RUNS, writtenRange, PATIENCE } from './arbitrary';
import { checkMisread, checkSound, valueOf } from './reading';

function checkMoney(text: string, expected: string): void {
  const { currency, range, per } = valueOf(readMoney, text);
  assert.equal(`${currency} ${plain(range)}${per === undefined ? '' : ' per ' + per}`, expected, text);
}

/** Checks that an amount is refused with a message that shows, and a suggestion that gives, how to write it. */
function checkSuggestion(text: string, written: string): void {
  const reading = readMoney(text);
  if (reading.ok) assert.fail(`${text} was read`);
  const { message, start, end, suggestion = '' } = reading;
  assert.ok(message.includes(`“${written}”`), message);
  assert.equal(text.slice(0, start) + suggestion + text.slice(end), written);
  valueOf(readMoney, written);
}

describe('money', () => {
  it('reads signs, codes and suffixes', () => {
    checkMoney('$1B', 'USD [1000000000, 1000000000]');
    checkMoney('$18.5B', 'USD [18500000000, 18500000000]');
    checkMoney('€500M', 'EUR [500000000, 500000000]');
    checkMoney('CHF 2.5M', 'CHF [2500000, 2500000]');
    checkMoney('USD 100K', 'USD [100000, 100000]');
    checkMoney('HK$3t', 'HKD [3000000000000, 3000000000000]');
    checkMoney('$1bn', 'USD [1000000000, 1000000000]');
    checkMoney('$2mn', 'USD [2000000, 2000000]');
    checkMoney('$1,000,000', 'USD [1000000, 1000000]');
    checkMoney('$0.30', 'USD [0.3, 0.3]');
  });

  it('reads a currency behind the amount', () => {
    checkMoney('2.5M CHF', 'CHF [2500000, 2500000]');
    checkMoney('500 EUR', 'EUR [500, 500]');
    checkMoney('500M€', 'EUR [500000000, 500000000]');
    checkMoney('$5M USD', 'USD [5000000, 5000000]');
  });

  it('reads bounds', () => {
    checkMoney('~$14B', 'USD ~[14000000000, 14000000000]');
    checkMoney('$100B..$500B', 'USD [100000000000, 500000000000]');
    checkMoney('$100..500B', 'USD [100000000000, 500000000000]');
    checkMoney('$500..$1K', 'USD [500, 1000]');
    checkMoney('$500M..2B', 'USD [500000000, 2000000000]');
    checkMoney('100..500B EUR', 'EUR [100000000000, 500000000000]');
    checkMoney('~$1B..$2B', 'USD ~[1000000000, 2000000000]');
    checkMoney('$1B..~$2B', 'USD ~[1000000000, 2000000000]');
    checkMoney('<$2B', 'USD [0, 2000000000]');
    checkMoney('<=$2B', 'USD [0, 2000000000]');
    checkMoney('>$1B', 'USD [1000000000, ∞]');
    checkMoney('>= $1B', 'USD [1000000000, ∞]');
    checkMoney('~<$2B', 'USD ~[0, 2000000000]');
    checkMoney('<~$2B', 'USD ~[0, 2000000000]');
    checkMoney('undisclosed', ' ?[0, ∞]');
  });

  it('reads blanks wherever they do no harm', () => {
    checkMoney('  ~ $ 14B ', 'USD ~[14000000000, 14000000000]');
    checkMoney('$100B .. $500B', 'USD [100000000000, 500000000000]');
    checkMoney('CHF\u00a02.5M', 'CHF [2500000, 2500000]');
    checkMoney('$6B / year', 'USD [6000000000, 6000000000] per year');
  });

  it('answers what is spelled out with how it is written', () => {
    checkSuggestion('$1 B', '$1B');
    checkSuggestion('$1.5 billion', '$1.5B');
    checkSuggestion('1 million dollars', '$1M');
    checkSuggestion('500K euros', '€500K');
    checkSuggestion('~$1 bn..$2 bn', '~$1B..$2B');
    checkSuggestion('$6 billion / year', '$6B/year');
    checkSuggestion('€1,5B', '€1.5B');
    checkSuggestion('$12,5', '$12.5');
    checkSuggestion('€1.234.567,89', '€1,234,567.89');
  });

  it('reads what checks complain about', () => {
    checkMoney('-$5M', 'USD [-5000000, -5000000]');
    checkMoney('$-5M', 'USD [-5000000, -5000000]');
    checkMoney('$5B..$1B', 'USD [5000000000, 1000000000]');
  });

  it('reads recurring money', () => {
    checkMoney('$6B/year', 'USD [6000000000, 6000000000] per year');
    checkMoney('~$500M/quarter', 'USD ~[500000000, 500000000] per quarter');
    checkMoney('CHF 20K/mo', 'CHF [20000, 20000] per month');
  });

  it('keeps decimals exact', () => {
    checkMoney('$0.1', 'USD [0.1, 0.1]');
    checkMoney('$9007199254740993.01', 'USD [9007199254740993.01, 9007199254740993.01]');
    checkMoney(
      '$123456789012345678.123456789012',
      'USD [123456789012345678.123456789012, 123456789012345678.123456789012]',
    );
  });

  it('says what is wrong, and where', () => {
    checkMisread(readMoney, '[]', 'number is missing');
    checkMisread(readMoney, '$[]', 'number is missing');
    checkMisread(readMoney, '[60]', 'Say which currency: “$60” or “EUR 60”');
    checkMisread(readMoney, '[60B]', 'Say which currency: “$60B” or “EUR 60B”');
    checkMisread(readMoney, '[EUO] 5M', '“EUR”');
    checkMisread(readMoney, '[usd] 5M', '“USD”');
    checkMisread(readMoney, '5M [EUO]', '“EUR”');
    checkMisread(readMoney, '[doubloons] 5M', 'no currency');
    checkMisread(readMoney, '$5[Q]', 'no suffix');
    checkMisread(readMoney, '$5M [CAD]', '“USD” and “CAD”');
    checkMisread(readMoney, '$[1.2.]3B', 'one decimal point');
    checkMisread(readMoney, '$[1.]B', 'after the decimal point');
    checkMisread(readMoney, '$[.5]B', '“0.5”');
    checkMisread(readMoney, '$[1,5]B', 'Decimals take a point: write “$1.5B”');
    checkMisread(readMoney, '$[1,0000]', 'Commas group three digits');
    checkMisread(readMoney, '$[1000,000]', 'Commas group three digits');
    checkMisread(readMoney, '$1B [and more]', '“and more” does not belong');
    checkMisread(readMoney, '$6B[/week]', '“year”, “quarter” or “month”');
    checkMisread(readMoney, '$6B[/]', '“year”, “quarter” or “month”');
    checkMisread(readMoney, '$1B[..]', 'upper end is missing');
    checkMisread(readMoney, '[..]$1B', 'lower end is missing');
    checkMisread(readMoney, '[<$1B..]$2B', 'either');
    checkMisread(readMoney, '$[1B..€2B]', '“USD” and “EUR”');
  });

  it('refuses numbers beyond all measure', () => {
    checkMisread(readMoney, '$[1e999999]', 'too large');
    checkMisread(readMoney, '$[1e9]', 'Write the number out');
    checkMisread(readMoney, `$[${'9'.repeat(31)}]`, 'too large');
    checkMisread(readMoney, `$[${'9'.repeat(20)}T]`, 'too large');
    checkMisread(readMoney, `$[0.${'1'.repeat(13)}]`, 'too large or too long');
    checkMoney('$' + '9'.repeat(30), `USD [${'9'.repeat(30)}, ${'9'.repeat(30)}]`);
  });

  it('stays calm over megabytes', () => {
    for (const piece of ['9', ',', '.', '1,', '1.', 'a', '€', '~', '<', ' ', '$1B..', '-', '\u{1f4b0}']) {
      const text = piece.repeat(5_000_000 / piece.length);
      checkSound(readMoney, text);
      checkSound(readMoney, '$1' + text);
    }
  }).timeout(PATIENCE);

  it('writes the shortest text that keeps every digit', () => {
    const canonical: [string, string][] = [
      ['USD 18500M', '$18.5B'],
      ['$0.5B', '$500M'],
      ['$1,000,000', '$1M'],
      ['$1234567.89', '$1,234,567.89'],
      ['$1,234,500,000', '$1,234.5M'],
      ['$1500', '$1.5K'],
      ['$12345', '$12,345'],
      ['$100..500B', '$100B..$500B'],
      ['CHF 2500K', 'CHF 2.5M'],
      ['-CHF 5M', '-CHF 5M'],
      ['<=€2bn', '<€2B'],
      ['> $1B', '>$1B'],
      ['~ 14B USD', '~$14B'],
      ['<~$2B', '~<$2B'],
      ['$6B/yr', '$6B/year'],
      ['undisclosed', 'undisclosed'],
      ['$0', '$0'],
    ];
    for (const [text, expected] of canonical) assert.equal(formatMoney(valueOf(readMoney, text)), expected);
  });

  it('is told in words', () => {
    const prose: [string, string][] = [
      ['$11B', '$11B'],
      ['$100B..$500B', '$100B–$500B'],
      ['~$14B', 'about $14B'],
      ['<$2B', 'up to $2B'],
      ['>$11B', 'at least $11B'],
      ['~>$11B', 'at least about $11B'],
      ['~<$11B', 'up to about $11B'],
      ['~$1B..$2B', 'about $1B–$2B'],
      ['undisclosed', 'undisclosed'],
      ['$6B/year', '$6B a year'],
      ['$500M/quarter', '$500M a quarter'],
      ['CHF 20K/month', 'CHF 20K a month'],
      ['$1,234,567', '$1,234,567'],
      ['$1,234,567,890.12', '≈$1.235B'],
      ['-CHF 1,234,567,890.12', '≈-CHF 1.235B'],
    ];
    for (const [text, expected] of prose) assert.equal(describeMoney(valueOf(readMoney, text)), expected);
  });

  describe('properties', () => {
    const runs = { numRuns: PROPERTY_RUNS };

    it('no text makes the reader throw', () => {
      const text = anyText('$', '€', 'CHF', 'USD', 'M', 'bn', '/year', '/');
      fc.assert(
        fc.property(text, (written) => checkSound(readMoney, written)),
        runs,
      );
    }).timeout(PATIENCE);

    it('a formatted amount reads back as the same amount, and formats the same', () => {
      fc.assert(
        fc.property(anyMoney(), (money) => {
          const text = formatMoney(money);
          const again = valueOf(readMoney, text);
          assert.equal(again.per, money.per);
          assert.equal(plain(again.range), plain(money.range), text);
          if (!money.range.undisclosed) assert.equal(again.currency, money.currency);
          assert.equal(formatMoney(again), text);
        }),
        runs,
      );
    }).timeout(PATIENCE);
  });
});

function anyMoney(): fc.Arbitrary<Money> {
  const currency = fc.oneof(
    fc.constantFrom('USD', 'EUR', 'CHF'),
    fc.constantFrom(...currencies.map(({ code }) => code)),
  );
  const period = fc.constantFrom(undefined, 'year' as const, 'quarter' as const, 'month' as const);
  return fc
    .record({ currency, range: writtenRange(), per: period })
    .map((money) => (money.range.undisclosed ? { currency: '', range: money.range } : money));
}
