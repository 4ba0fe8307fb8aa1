import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corpus } from '../../src/model/corpus';
import { certainties, type Buckets } from '../../src/model/deal';
import { kindNames, kinds } from '../../src/language/schema';
import type { Declaration } from '../../src/model/declaration';
import { ecosystemOf } from '../../src/model/ecosystem';
import { flowsOfParty, positionsOf } from '../../src/model/position';
import {
  sumsByPair,
  sumsByPurpose,
  sumsByYear,
  sumsOfEcosystem,
  type PairSum,
  type PurposeSum,
} from '../../src/model/sums';
import { dayOf } from '../../src/values/date';
import { addSums, describeSum, emptySum, rangeIn, type MoneySum } from '../../src/values/sum';
import { propertyRuns } from '../language/random-text';
import { fixtureDay, projectOf } from '../project-fixture';

function corpusOf(text: string, asOf = fixtureDay, baseCurrency?: string): Corpus {
  return projectOf({ 'main.deal': text }, asOf, { baseCurrency }).project;
}

function allDeals(corpus: Corpus): Declaration[] {
  return kindNames.flatMap((kind) => (kinds[kind].group === 'deal' ? [...corpus.ofKind(kind)] : []));
}

function pairsOf(corpus: Corpus, deals = allDeals(corpus)): PairSum[] {
  const steps = sumsByPair(corpus, deals);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Sums as `capital $1B | nothing | nothing of D1 D2; debt …`. */
function write(sums: readonly PurposeSum[]): string {
  return sums
    .map(({ purpose, buckets, parts }) => {
      const deals = parts.map(({ deal }) => deal.name).join(' ');
      return `${purpose} ${writeBuckets(buckets)} of ${deals}`;
    })
    .join('; ');
}

function writeBuckets({ promised, executed, rumored }: Buckets): string {
  return [promised, executed, rumored].map(describeSum).join(' | ');
}

function checkYears(text: string, ...expected: string[]): void {
  const corpus = corpusOf(text);
  const years = sumsByYear(corpus, allDeals(corpus)).map(
    ({ year, sums }) => `${year ?? 'no year'}: ${write(sums)}`,
  );
  assert.deepEqual(years, expected);
}

function checkPairs(text: string, ...expected: string[]): void {
  assert.deepEqual(
    pairsOf(corpusOf(text)).map(
      ({ giver, receiver, sums }) => `${giver ?? '?'} -> ${receiver ?? '?'}: ${write(sums)}`,
    ),
    expected,
  );
}

describe('sums by purpose', () => {
  const text = [
    'investment I1: A -> B { amount $1B; status closed }',
    'investment I2: A -> B { amount $2B; status talks }',
    'round R: A -> B { amount $4B; type secondary; seller C }',
    'loan L: A -> B { amount €3B }',
    'partnership P: A <-> B { amount $9B }',
    'grant G: A -> B { amount $1M; status withdrawn }',
  ].join('\n');

  it('are made of the deals that add something', () => {
    const corpus = corpusOf(text);
    assert.equal(
      write(sumsByPurpose(corpus, allDeals(corpus))),
      'capital $1B | $1B | $2B of I1 I2; debt €3B | nothing | nothing of L; purchase $4B | nothing | nothing of R',
    );
    const deals = [...allDeals(corpus)];
    assert.deepEqual(
      sumsByPurpose(corpus, [...deals, ...deals]).map(({ parts }) => parts.length),
      [2, 1, 1],
    );
  });
});

describe('sums by year', () => {
  it('put instalments and payments into the years of their dates', () => {
    checkYears(
      'investment D: A -> B { amount $8B; tranche $4B on 2023-09-25; tranche $4B on 2024-11-22; status announced on 2023 }',
      '2023: capital $4B | nothing | nothing of D',
      '2024: capital $4B | nothing | nothing of D',
    );
    checkYears(
      'investment D: A -> B { amount $8B; paid $1B on 2023; paid $2B on 2024-05; status announced on 2022 }',
      '2022: capital $8B | nothing | nothing of D',
      '2023: capital nothing | $1B | nothing of D',
      '2024: capital nothing | $2B | nothing of D',
    );
    checkYears(
      'investment D: A -> B { amount $8B; tranche $4B on 2023; tranche $4B on 2026; status closed on 2022 }',
      '2023: capital $4B | $4B | nothing of D',
      '2026: capital $4B | nothing | nothing of D',
    );
    checkYears(
      'investment D: A -> B { tranche $4B on 2023; tranche $4B; status talks on 2024 }',
      '2023: capital nothing | nothing | $4B of D',
      '2024: capital nothing | nothing | $4B of D',
    );
    checkYears(
      'investment D: A -> B { amount $8B; paid $1B on 2023; tranche $2B on 2022; status talks on 2024 }',
      '2023: capital $1B | $1B | nothing of D',
      '2024: capital nothing | nothing | $7B of D',
    );
    checkYears(
      'investment D: A -> B { amount $8B; tranche $3B on 2023; status closed on 2022; status terminated on 2024 }',
      '2022: capital $5B | $5B | nothing of D',
      '2023: capital $3B | $3B | nothing of D',
    );
  });

  it('leave out the instalments that a deal did not live to see', () => {
    checkYears(
      'investment D: A -> B { amount $8B; tranche $4B on 2023; tranche $4B on 2024-06; status closed on 2022; status terminated on 2024-03 }',
      '2023: capital $4B | $4B | nothing of D',
    );
  });

  it('put all else into the year of the status that it counts by', () => {
    checkYears(
      'investment D: A -> B { amount $8B; status announced on 2022; status closed on 2023; status amended on 2024 }',
      '2023: capital $8B | $8B | nothing of D',
    );
    checkYears(
      'investment D: A -> B { amount $8B; tranche $3B on 2023; status announced on 2022 }',
      '2022: capital $5B | nothing | nothing of D',
      '2023: capital $3B | nothing | nothing of D',
    );
  });

  it('keep what lies in no single year by itself', () => {
    checkYears(
      [
        'investment D1: A -> B { amount $1B }',
        'investment D2: A -> B { amount $2B from 2019; status closed }',
        'investment D3: A -> B { amount $3B; status closed on 202X }',
        'investment D4: A -> B { amount $4B; status closed on 2024-Q4 }',
        'investment D5: A -> B { paid $5B from 2023-01 until 2023-05 }',
        'investment D6: A -> B { paid $6B from 2023 until 2024 }',
        'investment D7: A -> B { amount $7B; status closed on 2023..2024 }',
      ].join('\n'),
      '2023: capital $5B | $5B | nothing of D5',
      '2024: capital $4B | $4B | nothing of D4',
      'no year: capital $19B | $18B | nothing of D1 D2 D3 D6 D7',
    );
  });

  it('do not know in which year what is undisclosed lies, and leave what contradicts itself together', () => {
    checkYears(
      'investment D: A -> B { amount $8B; tranche $3B on 2023; tranche undisclosed on 2024; on 2022 }',
      '2022: capital up to $5B | nothing | nothing of D',
      '2023: capital $3B | nothing | nothing of D',
      '2024: capital up to $5B | nothing | nothing of D',
    );
    checkYears(
      'investment D: A -> B { amount undisclosed; tranche $3B on 2023; on 2022 }',
      '2022: capital undisclosed | nothing | nothing of D',
      '2023: capital $3B | nothing | nothing of D',
    );
    checkYears(
      'investment D: A -> B { amount $8B; tranche $7B on 2023; tranche $7B on 2024; on 2022 }',
      '2022: capital $8B | nothing | nothing of D',
    );
    checkYears(
      'investment D: A -> B { amount $8B; tranche €3B on 2023; on 2022 }',
      '2022: capital $8B | nothing | nothing of D',
    );
  });

  it('are those of thousands of instalments', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `tranche $1M on ${1900 + (index % 100)}`);
    const corpus = corpusOf(`investment D: A -> B {\n${lines.join('\n')}\n}`);
    assert.equal(sumsByYear(corpus, allDeals(corpus)).length, 100);
  });
});

