import { l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { tellInformation } from '../notifications';
import type { ImportChoices } from '../../../server/src/protocol';
import { decoded } from '../../../server/src/decoded';

/** What the columns of a file are: a preset, the text of a mapping, or what the file says itself where both are absent. */
export interface ColumnsChoice {
  readonly preset?: string;
  readonly mapping?: string;
}

interface Item extends QuickPickItem {
  readonly choose: () => Promise<ColumnsChoice | undefined> | ColumnsChoice;
}

/** Has somebody say what the columns of a file are. Undefined where he broke off, or has a guess to put right first. */
export async function chooseColumns({
  recognized,
  presets,
  guess,
}: ImportChoices): Promise<ColumnsChoice | undefined> {
  const items: Item[] = [
    ...(recognized === null
      ? []
      : [{ label: l10n.t('As it says itself'), description: recognized, choose: () => ({}) }]),
    {
      label: l10n.t('By a mapping file…'),
      description: l10n.t('JSON that says what each column is'),
      choose: chooseMapping,
    },
    {
      label: l10n.t('Write a mapping file…'),
      description: l10n.t('A guess to be put right and saved'),
      choose: () => openGuess(guess),
    },
    ...presets.map(({ name, title }) => ({
      label: name,
      description: title,
      choose: () => ({ preset: name }),
    })),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Import Deals'),
    placeHolder: l10n.t('What are the columns of the file?'),
    matchOnDescription: true,
  });
  return picked?.choose();
}

async function chooseMapping(): Promise<ColumnsChoice | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('Mapping file'),
      filters: { [l10n.t('Mappings')]: ['json', 'jsonc'] },
    })) ?? [];
  return file && { mapping: await textOf(file) };
}

async function openGuess(guess: string): Promise<undefined> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'jsonc', content: guess }));
  void tellInformation(l10n.t('Put the guess right, save it, and import again by that mapping file.'));
}

/** The text of a file that some program has written. */
export async function textOf(file: Uri): Promise<string> {
  return decoded(await workspace.fs.readFile(file));
}
