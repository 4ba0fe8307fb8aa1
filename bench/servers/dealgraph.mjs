import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/process.mjs';

/** @type {import('./servers.mjs').BenchServer} */
export const dealgraph = {
  name: 'dealgraph',
  title: 'Dealgraph',
  format: 'deal',
  args: [join(root, 'dist', 'server.js'), '--stdio'],
  version: () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  peer: false,
  readsFolders: true,
  pulls: false,
  mistakes: [1],
};
