import type { Range } from 'vscode-languageserver-types';
import { configDiagnostics, diagnosticsOf } from '../features/diagnostics';
import type { Severity } from '../project/check';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { isBelow } from '../project/uri-path';
import type { Opened } from './opened';
import type { Scope } from './paths';

/** Another place that belongs to a problem. */
export interface RelatedProblem {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** What is to be said of a place in a file. Lines and characters count from nought, characters in UTF-16. */
export interface Problem {
  readonly uri: string;
  readonly range: Range;
  readonly severity: Severity;
  /** The code of its check; absent for what is wrong in a `dealgraph.json`. */
  readonly code?: string;
  readonly message: string;
  readonly related: readonly RelatedProblem[];
}

/** A file that was checked, with what there is to say of it. */
export interface CheckedFile {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

const severities: Readonly<Partial<Record<DiagnosticSeverity, Severity>>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
};

/** All files of a scope by path, each with its problems by place. */
export function checkedFiles(opened: Opened, scope: Scope): CheckedFile[] {
  const files: CheckedFile[] = [];
  for (const uri of opened.configUris) {
    const found = opened.workspace.configProblems(uri);
    if (found && found.problems.length > 0 && concerns(uri, scope)) {
      files.push({
        uri,
        text: found.text,
        problems: configDiagnostics(found.text, found.problems).map(of(uri)),
      });
    }
  }
  for (const project of opened.projects) {
    const uris = project.uris.filter((uri) => scope.includes(uri));
    const findings = uris.length > 0 ? opened.findingsOf(project) : undefined;
    for (const uri of uris) {
      const { diagnostics } = diagnosticsOf(project, findings!, uri);
      files.push({ uri, text: project.document(uri)?.text ?? '', problems: diagnostics.map(of(uri)) });
    }
  }
  return files.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** A `dealgraph.json` decides how the files below it are read: what is wrong in it matters to whoever asked for one of these. */
function concerns(configUri: string, scope: Scope): boolean {
  return scope.includes(configUri) || scope.folders.some((folder) => isBelow(configUri, folder));
}

function of(uri: string): (diagnostic: ReturnType<typeof configDiagnostics>[number]) => Problem {
  return ({ range, severity, code, message, relatedInformation = [] }) => ({
    uri,
    range,
    severity: severities[severity ?? DiagnosticSeverity.Error] ?? 'information',
    ...(typeof code === 'string' && { code }),
    message: typeof message === 'string' ? message : message.value,
    related: relatedInformation.map(({ location, message: text }) => ({ ...location, message: text })),
  });
}

/** How many problems there are of each severity. */
export function countOf(files: readonly CheckedFile[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { problems } of files) for (const { severity } of problems) counts[severity]++;
  return counts;
}
