import { watch } from 'chokidar';
import { Opened } from './opened';
import { pathOf, uriOf } from './paths';
import { tellFailure } from './failure';
import type { Surroundings } from './surroundings';

/** A change on disk. */
export interface FileChange {
  readonly uri: string;
  readonly isGone: boolean;
}

/** Milliseconds without a change after which all that have come are told of together. */
const pause = 100;

/**
 * Tells of changes of deal files and `dealgraph.json`s below folders, until somebody stops it. One telling at a time.
 * @param changed what is done then; where it fails, the next change is told of all the same
 */
export async function watched(
  folders: readonly string[],
  surroundings: Surroundings,
  changed: (changes: readonly FileChange[]) => Promise<void>,
): Promise<void> {
  const { err } = surroundings;
  const pending = new Map<string, FileChange>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let telling = Promise.resolve();
  const tell = () => {
    const changes = [...pending.values()];
    pending.clear();
    telling = telling
      .then(() => changed(changes))
      .catch((error: unknown) => {
        tellFailure(error, err);
      });
  };
  const watcher = watch(folders.map(pathOf), {
    ignoreInitial: true,
    ignored: (path, stats) =>
      /[\\/](node_modules|\.git|\.hg|\.svn)([\\/]|$)/.test(path) ||
      (stats?.isFile() === true && !Opened.concerns(path)),
  });
  watcher.on('all', (event, path) => {
    if (!Opened.concerns(path)) return;
    const uri = uriOf(path);
    pending.set(uri, { uri, isGone: event === 'unlink' });
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
  });
  await surroundings.untilStopped();
  clearTimeout(timer);
  await watcher.close();
  await telling;
}
