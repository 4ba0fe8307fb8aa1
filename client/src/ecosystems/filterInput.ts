import { l10n, window } from 'vscode';

/**
 * Asks for the text to filter by and applies it while it is typed. Enter keeps it, Escape goes back to what was before.
 * @param before the filter in force, empty for none
 * @param apply is called with each text on the way, empty for none
 */
export function askForFilter(before: string, apply: (filter: string) => void): void {
  const input = window.createInputBox();
  let accepted = false;
  input.title = l10n.t('Filter Ecosystems');
  input.placeholder = l10n.t('Part of a name, display name or alias');
  input.value = before;
  input.onDidChangeValue((value) => apply(value.trim()));
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!accepted) apply(before);
    input.dispose();
  });
  input.show();
}
