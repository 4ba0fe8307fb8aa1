import {
  type CancellationToken,
  type Disposable,
  FileDecoration,
  type FileDecorationProvider,
  l10n,
  ThemeColor,
  Uri,
  window,
} from 'vscode';
import type { ProblemCounts } from '../../../server/src/protocol';

const scheme = 'dealgraph-row';

/**
 * A URI that stands for a row with problems. The counts are part of it: VS Code asks for the decoration of each URI
 * once, and a new count is a new URI.
 */
export function problemsUri(rowKey: string, { errors, warnings }: ProblemCounts): Uri {
  return Uri.from({ scheme, path: `/${rowKey}`, query: `${errors},${warnings}` });
}

/** Shows the problems of rows in the Ecosystems view as the Explorer shows those of files: by a number and a colour. */
export function registerRowProblems(): Disposable {
  return window.registerFileDecorationProvider(new RowProblems());
}

class RowProblems implements FileDecorationProvider {
  provideFileDecoration(uri: Uri, _token: CancellationToken): FileDecoration | undefined {
    if (uri.scheme !== scheme) return undefined;
    const [errors = 0, warnings = 0] = uri.query.split(',').map(Number);
    const count = errors + warnings;
    if (count === 0) return undefined;
    const colour = errors > 0 ? 'list.errorForeground' : 'list.warningForeground';
    const decoration = new FileDecoration(
      count > 9 ? '9+' : String(count),
      inWords(errors, warnings),
      new ThemeColor(colour),
    );
    decoration.propagate = false;
    return decoration;
  }
}

function inWords(errors: number, warnings: number): string {
  const parts: string[] = [];
  if (errors > 0) parts.push(errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors));
  if (warnings > 0) parts.push(warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings));
  return parts.join(', ');
}
