import { kinds, type PropertyName } from '../language/schema';
import { certainlyBefore, type DealDate } from '../values/date';
import type { Money } from '../values/money';
import { UNDISCLOSED, upTo, type Range } from '../values/range';
import { asReported } from '../values/rounding';
import type { CurrencyTotal, MoneySum } from '../values/sum';
import type { Corpus } from './corpus';
import { contributionsTo, partSaidOf } from './contribution';
import { sellsExistingShares, wholeOf } from './deal';
import { factOf, factsOf, type Declaration, type Fact } from './declaration';
import { endsOf, type DealEnd } from './flow';
import { lineOf } from './group';
import { whyImpossibleMoney } from './impossible-figure';
import { dateOfDeal, liesAhead, standingOf, statusHistory } from './lifecycle';

/** A deal as a part of a running total. */
export interface TotalPart {
  readonly deal: Declaration;
  /** What it adds as it is written; absent where nobody has told. */
  readonly money: CurrencyTotal | undefined;
  /** What it can add in the total's currency, as far as its figures are rounded. */
  readonly range: Range;
  /** Whether it is counted in for sure. Else it may be, since nobody knows when it was made, or who paid how much. */
  readonly isSure: boolean;
}

/** A written running total, with what it is made of. */
export interface RunningTotal {
  /** The deal that states it. */
  readonly deal: Declaration;
  readonly fact: Fact;
  readonly money: Money;
  /** The deals that it counts, or may count; its own comes last. */
  readonly parts: readonly TotalPart[];
}

/** By the deals of a party, which its checks have in common. */
const known = new WeakMap<readonly Declaration[], readonly RunningTotal[]>();

/**
 * The running totals that deals state between their payers and their one payee, without those that could not be read, or
 * whose parts are in several currencies.
 *
 * What is counted: deals with money for the same purpose, between the same parties, that are not certainly later and were
 * promised by then. Deals in which others pay as well, or a unit or parent of a payer does, may be counted.
 *
 * @param payee the name of the party that they are paid to
 * @param deals those that mention the payee; asked for the same ones again, it answers the same
 */
export function runningTotalsOf(
  corpus: Corpus,
  payee: string,
  deals: readonly Declaration[],
): readonly RunningTotal[] {
  let totals = known.get(deals);
  if (!totals) known.set(deals, (totals = computed(corpus, payee, deals)));
  return totals;
}

function computed(corpus: Corpus, payee: string, deals: readonly Declaration[]): RunningTotal[] {
  if (!deals.some((deal) => factOf(deal, 'total') && deal.right.includes(payee))) return [];
  const payments = new Payments(corpus, payee, deals);
  return deals.flatMap((deal) => {
    const payment = factOf(deal, 'total') && payments.of(deal);
    return (payment && totalIn(corpus, payment, payments)) ?? [];
  });
}

function totalIn(corpus: Corpus, payment: Payment, payments: Payments): RunningTotal | undefined {
  const { deal, payers, isOnlyPayee } = payment;
  const fact = factOf(deal, 'total');
  if (!fact?.money || fact.money.per || fact.money.range.undisclosed) return undefined;
  if (whyImpossibleMoney(fact.money)) return undefined;
  if (!isOnlyPayee || payers.parties.length === 0) return undefined;
  if (standingOf(deal, corpus.asOf).commitment === 'over') return undefined;
  const { currency } = fact.money;
  const on = fact.on ?? dateOfDeal(deal, corpus.asOf);
  const parts: TotalPart[] = [];
  for (const other of payments.besides(payment)) {
    const part = partOf(corpus, other, { payers: payers.parties, on, currency });
    if (part === 'unlike') return undefined;
    if (part) parts.push(part);
  }
  const own = amountOf(deal, wholeOf(deal), currency);
  return own && { deal, fact, money: fact.money, parts: [...parts, { deal, isSure: true, ...own }] };
}

/** A deal by which a party may be paid. */
interface Payment {
  readonly deal: Declaration;
  /** Its place among the deals. */
  readonly index: number;
  readonly payers: DealEnd;
  /** The payers and all that they belong to. */
  readonly groups: ReadonlySet<string>;
  readonly isOnlyPayee: boolean;
}

/** The deals by which a party is paid for new shares, or otherwise, found by who pays. */
class Payments {
  private readonly byDeal = new Map<Declaration, Payment>();
  private readonly byGroup = new Map<string, Payment[]>();
  private readonly ofOthers: Payment[] = [];

