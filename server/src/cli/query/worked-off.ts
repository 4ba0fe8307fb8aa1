/** What a work that gives others a turn comes to, where nobody waits for one. */
export function workedOff<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
