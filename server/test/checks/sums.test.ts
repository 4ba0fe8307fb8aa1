import assert from 'node:assert/strict';
import { Big } from 'big.js';
import fc from 'fast-check';
import { asReported } from '../../src/values/rounding';
import { certainlyGreater, exact } from '../../src/values/range';
import { propertyRuns } from '../language/random-text';
import { placesOf, saidBy } from './said';

const parties = 'company A\ncompany B\ncompany C\n';

/** A deal with these lines, which cites something. */
function deal(head: string, ...lines: string[]): string {
  return `${head} {\n  per <https://a.example>\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

describe('pre-money and new money', () => {
  const said = (...lines: string[]) =>
    saidBy('pre-money-adds-up', parties + deal('round Deal: A, C -> B', ...lines));

  it('come to the post-money valuation, as far as all three are rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 9999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.nat({ max: 2 }),
        (pre, amount, decimals) => {
          const post = new Big(pre).plus(amount).div(1000).toFixed(decimals);
          const lines = [`amount $${amount}M`, `valuation $${pre}M pre`, `valuation $${post}B post`];
          assert.deepEqual(said(...lines), [], lines.join());
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('are told where they do not, with what they come to', () => {
    assert.deepEqual(said('amount $2B', 'valuation $58B pre', 'valuation $65B post'), [
      'The pre-money valuation of $58B and $2B of new money come to $60B, post-money says $65B. Correct one of the three.',
    ]);
    assert.equal(said('tranche $1B', 'tranche $1B', 'valuation $58B pre', 'valuation $65B post').length, 1);
    assert.equal(said('amount $2B', 'debt $1B', 'valuation $58B pre', 'valuation $57B post').length, 1);
    assert.equal(said('amount <$2B', 'valuation $58B pre', 'valuation $65B post').length, 1);
  });

  it('are let pass within one percent, where a reading fits, and where old shares may be in it', () => {
    for (const lines of [
      ['amount $2B', 'valuation $58B pre', 'valuation $60.50B post'],
      ['amount $1B..$9B', 'valuation $58B pre', 'valuation $65B post'],
      ['amount >$2B', 'valuation $58B pre', 'valuation $65B post'],
      ['amount undisclosed', 'valuation $58B pre', 'valuation $65B post'],
      ['amount €2B', 'valuation $58B pre', 'valuation $65B post'],
      ['amount $2B', 'valuation $58B pre', 'valuation €65B post'],
      ['amount $9B', 'debt $2B', 'valuation $58B pre', 'valuation $65B post'],
      ['amount $9B', 'debt €2B', 'valuation $58B pre', 'valuation $65B post'],
      ['amount $2B', 'type tender', 'valuation $58B pre', 'valuation $65B post'],
      ['amount $2B', 'type IPO', 'valuation $58B pre', 'valuation $65B post'],
      ['amount $2B', 'valuation $58B pre on 2023', 'valuation $65B post on 2024'],
      ['amount $2B', 'valuation $58B pre'],
    ]) {
      assert.deepEqual(said(...lines), [], lines.join());
    }
  });

  it('stand beside each other, and the round is measured against the post-money', () => {
    const text = (...lines: string[]) => parties + deal('round Deal: A -> B', ...lines);
    const both = ['valuation $58B pre', 'valuation $60B post'];
    assert.deepEqual(saidBy('repeated-property', text('amount $2B', ...both)), []);
    assert.equal(saidBy('repeated-property', text('amount $2B', ...both, 'valuation $61B post')).length, 1);
    assert.equal(saidBy('round-exceeds-valuation', text('amount $70B', ...both)).length, 1);
    assert.deepEqual(saidBy('stake-fits-valuation', text('amount $2B', 'stake 3.3%', ...both)), []);
    assert.equal(saidBy('stake-fits-valuation', text('amount $2B', 'stake 9%', ...both)).length, 1);
  });
});

describe('a running total', () => {
  const first = (amount: string, ...lines: string[]) =>
    deal('investment First: A -> B', `amount ${amount}`, ...lines);
  const second = (amount: string, total: string, ...lines: string[]) =>
    deal('investment Second: A -> B', `amount ${amount}`, `total ${total}`, ...lines);
  const closed = (date: string) => `status closed on ${date}`;
  const said = (...deals: string[]) => saidBy('running-total', parties + deals.join(''));

  it('is the sum of the deals, however it is rounded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 3 }),
        (amounts, decimals) => {
          const total = new Big(amounts.reduce((sum, amount) => sum + amount, 0)).div(1000);
          const written = total.toFixed(decimals);
          fc.pre(new Big(written).minus(total).abs().lte(new Big(written).div(10)));
          const deals = amounts.map((amount, index) =>
            index + 1 < amounts.length
              ? deal(`investment D${index}: A -> B`, `amount $${amount}M`, closed(`20${10 + index}`))
              : deal('investment Last: A -> B', `amount $${amount}M`, `total $${written}B`, closed('2024')),
          );
          assert.deepEqual(said(...deals), [], written);
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('is told where it is not, with each of the deals', () => {
    const text = parties + first('$2B', closed('2023')) + second('$1B', '$4B', closed('2025-01'));
    assert.deepEqual(saidBy('running-total', text), [
      'The running total says $4B, but the deals come to $3B: $2B (“First”) + $1B (“Second”). Correct it, or the deal that is missing or wrong.',
    ]);
    assert.deepEqual(placesOf('running-total', text), ['total $4B | amount $2B | amount $1B']);
    assert.deepEqual(said(first('<$2B', closed('2023')), second('$1B', '$4B', closed('2025-01'))), [
      'The running total says $4B, which does not fit what the deals come to, $1B–$3B: up to $2B (“First”) + $1B (“Second”). Correct it, or the deal that is missing or wrong.',
    ]);
    assert.equal(
      said(first('undisclosed', closed('2023')), second('$5B', '$4B', closed('2025-01'))).length,
      1,
    );
  });

  it('counts no deal that is later, over, talked about, of another purpose or between others', () => {
    const total = second('$1B', '$1B', closed('2024-06'));
    for (const other of [
      first('$2B', closed('2024-08')),
      first('$2B', 'status announced on 2022', 'status withdrawn on 2023'),
      first('$2B', 'status talks on 2024'),
      deal('loan First: A -> B', 'amount $2B', closed('2023')),
      deal('investment First: C -> B', 'amount $2B', closed('2023')),
      deal('investment First: A -> C', 'amount $2B', closed('2023')),
      deal('investment First: A -> B', 'amount $2B', 'type secondary', 'seller C', closed('2023')),
    ]) {
      assert.deepEqual(said(other, total), [], other);
      assert.equal(said(other, second('$1B', '$3B', closed('2024-06'))).length, 1, other);
    }
  });

  it('may count what has no date, has other investors as well, was over later, or is of a unit', () => {
    for (const other of [
      first('$2B'),
      first('$2B', closed('2024')),
      deal('round First: A, C -> B', 'amount $2B', closed('2023')),
      deal('investment First: undisclosed -> B', 'amount $2B', closed('2023')),
      deal('investment First: Unit -> B', 'amount $2B', closed('2023')) + 'company Unit { parent A }\n',
      first('$2B', 'status announced on 2022', 'status withdrawn on 2024-09'),
    ]) {
      for (const total of ['$1B', '$2B', '$3B'])
        assert.deepEqual(said(other, second('$1B', total, closed('2024-06'))), [], other + total);
      assert.equal(said(other, second('$1B', '$6B', closed('2024-06'))).length, 1, other);
    }
  });

  it('counts the part of an investor where it is known', () => {
    const other = deal('round First: A, C -> B', 'lead A with $2B', 'amount $5B', closed('2023'));
    assert.deepEqual(said(other, second('$1B', '$3B', closed('2024-06'))), []);
    assert.equal(said(other, second('$1B', '$6B', closed('2024-06'))).length, 1);
  });

  it('is let pass where currencies differ', () => {
    assert.deepEqual(said(first('€2B', closed('2023')), second('$1B', '$9B', closed('2025-01'))), []);
    assert.deepEqual(said(first('$2B', closed('2023')), second('€1B', '$9B', closed('2025-01'))), []);
  });

  it('says how sure it is where it counts what is disputed', () => {
    const doubt = (target: string, ...lines: string[]) => deal(`claim Doubt: C disputes ${target}`, ...lines);
    const disputed = (...deals: string[]) => saidBy('disputed-in-total', parties + deals.join(''));
    const [before, total] = [first('$2B', closed('2023')), second('$1B', '$3B', closed('2024-06'))];
    for (const target of ['First.amount', 'First.paid', 'First', 'Second.amount'])
      assert.equal(disputed(before, total, doubt(target)).length, 1, target);
    assert.equal(disputed(first('$2B'), total, doubt('First.amount')).length, 1);
    for (const deals of [
      [before, total, doubt('First.status')],
      [before, total, doubt('First.amount', 'on 2025-06')],
      [before, second('$1B', '$3B likely', closed('2024-06')), doubt('First.amount')],
      [first('$2B'), second('$1B', '$1B', closed('2024-06')), doubt('First.amount')],
    ]) {
      assert.deepEqual(disputed(...deals), [], deals.join(''));
    }
  });
});

describe('a figure in a sum', () => {
  it('covers what is rounded to it, and no more than a tenth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat({ max: 3 }), (digits, decimals) => {
        const value = new Big(digits).div(new Big(10).pow(decimals));
        const { min, max } = asReported(exact(value), value.toFixed(decimals));
        assert.ok(min && max && min.lte(value) && max.gte(value));
        assert.ok(max.minus(value).lte(value.div(10)) && value.minus(min).lte(value.div(10)));
        assert.ok(max.minus(min).lte(new Big(10).pow(-decimals)));
      }),
      { numRuns: propertyRuns },
    );
    const open = asReported(
      { min: new Big(2), max: undefined, approximate: false, undisclosed: false },
      '>$2',
    );
    assert.ok(open.max === undefined && open.min?.eq('1.8') && !certainlyGreater(exact(new Big(1)), open));
  });
});

describe('a round', () => {
  const round = deal('round Round: A, C -> B', 'amount $2B', 'status closed on 2024-06');
  const said = (...deals: string[]) => saidBy('round-given-to-one', parties + deals.join(''));
  const investment = (...lines: string[]) => deal('investment Own: A -> B', ...lines);

  it('is not the investment of one of its investors', () => {
    assert.deepEqual(said(round, investment('amount $2B', 'status closed on 2024-07')), [
      '$2B is the whole of “Round”, in which others take part as well. Write the part of this investor, or remove the deal if the round says it all.',
    ]);
    for (const other of [
      investment('amount $1.9B', 'status closed on 2024-07'),
      investment('amount €2B', 'status closed on 2024-07'),
      investment('amount $2B', 'status closed on 2024-12'),
      investment('amount $2B', 'status closed'),
      investment('amount $2B', 'status withdrawn on 2024-07'),
      deal('investment Own: undisclosed -> B', 'amount $2B', 'status closed on 2024-07'),
      deal('investment Own: B -> A', 'amount $2B', 'status closed on 2024-07'),
    ]) {
      assert.deepEqual(said(round, other), [], other);
    }
    const ofOne = deal('round Round: A -> B', 'amount $2B', 'status closed on 2024-06');
    assert.deepEqual(said(ofOne, investment('amount $2B', 'status closed on 2024-07')), []);
  });

  it('is not the part of who leads it', () => {
    assert.equal(said(deal('round Round: A, C -> B', 'lead A with $2B', 'amount $2B')).length, 1);
    assert.deepEqual(said(deal('round Round: A, C -> B', 'lead A with $1B', 'amount $2B')), []);
    assert.deepEqual(said(deal('round Round: A -> B', 'lead A with $2B', 'amount $2B')), []);
  });

  it('is not what several who lead it put in together, unless nobody else takes part', () => {
    assert.deepEqual(said(deal('round Round: A, C -> B', 'lead A, C with $2B', 'amount $2B')), []);
    assert.deepEqual(said(deal('round Round: A -> B', 'lead A, C with $2B', 'amount $2B')), []);
    assert.deepEqual(said(deal('round Round: A, C -> B', 'lead A, undisclosed with $2B', 'amount $2B')), []);
    assert.deepEqual(said(deal('round Round: undisclosed -> B', 'lead A, C with $2B', 'amount $2B')), []);
    const togetherOfMore = [
      '$2B is the whole round, in which others take part as well. Write what these put in together, or leave it out.',
    ];
    for (const payers of ['A, C, D', 'A, C, undisclosed'])
      assert.deepEqual(
        said(deal(`round Round: ${payers} -> B`, 'lead A, C with $2B', 'amount $2B'), 'company D\n'),
        togetherOfMore,
      );
  });
});

describe('a claimed multiple', () => {
  const said = (now: string, multiple: string, verb = 'asserts') =>
    saidBy(
      'claimed-multiple',
      parties +
        deal('valuation Before: B', 'value $18.5B on 2023') +
        deal('round Now: A -> B', now, 'amount $1B') +
        deal(`claim Claim: C ${verb} Now.valuation`, `multiple ${multiple} of Before`),
    );

  it('is the quotient, as far as all three are rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.nat({ max: 2 }),
        (above, below, decimals) => {
          const multiple = new Big(above).div(below).toFixed(decimals);
          const text =
            parties +
            deal('valuation Before: B', `value $${below}M`) +
            deal('valuation Now: B', `value $${above}M`) +
            deal('claim Claim: C asserts Now', `multiple ${multiple}x of Before`);
          assert.deepEqual(saidBy('claimed-multiple', text), [], text);
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('is told where it is not', () => {
    assert.deepEqual(said('valuation $60B', '>4x'), [
      '$60B is 3.24× of $18.5B, the claim says at least 4×. Correct one of the three, or what it is measured against.',
    ]);
    assert.equal(said('valuation $60B', '2x', 'confirms').length, 1);
    for (const [now, multiple, verb] of [
      ['valuation $60B', '>3x'],
      ['valuation $60B', '~3x'],
      ['valuation $60B..$80B', '4x'],
      ['valuation €60B', '9x'],
      ['valuation undisclosed', '9x'],
      ['valuation $60B per <https://b.example>\n  valuation $74B per <https://c.example>', '4x'],
      ['valuation $60B', '9x', 'disputes'],
      ['valuation $60B', '9x', 'expects'],
    ] as const) {
      assert.deepEqual(said(now, multiple, verb), [], `${now} ${multiple} ${verb ?? ''}`);
    }
  });
});

describe('money in several currencies', () => {
  const said = (text: string) => saidBy('mixed-currencies', parties + text);
  const mixed = deal('investment Deal: A -> B', 'amount $8B', 'tranche $4B', 'tranche €4B');

  it('adds up over rates with a date, direct or over others', () => {
    assert.equal(said(mixed).length, 1);
    assert.equal(said(`${mixed}fx X: EUR -> USD { rate 1.1 }\n`).length, 1);
    assert.equal(said(`${mixed}fx X: EUR -> CHF { rate 0.9 on 2024 }\n`).length, 1);
    assert.deepEqual(said(`${mixed}fx X: EUR -> USD { rate 1.1 on 2024 }\n`), []);
    assert.deepEqual(said(`${mixed}fx X: USD -> EUR { rate 0.9 on 2024 }\n`), []);
    assert.deepEqual(
      said(`${mixed}fx X: EUR -> CHF { rate 0.9 on 2024 }\nfx Y: USD -> CHF { rate 0.9 on 2024 }\n`),
      [],
    );
  });

  it('is told of all parts of a deal, and not where nothing is added', () => {
    assert.equal(said(deal('venture V', 'budget $8B', 'member A with €4B', 'member B')).length, 1);
    assert.equal(said(deal('grant G: A -> B', 'amount $8B', 'paid €4B')).length, 1);
    assert.deepEqual(said(deal('round R: A -> B', 'amount $8B', 'valuation €40B')), []);
    assert.deepEqual(said(deal('grant G: A -> B', 'amount $8B', 'paid undisclosed')), []);
  });

  it('wants a rate to the currency that sums are told in', () => {
    const inBase = (text: string, config = '{ "baseCurrency": "USD" }') =>
      saidBy('exchange-rate-missing', parties + text, { config });
    assert.deepEqual(inBase(deal('grant G: A -> B', 'amount NOK 8B')), [
      'NOK 8B cannot be told in USD: no exchange rate of 31 January 2025 or before leads there. Declare one: “fx NOKUSD: NOK -> USD”.',
    ]);
    assert.deepEqual(inBase(deal('grant G: A -> B', 'amount NOK 8B'), '{}'), []);
    assert.deepEqual(inBase(deal('grant G: A -> B', 'amount $8B', 'paid undisclosed')), []);
    assert.deepEqual(
      inBase(deal('grant G: A -> B', 'amount NOK 8B') + 'fx X: USD -> NOK { rate 11 on 2024 }\n'),
      [],
    );
  });
});

describe('exchange rates', () => {
  const config = '{ "baseCurrency": "USD" }';
  const dated = deal('grant G: A -> B', 'amount €8B', 'paid $1B', 'status signed on 2020-05-04');
  const both = (fx: string, text = dated) =>
    ['mixed-currencies', 'exchange-rate-missing'].map(
      (code) => saidBy(code, parties + text + fx, { config }).length,
    );

  it('are those by which sums convert: of the day or before, over two steps at most, and none of nought', () => {
    const over = (from: string, to: string) => `fx ${from}${to}: ${from} -> ${to} { rate 2 on 2019 }\n`;
    assert.deepEqual(both('fx X: EUR -> USD { rate 1.1 on 2020-05-04 }\n'), [0, 0]);
    assert.deepEqual(both('fx X: EUR -> USD { rate 1.1 on 2020-05-05 }\n'), [1, 1]);
    assert.deepEqual(both('fx X: EUR -> USD { rate 0 on 2020 }\n'), [1, 1]);
    assert.deepEqual(both(over('EUR', 'CHF') + over('CHF', 'USD')), [0, 0]);
    assert.deepEqual(both(over('EUR', 'CHF') + over('CHF', 'NOK') + over('NOK', 'USD')), [1, 1]);
  });
});

describe('a sale of existing shares', () => {
  it('is said to be one', () => {
    const said = (...lines: string[]) =>
      saidBy('sale-counted-as-raised', parties + deal('investment Deal: A -> B', 'amount $1B', ...lines));
    assert.match(said('seller C')[0] ?? '', /goes to C, who sells/);
    assert.equal(said('seller undisclosed').length, 1);
    assert.equal(said('seller C', 'type series-b').length, 1);
    for (const type of ['secondary', 'tender', 'series-b, secondary'])
      assert.deepEqual(said('seller C', `type ${type}`), [], type);
    assert.deepEqual(
      saidBy('sale-counted-as-raised', parties + deal('acquisition Deal: A -> B', 'amount $1B', 'seller C')),
      [],
    );
  });
});

describe('figures over which sources differ', () => {
  const said = (code: string, ...lines: string[]) =>
    saidBy(code, `${parties}source a\nsource b\n${deal('round Deal: A, C -> B', ...lines)}`).length;
  const two = (name: string, one: string, other: string, flag = '') => [
    `${name} ${one} ${flag} per a`,
    `${name} ${other} ${flag} per b`,
  ];

  it('are impossible only where none of them fits', () => {
    for (const [code, fits, fails, ...rest] of [
      [
        'tranches-add-up',
        two('amount', '$8B', '$7B'),
        two('amount', '$8B', '$9B'),
        'tranche $4B',
        'tranche $3B',
      ],
      ['impossible-figure', two('amount', '$4B', '$5B'), two('amount', '$3B', '$4B'), 'paid $5B'],
      [
        'impossible-figure',
        two('paid', '$6B', '$4B', 'on 2024-01-02'),
        two('paid', '$6B', '$5B', 'on 2024-01-02'),
        'amount $4B',
      ],
      [
        'round-exceeds-valuation',
        two('amount', '$8B', '$2B'),
        two('amount', '$8B', '$9B'),
        'valuation $3B post',
      ],
      [
        'round-exceeds-valuation',
        two('valuation', '$3B', '$9B', 'post'),
        two('valuation', '$3B', '$4B', 'post'),
        'amount $8B',
      ],
      [
        'pre-money-adds-up',
        two('amount', '$9B', '$2B'),
        two('amount', '$9B', '$8B'),
        'valuation $58B pre',
        'valuation $60B post',
      ],
      [
        'pre-money-adds-up',
        two('valuation', '$68B', '$60B', 'post'),
        two('valuation', '$68B', '$70B', 'post'),
        'valuation $58B pre',
        'amount $2B',
      ],
    ] as [string, string[], string[], ...string[]][]) {
      assert.equal(said(code, ...fits, ...rest), 0, `${code} ${fits.join()}`);
      assert.equal(said(code, ...fails, ...rest), 1, `${code} ${fails.join()}`);
    }
  });
});

describe('rounded figures', () => {
  const said = (code: string, ...lines: string[]) =>
    saidBy(code, parties + deal('round Deal: A, C -> B', ...lines)).length;

  it('may come to a little more or less than the whole', () => {
    const third = 'tranche $333M';
    assert.equal(said('tranches-add-up', 'amount $1B', third, third, third), 0);
    assert.equal(said('tranches-add-up', 'amount $1000M', third, third, third), 0);
    assert.equal(said('tranches-add-up', 'amount $8B', 'tranche $4B', 'tranche $3B'), 1);
    assert.equal(said('tranches-add-up', 'amount <$8B', 'tranche $4B', 'tranche $4.2B'), 1);
    assert.equal(said('impossible-figure', 'amount $1B', 'paid $334M', 'paid $334M', 'paid $334M'), 0);
    assert.equal(said('impossible-figure', 'amount $1B', 'paid $1.2B'), 1);
  });

  it('say nothing of a round that is borrowed in part', () => {
    const lines = ['amount $8B', 'valuation $3B post'];
    assert.equal(said('round-exceeds-valuation', ...lines), 1);
    assert.equal(said('round-exceeds-valuation', ...lines, 'debt $6B'), 0);
    assert.equal(said('round-exceeds-valuation', ...lines, 'type convertible'), 0);
  });
});

describe('stakes of one day', () => {
  const held = (holder: string, stake: string, more = '') =>
    `holding Of${holder}: ${holder} -> Held { stake ${stake} on 2024-12-31 per <https://a.example> ${more}\n }\n`;
  const said = (...texts: string[]) =>
    saidBy('stakes-exceed-whole', `${parties}company Unit { parent A }\ncompany Held\n${texts.join('')}`)
      .length;

  it('are at most the whole, as far as they are sure, each group once and each holder with the least', () => {
    assert.equal(said(held('A', '60%'), held('B', '45%')), 1);
    assert.equal(said(held('A', '60%'), held('Unit', '60%')), 0);
    assert.equal(said(held('A', '60%'), held('Unit', '60%'), held('B', '45%')), 1);
    assert.equal(said(held('A', '60%'), held('B', '45%', 'likely')), 0);
    const lower = (stake: string) => `\nstake ${stake} on 2024-12-31 per <https://b.example>`;
    assert.equal(said(held('A', '60%', lower('50%')), held('B', '45%')), 0);
    assert.equal(said(held('A', '60%', lower('58%')), held('B', '45%')), 1);
  });
});
