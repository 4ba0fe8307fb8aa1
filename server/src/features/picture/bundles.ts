import type { Declaration } from '../../model/declaration';
import type { Firmness, TieKind, TieStep } from '../../picture/graph';
import type { DealState } from './deal-states';

/** One deal between two ends. */
export interface Strand {
  readonly deal: Declaration;
  readonly states: readonly DealState[];
  /** What of its money is between the two; undefined where nobody knows. */
  readonly value: number | undefined;
}

/** Deals between the same two that are drawn as one line. */
export interface Bundle {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: TieKind;
  readonly directed: boolean;
  readonly strands: Strand[];
}

/** So many deals of one kind between the same two have a line each. */
const mostLines = 3;

/** Puts deals into lines: few of the same two side by side, many of them together. */
export class Bundles {
  private readonly byPair = new Map<string, Bundle>();

  add(from: string, to: string, kind: TieKind, directed: boolean, strand: Strand): void {
    const [a, b] = directed || from < to ? [from, to] : [to, from];
    const id = `${kind}${directed ? '' : ' mutual'} ${JSON.stringify([a, b])}`;
    const known = this.byPair.get(id);
    if (!known) this.byPair.set(id, { id, from: a, to: b, kind, directed, strands: [strand] });
    // Who stands on one side of a deal twice is tied by it once.
    else if (known.strands.at(-1)?.deal !== strand.deal) known.strands.push(strand);
  }

  /** @param mostTies with more of them each two have one line for each kind */
  all(mostTies: number): Bundle[] {
    const bundles = [...this.byPair.values()];
    const single = bundles.flatMap((bundle) =>
      bundle.strands.length > mostLines
        ? [bundle]
        : bundle.strands.map((strand) => ({
            ...bundle,
            id: `${bundle.id} ${strand.deal.name}`,
            strands: [strand],
          })),
    );
    return single.length > mostTies ? bundles : single;
  }
}

/** What some deals come to, as far as anybody knows. */
export function valueOf(strands: readonly Strand[]): number | undefined {
  let sum: number | undefined;
  for (const { value } of strands) if (value !== undefined) sum = (sum ?? 0) + value;
  return sum;
}

/** How several deals stand through time, together. */
export function stepsOf(strands: readonly Strand[]): TieStep[] {
  const [only] = strands;
  if (only && strands.length === 1) {
    return only.states.map(({ from, firmness }) => ({ from, count: { [firmness]: 1 } }));
  }
  const changes = strands
    .flatMap(({ states }) =>
      states.map(({ from, firmness }, index) => ({
        day: from ?? -Infinity,
        to: firmness,
        before: states[index - 1]?.firmness,
      })),
    )
    .sort((a, b) => a.day - b.day);
  const steps: TieStep[] = [];
  const count: Partial<Record<Firmness, number>> = {};
  changes.forEach(({ day, to, before }, index) => {
    count[to] = (count[to] ?? 0) + 1;
    if (before) count[before] = (count[before] ?? 0) - 1;
    if (changes[index + 1]?.day === day) return;
    const present = Object.fromEntries(Object.entries(count).filter(([, number]) => number > 0));
    steps.push({ from: Number.isFinite(day) ? day : null, count: present });
  });
  return steps;
}
