import { commands, Disposable, l10n, type TreeView, window } from 'vscode';
import type { ServerStatusParams } from '../../../server/src/protocol';
import type { AsOf } from '../asOf/asOf';
import type { LanguageServer } from '../languageServer/languageServer';
import { tellInformation } from '../notifications';
import { partlyRead } from '../status/serverStatus';
import { CursorFollower } from './cursorFollower';
import { registerDeclareSuggestion } from './declareSuggestion';
import { askForFilter } from './filterInput';
import { groupingLabel, pickGrouping } from './groupByPick';
import { registerRowCommands } from './rowCommands';
import type { RowNode } from './rowNode';
import { registerRowProblems } from './rowProblems';
import { RowProvider } from './rowProvider';
import { groupBy, onDidChangeGroupBy, setFollowCursor } from './settings';

/** The Ecosystems view, of which the tests need more than its lifetime. */
export interface EcosystemsView extends Disposable {
  readonly view: TreeView<RowNode>;
  readonly rows: RowProvider;
  /** Shows only rows that contain the text; all of them for an empty one. */
  setFilter(filter: string): void;
}

/** Makes the view with its commands; it fills itself as soon as the server runs. */
export function createEcosystemsView(server: LanguageServer, asOf: AsOf): EcosystemsView {
  const rows = new RowProvider(server, { groupBy: groupBy() });
  const view = window.createTreeView('dealgraph.ecosystems', {
    treeDataProvider: rows,
    showCollapseAll: true,
  });
  const follower = new CursorFollower(server, view, rows);

  let status: ServerStatusParams | undefined;
  let found: string | undefined;
  /** Whoever reads sums has to know what is not in them, and of which day they are. */
  const showMessage = (): void => {
    const reading = status?.state === 'reading' ? l10n.t('Reading deal files…') : undefined;
    const missing = status?.state === 'partlyRead' ? `${partlyRead(status)}.` : undefined;
    view.message =
      [asOf.label, reading, missing, found].filter((part) => part !== undefined).join(' ') || undefined;
  };
  const setFilter = (text: string): void => {
    const filter = text === '' ? undefined : text;
    if (filter === rows.query.filter) return;
    setContext('filtered', filter !== undefined);
    if (filter === undefined) found = undefined;
    showMessage();
    rows.setQuery({ ...rows.query, filter });
  };
  const showGrouping = (): void => {
    const { groupBy: grouping } = rows.query;
    view.description =
      grouping === 'ecosystem' ? undefined : l10n.t('by {0}', groupingLabel(grouping).toLocaleLowerCase());
  };
  const showAtCursor = async (): Promise<void> => {
    if (await follower.show()) return;
    if (rows.query.filter !== undefined) {
      setFilter('');
      if (await follower.show()) return;
    }
    void tellInformation(l10n.t('Ecosystems has no row for what is at the cursor.'));
  };
  showGrouping();
  setContext('server', server.state);

  const subscriptions = Disposable.from(
    rows,
    view,
    follower,
    registerRowProblems(),
    registerRowCommands(view),
    registerDeclareSuggestion(server, view, rows),
    view.onDidExpandElement(({ element }) => rows.setExpanded(element, true)),
    view.onDidCollapseElement(({ element }) => rows.setExpanded(element, false)),
    rows.onDidReadTop((count) => {
      const { filter } = rows.query;
      if (filter === undefined) return;
      found = count === 0 ? l10n.t('Nothing matches “{0}”.', filter) : l10n.t('Filtered by “{0}”.', filter);
      showMessage();
    }),
    server.onDidChangeStatus((news) => {
      status = news;
      setContext('reading', news.state === 'reading');
      showMessage();
    }),
    server.onDidChangeTree(({ empty }) => {
      setContext('empty', empty);
      rows.refresh(view.visible);
    }),
    server.onDidChangeState((state) => {
      setContext('server', state);
      status = undefined;
      showMessage();
      if (state !== 'running') setContext('empty', false);
      rows.refresh();
    }),
    onDidChangeGroupBy(() => {
      rows.setQuery({ ...rows.query, groupBy: groupBy() });
      showGrouping();
    }),
    asOf.onDidChange(showMessage),
    commands.registerCommand('dealgraph.ecosystems.groupBy', pickGrouping),
    commands.registerCommand('dealgraph.ecosystems.filter', async () => {
      await commands.executeCommand('dealgraph.ecosystems.focus');
      askForFilter(rows.query.filter ?? '', setFilter);
    }),
    commands.registerCommand('dealgraph.ecosystems.clearFilter', () => setFilter('')),
    commands.registerCommand('dealgraph.ecosystems.followCursor', () => setFollowCursor(true)),
    commands.registerCommand('dealgraph.ecosystems.stopFollowingCursor', () => setFollowCursor(false)),
    commands.registerCommand('dealgraph.ecosystems.showAtCursor', showAtCursor),
  );
  return { view, rows, setFilter, dispose: () => subscriptions.dispose() };
}

/** Sets what the `when` clauses of the view's menus and welcome texts ask for. */
function setContext(name: 'filtered' | 'empty' | 'reading' | 'server', value: boolean | string): void {
  void commands.executeCommand('setContext', `dealgraph.ecosystems.${name}`, value);
}