describe('sums by pair', () => {
  it('go from who pays to who is paid', () => {
    checkPairs(
      [
        'investment I: A -> B { amount $1B }',
        'supply S: A -> B { amount $2B; status signed }',
        'acquisition Q: A -> B { amount $3B; seller C }',
        'acquisition R: A -> B { amount $4B }',
        'venture V { member A, C as equity; budget $5B }',
        'project P: A { budget $6B }',
        'grant G: undisclosed -> B { amount $7B }',
      ].join('\n'),
      'A -> B: capital $1B | nothing | nothing of I',
      'A -> C: purchase $3B | nothing | nothing of Q',
      'A -> V: plan up to $5B | nothing | nothing of V',
      'A -> ?: purchase $4B | nothing | nothing of R; plan $6B | nothing | nothing of P',
      'B -> A: trade $2B | nothing | nothing of S',
      'C -> V: plan up to $5B | nothing | nothing of V',
      '? -> B: grant $7B | nothing | nothing of G',
    );
  });

  it('know the part that is said, and leave open who of several gets what', () => {
    checkPairs(
      'round D: A, C, undisclosed -> B, E { lead A with $500M; amount $2B; status closed }',
      'A -> B: capital up to $500M | up to $500M | nothing of D',
      'A -> E: capital up to $500M | up to $500M | nothing of D',
      'C -> B: capital up to $1.5B | up to $1.5B | nothing of D',
      'C -> E: capital up to $1.5B | up to $1.5B | nothing of D',
      '? -> B: capital up to $1.5B | up to $1.5B | nothing of D',
      '? -> E: capital up to $1.5B | up to $1.5B | nothing of D',
    );
  });

  it('leave to nobody known what the known ones do not put in', () => {
    checkPairs(
      'round D: A -> B { lead A with $500M; amount $2B }',
      'A -> B: capital $500M | nothing | nothing of D',
      '? -> B: capital up to $1.5B | nothing | nothing of D',
    );
  });
});

