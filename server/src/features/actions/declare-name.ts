import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver-types';
import { excerpt } from '../../language/excerpt';
import type { KindName, ReferenceTarget } from '../../language/schema';
import type { Item } from '../../language/item';
import type { DealDocument } from '../../language/document';
import type { Finding } from '../../project/check';
import type { Findings } from '../../project/findings';
import type { Project } from '../../project/project';
import { declarationOf } from '../declare';
import { foundInRange } from './found-in-range';
import { diagnosticOf } from './quick-fixes';

/** The kinds that a name can be declared as where it stands; usual ones alone. */
export function kindsFor(target: ReferenceTarget): readonly KindName[] {
  switch (target) {
    case 'party':
      return ['company', 'fund', 'person'];
    case 'source':
      return ['source'];
    default:
      return [];
  }
}

/**
 * Declares the names that findings in a range miss, where the project keeps such declarations.
 *
 * @param uri of the document, as the client spells it
 */
export function declaringAt(
  project: Project,
  findings: Findings,
  document: DealDocument,
  uri: string,
  range: Range,
): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const { finding, item, index } of foundInRange(findings, document, range)) {
    if (actions.length < mostOffered)
      actions.push(...declaring(project, document, index, item, uri, finding));
  }
  return actions;
}

/** A file may miss thousands of names, of which nobody reads that many in one menu. */
const mostOffered = 12;

function declaring(
  project: Project,
  document: DealDocument,
  index: number,
  item: Item,
  uri: string,
  finding: Finding,
): CodeAction[] {
  const { misnamed } = finding;
  const near = project.uriOf(item);
  if (!misnamed || near === undefined) return [];
  const { name, target } = misnamed;
  return kindsFor(target).flatMap((kind): CodeAction[] => {
    const found = declarationOf(project, near, kind, name);
    if (!found) return [];
    return [
      {
        title: l10n.t('Declare {0} “{1}”', kind, excerpt(name)),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(document, index, finding)],
        edit: { changes: { [found.uri === near ? uri : found.uri]: [found.edit] } },
      },
    ];
  });
}
