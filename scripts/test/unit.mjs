// The unit layer: the core in plain Node.
//   npm run test:unit [-- --grep word]
// PROPERTY_RUNS: how many cases each property test tries; 1,000 here, 10,000 in `npm test`.
import { availableParallelism } from 'node:os';
import { runNodeSuite } from './node-suite.mjs';

process.env.PROPERTY_RUNS ??= '1000';
process.exitCode = await runNodeSuite({
  layer: 'unit',
  folders: ['server/test', 'client/test/unit', 'scripts'],
  without: ['server/test/protocol'],
  // Properties over ten thousand cases, and texts of megabytes.
  timeout: 900_000,
  // Files side by side: the properties take minutes at ten thousand cases.
  mochaArgs: ['--parallel', '--jobs', String(availableParallelism()), ...process.argv.slice(2)],
});
