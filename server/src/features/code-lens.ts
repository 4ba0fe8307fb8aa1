import * as l10n from '@vscode/l10n';
import type { CodeLens, Command, Position } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import { kinds } from '../language/schema';
import { nameSpan, type Declaration } from '../model/declaration';
import { ecosystemsWith } from '../model/ecosystem';
import { interpret } from '../model/interpret';
import type { Project } from '../project/project';
import { clientCommands, type CodeLensSettings } from '../protocol';
import { forEachItem, placeOf } from './item-places';
import { placesOf } from './references';
import { lineOf } from './summary/summary';
import { joined } from './tree/node';
import { moneyOfParty } from './tree/rows';

/** What `codeLens/resolve` needs to put a lens into words. */
export interface CodeLensData {
  readonly uri: string;
  readonly name: string;
  readonly says: readonly (keyof CodeLensSettings)[];
}

/**
 * The lenses above the declarations of a document that somebody mentions, without their words: those are worked out for
 * the ones in sight.
 *
 * @param uri of the document, as the client spells it
 */
export function codeLensesIn(
  project: Project,
  document: DealDocument,
  uri: string,
  settings: CodeLensSettings,
): CodeLens[] {
  const lenses: CodeLens[] = [];
  forEachItem(document, (item, line, column) => {
    const declaration = interpret(item);
    // Most deals of a long file are mentioned by nobody, and their trees need not be read.
    if (!declaration || !isMentioned(project, declaration) || !declaration.node.name) return;
    const { start, end } = nameSpan(declaration);
    const range = { start: placeOf(item, start, line, column), end: placeOf(item, end, line, column) };
    for (const subjects of subjectsOf(declaration)) {
      const says = subjects.filter((subject) => settings[subject]);
      const data: CodeLensData = { uri, name: declaration.name, says };
      if (says.length > 0) lenses.push({ range, data });
    }
  });
  return lenses;
}

function isMentioned(project: Project, { name }: Declaration): boolean {
  return !project.mentionsOf(name)[Symbol.iterator]().next().done;
}

/** What each lens above a declaration says. */
function subjectsOf({ kind }: Declaration): readonly CodeLensData['says'][] {
  return kinds[kind].group === 'party' ? [['sums', 'ecosystems'], ['references']] : [['references']];
}

/**
 * Puts a lens into words, and says what a click on it does.
 *
 * @param project of the document that it stands in; absent where that is gone
 * @param hasCommands whether the client has the commands of `clientCommands`
 */
export function resolveCodeLens(
  lens: CodeLens,
  project: Project | undefined,
  hasCommands: boolean,
): CodeLens {
  const data: CodeLensData | undefined = lens.data;
  const declaration = data && project?.find(data.name);
  const command = declaration && project && commandOf(project, declaration, lens.range.start, data);
  // A lens whose declaration is gone has to have words until the client asks for lenses again.
  if (!command) return { ...lens, command: { title: l10n.t('not declared any more'), command: '' } };
  if (!hasCommands) return { ...lens, command: { title: command.title, command: '' } };
  // An editor that has the commands would draw `$(icon)`, which may stand in a title.
  return { ...lens, command: { ...command, title: command.title.replaceAll('$(', '\\$(') } };
}

function commandOf(
  project: Project,
  declaration: Declaration,
  position: Position,
  { says, uri, name }: CodeLensData,
): Command {
  const at = [uri, position];
  if (says.includes('references')) {
    const places = placesOf(project, name, false);
    const title = countText(declaration, places.length);
    return { title, command: clientCommands.showReferences, arguments: [...at, places] };
  }
  const money = says.includes('sums') ? moneyOfParty(project, declaration) : undefined;
  const ecosystems = says.includes('ecosystems') ? ecosystemsText(project, name) : undefined;
  const title = joined([money, ecosystems]) ?? lineOf(project, declaration);
  return { title, command: clientCommands.showInEcosystems, arguments: at };
}

function countText({ kind }: Declaration, count: number): string {
  if (kind === 'source') return count === 1 ? l10n.t('cited once') : l10n.t('cited {0} times', count);
  return count === 1 ? l10n.t('1 reference') : l10n.t('{0} references', count);
}

function ecosystemsText(project: Project, party: string): string | undefined {
  const within = ecosystemsWith(project, party);
  const [only] = within;
  if (within.length > 1) return l10n.t('in {0} ecosystems', within.length);
  return only && l10n.t('in “{0}”', only.ecosystem.declaration.title);
}
