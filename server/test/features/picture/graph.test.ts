import assert from 'node:assert/strict';
import { graphIn, type Drawn } from './picture-fixture';
import { readable } from './readable-graph';

/** Checks a graph in its readable form; see `readable`. Deals without a date have a test of their own. */
function checkGraph(text: string, expected: readonly string[], drawn: Drawn = {}): void {
  const lines = readable(graphIn(text, drawn)).filter((line) => !line.includes('shown on every day'));
  assert.deepEqual(lines, expected);
}

describe('the graph of a picture', () => {
  it('ties two by every kind of deal', () => {
    checkGraph(
      [
        'company A',
        'company B',
        'investment I: A -> B { amount $8B; status announced on 2023-09-25; status closed on 2024-11-22 }',
        'round R: A -> B { lead C with $1B; amount $2B; status talks on 2025-01 }',
        'loan L: A -> B { amount <$4B; status signed on 2024-10 }',
        'grant G: A -> B { amount undisclosed; status closed on 2024-11-26 }',
        'acquisition Q: A -> B { amount $400M..$650M; status rumored }',
        'supply S: B -> A { provides compute exclusive; status signed on 2024; status ended on 2025-01-10 }',
        'license E: A -> B { amount $5M/year }',
        'partnership P: A <-> B { status announced on 2024 }',
        'merger M: B <-> A { status announced on 2030 }',
      ].join('\n'),
      [
        'company: A, B',
        'undeclared: C',
        'A -> B trade $5M a year promise',
        'A -> B grant an undisclosed amount done from 2024-11-26',
        'A -> B capital $8B promise from 2023-09-25, done from 2024-11-22',
        'A -> B capital of $2B talk from 2025-01-01',
        'A -> B debt up to $4B promise from 2024-10-01',
        'A -- B alliance promise from 2030-01-01',
        'A -- B alliance promise from 2024-01-01',
        'A -> B purchase $400M–$650M talk',
        'C -> B capital $1B of $2B talk from 2025-01-01',
        'B -> A trade exclusive promise from 2024-01-01, over from 2025-01-10',
        'Circular money: A → B → A.',
      ],
    );
  });

  it('says which deals do not say when they begin', () => {
    const undated = (text: string) => graphIn(text).remarks.filter((remark) => remark.includes('every day'));
    assert.deepEqual(undated('grant G: A -> B { status closed on 2024 }\ngrant H: A -> B { on ..2024 }'), []);
    assert.deepEqual(
      undated('company C "Cie"\ngrant G: A -> C { status closed }\ngrant H: A -> B { on 2024 }'),
      ['1 deal does not say when it begins and is shown on every day: A → Cie.'],
    );
    const many = [1, 2, 3, 4, 5].map((index) => `grant G${index} "Gift ${index}": A -> B`).join('\n');
    assert.deepEqual(undated(many), [
      '5 deals do not say when they begin and are shown on every day: Gift 1, Gift 2, Gift 3 and 2 more.',
    ]);
    const states = graphIn('grant G: A -> B { status closed }\nloan L: A -> B').ties.map(
      ({ deals }) => deals[0]?.states[0]?.text,
    );
    assert.deepEqual(
      states.toSorted((a = '', b = '') => (a < b ? -1 : 1)),
      ['closed, no date said', 'neither status nor date said'],
    );
  });

  it('has ventures and projects as points', () => {
    checkGraph(
      [
        'venture V "Stargate" { member A as operator; member B, C as equity with $1B; budget $10B; status announced on 2025-01-21 }',
        'project P: A <-> B { budget $100B }',
        'project Own: A { budget $1B }',
        'supply S: V -> A { amount $3B }',
      ].join('\n'),
      [
        'project: Own, P',
        'undeclared: A, B, C',
        'venture: Stargate',
        'A -> Own plan $1B promise',
        'A -> P plan of $100B promise',
        'B -> P plan of $100B promise',
        'Stargate -> A trade $3B promise',
        'A -> Stargate plan of $10B promise from 2025-01-21',
        'B -> Stargate plan of $10B promise from 2025-01-21',
        'C -> Stargate plan of $10B promise from 2025-01-21',
      ],
    );
  });

  it('has a deal of several on both sides, and one with sellers, as a point', () => {
    checkGraph(
      [
        'loan L "Big loan": A, B -> C, D { amount $9B; status signed on 2024 }',
        'acquisition Q: A -> B { seller C, undisclosed; amount $1B; status closed on 2024 }',
        'partnership P: A, B, C, D',
        'partnership Three: A, B, C',
      ].join('\n'),
      [
        'undeclared: A, B, C, D',
        'deal: Big loan, A, B, C, D → undisclosed, A → B',
        'undisclosed: undisclosed',
        'A -> Big loan debt of $9B promise from 2024-01-01',
        'B -> Big loan debt of $9B promise from 2024-01-01',
        'Big loan -> C debt of $9B promise from 2024-01-01',
        'Big loan -> D debt of $9B promise from 2024-01-01',
        'A, B, C, D → undisclosed -- A alliance promise',
        'A, B, C, D → undisclosed -- B alliance promise',
        'A, B, C, D → undisclosed -- C alliance promise',
        'A, B, C, D → undisclosed -- D alliance promise',
        'A -> A → B purchase $1B done from 2024-01-01',
        'A → B -> B purchase $1B done from 2024-01-01',
        'A → B -> C purchase of $1B done from 2024-01-01',
        'A → B -> undisclosed purchase of $1B done from 2024-01-01',
        'A -- B alliance promise',
        'A -- C alliance promise',
        'B -- C alliance promise',
      ],
    );
  });

  it('ties each investor to the company, with the part that is known', () => {
    checkGraph('round R: A, B -> C { lead A with $6B; amount $10B; status closed on 2024-06 }', [
      'undeclared: A, C, B',
      'A -> C capital $6B of $10B done from 2024-06-01',
      'B -> C capital of $10B done from 2024-06-01',
    ]);
    checkGraph('round R: A -> C { lead B with $1B; amount $2B; status talks on 2025-01 }', [
      'undeclared: A, C, B',
      'A -> C capital of $2B talk from 2025-01-01',
      'B -> C capital $1B of $2B talk from 2025-01-01',
    ]);
    const lines = Array.from({ length: 8 }, (_, index) => `loan L${index}: X -> Y${index} { amount $9B }`);
    const { ties } = graphIn(
      ['company X', ...lines, 'round R: A, B -> X { lead A with $6B; amount $10B }'].join('\n'),
      { most: 2 },
    );
    // Of two who are drawn together one says how much: it is that at least.
    const together = ties.find(({ deals }) => deals.some(({ name }) => name === 'R'));
    assert.deepEqual(
      together?.deals.map(({ money, whole, value }) => [money, whole, value]),
      [[undefined, '$10B', 6e9]],
    );
  });

  it('has whoever is not disclosed in each deal by itself', () => {
    checkGraph('loan L: undisclosed -> A\nloan M: undisclosed, B -> A\nloan N: "undisclosed" -> A', [
      'undisclosed: undisclosed, undisclosed',
      'undeclared: A, B, undisclosed',
      'undisclosed -> A debt promise',
      'B -> A debt promise',
      'undisclosed -> A debt promise',
      'undisclosed -> A debt promise',
    ]);
  });

  it('says of deals without a line why they have none', () => {
    checkGraph('supply S: A -> A\npartnership P: A\nloan L: A', [
      'undeclared: A',
      '! 2 deals name nobody on one side, so they have no line.',
      '! 1 deal is of a party with itself, so it has no line.',
    ]);
    checkGraph('supply S: A -> A\nsupply T: A -> A\npartnership P: A\npartnership Q: A', [
      'undeclared: A',
      '! 2 deals name nobody on one side, so they have no line.',
      '! 2 deals are of a party with itself, so they have no line.',
    ]);
  });

  it('has units and stakes as ties, whoever owns whom in a circle', () => {
    checkGraph(
      [
        'company A { parent B from 2020 until 2023; parent C }',
        'company B { parent A }',
        'company C',
        'holding H: C -> B { stake ~14% on 2025-03 }',
        'company D { parent D }',
        'company E { parent C from 2025 until 2024 }',
      ].join('\n'),
      [
        'company: B, A, C, D, E',
        'B -> A ownership done from 2020-01-01, over from 2024-01-01',
        'C -> A ownership done',
        'A -> B ownership done',
        'C -> E ownership done from 2025-01-01',
        'C -> B ownership about 14% done from 2025-03-01',
      ],
    );
  });

  it('draws units as their parents where that is wanted', () => {
    const text = [
      'company A',
      'company U { parent A }',
      'company W { parent U }',
      'loan L: W -> B { amount $1B }',
      'loan M: U -> W { amount $1B }',
      'loan N: A -> B { amount $2B }',
      'ecosystem E { hub U }',
    ].join('\n');
    checkGraph(
      text,
      [
        'company: A*',
        'undeclared: B',
        'A -> B debt $1B promise',
        'A -> B debt $2B promise',
        'around E: A, B',
        '! 1 deal is between parties that are drawn as one.',
      ],
      { collapseUnits: true },
    );
    checkGraph(
      'company A { parent B }\ncompany B { parent A }\nloan L: A -> C',
      ['company: A', 'undeclared: C', 'A -> C debt promise'],
      { collapseUnits: true },
    );
  });

  it('has few deals of the same two side by side, and many as one line', () => {
    const deals = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `loan L${index}: A -> B { amount $1B; status signed on 202${index} }`,
      ).join('\n');
    checkGraph(deals(3), [
      'undeclared: A, B',
      'A -> B debt $1B promise from 2020-01-01',
      'A -> B debt $1B promise from 2021-01-01',
      'A -> B debt $1B promise from 2022-01-01',
    ]);
    checkGraph(deals(4), [
      'undeclared: A, B',
      'A -> B debt ×4 promise (1000000000 of 1) from 2020-01-01, 2 promise (2000000000 of 2) from 2021-01-01, 3 promise (3000000000 of 3) from 2022-01-01, 4 promise (4000000000 of 4) from 2023-01-01',
    ]);
    checkGraph(`${deals(2)}\nloan L0: A -> B { amount $5M }`, [
      'undeclared: A, B',
      'A -> B debt $1B promise from 2020-01-01',
      'A -> B debt $5M promise',
      'A -> B debt $1B promise from 2021-01-01',
    ]);
  });

  it('tells what many deals come to by how they stand, with bounds, and of how many nothing is known', () => {
    checkGraph(
      [
        'loan L1: A -> B { amount $1B; status signed on 2020; status closed on 2022 }',
        'loan L2: A -> B { amount $1B..$3B; status signed on 2020; status ended on 2023 }',
        'loan L3: A -> B { status signed on 2020 }',
        'loan L4: A -> B { amount >$5B; status talks on 2021 }',
      ].join('\n'),
      [
        'undeclared: A, B',
        'A -> B debt ×4 3 promise ({"min":2000000000,"max":4000000000,"approximate":false} of 2) from 2020-01-01, 3 promise ({"min":2000000000,"max":4000000000,"approximate":false} of 2) + talk ({"min":5000000000,"max":null,"approximate":false} of 1) from 2021-01-01, done (1000000000 of 1) + 2 promise ({"min":1000000000,"max":3000000000,"approximate":false} of 1) + talk ({"min":5000000000,"max":null,"approximate":false} of 1) from 2022-01-01, done (1000000000 of 1) + promise + talk ({"min":5000000000,"max":null,"approximate":false} of 1) + over ({"min":1000000000,"max":3000000000,"approximate":false} of 1) from 2023-01-01',
      ],
    );
  });

  it('keeps what people are called as it is', () => {
    checkGraph(
      'company "<b>" "\\"A\\" & <i>"\nloan L: "<b>" -> "פלוני {x}" { amount $1B }\nloan "M $1": "a\\nb" -> "<b>"',
      [
        'company: "A" & <i>',
        'undeclared: פלוני {x}, a…',
        '"A" & <i> -> פלוני {x} debt $1B promise',
        'a… -> "A" & <i> debt promise',
      ],
    );
  });

  it('begins a deal of a half-known date with its first day', () => {
    checkGraph(
      [
        'loan A: A -> B { amount $1B on 2024-Q3 }',
        'loan B: A -> C { amount $1B; status signed on 2024..2025; status closed on ..2026 }',
        'loan C: A -> D { tranche $1B on 2023; tranche $1B on 2024 }',
        'loan D: A -> E { status closed }',
        'loan E: A -> F { status signed on 2024; status cancelled on 2024-06 }',
      ].join('\n'),
      [
        'undeclared: A, B, C, D, E, F',
        'A -> B debt $1B promise from 2024-07-01',
        'A -> C debt $1B done from 2024-01-01',
        'A -> D debt $2B promise from 2023-01-01',
        'A -> E debt done',
        'A -> F debt promise from 2024-01-01, over from 2024-06-01',
      ],
    );
  });

  it('marks what is disputed', () => {
    checkGraph(
      'loan L: A -> B { amount $1B }\nclaim C: M disputes L.amount\nloan N: A -> B\nclaim D: M denies N',
      [
        'undeclared: A, B',
        'A -> B debt $1B (disputed by M) disputed promise',
        'A -> B debt disputed promise',
      ],
    );
  });

  it('marks circular money among many deals, and says where there are too many', () => {
    const circle = 'investment I: A -> B { amount $1M }\nsupply S: A -> B { amount $1M }\n';
    const others = (count: number) =>
      Array.from({ length: count }, (_, index) => `grant G${index}: C${index % 50} -> D`).join('\n');
    const [many, tooMany] = [9000, 20_000].map((count) => graphIn(circle + others(count)));
    assert.equal(many?.circles.length, 1);
    assert.ok(!many.remarks.some((remark) => remark.startsWith('Circular')));
    assert.equal(tooMany?.circles.length, 0);
    assert.ok(tooMany.remarks.includes('Circular money is not marked among more than 20000 deals.'));
  }).timeout(30_000);

  it('has outlines around ecosystems, and circles of money', () => {
    checkGraph(
      [
        'ecosystem X "Around B" { hub B }',
        'ecosystem Y { hub Alone }',
        'company Alone',
        'investment I: A -> B { amount $4B; status closed on 2024-01 }',
        'supply S: A -> B { provides cloud; amount $4B; status signed on 2024-02 }',
      ].join('\n'),
      [
        'undeclared: A, B*',
        'company: Alone*',
        'A -> B capital $4B done from 2024-01-01',
        'A -> B trade $4B promise from 2024-02-01',
        'around Around B: B, A',
        'Circular money: A → B → A.',
      ],
    );
    checkGraph(
      'loan L: A -> B\nloan M: A -> C\necosystem X { hub B }\necosystem X { hub C }\n',
      ['undeclared: A, B*', 'A -> B debt promise', 'around X: B, A'],
      {
        name: 'X',
      },
    );
  });

  it('is of one currency, and says of what it could not tell', () => {
    checkGraph(
      'loan L: A -> B { amount $1B }\nloan M: A -> B { amount €2B }\nloan N: A -> B { amount $3B }',
      [
        'undeclared: A, B',
        'A -> B debt $1B promise',
        'A -> B debt €2B promise',
        'A -> B debt $3B promise',
        '! The money of 1 deal cannot be told in USD; its line is thin. An exchange rate (fx) helps.',
      ],
    );
  });

  it('is around a party that has no deals, and empty of nothing', () => {
    checkGraph('company A\ncompany B\nperson C', ['company: A*'], { name: 'A' });
    checkGraph('company A\ncompany B\nperson C\nperson D\nclaim X: C disputes A', [
      'company: A, B',
      '! People without deals have no point: C and D.',
    ]);
    checkGraph('', []);
  });

  it('draws those with less money together', () => {
    const lines = Array.from(
      { length: 10 },
      (_, index) =>
        `company C${index}\nloan L${index}: A -> C${index} { amount $${index + 1}M; status signed on 2024 }`,
    );
    const text = [
      'company A',
      'fund F',
      'person P',
      'company B',
      ...lines,
      'loan X: C0 -> C1',
      'loan Y: F -> B',
      'loan Z: P -> B',
    ].join('\n');
    checkGraph(
      text,
      [
        'company: A, C9, C1, C8, B',
        'others: 7 companies (C0, C2, C3), 2 others (F, P)',
        'A -> 7 companies debt ×7 7 promise (34000000 of 7) from 2024-01-01',
        'A -> C1 debt $2M promise from 2024-01-01',
        'A -> C8 debt $9M promise from 2024-01-01',
        'A -> C9 debt $10M promise from 2024-01-01',
        '7 companies -> C1 debt promise',
        '2 others -> B debt promise',
        '2 others -> B debt promise',
        '! 9 with less money and fewer deals are drawn together in 2 points. Show more, or a picture around one of them.',
      ],
      { most: 5 },
    );
    checkGraph(
      text,
      [
        'company: A',
        'others: 11 companies (C0, C1, C2), 2 others (F, P)',
        'A -> 11 companies debt ×10 10 promise (55000000 of 10) from 2024-01-01',
        '2 others -> 11 companies debt promise',
        '2 others -> 11 companies debt promise',
        '! 13 with less money and fewer deals are drawn together in 2 points. Show more, or a picture around one of them.',
        '! 1 deal is between parties that are drawn as one.',
      ],
      { most: 1 },
    );
  });
});
