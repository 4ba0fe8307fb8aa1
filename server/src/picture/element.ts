/**
 * A drawing as a tree of elements. The panel makes nodes of the page of it, an export makes text: there is one drawing,
 * whoever shows it. Colours are not in it, classes are; see `style.ts`.
 */
export interface Element {
  readonly tag: 'svg' | 'g' | 'path' | 'circle' | 'rect' | 'line' | 'text' | 'tspan' | 'title' | 'desc';
  /** Unique among its siblings; what has the same one is the same thing in the next drawing. */
  readonly key?: string;
  /** Names of looks in `style.ts`, with spaces between. */
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  /**
   * How many times larger its letters and the outlines of its looks are; once unless it is said. A transform would do,
   * but a browser makes a part of the page of each one, and moving one among hundreds is not smooth.
   */
  readonly scale?: number;
  /** What a pointer or key on it is about. */
  readonly target?: Target;
  readonly children?: readonly Element[];
  /** Never markup. */
  readonly text?: string;
}

/** Something in a drawing that can be selected. */
export interface Target {
  readonly type: 'node' | 'tie' | 'hull' | 'deal' | 'flow' | 'end' | 'mark';
  readonly id: string;
  /** What a screen reader says. */
  readonly label: string;
}

/** A drawing and how much room it takes. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly root: readonly Element[];
}
