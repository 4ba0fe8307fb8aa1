import type { Declaration } from './declaration';

/** What a declaration cites: the name of a source, or an address. */
export interface Citation {
  readonly type: 'name' | 'url';
  readonly text: string;
}

/** The distinct sources that a declaration cites, on any line of it, in the order in which they stand. */
export function citedSources(declaration: Declaration): Citation[] {
  const cited = new Map<string, Citation>();
  for (const fact of declaration.facts) {
    const own = fact.name === 'per' ? fact.values.map((value) => value.node) : [];
    for (const node of [...own, ...fact.sources]) {
      if (node.type === 'name' || node.type === 'url')
        cited.set(node.text, { type: node.type, text: node.text });
    }
  }
  return [...cited.values()];
}
