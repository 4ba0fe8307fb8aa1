import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileAccess } from './project/files';

/** Folders that hold no deals of the user's own and are often huge. */
const skipped = new Set(['node_modules', '.git', '.hg', '.svn']);

/** What the system says where there is no file: no entry, an entry that leads nowhere, or one that is a folder. */
const noFile = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP']);

/** Files on the disk, by `file:` URIs. Links to folders are not followed, so no cycle can be met. */
export const disk: FileAccess = {
  async find(folder, nameEnd) {
    const found: string[] = [];
    const pending = [URI.parse(folder).fsPath];
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const below = join(path, entry.name);
        if (entry.isDirectory()) {
          if (!skipped.has(entry.name)) pending.push(below);
        } else if (entry.name.endsWith(nameEnd)) found.push(URI.file(below).toString());
      }
    }
    return found.sort();
  },
  async read(uri) {
    try {
      // Node decodes what is no UTF-8 as U+FFFD, as the contract wants.
      return await readFile(URI.parse(uri).fsPath, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && noFile.has(String(error.code))) return null;
      throw error;
    }
  },
};