  constructor(corpus: Corpus, payee: string, deals: readonly Declaration[]) {
    const lines = new Map<string, Set<string>>();
    const lineIn = (name: string) => {
      let line = lines.get(name);
      if (!line) lines.set(name, (line = lineOf(corpus, name)));
      return line;
    };
    deals.forEach((deal, index) => {
      const { payers, payees } = endsOf(deal);
      if (sellsExistingShares(deal) || !payees.parties.includes(payee)) return;
      const groups = new Set(payers.parties.flatMap((name) => [...lineIn(name)]));
      const payment = { deal, index, payers, groups, isOnlyPayee: payees.parties.length === 1 };
      this.byDeal.set(deal, payment);
      if (payers.others) this.ofOthers.push(payment);
      for (const group of groups) {
        const same = this.byGroup.get(group);
        if (same) same.push(payment);
        else this.byGroup.set(group, [payment]);
      }
    });
  }

  of(deal: Declaration): Payment | undefined {
    return this.byDeal.get(deal);
  }

  /** The others with money for the same purpose in which somebody of the same groups pays, or may do so. */
  besides({ deal, groups }: Payment): Payment[] {
    const near = new Set([...groups].flatMap((group) => this.byGroup.get(group) ?? []).concat(this.ofOthers));
    return [...near]
      .filter((other) => other.deal !== deal && kinds[other.deal.kind].purpose === kinds[deal.kind].purpose)
      .sort((a, b) => a.index - b.index);
  }
}

interface Pair {
  readonly payers: readonly string[];
  readonly on: DealDate | undefined;
  readonly currency: string;
}

/** What a deal adds to a running total; `unlike` where it cannot be added, since it is in another currency. */
function partOf(
  corpus: Corpus,
  { deal, payers, isOnlyPayee }: Payment,
  pair: Pair,
): TotalPart | 'unlike' | undefined {
  const time = timeOf(deal, pair.on, corpus.asOf);
  if (time === 'not counted') return undefined;
  const isSamePair =
    isOnlyPayee &&
    !payers.others &&
    payers.parties.length === pair.payers.length &&
    pair.payers.every((payer) => payers.parties.includes(payer));
  const said =
    !isSamePair && pair.payers.length === 1
      ? partSaidOf(contributionsTo(deal, corpus.asOf), pair.payers)
      : undefined;
  const amount = amountOf(deal, said?.money ?? wholeOf(deal), pair.currency);
  if (!amount) return 'unlike';
  const isSure = time === 'counted' && (isSamePair || said?.isKnown === true);
  return { deal, isSure, ...amount, range: isSure ? amount.range : upTo(amount.range) };
}

/**
 * Whether a deal was promised when a total was drawn up: counted where all that is known of it came before, not counted
 * where it came later, was only talked about, or was over already.
 */
function timeOf(
  deal: Declaration,
  on: DealDate | undefined,
  asOf: number,
): 'counted' | 'perhaps' | 'not counted' {
  const { commitment } = standingOf(deal, asOf);
  const ends = statusHistory(deal).filter(
    ({ status }) => status === 'withdrawn' || status === 'terminated' || status === 'expired',
  );
  if (liesAhead(deal, asOf) || commitment === 'talk') return 'not counted';
  if (commitment === 'over') {
    // It may have been over by then, or have been counted in.
    const wasOver = on && ends.some((end) => end.on && certainlyBefore(end.on, on));
    return wasOver || !on ? 'not counted' : 'perhaps';
  }
  const date = dateOfDeal(deal, asOf);
  if (!on || !date) return 'perhaps';
  const first = firstDateOf(deal) ?? date;
  if (certainlyBefore(on, first)) return 'not counted';
  return certainlyBefore(date, on) ? 'counted' : 'perhaps';
}

/** The first day that a deal speaks of. */
function firstDateOf(deal: Declaration): DealDate | undefined {
  const money = (['amount', 'tranche', 'paid'] as const satisfies readonly PropertyName[])
    .flatMap((name) => factsOf(deal, name))
    .flatMap(({ on, from }) => on ?? from ?? []);
  const dates = [...statusHistory(deal).flatMap(({ on }) => on ?? []), ...money];
  const [first] = dates;
  return (
    first && dates.reduce((earliest, date) => (date.earliest < earliest.earliest ? date : earliest), first)
  );
}

/** What a sum comes to in one currency, and as far as the deal's amount may be rounded; undefined where it is in another one. */
function amountOf(
  deal: Declaration,
  { totals, undisclosed }: MoneySum,
  currency: string,
): Pick<TotalPart, 'money' | 'range'> | undefined {
  const [money, another] = totals;
  if (another || (money && money.currency !== currency)) return undefined;
  if (!money) return { money: undefined, range: UNDISCLOSED };
  const [value] = factOf(deal, 'amount')?.values ?? [];
  const rounded = asReported(money.range, value?.node.text ?? '');
  return { money, range: undisclosed > 0 ? { ...rounded, max: undefined } : rounded };
}
