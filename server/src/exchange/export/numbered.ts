/** How many there are of something: `1 comment`, `2 comments`. */
export function numbered(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** The same as a list; empty where there is none. */
export function someOf(count: number, one: string, many?: string): string[] {
  return count > 0 ? [numbered(count, one, many)] : [];
}
