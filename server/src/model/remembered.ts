import type { Declaration } from './declaration';

/**
 * The same function, which computes its result for a declaration once per day asked for last. What a declaration says
 * never changes, so a result lives exactly as long as the declaration.
 */
export function rememberedByDay<T>(
  compute: (declaration: Declaration, day: number) => T,
): (declaration: Declaration, day: number) => T {
  const known = new WeakMap<Declaration, { readonly day: number; readonly value: T }>();
  return (declaration, day) => {
    const last = known.get(declaration);
    if (last?.day === day) return last.value;
    const value = compute(declaration, day);
    known.set(declaration, { day, value });
    return value;
  };
}

/** The same function, which computes its result for a declaration once. */
export function remembered<T>(compute: (declaration: Declaration) => T): (declaration: Declaration) => T {
  const byDay = rememberedByDay(compute);
  return (declaration) => byDay(declaration, 0);
}
