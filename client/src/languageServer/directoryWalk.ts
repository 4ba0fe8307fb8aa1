import picomatch from 'picomatch/posix';
import { type CancellationToken, FileType, Uri, workspace } from 'vscode';

/** Folders that hold what tools keep for themselves. */
export const skippedFolders: readonly string[] = ['node_modules', '.git', '.hg', '.svn'];

/**
 * Finds files by reading one directory after the other. Directories that cannot be read, links to directories and
 * skipped folders count as empty.
 * @param glob of paths from `folder` on
 * @returns what was found until `token` was cancelled
 */
export async function walk(folder: Uri, glob: string, token: CancellationToken): Promise<Uri[]> {
  const matches = picomatch(glob, { dot: true });
  const found: Uri[] = [];
  const visit = async (directory: Uri, path: string): Promise<void> => {
    if (token.isCancellationRequested) return;
    const entries = await readDirectory(directory);
    const below: Promise<void>[] = [];
    for (const [name, type] of entries) {
      const uri = Uri.joinPath(directory, name);
      if ((type & FileType.File) !== 0 && matches(path + name)) found.push(uri);
      if (type === FileType.Directory && !skippedFolders.includes(name))
        below.push(visit(uri, `${path}${name}/`));
    }
    await Promise.all(below);
  };
  await visit(folder, '');
  return found;
}

async function readDirectory(uri: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(uri);
  } catch {
    return [];
  }
}
