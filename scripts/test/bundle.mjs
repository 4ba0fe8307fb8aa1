// Bundles TypeScript that runs in a Node process of its own: tests, and the program that takes the pictures.
import esbuild from 'esbuild';
import { root } from '../process.mjs';

/**
 * @param {string[]} entryPoints paths from the project's root; each becomes a `.mjs` at the same place below `outdir`
 * @param {string} outdir
 */
export async function bundleForNode(entryPoints, outdir) {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outbase: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // Shared chunks: a module that many tests import exists once, as it does in the product.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    loader: { '.css': 'text' },
    mainFields: ['module', 'main'],
    sourcemap: 'linked',
    // mocha must be the one that runs; the others find their own files beside themselves.
    external: [
      'mocha',
      'fast-check',
      'vscode-oniguruma',
      'vscode-textmate',
      'esbuild',
      'oxc-parser',
      'playwright-core',
      'axe-core',
      '@duckdb/node-api',
      'mermaid',
      'dompurify',
    ],
    // For CommonJS packages inside an ES module.
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`,
    },
    logLevel: 'warning',
  });
}
