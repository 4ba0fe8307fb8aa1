// Typing for a long time: 100,000 random edits of a project of 10,000 deals, as many of them taken back, so that it is
// in the end what it was at the start. Says how much memory it takes then, and whether it has become slower.
//   npm run soak
import { DealDocument } from '../server/src/language/document';
import { checks } from '../server/src/checks/registry';
import { diagnosticsOf } from '../server/src/features/diagnostics';
import { Findings } from '../server/src/project/findings';
import { Project } from '../server/src/project/project';
import { largeProject } from '../server/test/large-project';

const edits = 100_000;
/** How many edits are open before they are taken back, the last one first. */
const depth = 20;
/** Edits that are compared at the start and at the end. */
const sample = 1000;

interface Edit {
  readonly uri: string;
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
}

const pieces = [
  'x',
  ' ',
  '\n',
  '{',
  '}',
  '"',
  '->',
  '$1B',
  ' per source-1',
  '2024-01',
  'Party7',
  '// ',
  'status closed\n',
];

// The same edits each time.
let seed = 42;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed % below;
}

const project = new Project('file:///project', () => 20_000);
const findings = new Findings(project, checks, (check, error) => {
  throw new Error(`${check.code}: ${String(error)}`, { cause: error });
});
for (const [name, text] of Object.entries(largeProject(10_000))) {
  findings.invalidate(project.setFile(`file:///project/${name}`, DealDocument.parse(text)));
}
const { uris } = project;
settle();
const before = published();

function published(): string {
  return JSON.stringify(uris.map((uri) => diagnosticsOf(project, findings, uri).diagnostics));
}

function apply({ uri, start, removed, inserted }: Edit): number {
  const from = performance.now();
  const document = project.document(uri)!;
  findings.invalidate(project.setFile(uri, document.replace(start, start + removed.length, inserted)));
  diagnosticsOf(project, findings, uri);
  return performance.now() - from;
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Makes some edits and takes them back. */
function round(times: number[]): void {
  const made: Edit[] = [];
  for (let count = 0; count < depth; count++) {
    const uri = uris[random(uris.length)]!;
    const document = project.document(uri)!;
    const start = random(document.length);
    const removed = document.textBetween(start, Math.min(document.length, start + random(4)));
    const edit = { uri, start, removed, inserted: pieces[random(pieces.length)]! };
    times.push(apply(edit));
    made.push(edit);
  }
  for (const { uri, start, removed, inserted } of made.reverse()) {
    times.push(apply({ uri, start, removed: inserted, inserted: removed }));
  }
  settle();
}

/** As the server does when the typing pauses. */
function settle(): void {
  while (!findings.isSettled) findings.settle(1000);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** As editors do: between edits the engine may let go of what nobody needs any more. */
async function rounds(count: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < count) {
    round(times);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return times;
}

async function soak(): Promise<void> {
  const heapRead = heap();
  // What is compiled and remembered once is not what grows; and an item that was edited has its own text, no longer a
  // part of its file's.
  const warm = await rounds(edits / 4);
  const heapBefore = heap();
  const times = await rounds(edits);
  const heapAfter = heap();
  const first = median(times.slice(0, sample));
  const last = median(times.slice(-sample));

  console.log(`${times.length} edits, ${warm.length} before them to warm up`);
  console.log(
    `heap ${heapRead.toFixed(1)} MB when read, ${heapBefore.toFixed(1)} MB before, ${heapAfter.toFixed(1)} MB after`,
  );
  console.log(
    `median of an edit: ${first.toFixed(3)} ms of the first ${sample}, ${last.toFixed(3)} ms of the last`,
  );
  if (published() !== before) throw new Error('The findings are not those of the start.');
  if (Math.abs(heapAfter - heapBefore) > heapBefore / 10)
    throw new Error('The heap has changed by more than a tenth.');
  if (last > 1.5 * first) throw new Error('Edits have become slower.');
}

void soak();
