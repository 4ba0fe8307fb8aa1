import * as l10n from '@vscode/l10n';
import type { Corpus } from '../model/corpus';
import { dateOf, factsOf, nameSpan, nodesIn } from '../model/declaration';
import { ownersOf, unitsOf, type Ownership } from '../model/ownership';
import type { Project } from '../project/project';
import { describePercent } from '../values/percent';
import { itemOf, subjectAt, type HierarchyData, type HierarchyItem } from './hierarchy-item';
import type { Cursor } from './locations';
import { whenOf, withRemarks } from './summary/figures';
import { dotted } from './summary/markdown';
import { kindLabel } from './summary/names';

/** The party under the cursor, as the start of a hierarchy of ownership; undefined where there is none. */
export function typeHierarchyAt(cursor: Cursor): HierarchyItem[] | undefined {
  const { project } = cursor;
  const subject = subjectAt(cursor, ['party']);
  if (!subject) return undefined;
  const { name, place } = subject;
  return [itemOf(project, name, place, whatItIs(project, name), { name, path: [name] })];
}

/** Who owns the party of an item on the project's day. */
export function supertypesOf(project: Project, data: HierarchyData): HierarchyItem[] {
  return itemsFor(project, data, ownersOf(project, data.name), ({ owner }) => owner);
}

/** What the party of an item owns on the project's day. */
export function subtypesOf(project: Project, data: HierarchyData): HierarchyItem[] {
  return itemsFor(project, data, unitsOf(project, data.name), ({ unit }) => unit);
}

/** Those who are on the way already are left out, so that ownership in a circle ends where it meets itself. */
function itemsFor(
  project: Project,
  { name, path = [name] }: HierarchyData,
  ownerships: readonly Ownership[],
  nameOf: (ownership: Ownership) => string,
): HierarchyItem[] {
  return ownerships
    .filter((ownership) => !path.includes(nameOf(ownership)))
    .map((ownership) => {
      const other = nameOf(ownership);
      const detail = dotted([whatItIs(project, other), howOwned(ownership)]);
      return itemOf(project, other, placeIn(ownership, other), detail, {
        name: other,
        path: [...path, other],
      });
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Where a line says the name of one of both. */
function placeIn({ declaration, line }: Ownership, name: string) {
  const { sides } = declaration;
  const node = [...nodesIn(line), ...sides.left, ...sides.right].find(({ text }) => text === name);
  return { declaration, span: node ? { start: node.start, end: node.nameEnd } : nameSpan(declaration) };
}

function whatItIs(corpus: Corpus, name: string): string {
  const declaration = corpus.find(name);
  if (!declaration) return '';
  const sectors = factsOf(declaration, 'sector').flatMap(({ values }) => values.map(({ node }) => node.text));
  return dotted([kindLabel(declaration.kind), sectors.join(', ')]);
}

function howOwned({ share, line, declaration }: Ownership): string {
  if (!share) return whenOf(line) ?? '';
  const own = dateOf(declaration, 'on');
  const on = line.on ?? (line.from ? undefined : own);
  return withRemarks(l10n.t('stake of {0}', describePercent(share)), [whenOf({ ...line, on })]);
}
