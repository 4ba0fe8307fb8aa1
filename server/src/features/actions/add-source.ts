import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { kinds, properties } from '../../language/schema';
import { modifierAfter, propertiesAfter, propertyInto } from '../../project/edits';
import { formatDay } from '../../values/day';
import { freeName } from '../free-name';
import { citing } from './cited';
import { factAt, isOnHeader, type Place } from './place';
import type { Refactoring } from './refactoring';
import type { TextEdit } from './rewritten';

/**
 * A new source for a line that cites none, or for a declaration that wants one and cites none, declared where the
 * project keeps sources as read today. Its name is one to be changed by renaming it, which changes both places; whether
 * it is free is known where all files are read.
 */
export const addSource: Refactoring = {
  id: 'add-source',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  mends: ['no-source', 'closing-after-sources'],
  offers: (place) => {
    const { project, today, index, isWhole } = place;
    if (!isWhole) return [];
    const name = freeName(project, 'new-source');
    const edit = isOnHeader(place) ? ofDeclaration(place, `per ${name}`) : ofLine(place, `per ${name}`);
    if (!edit) return [];
    const source = `source ${name} { retrieved ${formatDay(today)} }`;
    const edits = [edit];
    return [
      {
        title: l10n.t('Add a source that was read today ({0})', formatDay(today)),
        change: () => citing(place, [{ index, edits }], source),
      },
    ];
  },
};

function ofLine(place: Place, citation: string): TextEdit | undefined {
  const fact = factAt(place);
  if (!fact || fact.sources.length > 0 || fact.name === 'per') return undefined;
  return properties[fact.name].modifiers.includes('per') ? modifierAfter(fact.node, citation) : undefined;
}

function ofDeclaration({ item, declaration, node }: Place, citation: string): TextEdit | undefined {
  const { kind, facts } = declaration;
  const cites = facts.some(({ name, sources }) => name === 'per' || sources.length > 0);
  if (!kinds[kind].wantsSource || cites) return undefined;
  const last = node.body?.properties.at(-1);
  return last ? propertiesAfter(item, last, [citation]) : propertyInto(item, node, citation);
}
