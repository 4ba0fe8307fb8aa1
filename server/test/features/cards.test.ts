import assert from 'node:assert/strict';
import { cardOf, lineOf } from '../../src/features/summary/summary';
import { hoverAt } from '../../src/features/hover';
import { cursorAt } from '../../src/features/locations';
import { kindNames, kinds, propertiesOf, properties } from '../../src/language/schema';
import { interpret } from '../../src/model/interpret';
import { dayOf } from '../../src/values/date';
import { projectOf, uriOf } from '../project-fixture';

/** The card of D, without the signs that keep its text from becoming markup. */
function cardIn(text: string, asOf?: number, baseCurrency?: string): string {
  const { project } = projectOf({ 'main.deal': text }, asOf, { baseCurrency });
  const declaration = project.find('D');
  assert.ok(declaration);
  return cardOf(project, declaration).replace(/\\(?=[^\n])/g, '');
}

function checkCard(text: string, ...expected: (string | RegExp)[]): void {
  checkParts(cardIn(text), expected);
}

/** Checks the card of D in a project whose base currency is the dollar. */
function checkCardInDollars(text: string, ...expected: (string | RegExp)[]): void {
  checkParts(cardIn(`${rates}${text}`, undefined, 'USD'), expected);
}

const rates =
  'fx E: EUR -> USD { rate 1.0842 on 2025-01-31; rate 1.1 on 2024-06-30; rate 1.2 on 2020 }\nfx J: USD -> JPY { rate 150.25 on 2024-12-31 }\n';

function checkParts(card: string, expected: readonly (string | RegExp)[]): void {
  for (const part of expected) {
    if (typeof part === 'string') assert.ok(card.includes(part), `${part}\nis not in\n${card}`);
    else assert.match(card, part);
  }
}

function checkLine(text: string, expected: string): void {
  const { project } = projectOf({ 'main.deal': text });
  const declaration = project.find('D');
  assert.ok(declaration);
  assert.equal(lineOf(project, declaration), expected);
}

describe('cards', () => {
  it('say as of which day, where that is not today and makes a difference', () => {
    const { project } = projectOf({
      'main.deal':
        'company A\nfund F\nround D: F -> A { amount $1M; per s }\nsource s\necosystem E { hub A }',
    });
    const cards = (today?: number) =>
      ['A', 'D', 'E', 's'].map((name) => {
        const declaration = project.find(name);
        assert.ok(declaration);
        return /^\*\*[^*]+\*\* · \w+ · \*as of 31 January 2025\*/.test(cardOf(project, declaration, today));
      });
    assert.deepEqual(cards(dayOf(2025, 2, 1)), [true, true, true, false]);
    assert.deepEqual(cards(dayOf(2025, 1, 31)), [false, false, false, false]);
    assert.deepEqual(cards(), [false, false, false, false]);
  });
});

