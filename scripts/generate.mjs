// Writes every file that is generated from the source, or with --check only compares.
//   npm run generate      npm run drift
// A generator is a module in scripts/generate that exports `outputs`, and `folders` where it makes all that lies in a
// folder; it may import the server's core.
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
  loader: { '.css': 'text' },
  mainFields: ['module', 'main'],
  // It finds its own files beside itself.
  external: ['@vscode/l10n-dev'],
  // For CommonJS packages inside an ES module.
  banner: {
    js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`,
  },
  logLevel: 'warning',
});

let drifted = 0;
for (const generator of generators) {
  const { outputs, folders = [] } = await import(
    pathToFileURL(join(outdir, generator.replace(/\.ts$/, '.mjs'))).href
  );
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
  for (const path of strays(folders, files)) {
    if (check) {
      console.error(`${path} is made by nothing in scripts/generate/${generator} any more: npm run generate`);
      drifted += 1;
    } else {
      rmSync(join(root, path));
      console.log(`removed ${path}`);
    }
  }
}
/**
 * What lies in a generator's folders, although it does not make it.
 * @param {string[]} folders  paths from the project's root
 * @param {Output[]} files    what it makes
 * @returns {string[]} paths from the project's root
 */
function strays(folders, files) {
  const made = new Set(files.map(({ path }) => path));
  return folders
    .filter((own) => existsSync(join(root, own)))
    .flatMap((own) => readdirSync(join(root, own)).map((name) => `${own}/${name}`))
    .filter((path) => !made.has(path));
}

console.log(`${generators.length} generators, ${drifted} files drifted`);
process.exitCode = drifted > 0 ? 1 : 0;
