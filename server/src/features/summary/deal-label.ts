import * as l10n from '@vscode/l10n';
import type { Corpus } from '../../model/corpus';
import type { Declaration } from '../../model/declaration';
import { titleOf } from './names';

/** What a deal is called in a row, a card or a picture: its display name where it has one, else who gives to whom. */
export function dealLabel(corpus: Corpus, deal: Declaration): string {
  if (deal.hasDisplayName || deal.kind === 'venture' || deal.kind === 'project') return deal.title;
  const side = (names: readonly string[]) =>
    names.map((name) => titleOf(corpus, name)).join(', ') || l10n.t('undisclosed');
  const { operator, left, right } = deal;
  if (operator === undefined && left.length === 0) return deal.title;
  return `${side(left)} ${operator === '<->' ? '↔' : '→'} ${side(right)}`;
}