describe('cards of deals', () => {
  it('are headed by who gives to whom where a deal has no display name, as its row is', () => {
    const { project } = projectOf({
      'main.deal':
        'company A "Ada"\ninvestment D: A -> B\ninvestment E "Seed": A -> B\npartnership P: A <-> B',
    });
    const heads = ['D', 'E', 'P'].map((name) => cardOf(project, project.find(name)!).split(' · ')[0]);
    assert.deepEqual(heads, ['**Ada → B**', '**Seed**', '**Ada ↔ B**']);
  });

  it('say who gives what to whom, whatever became of it', () => {
    checkLine(
      'investment D: A -> B { amount $1B; status talks on 2025-01 }',
      'Investment of $1B by A in B (talks, January 2025).',
    );
    checkLine('investment D: A -> B', 'Investment by A in B.');
    checkLine(
      'round D: A, C -> B { amount ~$1B; status withdrawn }',
      'Round of about $1B by A and C for B (withdrawn).',
    );
    checkLine(
      'round D: A -> B { type secondary; amount $1B }',
      'Purchase of existing shares of B by A for $1B.',
    );
    checkLine('loan D: undisclosed -> B { amount <$1B }', 'Loan of up to $1B from undisclosed parties to B.');
    checkLine('grant D: A -> B', 'Grant from A to B.');
    checkLine(
      'acquisition D: A -> B { amount undisclosed }',
      'Acquisition of B by A for an undisclosed amount.',
    );
    checkLine('merger D: A <-> B, C', 'Merger of A, B and C.');
    checkLine(
      'supply D: A -> B { provides chips; amount $6B/year }',
      'Supply of chips by A to B for $6B a year.',
    );
    checkLine('supply D: A -> B', 'Supply by A to B.');
    checkLine(
      'license D: A -> B { provides data; amount $6B/year over 2y }',
      'Licence of data from A to B for $12B.',
    );
    checkLine('partnership D: A <-> B', 'Partnership of A and B.');
    checkLine(
      'venture D { member A, undisclosed; budget $1B }',
      'Venture of A and undisclosed parties with a budget of $1B.',
    );
    checkLine('venture D', 'Venture.');
    checkLine('project D: A { budget $1B..$2B likely }', 'Project of A with a budget of $1B–$2B (likely).');
    checkLine('project D', 'Project.');
  });

  it('say so where somebody is missing', () => {
    checkLine('investment D: -> B { amount $1B }', 'Investment of $1B by a party not named in B.');
    checkLine('acquisition D: A ->', 'Acquisition of a party not named by A.');
    checkLine('merger D', 'Merger of parties not named.');
    checkLine('supply D', 'Supply by a party not named to a party not named.');
  });

  it('say that a deal lies ahead', () => {
    checkLine(
      'investment D: A -> B { amount $1B; status closed on 2025-06 }',
      'Investment of $1B by A in B (ahead: closed, June 2025).',
    );
  });

  it('say who disputes the money, known by name or not', () => {
    const deal = 'venture D { budget $1B; status announced }\n';
    checkLine(
      `${deal}claim C: M disputes D.budget`,
      'Venture with a budget of $1B (announced, disputed by M).',
    );
    checkLine(
      `${deal}claim C: M, N denies D`,
      'Venture with a budget of $1B (announced, disputed by M and N).',
    );
    checkLine(
      `${deal}claim C: undisclosed disputes D.budget`,
      'Venture with a budget of $1B (announced, disputed by undisclosed parties).',
    );
    checkLine(`${deal}claim C: M disputes D.member`, 'Venture with a budget of $1B (announced).');
    checkLine(`${deal}claim C: M confirms D.budget`, 'Venture with a budget of $1B (announced).');
    checkLine(
      `${deal}claim C: M disputes D.budget { on 2025-03 }`,
      'Venture with a budget of $1B (announced).',
    );
  });

  it('say in which form money is handed over', () => {
    checkLine('investment D: A -> B { amount $1B credits }', 'Investment of $1B in credits by A in B.');
    checkLine(
      'investment D: A -> B { amount $13B; tranche $3B cash; tranche $10B credits; status closed }',
      'Investment of $13B by A in B (closed, of it $3B in cash and $10B in credits).',
    );
    checkLine('acquisition D: A -> B { amount $1B shares }', 'Acquisition of B by A for $1B in shares.');
    checkLine(
      'grant D: A -> B { amount undisclosed compute }',
      'Grant of an undisclosed amount in computing time from A to B.',
    );
  });

  it('tell money of another currency in the base currency as well, and at which rate', () => {
    checkCardInDollars(
      'investment D: A -> B { amount €40M; status closed on 2025-01-31 }',
      'Investment of €40M by A in B ($43.368M, closed, 31 January 2025).',
      'In USD: $43.368M · €40M at 1.0842 (31 January 2025)',
    );
    checkCardInDollars(
      'round D: A -> B { amount ¥5B..¥7B; status closed on 2025-01 }',
      'Round of ¥5B–¥7B by A for B (≈$33.278M–≈$46.589M, closed, January 2025).',
      'In USD: ≈$33.278M–≈$46.589M · ¥5B–¥7B at 1 / 150.25 (31 December 2024)',
    );
    checkCardInDollars(
      'round D: A -> B { amount €10M; status closed on 2023 }',
      'In USD: $12M · €10M at 1.2 (2020, more than a year before)',
    );
    checkCardInDollars('round D: A -> B { amount £5M }', 'In USD: no rate in time for £5M');
    checkCardInDollars(
      'fx G: JPY -> GBP { rate 0.005 on 2025-01-01 }\nround D: A -> B { amount £5M; on 2025-01 }',
      'In USD: ≈$6.656M · £5M at 1 / 0.005 × 1 / 150.25 (31 December 2024)',
    );
    assert.doesNotMatch(cardIn(`${rates}round D: A -> B { amount $5M }`, undefined, 'USD'), /In USD/);
    assert.doesNotMatch(cardIn(`${rates}round D: A -> B { amount €5M }`), /In USD|\$/);
  });

  it('say what of a budget nobody has said to put in', () => {
    checkCard('venture D { member A with $19B; budget $100B..$500B }', 'Unallocated: $81B–$481B');
    assert.doesNotMatch(cardIn('venture D { member A; budget $100B }'), /Unallocated/);
    checkCard(
      'venture D { member A, B as equity with $7B; budget $20B }',
      'Members: A and B (equity, together with $7B)',
      'Unallocated: $13B',
    );
  });

  it('say which figure is in no sum, since it cannot be', () => {
    checkLine(
      'investment D: A -> B { amount -$5M; status closed }',
      'Investment of -$5M by A in B (closed, not counted: impossible).',
    );
    checkCard(
      'round D: A -> B { lead A with -$1M; tranche $5M; tranche $7000T on 2024; valuation -$9M post; stake 130% }',
      'Round of $5M + undisclosed by A for B.',
      'Tranches: $5M + $7,000T (2024, not counted: impossible)',
      'Lead: A (with -$1M, not counted: impossible)',
      'Valuation: -$9M (post-money, not counted: impossible)',
      'Stake: 130% (not counted: impossible)',
    );
    checkCard(
      'company D\nround One: A -> D { amount -$5M }\nround Two: A -> D { amount $2M; valuation -$9M }',
      '- **Raised:** $2M + undisclosed promised',
      'A undisclosed (-$5M not counted: impossible) + A $2M',
      /^(?![^]*Valuation)/,
    );
  });

  it('mark the figure that is disputed', () => {
    checkCard(
      [
        'round D: A -> B {',
        '  amount $2B; paid $1B; tranche $2B; valuation $9B; stake 10%; lead A',
        '}',
        'claim C1: M disputes D.valuation',
        'claim C2: N denies D.stake, D.lead',
        'claim C3: M disputes D.paid',
      ].join('\n'),
      'Round of $2B by A for B (disputed by M).',
      'Valuation: $9B (pre or post not said), disputed by M',
      'Stake: 10%, disputed by N',
      'Lead: A, disputed by N',
      'Paid: $1B, disputed by M',
      /^Tranches: \$2B {2}$/m,
    );
  });

  it('say when a deal lies ahead that states no status', () => {
    checkLine('investment D: A -> B { amount $1B on 2026 }', 'Investment of $1B by A in B (ahead: 2026).');
  });

  it('keep each source’s figure, and say who reports it', () => {
    checkCard(
      'source wsj "The Journal"\ninvestment D: A -> B {\n  amount $1B per ft\n  amount $1.2B on 2025-01 likely per wsj, <https://x.example>\n}',
      'Investment of $1B by A in B.',
      'Also reported: $1.2B (January 2025, likely, The Journal, https://x.example)',
    );
  });

  it('list instalments, payments and the other terms', () => {
    checkCard(
      [
        'round D: A, C -> B {',
        '  amount $8B from 2019 cash note "so far"',
        '  tranche $4B on 2023-09-25',
        '  tranche $4B on 2024-11',
        '  paid $1.25B on 2023-09-25',
        '  valuation $60B post',
        '  stake 20%',
        '  debt $1B',
        '  type series-e',
        '  lead A with $5B',
        '  lead undisclosed',
        '  seller S',
        '  adviser G',
        '  status announced on 2024',
        '  status closed on 2026',
        '}',
      ].join('\n'),
      'Amount: $8B (from 2019, cash, so far)',
      'Tranches: $4B (25 September 2023) + $4B (November 2024)',
      'Paid: $1.25B (25 September 2023)',
      'Valuation: $60B (post-money)',
      'Stake: 20%',
      'Debt: $1B',
      'Type: series-e',
      'Lead: A (with $5B), undisclosed parties',
      'Seller: S',
      'Adviser: G',
      'History: announced (2024) → closed (2026, ahead)',
    );
    checkCard(
      'venture D { member A as operator, equity with $19B; member B, C as equity; customer A; capacity 5GW; provides compute exclusive until 2026; term 10y; location "Abilene" }',
      'Members: A (operator, equity, with $19B), B and C (equity)',
      'Customer: A',
      'Capacity: 5GW',
      'Provides: compute · exclusive · until 2026',
      'Term: 10y',
      'Location: Abilene',
    );
  });

  it('stay short where lists are long', () => {
    const many = Array.from({ length: 5000 }, (_, index) => index);
    const card = cardIn(
      `venture D {\n${many.map((n) => `  member P${n} as equity\n  paid $1M on 2020 per s${n}\n  status amended on 2020`).join('\n')}\n}`,
    );
    assert.match(card, /\(equity\), 4994 more/);
    assert.match(card, /\+ 4994 more/);
    assert.match(card, /^- 4988 more$/m);
    assert.ok(card.length < 2000);
  });
});

