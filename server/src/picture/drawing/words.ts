import type { AmountWords } from '../amount';
import type { Firmness, TieKind } from '../graph';
import type { TimelineMark } from '../timeline';

/** The words of drawings, which know no language of their own. */
export interface DrawingWords {
  /** Of numbers and dates: `en`, `de`. */
  readonly locale: string;
  readonly today: string;
  /** Before the day as of which a chart is. */
  readonly asOf: string;
  /** Instead of a chart with nothing in it. */
  readonly nothing: string;
  readonly disputed: string;
  /** Above deals without a date. */
  readonly undated: string;
  readonly firmness: Readonly<Record<Firmness, string>>;
  readonly marks: Readonly<Record<TimelineMark['kind'], string>>;
  readonly kinds: Readonly<Record<TieKind, string>>;
  /** Of amounts that are not known exactly. */
  readonly bounds: AmountWords;
  /** `{0} in talks`, of an amount. */
  readonly inTalks: string;
  /** Above those who pay, and those who are paid. */
  readonly payers: string;
  readonly payees: string;
}
