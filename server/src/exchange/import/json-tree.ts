import { createScanner, type Node } from 'jsonc-parser';

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

/** What a tree of JSON holds. Each key is its own, `__proto__` too. */
export function valueOf({ type, children = [], value }: Node): unknown {
  if (type === 'array') return children.map(valueOf);
  if (type !== 'object') return value;
  const entries = children.flatMap(({ children: [key, held] = [] }) =>
    key && held ? [[String(key.value), valueOf(held)] as const] : [],
  );
  return Object.fromEntries(entries);
}
