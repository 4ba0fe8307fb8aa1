// How often something is measured: a server that is slow is spared some of it.

const fewest = 8;
/** In milliseconds. */
const long = 60_000;

/**
 * @param {number} most
 * @returns {(count: number) => boolean} whether so many samples are enough: the most, or after a minute the fewest
 */
export function enoughOf(most) {
  const began = performance.now();
  return (count) => count >= most || (count >= fewest && performance.now() - began > long);
}
