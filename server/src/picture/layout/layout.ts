/** A place in a drawing, in its own pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Places by the ids of nodes. */
export type Places = ReadonlyMap<string, Place>;

/** Something that wants a place. */
export interface LaidNode {
  readonly id: string;
  /** What it takes around its middle, its label included. */
  readonly radius: number;
  /** What it takes without its label; as much where nobody says. */
  readonly bare?: number;
  /** Half of what it takes from top to bottom, where that is less. */
  readonly halfHeight?: number;
  readonly isHub: boolean;
  /** What it is a unit of. */
  readonly parent?: string;
}

export interface LaidTie {
  readonly from: string;
  readonly to: string;
  readonly directed: boolean;
  /** By which ties are told apart where they should lie side by side. */
  readonly kind: string;
}

/** What a layout works on. */
export interface LaidGraph {
  readonly nodes: readonly LaidNode[];
  readonly ties: readonly LaidTie[];
  /** Ids of nodes that belong together. */
  readonly groups: readonly (readonly string[])[];
}

/** Ways to lay a graph out: by who is tied to whom, from left to right along the money, or in rings around its hubs. */
export const arrangements = ['clusters', 'layers', 'hub'] as const;
export type Arrangement = (typeof arrangements)[number];

/** A layout that is worked out in steps. */
export interface Layout {
  /** Does so many steps at most; whether that was the last. */
  advance(steps: number): boolean;
  readonly places: Places;
}
