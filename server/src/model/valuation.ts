import type { Money } from '../values/money';
import { compareDates, type DealDate } from '../values/date';
import { ratio } from '../values/multiple';
import type { Range } from '../values/range';
import type { Corpus } from './corpus';
import { factsOf, moneyOf, type Declaration } from './declaration';
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

/** A party's valuations by date, the undated first; those of deals that fell out are left out. */
export function valuationsOf(corpus: Corpus, party: string): ValuationPoint[] {
  const points: ValuationPoint[] = [];
  const seen = new Set<Declaration>();
  for (const { declaration, mention } of corpus.mentionsOf(party)) {
    const valued = declaration.kind === 'valuation' ? mention.role === 'left' : mention.role === 'right';
    if (!valued || seen.has(declaration) || liesAhead(declaration, corpus.asOf)) continue;
    seen.add(declaration);
    const { commitment } = standingOf(declaration, corpus.asOf);
    if (commitment === 'over') continue;
    const [fact] = factsOf(declaration, declaration.kind === 'valuation' ? 'value' : 'valuation');
    const money = moneyOf(fact);
    if (!fact || !money) continue;
    const on = fact.on ?? dateOfDeal(declaration, corpus.asOf);
    if (on && on.earliest > corpus.asOf) continue;
    const basis = fact.flags.has('pre') ? 'pre' : fact.flags.has('post') ? 'post' : undefined;
    points.push({
      money,
      ...(on && { on }),
      ...(basis && { basis }),
      inTalks: commitment === 'talk',
      declaration,
    });
  }
  return points.sort((a, b) => (a.on && b.on ? compareDates(a.on, b.on) : a.on ? 1 : b.on ? -1 : 0));
}

/** How many times the last valuation is the one before it; undefined for less than two, or for other currencies. */
export function stepUp(points: readonly ValuationPoint[]): Range | undefined {
  const last = points.at(-1);
  const previous = points.at(-2);
  return last && previous && ratio(last.money, previous.money);
}
