/** What a party was valued at by one declaration. Money is in `ValuationChart.currency`. */
export interface ValuationMark {
  /** The name of the declaration. */
  readonly name: string;
  /** The days in which it was; the same day twice where it is known. */
  readonly from: number;
  readonly to: number;
  /** Either may be null where there is no such bound; not both. */
  readonly min: number | null;
  readonly max: number | null;
  /** Where the line is drawn. */
  readonly value: number;
  readonly approximate: boolean;
  readonly basis?: 'pre' | 'post';
  readonly inTalks: boolean;
  readonly disputed: boolean;
  /** In words, as written: `$60B, in talks, January 2025`. */
  readonly text: string;
}

/** The valuations of one party, by day. */
export interface ValuationLine {
  /** The name of the party. */
  readonly name: string;
  readonly title: string;
  readonly marks: readonly ValuationMark[];
  /** The last step in words: `3.24× ($18.5B → $60B)`. */
  readonly stepUp?: string;
}

export interface ValuationChart {
  readonly title: string;
  readonly asOf: number;
  readonly today: number;
  /** Null where there is nothing to draw. */
  readonly currency: string | null;
  /** The highest last. */
  readonly lines: readonly ValuationLine[];
  /** What is left out, in sentences. */
  readonly remarks: readonly string[];
}
