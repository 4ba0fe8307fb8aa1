import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../project/check';
import type { Findings } from '../project/findings';
import { DealDocument } from '../language/document';
import type { ConfigProblem } from '../project/config';
import type { Project } from '../project/project';
import { locate, rangeIn } from './locations';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** The diagnostics of one file, and the other files that they point to. */
export interface FileDiagnostics {
  readonly diagnostics: Diagnostic[];
  readonly relatedFiles: ReadonlySet<string>;
}

/**
 * Everything that the checks have to say about a file.
 *
 * @param pageOf where a check is explained, for clients that can open that
 */
export function diagnosticsOf(
  project: Project,
  findings: Findings,
  uri: string,
  pageOf?: (code: string) => string,
): FileDiagnostics {
  const document = project.document(uri);
  const diagnostics: Diagnostic[] = [];
  const relatedFiles = new Set<string>();
  if (document) {
    const found = [...findings.inFile(uri)].map(([item, list]) => ({ index: document.indexOf(item), list }));
    for (const { index, list } of found.sort((a, b) => a.index - b.index)) {
      for (const finding of list)
        diagnostics.push({
          ...toDiagnostic(project, document, index, finding, relatedFiles),
          ...(pageOf && { codeDescription: { href: pageOf(finding.code) } }),
        });
    }
  }
  relatedFiles.delete(uri);
  return { diagnostics, relatedFiles };
}

function toDiagnostic(
  project: Project,
  document: DealDocument,
  index: number,
  finding: Finding,
  relatedFiles: Set<string>,
): Diagnostic {
  const relatedInformation = finding.related?.flatMap(({ declaration, span, message }) => {
    // It may have changed since, and the finding waits to be looked at again.
    if (project.uriOf(declaration.item) === undefined) return [];
    const location = locate(project, declaration, span);
    relatedFiles.add(location.uri);
    return [{ location, message }];
  });
  return {
    range: rangeIn(document, index, finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'dealgraph',
    message: finding.message,
    ...(relatedInformation && relatedInformation.length > 0 && { relatedInformation }),
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

/** The problems of a `dealgraph.json`. */
export function configDiagnostics(text: string, problems: readonly ConfigProblem[]): Diagnostic[] {
  const lines = DealDocument.parse(text);
  return problems.map(({ start, end, message }) => ({
    range: { start: lines.placeAt(start), end: lines.placeAt(end) },
    severity: DiagnosticSeverity.Error,
    source: 'dealgraph',
    message,
  }));
}
