import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import { TokenKind } from '../language/lexer';
import { isComment, tokensOf, type Token } from '../language/tokens';
import type { Item } from '../language/tree';

const regionStart = /^\/\/\s*#region\b/;
const regionEnd = /^\/\/\s*#endregion\b/;

/** What can be folded away: blocks, long comments, texts over several lines, and regions between markers. */
export function foldingRangesOf(document: DealDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const openRegions: number[] = [];
  let line = 0;
  for (const item of document.items) {
    for (const range of partsOf(item)) ranges.push(shifted(range, line));
    for (const marker of regionMarkersOf(item)) {
      if (marker.opens) openRegions.push(line + marker.line);
      else {
        const startLine = openRegions.pop();
        if (startLine !== undefined) {
          ranges.push({ startLine, endLine: line + marker.line, kind: FoldingRangeKind.Region });
        }
      }
    }
    line += item.lineStarts.length;
  }
  return ranges
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine);
}

/** The ranges that lie within one item; lines count from the item's first. */
function partsOf(item: Item): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const body = item.declaration?.body;
  if (body?.close && body.open) {
    // The line of the closing brace stays visible.
    ranges.push({ startLine: lineIn(item, body.open.start), endLine: lineIn(item, body.close.start) - 1 });
  } else if (body?.open) {
    ranges.push({ startLine: lineIn(item, body.open.start), endLine: lineIn(item, body.end - 1) });
  }
  let run: { kind: TokenKind; startLine: number; endLine: number } | undefined;
  const closeRun = () => {
    if (run) ranges.push({ startLine: run.startLine, endLine: run.endLine, kind: FoldingRangeKind.Comment });
    run = undefined;
  };
  for (const token of tokensOf(item)) {
    const startLine = lineIn(item, token.start);
    if (token.kind === TokenKind.BlockComment) {
      ranges.push({ startLine, endLine: lineIn(item, token.end - 1), kind: FoldingRangeKind.Comment });
    } else if (token.kind === TokenKind.BlockString) {
      ranges.push({ startLine, endLine: lineIn(item, token.end - 1) });
    } else if (isComment(token.kind) && standsAlone(item, token) && !isMarker(item, token)) {
      if (run && run.kind === token.kind && run.endLine === startLine - 1) run.endLine = startLine;
      else {
        closeRun();
        run = { kind: token.kind, startLine, endLine: startLine };
      }
    }
  }
  closeRun();
  return ranges;
}

function regionMarkersOf(item: Item): { line: number; opens: boolean }[] {
  if (!item.text.includes('region')) return [];
  return tokensOf(item)
    .filter((token) => isMarker(item, token) && standsAlone(item, token))
    .map((token) => ({
      line: lineIn(item, token.start),
      opens: regionStart.test(item.text.slice(token.start, token.end)),
    }));
}

function isMarker(item: Item, token: Token): boolean {
  if (token.kind !== TokenKind.LineComment) return false;
  const text = item.text.slice(token.start, token.end);
  return regionStart.test(text) || regionEnd.test(text);
}

/** Whether nothing but blanks stands before a comment on its line. */
function standsAlone(item: Item, { start }: Token): boolean {
  const line = lineIn(item, start);
  return item.text.slice(line > 0 ? item.lineStarts[line - 1] : 0, start).trim() === '';
}

/** The line of an offset, counted from the item's first. */
function lineIn({ lineStarts }: Item, offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lineStarts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shifted(range: FoldingRange, lines: number): FoldingRange {
  return { ...range, startLine: range.startLine + lines, endLine: range.endLine + lines };
}