describe('cards of parties', () => {
  it('name the other side of each deal, not who stands on the same', () => {
    checkCard(
      'fund D\nround R: D, C -> B { amount $2B }',
      /Invested:\*\* up to \$2B promised {2}\n {2}B up to \$2B \(share unknown\)/,
    );
    checkCard('company D\nround R: A -> D { lead C; amount $2B }', 'A $2B');
    checkCard(
      'company D\nacquisition R: A -> B { seller D; amount $2B }',
      /Sold:\*\* \$2B promised {2}\n {2}A \$2B/,
    );
    checkCard('company D\nloan R: undisclosed -> D { amount $2B }', 'undisclosed parties $2B');
  });

  it('tell sums in the base currency, what they are made of as it is written, and by which rates', () => {
    const deals = [
      'investment I1: A -> D { amount €40M; status closed on 2025-01-31 }',
      'investment I2: A -> D { amount €20M; status closed on 2024-07 }',
      'investment I3: A -> D { amount £5M; status talks on 2024-07 }',
      'investment I4: A -> D { amount $1M }',
      'supply S: A -> D { amount ¥5B; on 2025-01 }',
    ].join('\n');
    checkCardInDollars(
      `company D\n${deals}`,
      [
        '- **Raised:** $66.368M promised, of it $65.368M executed · £5M in talks',
        '  A $1M + A €20M ($22M) + A €40M ($43.368M) · in talks: A £5M',
        '  €60M at 1.0842–1.1 (30 June 2024 to 31 January 2025) · no rate in time for £5M',
        '- **Purchases:** ≈$33.278M promised',
        '  A ¥5B (≈$33.278M)',
        '  ¥5B at 1 / 150.25 (31 December 2024)',
      ]
        .join('  \n')
        .replace(/ {2}\n- /, '\n- '),
    );
    const { project } = projectOf({ 'main.deal': `${rates}company D\n${deals}` }, undefined, {
      baseCurrency: 'USD',
    });
    assert.equal(
      lineOf(project, project.find('D')!),
      'company · raised $66.368M, £5M in talks (€60M converted)',
    );
  });

  it('keep apart in which form money comes', () => {
    checkCard(
      'company D\ninvestment I: A -> D { amount $3B cash; status closed }\ninvestment J: B -> D { amount $10B credits }',
      '**Raised:** $13B promised (of it $3B in cash and $10B in credits), of it $3B executed (all in cash)',
      'A $3B in cash + B $10B in credits',
    );
  });

  it('mark sums and valuations that are disputed, all or in part', () => {
    const text = [
      'company D',
      'investment I: A -> D { amount $3B }',
      'investment J: B -> D { amount $10B; valuation $90B on 2024 }',
      'loan L: B -> D { amount $1B }',
      'claim C: M disputes J.amount, J.valuation',
      'claim C2: N denies L',
    ].join('\n');
    checkCard(
      text,
      '**Raised:** $13B promised, in part disputed by M',
      'B $10B (disputed by M)',
      '**Borrowed:** $1B promised, disputed by N',
      'Valuation: $90B · 2024 · disputed by M',
    );
    checkLine(text, 'company · raised $13B, in part disputed by M');
  });

  it('leave out what fell out, and keep talks apart', () => {
    const card = cardIn(
      'company D\ninvestment R: A -> D { amount $2B; status withdrawn }\ninvestment S: B -> D { amount $3B; status talks }',
    );
    assert.match(card, /Raised:\*\* \$3B in talks {2}\n {2}in talks: B \$3B/);
    assert.doesNotMatch(card, /\$2B/);
    assert.match(card, /2 deals/);
  });

  it('say when a role or an ownership was', () => {
    checkCard('person D { role CEO at A from 2019 until 2021 }', 'CEO at A (from 2019 until 2021)');
    checkCard('company D { parent A until 2020 }', 'unit of A (until 2020)');
    checkCard('fund D { manager A }', 'managed by A');
  });

  it('say which role a party has on the day, and which it has not yet or no more', () => {
    const text = [
      'company D',
      'ecosystem E { hub H }',
      'investment I: D -> H { status closed on 2026 }',
      'supply S: D -> H { status terminated on 2024 }',
      'supply T: H -> D { status signed }',
    ].join('\n');
    checkCard(text, 'Ecosystems: E (backer ahead, supplier over, customer)');
  });

  it('say with whom a party stands in a venture of an ecosystem', () => {
    const venture =
      'company D\ncompany H\necosystem E { hub H }\nventure V { member H; member D as equity; status';
    checkCard(`${venture} announced on 2024 }`, 'Ecosystems: E (partner in a venture)');
    checkCard(`${venture} talks on 2024 }`, 'Ecosystems: E (partner in a venture in talks)');
    checkCard(
      `${venture} announced on 2024 }\nsupply S: D -> H { status signed on 2024 }`,
      'Ecosystems: E (supplier, partner in a venture)',
    );
  });

  it('say what a party holds and who holds it, as of the latest day', () => {
    const text = [
      'company D',
      'holding H1: A -> D { stake 14% on 2024-06; stake 13.56% on 2024-12; stake 12% on 2026 }',
      'holding H2: A -> D { stake 15% on 2023 }',
      'holding H3: B -> D { stake >5% likely }',
      'holding H4: D -> E { stake 49% on 2024 }',
      'holding H5: C -> D { stake 130% on 2024 }',
      'claim X: M disputes H4.stake',
    ].join('\n');
    checkCard(
      text,
      'Holds: 49% of E (2024, disputed by M)',
      'Held by: A 13.56% (December 2024) · B at least 5% (likely)',
    );
  });

  it('say who buys a party', () => {
    const buys = (...lines: string[]) => `company D\nacquisition Q: A -> D { ${lines.join('; ')} }`;
    checkCard(buys('status closed on 2024-03'), '**D** · company · acquired by A (March 2024)');
    checkCard(buys('status signed on 2024'), '**D** · company · acquisition by A (signed, 2024)');
    checkCard(buys('status closed on 2025-06'), /^\*\*D\*\* · company$/m);
    checkCard(buys('status terminated on 2024'), /^\*\*D\*\* · company$/m);
  });

  it('say from what to what the worth has stepped up', () => {
    const from = (lines: string, value = '$20B on 2024-02 post') =>
      `company D\nvaluation V: D { value ${value} }\nround R: A -> D { ${lines}; status closed on 2025-01 }`;
    checkCard(
      from('amount $10B; valuation $60B post'),
      'Step-up: **2.5×** since February 2024 ($20B post-money → $50B without the $10B raised)',
    );
    checkCard(from('valuation $50B pre'), '**2.5×** since February 2024 ($20B post-money → $50B pre-money)');
    checkCard(from('valuation $60B post'), '**3×** since February 2024 ($20B → $60B, post to post)');
    checkCard(
      from('valuation $60B post', '$20B on 2024-02'),
      '**3×** since February 2024 ($20B → $60B, pre or post not said of $20B)',
    );
    checkCard(
      from('valuation $60B', '$20B on 2024-02'),
      '**3×** since February 2024 ($20B → $60B, pre or post not said)',
    );
  });

  it('are a single line where nothing more is known', () => {
    assert.equal(cardIn('person D "Dee"'), '**Dee** · person');
  });
});

