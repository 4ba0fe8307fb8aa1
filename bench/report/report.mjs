// Writes docs/performance.md and its pictures from what was measured.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/process.mjs';
import { readPictureResults } from '../pictures/results.mjs';
import { pictureSection } from '../pictures/section.mjs';
import { readResults, writeFormatted } from '../results.mjs';
import { servers } from '../servers/servers.mjs';
import { pageOf } from './page.mjs';
import { growthPlot } from './plot.mjs';

const images = join(root, 'docs', 'images');

/** The pictures: each shows how a figure of a project in many files grows with its deals. */
const plots = [
  { figure: 'keystroke', file: 'performance-keystroke.svg', title: 'Keystroke to diagnostics', unit: 'ms' },
  {
    figure: 'cold open',
    file: 'performance-cold-open.svg',
    title: 'Cold open to all diagnostics',
    unit: 'ms',
  },
  { figure: 'memory', file: 'performance-memory.svg', title: 'Peak memory', unit: 'MB' },
];

export async function writeReport() {
  const kept = readResults();
  mkdirSync(images, { recursive: true });
  for (const { figure, file, title, unit } of plots) {
    const series = servers.map(({ name, title }) => ({
      name: title,
      points: kept.results
        .filter((result) => result.figure === figure && result.layout === 'many' && result.server === name)
        .flatMap(({ deals, median }) => (median === undefined ? [] : [{ x: deals, y: median }]))
        .toSorted((a, b) => a.x - b.x),
    }));
    writeFileSync(join(images, file), growthPlot({ title, unit, xTitle: 'deals', series }));
  }
  const notes = readFileSync(join(root, 'bench', 'notes.md'), 'utf8');
  await writeFormatted(
    join(root, 'docs', 'performance.md'),
    pageOf(kept, notes, pictureSection(readPictureResults())),
  );
}