describe('sums of an ecosystem', () => {
  const text = [
    'ecosystem E { hub H }',
    'ecosystem F { hub K }',
    'investment I1: A -> H { amount $1B; status closed }',
    'investment I2: H -> K { amount €2B }',
    'supply S: B -> H { amount $3B }',
  ].join('\n');

  it('take in a venture of thousands of members', () => {
    const members = Array.from(
      { length: 3000 },
      (_, index) => `member P${index} as equity${index % 2 === 0 ? ' with $1M' : ''}`,
    );
    const corpus = corpusOf(`venture V {\nbudget $100B\n${members.join('\n')}\n}`);
    const pairs = pairsOf(corpus);
    assert.equal(pairs.length, 3000);
  });

  it('tell the capital of an ecosystem and the money of its deals', () => {
    const corpus = corpusOf(text);
    const sums = [...corpus.ofKind('ecosystem')].map((declaration) => {
      const { capital, sums: all } = sumsOfEcosystem(corpus, ecosystemOf(corpus, declaration));
      return `${declaration.name}: ${writeBuckets(capital.buckets)} of ${capital.parts.length}, ${write(all)}`;
    });
    assert.deepEqual(sums, [
      'E: $1B | $1B | nothing of 1, capital $1B + €2B | $1B | nothing of I1 I2; trade $3B | nothing | nothing of S',
      'F: €2B | nothing | nothing of 1, capital €2B | nothing | nothing of I2',
    ]);
  });
});

