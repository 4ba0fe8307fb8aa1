import type { Connection } from 'vscode-languageserver';
import { ShownProgress, type Progress, type ShownWork } from '../project/progress';
import type { Defects } from './defects';
import type { Runtime } from './runtime';

/** Milliseconds after which people wonder what is going on. */
const patience = 500;

/** Does work, and shows its progress where it takes long. */
export type LongWork = (work: ShownWork, run: (progress: Progress) => Promise<void>) => Promise<void>;

/** Shows long work on a connection whose client can do that; else it is done all the same. */
export function longWorkOn(connection: Connection, runtime: Runtime, defects: Defects): LongWork {
  return async (work, run) => {
    const progress = new ShownProgress(work);
    void defects.attempt('showing progress', async () => {
      await runtime.delay(patience);
      await progress.show(() => connection.window.createWorkDoneProgress());
    });
    try {
      await run(progress);
    } finally {
      progress.end();
    }
  };
}