describe('cards of facts', () => {
  it('say each figure with its date', () => {
    checkLine(
      'valuation D: A { value $1B on 2023 pre; value $2B on 2024 uncertain }',
      'Valuation of A: $1B (pre-money, 2023); $2B (2024, uncertain).',
    );
    checkLine('valuation D: A { on 2024; value $1B }', 'Valuation of A: $1B (2024).');
    checkLine('valuation D: A', 'Valuation of A: no figure.');
    checkLine(
      'holding D: A, B -> C { stake ~14% on 2025-03 }',
      'Stake of A and B in C: about 14% (March 2025).',
    );
    checkLine(
      'metric D: A { revenue $3B/year on 2024; users 3M users }',
      'A: revenue $3B a year (2024), users 3M users.',
    );
    checkLine('fx D: EUR -> USD { rate 1.08 on 2025-01-31 }', 'One EUR in USD: 1.08 (31 January 2025).');
  });

  it('mark what is disputed, and rates by which nothing is converted', () => {
    checkLine(
      'valuation D: A { value $1B on 2023 }\nclaim C: M disputes D.value',
      'Valuation of A: $1B (2023, disputed by M).',
    );
    checkLine(
      'metric D: A { revenue $3B/year on 2024; users 3M users }\nclaim C: M disputes D.revenue',
      'A: revenue $3B a year (2024, disputed by M), users 3M users.',
    );
    checkLine(
      'holding D: A -> C { stake 14% }\nclaim C: M denies D',
      'Stake of A in C: 14% (disputed by M).',
    );
    checkLine(
      'fx D: EUR -> USD { rate 1.08 }',
      'One EUR in USD: 1.08 (no date, so that nothing is converted).',
    );
  });

  it('say who says what, one or several', () => {
    checkLine(
      'claim D: A disputes V.budget { on 2025-01-22 }',
      'A disputes the budget of V (22 January 2025).',
    );
    checkLine('claim D: A, B denies V.member', 'A and B deny the members of V.');
    checkLine('claim D: undisclosed expects V', 'Undisclosed parties expect something of V.');
    const world = 'ecosystem E "Around H" { hub H }\ninvestment V "Series A": A -> B\n';
    for (const [claim, sentence] of [
      ['M asserts E, F', 'M asserts something about the ecosystem Around H and F.'],
      [
        'M asserts V.amount, E',
        'M asserts the amount of Series A and something about the ecosystem Around H.',
      ],
      ['M, N expects V', 'M and N expect something of Series A.'],
      ['M expects V.status', 'M expects the status of Series A.'],
      ['M disputes V', 'M disputes Series A.'],
      ['M denies E', 'M denies what is said of the ecosystem Around H.'],
      ['M disputes V.paid', 'M disputes what was paid in Series A.'],
      ['M confirms V.tranche', 'M confirms the tranches of Series A.'],
      ['M disputes V.provides', 'M disputes what Series A provides.'],
      ['M disputes V.lead', 'M disputes who leads Series A.'],
      ['M disputes V.seller', 'M disputes who sells in Series A.'],
      ['M disputes E.hub', 'M disputes the hub of the ecosystem Around H.'],
      ['M disputes V.debt', 'M disputes the debt in Series A.'],
      ['M disputes V.parent', 'M disputes whom Series A belongs to.'],
      ['M disputes V.relates', 'M disputes what Series A relates to.'],
    ] as const) {
      checkLine(`${world}claim D: ${claim}`, sentence);
    }
    checkCard(
      'claim D: A expects V.status {\n  status renegotiating on 2025.. likely\n  multiple >3x of W over 1y\n  about B\n  answers E\n}',
      'Status: renegotiating (since 2025, likely)',
      'Multiple: at least 3× of W (over 1y)',
      'About: B',
      'In answer to: E',
    );
  });
});