/** A deal, a line each; figures that contradict each other among them. */
const amount = fc.constantFrom(
  '$1B',
  '$2.5B',
  '€700M',
  '£30M',
  '~$3B',
  '$1B..$4B',
  '<€3B',
  '>$1B',
  'undisclosed',
  '¥5B',
);
/** Of one party, or paid at once; less than any amount, however many lines say it. */
const part = fc.constantFrom('$10M', '~$20M', '<$30M', '$10M..$30M', 'undisclosed');
const when = fc.constantFrom('2021', '2022-05', '2023-11-05', '2024-Q3', '2025-01', '2026', '2023..2024');
const party = fc.constantFrom('A', 'B', 'C', 'D', 'undisclosed');
const deal = fc.record({
  kind: fc.constantFrom('investment', 'round', 'loan', 'grant', 'supply', 'acquisition'),
  left: fc.uniqueArray(party, { minLength: 1, maxLength: 3 }),
  right: fc.uniqueArray(party, { minLength: 1, maxLength: 2 }),
  lines: fc.array(
    fc.oneof(
      amount.map((money) => `amount ${money}`),
      fc.tuple(amount, when).map(([money, on]) => `tranche ${money} on ${on}`),
      fc.tuple(part, when).map(([money, on]) => `paid ${money} on ${on}`),
      fc
        .tuple(fc.constantFrom('talks', 'announced', 'closed', 'terminated', 'amended'), when)
        .map(([status, on]) => `status ${status} on ${on}`),
      fc.tuple(fc.constantFrom('A', 'B'), part).map(([lead, money]) => `lead ${lead} with ${money}`),
      when.map((on) => `on ${on}`),
      fc.constantFrom('type secondary', 'seller C'),
    ),
    { maxLength: 7 },
  ),
});
type RandomDeal = typeof deal extends fc.Arbitrary<infer T> ? T : never;

const fx = [
  'fx E: EUR -> USD { rate 1.1 on 2021; rate 1.0842 on 2023-01-31; rate 1.05..1.07 on 2024-07-01 }',
  'fx G: USD -> GBP { rate 0.8 on 2022; rate ~0.79 on 2024-01-31 }',
];
const units = ['company A', 'company B { parent A }', 'company C { parent B from 2023 }'];

function textOf(deals: readonly RandomDeal[]): string[] {
  return deals.map(({ kind, left, right, lines }, index) => {
    // What leads put in of a deal of another currency, or without a figure, is more than is known of the deal.
    const figures = lines.filter((line) => /^(amount|tranche)/.test(line));
    const isRound = kind === 'investment' || kind === 'round';
    const canLead = isRound && figures.length > 0 && figures.every((line) => /^\w+ [~<>]?\$/.test(line));
    const body = lines.filter(
      (line) => (canLead || !line.startsWith('lead')) && (isRound || !line.startsWith('type')),
    );
    return `${kind} D${index}: ${left.join(', ')} -> ${right.join(', ')} {\n${body.join('\n')}\n}`;
  });
}

const views = fc.record({
  asOf: fc.constantFrom(
    dayOf(2020, 1, 1),
    dayOf(2022, 6, 1),
    dayOf(2024, 3, 1),
    fixtureDay,
    dayOf(2027, 1, 1),
  ),
  base: fc.constantFrom(undefined, 'USD', 'EUR'),
});

/**
 * Checks that what the parts come to together may be what the whole comes to. They may tell more of the least: where
 * instalments come to more than the "at least" of the amount.
 */
function checkAddsUp(parts: readonly MoneySum[], whole: MoneySum, what: string): void {
  const together = parts.reduce(addSums, emptySum);
  for (const { currency, range } of whole.totals) {
    const sum = rangeIn(together, currency);
    assert.ok(sum, `${what}: nothing in ${currency} of ${describeSum(whole)}`);
    if (range.approximate || sum.approximate) continue;
    const message = `${what}: ${describeSum(together)} of ${describeSum(whole)}`;
    assert.ok(!sum.max || (range.max && sum.max.gte(range.max)), message);
    assert.ok(!sum.min || !range.max || sum.min.lte(range.max), message);
  }
}

