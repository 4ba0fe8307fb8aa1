import * as l10n from '@vscode/l10n';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { quote } from '../../language/quote';
import type { Project } from '../../project/project';
import { locate } from '../locations';
import { Refused } from '../refused';
import { renamed } from '../rename';

/**
 * The edits that give what has a name another title: of a declaration with a display name that text alone, of others
 * the name itself wherever it stands, whether it is declared or only mentioned.
 *
 * @param isWhole whether all files of the project are read: in others a rename would leave the old name behind
 * @throws Refused where it cannot have that title
 */
export function retitle(project: Project, name: string, wanted: string, isWhole = true): WorkspaceEdit {
  const title = wanted.trim();
  if (title === '' || /[\r\n]/.test(title)) throw new Refused(l10n.t('A title is a text on one line.'));
  const declaration = project.find(name);
  const displayName = declaration?.node.displayName;
  if (declaration && displayName) {
    if (displayName.text === title) return { changes: {} };
    const { uri, range } = locate(project, declaration, displayName);
    return { changes: { [uri]: [{ range, newText: quote(title) }] } };
  }
  const [mention] = project.mentionsOf(name);
  if (!declaration && !mention) throw new Refused(l10n.t('There is no “{0}” in the project any more.', name));
  if (!isWhole) {
    throw new Refused(
      l10n.t(
        'Some files of this project are not read, and may mention the name. Wait, or read the rest first.',
      ),
    );
  }
  return renamed(project, name, title);
}
