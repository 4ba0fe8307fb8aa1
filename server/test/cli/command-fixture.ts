import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { runCommand } from '../../src/cli/run';
import type { Sink, Surroundings } from '../../src/cli/surroundings';
import { fixtureDay } from '../project-fixture';

/** How a command went. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The text files that lie in the folder afterwards, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a command is run with, besides files. */
export interface Circumstances {
  readonly input?: string;
  readonly hasColours?: boolean;
  /** Ends a command that goes on. */
  readonly until?: Promise<void>;
}

/**
 * Runs a command in a folder of its own, which is gone afterwards.
 * @param words the command line, without `dealgraph`
 * @param files by path
 */
export async function ran(
  words: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  circumstances: Circumstances = {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'dealgraph-cli-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await ranIn(folder, words, circumstances);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command in a folder that is there. */
export async function ranIn(
  folder: string,
  words: readonly string[],
  { input = '', hasColours = false, until = Promise.resolve() }: Circumstances = {},
): Promise<Ran> {
  const texts = { out: '', err: '' };
  const sink = (name: keyof typeof texts): Sink => ({
    write: (text) => {
      texts[name] += text;
    },
    isTerminal: hasColours,
    hasColours,
    columns: 100,
  });
  const surroundings: Surroundings = {
    folder,
    today: fixtureDay,
    out: sink('out'),
    err: sink('err'),
    isInteractive: false,
    readInput: async () => input,
    readPageScript: () => '// the page </script>',
    untilStopped: async () => until,
  };
  const code = await runCommand(words, surroundings);
  return { code, ...texts, files: filesIn(folder) };
}

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

/** Runs a command and checks how it ends. */
export async function checkCommand(
  words: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>>,
  wanted: { readonly code: number; readonly out?: string | RegExp; readonly err?: string | RegExp },
): Promise<Ran> {
  const got = await ran(words, files);
  assert.equal(got.code, wanted.code, got.err);
  for (const name of ['out', 'err'] as const) {
    const text = wanted[name];
    if (typeof text === 'string') assert.equal(got[name], text);
    else if (text) assert.match(got[name], text);
  }
  return got;
}