describe('cards of ecosystems', () => {
  it('say what ties a member where no deal holds, and who disputes a sum', () => {
    checkCard(
      [
        'ecosystem D { hub H }',
        'investment I1: A -> H { amount $1B; status closed }',
        'investment I2: B -> H { amount $1B; status talks }',
        'investment I3: C -> H { amount $1B; status withdrawn }',
        'investment I4: E -> H { amount $1B; status closed on 2026 }',
        'claim X: M disputes I1.amount',
        'venture V { member H; member P as equity; member Q as equity from 2026 }',
        'venture W { member H, R; status terminated on 2024 }',
      ].join('\n'),
      'Backers (2): A and B (in talks) · ahead: E · over: C — $1B promised, $1B executed, $1B in talks, in part disputed by M',
      'Capital: $1B promised, $1B executed, $1B in talks, in part disputed by M',
      'Ventures (1): V · over: W',
      'Partners in ventures (1): P · ahead: Q · over: R',
    );
    checkCardInDollars(
      'ecosystem D { hub H }\ninvestment I: A -> H { amount €20M credits; status closed on 2024-07 }\nsupply S: B -> H { amount £1M }',
      'Capital: $22M promised (all in credits), $22M executed (all in credits) · €20M at 1.1 (30 June 2024)',
      'Backers (1): A — $22M promised (all in credits), $22M executed (all in credits) · €20M at 1.1 (30 June 2024)',
      'Suppliers (1): B — £1M promised · no rate in time for £1M',
    );
    checkCard('ecosystem D { note "x" }', 'No hub named');
    checkLine(
      'ecosystem D { hub H }\nsupply S: A -> H\nsupply T: B -> H { status signed on 2026 }',
      'Hub: H, 1 member',
    );
  });
});

