import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import { TokenKind } from '../language/lexer';
import { tokensOf, type Token } from '../language/tokens';
import type { Item } from '../language/item';
import { lineIn } from './item-places';

const regionStart = /^\/\/\s*#region\b/;
const regionEnd = /^\/\/\s*#endregion\b/;

/** What there is to fold in an item; lines count from its first. */
interface Folds {
  readonly ranges: readonly FoldingRange[];
  readonly markers: readonly { readonly line: number; readonly opens: boolean }[];
}

/** The folds of the items of a document: an unchanged item keeps its identity, and with it its folds. */
export type KnownFolds = WeakMap<Item, Folds>;

/**
 * What can be folded away: blocks, long comments, texts over several lines, and regions between markers.
 *
 * @param known what was found in the document before, which takes in what is found now
 */
export function foldingRangesOf(document: DealDocument, known: KnownFolds = new WeakMap()): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const openRegions: number[] = [];
  let line = 0;
  for (const item of document.items) {
    const folds = foldsOf(item, known);
    for (const range of folds.ranges) {
      ranges.push({ ...range, startLine: range.startLine + line, endLine: range.endLine + line });
    }
    for (const marker of folds.markers) {
      const endLine = line + marker.line;
      if (marker.opens) openRegions.push(endLine);
      else {
        const startLine = openRegions.pop();
        if (startLine !== undefined) ranges.push({ startLine, endLine, kind: FoldingRangeKind.Region });
      }
    }
    line += item.lineBreaks;
  }
  return ranges.sort((a, b) => a.startLine - b.startLine);
}

function foldsOf(item: Item, known: KnownFolds): Folds {
  let folds = known.get(item);
  if (!folds) {
    const tokens = tokensOf(item);
    const ranges = [
      ...blocksOf(item),
      ...tokens.flatMap((token) => textOf(item, token)),
      ...commentRunsOf(item, tokens),
    ];
    folds = {
      ranges: ranges.filter(({ startLine, endLine }) => endLine > startLine),
      markers: regionMarkersOf(item, tokens),
    };
    known.set(item, folds);
  }
  return folds;
}

function blocksOf(item: Item): FoldingRange[] {
  const body = item.declaration?.body;
  if (!body?.open) return [];
  // The line of the closing brace stays in sight.
  const endLine = body.close ? lineIn(item, body.close.start) - 1 : lineIn(item, body.end - 1);
  return [{ startLine: lineIn(item, body.open.start), endLine }];
}

/** A comment or text that is one token. */
function textOf(item: Item, { kind, start, end }: Token): FoldingRange[] {
  const lines = { startLine: lineIn(item, start), endLine: lineIn(item, end - 1) };
  if (kind === TokenKind.BlockComment) return [{ ...lines, kind: FoldingRangeKind.Comment }];
  return kind === TokenKind.BlockString ? [lines] : [];
}

/** Lines with nothing but a comment, one below the other. */
function commentRunsOf(item: Item, tokens: readonly Token[]): FoldingRange[] {
  const runs: { kind: TokenKind; startLine: number; endLine: number }[] = [];
  for (const token of tokens) {
    const { kind } = token;
    if (kind !== TokenKind.LineComment && kind !== TokenKind.DocComment) continue;
    if (!standsAlone(item, token) || isRegionMarker(item, token)) continue;
    const line = lineIn(item, token.start);
    const last = runs.at(-1);
    if (last && last.kind === kind && last.endLine === line - 1) last.endLine = line;
    else runs.push({ kind, startLine: line, endLine: line });
  }
  return runs.map(({ startLine, endLine }) => ({ startLine, endLine, kind: FoldingRangeKind.Comment }));
}

/** The comments of an item that open and close regions, each on a line of its own. */
export function regionMarkersOf(item: Item, tokens: readonly Token[] = tokensOf(item)): Folds['markers'] {
  return tokens
    .filter((token) => isRegionMarker(item, token) && standsAlone(item, token))
    .map((token) => ({
      line: lineIn(item, token.start),
      opens: regionStart.test(item.text.slice(token.start, token.end)),
    }));
}

/** Whether a comment opens or closes a region. */
export function isRegionMarker(item: Item, token: Token): boolean {
  if (token.kind !== TokenKind.LineComment) return false;
  const text = item.text.slice(token.start, token.end);
  return regionStart.test(text) || regionEnd.test(text);
}

/** Whether nothing but blanks stands before a comment on its line. */
function standsAlone(item: Item, { start }: Token): boolean {
  const line = lineIn(item, start);
  return item.text.slice(line > 0 ? item.lineStarts[line - 1] : 0, start).trim() === '';
}
