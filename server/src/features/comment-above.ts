import type { DealDocument } from '../language/document';
import { TokenKind } from '../language/lexer';
import { isComment, tokensOf } from '../language/tokens';
import { lineBreakOf } from '../project/edits';
import { ignoreComment } from '../project/ignores';

/** A comment that is to be written for an item. */
export interface CommentPlace {
  /** Where it goes; an offset in the item. */
  readonly at: number;
  /** The comment with the given reason, and what parts it from what follows. */
  readonly write: (reason: string) => string;
}

/**
 * The place for a comment that silences a check for an item: on a line of its own above the declaration, or above what
 * documents it; where something else stands in front of it on the line, in between.
 */
export function commentAbove(document: DealDocument, index: number, code: string): CommentPlace {
  const item = document.item(index)!;
  const { text } = item;
  const tokens = tokensOf(item);
  const isBlank = (kind: TokenKind) => kind === TokenKind.Whitespace || kind === TokenKind.Newline;
  let first = tokens.findIndex(({ kind }) => !isComment(kind) && !isBlank(kind));
  if (first < 0) first = tokens.findIndex(({ kind }) => !isBlank(kind));
  // What documents it stands right above it.
  let start = tokens[first]?.start ?? 0;
  for (let at = first - 1, breaks = 0; at >= 0; at--) {
    const { kind, start: own } = tokens[at]!;
    if (kind === TokenKind.Newline) breaks++;
    else if (kind === TokenKind.DocComment) {
      start = own;
      breaks = 0;
    } else if (!isBlank(kind)) break;
    if (breaks > 1) break;
  }
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const indent = text.slice(lineStart, start);
  if (indent.trim() !== '' || (lineStart === 0 && !startsLine(document, index))) {
    return { at: start, write: (reason) => `/* ${ignoreComment(code, reason).slice(3)} */ ` };
  }
  const lineBreak = lineBreakOf(text + (document.item(index - 1)?.text ?? ''));
  return { at: lineStart, write: (reason) => indent + ignoreComment(code, reason) + lineBreak };
}

/** Whether an item starts with a line. */
export function startsLine(document: DealDocument, index: number): boolean {
  const before = document.item(index - 1)?.text;
  return before === undefined || /[\r\n]$/.test(before);
}
