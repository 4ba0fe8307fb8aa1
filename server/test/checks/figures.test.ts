import assert from 'node:assert/strict';
import { Big } from 'big.js';
import fc from 'fast-check';
import { propertyRuns } from '../language/random-text';
import { allFindings, projectOf } from '../project-fixture';
import { placesOf, saidBy } from './said';

/** The messages about a deal between two parties, which says these lines. */
function messagesOf(deal: string): string[] {
  const { project, findings } = projectOf({ 'a.deal': `company A\ncompany B\n${deal}` });
  return allFindings(project, findings).map(({ message }) => message);
}

function round(...lines: string[]): string {
  return `round Deal: A -> B {\n  per <https://example.com>\n  ${lines.join('\n  ')}\n}\n`;
}

describe('a figure that cannot be', () => {
  it('is named wherever it stands', () => {
    const negative = (figure: string) =>
      `${figure} is negative. What flows back is a deal of its own, in the other direction.`;
    for (const [line, message] of [
      ['amount -$5M', negative('-$5M')],
      ['lead A with -$5M', negative('-$5M')],
      ['lead A with $5M..$3M', '$5M..$3M runs from the larger figure to the smaller. Write $3M..$5M.'],
      ['valuation -$5M post', negative('-$5M')],
      ['stake 130%', '130% lies outside 0% to 100%.'],
      ['stake -3%', '-3% lies outside 0% to 100%.'],
      ['amount $1001T', '$1,001T is more than there is. A suffix may be too large.'],
      ['amount >¥2000000T', '>¥2,000,000T is more than there is. A suffix may be too large.'],
      ['lead A with $9000T', '$9,000T is more than there is. A suffix may be too large.'],
      [
        'amount $900T/year over 5y',
        '$900T/year comes to $4,500T over all of its time, more than there is. A suffix or the time may be too large.',
      ],
    ] as const) {
      assert.deepEqual(messagesOf(round(line)), [message], line);
    }
    assert.deepEqual(messagesOf(round('amount $1000T')), []);
    assert.deepEqual(messagesOf(round('amount $900T/year over 1y')), []);
    assert.deepEqual(messagesOf(round('amount ¥1000000T')), []);
  });
});

