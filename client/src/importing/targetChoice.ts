import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { nameOf } from './importPreview';

/** More deal files than this nobody looks through. */
const mostFiles = 500;

interface Item extends QuickPickItem {
  readonly uri?: Uri;
}

/**
 * Has somebody say to which deal file new deals go: a new one beside the deals of the workspace, or one that is there.
 * @param file what is imported
 */
export async function chooseTarget(file: Uri): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.joinPath(file, '..');
  const proposed = Uri.joinPath(folder, `${nameOf(file.toString()).replace(/\.[^.]*$/, '')}.deal`);
  const there = await workspace.findFiles('**/*.deal', undefined, mostFiles);
  const isThere = (uri: Uri) => there.some((each) => each.toString() === uri.toString());
  const others = there
    .filter((uri) => uri.toString() !== proposed.toString())
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  const item = (uri: Uri): Item => ({
    label: workspace.asRelativePath(uri),
    description: isThere(uri) ? l10n.t('new deals are added to it') : l10n.t('a new file'),
    uri,
  });
  const picked = await window.showQuickPick<Item>(
    [item(proposed), { label: l10n.t('Another new file…') }, ...others.map(item)],
    { title: l10n.t('Deal file for what is imported'), placeHolder: l10n.t('Where do new deals go?') },
  );
  if (!picked || picked.uri) return picked?.uri;
  const chosen = await window.showSaveDialog({
    title: l10n.t('Deal file for what is imported'),
    defaultUri: proposed,
    filters: { [l10n.t('Deals')]: ['deal'] },
  });
  return chosen && (chosen.path.endsWith('.deal') ? chosen : chosen.with({ path: `${chosen.path}.deal` }));
}
