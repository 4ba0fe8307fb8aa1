import type { Connection } from 'vscode-languageserver';
import type { FileAccess } from '../project/files';
import { dealFileEnd } from '../project/workspace-reader';
import { findFilesMethod, readFileMethod, type FindFilesParams, type ReadFileParams } from '../protocol';

/** Files that the server cannot read itself, such as those of a virtual file system: the client reads them for it. */
export function clientFiles(connection: Connection): FileAccess {
  return {
    find: (folder, nameEnd) => {
      const params: FindFilesParams = {
        folder,
        glob: nameEnd === dealFileEnd ? `**/*${nameEnd}` : `**/${nameEnd}`,
      };
      return connection.sendRequest<string[]>(findFilesMethod, params);
    },
    read: (uri) => {
      const params: ReadFileParams = { uri };
      return connection.sendRequest<string | null>(readFileMethod, params);
    },
  };
}
