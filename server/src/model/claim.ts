import type { Corpus } from './corpus';
import type { Declaration } from './declaration';

/** The claims that dispute or deny a declaration, or one property of it where `property` is given. */
export function disputesOf(corpus: Corpus, name: string, property?: string): Declaration[] {
  const disputes = new Set<Declaration>();
  for (const { declaration, mention } of corpus.mentionsOf(name)) {
    if (declaration.kind !== 'claim' || mention.role !== 'right') continue;
    const verb = declaration.node.relation?.operator?.text;
    if (verb !== 'disputes' && verb !== 'denies') continue;
    if (property === undefined || mention.node.path?.text === property) disputes.add(declaration);
  }
  return [...disputes];
}

/** All claims about a declaration or one of its properties. */
export function claimsAbout(corpus: Corpus, name: string): Declaration[] {
  const claims = new Set<Declaration>();
  for (const { declaration, mention } of corpus.mentionsOf(name)) {
    if (declaration.kind === 'claim' && (mention.role === 'right' || mention.role === 'about'))
      claims.add(declaration);
  }
  return [...claims];
}
