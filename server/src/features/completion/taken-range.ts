import type { Range } from 'vscode-languageserver-types';
import type { Context } from '../../language/context';
import { rangeIn, type Cursor } from '../locations';
import type { CompletionClient } from './completion';

/** What an item replaces: always the same, or as the user chooses. */
export type TakenRange = Range | { readonly insert: Range; readonly replace: Range };

/**
 * What an item at the cursor replaces: all of the word that is being written, or, where the user chooses so, what stands of
 * it before the cursor. A text in quotes is replaced as a whole either way, since what is taken brings its own.
 */
export function takenRange(
  { document, index, offset }: Cursor,
  { start, end, quoted }: Context,
  { replaces }: Pick<CompletionClient, 'replaces'>,
): TakenRange {
  const to = (at: number) => rangeIn(document, index, { start, end: at });
  if (quoted || end === offset) return to(end);
  if (replaces) return { insert: to(offset), replace: to(end) };
  // A word that one has begun is meant as a whole. One that the cursor only stands before may well stay.
  return to(start < offset ? end : offset);
}
