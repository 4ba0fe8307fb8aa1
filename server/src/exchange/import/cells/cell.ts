/**
 * What a cell says.
 * - `value`: this; `isLossy` where its text says something else or more, and is better kept as well
 * - `blank`: nothing
 * - `undisclosed`: that nobody has told
 * - `unread`: something that cannot be read, and why
 */
export type Cell<T> =
  | { readonly is: 'value'; readonly value: T; readonly isLossy?: string }
  | { readonly is: 'blank' }
  | { readonly is: 'undisclosed' }
  | { readonly is: 'unread'; readonly reason: string };

export const blank = { is: 'blank' } as const;
export const notDisclosed = { is: 'undisclosed' } as const;

export function unread(reason: string): { readonly is: 'unread'; readonly reason: string } {
  return { is: 'unread', reason };
}

/** The text of a cell with single blanks, of whatever sort they were, and without characters that nobody sees. */
export function plain(text: string): string {
  // Most cells are plain already.
  if (/^(?:[!-~]+(?: [!-~]+)*)?$/.test(text)) return text;
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\ufeff]+/gu, (found) => (/^\p{Cf}+$/u.test(found) ? '' : ' '))
    .trim();
}

/** The text of a cell as `plain` makes it, with its line breaks. */
export function linesIn(text: string): string {
  return text.includes('\n') ? text.split('\n').map(plain).join('\n').trim() : plain(text);
}

const blanks: ReadonlySet<string> = new Set([
  '', '-', '--', '–', '—', '.', '?', 'n/a', 'n.a.', 'na', '#n/a', 'null', '(null)', 'none', 'nan', 'nil', '\\n',
]); // prettier-ignore

const undisclosedWords: ReadonlySet<string> = new Set([
  'undisclosed', 'unknown', 'not disclosed', 'undisclosed amount', 'amount undisclosed', 'confidential', 'private',
  'n.d.', 'nd', 'not available', 'not public', 'not specified', 'tbd', 'tba', 'undisclosed investor',
  'undisclosed investors', 'undisclosed buyer', 'undisclosed acquirer', 'undisclosed seller', 'unknown investor',
  'unknown investors', 'unbekannt', 'non divulgué',
]); // prettier-ignore

/** Whether a cell says nothing or that nobody has told; undefined where it says more. Takes what `plain` gives. */
export function saysNothing(text: string): typeof blank | typeof notDisclosed | undefined {
  const word = text.toLowerCase();
  if (blanks.has(word)) return blank;
  return undisclosedWords.has(word) ? notDisclosed : undefined;
}
