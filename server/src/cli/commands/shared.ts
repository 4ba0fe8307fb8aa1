import { InvalidArgumentError, Option } from 'commander';
import type { ExitCode, Surroundings } from '../surroundings';

/** Runs what a command does in its surroundings, and takes its exit code. */
export type Runner = (act: (surroundings: Surroundings) => Promise<ExitCode>) => Promise<void>;

export function asOfOption(): Option {
  return new Option(
    '--as-of <day>',
    'the day as of which the deals are seen, such as 2025-01-31, 2025-01 or today; what dealgraph.json says unless it is given',
  );
}

export function quietOption(description = 'say nothing but what was asked for'): Option {
  return new Option('-q, --quiet', description);
}

/** A count as the argument of an option. */
export function countIn(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is a whole number, such as 0.');
  return Number(text);
}

/** The format that a file is called after, by the ending of its name; undefined where it is called after none. */
export function formatOf<Format extends string>(
  endings: Readonly<Record<Format, readonly string[]>>,
  file: string | undefined,
): Format | undefined {
  const ending = /\.([^.]+)$/.exec(file ?? '')?.[1]?.toLowerCase();
  for (const format in endings) if (ending !== undefined && endings[format].includes(ending)) return format;
  return undefined;
}
