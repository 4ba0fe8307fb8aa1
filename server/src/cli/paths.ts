import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { configFileName } from '../project/config';
import { isBelow } from '../project/uri-path';
import { isConfig } from '../project/workspace';
import { dealFileEnd } from '../project/workspace-reader';
import { printable } from './printable';
import { Misuse, type Surroundings } from './surroundings';

/** What a command is asked to look at. */
export interface Scope {
  /** Folders that are read: whole projects, since what a file means depends on the others. */
  readonly folders: readonly string[];
  /** The URI under which the standard input is read, by itself; absent where files are. */
  readonly input?: string;
  /** Whether a URI is one of the paths that were named, or below one. */
  includes(uri: string): boolean;
}

/**
 * The projects that paths lie in.
 * @param paths files and folders; none for the folder that the command runs in, `-` alone for the standard input
 * @throws {Misuse} where there is nothing at a path
 */
export function scopeOf(paths: readonly string[], { folder }: Pick<Surroundings, 'folder'>): Scope {
  if (paths.includes('-')) {
    if (paths.length > 1) throw new Misuse('- is read by itself: name no other path beside it.');
    const input = uriOf(join(folder, `input${dealFileEnd}`));
    return { folders: [uriOf(folder)], input, includes: (uri) => uri === input };
  }
  const named = (paths.length > 0 ? paths : ['.']).map((path) => resolve(folder, path));
  const uris = named.map(uriOf);
  const folders = new Set(named.map((path) => projectFolder(path)));
  // A folder within another one is read with it.
  const outermost = [...folders].filter(
    (each) => ![...folders].some((other) => other !== each && isBelow(uriOf(each), uriOf(other))),
  );
  return {
    folders: outermost.map(uriOf),
    includes: (uri) => uris.some((own) => uri === own || isBelow(uri, own)),
  };
}

/** The folder of the project that a file or folder lies in: the nearest with a `dealgraph.json`, else its own. */
function projectFolder(path: string): string {
  if (!existsSync(path)) throw new Misuse(`There is no file or folder “${path}”.`);
  const isFolder = statSync(path).isDirectory();
  if (!isFolder && !path.endsWith(dealFileEnd) && !isConfig(uriOf(path))) {
    throw new Misuse(`“${path}” is no deal file: those end with ${dealFileEnd}.`);
  }
  const own = isFolder ? path : dirname(path);
  return configFolderAround(own) ?? own;
}

/** The nearest folder with a `dealgraph.json`, from one on that need not be there itself; undefined where there is none. */
export function configFolderAround(own: string): string | undefined {
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, configFileName))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

export function uriOf(path: string): string {
  return URI.file(path).toString();
}

export function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}

/** A path as people read it: from where they are, with slashes; whole where it lies outside. */
export function shownPath(uri: string, surroundings: Pick<Surroundings, 'folder'>): string {
  return printable(pathWithin(uri, surroundings) ?? pathOf(uri).replaceAll('\\', '/'));
}

/** A path from the folder of the command on, with slashes; undefined for what lies outside of it. */
export function pathWithin(uri: string, { folder }: Pick<Surroundings, 'folder'>): string | undefined {
  const path = relative(folder, pathOf(uri));
  const isWithin = path !== '' && !isAbsolute(path) && path !== '..' && !/^\.\.[\\/]/.test(path);
  return isWithin ? path.replaceAll('\\', '/') : undefined;
}
