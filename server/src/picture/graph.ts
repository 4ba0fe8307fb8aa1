import type { Amount } from './amount';

/**
 * The ecosystem as a graph: what the server works out and the picture draws. Plain data, so that it goes through
 * requests and into files as it is. Days count from 1970-01-01.
 *
 * It says nothing of one day: every tie tells how it stands from when on, so that a picture moves through time without
 * asking, and nothing in it changes its place.
 */

/** What ties two parties, in the order in which legends show it. */
export const tieKinds = [
  'capital',
  'debt',
  'grant',
  'purchase',
  'trade',
  'alliance',
  'plan',
  'ownership',
] as const;
export type TieKind = (typeof tieKinds)[number];

/** How sure a tie is, from the surest. */
export const firmness = ['done', 'promise', 'talk', 'over'] as const;
export type Firmness = (typeof firmness)[number];

/** What stands as a point: a kind of party, or what stands for parties that have none. */
export type NodeKind =
  | 'company'
  | 'fund'
  | 'person'
  | 'government'
  | 'organization'
  | 'venture'
  | 'project'
  /** Named in deals, declared nowhere. */
  | 'undeclared'
  /** Somebody who is not disclosed, in one deal. */
  | 'undisclosed'
  /** A deal of several parties on both sides: a point that all of them are tied to. */
  | 'deal'
  /** Several parties that are drawn together. */
  | 'others';

export interface GraphNode {
  /** Stays the same across edits; of what is declared or mentioned it is the name. */
  readonly id: string;
  /** As it is written in deals; null for what stands for nobody in particular. */
  readonly name: string | null;
  readonly title: string;
  readonly kind: NodeKind;
  readonly sector?: string;
  /** The id of what it is a unit of, where that is in the picture. */
  readonly parent?: string;
  /** Whether an ecosystem is drawn around it. */
  readonly isHub: boolean;
  /**
   * What it is as large as, in `Graph.currency`: what it gets and pays by itself on the day of the graph, promised or in
   * talks, by the middle of bounds; null where nobody knows of any. What several pay or get together is in none of them.
   */
  readonly money: number | null;
  /** The same through time, part by part; of several who are drawn together the sums, also of what goes between them. */
  readonly moneySteps: readonly MoneyStep[];
  /** How many deals tie it. */
  readonly deals: number;
  /** What a venture or project is to cost, in words. */
  readonly budget?: string;
  /** Whether that is disputed. */
  readonly disputed?: boolean;
  /** For `others`: how many they are, and the titles of the first of them. */
  readonly others?: { readonly count: number; readonly titles: readonly string[] };
}

/** What a party gets and pays by itself from a day on until the next step, in `Graph.currency`; absent where nothing. */
export interface MoneyStep {
  readonly from: number | null;
  readonly gets?: Amount;
  readonly getsInTalks?: Amount;
  readonly pays?: Amount;
  readonly paysInTalks?: Amount;
}

/** How many of the deals of a tie stand how, from a day on until the next step. */
export interface TieStep {
  /** `-Infinity` is written as null, since it does not go into JSON. */
  readonly from: number | null;
  readonly count: Readonly<Partial<Record<Firmness, number>>>;
  /** Of several deals, what is known of the money of those that stand so; absent where nothing is. */
  readonly money?: Readonly<Partial<Record<Firmness, KnownMoney>>>;
}

/** What some deals come to, in `Graph.currency`. */
export interface KnownMoney {
  readonly amount: Amount;
  /** Of how many deals it is. */
  readonly deals: number;
}

/** A deal of a tie, or what else says that two belong together. */
export interface TiedDeal {
  /** The name of its declaration. */
  readonly name: string;
  readonly title: string;
  /** Its kind in words: `investment`. */
  readonly kind: string;
  /** What of its money is between the two, in words, as written; absent where nobody says. */
  readonly money?: string;
  /** The money of all of it in words, where that of the two is only a part. */
  readonly whole?: string;
  /** What is between the two, in `Graph.currency`; null where nobody knows. */
  readonly value: number | null;
  /** How it stands from a day on, in words; the first one from its beginning. */
  readonly states: readonly {
    readonly from: number | null;
    readonly text: string;
    readonly firmness: Firmness;
  }[];
  /** Who disputes its money, in words. */
  readonly disputedBy?: string;
}

export interface Tie {
  /** Stays the same across edits that leave its ends and kind alone. */
  readonly id: string;
  /** Ids of nodes. Money and goods of a directed one go from the first to the second. */
  readonly from: string;
  readonly to: string;
  readonly kind: TieKind;
  readonly directed: boolean;
  /** By day, the first one from the beginning on. Before it nothing ties the two. */
  readonly steps: readonly TieStep[];
  /**
   * What it is as wide as, whatever the day is: money of its deals, of several without those that are over on the day of
   * the graph, in `Graph.currency`, by the middle of bounds; null where nobody knows of any.
   */
  readonly value: number | null;
  readonly exclusive: boolean;
  readonly disputed: boolean;
  /** How many deals it stands for, and the weightiest of them. */
  readonly count: number;
  readonly deals: readonly TiedDeal[];
}

/** A declared ecosystem in the picture. */
export interface Hull {
  readonly id: string;
  readonly title: string;
  /** Ids of nodes. */
  readonly members: readonly string[];
}

/** Money that comes back to whom it came from. */
export interface Circle {
  /** What is said of it, in a sentence. */
  readonly text: string;
  /** Ids of the ties of each of its legs, in the order of the money. One that stands is enough for a leg. */
  readonly legs: readonly (readonly string[])[];
}

export interface Graph {
  readonly title: string;
  /** The day as of which the project is seen, and the day that it is. */
  readonly asOf: number;
  readonly today: number;
  /** In which money is compared; null where there is no money. */
  readonly currency: string | null;
  readonly nodes: readonly GraphNode[];
  readonly ties: readonly Tie[];
  readonly hulls: readonly Hull[];
  /** All ties that money comes back through are in one of them; a circle whose ties are all in others is not. */
  readonly circles: readonly Circle[];
  /** The days on which anything changes, in order, each once. */
  readonly days: readonly number[];
  /** How many parties and deals there are in what the picture is about, and how many of the parties have a point of their own. */
  readonly total: { readonly parties: number; readonly deals: number; readonly shown: number };
  /** What is drawn together, left out or cannot be told, in sentences. */
  readonly remarks: readonly string[];
  /** What is cited, for captions: the titles of the sources that are cited most often. */
  readonly sources: { readonly count: number; readonly titles: readonly string[] };
}

/** How a tie stands on a day: of its deals the surest ones say so; undefined where it has not begun. */
export function firmnessOn(tie: Tie, day: number): Firmness | undefined {
  const step = stepOn(tie, day);
  return step && surestIn(step);
}

/** How the deals of a tie stand on a day; undefined where none has begun. */
export function stepOn({ steps }: Tie, day: number): TieStep | undefined {
  return steps.findLast(({ from }) => from === null || from <= day);
}

/** Whether something is promised or done: only such money comes back. */
export function isFirm(stands: Firmness | undefined): boolean {
  return stands === 'done' || stands === 'promise';
}

/** How the surest deals stand. */
export function surestIn({ count }: TieStep): Firmness | undefined {
  return firmness.find((each) => (count[each] ?? 0) > 0);
}

/** What a party gets and pays on a day; undefined where that is nothing yet. */
export function moneyOn(steps: readonly MoneyStep[], day: number): MoneyStep | undefined {
  return steps.findLast(({ from }) => from === null || from <= day);
}
