import assert from 'node:assert/strict';
import { commands, extensions, languages } from 'vscode';
import { dealgraph } from './extension';
import { DealFiles } from './dealFiles';

describe('activation', () => {
  it('brings up the server', async () => {
    const { server } = await dealgraph();
    assert.equal(server.state, 'running');
  });

  it('knows the language of .deal files', async () => {
    const files = new DealFiles();
    try {
      const { document } = await files.open('named.deal', '');
      assert.equal(document.languageId, 'deal');
      assert.ok((await languages.getLanguages()).includes('deal'));
    } finally {
      await files.dispose();
    }
  });

  it('registers every command that the manifest names', async () => {
    await dealgraph();
    const registered = new Set(await commands.getCommands(true));
    for (const { command } of manifest().contributes.commands) assert.ok(registered.has(command), command);
  });

  it('answers again after a restart', async () => {
    const { server } = await dealgraph();
    await commands.executeCommand('dealgraph.restartServer');
    assert.equal(server.state, 'running');
    assert.ok((await server.fileTemplate()).snippet.length > 0);
  });
});

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

function manifest(): Manifest {
  const extension: { packageJSON: Manifest } | undefined = extensions.getExtension('dealgraph.dealgraph');
  assert.ok(extension);
  return extension.packageJSON;
}
