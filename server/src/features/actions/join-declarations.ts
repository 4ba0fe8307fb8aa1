import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { excerpt } from '../../language/excerpt';
import { kinds } from '../../language/schema';
import { Change } from './change';
import { conflictBetween, joining } from './joined-party';
import { isOnHeader } from './place';
import type { Refactoring } from './refactoring';

/**
 * A party that is declared twice under one name, made one: the first declaration takes what the other one says beside it.
 * Whoever mentions the name means the first already. It is refused where both say a thing differently that can be said
 * once.
 */
export const joinDeclarations: Refactoring = {
  id: 'join-declarations',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  mends: ['duplicate-name'],
  isCostly: true,
  offers: (place) => {
    const { declaration, project } = place;
    const { name, kind } = declaration;
    if (kinds[kind].group !== 'party' || !isOnHeader(place)) return [];
    const [first, second] = project.declarationsOf(name);
    if (!first || !second) return [];
    const isFirst = declaration === first;
    const gone = isFirst ? second : declaration;
    if (gone.kind !== first.kind || !first.item.isSound || !gone.item.isSound) return [];
    const conflict = conflictBetween(gone, first);
    return [
      {
        title: isFirst
          ? l10n.t('Bring the second “{0}” into this one', excerpt(name))
          : l10n.t('Bring this one into the first “{0}”', excerpt(name)),
        change: () => joining(new Change(project), project, gone, first),
        preferred: true,
        ...(conflict && {
          refused: l10n.t('Both state “{0}”, and differently. Decide on one first.', conflict.name),
        }),
      },
    ];
  },
};
