import type {
  CreateFile,
  Location,
  Range,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit as LspEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { DealDocument } from '../../language/document';
import type { DeclarationNode, Span } from '../../language/tree';
import type { Project } from '../../project/project';
import { inSnippet } from '../snippet-text';
import type { ActionClient } from './client';
import { appended, rewritten, type TextEdit } from './rewritten';
import { blankStart } from './unit';

/** A replacement in a document. */
interface PlacedEdit extends TextEdit {
  /** The same text in snippet syntax. */
  readonly snippet?: string;
}

/** Changes of several files, which are made and taken back together. */
export class Change {
  private readonly edits = new Map<string, PlacedEdit[]>();
  private readonly created = new Map<string, string>();

  constructor(private readonly project: Project) {}

  /** Replaces text between two offsets of a document. */
  replace(uri: string, edit: PlacedEdit): this {
    const edits = this.edits.get(uri);
    if (edits) edits.push(edit);
    else this.edits.set(uri, [edit]);
    return this;
  }

  /**
   * Replaces text in an item and sets its declaration in the one style. Once for each item.
   *
   * @param toFill the parts of the declaration that the user is to write, as it reads in the end
   * @returns undefined where the item would not be sound, or stays as it is
   */
  rewrite(
    uri: string,
    index: number,
    edits: readonly TextEdit[],
    toFill?: (declaration: DeclarationNode) => readonly Span[],
  ): this | undefined {
    const document = this.project.document(uri);
    const edit = document && rewritten(document, index, edits);
    if (!edit || edit.text === document.textBetween(edit.start, edit.end)) return undefined;
    const snippet = toFill && snippetOf(document, index, edit, toFill);
    return this.replace(uri, snippet === undefined ? edit : { ...edit, snippet });
  }

  /**
   * Takes text out of a document, behind all that is rewritten in it: what is rewritten from the blank lines on that go with
   * the text starts below them.
   */
  remove(uri: string, removal: TextEdit): this {
    const { start, end } = removal;
    const isParted = startsBelowBlank(this.project.document(uri), start);
    const edits = (this.edits.get(uri) ?? []).map((edit): PlacedEdit => {
      const isBelow = edit.start > end || (edit.start === end && !isParted);
      if (edit.start < start || isBelow) return edit;
      const below = (text: string) => text.replace(blankStart, '');
      return {
        start: end,
        end: Math.max(end, edit.end),
        text: below(edit.text),
        ...(edit.snippet !== undefined && { snippet: below(edit.snippet) }),
      };
    });
    this.edits.set(uri, [...edits, removal]);
    return this;
  }

  /**
   * Writes a declaration at the end of a file of the project.
   *
   * @returns undefined where something at the end of the file is broken
   */
  append(uri: string, declaration: string): this | undefined {
    const document = this.project.document(uri);
    const text = document && appended(document, declaration);
    if (text === undefined) return undefined;
    return this.replace(uri, { start: document!.length, end: document!.length, text });
  }

  /** Where a text that is written to a file stands once the change is made; the last one, where one place is changed. */
  placeOf(uri: string, written: string): Location | undefined {
    const document = this.project.document(uri);
    const [edit, another] = this.edits.get(uri) ?? [];
    const at = edit?.text.lastIndexOf(written) ?? -1;
    if (!document || !edit || another || at < 0) return undefined;
    const after = document.replace(edit.start, edit.end, edit.text);
    const start = edit.start + at;
    return { uri, range: { start: after.placeAt(start), end: after.placeAt(start + written.length) } };
  }

  /** Makes a file. */
  create(uri: string, text: string): this {
    this.created.set(uri, text);
    return this;
  }

  /**
   * The change as the client takes it.
   *
   * @param spelled how the client spells the URI of a file
   */
  toWorkspaceEdit(client: ActionClient, spelled: (uri: string) => string): WorkspaceEdit {
    const documents = [...this.edits].map(([uri, edits]) => ({
      uri: spelled(uri),
      edits: edits.map((edit) => toEdit(this.project.document(uri), edit, client)),
    }));
    const isPlain = documents.every(({ edits }) => edits.every(isTextEdit));
    if (this.created.size === 0 && (isPlain || !client.documentChanges)) {
      return {
        changes: Object.fromEntries(documents.map(({ uri, edits }) => [uri, edits.filter(isTextEdit)])),
      };
    }
    const files = [...this.created].flatMap(([uri, newText]): (CreateFile | TextDocumentEdit)[] => [
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ range: startOfFile, newText }] },
    ]);
    return {
      documentChanges: [
        ...files,
        ...documents.map(({ uri, edits }) => ({ textDocument: { uri, version: null }, edits })),
      ],
    };
  }
}

/** Whether an offset is the start of a document, or of a line with a blank one above it. */
function startsBelowBlank(document: DealDocument | undefined, offset: number): boolean {
  const { line, character } = document?.placeAt(offset) ?? startOfFile.start;
  if (line === 0 || character > 0) return character === 0;
  return document!.textBetween(document!.offsetAt({ line: line - 1, character: 0 }), offset).trim() === '';
}

const startOfFile: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function toEdit(
  document: DealDocument | undefined,
  { start, end, text, snippet }: PlacedEdit,
  { snippetEdits }: ActionClient,
): LspEdit | SnippetTextEdit {
  const range = {
    start: document?.placeAt(start) ?? startOfFile.start,
    end: document?.placeAt(end) ?? startOfFile.end,
  };
  return snippet !== undefined && snippetEdits
    ? { range, snippet: { kind: 'snippet', value: snippet } }
    : { range, newText: text };
}

function isTextEdit(edit: LspEdit | SnippetTextEdit): edit is LspEdit {
  return 'newText' in edit;
}

/** An edit's text in snippet syntax; undefined where nothing in it is to be filled in. */
function snippetOf(
  document: DealDocument,
  index: number,
  { start, end, text }: TextEdit,
  toFill: (declaration: DeclarationNode) => readonly Span[],
): string | undefined {
  const after = document.replace(start, end, text);
  const node = after.item(index)?.declaration;
  if (!node) return undefined;
  const offset = after.startOf(index) - start;
  let snippet = '';
  let at = 0;
  let count = 0;
  for (const part of toFill(node)) {
    const from = part.start + offset;
    const to = part.end + offset;
    if (from < at || to > text.length) continue;
    snippet += `${inSnippet(text.slice(at, from))}\${${++count}:${inSnippet(text.slice(from, to))}}`;
    at = to;
  }
  return count > 0 ? snippet + inSnippet(text.slice(at)) : undefined;
}
