import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Location, Range } from 'vscode-languageserver-types';
import type { DealDocument } from '../../src/language/document';
import { callHierarchyAt, incomingFundings, outgoingFundings } from '../../src/features/call-hierarchy';
import { definitionLocationsAt, definitionsAt } from '../../src/features/definition';
import { highlightsAt } from '../../src/features/document-highlight';
import { documentLinksOf, resolvedLink } from '../../src/features/document-link';
import type { HierarchyItem } from '../../src/features/hierarchy-item';
import { implementationsAt } from '../../src/features/implementation';
import { LanguageReferenceDocument } from '../../src/features/language-reference';
import { linkedEditingAt } from '../../src/features/linked-editing';
import { cursorAt, nameAt } from '../../src/features/locations';
import { referenceKindOf } from '../../src/features/reference-kind';
import { referencesAt } from '../../src/features/references';
import { selectionRangeAt } from '../../src/features/selection-range';
import { subtypesOf, supertypesOf, typeHierarchyAt } from '../../src/features/type-hierarchy';
import { resolvedSymbol, workspaceSymbolsOf } from '../../src/features/workspace-symbol';
import type { Project } from '../../src/project/project';
import { inOneGo } from '../in-one-go';
import { anyText, editOf, propertyRuns } from '../language/random-text';
import { projectOf, sample, uriOf } from '../project-fixture';

const reference = new LanguageReferenceDocument();

/** Asks everything that leads from a place to others, and checks that it leads to places that are there. */
function askAt(project: Project, uri: string, offset: number): void {
  const document = project.document(uri)!;
  const cursor = cursorAt(project, uri, document.placeAt(offset))!;
  definitionsAt(cursor);
  for (const location of [
    ...definitionLocationsAt(cursor),
    ...referencesAt(cursor, true),
    ...implementationsAt(cursor),
  ]) {
    isThere(project, location);
  }
  reference.typeDefinitionAt(cursor);
  for (const { range } of highlightsAt(cursor)) isThere(project, { uri, range });
  for (const range of linkedEditingAt(cursor)?.ranges ?? []) isThere(project, { uri, range });
  isThere(project, { uri, range: selectionRangeAt(cursor).range });
  const name = nameAt(cursor);
  if (name) referenceKindOf(name.mention, name.declaration);
  for (const item of typeHierarchyAt(cursor) ?? []) {
    isItem(project, item);
    for (const each of [...supertypesOf(project, item.data), ...subtypesOf(project, item.data)]) {
      isItem(project, each);
    }
  }
  for (const item of callHierarchyAt(cursor) ?? []) {
    isItem(project, item);
    for (const { item: from, ranges } of inOneGo(incomingFundings(project, item))) {
      isItem(project, from);
      for (const range of ranges) isThere(project, { uri: from.uri, range });
    }
    for (const { item: to, ranges } of inOneGo(outgoingFundings(project, item))) {
      isItem(project, to);
      for (const range of ranges) isThere(project, { uri: item.uri, range });
    }
  }
}

/** Asks for the links of a document, and for symbols. */
function askOf(project: Project, uri: string, typed: string): void {
  const document = project.document(uri)!;
  for (const link of documentLinksOf(project, document, uri)) {
    isThere(project, { uri, range: link.range });
    const { target } = link.data ? resolvedLink(project, link, link.data) : link;
    assert.match(target ?? '', /^https?:\/\//i);
  }
  for (const symbol of inOneGo(workspaceSymbolsOf([project], typed, false))) {
    const { location } = resolvedSymbol(project, symbol, symbol.data);
    assert.ok('range' in location);
    isThere(project, location);
  }
}

function isItem(project: Project, { uri, range, selectionRange }: HierarchyItem): void {
  isThere(project, { uri, range });
  isThere(project, { uri, range: selectionRange });
  const document = project.document(uri)!;
  const [start, end] = offsets(document, range);
  const [selected, selectedEnd] = offsets(document, selectionRange);
  assert.ok(start <= selected && selectedEnd <= end, 'what is selected lies in the range');
}

function isThere(project: Project, { uri, range }: Location): void {
  const document = project.document(uri);
  assert.ok(document, uri);
  const [start, end] = offsets(document, range);
  assert.ok(start <= end);
  assert.deepEqual([document.placeAt(start), document.placeAt(end)], [range.start, range.end]);
}

function offsets(document: DealDocument, { start, end }: Range): [number, number] {
  return [document.offsetAt(start), document.offsetAt(end)];
}

describe('navigation', () => {
  for (const name of ['ai-race', 'every-kind']) {
    it(`answers at every place of the sample ${name}`, () => {
      const { project } = projectOf(sample(name));
      for (const uri of project.uris) {
        const { length } = project.document(uri)!;
        for (let offset = 0; offset <= length; offset++) askAt(project, uri, offset);
        askOf(project, uri, '');
      }
    });
  }

  it('answers at every place of a text, whatever it is', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.string({ maxLength: 4 }), (text, other, typed) => {
        const { project } = projectOf({ 'main.deal': text, 'other.deal': other });
        const uri = uriOf('main.deal');
        const { length } = project.document(uri)!;
        for (let offset = 0; offset <= length; offset += 1 + Math.floor(length / 50))
          askAt(project, uri, offset);
        askOf(project, uri, typed);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('answers in samples that are edited anyhow', () => {
    const files = sample('every-kind');
    const [[file, text] = ['', '']] = Object.entries(files);
    fc.assert(
      fc.property(
        editOf(text.length),
        fc.array(fc.nat(), { maxLength: 20 }),
        ({ start, end, inserted }, places) => {
          const { project } = projectOf({ ...files, [file]: text });
          const uri = uriOf(file);
          const document = project.document(uri)!.replace(start, end, inserted);
          project.setFile(uri, document);
          for (const place of [start, start + inserted.length, ...places]) {
            askAt(project, uri, place % (document.length + 1));
          }
          askOf(project, uri, inserted);
        },
      ),
      { numRuns: Math.ceil(propertyRuns / 10) },
    );
  });
});
