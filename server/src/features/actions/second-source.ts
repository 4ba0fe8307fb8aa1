import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { findModifier, type Span } from '../../language/tree';
import { factOf } from '../../model/declaration';
import { formatDay } from '../../values/day';
import { freeName } from '../free-name';
import { citing } from './cited';
import { factAt, type Place } from './place';
import type { Refactoring } from './refactoring';

/** A new source beside the only one that a large figure has, declared as read today: see `addSource`. */
export const secondSource: Refactoring = {
  id: 'second-source',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  mends: ['single-source'],
  isFixOnly: true,
  offers: (place) => {
    const { project, today, index, isWhole } = place;
    const only = onlyCitation(place);
    // Whether a name is free is known where all files are read.
    if (!only || !isWhole) return [];
    const name = freeName(project, 'new-source');
    const source = `source ${name} { retrieved ${formatDay(today)} }`;
    const edits = [{ start: only.end, end: only.end, text: `, ${name}` }];
    return [
      {
        title: l10n.t('Add a second source that was read today ({0})', formatDay(today)),
        change: () => citing(place, [{ index, edits }], source),
      },
    ];
  },
};

/** What a line cites, else what its declaration does. */
function onlyCitation(place: Place): Span | undefined {
  const fact = factAt(place);
  if (!fact) return undefined;
  const own = findModifier(fact.node, 'per') ?? factOf(place.declaration, 'per')?.node;
  return own?.values.at(-1);
}