describe('sums of anything', () => {
  it('add up to the whole, year by year and pair by pair, deal by deal and all together', () => {
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 5 }), views, (deals, { asOf, base }) => {
        const corpus = corpusOf([...fx, ...units, ...textOf(deals)].join('\n'), asOf, base);
        const all = allDeals(corpus);
        for (const some of [...all.map((one) => [one]), all]) {
          const whole = sumsByPurpose(corpus, some);
          const ways: Record<string, readonly { readonly sums: readonly PurposeSum[] }[]> = {
            years: sumsByYear(corpus, some),
            pairs: pairsOf(corpus, some),
          };
          for (const [way, groups] of Object.entries(ways)) {
            for (const { purpose, buckets } of whole) {
              const own = groups.flatMap(({ sums }) => sums.filter((sum) => sum.purpose === purpose));
              for (const certainty of certainties) {
                checkAddsUp(
                  own.map((sum) => sum.buckets[certainty]),
                  buckets[certainty],
                  `${way} ${purpose} ${certainty} of ${textOf(deals).join('\n')}`,
                );
              }
            }
          }
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  it('are exactly the whole, year by year, where instalments and payments are exact', () => {
    const line = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.option(when, { nil: undefined }));
    const exact = fc.record({
      rest: fc.integer({ min: 0, max: 900 }),
      tranches: fc.array(line, { maxLength: 4 }),
      paid: fc.array(line, { maxLength: 3 }),
      saysAmount: fc.boolean(),
      statuses: fc.array(fc.tuple(fc.constantFrom('talks', 'announced', 'closed', 'terminated'), when), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(fc.array(exact, { minLength: 1, maxLength: 4 }), views, (deals, { asOf, base }) => {
        const texts = deals.map(({ rest, tranches, paid, saysAmount, statuses }, index) => {
          const sum = tranches.reduce((all, [money]) => all + money, rest);
          const dated = (name: string) => (money: number | string, on: string | undefined) =>
            `${name} ${money}${on ? ` on ${on}` : ''}`;
          return [
            `investment D${index}: A -> B {`,
            ...(saysAmount ? [`amount €${sum}M`] : []),
            ...tranches.map(([money, on]) => dated('tranche')(`€${money}M`, on)),
            ...paid.map(([money, on]) => dated('paid')(`€${money}M`, on)),
            ...statuses.map(([status, on]) => dated('status')(status, on)),
            '}',
          ].join('\n');
        });
        const corpus = corpusOf(
          ['fx E: EUR -> USD { rate 1.1 on 2020; rate 1.0842 on 2023-01-31 }', ...texts].join('\n'),
          asOf,
          base,
        );
        const years = sumsByYear(corpus, allDeals(corpus));
        for (const { purpose, buckets } of sumsByPurpose(corpus, allDeals(corpus))) {
          for (const certainty of certainties) {
            const parts = years.flatMap(({ sums }) =>
              sums.filter((sum) => sum.purpose === purpose).map((sum) => sum.buckets[certainty]),
            );
            assert.equal(
              describeSum(parts.reduce(addSums, emptySum)),
              describeSum(buckets[certainty]),
              texts.join('\n'),
            );
          }
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  it('are the same in whatever order deals, files and lines that go together come', () => {
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 1, maxLength: 5 }).chain((deals) =>
          fc.tuple(
            fc.constant(deals),
            fc.shuffledSubarray([...fx, ...units, ...textOf(deals)], {
              minLength: fx.length + units.length + deals.length,
            }),
          ),
        ),
        views,
        ([deals, shuffled], { asOf, base }) => {
          const said = (texts: readonly string[]) => {
            const corpus = projectOf(
              Object.fromEntries(texts.map((text, index) => [`${index}.deal`, text])),
              asOf,
              { baseCurrency: base },
            ).project;
            return {
              purposes: write(sumsByPurpose(corpus, allDeals(corpus))),
              years: sumsByYear(corpus, allDeals(corpus)).map(({ year, sums }) => [year, write(sums)]),
              pairs: pairsOf(corpus).map(({ giver, receiver, sums }) => [giver, receiver, write(sums)]),
              parties: ['A', 'B', 'C', 'D'].map((name) =>
                positionsOf(corpus, flowsOfParty(corpus, name)).map(({ buckets }) => writeBuckets(buckets)),
              ),
            };
          };
          assert.deepEqual(said(shuffled), said([...fx, ...units, ...textOf(deals)]));
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('have bounds that are in order and not negative, on whatever day', () => {
    fc.assert(
      fc.property(deal, views, (one, { asOf, base }) => {
        const corpus = corpusOf([...fx, ...textOf([one])].join('\n'), asOf, base);
        for (const { buckets } of sumsByPurpose(corpus, allDeals(corpus))) {
          for (const certainty of certainties) {
            for (const { range } of buckets[certainty].totals) {
              assert.ok(!range.min || !range.max || range.min.lte(range.max));
              assert.ok(range.min?.gte(0));
            }
          }
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});
