import { CancellationTokenSource, FileSystemError, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  findFilesMethod,
  type FindFilesParams,
  readFileMethod,
  type ReadFileParams,
} from '../../../server/src/protocol';
import { skippedFolders, walk } from './directoryWalk';

/**
 * Gives the server the files that its own runtime cannot read: in the browser, on virtual and on remote file systems.
 * Only what lies inside the workspace folders is given.
 */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(findFilesMethod, (params: FindFilesParams) => findFiles(params));
  client.onRequest(readFileMethod, (params: ReadFileParams) => readFile(params));
}

async function findFiles({ folder, glob }: FindFilesParams): Promise<string[]> {
  const uri = insideWorkspace(folder);
  if (uri === undefined) return [];
  const files = await firstFound(uri, glob);
  return files.map((file) => file.toString());
}

/**
 * Files by VS Code's search or by walking the directories, whichever is there first. The search alone would not do:
 * it finds nothing, or waits for ever, on file systems whose provider brings none along.
 */
async function firstFound(folder: Uri, glob: string): Promise<Uri[]> {
  const walking = new CancellationTokenSource();
  const walked = walk(folder, glob, walking.token);
  const exclude = `**/{${skippedFolders.join()}}/**`;
  const searched = Promise.resolve(workspace.findFiles(new RelativePattern(folder, glob), exclude)).then(
    (files) => (files.length > 0 ? files : walked),
    () => walked,
  );
  try {
    return await Promise.race([searched, walked]);
  } finally {
    walking.cancel();
  }
}

async function readFile(params: ReadFileParams): Promise<string | null> {
  const uri = insideWorkspace(params.uri);
  if (uri === undefined) return null;
  try {
    const bytes = await workspace.fs.readFile(uri);
    // The byte order mark stays: positions and round trips count every character.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // What cannot be read is not gone: the server keeps what it knows of it.
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** The URI without `.` and `..`, or undefined when it is outside every workspace folder. */
function insideWorkspace(text: string): Uri | undefined {
  const uri = Uri.joinPath(Uri.parse(text));
  return workspace.getWorkspaceFolder(uri) === undefined ? undefined : uri;
}
