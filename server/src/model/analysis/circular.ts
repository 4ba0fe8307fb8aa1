import type { Big } from 'big.js';
import type { Range } from '../../values/range';
import { ratio } from '../../values/multiple';
import { addMoney, addSums, emptySum, isEmpty, type MoneySum } from '../../values/sum';
import type { Corpus } from '../corpus';
import { bucketsInBase } from '../conversion';
import { purposeOf } from '../deal';
import { endsOf, movementOf, paidBy } from '../flow';
import type { Declaration } from '../declaration';
import { headOf } from '../group';
import { isBinding } from './standing';

/** Money that an investor puts into a company and that comes back as purchases. */
export interface CircularFlow {
  /** The groups that the money goes through, from the investor to the company and on; the investor closes the circle. */
  readonly groups: readonly string[];
  /** The deals in which the investor's group put money into the company's, by name. */
  readonly investments: readonly Declaration[];
  /** The purchases of each step on the way back, by name. */
  readonly purchases: readonly (readonly Declaration[])[];
  /** The investor's own part, as far as it is known. */
  readonly invested: MoneySum;
  /** What comes back: no more than the smallest of the steps. Undefined where a step states no amount. */
  readonly back: MoneySum | undefined;
  /** What comes back ÷ what was invested; undefined where it cannot be told. */
  readonly recycled: Range | undefined;
}

type Deals = Map<string, Map<string, Declaration[]>>;

/** So many deals are looked at in a step. */
const dealsInStep = 64;

/**
 * Circular money: capital that one group puts into another, which buys from it, by itself or through others who do. Of
 * several ways back the shortest is told, of equally short ones the first by name. Only what is promised or done counts.
 * Works in steps.
 */
export function* circularFlows(corpus: Corpus): Generator<void, CircularFlow[]> {
  const groups = new Groups(corpus);
  const purchases: Deals = new Map();
  yield* gather(corpus, ['supply', 'license'], groups, purchases);
  if (purchases.size === 0) return [];
  const suppliers = new Set([...purchases.values()].flatMap((to) => [...to.keys()]));
  const investments: Deals = new Map();
  yield* gather(corpus, ['investment', 'round'], groups, investments, (from) => suppliers.has(from));
  const buyers = yield* buyersIn(purchases);
  const found: CircularFlow[] = [];
  for (const investor of [...investments.keys()].sort()) {
    const companies = investments.get(investor)!;
    // From whoever buys nothing no way leads anywhere.
    const wanted = new Set([...companies.keys()].filter((company) => purchases.has(company)));
    if (wanted.size === 0) continue;
    const ways = yield* waysTo(investor, buyers, wanted);
    for (const company of [...companies.keys()].sort()) {
      const way = wayFrom(company, investor, ways);
      if (!way) continue;
      const flow = flowAlong(corpus, groups, [investor, ...way], companies.get(company)!, purchases);
      if (!isEmpty(flow.invested)) found.push(flow);
    }
  }
  return found;
}

/** The group of each party, looked up once. */
class Groups {
  private readonly known = new Map<string, string>();
  constructor(private readonly corpus: Corpus) {}

  of(party: string): string {
    let group = this.known.get(party);
    if (group === undefined) this.known.set(party, (group = headOf(this.corpus, party)));
    return group;
  }
}

/** Adds the deals of some kinds by who pays whom, group by group. */
function* gather(
  corpus: Corpus,
  kinds: readonly ('supply' | 'license' | 'investment' | 'round')[],
  groups: Groups,
  into: Deals,
  concerns: (payer: string) => boolean = () => true,
): Generator<void, void> {
  let seen = 0;
  for (const kind of kinds) {
    for (const deal of corpus.ofKind(kind)) {
      if (++seen % dealsInStep === 0) yield;
      // Whoever sells existing shares gets no capital.
      if (purposeOf(deal) === 'purchase' || !isBinding(deal, corpus.asOf)) continue;
      // Of what is declared twice under one name the first counts, whatever the order in which files came.
      if (corpus.find(deal.name) !== deal) continue;
      const { payers, payees } = endsOf(deal, corpus.asOf);
      for (const from of new Set(payers.parties.map((party) => groups.of(party)))) {
        if (!concerns(from)) continue;
        for (const to of new Set(payees.parties.map((party) => groups.of(party)))) {
          if (from !== to) add(into, from, to, deal);
        }
      }
    }
  }
}

