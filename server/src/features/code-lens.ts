import * as l10n from '@vscode/l10n';
import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import { kinds } from '../language/schema';
import { nameSpan, type Declaration } from '../model/declaration';
import { ecosystemsWith } from '../model/ecosystem';
import { interpret } from '../model/interpret';
import type { Project } from '../project/project';
import { clientCommands, type CodeLensSettings } from '../protocol';
import { forEachItem, placeOf } from './item-places';
import { locate } from './locations';
import { placesOf } from './references';
import { moneyOfParty } from './tree/rows';

/** What a lens says of the declaration below it. */
type LensSubject = keyof CodeLensSettings;

/** What `codeLens/resolve` needs to put a lens into words. */
export interface CodeLensData {
  readonly uri: string;
  readonly name: string;
  readonly says: LensSubject;
}

/**
 * The lenses above the declarations of a document, without their words: those are worked out for the ones in sight.
 * Whatever would say that there is nothing is left out as far as that is known at once.
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
    if (!declaration?.node.name) return;
    const { name } = declaration;
    const isMentioned = !project.mentionsOf(name)[Symbol.iterator]().next().done;
    if (!isMentioned) return;
    const { start, end } = nameSpan(declaration);
    const range = { start: placeOf(item, start, line, column), end: placeOf(item, end, line, column) };
    for (const says of subjectsOf(declaration)) {
      if (settings[says]) lenses.push({ range, data: { uri, name, says } satisfies CodeLensData });
    }
  });
  return lenses;
}

function subjectsOf({ kind }: Declaration): readonly LensSubject[] {
  return kinds[kind].group === 'party' ? ['sums', 'ecosystems', 'references'] : ['references'];
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
  const data = lens.data as CodeLensData | undefined;
  const declaration = data && project?.find(data.name);
  const command = declaration && project && wordsOf(project, declaration, data, hasCommands);
  // A lens that nothing is to be said of any more still has to have words.
  return { ...lens, command: command ?? { title: l10n.t('nothing'), command: '' } };
}

function wordsOf(
  project: Project,
  declaration: Declaration,
  { says, uri, name }: CodeLensData,
  hasCommands: boolean,
): Command {
  const { range } = locate(project, declaration, nameSpan(declaration));
  const click = (title: string, command: string, ...more: unknown[]): Command =>
    hasCommands ? { title, command, arguments: [uri, range.start, ...more] } : { title, command: '' };
  switch (says) {
    case 'references': {
      const places = placesOf(project, name, false);
      return click(countOf(declaration, places.length), clientCommands.showReferences, places);
    }
    case 'sums':
      return click(
        moneyOfParty(project, declaration) ?? l10n.t('no money told'),
        clientCommands.showInEcosystems,
      );
    case 'ecosystems': {
      const within = ecosystemsWith(project, name);
      const [only] = within;
      const title =
        only === undefined
          ? l10n.t('in no ecosystem')
          : within.length === 1
            ? l10n.t('in “{0}”', only.ecosystem.declaration.title)
            : l10n.t('in {0} ecosystems', within.length);
      return click(title, clientCommands.showInEcosystems);
    }
  }
}

function countOf({ kind }: Declaration, count: number): string {
  if (kind === 'source') return count === 1 ? l10n.t('cited once') : l10n.t('cited {0} times', count);
  return count === 1 ? l10n.t('1 reference') : l10n.t('{0} references', count);
}
