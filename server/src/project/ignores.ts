import type { Item } from '../language/item';
import { isComment, tokensOf } from '../language/tokens';
import type { Span } from '../language/tree';

/** A comment that silences a check for the declaration that it stands above or in. */
export interface Ignore {
  /** Of the comment. */
  readonly span: Span;
  /** Empty where none is written. */
  readonly code: string;
  readonly codeSpan: Span;
  /** Why; empty where nobody says so, and then it silences nothing. */
  readonly reason: string;
}

const word = 'dealgraph-ignore';

/** Stands for a reason that is still to be written, and for none until then. */
export const reasonToCome = '…';

/** A comment that silences a check, as it is written. */
export function ignoreComment(code: string, reason: string): string {
  return `// ${word} ${code}: ${reason}`;
}
const form = new RegExp(
  `^(/[/*]+\\s*${word})(?![\\w-])(\\s*)([\\w-]*)\\s*(?::\\s*(.*?))?\\s*(?:\\*/)?$`,
  's',
);

/** The comments of an item that silence checks: `// dealgraph-ignore CODE: reason`. */
export function ignoresIn(item: Item): readonly Ignore[] {
  const { text } = item;
  if (!text.includes(word)) return none;
  return tokensOf(item).flatMap(({ kind, start, end }): Ignore[] => {
    const [, opening = '', space = '', code = '', reason = ''] =
      (isComment(kind) && form.exec(text.slice(start, end))) || [];
    if (opening === '') return [];
    const codeStart = start + opening.length + space.length;
    const codeSpan = code === '' ? { start, end } : { start: codeStart, end: codeStart + code.length };
    return [{ span: { start, end }, code, codeSpan, reason: isToCome(reason) ? '' : reason }];
  });
}

const none: readonly Ignore[] = [];

function isToCome(reason: string): boolean {
  return reason === reasonToCome || reason === '...';
}
