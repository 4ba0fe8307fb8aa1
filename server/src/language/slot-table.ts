/** Numbers of many items in one array: as arrays of their own they would take several times the room. */
export class SlotTable {
  private numbers: Uint16Array | Uint32Array = new Uint16Array(32);
  private used = 0;
  /** Few numbers, which will not change any more, as the characters of a text: that takes a third of the room. */
  private packed: string | undefined;

  get length(): number {
    return this.used;
  }

  at(index: number): number {
    return this.packed === undefined ? this.numbers[index]! : this.packed.charCodeAt(index);
  }

  /** Adds a number that is not negative. */
  push(value: number): void {
    if (this.used === this.numbers.length) this.grow(2 * this.used);
    if (value > largest16 && this.numbers instanceof Uint16Array)
      this.numbers = Uint32Array.from(this.numbers);
    this.numbers[this.used++] = value;
  }

  /** Gives back the room that is not used. No numbers are added after it. */
  trim(): void {
    if (this.numbers instanceof Uint16Array && this.used <= few) {
      this.packed = String.fromCharCode(...this.numbers.subarray(0, this.used));
      this.numbers = none;
    } else this.numbers = this.numbers.slice(0, this.used);
  }

  private grow(capacity: number): void {
    const larger =
      this.numbers instanceof Uint16Array ? new Uint16Array(capacity) : new Uint32Array(capacity);
    larger.set(this.numbers);
    this.numbers = larger;
  }
}

const largest16 = 0xffff;
const few = 64;
const none = new Uint16Array(0);
