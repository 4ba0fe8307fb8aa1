import { launchWorkbench, type LaunchOptions } from '../harness/launch';
import type { Workbench } from '../harness/workbench';

const editions: Record<string, LaunchOptions> = {
  'a folder that is not trusted': { trust: 'ask', theme: 'Default Light Modern' },
  'the oldest VS Code': { version: 'oldest' },
};

for (const [name, options] of Object.entries(editions)) {
  describe(`samples/ai-race in ${name}`, () => {
    let workbench: Workbench;
    before(async () => {
      workbench = await launchWorkbench(options);
      await workbench.openFile('anthropic.deal');
    });
    after(() => workbench?.dispose());

    it('shows the ecosystems and a hover card', async () => {
      await workbench.openView('Dealgraph');
      await workbench.treeRow(/^Around Anthropic/).waitFor();
      await workbench.hoverAt('anthropic.deal', 'Anthropic {');
      await workbench.screenshot(name.replaceAll(' ', '-'));
    });
  });
}
