import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/process.mjs';

/** The floor under every server on the stock library. @type {import('./servers.mjs').BenchServer} */
export const empty = {
  name: 'empty',
  title: 'Empty server',
  format: 'deal',
  args: [join(root, 'bench', 'servers', 'empty-server.mjs'), '--stdio'],
  version: () =>
    JSON.parse(readFileSync(join(root, 'node_modules', 'vscode-languageserver', 'package.json'), 'utf8'))
      .version,
  peer: false,
  readsFolders: false,
  pulls: false,
  mistakes: [],
};
