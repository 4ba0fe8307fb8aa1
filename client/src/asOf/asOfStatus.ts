import { Disposable, l10n, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { AsOfState, ProjectDay } from '../../../server/src/protocol';
import type { AsOf } from './asOf';
import { longDay, shortDay } from './dayInWords';
import { commonDay, isMoved, isSimplyToday, projectOf, shownProjects } from './daysInForce';

/** Behind what VS Code itself shows on the left. */
const priority = -10;

/** Tells in the status bar as of which day everything is seen, whenever that is not simply today. */
export function createAsOfStatus(asOf: AsOf): Disposable & { readonly item: StatusBarItem } {
  const item = window.createStatusBarItem('dealgraph.asOf', StatusBarAlignment.Left, priority);
  item.name = l10n.t('Dealgraph As-Of Date');
  item.command = 'dealgraph.asOf.set';
  const update = (): void => show(item, asOf);
  update();
  const subscriptions = Disposable.from(
    item,
    asOf.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
  );
  return { item, dispose: () => subscriptions.dispose() };
}

function show(item: StatusBarItem, { state, isBySetting }: AsOf): void {
  const projects = state && inFocus(state).filter((project) => !isSimplyToday(state, project));
  if (state === undefined || projects === undefined || projects.length === 0) {
    item.text = '';
    item.hide();
    return;
  }
  const project = commonDay(inFocus(state));
  const label =
    project === undefined
      ? l10n.t('As of several dates')
      : state.chosen === 'today'
        ? l10n.t('As of today')
        : l10n.t('As of {0}', shortDay(project.day));
  const why =
    project === undefined
      ? l10n.t('Each project is seen as of a date of its own.')
      : reason(project, isBySetting);
  item.text = `$(calendar) ${label}`;
  item.tooltip = tooltip(why, isMoved(state));
  item.accessibilityInformation = { label: l10n.t('{0}. {1}', label, why), role: 'button' };
  item.show();
}

/** The project of the active editor; all of them where none is active. */
function inFocus(state: AsOfState): readonly ProjectDay[] {
  const document = window.activeTextEditor?.document;
  const project = document?.languageId === 'deal' ? projectOf(state, document.uri) : undefined;
  return project ? [project] : shownProjects(state);
}

function reason({ day, because }: ProjectDay, isBySetting: boolean): string {
  const words = longDay(day);
  if (because === 'project')
    return l10n.t(
      'Statuses, sums and the tree are seen as of {0}, as the project’s dealgraph.json says.',
      words,
    );
  return isBySetting
    ? l10n.t('Statuses, sums and the tree are seen as of {0}, as the setting “dealgraph.asOf” says.', words)
    : l10n.t('Statuses, sums and the tree are seen as of {0}, as you chose.', words);
}

function tooltip(why: string, isMoved: boolean): MarkdownString {
  const text = new MarkdownString();
  text.isTrusted = { enabledCommands: ['dealgraph.asOf.set', 'dealgraph.asOf.today'] };
  text.appendText(why);
  const links = [`[${l10n.t('Set As-Of Date…')}](command:dealgraph.asOf.set)`];
  if (isMoved) links.push(`[${l10n.t('Back to Today')}](command:dealgraph.asOf.today)`);
  text.appendMarkdown(`\n\n${links.join(' · ')}`);
  return text;
}
