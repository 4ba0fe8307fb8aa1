import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import { decoded } from '../decoded';
import { localDay } from '../local-day';
import { runCommand } from './run';
import type { Sink } from './surroundings';

/** A stream of the process. Whoever reads it may go before all is written: that ends the command, and is no mistake. */
function sinkOf(stream: NodeJS.WriteStream): Sink {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY,
    hasColours: stream.isTTY && pc.isColorSupported,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  return decoded(Buffer.concat(parts));
}

async function main(): Promise<void> {
  // The code is set, not exited with: what is still on its way to a pipe arrives.
  process.exitCode = await runCommand(process.argv.slice(2), {
    folder: process.cwd(),
    today: localDay(new Date()),
    out: sinkOf(process.stdout),
    err: sinkOf(process.stderr),
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    readInput,
    readPageScript: () => readFileSync(join(__dirname, 'picture.js'), 'utf8'),
    untilStopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
      }),
  });
}

void main();
