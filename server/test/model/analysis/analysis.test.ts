import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Big } from 'big.js';
import { backingOf } from '../../../src/model/analysis/backing';
import { barrierOf } from '../../../src/model/analysis/barrier';
import { bridgesBetween } from '../../../src/model/analysis/bridges';
import { circularFlows } from '../../../src/model/analysis/circular';
import { communitiesAmong, partiesOfNoEcosystem } from '../../../src/model/analysis/communities';
import { concentrationOf } from '../../../src/model/analysis/concentration';
import { consortiaByYear } from '../../../src/model/analysis/consortia';
import { executionOf } from '../../../src/model/analysis/execution';
import { headOf } from '../../../src/model/group';
import type { Corpus } from '../../../src/model/corpus';
import { bucketsOf } from '../../../src/model/deal';
import { ecosystemOf } from '../../../src/model/ecosystem';
import { describePercent } from '../../../src/values/percent';
import { describeMoney, readMoney } from '../../../src/values/money';
import { formatMultiple } from '../../../src/values/multiple';
import { formatNumber } from '../../../src/values/plain-number';
import { between, exact } from '../../../src/values/range';
import { addMoney, addSums, describeSum, emptySum, type MoneySum } from '../../../src/values/sum';
import { propertyRuns } from '../../language/random-text';
import { projectOf } from '../../project-fixture';

function corpusOf(...lines: string[]): Corpus {
  return projectOf({ 'main.deal': lines.join('\n') }).project;
}

function complete<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function sum(...amounts: string[]): MoneySum {
  return amounts.reduce((total, text) => {
    const money = readMoney(text);
    assert.ok(money.ok && !money.value.per, text);
    return addMoney(total, money.value);
  }, emptySum);
}

function concentrationIn(parts: Record<string, string[]>, whole?: string): string {
  const sums = Object.entries(parts).map(([name, amounts]): [string, MoneySum] => [name, sum(...amounts)]);
  const all = sums.reduce((total, [, part]) => addSums(total, part), emptySum);
  const found = concentrationOf(new Map(sums), whole === undefined ? all : sum(whole));
  if (!found) return 'none';
  const shares = found.shares.map(({ name, percent }) => `${name} ${describePercent(percent)}`).join(', ');
  const out = found.leftOut.length > 0 ? `; without ${found.leftOut.join(', ')}` : '';
  return `${formatNumber(found.index)} ${found.band ?? 'open'}: ${shares}${out}`;
}

