import type { Location } from 'vscode-languageserver-types';
import type { Project } from '../project/project';
import { nameSpan } from '../model/declaration';
import { locate, mentionSpan, nameAt, type Cursor } from './locations';

/** Every place that mentions the name under the cursor, with its declarations where they are wanted; by file and place. */
export function referencesAt(cursor: Cursor, includeDeclaration: boolean): Location[] {
  const name = nameAt(cursor);
  return name ? placesOf(cursor.project, name.name, includeDeclaration) : [];
}

/** The places of a name in a project, by file and place. */
export function placesOf(project: Project, name: string, includeDeclaration: boolean): Location[] {
  const places: Location[] = [];
  if (includeDeclaration) {
    for (const declaration of project.declarationsOf(name)) {
      places.push(locate(project, declaration, nameSpan(declaration)));
    }
  }
  for (const { declaration, mention } of project.mentionsOf(name)) {
    places.push(locate(project, declaration, mentionSpan(mention)));
  }
  return places.sort(
    (a, b) =>
      (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character,
  );
}
