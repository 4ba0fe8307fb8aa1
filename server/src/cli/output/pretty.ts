import { codeFrameColumns } from '@babel/code-frame';
import pc from 'picocolors';
import type { Severity } from '../../project/check';
import { counted } from '../numbers';
import { shownPath } from '../paths';
import { printable } from '../printable';
import { countOf, type Problem } from '../problem';
import type { CheckReport } from './check-report';

const words: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' };

/** Problems for people: each with its lines, and at the end how many there are. */
export function prettyReport({ files, asOf, surroundings, sink }: CheckReport): string {
  const colours = pc.createColors(sink.hasColours);
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: (text) => colours.red(colours.bold(text)),
    warning: (text) => colours.yellow(colours.bold(text)),
    information: (text) => colours.blue(colours.bold(text)),
  };
  const place = ({ uri, range: { start } }: Pick<Problem, 'uri' | 'range'>) =>
    `${shownPath(uri, surroundings)}:${start.line + 1}:${start.character + 1}`;
  const written = files.flatMap(({ text, problems }) =>
    problems.map((problem) => {
      const { severity, code, message, related } = problem;
      const lines = [
        `${colours.cyan(place(problem))} ${paint[severity](words[severity])}${code === undefined ? '' : ` ${colours.dim(code)}`}`,
        printable(message),
        frame(text, problem, sink.hasColours),
        ...related.map((other) => `  ${colours.cyan(place(other))} ${printable(other.message)}`),
      ];
      return `${lines.join('\n')}\n\n`;
    }),
  );
  return written.join('') + `${summary(files, asOf, colours)}\n`;
}

/** The lines of a problem with what it is about underlined; of a long one the first line alone. */
function frame(text: string, { range: { start, end } }: Problem, highlightsPlace: boolean): string {
  const isOneLine = start.line === end.line;
  const from = { line: start.line + 1, column: start.character + 1 };
  const to = isOneLine
    ? { line: end.line + 1, column: Math.max(end.character, start.character) + 1 }
    : undefined;
  // Nothing but line breaks that editors take for such, or its lines would not be theirs.
  const lines = printable(text.replaceAll(/\r\n?/g, '\n'));
  return codeFrameColumns(
    lines,
    { start: from, ...(to && { end: to }) },
    { linesAbove: 1, linesBelow: 1, highlightCode: false, forceColor: highlightsPlace },
  );
}

function summary(
  files: CheckReport['files'],
  asOf: readonly string[],
  colours: ReturnType<typeof pc.createColors>,
): string {
  const { error, warning, information } = countOf(files);
  const where = `${counted(files.length, 'file')}, as of ${asOf.join(' and ')}`;
  if (error + warning + information === 0) return `${colours.green('No problems')} in ${where}`;
  const found = [
    error > 0 && colours.red(counted(error, 'error')),
    warning > 0 && colours.yellow(counted(warning, 'warning')),
    information > 0 && colours.blue(counted(information, 'note')),
  ].filter((part) => part !== false);
  return `${found.join(', ')} in ${where}`;
}
