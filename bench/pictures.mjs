// Measures the page of pictures with the real server behind it, beside Cytoscape.js on the same graph, and writes its part
// of docs/performance.md.
//   npm run bench:pictures
//   npm run bench:pictures -- --sizes 1000
import { parseArgs } from 'node:util';
import { launchBrowser } from '../scripts/vscode/browser.mjs';
import { peersFolder, versionOfPeer } from './pictures/cytoscape.mjs';
import { measurePicture } from './pictures/measure.mjs';
import { keepPictureResults } from './pictures/results.mjs';
import { writeReport } from './report/report.mjs';
import { ensurePeers } from './servers/peers.mjs';

/** @type {import('./pictures/measure.mjs').Size[]} */
const sizes = [
  { deals: 100, parties: 50, most: 150 },
  { deals: 1_000, parties: 300, most: 300 },
  { deals: 10_000, parties: 2_000, most: 150 },
  { deals: 10_000, parties: 2_000, most: 1_200 },
];

const { values: options } = parseArgs({ options: { sizes: { type: 'string' } } });
const chosen = options.sizes?.split(',').map(Number);
await ensurePeers(peersFolder);
const browser = await launchBrowser();
const version = `Chromium ${browser.version()}`;
await browser.close();
for (const size of sizes) {
  if (chosen && !chosen.includes(size.deals)) continue;
  const measured = await measurePicture(size);
  console.log(JSON.stringify(measured, undefined, 1));
  await keepPictureResults({ browser: version, peer: versionOfPeer(), sizes: [measured] });
}
await writeReport();
