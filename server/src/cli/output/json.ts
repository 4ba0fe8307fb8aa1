import type { Range } from 'vscode-languageserver-types';
import { countOf } from '../problem';
import { shownPath } from '../paths';
import type { CheckReport } from './check-report';

/** Goes up when programs that read the output would misread it. */
const version = 1;

/** Problems for programs. Lines and columns count from one, columns in UTF-16 units. */
export function checkJson({ files, asOf, surroundings }: CheckReport): string {
  const { error, warning, information } = countOf(files);
  const report = {
    version,
    asOf,
    counts: { files: files.length, errors: error, warnings: warning, notes: information },
    problems: files
      .flatMap(({ problems }) => problems)
      .map(({ uri, range, severity, code, message, related }) => ({
        file: shownPath(uri, surroundings),
        ...placed(range),
        severity: severity === 'information' ? 'note' : severity,
        code: code ?? null,
        message,
        related: related.map((other) => ({
          file: shownPath(other.uri, surroundings),
          ...placed(other.range),
          message: other.message,
        })),
      })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function placed({ start, end }: Range) {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
