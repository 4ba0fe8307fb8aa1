import type { MoneyPurpose } from '../../language/schema';
import { bucketsInBase } from '../../model/conversion';
import type { Corpus } from '../../model/corpus';
import { addBuckets, emptyBuckets, hasMoney, type Buckets } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import type { DealEnd, Movement } from '../../model/flow';
import { moneyDateOf } from '../../model/lifecycle';
import { movedParts } from '../../model/moved-part';
import { partsByYear, yearOf, type MoneyYear } from '../../model/years';
import { keyOfEnd } from './flow-ends';
import type { FlowNotes } from './flow-notes';
import { weightOf } from './weight';

interface Year {
  promised: number;
  rumored: number;
}

/** Money that goes from the same to the same for one purpose. */
export class FlowSum {
  readonly years = new Map<MoneyYear, Year>();
  /** What it is made of, each with its weight. */
  readonly deals = new Map<Declaration, number>();
  buckets: Buckets = emptyBuckets;
  weight = 0;

  constructor(
    readonly payers: DealEnd,
    readonly payees: DealEnd,
    readonly purpose: MoneyPurpose,
  ) {}

  add(year: MoneyYear, promised: number, rumored: number): void {
    this.weight += promised + rumored;
    const own = this.years.get(year);
    if (own) {
      own.promised += promised;
      own.rumored += rumored;
    } else this.years.set(year, { promised, rumored });
  }

  addAll(other: FlowSum): void {
    for (const [year, { promised, rumored }] of other.years) this.add(year, promised, rumored);
    for (const [deal, weight] of other.deals) this.deals.set(deal, (this.deals.get(deal) ?? 0) + weight);
    this.buckets = addBuckets(this.buckets, other.buckets);
  }
}

/**
 * Adds what a deal moves to the flows of those who pay and are paid: by themselves what is said of them alone, and
 * together what nobody divides between them.
 * @param flows by who pays, who is paid and purpose
 */
export function addToFlows(
  corpus: Corpus,
  movement: Movement,
  currency: string | null,
  flows: Map<string, FlowSum>,
  notes: FlowNotes,
): void {
  const { deal, purpose } = movement;
  const parts = movedParts(movement)
    .map((part) => ({ ...part, buckets: bucketsInBase(corpus, deal, part.buckets) }))
    .filter(({ buckets }) => hasMoney(buckets));
  if (parts.length === 0) return;
  const whole = bucketsInBase(corpus, deal, movement.buckets);
  notes.add(deal, purpose, [whole, ...parts.map(({ buckets }) => buckets)]);
  if (currency === null) return;
  const weights = {
    promised: parts.map(({ buckets }) => weightOf(buckets.promised, currency) ?? 0),
    rumored: parts.map(({ buckets }) => weightOf(buckets.rumored, currency) ?? 0),
  };
  const years = yearsOf(corpus, deal, currency, whole);
  parts.forEach(({ payers, payees, buckets }, index) => {
    const own = { promised: weights.promised[index]!, rumored: weights.rumored[index]! };
    if (own.promised + own.rumored > 0 && (isJoint(payers) || isJoint(payees))) notes.addShared(deal);
    const key = JSON.stringify([keyOfEnd(payers), keyOfEnd(payees), purpose]);
    let flow = flows.get(key);
    if (!flow) flows.set(key, (flow = new FlowSum(payers, payees, purpose)));
    for (const certainty of ['promised', 'rumored'] as const) {
      for (const [year, share] of sharesOf(years, certainty, weights[certainty])) {
        const part = own[certainty] * share;
        flow.add(year, certainty === 'promised' ? part : 0, certainty === 'rumored' ? part : 0);
      }
    }
    // What weighs nothing is in words all the same.
    flow.deals.set(deal, (flow.deals.get(deal) ?? 0) + own.promised + own.rumored);
    flow.buckets = addBuckets(flow.buckets, buckets);
  });
}

type Certainty = 'promised' | 'rumored';

/**
 * Which shares of a part lie in which years. Where there are several of both, nobody says which part is paid when: then it
 * lies in no year.
 */
function sharesOf(
  years: ReadonlyMap<MoneyYear, Year>,
  certainty: Certainty,
  weights: readonly number[],
): [MoneyYear, number][] {
  const own = [...years].filter(([, year]) => year[certainty] > 0);
  const isOnePart = weights.filter((weight) => weight > 0).length < 2;
  const sum = own.reduce((all, [, year]) => all + year[certainty], 0);
  if (own.length > 1 && !isOnePart) return [[undefined, 1]];
  return own.length > 0
    ? own.map(([year, each]) => [year, each[certainty] / sum])
    : [...years.keys()].slice(0, 1).map((year) => [year, 1]);
}

/** The money of a deal year by year, as far as it can be told in the currency; where there is none, the year of the deal. */
function yearsOf(corpus: Corpus, deal: Declaration, currency: string, whole: Buckets): Map<MoneyYear, Year> {
  const years = new Map<MoneyYear, Year>();
  for (const { year, buckets } of partsByYear(deal, corpus.asOf)) {
    const own = bucketsInBase(corpus, deal, buckets);
    const [promised, rumored] = [weightOf(own.promised, currency) ?? 0, weightOf(own.rumored, currency) ?? 0];
    if (promised + rumored > 0) years.set(year, { promised, rumored });
  }
  if (years.size > 0) return years;
  const isKnown = hasMoney(whole);
  return new Map([
    [isKnown ? undefined : yearOf(moneyDateOf(deal, corpus.asOf)), { promised: 0, rumored: 0 }],
  ]);
}

function isJoint({ parties, others }: DealEnd): boolean {
  return parties.length > 1 || (parties.length === 1 && others);
}
