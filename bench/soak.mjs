// Runs soak.ts, which looks into the server's own memory, in a process that can collect garbage on demand.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { root } from '../scripts/process.mjs';

const outfile = join(root, 'out', 'soak.cjs');
await esbuild.build({
  entryPoints: [join(root, 'bench', 'soak.ts')],
  outfile,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, ['--expose-gc', outfile], { stdio: 'inherit' }).status ?? 1;
