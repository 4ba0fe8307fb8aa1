import { kindNames, kinds, type KindName } from '../../language/schema';
import { TokenKind } from '../../language/lexer';
import type { Item } from '../../language/item';
import { isComment, tokensOf } from '../../language/tokens';
import { interpret } from '../../model/interpret';
import { someOf } from './numbered';
import type { Selection } from './selection';

/** What no format takes: comments, what cannot be read, and what is not asked for. */
export function droppedByAll({ project, declarations, outside }: Selection): string[] {
  const taken = new Set(declarations.map(({ item }) => item));
  let comments = 0;
  let unreadable = 0;
  for (const uri of project.uris) {
    for (const item of project.document(uri)?.items ?? []) {
      const isTaken = taken.has(item);
      if (!isTaken && interpret(item)) continue;
      comments += commentsIn(item, isTaken);
      if (!item.isSound || !isTaken) unreadable += unreadableLines(item, isTaken);
    }
  }
  return [
    ...someOf(comments, 'comment'),
    ...someOf(unreadable, 'line that cannot be read', 'lines that cannot be read'),
    ...someOf(outside, 'declaration outside of the ecosystem', 'declarations outside of the ecosystem'),
  ];
}

/** Declarations that have no place in a format, by kind. */
export function droppedKinds({ declarations }: Selection, hasPlace: (kind: KindName) => boolean): string[] {
  return kindNames.flatMap((kind) => {
    const count = hasPlace(kind) ? 0 : declarations.filter((each) => each.kind === kind).length;
    return someOf(count, kind === 'fx' ? 'exchange rate' : kind, kinds[kind].plural.toLowerCase());
  });
}

/** Documentation above a declaration is kept with it. */
function commentsIn(item: Item, isKept: boolean): number {
  if (!item.text.includes('/')) return 0;
  const header = isKept ? (item.declaration?.keyword.start ?? 0) : 0;
  return tokensOf(item).filter(
    ({ kind, start }) => isComment(kind) && !(kind === TokenKind.DocComment && start < header),
  ).length;
}

/** The lines of an item that hold a mistake of syntax; of an item that declares nothing, all that say anything. */
function unreadableLines(item: Item, isKept: boolean): number {
  const { lineStarts } = item;
  const lineOf = (offset: number) => lineStarts.findLastIndex((start) => start <= offset);
  const offsets = isKept
    ? item.problems.map(({ start }) => start)
    : tokensOf(item)
        .filter(({ kind }) => !isComment(kind) && !blank.has(kind))
        .map(({ start }) => start);
  return new Set(offsets.map(lineOf)).size;
}

const blank: ReadonlySet<TokenKind> = new Set([TokenKind.Whitespace, TokenKind.Newline, TokenKind.EndOfFile]);
