import { kinds, type PropertyName } from '../language/schema';
import { certainlyBefore, type DealDate } from '../values/date';
import type { Money } from '../values/money';
import { UNDISCLOSED, upTo, type Range } from '../values/range';
import { asReported } from '../values/rounding';
import type { CurrencyTotal, MoneySum } from '../values/sum';
import type { Corpus } from './corpus';
import { contributionsTo } from './contribution';
import { sellsExistingShares, wholeOf } from './deal';
import { factOf, factsOf, type Declaration, type Fact } from './declaration';
import { endsOf } from './flow';
import { isSameGroup } from './group';
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
  readonly fact: Fact;
  readonly money: Money;
  /** The deals that it counts, or may count; its own comes last. */
  readonly parts: readonly TotalPart[];
}

/**
 * The running total that a deal states between its payers and its one payee; undefined where it states none that could
 * be read, or where its parts are in several currencies.
 *
 * What is counted: deals with money for the same purpose, between the same parties, that are not certainly later and were
 * promised by then. Deals in which others pay as well, or a unit or parent of a payer does, may be counted.
 *
 * @param deals those that mention the payee
 */
export function runningTotalOf(
  corpus: Corpus,
  deal: Declaration,
  deals: readonly Declaration[],
): RunningTotal | undefined {
  const fact = factOf(deal, 'total');
  const { payers, payees } = endsOf(deal);
  const [payee] = payees.parties;
  if (!fact?.money || fact.money.per || fact.money.range.undisclosed) return undefined;
  if (payee === undefined || payees.parties.length > 1 || payers.parties.length === 0) return undefined;
  if (sellsExistingShares(deal) || standingOf(deal, corpus.asOf).commitment === 'over') return undefined;
  const { currency } = fact.money;
  const on = fact.on ?? dateOfDeal(deal, corpus.asOf);
  const parts: TotalPart[] = [];
  for (const other of deals) {
    if (other === deal || kinds[other.kind].purpose !== kinds[deal.kind].purpose) continue;
    const part = partOf(corpus, other, { payee, payers: payers.parties, on, currency });
    if (part === 'unlike') return undefined;
    if (part) parts.push(part);
  }
  const own = amountOf(deal, wholeOf(deal), currency);
  return own && { fact, money: fact.money, parts: [...parts, { deal, isSure: true, ...own }] };
}

interface Pair {
  readonly payee: string;
  readonly payers: readonly string[];
  readonly on: DealDate | undefined;
  readonly currency: string;
}

/** What a deal adds to a running total; `unlike` where it cannot be added, since it is in another currency. */
function partOf(corpus: Corpus, deal: Declaration, pair: Pair): TotalPart | 'unlike' | undefined {
  const { payers, payees } = endsOf(deal);
  if (sellsExistingShares(deal) || !payees.parties.includes(pair.payee)) return undefined;
  const isClose = (name: string) => pair.payers.some((payer) => isSameGroup(corpus, payer, name));
  if (!payers.others && !payers.parties.some(isClose)) return undefined;
  const time = timeOf(deal, pair.on, corpus.asOf);
  if (time === 'not counted') return undefined;
  const isSamePair =
    payees.parties.length === 1 &&
    !payers.others &&
    payers.parties.length === pair.payers.length &&
    pair.payers.every((payer) => payers.parties.includes(payer));
  const [payer] = pair.payers;
  const contribution =
    !isSamePair && pair.payers.length === 1 && payer !== undefined
      ? contributionsTo(deal, corpus.asOf).get(payer)
      : undefined;
  const amount = amountOf(deal, contribution ?? wholeOf(deal), pair.currency);
  if (!amount) return 'unlike';
  const isSure = time === 'counted' && (isSamePair || contribution !== undefined);
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
