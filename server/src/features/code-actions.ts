import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver-types';
import type { Finding, Fix } from '../project/check';
import type { Findings } from '../project/findings';
import { writeName } from '../language/quote';
import { nearestWords } from '../language/nearest';
import { builtInResources, fitsTarget } from '../language/schema';
import type { DealDocument } from '../language/document';
import type { Project } from '../project/project';
import { rangeIn } from './locations';

/** Quick fixes for the findings that a range touches. */
export function codeActionsAt(
  project: Project,
  findings: Findings,
  document: DealDocument,
  uri: string,
  range: Range,
): CodeAction[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const actions: CodeAction[] = [];
  const first = Math.max(0, document.indexAt(start) - 1);
  for (let index = first; index < document.items.length && document.startOf(index) <= end; index++) {
    const item = document.items[index]!;
    const offset = document.startOf(index);
    for (const finding of findings.of(item)) {
      if (offset + finding.span.start > end || offset + finding.span.end < start) continue;
      for (const fix of [...(finding.fixes ?? []), ...renamings(project, finding)]) {
        actions.push(toAction(document, index, uri, finding, fix));
      }
    }
  }
  return actions;
}

function toAction(
  document: DealDocument,
  index: number,
  uri: string,
  finding: Finding,
  fix: Fix,
): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [
      {
        range: rangeIn(document, index, finding.span),
        message: finding.message,
        code: finding.code,
        source: 'dealgraph',
      },
    ],
    edit: {
      changes: {
        [uri]: fix.edits.map((edit) => ({ range: rangeIn(document, index, edit), newText: edit.text })),
      },
    },
    ...(fix.preferred && { isPreferred: true }),
  };
}

/** The nearest declared names that fit in the place of a name that does not. */
function renamings(project: Project, { misnamed }: Finding): Fix[] {
  if (!misnamed) return [];
  const { name, target, span } = misnamed;
  const fitting = [...project.names()].filter((candidate) => {
    const declaration = project.find(candidate);
    return declaration && candidate !== name && fitsTarget(declaration.kind, target);
  });
  if (target === 'resource') fitting.push(...Object.keys(builtInResources));
  return nearestWords(name, fitting).map((candidate, index) => ({
    title: l10n.t('Change to “{0}”', candidate),
    edits: [{ ...span, text: writeName(candidate) }],
    preferred: index === 0,
  }));
}
