import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { NamedScope, PictureChoice } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';
import { tellInformation } from '../notifications';
import { plainLabel } from '../plainLabel';

interface SubjectItem extends QuickPickItem {
  readonly subject?: NamedScope;
}

/**
 * Asks what a picture is to be about, where there is a choice. Undefined when the user broke off.
 * @param text what is looked for
 */
export async function pickPictureSubject(server: LanguageServer, text = ''): Promise<NamedScope | undefined> {
  const choices = await server.pictureChoices();
  if (choices.length === 0) {
    void tellInformation(l10n.t('No deals are declared here yet, so there is nothing to draw.'));
    return undefined;
  }
  const [only] = choices;
  if (only && choices.length === 1) return only;
  const picker = window.createQuickPick<SubjectItem>();
  picker.title = l10n.t('Picture');
  picker.placeholder = l10n.t('What the picture is about');
  picker.matchOnDetail = true;
  picker.items = itemsOf(choices);
  picker.value = text;
  const picked = await new Promise<SubjectItem | undefined>((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  return picked?.subject;
}

function itemsOf(choices: readonly PictureChoice[]): SubjectItem[] {
  const items: SubjectItem[] = [];
  let kind: PictureChoice['kind'] | undefined;
  for (const choice of choices) {
    if (choice.kind !== kind)
      items.push({ label: headingOf(choice.kind), kind: QuickPickItemKind.Separator });
    kind = choice.kind;
    items.push({
      label: `${iconOf(choice.kind)} ${plainLabel(choice.title)}`,
      detail: plainLabel(choice.detail),
      subject: choice,
    });
  }
  return items;
}

function headingOf(kind: PictureChoice['kind']): string {
  switch (kind) {
    case 'ecosystem':
      return l10n.t('Ecosystems');
    case 'project':
      return l10n.t('Everything');
    case 'party':
      return l10n.t('Around one party');
  }
}

function iconOf(kind: PictureChoice['kind']): string {
  switch (kind) {
    case 'ecosystem':
      return '$(type-hierarchy)';
    case 'project':
      return '$(root-folder)';
    case 'party':
      return '$(briefcase)';
  }
}
