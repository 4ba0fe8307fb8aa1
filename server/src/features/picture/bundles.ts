import type { Declaration } from '../../model/declaration';
import { plus, type Amount } from '../../picture/amount';
import { firmness, type Firmness, type KnownMoney, type TieKind, type TieStep } from '../../picture/graph';
import { addSums, type MoneySum } from '../../values/sum';
import { AmountSum } from './amount-sum';
import type { DealState } from './deal-states';

/** One deal between two ends. */
export interface Strand {
  readonly deal: Declaration;
  readonly states: readonly DealState[];
  /** What of its money is between the two; undefined where nobody knows. */
  readonly amount: Amount | undefined;
  /** Where that is only a part of its money: what is said of it, null where nothing is. */
  readonly part?: MoneySum | null;
}

/** Deals between the same two that are drawn as one line. */
export interface Bundle {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: TieKind;
  readonly directed: boolean;
  readonly strands: Strand[];
}

/** So many deals of one kind between the same two have a line each. */
const mostLines = 3;

/** Puts deals into lines: few of the same two side by side, many of them together. */
export class Bundles {
  private readonly byPair = new Map<string, Bundle>();

  add(from: string, to: string, kind: TieKind, directed: boolean, strand: Strand): void {
    const [a, b] = directed || from < to ? [from, to] : [to, from];
    const id = `${kind}${directed ? '' : ' mutual'} ${JSON.stringify([a, b])}`;
    const known = this.byPair.get(id);
    if (!known) {
      this.byPair.set(id, { id, from: a, to: b, kind, directed, strands: [strand] });
      return;
    }
    const last = known.strands.at(-1);
    if (last?.deal !== strand.deal) known.strands.push(strand);
    // Who stands on one side of a deal twice is tied by it once, with both parts of its money.
    else known.strands[known.strands.length - 1] = together(last, strand);
  }

  /** @param mostTies with more of them each two have one line for each kind */
  all(mostTies: number): Bundle[] {
    const bundles = [...this.byPair.values()];
    const lines = bundles.reduce((sum, { strands }) => sum + (isOneLine(strands) ? 1 : strands.length), 0);
    if (lines > mostTies) return bundles;
    return bundles.flatMap((bundle) => (isOneLine(bundle.strands) ? [bundle] : linesOf(bundle)));
  }
}

/** Two parts of one deal. All of it is not there twice. */
function together(one: Strand, other: Strand): Strand {
  if (one.part === undefined) return one;
  if (other.part === undefined) return other;
  const [amount, more] = [one.amount ?? other.amount, other.amount ?? one.amount];
  if (amount === undefined || more === undefined) return { ...one, part: null };
  // Of one part nobody knows how much it is.
  const isPartial = one.amount === undefined || other.amount === undefined;
  return {
    ...one,
    amount: plus(amount, isPartial ? atLeastNothing : more),
    part: one.part && other.part && addSums(one.part, other.part),
  };
}

const atLeastNothing: Amount = { min: 0, max: null, approximate: false };

function isOneLine({ length }: readonly Strand[]): boolean {
  return length > mostLines;
}

/** Each deal by itself. */
function linesOf(bundle: Bundle): Bundle[] {
  const names = bundle.strands.map(({ deal }) => deal.name);
  return bundle.strands.map((strand, index) => {
    const { name } = strand.deal;
    const before = names.slice(0, index).filter((other) => other === name).length;
    // What is declared twice under one name has two lines.
    const id = `${bundle.id} ${before > 0 ? `${before} ` : ''}${name}`;
    return { ...bundle, id, strands: [strand] };
  });
}

/** How many deals, and their money as far as it is known. */
interface DealSum {
  count: number;
  readonly money: AmountSum;
}

function noDeals(): DealSum {
  return { count: 0, money: new AmountSum() };
}

function stepOf(sums: ReadonlyMap<Firmness, DealSum>): Pick<TieStep, 'count' | 'money'> {
  const count: { -readonly [Each in Firmness]?: number } = {};
  const money: { -readonly [Each in Firmness]?: KnownMoney } = {};
  for (const [each, sum] of sums) {
    if (sum.count > 0) count[each] = sum.count;
    const { amount } = sum.money;
    if (amount !== undefined) money[each] = { amount, deals: sum.money.count };
  }
  return Object.keys(money).length === 0 ? { count } : { count, money };
}

/** How several deals stand through time, together. */
export class Steps {
  /** How many more deals stand how from a day on, and with how much money. */
  private readonly changes = new Map<number, Map<Firmness, DealSum>>();

  /** @param amount what is known of its money, where that is to be told */
  add(states: readonly DealState[], amount?: Amount): void {
    let before: Firmness | undefined;
    for (const { from, firmness: now } of states) {
      const day = from ?? -Infinity;
      if (now === before) continue;
      this.change(day, now, 1, amount);
      if (before) this.change(day, before, -1, amount);
      before = now;
    }
  }

  private change(day: number, how: Firmness, by: 1 | -1, amount: Amount | undefined): void {
    let own = this.changes.get(day);
    if (!own) this.changes.set(day, (own = new Map()));
    let sum = own.get(how);
    if (!sum) own.set(how, (sum = noDeals()));
    sum.count += by;
    if (amount !== undefined) sum.money.add(amount, by);
  }

  /** By day; what changes nothing is no step. */
  all(): TieStep[] {
    const steps: TieStep[] = [];
    const sums = new Map(firmness.map((each): [Firmness, DealSum] => [each, noDeals()]));
    for (const day of [...this.changes.keys()].sort((a, b) => a - b)) {
      let isOther = false;
      for (const [each, by] of this.changes.get(day)!) {
        const sum = sums.get(each)!;
        sum.count += by.count;
        sum.money.addAll(by.money);
        if (by.count !== 0 || !by.money.isNothing) isOther = true;
      }
      if (isOther) steps.push({ from: Number.isFinite(day) ? day : null, ...stepOf(sums) });
    }
    return steps;
  }
}