describe('concentration', () => {
  it('is the sum of the squares of the shares in percent', () => {
    assert.equal(concentrationIn({ A: ['$3B'], B: ['$1B'] }), '6,250 high: A 75%, B 25%');
    assert.equal(
      concentrationIn({ A: ['$1B'], B: ['$1B'], C: ['$1B'], D: ['$1B'], E: ['$1B'], F: ['$1B'] }).split(
        ':',
      )[0],
      '1,666.6667 moderate',
    );
    const eleven = Object.fromEntries(Array.from('ABCDEFGHIJK', (name) => [name, ['$1B']]));
    assert.equal(concentrationIn(eleven).split(':')[0], '909.0909 low');
  });

  it('keeps bounds, and says nothing of a band that they do not tell', () => {
    assert.equal(concentrationIn({ A: ['$1B..$3B'], B: ['$1B'] }), '5,000..6,250 high: A 50%–75%, B 25%–50%');
    assert.match(
      concentrationIn({ A: ['$1B..$9B'], B: ['$1B'], C: ['$1B'], D: ['$1B'], E: ['$1B'], F: ['$1B'] }),
      / open: /,
    );
  });

  it('knows that parts come to the whole', () => {
    assert.equal(concentrationIn({ A: ['$6B'], B: ['<$4B'] }, '$10B'), '5,200 high: A 60%, B 40%');
    assert.equal(
      concentrationIn({ A: ['$1B'], B: ['<$9B'], C: ['<$9B'] }, '$10B'),
      '4,150..8,200 high: B up to 90%, C up to 90%, A 10%',
    );
  });

  it('measures the currency of most, and names whom it leaves out', () => {
    assert.equal(
      concentrationIn({ A: ['$1B'], B: ['$1B'], C: ['€5B'], D: ['undisclosed'], E: ['>$1B'] }),
      '5,000 open: A 50%, B 50%; without C, D, E',
    );
    // Of what is not known in full nobody can say how concentrated it is.
    assert.equal(
      concentrationIn({ A: ['$1B', 'undisclosed'], B: ['$9B'], C: ['$1B'] }),
      '8,200 open: B 90%, C 10%; without A',
    );
    assert.equal(concentrationIn({ A: ['$1B'] }), 'none');
    assert.equal(concentrationIn({ A: ['undisclosed'], B: ['undisclosed'] }), 'none');
    assert.equal(concentrationIn({ A: ['$0'], B: ['$0'] }), 'none');
  });

  it('is quickly found of many contributions', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [`P${index}`, [`$${1 + index}M..$${2 + 2 * index}M`]]),
    );
    assert.match(concentrationIn(many), /^\d.* low: /);
  });

  it('holds every reading of the bounds', () => {
    const part = fc
      .tuple(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([min, width, at]) => ({ min, max: min + width, reading: Math.round(min + width * at) }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 20 }), (parts) => {
        const sums = parts.map(({ min, max }, index): [string, MoneySum] => [
          `P${index}`,
          addMoney(emptySum, { currency: 'USD', range: between(new Big(min), new Big(max)) }),
        ]);
        const all = parts.reduce((total, { reading }) => total + reading, 0);
        // Also where it is known what they come to.
        const whole = addMoney(emptySum, { currency: 'USD', range: exact(new Big(all)) });
        const value = parts.reduce((total, { reading }) => total + ((100 * reading) / all) ** 2, 0);
        for (const { index } of [concentrationOf(new Map(sums))!, concentrationOf(new Map(sums), whole)!]) {
          assert.ok(Number(index.min) <= value + 0.001 && value <= Number(index.max) + 0.001);
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});

/** Each circle in one line: the groups, what went in, what comes back, how much of it. */
function circlesIn(...lines: string[]): string[] {
  return complete(circularFlows(corpusOf(...lines))).map(
    ({ groups, invested, back, recycled }) =>
      `${groups.join(' > ')}: ${describeSum(invested)} in, ${back ? describeSum(back) : 'not said'} back${
        recycled ? `, ${formatMultiple(recycled)}` : ''
      }`,
  );
}

describe('circular money', () => {
  it('comes back from whom it was put into', () => {
    assert.deepEqual(circlesIn('investment I: A -> B { amount $10B }', 'supply S: A -> B { amount $4B }'), [
      'A > B > A: $10B in, $4B back, 0.4x',
    ]);
    assert.deepEqual(
      circlesIn('investment I: A -> B { amount $10B }', 'supply S: B -> A { amount $4B }'),
      [],
    );
  });

  it('counts one deal of several of a group once, and the smallest step by its bounds', () => {
    assert.deepEqual(
      circlesIn(
        'company AWS { parent Amazon }',
        'investment I: Amazon, AWS -> Lab { amount $8B }',
        'supply S: AWS -> Lab { amount $4B }',
      ),
      ['Amazon > Lab > Amazon: $8B in, $4B back, 0.5x'],
    );
    assert.deepEqual(
      circlesIn(
        'investment I: A -> B { amount $8B }',
        'supply S: C -> B { amount $1B..$10B }',
        'supply T: A -> C { amount $5B..$6B }',
      ),
      ['A > B > C > A: $8B in, $1B–$6B back, 0.13x..0.75x'],
    );
  });

  it('comes back through units, and through others', () => {
    assert.deepEqual(
      circlesIn(
        'company Cloud { parent A }',
        'investment I: A -> B { amount $8B }',
        'supply S: Cloud -> B { provides cloud }',
      ),
      ['A > B > A: $8B in, not said back'],
    );
    assert.deepEqual(
      circlesIn(
        'investment I: Chips -> Models { amount $100B }',
        'supply S: Cloud -> Models { amount $300B over 5y }',
        'supply T: Chips -> Cloud { amount $40B }',
      ),
      ['Chips > Models > Cloud > Chips: $100B in, $40B back, 0.4x'],
    );
  });

  it('is not what is only talked about, over, ahead, or goes to whoever sells', () => {
    for (const investment of [
      'investment I: A -> B { amount $1B; status talks }',
      'investment I: A -> B { amount $1B; status withdrawn on 2024 }',
      'investment I: A -> B { amount $1B; status announced on 2026 }',
      'investment I: A -> B { amount $1B; type secondary; seller C }',
      'loan I: A -> B { amount $1B }',
    ]) {
      assert.deepEqual(circlesIn(investment, 'supply S: A -> B { amount $1B }'), [], investment);
    }
  });

  it('ends, whatever the cycles of ownership and purchases', () => {
    assert.deepEqual(
      circlesIn(
        'company A { parent B }',
        'company B { parent A }',
        'company C { parent C }',
        'investment I: A -> C { amount $1B }',
        'supply S: C -> B',
        'supply T: B -> C',
        'supply U: C -> C',
      ),
      ['A > C > A: $1B in, not said back'],
    );
  });

  it('does not depend on the order of the files', () => {
    const lines = [
      'investment I1: A -> B { amount $1B }',
      'investment I2: C -> B { amount $2B }',
      'supply S1: D -> B { amount $1B }',
      'supply S2: E -> B { amount $1B }',
      'supply S3: A -> D { amount $1B }',
      'supply S4: A -> E { amount $1B }',
      'supply S5: C -> A { amount $1B }',
    ];
    const expected = circlesIn(...lines);
    assert.equal(expected.length, 2);
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        assert.deepEqual(circlesIn(...shuffled), expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe('backing', () => {
  const backingIn = (...deals: string[]) => {
    const corpus = corpusOf('ecosystem E { hub Hub }', ...deals);
    const { byGroup, whole } = backingOf(corpus, ecosystemOf(corpus, corpus.find('E')!));
    const sums = [...byGroup].map(([group, amount]) => `${group} ${describeSum(amount)}`).sort();
    return [...sums, ...(whole ? [] : ['others'])].join(', ');
  };

  it('is what each group has promised, as far as it is known', () => {
    assert.equal(
      backingIn('investment D: A -> Hub { amount $10B }', 'round R: B, C -> Hub { amount $2B }'),
      'A $10B, B up to $2B, C up to $2B',
    );
    assert.equal(backingIn('company U { parent A }', 'round R: A, U -> Hub { amount $8B }'), 'A $8B');
    assert.equal(backingIn('investment D: A -> Hub, Other { amount $10B }'), 'A up to $10B');
    assert.equal(backingIn('round R: A, undisclosed -> Hub { amount $10B }'), 'A up to $10B, others');
    assert.equal(backingIn('loan L: A -> Hub { amount $10B }'), '');
  });
});

describe('groups', () => {
  it('end at the top, as of the day, and in one place of a cycle', () => {
    const corpus = corpusOf(
      'company Unit { parent Middle }',
      'company Middle { parent Top }',
      'company Sold { parent Top until 2024 }',
      'company A { parent C }',
      'company B { parent A }',
      'company C { parent B }',
      'company D { parent B }',
    );
    const groups = ['Unit', 'Sold', 'A', 'B', 'C', 'D', 'Nobody'].map((name) => headOf(corpus, name));
    assert.deepEqual(groups, ['Top', 'Sold', 'A', 'A', 'A', 'A', 'Nobody']);
  });
});

describe('execution', () => {
  const executionIn = (...deals: string[]) => {
    const corpus = corpusOf(...deals.map((deal, index) => `investment D${index}: A -> B { ${deal} }`));
    const parts = deals.map((_, index) => bucketsOf(corpus.find(`D${index}`)!, corpus.asOf));
    const execution = executionOf(parts);
    return execution && describePercent(execution);
  };

  it('is what was handed over of what was promised', () => {
    assert.equal(executionIn('amount $4B; paid $1B on 2024; status signed on 2024-01'), '25%');
    assert.equal(executionIn('amount $4B; status signed on 2024-01'), '0%');
    assert.equal(executionIn('amount $3B; status closed', 'amount $1B; status signed'), '75%');
    assert.equal(executionIn('amount $1B; status talks'), undefined);
    assert.equal(executionIn('amount undisclosed; status signed'), undefined);
    assert.equal(
      executionIn(
        'amount $1B; status signed',
        'amount undisclosed; status closed',
        'amount $1B; status signed',
      ),
      'up to 100%',
    );
  });

  it('keeps bounds, and knows that a closed deal is done whatever its size', () => {
    assert.equal(executionIn('amount $1B..$3B; status closed'), '100%');
    assert.equal(executionIn('amount $1B..$3B; status closed', 'amount $1B; status signed'), '50%–75%');
    assert.equal(executionIn('amount $2B..$4B; paid $1B on 2024; status signed'), '25%–50%');
  });
});

describe('barrier', () => {
  it('is the median of what binds, bounds kept', () => {
    const medianIn = (...amounts: string[]) => {
      const corpus = corpusOf(
        ...amounts.map((amount, index) => `investment D${index}: A -> B { ${amount} }`),
      );
      const deals = [...corpus.ofKind('investment')];
      const barrier = barrierOf(corpus, deals);
      return barrier && `${describeMoney(barrier.median)} of ${barrier.count}`;
    };
    assert.equal(medianIn('amount $1B', 'amount $9B', 'amount $2B'), '$2B of 3');
    assert.equal(medianIn('amount $1B', 'amount $9B', 'amount $2B', 'amount $3B'), '$2.5B of 4');
    assert.equal(medianIn('amount $1B..$3B', 'amount $2B', 'amount $1B..$8B'), '$1B–$3B of 3');
    assert.equal(medianIn('amount $1B', 'amount $9B', 'amount $2B; status talks'), undefined);
    assert.equal(medianIn('amount $1B', 'amount >$9B', 'amount >$2B'), 'at least $2B of 3');
  });
});

describe('consortia', () => {
  it('are several who put up the money of a deal together, year by year', () => {
    const corpus = corpusOf(
      'venture V { member A; member B; budget $3B; status announced on 2025-01 }',
      'investment I: A -> C { amount $1B; status closed on 2025-01 }',
      'round R: A, B -> C { amount $1B; status closed on 2024 }',
      'supply S: A -> B { amount $9B; status signed on 2024 }',
      'investment T: A -> C { amount $5B; status talks on 2024 }',
      'project P: A { budget $1B }',
    );
    const deals = ['venture', 'investment', 'round', 'supply', 'project'] as const;
    const years = consortiaByYear(
      corpus,
      deals.flatMap((kind) => [...corpus.ofKind(kind)]),
    );
    assert.deepEqual(
      years.map(({ year, together, alone, percent }) =>
        [year, describeSum(together), describeSum(alone), percent && describePercent(percent)].join(' '),
      ),
      ['2024 $1B nothing 100%', '2025 $3B $1B 75%', ' nothing $1B 0%'],
    );
  });
});

describe('bridges', () => {
  it('stand in several ecosystems', () => {
    const corpus = corpusOf(
      'ecosystem E { hub H }',
      'ecosystem F { hub G }',
      'investment D: A -> H',
      'investment D2: A -> G',
      'supply D3: H -> G',
      'investment D4: B -> G',
      'venture V { member C; member G }',
      'supply D5: C -> H',
    );
    assert.deepEqual(
      bridgesBetween(corpus).map(
        ({ party, ecosystems }) =>
          `${party}: ${ecosystems.map(({ ecosystem, roles }) => `${ecosystem.declaration.name} ${roles.join('+') || '-'}`).join(', ')}`,
      ),
      ['A: E backer, F backer', 'C: E supplier, F -', 'G: E customer, F -', 'H: E -, F supplier'],
    );
  });
});

describe('communities', () => {
  it('are found among parties of no ecosystem, around the most central of them', () => {
    const ring = (hub: string, others: string[]) =>
      others.flatMap((other, index) => [
        `company ${other}`,
        `investment ${hub}I${index}: ${other} -> ${hub}`,
        `supply ${hub}S${index}: ${hub} -> ${other}`,
      ]);
    const lines = [
      'company Hub',
      'company Core',
      'company Placed',
      'company Backer',
      'ecosystem E { hub Placed }',
      'investment P: Backer -> Placed',
      ...ring('Hub', ['A', 'B', 'C', 'D']),
      ...ring('Core', ['X', 'Y', 'Z']),
      'investment Bridge: A -> X',
      'company Unit { parent Core }',
      'supply U: Unit -> Z',
    ];
    const found = (text: string[]) => {
      const corpus = corpusOf(...text);
      return communitiesAmong(corpus, partiesOfNoEcosystem(corpus))?.map(
        ({ hub, parties }) => `${hub}: ${parties.toSorted().join(' ')}`,
      );
    };
    assert.deepEqual(found(lines), ['Hub: A B C D Hub', 'Core: Core X Y Z']);
    assert.deepEqual(found(lines.toReversed()), found(lines));
    assert.deepEqual(found(['company A', 'company B', 'investment D: A -> B']), []);
    assert.deepEqual(found([]), []);
  });
});
