import {
  CancellationTokenSource,
  commands,
  Disposable,
  l10n,
  ProgressLocation,
  window,
  workspace,
} from 'vscode';
import type { Report, ReportSubject } from '../../../server/src/protocol';
import type { RowNode } from '../ecosystems/rowNode';
import type { LanguageServer } from '../languageServer/languageServer';
import { tellFailure } from '../notifications';
import { openReport } from './reportDocument';
import { ReportPage } from './reportPage';
import { pickSubject } from './subjectPick';

/** Milliseconds after which people wonder what is going on. */
const patience = 500;

/** The commands that make a report of an ecosystem or a project: as a document, or to be pasted elsewhere. */
export function registerReports(server: LanguageServer): Disposable {
  const page = new ReportPage();
  const onReport =
    (use: (report: Report) => Promise<void>) =>
    async (node: RowNode | undefined): Promise<void> => {
      try {
        const subject = subjectOf(node) ?? (await pickSubject(server));
        const report = subject && (await make(server, subject));
        if (report) await use(report);
      } catch (error) {
        // The server is down, or the ecosystem is gone: its words say so.
        tellFailure(error);
      }
    };
  return Disposable.from(
    page,
    commands.registerCommand('dealgraph.report', onReport(openReport)),
    commands.registerCommand(
      'dealgraph.report.copyHtml',
      onReport(async (report) => page.show(report)),
    ),
  );
}

/** The ecosystem whose row it is; from the palette and from the view's title there is none. */
function subjectOf(node: RowNode | undefined): ReportSubject | undefined {
  const location = node?.row?.kind === 'ecosystem' ? node.row.location : undefined;
  return location && { uri: location.uri, position: location.range.start };
}

/** Shows that it is under way where that takes long. Undefined when the user had enough of waiting. */
async function make(server: LanguageServer, subject: ReportSubject): Promise<Report | undefined> {
  // Where VS Code looks for what a document that was never saved leads to.
  const [folder] = workspace.workspaceFolders ?? [];
  const source = new CancellationTokenSource();
  const report = server.report({ subject, ...(folder && { folder: folder.uri.toString() }) }, source.token);
  try {
    const made = await Promise.race([report, delay(patience)]);
    if (made) return made;
    const shown = {
      location: ProgressLocation.Notification,
      title: l10n.t('Writing the report'),
      cancellable: true,
    };
    return await window.withProgress(shown, (_, token) => {
      token.onCancellationRequested(() => source.cancel());
      return report;
    });
  } catch (error) {
    if (source.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    source.dispose();
  }
}

function delay(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
