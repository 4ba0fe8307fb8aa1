import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../language/tree';
import { nameSpan, type Declaration } from '../model/declaration';
import { mentionSpan, nameAt, rangeIn, type Cursor } from './locations';

/** Places that hold the same text, as the protocol has them. */
export interface LinkedEditingRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/** More places are left to rename: they are asked for whenever the cursor moves. */
const mostPlaces = 500;

/** What can be typed in a name without quotes, and in one with them. JavaScript without flags, as clients read it. */
const bareName = '[A-Za-z_\\u00aa-\\uffff][\\w\\u00aa-\\uffff-]*';
const quotedName = '[^"\\\\\\r\\n]+';

/**
 * The places that change together while the name of a declaration is typed over: it and all that mention it, where
 * nothing else declares it, all of them stand in this document, and all are written alike. Only at the declaration
 * itself: who types at a mention means another party. Undefined where they cannot be kept in step; rename does all else.
 */
export function linkedEditingAt(cursor: Cursor): LinkedEditingRanges | undefined {
  const { project, uri, document } = cursor;
  const name = nameAt(cursor);
  if (!name || name.mention || project.declarationsOf(name.name).length !== 1) return undefined;
  const places: { readonly declaration: Declaration; readonly span: Span }[] = [
    { declaration: name.declaration, span: nameSpan(name.declaration) },
  ];
  for (const { declaration, mention } of project.mentionsOf(name.name)) {
    if (places.length === mostPlaces || project.uriOf(declaration.item) !== uri) return undefined;
    places.push({ declaration, span: mentionSpan(mention) });
  }
  const written = textAt(name.declaration, name.span);
  const isQuoted = written.startsWith('"');
  if (places.length === 1 || written.includes('\\')) return undefined;
  if (places.some(({ declaration, span }) => textAt(declaration, span) !== written)) return undefined;
  const quotes = isQuoted ? 1 : 0;
  return {
    ranges: places.map(({ declaration, span }) =>
      rangeIn(document, document.indexOf(declaration.item), {
        start: span.start + quotes,
        end: span.end - quotes,
      }),
    ),
    wordPattern: isQuoted ? quotedName : bareName,
  };
}

function textAt({ item }: Declaration, { start, end }: Span): string {
  return item.text.slice(start, end);
}
