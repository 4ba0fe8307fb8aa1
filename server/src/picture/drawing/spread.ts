/** Something that takes room on a line. */
export interface Placed<T> {
  readonly of: T;
  /** Where its middle would like to be. */
  readonly wanted: number;
  readonly size: number;
}

/**
 * Puts things in their order so that none covers another, each as near to its place as those before it let it.
 * @returns where the middle of each is; beyond `end` only where there is not room enough for all
 */
export function spread<T>(
  things: readonly Placed<T>[],
  start: number,
  end: number,
): { readonly of: T; readonly at: number }[] {
  const sorted = [...things].sort((a, b) => a.wanted - b.wanted);
  const places: number[] = [];
  let free = start;
  for (const { wanted, size } of sorted) {
    const at = Math.max(wanted, free + size / 2);
    places.push(at);
    free = at + size / 2;
  }
  let limit = Math.max(end, start + sorted.reduce((sum, { size }) => sum + size, 0));
  for (let index = sorted.length - 1; index >= 0; index--) {
    const { size } = sorted[index]!;
    places[index] = Math.min(places[index]!, limit - size / 2);
    limit = places[index]! - size / 2;
  }
  return sorted.map(({ of }, index) => ({ of, at: places[index]! }));
}
