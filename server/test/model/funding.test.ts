import assert from 'node:assert/strict';
import fc from 'fast-check';
import { kindNames, kinds } from '../../src/language/schema';
import { addBuckets, hasMoney, type Buckets } from '../../src/model/deal';
import { fundingsOf } from '../../src/model/funding';
import { sumsByPair, type PairSum } from '../../src/model/sums';
import type { Project } from '../../src/project/project';
import { inOneGo } from '../in-one-go';
import { anyText, propertyRuns } from '../language/random-text';
import { projectOf, sample } from '../project-fixture';

const purposes: ReadonlySet<string> = new Set(['capital', 'debt', 'grant', 'plan']);

/** Declarations of every kind, each once, so that no name is declared twice. */
const exampleOfEach = fc
  .uniqueArray(fc.constantFrom(...kindNames), { minLength: 1, maxLength: 6 })
  .map((names) => names.map((name) => kinds[name].example).join('\n\n'));

function sumsOfPairs(project: Project): PairSum[] {
  const deals = kindNames.flatMap((kind) => (kinds[kind].group === 'deal' ? [...project.ofKind(kind)] : []));
  return inOneGo(sumsByPair(project, deals));
}

/** What each pair comes to, by purpose, in JSON: from the sums by pair, and from the fundings in one direction. */
function pairsIn(project: Project): Map<string, string> {
  const pairs = sumsOfPairs(project).flatMap(({ giver, receiver, sums }) =>
    giver === undefined || receiver === undefined || giver === receiver
      ? []
      : sums
          .filter(({ purpose }) => purposes.has(purpose))
          .map(
            ({ purpose, buckets }) => [`${giver} ${receiver} ${purpose}`, JSON.stringify(buckets)] as const,
          ),
  );
  return new Map(pairs);
}

function fundingsIn(project: Project, direction: 'in' | 'out'): Map<string, string> {
  const parties = new Set(
    sumsOfPairs(project).flatMap(({ giver, receiver }) =>
      [giver, receiver].filter((each) => each !== undefined),
    ),
  );
  const sums = new Map<string, Buckets>();
  for (const party of parties) {
    const fundings = inOneGo(fundingsOf(project, party, direction)).sort((a, b) =>
      a.deal.name < b.deal.name ? -1 : a.deal.name > b.deal.name ? 1 : 0,
    );
    for (const { giver, receiver, purpose, buckets } of fundings) {
      if (!hasMoney(buckets)) continue;
      const key = `${giver} ${receiver} ${purpose}`;
      const sum = sums.get(key);
      sums.set(key, sum ? addBuckets(sum, buckets) : buckets);
    }
  }
  return new Map([...sums].map(([key, buckets]) => [key, JSON.stringify(buckets)]));
}

function checkPairs(project: Project): void {
  const sorted = (pairs: Map<string, string>) => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  const expected = sorted(pairsIn(project));
  assert.deepEqual(sorted(fundingsIn(project, 'in')), expected);
  assert.deepEqual(sorted(fundingsIn(project, 'out')), expected);
}

describe('who funds whom', () => {
  for (const name of ['ai-race', 'every-kind']) {
    it(`comes to the sums by pair in the sample ${name}, from either end`, () => {
      const { project } = projectOf(sample(name));
      assert.ok(pairsIn(project).size > 0);
      checkPairs(project);
    });
  }

  it('comes to the sums by pair in any text, from either end', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, exampleOfEach), (text) => {
        const { project } = projectOf({ 'a.deal': text });
        // Of a venture that is declared twice, the first one counts for its own money.
        for (const name of project.names()) fc.pre(project.declarationsOf(name).length === 1);
        checkPairs(project);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('leaves out what fell out, and whoever buys', () => {
    const { project } = projectOf({
      'a.deal':
        'company A\ninvestment D: B -> A { amount $1B; status withdrawn on 2024 }\nsupply S: A -> C { amount $1B }\nround R: E -> A { type secondary; seller F; amount $1B }\nloan L: G -> A',
    });
    assert.deepEqual(
      inOneGo(fundingsOf(project, 'A', 'in')).map(({ giver, deal }) => [giver, deal.name]),
      [['G', 'L']],
    );
  });
});
