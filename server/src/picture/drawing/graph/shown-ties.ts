import { firmnessOn, type Firmness, type Tie } from '../../graph';

/** So many ties are drawn at once at most: with more of them nobody sees which is which. */
export const mostDrawn = 1000;

/** How the ties are looked at. */
export interface TieView {
  readonly day: number;
  readonly selected: ReadonlySet<string>;
  readonly near?: ReadonlySet<string>;
  passes(tie: Tie): boolean;
}

/** The ties that are drawn, and what else there is. */
export interface ShownTies {
  readonly drawn: readonly Tie[];
  /** How each of the drawn ones stands. */
  readonly firmness: ReadonlyMap<Tie, Firmness>;
  /** The ids of all that have a tie, whether that is drawn or not. */
  readonly tied: ReadonlySet<string>;
  /** How many there would be besides. They are drawn when one of their ends is selected. */
  readonly left: number;
}

/** Chooses ties: those of what is selected, those near it, then the weightiest. */
export class TieChooser {
  private readonly byWeight: readonly Tie[];

  constructor(private readonly ties: readonly Tie[]) {
    this.byWeight =
      ties.length <= mostDrawn
        ? ties
        : ties.toSorted(
            (a, b) =>
              (b.value ?? 0) - (a.value ?? 0) ||
              b.count - a.count ||
              (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
          );
  }

  choose({ day, selected, near, ...view }: TieView): ShownTies {
    const firmness = new Map<Tie, Firmness>();
    const tied = new Set<string>();
    for (const tie of this.ties) {
      const stands = firmnessOn(tie, day);
      if (stands === undefined || !view.passes(tie)) continue;
      firmness.set(tie, stands);
      tied.add(tie.from);
      tied.add(tie.to);
    }
    if (firmness.size <= mostDrawn) return { drawn: [...firmness.keys()], firmness, tied, left: 0 };
    const chosen = new Set<Tie>();
    for (const tie of firmness.keys()) {
      if (selected.has(tie.id) || selected.has(tie.from) || selected.has(tie.to)) chosen.add(tie);
    }
    const fill = (wants: (tie: Tie) => boolean) => {
      for (const tie of this.byWeight) {
        if (chosen.size >= mostDrawn) return;
        if (firmness.has(tie) && wants(tie)) chosen.add(tie);
      }
    };
    if (near) fill(({ id }) => near.has(id));
    fill(() => true);
    const drawn = [...firmness.keys()].filter((tie) => chosen.has(tie));
    return { drawn, firmness, tied, left: firmness.size - drawn.length };
  }
}
