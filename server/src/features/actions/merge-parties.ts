import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { excerpt } from '../../language/excerpt';
import { writeName } from '../../language/quote';
import { kinds } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import { nameKey, nameKeysOf } from '../../model/name-key';
import type { Project } from '../../project/project';
import { mentionSpan } from '../locations';
import { Change } from './change';
import { aliasesOf, conflictBetween, joining } from './joined-party';
import { factAt, isOnHeader } from './place';
import type { Refactoring } from './refactoring';
import type { TextEdit } from './rewritten';

/** So many parties that one may be are offered: a person chooses among them. */
const mostOffered = 3;

/**
 * A party that is another one, but for its spelling or under an alias of it: everybody who mentions it mentions the other
 * one, which takes what it does not say yet, the names as `aka`, and the comments; and its own declaration goes. It is
 * refused where both say a thing differently that can be said once, and where one declaration names both.
 */
export const mergeParties: Refactoring = {
  id: 'merge-parties',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  mends: ['near-duplicate-party', 'alias-clash'],
  isCostly: true,
  offers: (place) => {
    const { declaration: gone, project, isWhole } = place;
    // Where an alias is that of another party, the alias is pointed at.
    const isOnName = isOnHeader(place) || factAt(place)?.name === 'aka';
    if (kinds[gone.kind].group !== 'party' || !isOnName) return [];
    if (project.declarationsOf(gone.name).length !== 1) return [];
    return likelySame(project, gone).map((left) => {
      const refused = isWhole
        ? refusal(project, gone, left)
        : l10n.t(
            'Some files of this project are not read, and may mention the name. Wait, or read the rest first.',
          );
      return {
        title: l10n.t('Merge “{0}” into “{1}”', excerpt(gone.name), excerpt(left.name)),
        change: () => merged(project, gone, left),
        ...(refused !== undefined && { refused }),
      };
    });
  },
};

/** Parties of the same kind with a name, display name or alias in common. */
function likelySame(project: Project, party: Declaration): Declaration[] {
  const own = new Set([...nameKeysOf(party), ...aliasKeysOf(party)].filter((key) => key !== ''));
  const found: Declaration[] = [];
  for (const other of project.ofKind(party.kind)) {
    // Names are remembered, and most parties have no alias.
    const isLike =
      nameKeysOf(other).some((key) => own.has(key)) || aliasKeysOf(other).some((key) => own.has(key));
    if (isLike && other.name !== party.name && other.item.isSound) found.push(other);
  }
  return found
    .filter(({ name }) => project.declarationsOf(name).length === 1)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, mostOffered);
}

function aliasKeysOf(party: Declaration): string[] {
  return aliasesOf(party).map(nameKey);
}

/** Why two parties cannot become one, in a sentence; undefined where they can. */
function refusal(project: Project, gone: Declaration, left: Declaration): string | undefined {
  const names = new Set([gone.name, left.name]);
  if ([gone, left].some((party) => party.mentionedNames.some((name) => names.has(name)))) {
    return l10n.t('One of the two names the other.');
  }
  const naming = new Set([...project.mentionsOf(left.name)].map(({ declaration }) => declaration));
  for (const { declaration } of project.mentionsOf(gone.name)) {
    if (naming.has(declaration)) return l10n.t('“{0}” names both.', excerpt(declaration.name));
    if (!declaration.item.isSound) {
      return l10n.t('“{0}” cannot be read in full. Mend it first.', excerpt(declaration.name));
    }
  }
  const conflict = conflictBetween(gone, left);
  return conflict && l10n.t('Both state “{0}”, and differently. Decide on one first.', conflict.name);
}

function merged(project: Project, gone: Declaration, left: Declaration): Change | undefined {
  const change = new Change(project);
  for (const [declaration, edits] of renamings(project, gone, left)) {
    const { uri, document, index } = project.siteOf(declaration);
    const start = document.startOf(index);
    for (const edit of edits)
      change.replace(uri, { ...edit, start: start + edit.start, end: start + edit.end });
  }
  return joining(change, project, gone, left);
}

function renamings(project: Project, gone: Declaration, left: Declaration): Map<Declaration, TextEdit[]> {
  const found = new Map<Declaration, TextEdit[]>();
  for (const { declaration, mention } of project.mentionsOf(gone.name)) {
    const edit = { ...mentionSpan(mention), text: writeName(left.name) };
    const edits = found.get(declaration);
    if (edits) edits.push(edit);
    else found.set(declaration, [edit]);
  }
  return found;
}
