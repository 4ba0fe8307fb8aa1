/**
 * The shortest way from a name along `next` back to it, with the name at both ends; undefined where there is none, or
 * where it leads over a name that comes before it: each circle is found from the first of its names alone.
 */
export function circleFrom(name: string, next: (name: string) => readonly string[]): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const reached = new Set([name]);
  for (const one of reached) {
    for (const other of next(one)) {
      if (other === name) return wayTo(one, name, cameFrom);
      if (other < name || reached.has(other)) continue;
      reached.add(other);
      cameFrom.set(other, one);
    }
  }
  return undefined;
}

function wayTo(last: string, name: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [name, last];
  for (let at = last; at !== name;) {
    at = cameFrom.get(at) ?? name;
    way.push(at);
  }
  // Where it leads straight back, the name is its own last stop.
  return last === name ? [name, name] : way.reverse();
}
