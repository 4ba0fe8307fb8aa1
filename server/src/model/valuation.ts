import type { Money } from '../values/money';
import { certainlyBefore, compareDates, formatDate, type DealDate } from '../values/date';
import { ratio } from '../values/multiple';
import type { Range } from '../values/range';
import type { Corpus } from './corpus';
import { factsOf, moneyOf, type Declaration, type MentionRole } from './declaration';
import { whyImpossibleMoney } from './impossible-figure';
import { dateOfDeal, liesAhead, standingOf } from './lifecycle';

/** What a party was valued at by one declaration. */
export interface ValuationPoint {
  readonly money: Money;
  readonly on?: DealDate;
  readonly basis?: 'pre' | 'post';
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
  const points = new Map<string, ValuationPoint>();
  for (const fact of factsOf(declaration, declaration.kind === 'valuation' ? 'value' : 'valuation')) {
    const money = moneyOf(fact);
    const on = fact.on ?? dateOfDeal(declaration, day);
    const date = on ? formatDate(on) : '';
    if (!money || whyImpossibleMoney(money) || (on && on.earliest > day)) continue;
    const basis = fact.flags.has('pre') ? 'pre' : fact.flags.has('post') ? 'post' : undefined;
    // Of both, the one with the new money in it is the one that is compared with others, in whichever order they stand.
    const known = points.get(date);
    if (known && !(known.basis === 'pre' && basis === 'post')) continue;
    points.set(date, {
      money,
      ...(on && { on }),
      ...(basis && { basis }),
      inTalks: commitment === 'talk',
      declaration,
    });
  }
  return [...points.values()];
}

/** How a party's worth has changed. */
export interface StepUp {
  readonly from: ValuationPoint;
  readonly to: ValuationPoint;
  /** How many times as much; absent where the two cannot be divided, as in other currencies. */
  readonly multiple?: Range;
}

/**
 * The step from a party's last valuation before to its latest one. Figures that were only talked about are no ground
 * to measure from, nor are those of which it is not certain that they came before.
 *
 * @param points by date, as `valuationsOf` gives them
 */
export function stepUp(points: readonly ValuationPoint[]): StepUp | undefined {
  const to = points.at(-1);
  if (!to?.on) return undefined;
  const { on } = to;
  const from = points.findLast((point) => point.on && !point.inTalks && certainlyBefore(point.on, on));
  if (!from) return undefined;
  const multiple = ratio(to.money, from.money);
  return { from, to, ...(multiple && { multiple }) };
}
