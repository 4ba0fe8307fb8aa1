import { parseTree, type Node } from 'jsonc-parser';
import type { TextEdit } from 'vscode-languageserver-types';
import { DealDocument } from '../language/document';
import { isBelow, prefixOf, readablePath } from '../project/uri-path';

/** A file or folder that gets another place. */
export interface FileMove {
  readonly oldUri: string;
  readonly newUri: string;
}

/** The lists of globs in a `dealgraph.json`. */
const lists = new Set(['include', 'exclude']);

/**
 * What has to change in a `dealgraph.json` so that it goes on meaning the same files when some of them, or folders around
 * them, get another place: globs that name them by their path. Where they leave the project's folder, nothing does.
 *
 * @param folder the URI of the folder of the `dealgraph.json`
 */
export function configEditsFor(text: string, folder: string, moves: readonly FileMove[]): TextEdit[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root?.type !== 'object') return [];
  const lines = DealDocument.parse(text);
  return globsIn(root).flatMap((glob) => {
    const moved = moves.flatMap((move) => movedGlob(String(glob.value), folder, move) ?? [])[0];
    if (moved === undefined) return [];
    const range = { start: lines.placeAt(glob.offset), end: lines.placeAt(glob.offset + glob.length) };
    return [{ range, newText: JSON.stringify(moved) }];
  });
}

function globsIn(root: Node): Node[] {
  return (root.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && lists.has(String(key.value)) && value?.type === 'array'
      ? (value.children ?? []).filter(({ type }) => type === 'string')
      : [],
  );
}

/** A glob that starts with the path of what moves, with its new path; undefined for others. */
function movedGlob(glob: string, folder: string, { oldUri, newUri }: FileMove): string | undefined {
  const before = pathIn(folder, oldUri);
  const after = pathIn(folder, newUri);
  if (before === undefined || after === undefined) return undefined;
  const prefix = glob.startsWith('./') ? './' : '';
  const path = glob.slice(prefix.length);
  if (path !== before && !path.startsWith(`${before}/`)) return undefined;
  return prefix + after + path.slice(before.length);
}

/** The path of a file below a folder, as globs write it; undefined for one elsewhere. */
function pathIn(folder: string, uri: string): string | undefined {
  return isBelow(uri, folder) ? readablePath(uri.slice(prefixOf(folder).length)) : undefined;
}
