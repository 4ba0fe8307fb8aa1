import { l10n } from 'vscode';

const extension = '.deal';

/** Characters that some file system or other does not take in a name, path separators among them. */
const forbidden = /[\\/:*?"<>|\p{Cc}]/u;

/** The name of a deal file, or why the text cannot be one. */
export type FileName = { readonly name: string } | { readonly problem: string };

/** Makes a file name of what was typed: trimmed, with `.deal` behind it. */
export function dealFileName(typed: string): FileName {
  const name = typed.trim();
  const stem = name.toLowerCase().endsWith(extension) ? name.slice(0, -extension.length) : name;
  if (stem === '') return { problem: l10n.t('Enter a name for the file.') };
  const bad = forbidden.exec(stem);
  if (bad !== null) {
    return { problem: l10n.t('A file name cannot contain “{0}”.', bad[0]) };
  }
  if (stem.startsWith('.') || stem.endsWith('.')) {
    return { problem: l10n.t('A file name cannot start or end with a dot.') };
  }
  return { name: stem + extension };
}
