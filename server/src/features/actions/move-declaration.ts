import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { DealDocument } from '../../language/document';
import { excerpt } from '../../language/excerpt';
import { kinds } from '../../language/schema';
import { Change } from './change';
import { homeFor, isKept, type Home } from '../home';
import { isOnHeader, type Place } from './place';
import type { Refactoring } from './refactoring';
import { appended } from './rewritten';
import { unitOf, unitRemoval } from './unit';

/**
 * A party or a source moved, with the comments that belong to it, to the file where the project keeps such declarations:
 * the one that is mostly made of them, else `parties.deal` or `sources.deal` beside this file, which is made where it is
 * not there. Nothing else changes, since all files of a project share their names.
 */
export const moveDeclaration: Refactoring = {
  id: 'move-declaration',
  kind: CodeActionKind.RefactorExtract,
  scope: 'declaration',
  offers: (place) => {
    const { declaration, project, uri, client, isWhole } = place;
    const { group } = kinds[declaration.kind];
    if (!isKept(group) || !isOnHeader(place)) return [];
    const home = homeFor(project, group, uri);
    // A file that is not read yet is not made anew.
    if (home.uri === uri || (home.isNew && !(client.createsFiles && isWhole && isOnDisk(uri)))) return [];
    return [
      {
        title: l10n.t('Move “{0}” to {1}', excerpt(declaration.name), home.name),
        change: () => moved(place, home),
      },
    ];
  },
};

/** Whether a file can have another one beside it; a document that was never saved has none. */
function isOnDisk(uri: string): boolean {
  return uri.includes('/') && !uri.startsWith('untitled:');
}

function moved({ project, document, uri, index, item }: Place, home: Home): Change | undefined {
  const unit = unitOf(document, index);
  if (!unit) return undefined;
  const text = item.text.slice(unit.start, unit.end);
  const change = new Change(project).replace(uri, unitRemoval(document, index, unit));
  if (!home.isNew) return change.append(home.uri, text);
  const alone = appended(DealDocument.parse(''), text);
  return alone === undefined ? undefined : change.create(home.uri, alone);
}
