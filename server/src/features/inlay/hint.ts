import type { Fact } from '../../model/declaration';

/** What is shown behind a line, as if it were written there. */
export interface LineHint {
  readonly fact: Fact;
  readonly text: string;
  /** Markdown: where it comes from. */
  readonly tooltip?: string;
}