/** Bodies that leave out, repeat or break what a card would look at. */
function oddBodies(): string[] {
  const lines = kindNames.flatMap((kind) => propertiesOf(kind));
  const every = [...new Set(lines)].map((name) => properties[name].example);
  return [
    '',
    '{}',
    '{',
    `{\n${every.join('\n')}\n}`,
    `{\n${every.map((line) => line.replace(/ .*/, ' undisclosed')).join('\n')}\n}`,
    `{\n${every.map((line) => line.replace(/ .*/, '')).join('\n')}\n}`,
    `{\n${every.map((line) => line.replace(/ .*/, ' ""')).join('\n')}\n}`,
    '{ amount $1B; amount €2B; tranche $1B; tranche €1B; paid JPY 3B; budget CHF 1B; value $1B; value €1B }',
    '{ amount $9B..$1B; stake 130%; paid -$5M; budget undisclosed; valuation undisclosed; multiple undisclosed of D }',
    '{ hub D; hub undisclosed; include D, undisclosed; exclude D; member D; parent D; via D; relates D; answers D; lead D with undisclosed }',
    '{ status closed on 2030; status rumored; status ??? ; on 2031 }',
  ];
}

const oddRelations = [
  '',
  ':',
  ': A',
  ': -> A',
  ': A ->',
  ': A -> D',
  ': D <-> D',
  ': undisclosed -> undisclosed',
  ': A disputes',
  ': disputes D.budget',
  ': "" -> ""',
];

