import { join } from 'node:path';
import { root } from '../../scripts/process.mjs';
import { packageIn } from './version.mjs';

/** The floor under every server on the stock library. @type {import('./servers.mjs').BenchServer} */
export const empty = {
  name: 'empty',
  title: 'Empty server',
  format: 'deal',
  args: [join(root, 'bench', 'servers', 'empty-server.mjs'), '--stdio'],
  version: () => packageIn(join(root, 'node_modules', 'vscode-languageserver')),
  peer: false,
  readsFolders: false,
  pulls: false,
  mistakes: [],
};
