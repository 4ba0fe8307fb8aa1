/**
 * The candidates that are most like a word that was probably mistyped, nearest first.
 * Distance is optimal string alignment (insert, delete, replace, swap of neighbours), ignoring case; a candidate must
 * be within two fifths of the word's length. A candidate that begins with the word is as near as one letter.
 */
export function nearestWords(word: string, candidates: Iterable<string>, most = 3): string[] {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(Math.min(wanted.length, 40) * 0.4));
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    if (wanted.length >= shortestBeginning && lower.length > wanted.length && lower.startsWith(wanted)) {
      found.push({ candidate, distance: 1 });
      continue;
    }
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const distance = alignmentDistance(wanted, lower, limit);
    if (distance <= limit) found.push({ candidate, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return found.slice(0, most).map((entry) => entry.candidate);
}

/** Shorter beginnings are those of too many words. */
const shortestBeginning = 3;

/** The distance between two words, or any number above `limit` when it is larger than that. */
function alignmentDistance(a: string, b: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, beforePrevious[j - 2]! + 1);
      }
      current.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}
