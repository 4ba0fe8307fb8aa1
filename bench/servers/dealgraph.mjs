import { join } from 'node:path';
import { root } from '../../scripts/process.mjs';
import { packageIn } from './version.mjs';

/** @type {import('./servers.mjs').BenchServer} */
export const dealgraph = {
  name: 'dealgraph',
  title: 'Dealgraph',
  format: 'deal',
  args: [join(root, 'dist', 'server.js'), '--stdio'],
  version: () => packageIn(root),
  peer: false,
  readsFolders: true,
  pulls: false,
  mistakes: [1],
};
