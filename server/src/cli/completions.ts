import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';

/** Adds the commands that complete command lines: one writes a script for a shell, the other answers it. */
export function addCompletions(program: Command): void {
  tab(program);
}
