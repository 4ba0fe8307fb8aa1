import type { Location, LocationLink } from 'vscode-languageserver-types';
import { nameSpan } from '../model/declaration';
import { locate, nameAt, rangeIn, type Cursor } from './locations';

/** Where the name under the cursor is declared: everywhere, where it is declared more than once. */
export function definitionsAt(cursor: Cursor): LocationLink[] {
  const name = nameAt(cursor);
  if (!name) return [];
  const { project, document, index } = cursor;
  return project.declarationsOf(name.name).map((declaration) => {
    const target = locate(project, declaration, declaration.node);
    return {
      originSelectionRange: rangeIn(document, index, name.span),
      targetUri: target.uri,
      targetRange: target.range,
      targetSelectionRange: locate(project, declaration, nameSpan(declaration)).range,
    };
  });
}

/** The same for clients that take no links. */
export function definitionLocationsAt(cursor: Cursor): Location[] {
  return definitionsAt(cursor).map(({ targetUri, targetSelectionRange }) => ({
    uri: targetUri,
    range: targetSelectionRange,
  }));
}
