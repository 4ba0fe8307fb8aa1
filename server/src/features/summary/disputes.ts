import * as l10n from '@vscode/l10n';
import type { PropertyName } from '../../language/schema';
import { disputesOf, moneyProperties } from '../../model/claim';
import type { Corpus } from '../../model/corpus';
import type { Declaration } from '../../model/declaration';
import { enumerate, partyNames, titleOf } from './names';

/** Who disputes a declaration or one of the given properties of it, in prose. */
export function disputersOf(
  corpus: Corpus,
  declaration: Declaration,
  names: readonly PropertyName[],
): string | undefined {
  const claims = new Set(names.flatMap((name) => disputesOf(corpus, declaration.name, name)));
  for (const claim of disputesOf(corpus, declaration.name)) {
    if (claim.sides.right.some((node) => node.text === declaration.name && !node.path)) claims.add(claim);
  }
  return whoMakes(corpus, claims);
}

/** Says who disputes one property of a declaration, where somebody does; undefined for a declaration as a whole. */
export function disputedProperty(
  corpus: Corpus,
  declaration: Declaration,
  name: PropertyName,
): string | undefined {
  return disputedBy(whoMakes(corpus, new Set(disputesOf(corpus, declaration.name, name))));
}

function whoMakes(corpus: Corpus, claims: ReadonlySet<Declaration>): string | undefined {
  if (claims.size === 0) return undefined;
  const who = [...claims].flatMap((claim) => claim.sides.left);
  const sorted = who.sort((a, b) => (titleOf(corpus, a.text) < titleOf(corpus, b.text) ? -1 : 1));
  return partyNames(corpus, sorted) || l10n.t('a party not named');
}

/** Says who disputes a figure; undefined where nobody does. */
export function disputedBy(who: string | undefined): string | undefined {
  return who && l10n.t('disputed by {0}', who);
}

/** Says who disputes the money of a deal, or a declaration by a property of it; undefined where nobody does. */
export function disputedText(
  corpus: Corpus,
  declaration: Declaration,
  names: readonly PropertyName[] = moneyProperties,
): string | undefined {
  return disputedBy(disputersOf(corpus, declaration, names));
}

/** Says who disputes what a sum of deals is made of, all of it or a part; undefined where nobody does. */
export function disputedInSum(corpus: Corpus, deals: Iterable<Declaration>): string | undefined {
  const distinct = [...new Set(deals)];
  const disputers = distinct.flatMap((deal) => disputersOf(corpus, deal, moneyProperties) ?? []);
  return disputedInPart(disputers, disputers.length === distinct.length);
}

/** Says who disputes a sum. */
export function disputedInPart(disputers: readonly string[], isAll: boolean): string | undefined {
  const who = enumerate([...new Set(disputers)].sort());
  if (!who) return undefined;
  return isAll ? disputedBy(who) : l10n.t('in part disputed by {0}', who);
}

/** A text about figures with what is said of those who dispute them behind it. */
export function withDispute(text: string, disputed: string | undefined): string {
  return disputed ? l10n.t('{0}, {1}', text, disputed) : text;
}
