// Builds the bundles of the extension: client and server, each for Node and for the browser, the command line, and the page of pictures.
//   node esbuild.js [--production] [--watch]
// --production minifies, leaves source maps out, and adds the licences of libraries.
const esbuild = require('esbuild');
const { rmSync, writeFileSync } = require('node:fs');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: __dirname,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  // Licences stand in a file of their own.
  legalComments: 'none',
  metafile: production,
  loader: { '.css': 'text' },
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};

const node = { platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...shared,
    ...node,
    // One plain script for Node and for a worker of a browser: all but the edge is the same, and each edge is run where
    // it belongs.
    format: 'iife',
    conditions: ['browser', 'node', 'module'],
    // What both can run: texts are handed in, and looked for on no disk; events come as a package.
    alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js', events: 'events/events.js' },
    stdin: {
      contents: `if (typeof importScripts === 'function') import('./main.browser'); else import('./main.node');`,
      resolveDir: `${__dirname}/server/src`,
    },
    outfile: 'dist/server.js',
  },
  {
    ...shared,
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...shared,
    ...node,
    external: ['vscode'],
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client.js',
  },
  {
    ...shared,
    ...browser,
    // VS Code for the Web loads an extension as CommonJS.
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/client.web.js',
  },
  {
    ...shared,
    ...browser,
    // Runs in a webview, and in files that stand alone.
    format: 'iife',
    entryPoints: ['client/src/picture/panel/main.ts'],
    outfile: 'dist/picture.js',
  },
];

async function main() {
  if (watch) {
    const contexts = await Promise.all(
      bundles.map((bundle) => esbuild.context({ ...bundle, logLevel: 'info' })),
    );
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  rmSync(`${__dirname}/dist`, { recursive: true, force: true });
  const start = performance.now();
  const made = await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  if (production) await writeNotices(made.flatMap(({ metafile }) => metafile ?? []));
  console.log(`dist: ${bundles.length} bundles in ${Math.round(performance.now() - start)} ms`);
}

/**
 * Writes the licences of what is bundled, for each of the two packages: the command line has libraries of its own, and the
 * page of pictures is in both.
 * @param {import('esbuild').Metafile[]} metafiles
 */
async function writeNotices(metafiles) {
  const { noticesFor } = await import('./scripts/notices.mjs');
  /** @type {[string, RegExp][]} */
  const packages = [
    ['THIRD-PARTY-NOTICES.txt', /^dist\/(?!cli\.)/],
    ['cli-notices.txt', /^dist\/(cli|picture)\.js$/],
  ];
  for (const [file, bundles] of packages) {
    const own = metafiles.filter(({ outputs }) =>
      Object.keys(outputs).some((output) => bundles.test(output)),
    );
    writeFileSync(`${__dirname}/dist/${file}`, noticesFor(own.flatMap(({ inputs }) => Object.keys(inputs))));
  }
}

main().catch((error) => {
  // esbuild has printed its own errors with their places.
  if (!('errors' in error)) console.error(error);
  process.exitCode = 1;
});
