/**
 * Shares time between long work and whoever else waits: the work is done in slices, and after each the others have
 * their turn. Several may work at the same time; together they fill one slice.
 */
export class Slices {
  private spent = 0;
  private pausing: Promise<void> | undefined;

  /**
   * @param pause lets what waits in the queue have its turn
   * @param size how much work a slice holds, in whatever the work is counted in
   */
  constructor(
    private readonly pause: () => Promise<void>,
    private readonly size: number,
  ) {}

  /**
   * Does a piece of work as soon as the slice has room.
   * @param piece is told how much room there is, and says how much work it was; the last one may go beyond it
   * @returns whether it took all of the room, so that more of it may be left
   */
  async do(piece: (room: number) => number): Promise<boolean> {
    while (this.spent >= this.size) await (this.pausing ??= this.next());
    const room = this.size - this.spent;
    const work = piece(room);
    this.spent += work;
    return work >= room;
  }

  private async next(): Promise<void> {
    await this.pause();
    this.spent = 0;
    this.pausing = undefined;
  }
}
