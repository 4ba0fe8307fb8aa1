import * as l10n from '@vscode/l10n';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';

import { writeName } from '../language/quote';
import { builtInResources, undisclosed } from '../language/schema';
import type { Project } from '../project/project';
import { nameAt, rangeIn, type Cursor } from './locations';
import { placesOf } from './references';
import { Refused } from './refused';

/** Why a name cannot be given, in a sentence for the user. */
export class RenameRefused extends Refused {}

/** The name that would be renamed at the cursor, without its quotes; undefined where there is none. */
export function prepareRename(cursor: Cursor): { range: Range; placeholder: string } | undefined {
  const name = nameAt(cursor);
  if (!name || cursor.project.declarationsOf(name.name).length === 0) return undefined;
  return { range: rangeIn(cursor.document, cursor.index, name.span), placeholder: name.name };
}

/**
 * The edits that give the declaration under the cursor another name in all files of its project. A name that is no
 * single word is put in quotes.
 *
 * @throws RenameRefused where the new name is empty, reserved or taken
 */
export function renameAt(cursor: Cursor, wanted: string): WorkspaceEdit | undefined {
  const name = nameAt(cursor);
  const { project } = cursor;
  if (!name || project.declarationsOf(name.name).length === 0) return undefined;
  return renamed(project, name.name, unquoted(wanted.trim()));
}

/**
 * The edits that give a name another one wherever it is declared or mentioned.
 *
 * @throws RenameRefused where the new name is empty, reserved or taken
 */
export function renamed(project: Project, name: string, newName: string): WorkspaceEdit {
  if (newName === name) return { changes: {} };
  if (newName === '' || /[\r\n]/.test(newName)) {
    throw new RenameRefused(l10n.t('A name is a word or a text on one line.'));
  }
  if (newName === undisclosed || Object.hasOwn(builtInResources, newName)) {
    throw new RenameRefused(
      l10n.t('“{0}” has a meaning of its own in the language. Choose another name.', newName),
    );
  }
  const [taken] = project.declarationsOf(newName);
  if (taken) {
    throw new RenameRefused(l10n.t('“{0}” is taken ({1}). Choose another name.', newName, taken.kind));
  }
  const newText = writeName(newName);
  const changes: Record<string, TextEdit[]> = {};
  for (const { uri, range } of placesOf(project, name, true)) (changes[uri] ??= []).push({ range, newText });
  return { changes };
}

/** A name as it is meant, where it was typed as it is written in a file. */
function unquoted(name: string): string {
  return /^"(?:[^"\\]|\\.)*"$/s.test(name) ? name.slice(1, -1).replace(/\\(["\\])/g, '$1') : name;
}
