import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { takesProperty } from '../../language/schema';
import { sumOf } from '../../model/deal';
import { factsOf, type Fact } from '../../model/declaration';
import { formsIn } from '../../model/money-line';
import { propertiesAfter, propertyOnTop } from '../../project/edits';
import { formatMoney } from '../../values/money';
import { Change } from './change';
import { factAt, isOnHeader, type Place } from './place';
import type { Refactoring } from './refactoring';

/**
 * The amount that a deal's tranches come to, where it states none: with their bounds, and in their form where they are all
 * of one. It says of the deal what its tranches said before.
 */
export const sumTranches: Refactoring = {
  id: 'sum-tranches',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  offers: (place) => {
    const { declaration } = place;
    if (!takesProperty(declaration.kind, 'amount') || declaration.states('amount')) return [];
    const tranches = factsOf(declaration, 'tranche');
    if (!isOnHeader(place) && factAt(place)?.name !== 'tranche') return [];
    const amount = amountOf(tranches);
    if (amount === undefined) return [];
    return [
      {
        title: l10n.t('Add “{0}”, the sum of the tranches', amount),
        change: () => withAmount(place, tranches, amount),
      },
    ];
  },
};

function amountOf(tranches: readonly Fact[]): string | undefined {
  const cannotBeAdded = ({ money }: Fact) => !money || money.per || money.range.undisclosed;
  if (tranches.length === 0 || tranches.some(cannotBeAdded)) return undefined;
  const [sum, another] = sumOf(tranches).totals;
  const [forms, ...others] = new Set(tranches.map((tranche) => formsIn(tranche).join(' ')));
  if (!sum || another || forms === undefined || others.length > 0) return undefined;
  return ['amount', formatMoney({ currency: sum.currency, range: sum.range }), forms]
    .filter(Boolean)
    .join(' ');
}

function withAmount(
  { project, uri, index, item, node: { body } }: Place,
  [first]: readonly Fact[],
  amount: string,
): Change | undefined {
  if (!body || !first) return undefined;
  const before = body.properties.findLast(({ end }) => end <= first.node.start);
  const edit = before ? propertiesAfter(item, before, [amount]) : propertyOnTop(item, body, amount);
  return edit && new Change(project).rewrite(uri, index, [edit]);
}
