import { launchWorkbench } from '../harness/launch';
import type { Workbench } from '../harness/workbench';

let launched: Promise<Workbench> | undefined;

/** The workbench on samples/ai-race that the tests of this layer share, so that VS Code starts once for all of them. */
export function sampleWorkbench(): Promise<Workbench> {
  launched ??= launchWorkbench();
  return launched;
}

after(async () => {
  await (await launched)?.dispose();
});
