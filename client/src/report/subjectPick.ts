import { l10n, type QuickPickItem, window } from 'vscode';
import type { ReportChoice, ReportSubject } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';
import { tellInformation } from '../notifications';
import { plainLabel } from '../plainLabel';

interface SubjectItem extends QuickPickItem {
  readonly subject: ReportSubject;
}

/** Asks what a report is to be about, where there is a choice. Undefined when the user broke off. */
export async function pickSubject(server: LanguageServer): Promise<ReportSubject | undefined> {
  const choices = await server.reportChoices();
  if (choices.length === 0) {
    void tellInformation(l10n.t('No deals are declared here yet, so there is nothing to report on.'));
    return undefined;
  }
  const [only] = choices;
  if (only && choices.length === 1) return only.subject;
  const picked = await window.showQuickPick(choices.map(item), {
    title: l10n.t('Ecosystem Report'),
    placeHolder: l10n.t('What the report is about'),
    matchOnDetail: true,
  });
  return picked?.subject;
}

function item({ subject, title, detail }: ReportChoice): SubjectItem {
  const icon = subject.position ? '$(type-hierarchy)' : '$(root-folder)';
  return { label: `${icon} ${plainLabel(title)}`, detail: plainLabel(detail), subject };
}
