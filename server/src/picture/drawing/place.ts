/** A place with a tenth of a point is exact enough, and short. */
export function round(place: number): number {
  return Math.round(place * 10) / 10;
}

/** The place of a thin line, on whole dots of a screen rather than between two. */
export function crisp(place: number): number {
  return Math.floor(place) + 0.5;
}
