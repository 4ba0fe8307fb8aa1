import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { takesProperty } from '../../language/schema';
import { findModifier } from '../../language/tree';
import { factsOf } from '../../model/declaration';
import { amountIn } from '../../model/money-line';
import { propertiesAfter } from '../../project/edits';
import { minorDigitsOf } from '../../values/currency';
import { formatMoney, type Amount } from '../../values/money';
import { exact, isExact } from '../../values/range';
import { Change } from './change';
import { factAt, isOnHeader } from './place';
import type { Refactoring } from './refactoring';

/** Stands where a date is to be written. It is none, so that a check asks for it where nobody fills it in. */
const dateToCome = 'YYYY-MM-DD';

/**
 * Two tranches of half of a deal's exact amount each; what does not divide goes to the last one. The amount stays. The
 * dates are the user's to say, and are left out where the client cannot ask for them.
 */
export const splitTranches: Refactoring = {
  id: 'split-tranches',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  offers: (place) => {
    const { declaration, project, uri, index, item, client } = place;
    if (!takesProperty(declaration.kind, 'tranche') || declaration.states('tranche')) return [];
    const [amount, another] = factsOf(declaration, 'amount');
    if (!amount || another || !(isOnHeader(place) || factAt(place)?.name === 'amount')) return [];
    const halves = halvesOf(amountIn(amount.money));
    if (!halves) return [];
    const when = client.snippetEdits ? ` on ${dateToCome}` : '';
    const lines = halves.map((half) => `tranche ${half}${when}`);
    const [first, last] = halves;
    return [
      {
        title:
          first === last
            ? l10n.t('Split into two tranches of {0}', first)
            : l10n.t('Split into tranches of {0} and {1}', first, last),
        change: () =>
          new Change(project).rewrite(
            uri,
            index,
            [propertiesAfter(item, amount.node, lines)],
            client.snippetEdits
              ? ({ body }) =>
                  (body?.properties ?? []).flatMap((property) =>
                    property.key.text === 'tranche' ? (findModifier(property, 'on')?.values ?? []) : [],
                  )
              : undefined,
          ),
      },
    ];
  },
};

/** Two halves of an exact amount that can be paid; undefined where there are none. */
function halvesOf(money: Amount | undefined): readonly [string, string] | undefined {
  const whole = money?.range.min;
  if (!money || !whole || !isExact(money.range) || money.currency === '') return undefined;
  const roundDown = 0;
  const half = whole.div(2).round(minorDigitsOf(money.currency), roundDown);
  if (half.lte(0)) return undefined;
  const write = (value: typeof half) => formatMoney({ ...money, range: exact(value) });
  return [write(half), write(whole.minus(half))];
}
