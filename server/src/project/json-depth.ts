import { createScanner, SyntaxKind } from 'jsonc-parser';

/** Nobody nests settings or records so deep, and what reads them goes as deep into itself. */
export const deepestJson = 200;

/** Whether brackets and braces of a text are nested deeper than anything that is read here. */
export function isTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) depth++;
    else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) depth--;
    if (depth > deepestJson) return true;
  }
  return false;
}
