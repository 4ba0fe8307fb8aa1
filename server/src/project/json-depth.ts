import { createScanner } from 'jsonc-parser';

/** Nobody nests settings or records so deep, and what reads them goes as deep into itself. */
export const deepestJson = 200;

/** The line, from 1, in which a JSON text is nested deeper than so many levels; undefined where it is nowhere. */
export function lineNestedDeeper(text: string, most: number): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const sign = text.charAt(scanner.getTokenOffset());
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (depth > most) return scanner.getTokenStartLine() + 1;
  }
  return undefined;
}