describe('a stake', () => {
  it('is what the amount buys, as far as all three are rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.nat({ max: 3 }),
        (amount, rest, decimals) => {
          const post = amount + rest;
          const stake = new Big(amount).div(post).times(100).toFixed(decimals);
          const lines = [`amount $${amount}M`, `stake ${stake}%`, `valuation $${post}M post`];
          assert.deepEqual(messagesOf(round(...lines)), []);
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('is told with what it would be', () => {
    assert.deepEqual(messagesOf(round('amount $2B', 'stake 10%', 'valuation $60B post')), [
      '$2B at a post-money valuation of $60B buys 3.33%, stake says 10%. Correct one of the three.',
    ]);
    assert.deepEqual(messagesOf(round('amount $2B', 'stake 10%', 'valuation $60B pre')), [
      '$2B on top of a pre-money valuation of $60B buys 3.23%, stake says 10%. Correct one of the three.',
    ]);
    assert.equal(messagesOf(round('amount $2B', 'stake >10%', 'valuation $60B post')).length, 1);
  });

  it('is let pass where some reading fits, or where the valuation may be another one', () => {
    for (const lines of [
      ['amount $1B..$6B', 'stake 10%', 'valuation $60B post'],
      ['amount $2B', 'stake <10%', 'valuation $60B post'],
      ['amount $2B', 'stake 10%', 'valuation <$60B post'],
      ['amount undisclosed', 'stake 10%', 'valuation $60B post'],
      ['amount $2B', 'stake undisclosed', 'valuation $60B post'],
      ['amount €2B', 'stake 10%', 'valuation $60B post'],
      ['amount $2B', 'stake 3.2%', 'valuation $60B pre'],
      ['type secondary', 'amount $2B', 'stake 10%', 'valuation $60B pre'],
      ['amount $2B', 'stake 10%', 'valuation $60B'],
    ]) {
      assert.deepEqual(messagesOf(round(...lines)), [], lines.join());
    }
  });
});

describe('what members put in', () => {
  const venture = (...lines: string[]) =>
    `venture Deal {\n  per <https://example.com>\n  ${lines.join('\n  ')}\n}\n`;

  it('is told where it is more than the budget', () => {
    assert.deepEqual(messagesOf(venture('budget $20B', 'member A with $19B', 'member B with $7B')), [
      'The members put in $26B, the budget is $20B. Correct a contribution or the budget.',
    ]);
    assert.deepEqual(messagesOf(venture('budget $6B', 'member A, B with $9B')), [
      'The members put in $9B, the budget is $6B. Correct a contribution or the budget.',
    ]);
  });

  it('is let pass where some reading fits', () => {
    for (const lines of [
      ['budget $26B', 'member A with $19B', 'member B with $7B'],
      ['budget $8B', 'member A, B with $7B'],
      [
        'budget $8B',
        'member A with $7B per <https://a.example>',
        'member A with $6B per <https://b.example>',
        'member B',
      ],
      ['budget $25.6B', 'member A with $19B', 'member B with $7B'],
      ['budget $10B..$50B', 'member A with $19B', 'member B with $7B'],
      ['budget >$10B', 'member A with $19B', 'member B with $7B'],
      ['budget $10B', 'member A with <$19B', 'member B with undisclosed'],
      ['budget undisclosed', 'member A with $19B', 'member B with $7B'],
    ]) {
      assert.deepEqual(messagesOf(venture(...lines)), [], lines.join());
    }
  });
});

describe('a date', () => {
  const checkYears = (text: string, ...dates: string[]) => {
    const { project, findings } = projectOf({ 'a.deal': `company B { parent A }\n${text}` });
    const found = allFindings(project, findings).map(({ message }) => message);
    assert.deepEqual(
      found,
      dates.map((date) => `${date} is a year that nobody can mean. Correct the date.`),
    );
  };

  it('lies where people are or have been', () => {
    checkYears('company A { founded 1288 }\n');
    checkYears('company A { founded 2112 }\n', '2112');
    checkYears('company A { founded 1602; field "opened" "3201" }\n');
    checkYears('company A { aka "Old" until 1491-05 }\n', 'May 1491');
    checkYears('company A { aka "Old" from ../1499 }\n', 'until 1499');
    checkYears('company A { aka "Old" until 1791 }\n');
  });
});

describe('exchange rates of one day', () => {
  const said = (...declarations: string[]) => saidBy('rates-differ', declarations.join('\n'));
  const euro = (...rates: string[]) => `fx EURUSD: EUR -> USD { ${rates.join('; ')} }`;

  it('contradict each other where they are further apart than houses and hours are', () => {
    assert.deepEqual(said(euro('rate 1.0842 on 2025-01-31', 'rate 1.842 on 2025-01-31')), [
      '1 EUR is 1.842 USD here, and 1.0842 USD in “EURUSD” on the same day (31 January 2025). Correct one of the two rates.',
    ]);
    const inverse = (rate: string) => `fx USDEUR: USD -> EUR { rate ${rate} on 2025-01-31 }`;
    assert.deepEqual(said(euro('rate 1.0842 on 2025-01-31'), inverse('1.0842')), [
      '1 USD is 1.0842 EUR here, so 1 EUR is 0.9223 USD; in “EURUSD” it is 1.0842 USD on the same day (31 January 2025). Correct one of the two rates.',
    ]);
    assert.deepEqual(placesOf('rates-differ', `${euro('rate 1.0842 on 2025-01-31')}\n${inverse('1.08')}\n`), [
      'rate 1.08 on 2025-01-31 | rate 1.0842 on 2025-01-31',
    ]);
  });

  it('may be rounded, bounded, and those of several houses', () => {
    for (const declarations of [
      [euro('rate 1.0842 on 2025-01-31', 'rate 1.0932 on 2025-01-31')],
      [euro('rate 1.0842 on 2025-01-31', 'rate 1.1 on 2025-01-31')],
      [euro('rate 1.0842 on 2025-01-31', 'rate 1.05..1.20 on 2025-01-31')],
      [euro('rate 1.0842 on 2025-01-31', 'rate ~1.15 on 2025-01-31')],
      [euro('rate 1.0842 on 2025-01-31', 'rate 1.2 on 2025-01-30')],
      [euro('rate 1.0842 on 2025-01', 'rate 1.2 on 2025-01')],
      [euro('rate 1.0842 on 2025-01-31'), 'fx B: USD -> EUR { rate 0.9223 on 2025-01-31 }'],
      [euro('rate 1.0842 on 2025-01-31'), 'fx B: USD -> EUR { rate 0.93 on 2025-01-31 }'],
      [euro('rate 1.0842 on 2025-01-31'), 'fx B: EUR -> CHF { rate 0.94 on 2025-01-31 }'],
      [euro('rate 1.0842 on 2025-01-31'), 'fx B: EUR -> USD { rate 0 on 2025-01-31 }'],
    ]) {
      assert.deepEqual(said(...declarations), [], declarations.join());
    }
    assert.equal(said(euro('rate 1.0842 on 2025-01-31', 'rate 1.05..1.06 on 2025-01-31')).length, 1);
  });

  it('never contradict their own inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 8 }), (units) => {
        const rate = new Big(units).div(10_000);
        const back = new Big(new Big(1).div(rate).toPrecision(4));
        const both = [
          `fx A: EUR -> USD { rate ${rate.toFixed()} on 2025-01-31 }`,
          `fx B: USD -> EUR { rate ${back.toFixed()} on 2025-01-31 }`,
        ];
        assert.deepEqual(said(...both), [], both.join());
      }),
      { numRuns: propertyRuns },
    );
  });

  it('are more than nothing', () => {
    const rate = (text: string) => saidBy('impossible-figure', euro(`rate ${text} on 2025-01-31`));
    assert.deepEqual(rate('0'), [
      'An exchange rate of 0 cannot be: one unit buys more than nothing. Correct the rate.',
    ]);
    assert.equal(rate('-1.08').length, 1);
    for (const text of ['1.08', '0..1', '<2', '~1', 'undisclosed']) assert.deepEqual(rate(text), [], text);
  });
});
