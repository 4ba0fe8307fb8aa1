import type { Amount, Money } from '../values/money';
import { certainlyBefore, compareDates, formatDate, type DealDate } from '../values/date';
import { ratio } from '../values/multiple';
import { add, isExact, subtract, type Range } from '../values/range';
import type { Corpus } from './corpus';
import { purposeOf, totalOf } from './deal';
import { factsOf, moneyOf, type Declaration, type MentionRole } from './declaration';
import { whyImpossibleMoney } from './impossible-figure';
import { dateOfDeal, liesAhead, standingOf } from './lifecycle';

/** Whether a valuation is that before the new money of a round, or the one with it. */
export type ValuationBasis = 'pre' | 'post';

/** What a party was valued at by one declaration. */
export interface ValuationPoint {
  /** As it is stated; with the new money where both are. */
  readonly money: Money;
  readonly on?: DealDate;
  readonly basis?: ValuationBasis;
  /** What is stated of each basis. */
  readonly stated: Partial<Record<ValuationBasis, Money>>;
  /** What tells one basis from the other: the money of a round, where it is exact and all of it buys new shares. */
  readonly newMoney?: Amount;
  /** Whether the deal behind it is only rumored or in talks. */
  readonly inTalks: boolean;
  readonly declaration: Declaration;
}

/**
 * A party's valuations by date as of the corpus' day, the undated first. Those of deals that fell out are left out, and
 * those that cannot be; where sources differ over the same date, the first figure counts.
 */
export function valuationsOf(corpus: Corpus, party: string): ValuationPoint[] {
  const points: ValuationPoint[] = [];
  const seen = new Set<Declaration>();
  for (const { declaration, mention } of corpus.mentionsOf(party)) {
    if (seen.has(declaration) || !isValuedBy(declaration, mention.role)) continue;
    seen.add(declaration);
    points.push(...pointsOf(declaration, corpus.asOf));
  }
  return points.sort(
    (a, b) =>
      (a.on && b.on ? compareDates(a.on, b.on) : a.on ? 1 : b.on ? -1 : 0) ||
      // Whatever decides, it is not the order in which files came.
      (a.declaration.name < b.declaration.name ? -1 : a.declaration.name > b.declaration.name ? 1 : 0),
  );
}

/** A merger values both together, so neither of the two. */
function isValuedBy({ kind }: Declaration, role: MentionRole): boolean {
  return kind === 'valuation' ? role === 'left' : kind !== 'merger' && role === 'right';
}

function pointsOf(declaration: Declaration, day: number): ValuationPoint[] {
  const { commitment } = standingOf(declaration, day);
  if (commitment === 'over' || (declaration.kind !== 'valuation' && liesAhead(declaration, day))) return [];
  const newMoney = newMoneyOf(declaration);
  const points = new Map<string, ValuationPoint>();
  for (const fact of factsOf(declaration, declaration.kind === 'valuation' ? 'value' : 'valuation')) {
    const money = moneyOf(fact);
    const on = fact.on ?? dateOfDeal(declaration, day);
    const date = on ? formatDate(on) : '';
    if (!money || whyImpossibleMoney(money) || (on && on.earliest > day)) continue;
    const basis = fact.flags.has('pre') ? 'pre' : fact.flags.has('post') ? 'post' : undefined;
    const known = points.get(date);
    const stated = basis ? { [basis]: money, ...known?.stated } : (known?.stated ?? {});
    // Of both, the one with the new money in it is the one that is told, in whichever order they stand.
    if (known && !(known.basis === 'pre' && basis === 'post')) points.set(date, { ...known, stated });
    else {
      points.set(date, {
        money,
        ...(on && { on }),
        ...(basis && { basis }),
        stated,
        ...(newMoney && { newMoney }),
        inTalks: commitment === 'talk',
        declaration,
      });
    }
  }
  return [...points.values()];
}

/** Kinds of shares of which nobody knows how much of the money buys them anew. */
const mixedShares: ReadonlySet<string> = new Set(['convertible', 'IPO']);

/** The money that a deal brings for new shares, where exactly that much is. */
function newMoneyOf(deal: Declaration): Amount | undefined {
  if (purposeOf(deal) !== 'capital' || deal.right.length !== 1 || deal.states('debt')) return undefined;
  const isMixed = factsOf(deal, 'type').some(({ values }) =>
    values.some((value) => value.type === 'choice' && mixedShares.has(value.word)),
  );
  const total = totalOf(deal);
  return total && !isMixed && isExact(total.range) ? total : undefined;
}

/** A valuation on one basis. */
export interface ValuationFigure {
  readonly money: Money;
  /** Absent where nobody says. */
  readonly basis?: ValuationBasis;
  /** What was added to what is stated, or taken from it; absent where it is stated itself. */
  readonly newMoney?: Amount;
}

/** A valuation on a basis, as it is stated or comes to with the new money; undefined where neither is known. */
function figureOn(basis: ValuationBasis, { stated, newMoney }: ValuationPoint): ValuationFigure | undefined {
  const own = stated[basis];
  if (own) return { money: own, basis };
  const other = stated[basis === 'pre' ? 'post' : 'pre'];
  if (!other || !newMoney || other.currency !== newMoney.currency || other.per || other.range.undisclosed)
    return undefined;
  const range = basis === 'pre' ? subtract(other.range, newMoney.range) : add(other.range, newMoney.range);
  return { money: { currency: other.currency, range }, basis, newMoney };
}

/** How a party's worth has changed. */
export interface StepUp {
  readonly from: ValuationPoint;
  readonly to: ValuationPoint;
  /** The figures that are compared. */
  readonly before: ValuationFigure;
  readonly after: ValuationFigure;
  /** How many times as much; absent where the two cannot be divided, as in other currencies. */
  readonly multiple?: Range;
}

/**
 * The step from a party's last valuation before to its latest one: from the old post-money to the new pre-money, since
 * new money is no gain in worth; where one of them is not known, from post to post, else between what is stated. Figures
 * that were only talked about are no ground to measure from, nor are those of which it is not certain that they came
 * before.
 *
 * @param points by date, as `valuationsOf` gives them
 */
export function stepUp(points: readonly ValuationPoint[]): StepUp | undefined {
  const to = points.at(-1);
  if (!to?.on) return undefined;
  const { on } = to;
  const from = points.findLast((point) => point.on && !point.inTalks && certainlyBefore(point.on, on));
  if (!from) return undefined;
  const compared = compare(from, to);
  const multiple = ratio(compared.after.money, compared.before.money);
  return { from, to, ...compared, ...(multiple && { multiple }) };
}

/** The figures of two valuations that are nearest to the old post-money and the new pre-money. */
function compare(from: ValuationPoint, to: ValuationPoint): Pick<StepUp, 'before' | 'after'> {
  const pre = figureOn('pre', to);
  const post = figureOn('post', from);
  const after = post || from.basis === 'pre' ? (pre ?? figureOn('post', to)) : undefined;
  return { before: post ?? asStated(from), after: after ?? asStated(to) };
}

function asStated({ money, basis }: ValuationPoint): ValuationFigure {
  return { money, ...(basis && { basis }) };
}