describe('cards of anything', () => {
  for (const kind of kindNames) {
    it(`are whole sentences for a ${kind}, however little or odd it says`, () => {
      for (const relation of oddRelations) {
        for (const body of oddBodies()) {
          const text = `${kind} D${relation} ${body}\n\ncompany A { parent A }\nclaim Q: A disputes D.budget\necosystem W { hub D }\n`;
          for (const asOf of [dayOf(2025, 1, 31), dayOf(2035, 1, 1)]) {
            for (const baseCurrency of [undefined, 'USD']) {
              const files = { 'main.deal': text, 'fx.deal': rates };
              const { project } = projectOf(files, asOf, { baseCurrency });
              for (const item of project.document(uriOf('main.deal'))?.items ?? []) {
                const declaration = interpret(item);
                if (!declaration) continue;
                checkProse(cardOf(project, declaration), text);
                checkProse(lineOf(project, declaration), text);
              }
            }
          }
        }
      }
    });
  }

  it('and hovers come at every place of every kind’s example', () => {
    for (const kind of kindNames) {
      const text = kinds[kind].example;
      const { project } = projectOf({ 'main.deal': text });
      const document = project.document(uriOf('main.deal'));
      assert.ok(document);
      for (let offset = 0; offset <= text.length; offset++) {
        const cursor = cursorAt(project, uriOf('main.deal'), document.placeAt(offset));
        const hover = cursor && hoverAt(cursor);
        if (hover && typeof hover.contents === 'object' && 'value' in hover.contents) {
          checkProse(hover.contents.value.replace(/```deal[^]*?```/g, ''), text);
        }
      }
    }
  });
});

/** Nothing in a sentence shows that a part of it was missing. */
function checkProse(card: string, text: string): void {
  const gap =
    /undefined|null|NaN|Infinity|\[object|\(\)|: ?\.|: *\n|, ,|,\)|\(,| {3,}| · ·|^ *·|· *$| \.|\{\d\}| of (?:\.|$)| by (?:\.|$)|nothing promised/m.exec(
      card,
    );
  if (gap) assert.fail(`“${gap[0]}” in\n${card}\nof\n${text}`);
}
