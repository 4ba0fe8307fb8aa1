import type { MoneyPurpose } from '../../language/schema';
import { bucketsInBase } from '../../model/conversion';
import type { Corpus } from '../../model/corpus';
import { addBuckets, emptyBuckets, hasMoney, type Buckets } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import { pairsOf, type Movement } from '../../model/flow';
import { partsByYear, type MoneyYear } from '../../model/years';
import type { FlowNotes } from './flow-notes';
import { drawnShares } from './shares';
import { weightOf } from './weight';

interface Year {
  promised: number;
  rumored: number;
}

/** Money that goes one way for one purpose. */
export class FlowSum {
  readonly years = new Map<MoneyYear, Year>();
  /** What it is made of, each with its weight. */
  readonly deals = new Map<Declaration, number>();
  buckets: Buckets = emptyBuckets;
  weight = 0;

  constructor(
    readonly giver: string | undefined,
    readonly receiver: string | undefined,
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
 * Adds what a deal moves to the flows of those who pay and are paid.
 * @param flows by giver, receiver and purpose
 */
export function addToFlows(
  corpus: Corpus,
  movement: Movement,
  currency: string | null,
  flows: Map<string, FlowSum>,
  notes: FlowNotes,
): void {
  const { deal, purpose } = movement;
  const whole = bucketsInBase(corpus, deal, movement.buckets);
  if (!hasMoney(whole)) return;
  notes.add(deal, purpose, whole);
  if (currency === null) return;
  const promised = weightOf(whole.promised, currency) ?? 0;
  const rumored = weightOf(whole.rumored, currency) ?? 0;
  const pairs = pairsOf(movement);
  if (promised + rumored > 0 && pairs.some(({ share }) => share === 'unknown')) notes.addShared();
  const shares = {
    promised: promised > 0 ? drawnShares(pairs, 'promised', currency, promised) : [],
    rumored: rumored > 0 ? drawnShares(pairs, 'rumored', currency, rumored) : [],
  };
  const years = yearsOf(corpus, deal, currency, { promised, rumored });
  pairs.forEach(({ giver, receiver, buckets }, index) => {
    const [ofPromised, ofRumored] = [shares.promised[index] ?? 0, shares.rumored[index] ?? 0];
    const own = bucketsInBase(corpus, deal, buckets);
    const weight = ofPromised * promised + ofRumored * rumored;
    if (weight <= 0 && !hasMoney(own)) return;
    const key = JSON.stringify([giver, receiver, purpose]);
    let flow = flows.get(key);
    if (!flow) flows.set(key, (flow = new FlowSum(giver, receiver, purpose)));
    for (const [year, all] of years) flow.add(year, all.promised * ofPromised, all.rumored * ofRumored);
    // What weighs nothing is in words all the same.
    flow.deals.set(deal, weight);
    flow.buckets = addBuckets(flow.buckets, own);
  });
}

/** The money of a deal year by year, which comes to all of it whatever the middles of the years come to. */
function yearsOf(corpus: Corpus, deal: Declaration, currency: string, whole: Year): Map<MoneyYear, Year> {
  const years = new Map<MoneyYear, Year>();
  for (const { year, buckets } of partsByYear(deal, corpus.asOf)) {
    const own = bucketsInBase(corpus, deal, buckets);
    years.set(year, {
      promised: weightOf(own.promised, currency) ?? 0,
      rumored: weightOf(own.rumored, currency) ?? 0,
    });
  }
  for (const certainty of ['promised', 'rumored'] as const) {
    const sum = [...years.values()].reduce((all, year) => all + year[certainty], 0);
    if (sum > 0) for (const year of years.values()) year[certainty] *= whole[certainty] / sum;
    else if (whole[certainty] > 0) {
      const rest = years.get(undefined) ?? { promised: 0, rumored: 0 };
      years.set(undefined, { ...rest, [certainty]: whole[certainty] });
    }
  }
  return years;
}
