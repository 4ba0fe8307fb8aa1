/** Something that wants to stand on a circle. */
export interface OnCircle {
  /** The angle at which it would like to stand. */
  readonly wanted: number;
  /** The angle that it takes. */
  readonly size: number;
}

const whole = 2 * Math.PI;

/**
 * The angles of things on a circle so that none covers another, each as near as possible to where it would like to be.
 * @param things in the order of their wanted angles; all of them together take no more than the whole circle
 */
export function spreadOnCircle(things: readonly OnCircle[]): number[] {
  if (things.length === 0) return [];
  const first = afterWidestGap(things);
  const turned = things.map((_, index) => things[(first + index) % things.length]!);
  const wanted: number[] = [];
  const before: number[] = [];
  let sum = 0;
  turned.forEach((thing, index) => {
    const last = wanted.at(-1) ?? thing.wanted;
    const own = thing.wanted + whole * Math.max(0, Math.ceil((last - thing.wanted) / whole - 1e-9));
    sum += index === 0 ? 0 : (turned[index - 1]!.size + thing.size) / 2;
    wanted.push(own);
    before.push(sum);
  });
  const places = increasing(wanted.map((own, index) => own - before[index]!)).map(
    (start, index) => start + before[index]!,
  );
  const span = places.at(-1)! - places[0]! + (turned[0]!.size + turned.at(-1)!.size) / 2;
  // They come around: side by side then, wherever the first one is.
  if (span > whole) before.forEach((at, index) => (places[index] = places[0]! + at));
  return things.map((_, index) => places[(index - first + things.length) % things.length]!);
}

/** The index of the thing behind the widest gap. */
function afterWidestGap(things: readonly OnCircle[]): number {
  let [first, widest] = [0, -Infinity];
  things.forEach(({ wanted }, index) => {
    const before = index === 0 ? things.at(-1)!.wanted - whole : things[index - 1]!.wanted;
    if (wanted - before > widest + 1e-9) [first, widest] = [index, wanted - before];
  });
  return first;
}

/** Numbers that never become smaller, as near as possible to some others. */
function increasing(numbers: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const number of numbers) {
    let block = { sum: number, count: 1 };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.count > block.sum / block.count;
      last = blocks.at(-1)
    ) {
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}
