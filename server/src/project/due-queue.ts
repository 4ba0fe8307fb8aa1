/** Things that are due, each once, in the order in which they became so. */
export class DueQueue<T> {
  private readonly due = new Set<T>();
  /** Goes on where it was: to begin anew each time would pass all that was taken out. */
  private turn: Iterator<T> | undefined;

  get isEmpty(): boolean {
    return this.due.size === 0;
  }

  add(one: T): void {
    this.due.add(one);
  }

  delete(one: T): void {
    this.due.delete(one);
  }

  /** Takes out the next one; undefined where none is left. */
  next(): T | undefined {
    this.turn ??= this.due.values();
    const { value, done } = this.turn.next();
    if (done) {
      this.turn = undefined;
      return undefined;
    }
    this.due.delete(value);
    return value;
  }
}
