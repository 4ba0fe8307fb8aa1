/** Gives out names, each once: `Name`, `Name-2`, `Name-3` …, without trying the numbers again that it has given out. */
export class FreeNames {
  private readonly taken = new Set<string>();
  private readonly next = new Map<string, number>();

  /**
   * @param numbered a name with a number
   * @param isTaken whether somebody else has a name
   */
  constructor(
    private readonly numbered: (name: string, count: number) => string,
    private readonly isTaken: (name: string) => boolean = () => false,
  ) {}

  /** The first of `Name`, `Name-2`, `Name-3` … that nobody has; from now on it is taken. */
  take(name: string): string {
    for (let count = this.next.get(name) ?? 1; ; count++) {
      const free = count === 1 ? name : this.numbered(name, count);
      if (this.taken.has(free) || this.isTaken(free)) continue;
      this.next.set(name, count + 1);
      this.taken.add(free);
      return free;
    }
  }
}
