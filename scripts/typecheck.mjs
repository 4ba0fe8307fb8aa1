// Checks the types of every part of the project in the environment that the part runs in.
// A part that has no file yet is left out.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { binary, root, run } from './process.mjs';

const parts = [
  { project: 'server/tsconfig.json', needs: 'server/src' },
  { project: 'server/tsconfig.core.json', needs: 'server/src' },
  { project: 'server/tsconfig.web.json', needs: 'server/src/main.browser.ts' },
  { project: 'client/tsconfig.json', needs: 'client/src' },
  { project: 'scripts/tsconfig.json', needs: 'scripts' },
  { project: 'bench/tsconfig.json', needs: 'bench' },
];

let failed = false;
for (const { project, needs } of parts) {
  if (!existsSync(join(root, needs))) continue;
  const status = await run(process.execPath, [binary('typescript', 'tsc'), '-p', project]);
  if (status !== 0) {
    console.error(`types: ${project} has errors`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
