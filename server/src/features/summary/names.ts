import * as l10n from '@vscode/l10n';
import { excerpt } from '../../language/excerpt';
import { kinds, type KindName } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import type { NameNode } from '../../language/tree';
import { isUndisclosed, type Declaration, type Fact } from '../../model/declaration';

/** What a name is called in prose: the display name of its declaration, else the name itself. */
export function titleOf(corpus: Corpus, name: string): string {
  return corpus.find(name)?.title ?? excerpt(name);
}

/** Names in a sentence: `A, B and C`, the last ones counted where there are more than `most`; blank ones are none. */
export function enumerate(all: readonly string[], most = 4): string {
  const names = all.filter((name) => name.trim() !== '');
  if (names.length === 0) return '';
  if (names.length === 1) return names[0]!;
  if (names.length > most) {
    return l10n.t('{0} and {1} more', names.slice(0, most - 1).join(', '), names.length - most + 1);
  }
  return l10n.t('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1)!);
}

/** The parties on one side of a declaration, in a sentence; nobody named and somebody undisclosed are said so. */
export function partiesOf(corpus: Corpus, declaration: Declaration, side: 'left' | 'right'): string {
  return partyNames(corpus, declaration.sides[side]) || l10n.t('a party not named');
}

/** The parties that some facts of a declaration refer to, in a sentence; empty where there are none. */
export function partiesIn(corpus: Corpus, facts: readonly Fact[]): string {
  return partyNames(
    corpus,
    facts.flatMap((fact) => fact.values.flatMap((value) => (value.type === 'reference' ? [value.node] : []))),
  );
}

/** Parties in a sentence, each once, those who are undisclosed together at the end. */
export function partyNames(corpus: Corpus, nodes: readonly NameNode[], most?: number): string {
  const titles = nodes.filter((node) => !isUndisclosed(node)).map((node) => titleOf(corpus, node.text));
  const undisclosed = nodes.some(isUndisclosed) ? [l10n.t('undisclosed parties')] : [];
  return enumerate([...new Set([...titles, ...undisclosed])], most);
}

/** The first ones of a long list, and how many more there are; blank ones are none. */
export function shortened(all: readonly string[], separator: string, most = 6): string {
  const parts = all.filter((part) => part.trim() !== '');
  return shortenedBy(parts, (part) => part, separator, most);
}

/** The first ones of a long list, put into words that are not blank, and how many more there are. */
export function shortenedBy<T>(
  all: readonly T[],
  inWords: (one: T) => string,
  separator: string,
  most = 6,
): string {
  const shown = all.slice(0, most).map(inWords);
  if (all.length > most) shown.push(l10n.t('{0} more', all.length - most));
  return shown.join(separator);
}

/** A kind in prose. */
export function kindLabel(kind: KindName): string {
  return kind === 'fx' ? l10n.t('exchange rate') : kind === 'supply' ? l10n.t('supply contract') : kind;
}

/** The plural of a kind for headings. */
export function kindHeading(kind: KindName): string {
  return l10n.t(kinds[kind].plural);
}
