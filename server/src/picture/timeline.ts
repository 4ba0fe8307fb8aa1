import type { Firmness } from './graph';

/** What can happen to a deal, in the order in which legends show it. */
export const markKinds = ['status', 'tranche', 'payment', 'valuation', 'claim', 'term'] as const;

/** A day of history: what happened, or is said to happen. */
export interface TimelineMark {
  /** The days in which it happened; the same day twice where it is known. */
  readonly from: number;
  readonly to: number;
  readonly kind: (typeof markKinds)[number];
  /** In a line: `$4B on 25 September 2023`. */
  readonly text: string;
}

/** How a deal stands between two days. */
export interface TimelineSpan {
  readonly from: number;
  /** Null where it goes on. */
  readonly to: number | null;
  readonly firmness: Firmness;
  /** In a word or two: `in talks`. */
  readonly text: string;
}

/** One deal through time. */
export interface TimelineLane {
  /** The name of its declaration. */
  readonly name: string;
  readonly title: string;
  /** Kind and money in words. */
  readonly detail: string;
  readonly disputed: boolean;
  readonly spans: readonly TimelineSpan[];
  /** By day. */
  readonly marks: readonly TimelineMark[];
}

/** Deals through time, the earliest first. */
export interface Timeline {
  readonly title: string;
  readonly asOf: number;
  readonly today: number;
  readonly lanes: readonly TimelineLane[];
  /** Deals without any date, by title. */
  readonly undated: readonly { readonly name: string; readonly title: string }[];
  /** What is left out, in sentences. */
  readonly remarks: readonly string[];
}
