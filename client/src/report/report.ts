import { commands, Disposable, l10n, ProgressLocation, window } from 'vscode';
import type { Report, ReportSubject } from '../../../server/src/protocol';
import type { RowNode } from '../ecosystems/rowNode';
import type { LanguageServer } from '../languageServer/languageServer';
import { openReport } from './reportDocument';
import { ReportPage } from './reportPage';
import { pickSubject } from './subjectPick';

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
        void window.showErrorMessage(error instanceof Error ? error.message : String(error));
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

/** Undefined when the user had enough of waiting. */
async function make(server: LanguageServer, subject: ReportSubject): Promise<Report | undefined> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Writing the report'), cancellable: true },
    async (_, token) => {
      try {
        return await server.report({ subject }, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    },
  );
}
