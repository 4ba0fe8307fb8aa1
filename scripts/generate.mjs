// Writes every file that is generated from the source, or with --check only compares.
//   npm run generate      npm run drift
// A generator is a module in scripts/generate that exports `outputs`; it may import the server's core.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { root } from './process.mjs';

/**
 * A file as its generator wants it.
 * @typedef {object} Output
 * @property {string} path     from the project's root
 * @property {string} content  all of it
 */

const check = process.argv.includes('--check');
const folder = join(root, 'scripts', 'generate');
const outdir = join(root, 'out', 'generate');
const generators = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.ts'))
  .toSorted();
if (generators.length === 0) throw new Error('scripts/generate holds no generator: nothing is checked');

rmSync(outdir, { recursive: true, force: true });
await esbuild.build({
  absWorkingDir: root,
  entryPoints: generators.map((file) => join(folder, file)),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});

let drifted = 0;
for (const generator of generators) {
  const { outputs } = await import(pathToFileURL(join(outdir, generator.replace(/\.ts$/, '.mjs'))).href);
  /** @type {Output[]} */
  const files = await outputs();
  for (const { path, content } of files) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
    if (check) {
      console.error(`${path} differs from what scripts/generate/${generator} makes: npm run generate`);
      drifted += 1;
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      console.log(`wrote ${path}`);
    }
  }
}
console.log(`${generators.length} generators, ${drifted} files drifted`);
process.exitCode = drifted > 0 ? 1 : 0;
