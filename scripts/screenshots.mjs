// Takes the pictures of the README and the docs, in a real VS Code with the packaged extension.
//   npm run screenshots [-- dark|light|high-contrast]
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageExtension } from './package.mjs';
import { root } from './process.mjs';
import { bundleForNode } from './test/bundle.mjs';

process.env.VSIX ??= await packageExtension();
const outdir = join(root, 'out', 'test', `pictures-${process.pid}`);
try {
  await bundleForNode(['client/test/pictures/pictures.ts'], outdir);
  const { takePictures } = await import(
    pathToFileURL(join(outdir, 'client', 'test', 'pictures', 'pictures.mjs')).href
  );
  await takePictures(process.argv.slice(2));
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
