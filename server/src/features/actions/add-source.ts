import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { properties } from '../../language/schema';
import { modifierAfter } from '../../project/edits';
import { formatDay } from '../../values/day';
import { citing, freeName } from './cited';
import { factAt } from './place';
import type { Refactoring } from './refactoring';

/**
 * A new source for a line that cites none, declared where the project keeps sources as read today. Its name is one to be
 * changed by renaming it, which changes both places.
 */
export const addSource: Refactoring = {
  id: 'add-source',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  offers: (place) => {
    const { project, today, index } = place;
    const fact = factAt(place);
    if (!fact || fact.sources.length > 0 || fact.name === 'per') return [];
    if (!properties[fact.name].modifiers.includes('per')) return [];
    const name = freeName(project, 'new-source');
    const source = `source ${name} { retrieved ${formatDay(today)} }`;
    const edits = [modifierAfter(fact.node, `per ${name}`)];
    return [
      {
        title: l10n.t('Add a source that was read today ({0})', formatDay(today)),
        change: () => citing(place, [{ index, edits }], source),
      },
    ];
  },
};
