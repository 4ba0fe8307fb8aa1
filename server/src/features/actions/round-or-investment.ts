import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { takesProperty, type KindName } from '../../language/schema';
import { factsOf, type Declaration } from '../../model/declaration';
import { Change } from './change';
import { holds } from './place';
import type { Refactoring } from './refactoring';

/**
 * An investment that has a lead or says which series it is as the round that it most likely is, and a round that has
 * neither as an investment; where the other kind takes all that is said. The sums stay, as both bring capital to whom
 * they go.
 */
export const roundOrInvestment: Refactoring = {
  id: 'round-or-investment',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  offers: ({ declaration, node, span, project, uri, index }) => {
    const other = otherKind(declaration);
    if (!other || !holds(node.keyword, span)) return [];
    if (declaration.facts.some(({ name }) => !takesProperty(other, name))) return [];
    const { start, end } = node.keyword;
    return [
      {
        title: other === 'round' ? l10n.t('Make it a round') : l10n.t('Make it an investment'),
        change: () => new Change(project).rewrite(uri, index, [{ start, end, text: other }]),
      },
    ];
  },
};

function otherKind(deal: Declaration): KindName | undefined {
  const isRound = deal.states('lead') || factsOf(deal, 'type').some(({ values }) => values.some(isSeries));
  if (deal.kind === 'investment') return isRound ? 'round' : undefined;
  return deal.kind === 'round' && !isRound ? 'investment' : undefined;
}

function isSeries({ node }: { readonly node: { readonly text: string } }): boolean {
  return /^(?:pre-)?seed$|^series-/i.test(node.text);
}
