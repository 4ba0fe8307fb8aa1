import type { Corpus } from './corpus';
import { factsOf } from './declaration';

/** Whether dated exchange rates lead from one currency to another, directly or over others. */
export function hasRateBetween(corpus: Corpus, from: string, to: string): boolean {
  if (from === to) return true;
  const pairs = [...corpus.ofKind('fx')].flatMap((fx) => {
    const [left] = fx.left;
    const [right] = fx.right;
    const isDated = factsOf(fx, 'rate').some(({ on, values }) => on && values.length > 0);
    return left !== undefined && right !== undefined && isDated ? [[left, right] as const] : [];
  });
  const reached = new Set([from]);
  for (const currency of reached) {
    for (const [left, right] of pairs) {
      if (left === currency) reached.add(right);
      if (right === currency) reached.add(left);
    }
  }
  return reached.has(to);
}
