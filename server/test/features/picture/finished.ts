/** What a generator comes to, and how much work each of its steps was. */
export function finished<T>(work: Generator<number, T>): { readonly value: T; readonly steps: number[] } {
  const steps: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { value: step.value, steps };
    steps.push(step.value);
  }
}
