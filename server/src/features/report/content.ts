/**
 * What a report says, before it is written as Markdown or HTML. Texts are what people read: nothing in them is markup,
 * whatever their characters are.
 */

/** A line of a file. */
export interface Place {
  readonly uri: string;
  /** From 0 on. */
  readonly line: number;
}

export type Inline =
  | string
  | { readonly type: 'strong'; readonly text: string }
  /** Leads to a line of a deal file, where there is a way. */
  | {
      readonly type: 'place';
      readonly text: string;
      readonly place: Place;
      /** The place itself, where the text does not tell it and links lead nowhere. */
      readonly inWords?: string;
    }
  /** Leads to an address, where that is one that a browser opens. */
  | { readonly type: 'web'; readonly text: string; readonly url: string };

/** Parts that follow one another without a gap. */
export type Line = readonly Inline[];

export interface Column {
  readonly title: string;
  readonly align?: 'right';
}

export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'paragraph'; readonly line: Line }
  | { readonly type: 'numbered'; readonly lines: readonly Line[] }
  | {
      readonly type: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Line[])[];
    };

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { type: 'heading', level, text };
}

export function paragraph(...line: Line): Block {
  return { type: 'paragraph', line };
}
