import type { PropertyName } from '../language/schema';
import type { Corpus } from './corpus';
import { dateOf, type Declaration } from './declaration';

/** The properties that a deal's money is read from: whoever disputes one of them disputes it. */
export const moneyProperties = [
  'amount',
  'budget',
  'tranche',
  'paid',
] as const satisfies readonly PropertyName[];

/** The claims that dispute or deny a declaration, or one property of it where `property` is given, by the corpus' day. */
export function disputesOf(corpus: Corpus, name: string, property?: string): Declaration[] {
  const disputes = new Set<Declaration>();
  for (const { declaration, mention } of corpus.mentionsOf(name)) {
    if (declaration.kind !== 'claim' || mention.role !== 'right' || !isMade(corpus, declaration)) continue;
    const verb = declaration.operator;
    if (verb !== 'disputes' && verb !== 'denies') continue;
    if (property === undefined || mention.path?.text === property) disputes.add(declaration);
  }
  return [...disputes];
}

/**
 * The claims that dispute or deny a deal, or its money, by the corpus' day, by name. Of what is declared twice under one
 * name the first counts.
 */
export function moneyDisputesOf(corpus: Corpus, deal: Declaration): Declaration[] {
  return disputesOf(corpus, deal.name)
    .filter(
      (claim) =>
        corpus.find(claim.name) === claim &&
        claim.mentions.some(
          ({ role, name, path }) =>
            role === 'right' &&
            name === deal.name &&
            (!path || moneyProperties.some((property) => property === path.text)),
        ),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** All claims about a declaration or one of its properties by the corpus' day. */
export function claimsAbout(corpus: Corpus, name: string): Declaration[] {
  const claims = new Set<Declaration>();
  for (const { declaration, mention } of corpus.mentionsOf(name)) {
    const concerns = mention.role === 'right' || mention.role === 'about';
    if (declaration.kind === 'claim' && concerns && isMade(corpus, declaration)) claims.add(declaration);
  }
  return [...claims];
}

/** Whether a claim has been made by the corpus' day, as far as it can have been. */
function isMade(corpus: Corpus, claim: Declaration): boolean {
  const on = dateOf(claim, 'on');
  return !on || on.earliest <= corpus.asOf;
}
