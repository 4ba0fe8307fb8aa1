import * as l10n from '@vscode/l10n';
import type { MoneyPurpose } from '../../language/schema';
import { moneyProperties } from '../../model/claim';
import { bucketsInBase } from '../../model/conversion';
import type { Corpus } from '../../model/corpus';
import { addBuckets, emptyBuckets, hasMoney, type Buckets } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import { movementOf, pairsOf, type Movement } from '../../model/flow';
import { partsByYear, type MoneyYear } from '../../model/years';
import type { FlowChart, MoneyFlow } from '../../picture/flow';
import { hasOneValue, isExact } from '../../values/range';
import { rangeIn } from '../../values/sum';
import { disputedInSum, disputersOf, withDispute } from '../summary/disputes';
import { enumerate } from '../summary/names';
import { bucketsLine, conversionRemark } from '../summary/sums';
import { dealLabel } from '../tree/deal-label';
import { FlowEnds } from './flow-ends';
import type { Scope } from './scope';
import { drawnShares } from './shares';
import { currencyOf, weightOf } from './weight';

/** So many deals of a flow are named. */
const mostDeals = 12;

/** To find out who pays whom takes so many times as long as to look at a deal. */
const workOfDeal = 6;

interface Year {
  promised: number;
  rumored: number;
}

/** Money that goes one way for one purpose. */
class FlowSum {
  readonly years = new Map<MoneyYear, Year>();
  readonly deals = new Map<Declaration, number>();
  buckets: Buckets = emptyBuckets;

  constructor(
    readonly giver: string | undefined,
    readonly receiver: string | undefined,
    readonly purpose: MoneyPurpose,
  ) {}

  get weight(): number {
    let weight = 0;
    for (const { promised, rumored } of this.years.values()) weight += promised + rumored;
    return weight;
  }

  add(year: MoneyYear, promised: number, rumored: number): void {
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

/** What has to be said of what is drawn. */
class Notes {
  undisclosed = 0;
  shared = 0;
  bounded = 0;
  disputed = 0;
  foreign = 0;
  readonly currencies = new Set<string>();
  /** All money, by purpose. */
  readonly sums = new Map<MoneyPurpose, Buckets>();
}

/**
 * Who pays whom for what, year by year, as of the corpus' day. All flows together come to what the deals do, each range
 * counted by its middle. Yields for each deal.
 */
export function* flowChartOf({ corpus, title, deals }: Scope): Generator<number, FlowChart> {
  const currency = yield* currencyOf(corpus, deals);
  const notes = new Notes();
  const all = new Map<string, FlowSum>();
  for (const deal of new Set(deals)) {
    yield workOfDeal;
    const movement = movementOf(deal, corpus.asOf);
    if (movement) addDeal(corpus, movement, currency, all, notes);
  }
  const flows = [...all.values()].filter(({ weight }) => weight > 0);
  yield all.size;
  const payers = new FlowEnds(corpus, 'payer');
  const payees = new FlowEnds(corpus, 'payee');
  for (const flow of flows) {
    payers.add(flow.giver, flow.purpose, flow.weight);
    payees.add(flow.receiver, flow.purpose, flow.weight);
  }
  const drawn = new Map<string, { from: string; to: string; flow: FlowSum }>();
  for (const flow of flows) {
    const from = payers.idOf(flow.giver, flow.purpose);
    const to = payees.idOf(flow.receiver, flow.purpose);
    const key = JSON.stringify([from, to, flow.purpose]);
    const known = drawn.get(key);
    if (known) known.flow.addAll(flow);
    else drawn.set(key, { from, to, flow });
  }
  const written: MoneyFlow[] = [];
  for (const { from, to, flow } of drawn.values()) {
    yield flow.deals.size;
    written.push(flowInWords(corpus, from, to, flow));
  }
  return {
    title,
    asOf: corpus.asOf,
    today: corpus.today,
    currency: written.length > 0 ? currency : null,
    ends: [...payers.all(), ...payees.all()],
    flows: written.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind)),
    remarks: remarksOn(corpus, notes, currency, payers.others, payees.others),
  };
}

