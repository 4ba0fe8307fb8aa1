import { Range, type TextDocumentShowOptions, Uri } from 'vscode';
import type { Location } from 'vscode-languageserver-types';

/** The arguments with which `vscode.open` shows a place and selects it. */
export function openArguments({ uri, range: { start, end } }: Location): [Uri, TextDocumentShowOptions] {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return [Uri.parse(uri), { selection }];
}

/** Whether two rows stand for the same declaration: its name starts at one place. Rows without a place stand alone. */
export function sameStart(one: Location | undefined, other: Location | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const { start } = one.range;
  return (
    one.uri === other.uri &&
    start.line === other.range.start.line &&
    start.character === other.range.start.character
  );
}
