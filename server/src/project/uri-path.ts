/** A part of a URI's path as people read it; as it stands where its escapes mean no text. */
export function readablePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether a URI lies below a folder, at any depth. */
export function isBelow(uri: string, folder: string): boolean {
  const prefix = prefixOf(folder);
  return uri.length > prefix.length && uri.startsWith(prefix);
}

/** A folder's URI with its closing slash, which only the root of a file system has already. */
export function prefixOf(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** The path that leads from a folder to a URI; undefined where they are on no common file system. */
export function pathBetween(folder: string, uri: string): string | undefined {
  const from = prefixOf(folder).split('/');
  const to = uri.split('/');
  // Scheme and authority.
  if (from[0] !== to[0] || from[1] !== '' || to[1] !== '' || from[2] !== to[2]) return undefined;
  let common = 3;
  while (common < from.length - 1 && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common, -1).map(() => '..'), ...to.slice(common)].join('/');
}

/** The folders above a URI, the nearest first, up to the root of its file system. */
export function* parentsOf(uri: string): Generator<string, undefined> {
  const authority = /^[^:/]+:(\/\/[^/]*)?/.exec(uri)?.[0].length ?? 0;
  for (let end = uri.lastIndexOf('/'); end > authority; end = uri.lastIndexOf('/', end - 1))
    yield uri.slice(0, end);
  if (uri[authority] === '/') yield uri.slice(0, authority + 1);
}
