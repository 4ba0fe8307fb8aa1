// Takes the pictures of the README and the docs, in a real VS Code with the packaged extension.
//   npm run screenshots [-- dark|light|high-contrast]    those that show the whole; each theme by itself
//   npm run screenshots -- features [name…]              those of docs/features.md, or some of them
//   npm run screenshots -- pictures [theme…]             those of the panel with pictures
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageExtension } from './package.mjs';
import { root } from './process.mjs';
import { bundleForNode } from './test/bundle.mjs';

process.env.VSIX ??= await packageExtension();
const outdir = join(root, 'out', 'test', `pictures-${process.pid}`);
try {
  await bundleForNode(
    ['pictures', 'features', 'pictureShots'].map((name) => `client/test/pictures/${name}.ts`),
    outdir,
  );
  const bundled = (/** @type {string} */ name) =>
    import(pathToFileURL(join(outdir, 'client', 'test', 'pictures', `${name}.mjs`)).href);
  const { takePictures } = await bundled('pictures');
  const { takeFeaturePictures } = await bundled('features');
  const { takePictureShots } = await bundled('pictureShots');
  const [what, ...names] = process.argv.slice(2);
  if (what === 'features') await takeFeaturePictures(names);
  else if (what === 'pictures') await takePictureShots(names);
  else {
    await takePictures(what === undefined ? [] : [what, ...names]);
    if (what === undefined) {
      await takeFeaturePictures([]);
      await takePictureShots([]);
    }
  }
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
