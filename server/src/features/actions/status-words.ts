import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { excerpt } from '../../language/excerpt';
import { factsOf, type Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import { Change } from './change';
import { factAt, type FilePlace, type Place } from './place';
import type { Offer, Refactoring } from './refactoring';
import type { TextEdit } from './rewritten';

/**
 * The status words of other tools, such as “Completed”, as the language's own. They mean the same, so nothing is found
 * wrong with them, and nothing changes them on saving: somebody may paste from such a tool again and again.
 */
export const statusWords: Refactoring = {
  id: 'status-words',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  offers: (place) => {
    const fact = factAt(place);
    const [value] = fact?.values ?? [];
    if (value?.type !== 'choice' || !value.status || value.word === value.status) return [];
    const { word, status } = value;
    return [
      {
        title: l10n.t('Write “{0}” as “{1}”', excerpt(word), status),
        change: () => rewritings(place, [place.index]),
      },
      ...inWholeFile(place),
    ];
  },
};

function inWholeFile(place: Place): Offer[] {
  const { document } = place;
  const indices: number[] = [];
  document.items.forEach((item, index) => {
    const declaration = item.isSound ? interpret(item) : undefined;
    if (declaration && wordsIn(declaration).length > 0) indices.push(index);
  });
  if (indices.length < 2) return [];
  return [
    {
      title: l10n.t('Write all status words of the file in the language’s own'),
      change: () => rewritings(place, indices),
    },
  ];
}

function rewritings({ project, document, uri }: FilePlace, indices: readonly number[]): Change | undefined {
  const change = new Change(project);
  for (const index of indices) {
    const item = document.item(index);
    const declaration = item && interpret(item);
    if (!declaration || !change.rewrite(uri, index, wordsIn(declaration))) return undefined;
  }
  return change;
}

/** Status words that stand for others, each as the one that it stands for. */
function wordsIn(declaration: Declaration): TextEdit[] {
  return factsOf(declaration, 'status').flatMap(({ values: [value] }): TextEdit[] => {
    if (value?.type !== 'choice' || !value.status || value.word === value.status) return [];
    const { start, nameEnd: end } = value.node;
    return [{ start, end, text: value.status }];
  });
}
