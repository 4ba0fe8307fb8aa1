import { l10n, type QuickPickItem, window } from 'vscode';
import { type Grouping, groupings } from '../../../server/src/protocol';
import { groupBy, setGroupBy } from './settings';

interface GroupingItem extends QuickPickItem {
  readonly grouping: Grouping;
}

/** Lets the user choose how the view is arranged and keeps the choice in the settings. */
export async function pickGrouping(): Promise<void> {
  const current = groupBy();
  const items = groupings.map((grouping): GroupingItem => ({
    grouping,
    label: groupingLabel(grouping),
    detail: groupingDetail(grouping),
    description: grouping === current ? l10n.t('current') : undefined,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Group Ecosystems By'),
    placeHolder: l10n.t('How the parties and deals are arranged'),
  });
  if (picked !== undefined) await setGroupBy(picked.grouping);
}

/** The name of a grouping as it stands in menus. */
export function groupingLabel(grouping: Grouping): string {
  switch (grouping) {
    case 'ecosystem':
      return l10n.t('Ecosystem');
    case 'partyKind':
      return l10n.t('Kind of Party');
    case 'status':
      return l10n.t('Status');
    case 'year':
      return l10n.t('Year');
  }
}

function groupingDetail(grouping: Grouping): string {
  switch (grouping) {
    case 'ecosystem':
      return l10n.t('Backers, portfolio, suppliers, customers, allies and ventures of each hub');
    case 'partyKind':
      return l10n.t('Companies, funds, people, governments and organizations with their deals');
    case 'status':
      return l10n.t('Deals from rumored to closed, and those that came to nothing');
    case 'year':
      return l10n.t('Deals by the year of their latest status');
  }
}