function addDeal(
  corpus: Corpus,
  movement: Movement,
  currency: string | null,
  flows: Map<string, FlowSum>,
  notes: Notes,
): void {
  const { deal, purpose } = movement;
  const whole = bucketsInBase(corpus, deal, movement.buckets);
  if (!hasMoney(whole)) return;
  notes.sums.set(purpose, addBuckets(notes.sums.get(purpose) ?? emptyBuckets, whole));
  const promised = weightOf(whole.promised, currency) ?? 0;
  const rumored = weightOf(whole.rumored, currency) ?? 0;
  noteOn(corpus, deal, whole, currency, notes);
  if (currency === null) return;
  const pairs = pairsOf(movement);
  if (promised + rumored > 0 && pairs.some(({ share }) => share === 'unknown')) notes.shared++;
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

function noteOn(
  corpus: Corpus,
  deal: Declaration,
  { promised, rumored }: Buckets,
  currency: string | null,
  notes: Notes,
): void {
  const sums = [promised, rumored];
  const others = sums.flatMap(({ totals }) => totals).filter((total) => total.currency !== currency);
  if (others.length > 0) notes.foreign++;
  for (const other of others) notes.currencies.add(other.currency);
  const ranges = sums.flatMap((sum) => (currency === null ? undefined : rangeIn(sum, currency)) ?? []);
  if (sums.some((sum) => sum.undisclosed > 0) || ranges.some(({ undisclosed }) => undisclosed)) {
    notes.undisclosed++;
  }
  if (ranges.some((range) => !range.undisclosed && !hasOneValue(range))) notes.bounded++;
  if (ranges.length > 0 && disputersOf(corpus, deal, moneyProperties) !== undefined) notes.disputed++;
}

function flowInWords(corpus: Corpus, from: string, to: string, flow: FlowSum): MoneyFlow {
  const deals = [...flow.deals]
    .sort(([a, m], [b, n]) => n - m || compare(a.name, b.name))
    .map(([deal]) => deal);
  const { promised, rumored } = flow.buckets;
  return {
    from,
    to,
    kind: flow.purpose,
    approximate: [...promised.totals, ...rumored.totals].some(({ range }) => !isExact(range)),
    years: [...flow.years]
      .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
      .filter(([, { promised, rumored }]) => promised + rumored > 0)
      .map(([year, own]) => ({ year: year ?? null, ...own })),
    text: withDispute(bucketsLine(flow.buckets), disputedInSum(corpus, deals)),
    deals: deals.slice(0, mostDeals).map((deal) => ({ name: deal.name, title: dealLabel(corpus, deal) })),
    count: deals.length,
  };
}

function remarksOn(
  corpus: Corpus,
  { undisclosed, shared, bounded, disputed, foreign, currencies, sums }: Notes,
  currency: string | null,
  payers: number,
  payees: number,
): string[] {
  const counted = (count: number, one: string, several: string) =>
    count === 0 ? [] : [count === 1 ? one : several];
  const converted = conversionRemark(corpus, [...sums.values()]);
  return [
    ...counted(
      shared,
      l10n.t(
        '1 deal does not say who pays or gets how much of it: what is not said is drawn in equal parts.',
      ),
      l10n.t(
        '{0} deals do not say who pays or gets how much of them: what is not said is drawn in equal parts.',
        shared,
      ),
    ),
    ...counted(
      bounded,
      l10n.t(
        'The money of 1 deal is known by its bounds alone: it is drawn by their middle, or by the only one.',
      ),
      l10n.t(
        'The money of {0} deals is known by its bounds alone: it is drawn by their middle, or by the only one.',
        bounded,
      ),
    ),
    ...counted(
      undisclosed,
      l10n.t('1 deal has money of which nobody says how much: that is not drawn.'),
      l10n.t('{0} deals have money of which nobody says how much: that is not drawn.', undisclosed),
    ),
    ...counted(
      foreign,
      l10n.t(
        '1 deal has money in {0}: since {1} is drawn, that is not.',
        enumerate([...currencies].sort()),
        currency ?? '',
      ),
      l10n.t(
        '{0} deals have money in {1}: since {2} is drawn, that is not.',
        foreign,
        enumerate([...currencies].sort()),
        currency ?? '',
      ),
    ),
    ...counted(
      disputed,
      l10n.t('Somebody disputes the money of 1 deal.'),
      l10n.t('Somebody disputes the money of {0} deals.', disputed),
    ),
    ...(converted === undefined ? [] : [converted]),
    ...(payers > 0 ? [l10n.t('{0} who pay less are drawn together.', payers)] : []),
    ...(payees > 0 ? [l10n.t('{0} who are paid less are drawn together.', payees)] : []),
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
