import assert from 'node:assert/strict';
import type {
  CodeAction,
  Range,
  SnippetTextEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { actionsAt, dataOf, resolvedAction, type ActionRequest } from '../../../src/features/actions/actions';
import type { ActionClient } from '../../../src/features/actions/client';
import { DealDocument } from '../../../src/language/document';
import type { Project } from '../../../src/project/project';
import { fixtureDay, projectOf, settingsIn, settle, uriOf } from '../../project-fixture';

/** A client that can do all but ask for edits later and fill snippets in. */
export const capableClient: ActionClient = {
  documentChanges: true,
  createsFiles: true,
  snippetEdits: false,
  resolvesEdits: false,
  showsRefused: true,
  showsDocuments: true,
};

export type Files = Readonly<Record<string, string>>;
export interface Asked {
  readonly client?: Partial<ActionClient>;
  readonly only?: readonly string[];
  readonly isAutomatic?: boolean;
  readonly isWhole?: boolean;
  /** The text of `dealgraph.json`. */
  readonly config?: string;
}

/** What is asked where one of some files holds `$0`, or `$0…$1` around what is selected. A text alone is `main.deal`. */
export function requestIn(marked: string | Files, asked: Asked = {}): ActionRequest {
  const files = typeof marked === 'string' ? { 'main.deal': marked } : marked;
  const [name, text] = Object.entries(files).find(([, content]) => content.includes('$0')) ?? [];
  assert.ok(name !== undefined && text !== undefined, 'a file holds the mark $0');
  const start = text.indexOf('$0');
  const behind = text.slice(0, start) + text.slice(start + 2);
  const mark = behind.indexOf('$1', start);
  // `$1B` is money.
  const isSelection = mark >= 0 && !/^\$1[\d.KMBT]/.test(behind.slice(mark));
  const clean = isSelection ? behind.slice(0, mark) + behind.slice(mark + 2) : behind;
  const document = DealDocument.parse(clean);
  const range = { start: document.placeAt(start), end: document.placeAt(isSelection ? mark : start) };
  return requestAt({ ...files, [name]: clean }, name, range, asked);
}

/** What is asked for a range of one of some files. */
export function requestAt(files: Files, name: string, range: Range, asked: Asked = {}): ActionRequest {
  const { project, findings } = projectOf(files, undefined, settingsIn(asked.config));
  settle(findings);
  const uri = uriOf(name);
  return {
    project,
    findings,
    document: project.document(uri)!,
    uri,
    spelled: uri,
    range,
    client: { ...capableClient, ...asked.client },
    today: fixtureDay,
    isWhole: asked.isWhole ?? true,
    only: asked.only,
    isAutomatic: asked.isAutomatic ?? false,
  };
}

/** The titles of what is offered, but for what silences findings. */
export function titlesIn(marked: string | Files, asked?: Asked): string[] {
  return actionsAt(requestIn(marked, asked))
    .map(({ title }) => title)
    .filter((title) => !title.startsWith('Ignore “'));
}

/** Checks what all files become by the action of that title. A text alone is `main.deal`; files not named stay. */
export function checkAction(
  marked: string | Files,
  title: string,
  expected: string | Files,
  asked?: Asked,
): void {
  const request = requestIn(marked, asked);
  const action = actionsAt(request).find((candidate) => candidate.title === title);
  assert.ok(action, `“${title}” is offered among: ${titlesIn(marked, asked).join(' | ')}`);
  assert.equal(action.disabled, undefined);
  const { project } = request;
  const before = textsOf(project);
  const wanted = typeof expected === 'string' ? { 'main.deal': expected } : expected;
  assert.deepEqual(applied(project, editOf(action, request)), { ...before, ...wanted });
}

/** Checks that nothing with such a title is offered, or only as what cannot be run. */
export function checkNotOffered(marked: string | Files, title: RegExp, asked?: Asked): void {
  const found = actionsAt(requestIn(marked, asked)).filter(
    (action) => title.test(action.title) && !action.disabled,
  );
  assert.deepEqual(
    found.map((action) => action.title),
    [],
  );
}

/** The edit of an action, worked out where it has none yet. */
export function editOf(action: CodeAction, request: ActionRequest): WorkspaceEdit {
  if (action.edit) return action.edit;
  const data = dataOf(action);
  const resolved = data && resolvedAction(action, data, request);
  assert.ok(resolved?.edit, action.title);
  return resolved.edit;
}

/** The texts of all files of a project, by name. */
export function textsOf(project: Project): Record<string, string> {
  return Object.fromEntries(
    project.uris.map((uri) => [uri.replace(uriOf(''), ''), project.document(uri)!.text]),
  );
}

/** The texts of all files when an edit was made, which has to be one that editors take: made of parts that do not overlap. */
export function applied(
  project: Project,
  { changes, documentChanges }: WorkspaceEdit,
): Record<string, string> {
  const texts = textsOf(project);
  const edited = new Map<string, (TextEdit | SnippetTextEdit)[]>();
  for (const [uri, edits] of Object.entries(changes ?? {})) edited.set(uri, edits);
  for (const change of documentChanges ?? []) {
    if ('textDocument' in change) {
      assert.ok(!edited.has(change.textDocument.uri), 'a file is changed once');
      edited.set(change.textDocument.uri, change.edits);
    } else {
      assert.equal(change.kind, 'create');
      assert.ok(change.kind === 'create' && !(change.uri.replace(uriOf(''), '') in texts), 'the file is new');
      texts[change.uri.replace(uriOf(''), '')] = '';
    }
  }
  for (const [uri, edits] of edited) {
    const name = uri.replace(uriOf(''), '');
    const document = DealDocument.parse(texts[name]!);
    let text = '';
    let at = 0;
    const placed = edits.map((edit) => ({
      start: document.offsetAt(edit.range.start),
      end: document.offsetAt(edit.range.end),
      text: 'snippet' in edit ? edit.snippet.value : edit.newText,
    }));
    for (const { start, end, text: inserted } of placed.sort((a, b) => a.start - b.start || a.end - b.end)) {
      assert.ok(start >= at && end >= start, 'edits do not overlap');
      text += document.textBetween(at, start) + inserted;
      at = end;
    }
    texts[name] = text + document.textBetween(at, document.length);
  }
  return texts;
}
