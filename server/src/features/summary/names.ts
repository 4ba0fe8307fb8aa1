import * as l10n from '@vscode/l10n';
import { kinds, type KindName } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import { isUndisclosed, type Declaration } from '../../model/declaration';

/** What a name is called in prose: the display name of its declaration, else the name itself. */
export function titleOf(corpus: Corpus, name: string): string {
  return corpus.find(name)?.title ?? name;
}

/** Names in a sentence: `A, B and C`, the last ones counted where there are more than `most`. */
export function enumerate(names: readonly string[], most = 4): string {
  if (names.length === 0) return '';
  if (names.length === 1) return names[0]!;
  if (names.length > most) {
    return l10n.t('{0} and {1} more', names.slice(0, most - 1).join(', '), names.length - most + 1);
  }
  return l10n.t('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1)!);
}

/** The parties on one side of a declaration, in a sentence; somebody undisclosed is said so. */
export function partiesOf(corpus: Corpus, declaration: Declaration, side: 'left' | 'right'): string {
  const nodes = declaration.node.relation?.[side] ?? [];
  return enumerate(
    nodes.map((node) => (isUndisclosed(node) ? l10n.t('undisclosed parties') : titleOf(corpus, node.text))),
  );
}

/** A kind in prose. */
export function kindLabel(kind: KindName): string {
  return kind === 'fx' ? l10n.t('exchange rate') : kind === 'supply' ? l10n.t('supply contract') : kind;
}

/** The plural of a kind for headings. */
export function kindHeading(kind: KindName): string {
  return kinds[kind].plural;
}
