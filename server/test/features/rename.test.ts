import assert from 'node:assert/strict';
import { cursorAt, type Cursor } from '../../src/features/locations';
import { prepareRename, renameAt, RenameRefused } from '../../src/features/rename';
import { projectOf, uriOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

function cursorIn(files: Readonly<Record<string, string>>): {
  cursor: Cursor;
  texts: Record<string, string>;
} {
  const { texts, uri, position } = fixture(files);
  const cursor = cursorAt(projectOf(texts).project, uri, position);
  assert.ok(cursor);
  return { cursor, texts };
}

/** Checks what files become when the name at `$0` is given another name. */
function checkRename(
  files: Readonly<Record<string, string>>,
  newName: string,
  expected: Readonly<Record<string, string>>,
): void {
  const { cursor, texts } = cursorIn(files);
  assert.ok(prepareRename(cursor));
  const edit = renameAt(cursor, newName);
  const result = { ...texts };
  for (const [uri, edits] of Object.entries(edit?.changes ?? {})) {
    const name = uri.replace(uriOf(''), '');
    const document = cursor.project.document(uri);
    assert.ok(document);
    for (const { range, newText } of [...edits].reverse()) {
      const text = result[name] ?? '';
      result[name] =
        text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
    }
  }
  assert.deepEqual(result, expected);
}

function checkRefused(marked: string, newName: string, reason: RegExp): void {
  const { cursor } = cursorIn({ 'a.deal': marked });
  assert.throws(
    () => renameAt(cursor, newName),
    (error) => error instanceof RenameRefused && reason.test(error.message),
  );
}

describe('rename', () => {
  it('changes the name in all files, wherever the cursor stands on it', () => {
    const renamed = {
      'a.deal': 'company Alphabet\n',
      'b.deal': 'round D: Alphabet -> C { lead Alphabet with $1B }\ncompany U { parent Alphabet }\n',
    };
    checkRename(
      { 'a.deal': 'company $0Google\n', 'b.deal': renamed['b.deal'].replaceAll('Alphabet', 'Google') },
      'Alphabet',
      renamed,
    );
    checkRename(
      {
        'a.deal': 'company Google\n',
        'b.deal': 'round D: Google -> C { lead Goo$0gle with $1B }\ncompany U { parent Google }\n',
      },
      'Alphabet',
      renamed,
    );
  });

  it('keeps the property behind the name, and never touches one of the same name', () => {
    checkRename(
      {
        'a.deal':
          'venture $0Stargate { budget $1B }\nclaim C: M disputes Stargate.budget, "Stargate".member\n',
      },
      'budget',
      { 'a.deal': 'venture budget { budget $1B }\nclaim C: M disputes budget.budget, budget.member\n' },
    );
  });

  it('puts a name in quotes where it needs them, and takes them off where not', () => {
    checkRename({ 'a.deal': 'fund $0A\nround D: A -> B\n' }, '8VC', {
      'a.deal': 'fund "8VC"\nround D: "8VC" -> B\n',
    });
    checkRename({ 'a.deal': 'fund A$0\nround D: A -> B\n' }, 'company', {
      'a.deal': 'fund "company"\nround D: "company" -> B\n',
    });
    checkRename({ 'a.deal': 'fund A$0\nclaim C: B disputes A.lei\n' }, '01.AI', {
      'a.deal': 'fund "01.AI"\nclaim C: B disputes "01.AI".lei\n',
    });
    checkRename({ 'a.deal': 'fund "8$0VC"\nround D: "8VC" -> B\n' }, 'EightVC', {
      'a.deal': 'fund EightVC\nround D: EightVC -> B\n',
    });
    checkRename({ 'a.deal': 'fund $0A\n' }, '"Two Words"', { 'a.deal': 'fund "Two Words"\n' });
    checkRename({ 'a.deal': 'fund $0A\n' }, 'Say "hi" \\o/', { 'a.deal': 'fund "Say \\"hi\\" \\\\o/"\n' });
    checkRename({ 'a.deal': 'fund $0A\n' }, '"Say \\"hi\\""', { 'a.deal': 'fund "Say \\"hi\\""\n' });
    checkRename({ 'a.deal': 'fund $0A\nround D: A -> B\n' }, ' Öl-AG ', {
      'a.deal': 'fund Öl-AG\nround D: Öl-AG -> B\n',
    });
  });

  it('is read again as what was meant', () => {
    for (const name of [
      'company',
      'amount',
      'per',
      'disputes',
      '8VC',
      'x.y',
      '"',
      '\\',
      '->',
      '//',
      '北京',
      'a-',
      '',
    ]) {
      if (name === '') continue;
      const { cursor } = cursorIn({ 'a.deal': 'fund $0A' });
      const [edit] = renameAt(cursor, name)?.changes?.[uriOf('a.deal')] ?? [];
      const { project } = projectOf({
        'a.deal': `fund ${edit?.newText ?? ''}\ninvestment D: ${edit?.newText ?? ''} -> B`,
      });
      assert.equal(project.find(name)?.kind, 'fund', name);
      assert.equal([...project.mentionsOf(name)].length, 1, name);
    }
  });

  it('changes nothing where the name stays the same', () => {
    checkRename({ 'a.deal': 'fund $0A\n' }, 'A', { 'a.deal': 'fund A\n' });
    checkRename({ 'a.deal': 'fund $0A\n' }, '"A"', { 'a.deal': 'fund A\n' });
  });

  it('refuses names that are empty, have a meaning of their own, or are taken', () => {
    checkRefused('fund $0A', '', /word/);
    checkRefused('fund $0A', '  ', /word/);
    checkRefused('fund $0A', '""', /word/);
    checkRefused('fund $0A', 'a\nb', /one line/);
    checkRefused('fund $0A', 'undisclosed', /meaning of its own/);
    checkRefused('fund $0A', 'compute', /meaning of its own/);
    checkRefused('fund $0A\ninvestment B: A -> C', 'B', /“B”.*investment/);
  });

  it('is offered for declared names alone', () => {
    const range = (marked: string) => prepareRename(cursorIn({ 'a.deal': marked }).cursor);
    assert.equal(range('investment D: A$0 -> B'), undefined);
    assert.equal(range('comp$0any A'), undefined);
    assert.equal(range('company A { provides comp$0ute }'), undefined);
    assert.deepEqual(range('fund "8$0VC"'), {
      range: { start: { line: 0, character: 5 }, end: { line: 0, character: 10 } },
      placeholder: '8VC',
    });
    const { cursor } = cursorIn({ 'a.deal': 'investment D: A$0 -> B' });
    assert.equal(renameAt(cursor, 'X'), undefined);
  });
});
