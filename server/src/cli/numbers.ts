/** A count as people read it: `12,345`. */
export function formatNumber(count: number): string {
  return count.toLocaleString('en');
}

/** How many there are of something: `1 file`, `2 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
