import { launchWorkbench } from '../harness/launch';
import type { Workbench } from '../harness/workbench';

let launched: Promise<Workbench> | undefined;

/** The workbench on samples/ai-race that the tests of this layer share, so that VS Code starts once for all of them. */
export function sampleWorkbench(): Promise<Workbench> {
  launched ??= launchWorkbench();
  return launched;
}

/** The same with nothing open but one of its files, and the Ecosystems view in sight with all its rows. */
export async function sampleWithView(file: string): Promise<Workbench> {
  const workbench = await sampleWorkbench();
  await workbench.discardEditors();
  await workbench.openFile(file);
  await workbench.openView('Dealgraph');
  await workbench.treeRow(/^Around OpenAI/).waitFor();
  return workbench;
}

after(async () => {
  await (await launched)?.dispose();
});
