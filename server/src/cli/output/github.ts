import type { Severity } from '../../project/check';
import { shownPath } from '../paths';
import type { CheckReport } from './check-report';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
};

/**
 * Problems as GitHub's runners read them from the output, to show them beside the lines of a change.
 * Source: GitHub's workflow commands, `::error file=…,line=…`.
 */
export function githubAnnotations({ files, surroundings }: CheckReport): string {
  return files
    .flatMap(({ problems }) => problems)
    .map(({ uri, range: { start, end }, severity, code, message }) => {
      const isOneLine = start.line === end.line;
      const properties = {
        file: shownPath(uri, surroundings),
        line: start.line + 1,
        endLine: end.line + 1,
        // Columns are only taken within one line.
        ...(isOneLine && { col: start.character + 1, endColumn: end.character + 1 }),
        title: `Dealgraph${code === undefined ? '' : `: ${code}`}`,
      };
      const written = Object.entries(properties).map(
        ([name, value]) => `${name}=${inProperty(String(value))}`,
      );
      return `::${commands[severity]} ${written.join(',')}::${inMessage(message)}\n`;
    })
    .join('');
}

function inMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
