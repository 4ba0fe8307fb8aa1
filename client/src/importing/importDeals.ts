import {
  commands,
  Disposable,
  FileType,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  Range,
} from 'vscode';
import { tellFailure, tellInformation } from '../notifications';
import { plainMessage } from '../plainMessage';
import type { ImportAnswer, ImportedFile } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';
import { chooseColumns, textOf, type ColumnsChoice } from './columnsChoice';
import { ImportPreview, nameOf } from './importPreview';
import { chooseTarget } from './targetChoice';

/** Arguments for a keybinding or another command; what is missing is asked for. */
interface ImportOptions extends ColumnsChoice {
  /** URI of the file that is imported. */
  readonly file?: string;
  /** URI of the deal file that new deals go to. */
  readonly target?: string;
  /** Whether nobody is asked before it is written. */
  readonly isSure?: boolean;
}

/** The command "Import Deals": the rows of a table become deals of the project. */
export function registerImport(server: LanguageServer): Disposable {
  const preview = new ImportPreview();
  return Disposable.from(
    preview,
    commands.registerCommand('dealgraph.importDeals', async (options?: ImportOptions) => {
      try {
        await importDeals(server, preview, options ?? {});
      } catch (error) {
        tellFailure(error);
      }
    }),
  );
}

async function importDeals(
  server: LanguageServer,
  preview: ImportPreview,
  options: ImportOptions,
): Promise<void> {
  const file = options.file === undefined ? await pickFile() : Uri.parse(options.file);
  if (!file) return;
  const text = await textOf(file);
  const columns = options.file === undefined ? await columnsOf(server, text) : options;
  const target =
    columns && (options.target === undefined ? await chooseTarget(file) : Uri.parse(options.target));
  if (!columns || !target) return;
  const { preset, mapping } = columns;
  const asked = {
    text,
    name: nameOf(file.toString()),
    target: target.toString(),
    ...(preset !== undefined && { preset }),
    ...(mapping !== undefined && { mapping }),
  };
  let answer = await worked(server, asked);
  if (answer.problems.length > 0) throw new Error(answer.problems.join(' '));
  if (answer.files.length === 0) {
    void tellInformation(l10n.t('The file says nothing that the project does not say already.'));
    return;
  }
  if (options.isSure !== true) {
    if (!(await preview.isWanted(answer))) return;
    // The files may have been changed while somebody looked at it.
    answer = await worked(server, asked);
  }
  for (const each of answer.files) await write(each);
  const [first] = answer.files;
  if (first) await commands.executeCommand('vscode.open', Uri.parse(first.uri), { preview: false });
}

async function columnsOf(server: LanguageServer, text: string): Promise<ColumnsChoice | undefined> {
  const choices = await server.importChoices({ text });
  if (choices.problem !== undefined) throw new Error(choices.problem);
  return chooseColumns(choices);
}

async function pickFile(): Promise<Uri | undefined> {
  const files = await window.showOpenDialog({
    title: l10n.t('Import Deals'),
    openLabel: l10n.t('Import'),
    filters: {
      [l10n.t('Tables and ownership')]: ['csv', 'tsv', 'txt', 'json', 'jsonl', 'ijson'],
      [l10n.t('All files')]: ['*'],
    },
  });
  return files?.[0];
}

function worked(
  server: LanguageServer,
  params: Parameters<LanguageServer['importDeals']>[0],
): Thenable<ImportAnswer> {
  return window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: plainMessage(l10n.t('Reading {0}', params.name)),
      cancellable: true,
    },
    (_, token) => server.importDeals(params, token),
  );
}

/** Writes a file; one that is open is edited, so that it can be undone, and nothing is lost that is not saved yet. */
async function write({ uri: text, text: content, isNew }: ImportedFile): Promise<void> {
  const uri = Uri.parse(text);
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) {
    const edit = new WorkspaceEdit();
    const last = open.lineAt(open.lineCount - 1).range.end;
    edit.replace(uri, new Range(open.positionAt(0), last), content);
    await workspace.applyEdit(edit);
    await open.save();
    return;
  }
  // What the project has not read is not written over.
  if (isNew && (await exists(uri))) {
    throw new Error(
      l10n.t('{0} is there already, and no part of the project. Choose another file.', nameOf(text)),
    );
  }
  await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Unknown;
  } catch {
    return false;
  }
}
