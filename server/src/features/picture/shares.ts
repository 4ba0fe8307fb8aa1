import type { PairShare } from '../../model/flow';
import { isEmpty } from '../../values/sum';
import { weightOf } from './weight';

/**
 * What share of a deal's money each of its pairs is drawn with; together they are all of it. What is said of a pair
 * counts as said, and the rest is drawn in parts as large as the middles of what each may have, which are equal where
 * nothing is said.
 * @param weight of the money of all pairs, more than nothing
 */
export function drawnShares(
  pairs: readonly PairShare[],
  certainty: 'promised' | 'rumored',
  currency: string,
  weight: number,
): number[] {
  const own = pairs.map(({ share, buckets }) => {
    const isKnown = share === 'known';
    const sum = buckets[certainty];
    const isNothing = isKnown || isEmpty(sum);
    return { isKnown, weight: weightOf(sum, currency) ?? (isNothing ? 0 : weight) };
  });
  const sumOf = (isKnown: boolean) =>
    own.reduce((sum, each) => (each.isKnown === isKnown ? sum + each.weight : sum), 0);
  const [known, unknown] = [sumOf(true), sumOf(false)];
  if (known + unknown <= 0) return pairs.map(() => 1 / pairs.length);
  // Where what is said comes to more than there is, or to less with nobody to have the rest, all of it is scaled.
  const rest = weight - known;
  const isFitting = unknown > 0 && rest >= 0;
  return own.map((each) => {
    if (isFitting) return each.isKnown ? each.weight / weight : (each.weight / unknown) * (rest / weight);
    if (known > 0) return each.isKnown ? each.weight / known : 0;
    return each.weight / unknown;
  });
}