function add(deals: Deals, from: string, to: string, deal: Declaration): void {
  let own = deals.get(from);
  if (!own) deals.set(from, (own = new Map()));
  const same = own.get(to);
  if (same) same.push(deal);
  else own.set(to, [deal]);
}

/** Who buys from each group. */
function* buyersIn(purchases: Deals): Generator<void, Map<string, string[]>> {
  const buyers = new Map<string, string[]>();
  let seen = 0;
  for (const [from, to] of purchases) {
    if (++seen % dealsInStep === 0) yield;
    for (const supplier of to.keys()) {
      const own = buyers.get(supplier);
      if (own) own.push(from);
      else buyers.set(supplier, [from]);
    }
  }
  return buyers;
}

/**
 * For those from whom purchases lead to a group: whom they buy from on the shortest way to it.
 * @param wanted whose ways are looked for; when all are found, others are not
 */
function* waysTo(
  group: string,
  buyers: ReadonlyMap<string, readonly string[]>,
  wanted: ReadonlySet<string>,
): Generator<void, Map<string, string>> {
  let missing = wanted.size;
  let seen = 0;
  const next = new Map<string, string>();
  // Those at the same distance by name, so that the way does not depend on the order of files.
  for (let reached = [group]; reached.length > 0 && missing > 0;) {
    const further: string[] = [];
    for (const supplier of reached.sort()) {
      if (++seen % dealsInStep === 0) yield;
      for (const buyer of buyers.get(supplier) ?? []) {
        if (buyer === group || next.has(buyer)) continue;
        next.set(buyer, supplier);
        if (wanted.has(buyer)) missing--;
        further.push(buyer);
      }
    }
    reached = further;
  }
  return next;
}

function wayFrom(company: string, investor: string, ways: ReadonlyMap<string, string>): string[] | undefined {
  const way = [company];
  for (let at = ways.get(company); at !== undefined; at = ways.get(at)) {
    way.push(at);
    if (at === investor) return way;
  }
  return undefined;
}

function flowAlong(
  corpus: Corpus,
  groups: Groups,
  way: readonly string[],
  investments: readonly Declaration[],
  all: Deals,
): CircularFlow {
  const paid = (from: string, deals: readonly Declaration[]) =>
    deals.reduce((sum, deal) => {
      const movement = movementOf(deal, corpus.asOf);
      if (!movement) return sum;
      // Of several of one group nobody needs to know how much each has paid.
      const payers = movement.payers.parties.filter((party) => groups.of(party) === from);
      const { buckets } = paidBy(movement, payers);
      return addSums(sum, bucketsInBase(corpus, deal, buckets).promised);
    }, emptySum);
  const steps = way
    .slice(1, -1)
    .map((from, index) => ({ from, deals: byName(all.get(from)?.get(way[index + 2]!) ?? []) }));
  const invested = paid(way[0]!, investments);
  const back = smallest(steps.map(({ from, deals }) => paid(from, deals)));
  return {
    groups: way,
    investments: byName(investments),
    purchases: steps.map(({ deals }) => deals),
    invested,
    back,
    recycled: share(back, invested),
  };
}

/** The smallest of some sums, where all are known in one currency: no more than that can have come through. */
function smallest(sums: readonly MoneySum[]): MoneySum | undefined {
  let least: MoneySum | undefined;
  for (const sum of sums) {
    const [total] = sum.totals;
    if (!total || sum.totals.length > 1 || sum.undisclosed > 0 || total.range.undisclosed) return undefined;
    const [before] = least?.totals ?? [];
    if (before && before.currency !== total.currency) return undefined;
    if (!before) least = sum;
    else {
      const range = lesser(before.range, total.range);
      least = addMoney(emptySum, { currency: total.currency, range });
    }
  }
  return least;
}

/** What the smaller of two figures can be. */
function lesser(a: Range, b: Range): Range {
  const least = (one: Big | undefined, other: Big | undefined) =>
    one && other ? (one.lt(other) ? one : other) : (one ?? other);
  return {
    min: a.min && b.min && least(a.min, b.min),
    max: least(a.max, b.max),
    approximate: a.approximate || b.approximate,
    undisclosed: false,
  };
}

function share(part: MoneySum | undefined, whole: MoneySum): Range | undefined {
  const [own] = part?.totals ?? [];
  const [all] = whole.totals;
  return own && all && whole.totals.length === 1 && whole.undisclosed === 0 ? ratio(own, all) : undefined;
}

function byName(deals: readonly Declaration[]): readonly Declaration[] {
  return [...deals].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
