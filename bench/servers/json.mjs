import { join } from 'node:path';
import { peerPackage } from './peers.mjs';
import { packageIn } from './version.mjs';

const packageName = 'vscode-langservers-extracted';

/** VS Code's own server for JSON. @type {import('./servers.mjs').BenchServer} */
export const json = {
  name: 'json',
  title: 'JSON schema (VS Code)',
  format: 'json',
  args: [join(peerPackage(packageName), 'bin', 'vscode-json-language-server'), '--stdio'],
  version: () => packageIn(peerPackage(packageName)),
  peer: true,
  readsFolders: false,
  // Asked for them it answers at once; where it publishes, it waits first.
  pulls: true,
  // What a schema refuses is a warning here.
  mistakes: [1, 2],
  initializationOptions: { provideFormatter: true },
  settings: ({ format }) => ({
    json: {
      validate: { enable: true },
      schemas: [{ fileMatch: [`*${format.extension}`], schema: format.schema, url: 'bench://deals' }],
    },
  }),
  delay: '500 ms before it publishes',
};
