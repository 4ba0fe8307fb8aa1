import * as l10n from '@vscode/l10n';
import type { DealDocument } from '../../language/document';
import type { Finding, Fix } from '../../project/check';
import type { Findings } from '../../project/findings';
import type { Project } from '../../project/project';
import { Change } from './change';
import type { TextEdit } from './rewritten';

/** What mends everything in a file that is certain, or one sort of it. */
export interface FixAll {
  readonly title: string;
  readonly change: Change;
}

/** All fixes of a file that need nobody to look at them; undefined where there are none. */
export function fixAllIn(project: Project, findings: Findings, document: DealDocument): FixAll | undefined {
  const uri = uriOf(project, document);
  const edits = uri === undefined ? [] : safeEdits(findings, document, uri, () => true);
  return uri !== undefined && edits.length > 0
    ? { title: l10n.t('Fix all that is certain in this file'), change: changeOf(project, uri, edits.flat()) }
    : undefined;
}

/**
 * All such fixes of what one check finds, where there are so many.
 * @param atLeast where there is one alone, its own quick fix does the same
 */
export function fixAllOf(
  project: Project,
  findings: Findings,
  document: DealDocument,
  code: string,
  atLeast = 1,
): FixAll | undefined {
  const uri = uriOf(project, document);
  const edits =
    uri === undefined ? [] : safeEdits(findings, document, uri, (finding) => finding.code === code);
  return uri !== undefined && edits.length >= atLeast
    ? { title: l10n.t('Fix all “{0}” in this file', code), change: changeOf(project, uri, edits.flat()) }
    : undefined;
}

/** The text of a file with all that is certain mended; undefined where nothing is to be. */
export function fixedText(findings: Findings, document: DealDocument, uri: string): string | undefined {
  const edits = safeEdits(findings, document, uri, () => true).flat();
  if (edits.length === 0) return undefined;
  const parts: string[] = [];
  let end = 0;
  for (const edit of edits) {
    parts.push(document.textBetween(end, edit.start), edit.text);
    end = edit.end;
  }
  parts.push(document.textBetween(end, document.length));
  return parts.join('');
}

/** Whether a finding can be mended without anybody looking at it, and how. */
export function safeFixOf({ fixes }: Finding): Fix | undefined {
  return fixes?.find(({ isSafe }) => isSafe);
}

/** The file of a document as the project spells it; undefined for an empty one. */
function uriOf(project: Project, document: DealDocument): string | undefined {
  const first = document.item(0);
  return first && project.uriOf(first);
}

/** The edits of each fix, in the order of the text. Of two that would touch the same text the first is made. */
function safeEdits(
  findings: Findings,
  document: DealDocument,
  uri: string,
  isMeant: (finding: Finding) => boolean,
): TextEdit[][] {
  const found = findings.inFile(uri);
  const chosen: TextEdit[][] = [];
  for (let index = 0; found.size > 0 && index < document.itemCount; index++) {
    const start = document.startOf(index);
    let end = start - 1;
    for (const finding of found.get(document.item(index)!) ?? []) {
      const fix = isMeant(finding) ? safeFixOf(finding) : undefined;
      if (!fix) continue;
      const edits = fix.edits
        .map((edit) => ({ text: edit.text, start: start + edit.start, end: start + edit.end }))
        .sort((a, b) => a.start - b.start);
      // Two insertions at one place would stand in an order that nobody has chosen.
      if (edits.some((edit) => edit.start < end || edit.end === end)) continue;
      end = Math.max(end, ...edits.map((edit) => edit.end));
      chosen.push(edits);
    }
  }
  return chosen;
}

function changeOf(project: Project, uri: string, edits: readonly TextEdit[]): Change {
  const change = new Change(project);
  for (const edit of edits) change.replace(uri, edit);
  return change;
}
