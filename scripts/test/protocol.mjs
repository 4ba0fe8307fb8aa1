// The protocol layer: the built server (`npm run build`) as a process, spoken to over stdio.
//   npm run test:protocol [-- --grep word]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../process.mjs';
import { runNodeSuite } from './node-suite.mjs';

if (existsSync(join(root, 'dist', 'server.js'))) {
  process.exitCode = await runNodeSuite({
    layer: 'protocol',
    folders: ['server/test/protocol'],
    timeout: 120_000,
    mochaArgs: process.argv.slice(2),
  });
} else {
  console.error('dist/server.js is missing: npm run build');
  process.exitCode = 1;
}
