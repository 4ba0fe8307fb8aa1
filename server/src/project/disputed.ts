import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { moneyDisputesOf } from '../model/claim';
import type { Corpus } from '../model/corpus';
import { isUndisclosed, nameSpan, type Declaration } from '../model/declaration';
import type { PlacedFound } from './check';

/**
 * A finding that quotes what the money of some deals comes to, with who disputes it behind: all of it, or in part where
 * nobody disputes some of the deals. As it is where nobody disputes any.
 */
export function withDisputes(corpus: Corpus, deals: Iterable<Declaration>, found: PlacedFound): PlacedFound {
  const distinct = [...new Set(deals)];
  const disputes = distinct.map((deal) => moneyDisputesOf(corpus, deal));
  const claims = [...new Set(disputes.flat())].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (claims.length === 0) return found;
  const who = namesOf(corpus, claims);
  return {
    ...found,
    message: disputes.every((own) => own.length > 0)
      ? l10n.t('{0} Disputed by {1}.', found.message, who)
      : l10n.t('{0} In part disputed by {1}.', found.message, who),
    related: [
      ...(found.related ?? []),
      ...claims.map((claim) => ({
        declaration: claim,
        span: nameSpan(claim),
        message: l10n.t('disputed here'),
      })),
    ],
  };
}

/** Who makes some claims, each once. */
function namesOf(corpus: Corpus, claims: readonly Declaration[]): string {
  const known = claims.flatMap(({ sides }) => sides.left).filter((node) => node.text.trim() !== '');
  const titles = known.map((node) =>
    isUndisclosed(node)
      ? l10n.t('undisclosed parties')
      : (corpus.find(node.text)?.title ?? excerpt(node.text)),
  );
  return [...new Set(titles)].sort().join(', ') || l10n.t('a party not named');
}
