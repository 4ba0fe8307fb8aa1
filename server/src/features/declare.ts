import type { TextEdit } from 'vscode-languageserver-types';
import { lineBreakOf } from '../project/edits';
import { writeName } from '../language/quote';
import type { Item } from '../language/item';
import { kinds, type KindGroup, type KindName } from '../language/schema';
import { interpret } from '../model/interpret';
import type { Project } from '../project/project';
import { isKept, keptIn } from './home';
import { placeOf } from './item-places';

/**
 * The edit that declares a name where the project keeps such declarations: behind the last one of its kind there, else
 * of its group; where there is none, at the end of the file at hand. Undefined where the name is declared by now.
 *
 * @param near the file at hand
 * @param more what stands behind the name
 */
export function declarationOf(
  project: Project,
  near: string,
  kind: KindName,
  name: string,
  more = '',
): { uri: string; edit: TextEdit } | undefined {
  if (project.find(name)) return undefined;
  const { group } = kinds[kind];
  const uri = (isKept(group) ? keptIn(project, group) : undefined) ?? near;
  const document = project.document(uri);
  if (!document) return undefined;
  const { items } = document;
  const ofKind = items.findLastIndex((item) => interpret(item)?.kind === kind);
  const last = ofKind < 0 ? items.findLastIndex((item) => groupOf(item) === group) : ofKind;
  const index = last < 0 ? items.length - 1 : last;
  const item = items[index];
  const text = `${kind} ${writeName(name)}${more}`;
  if (!item) return { uri, edit: insertion({ line: 0, character: 0 }, `${text}\n`) };
  const lineBreak = lineBreakOf(items[0]!.text);
  const { line, character } = document.placeIn(index, 0);
  const end = last < 0 ? item.length : endOf(item, index === items.length - 1);
  const isOnLine = !/[\r\n]$/.test(item.text.slice(0, end));
  const position = placeOf(item, end, line, character);
  return { uri, edit: insertion(position, isOnLine ? `${lineBreak}${text}` : `${text}${lineBreak}`) };
}

/** Where the line of a declaration ends, with the comment behind it; where another one follows in it, the declaration. */
function endOf({ text, declaration, length }: Item, isLast: boolean): number {
  if (!declaration || /[\r\n]$/.test(text.slice(0, declaration.end))) return declaration?.end ?? length;
  const rest = /\r\n|\r|\n/.exec(text.slice(declaration.end));
  if (rest) return declaration.end + rest.index;
  return isLast ? length : declaration.end;
}

function groupOf(item: Item): KindGroup | undefined {
  const declaration = interpret(item);
  return declaration && kinds[declaration.kind].group;
}

function insertion(position: TextEdit['range']['start'], newText: string): TextEdit {
  return { range: { start: position, end: position }, newText };
}
