import assert from 'node:assert/strict';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { highlightsAt } from '../../src/features/document-highlight';
import { cursorAt } from '../../src/features/locations';
import { projectOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

const marks = {
  [DocumentHighlightKind.Text]: '',
  [DocumentHighlightKind.Read]: ' read',
  [DocumentHighlightKind.Write]: ' write',
} as const;

/** Checks what is marked in the file of `$0`: `line:character text kind`, from 1. */
function checkHighlights(files: Readonly<Record<string, string>>, ...expected: string[]): void {
  const { texts, uri, position } = fixture(files);
  const { project } = projectOf(texts);
  const cursor = cursorAt(project, uri, position);
  assert.ok(cursor);
  const { document } = cursor;
  assert.deepEqual(
    highlightsAt(cursor).map(({ range: { start, end }, kind }) => {
      const text = document.textBetween(document.offsetAt(start), document.offsetAt(end));
      return `${start.line + 1}:${start.character + 1} ${text}${marks[kind ?? DocumentHighlightKind.Text]}`;
    }),
    expected,
  );
}

describe('document highlight', () => {
  it('writes where a party is declared and pays, and reads all else, in this document alone', () => {
    const a =
      'investment D: A -> B { lead A$0; per ft }\nloan E: B -> A\ncompany A\nclaim C: B disputes A.lei\nsupply F: B -> A';
    checkHighlights(
      { 'a.deal': a, 'b.deal': 'grant G: A -> C' },
      '1:15 A write',
      '1:29 A write',
      '2:14 A read',
      '3:9 A write',
      '4:21 A read',
      '5:16 A write',
    );
  });

  it('marks a name that nothing declares, and one in quotes with them', () => {
    checkHighlights(
      { 'a.deal': 'loan E: "8$0VC" -> A\nmetric M: "8VC"' },
      '1:9 "8VC" write',
      '2:11 "8VC" read',
    );
  });

  it('marks the same property or modifier in its declaration', () => {
    const text = (key: string, modifier: string) =>
      `round D: A -> B {\n  tranche $1B on 2024\n  ${key} $2B ${modifier} 2025\n  on 2024\n}\nround E: A -> B { tranche $1B on 2024 }`;
    checkHighlights({ 'a.deal': text('tra$0nche', 'on') }, '2:3 tranche', '3:3 tranche');
    checkHighlights({ 'a.deal': text('tranche', 'o$0n') }, '2:15 on', '3:15 on');
  });

  it('marks the declarations of a kind', () => {
    checkHighlights({ 'a.deal': 'fund A\nlo$0an B: A -> C\nloan D: A -> C' }, '2:1 loan', '3:1 loan');
  });

  it('leaves values, comments and unknown words to the editor', () => {
    checkHighlights({ 'a.deal': 'loan B: A -> C { status clo$0sed }' });
    checkHighlights({ 'a.deal': '// lo$0an\nloan B: A -> C' });
    checkHighlights({ 'a.deal': 'foo$0 B\nfoo C' });
    checkHighlights({ 'a.deal': '$0' });
  });
});
