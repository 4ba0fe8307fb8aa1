import { bucketsInBase } from '../../model/conversion';
import type { Corpus } from '../../model/corpus';
import { hasMoney } from '../../model/deal';
import { factsOf, type Declaration } from '../../model/declaration';
import { movementOf, type DealEnd } from '../../model/flow';
import { movedParts } from '../../model/moved-part';
import { turnsOf } from '../../model/steady';
import type { Amount } from '../../picture/amount';
import type { MoneyStep } from '../../picture/graph';
import { AmountSum } from './amount-sum';
import { amountOf } from './weight';

/** Money of one who stands alone on an end of a deal. */
export interface OwnMoney {
  readonly party: string;
  readonly field: MoneyField;
  readonly amount: Amount;
}

const fields = ['gets', 'getsInTalks', 'pays', 'paysInTalks'] as const satisfies readonly (keyof MoneyStep)[];
type MoneyField = (typeof fields)[number];

/** What a deal moves from a day on until the next of its days. */
export interface DealMoney {
  /** `-Infinity` for the first one. */
  readonly from: number;
  readonly own: readonly OwnMoney[];
}

/**
 * What a deal moves into and out of each party through time, as far as it is said of that one alone: of what several pay
 * or get together nobody knows whose it is.
 * @param drawnAs what a party is drawn as: several who are drawn as one are one
 */
export function moneyOf(
  corpus: Corpus,
  deal: Declaration,
  currency: string,
  drawnAs: (party: string) => string,
): DealMoney[] {
  const turns: DealMoney[] = [];
  let last = '[]';
  for (const day of daysOf(deal)) {
    const own = ownMoney(corpus, deal, day, currency, drawnAs);
    const text = JSON.stringify(own);
    if (text === last) continue;
    last = text;
    turns.push({ from: day, own });
  }
  return turns;
}

function daysOf(deal: Declaration): number[] {
  const days = [-Infinity, ...turnsOf(deal)];
  for (const name of ['lead', 'member'] as const) {
    for (const { on, from } of factsOf(deal, name)) {
      const since = on ?? from;
      if (since) days.push(since.earliest);
    }
  }
  return [...new Set(days)].filter((day) => day < Infinity).sort((a, b) => a - b);
}

function ownMoney(
  corpus: Corpus,
  deal: Declaration,
  day: number,
  currency: string,
  drawnAs: (party: string) => string,
): OwnMoney[] {
  const movement = movementOf(deal, day);
  if (!movement) return [];
  return movedParts(movement).flatMap(({ payers, payees, buckets }) => {
    if (!hasMoney(buckets)) return [];
    const { promised, rumored } = bucketsInBase(corpus, deal, buckets);
    const amounts = [amountOf(promised, currency), amountOf(rumored, currency)];
    const [payer, payee] = [onlyOf(payers, drawnAs), onlyOf(payees, drawnAs)];
    // A project is drawn as what its money goes into.
    const receiver = deal.kind === 'project' ? deal.name : payee;
    // What goes from one to another that is drawn as the same neither comes nor goes.
    if (payer !== undefined && payer === receiver && payers.parties[0] !== payees.parties[0]) return [];
    return [
      ...moneyAt(payer, ['pays', 'paysInTalks'], amounts),
      ...moneyAt(receiver, ['gets', 'getsInTalks'], amounts),
    ];
  });
}

function moneyAt(
  party: string | undefined,
  into: readonly [MoneyField, MoneyField],
  amounts: readonly (Amount | null)[],
): OwnMoney[] {
  if (party === undefined) return [];
  return into.flatMap((field, index) => {
    const amount = amounts[index] ?? null;
    return amount === null ? [] : [{ party, field, amount }];
  });
}

/** Who stands on an end alone. */
function onlyOf({ parties, others }: DealEnd, drawnAs: (party: string) => string): string | undefined {
  const [first, ...more] = new Set(parties.map(drawnAs));
  return others || more.length > 0 ? undefined : first;
}

/** What one gets and pays in all of its deals, through time. */
export class MoneySteps {
  private readonly changes = new Map<number, Map<MoneyField, AmountSum>>();

  /** @param sign 1 for what counts from a day on, -1 for what does not any more */
  add(day: number, { field, amount }: OwnMoney, sign: 1 | -1): void {
    let own = this.changes.get(day);
    if (!own) this.changes.set(day, (own = new Map()));
    let change = own.get(field);
    if (!change) own.set(field, (change = new AmountSum()));
    change.add(amount, sign);
  }

  /** Takes in what another one gets and pays. */
  addAll(other: MoneySteps): void {
    for (const [day, fieldsOfDay] of other.changes) {
      let own = this.changes.get(day);
      if (!own) this.changes.set(day, (own = new Map()));
      for (const [field, change] of fieldsOfDay) {
        let sum = own.get(field);
        if (!sum) own.set(field, (sum = new AmountSum()));
        sum.addAll(change);
      }
    }
  }

  /** By day; what changes nothing is no step. */
  all(): MoneyStep[] {
    const steps: MoneyStep[] = [];
    const sums = new Map(fields.map((field) => [field, new AmountSum()]));
    let last = '';
    for (const day of [...this.changes.keys()].sort((a, b) => a - b)) {
      for (const [field, change] of this.changes.get(day)!) sums.get(field)!.addAll(change);
      const step: { -readonly [Field in MoneyField]?: Amount } = {};
      for (const [field, sum] of sums) {
        const amount = sum.amount;
        if (amount !== undefined) step[field] = amount;
      }
      const text = JSON.stringify(step);
      if (text === last) continue;
      last = text;
      steps.push({ from: Number.isFinite(day) ? day : null, ...step });
    }
    return steps;
  }
}
