import type { Declaration } from './declaration';

/**
 * So many results are remembered before those that nobody asked for since are forgotten. With more, they outlive the
 * space for new objects when all deals of a project are gone through, and are copied around for nothing.
 */
const generation = 64;

/**
 * The same function, which remembers its results for declarations, each for the day asked for last. What a declaration
 * says never changes, so a result holds as long as the declaration does. Of a large project only those are remembered
 * that were asked for lately: results take more room than the declarations themselves. Few as they are, they do not
 * need weak references, which cost the collector of garbage as much as the results save.
 */
export function rememberedByDay<T>(
  compute: (declaration: Declaration, day: number) => T,
): (declaration: Declaration, day: number) => T {
  type Results = Map<Declaration, { readonly day: number; readonly value: T }>;
  let young: Results = new Map();
  let old: Results = new Map();
  return (declaration, day) => {
    const recent = young.get(declaration);
    if (recent?.day === day) return recent.value;
    const before = recent ?? old.get(declaration);
    const result = before?.day === day ? before : { day, value: compute(declaration, day) };
    if (recent === undefined && young.size >= generation) {
      old = young;
      young = new Map();
    }
    young.set(declaration, result);
    return result.value;
  };
}

/** The same function, which remembers its results for declarations. */
export function remembered<T>(compute: (declaration: Declaration) => T): (declaration: Declaration) => T {
  const byDay = rememberedByDay(compute);
  return (declaration) => byDay(declaration, 0);
}
