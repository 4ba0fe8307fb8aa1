/** What is worked out in steps, all of it at once. */
export function inOneGo<Result>(steps: Generator<number, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
