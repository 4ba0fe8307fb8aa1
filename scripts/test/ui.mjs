// The workbench layer: the packaged extension in a clean VS Code, driven as a user would.
//   npm run test:ui [-- --grep word]
// Screenshots go to out/artifacts.
import { packageExtension } from '../package.mjs';
import { runNodeSuite } from './node-suite.mjs';

// VSIX names a package that is there already.
process.env.VSIX ??= await packageExtension();
process.exitCode = await runNodeSuite({
  layer: 'ui',
  folders: ['client/test/ui'],
  timeout: 120_000,
  mochaArgs: process.argv.slice(2),
});
