import * as l10n from '@vscode/l10n';

/** So many names of a way are told; the rest is counted. */
const shown = 8;

/** A way over names, in a line: of a long one the first, how many more, and the last. */
export function wayInWords(names: readonly string[]): string {
  const hidden = names.length - shown;
  const told =
    hidden > 1 ? [...names.slice(0, shown - 1), l10n.t('{0} more', hidden), ...names.slice(-1)] : names;
  return told.join(' → ');
}
