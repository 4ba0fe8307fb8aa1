import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import type { DeclarationNode, Span } from '../language/tree';
import { nameSpan, type Declaration } from '../model/declaration';
import { mentionSpan, nameAt, rangeIn, type Cursor } from './locations';
import { isPaying, referenceKindOf } from './reference-kind';

/**
 * All places in this document of what is under the cursor, in their order.
 *
 * Of a name: a write is where it is declared and where the party pays, so that the money it puts in stands out from the
 * money it gets; all others are reads. Of a property or modifier: the same word in the same declaration, and of a kind:
 * the same kind in the document, both as text. Values are left to the editor, which marks what is written alike.
 */
export function highlightsAt(cursor: Cursor): DocumentHighlight[] {
  const name = nameAt(cursor);
  return name ? placesOfName(cursor, name.name) : placesOfWord(cursor);
}

function placesOfName({ project, uri, document }: Cursor, name: string): DocumentHighlight[] {
  const found: DocumentHighlight[] = [];
  const indexes = new Map<Declaration, number>();
  const add = (declaration: Declaration, span: Span, kind: DocumentHighlightKind) => {
    let index = indexes.get(declaration);
    if (index === undefined) indexes.set(declaration, (index = document.indexOf(declaration.item)));
    found.push({ range: rangeIn(document, index, span), kind });
  };
  const isHere = (declaration: Declaration) => project.uriOf(declaration.item) === uri;
  for (const declaration of project.declarationsOf(name)) {
    if (isHere(declaration)) add(declaration, nameSpan(declaration), DocumentHighlightKind.Write);
  }
  for (const { declaration, mention } of project.mentionsOf(name)) {
    if (!isHere(declaration)) continue;
    const pays = isPaying(referenceKindOf(mention, declaration));
    add(declaration, mentionSpan(mention), pays ? DocumentHighlightKind.Write : DocumentHighlightKind.Read);
  }
  return found.sort(
    ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
  );
}

function placesOfWord({ document, item, index, offset }: Cursor): DocumentHighlight[] {
  const node = item?.declaration;
  if (!node) return [];
  const covers = (span: Span) => span.start <= offset && offset <= span.end;
  if (covers(node.keyword)) return placesOfKind(document, node);
  const words = wordsIn(node);
  const word = words.find(({ span }) => covers(span));
  if (!word) return [];
  return words
    .filter(({ role, text }) => role === word.role && text === word.text)
    .map(({ span }) => ({ range: rangeIn(document, index, span), kind: DocumentHighlightKind.Text }));
}

/** In longer documents the places of a kind are left to the editor: every declaration would have to be read for them. */
const mostItems = 1000;

function placesOfKind(document: DealDocument, { kind }: DeclarationNode): DocumentHighlight[] {
  const found: DocumentHighlight[] = [];
  if (!kind || document.itemCount > mostItems) return found;
  document.items.forEach(({ declaration }, index) => {
    if (declaration?.kind !== kind) return;
    found.push({ range: rangeIn(document, index, declaration.keyword), kind: DocumentHighlightKind.Text });
  });
  return found;
}

interface WordIn {
  readonly role: 'property' | 'modifier';
  readonly text: string;
  readonly span: Span;
}

/** The properties and modifiers of a declaration in their order. */
function wordsIn({ body }: DeclarationNode): WordIn[] {
  return (body?.properties ?? []).flatMap(({ key, modifiers }) => [
    { role: 'property' as const, text: key.text, span: key },
    ...modifiers.map(({ name, start, wordEnd }) => ({
      role: 'modifier' as const,
      text: name,
      span: { start, end: wordEnd },
    })),
  ]);
}
