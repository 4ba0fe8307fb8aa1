import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { commands, Position, Selection, type TextDocument, type TextEditor, Uri, window } from 'vscode';
import { closeEditors } from './dealFiles';

describe('the language configuration', () => {
  describe('takes as one word', () => {
    const words = [
      ['round Ser|ies-E: A -> B', 'Series-E'],
      ['amount $1B per ft-|anthropic', 'ft-anthropic'],
      ['amount $18|.5B', '$18.5B'],
      ['amount C$5|00M', 'C$500M'],
      ['budget $100B..$5|00B', '$500B'],
      ['quantity 131,0|72 GPUs', '131,072'],
      ['stake 13.5|6%', '13.56%'],
      ['on 2025-0|1-21', '2025-01-21'],
      ['on 2025-|Q1', '2025-Q1'],
      ['company Zü|rich-Re', 'Zürich-Re'],
      ['A disputes Star|gate.budget', 'Stargate'],
      ['investment X: Goo|gle->Anthropic', 'Google'],
      ['resource a|, b', 'a'],
    ] as const;
    let document: TextDocument;

    before(async () => {
      ({ document } = await untitled(words.map(([marked]) => marked.replace('|', '')).join('\n')));
    });
    after(closeEditors);

    for (const [line, [marked, word]] of words.entries()) {
      it(`${word} in "${marked}"`, () => {
        const range = document.getWordRangeAtPosition(new Position(line, marked.indexOf('|')));
        assert.equal(document.getText(range), word);
      });
    }
  });

  describe('while one types', function () {
    this.retries(3);
    afterEach(closeEditors);

    checkTyping(
      'indents in a block and closes it',
      'company A {|',
      '\nfounded 2021',
      'company A {\n  founded 2021',
    );
    checkTyping('closes what opens', '|', 'venture V {\nmember A', 'venture V {\n  member A\n}');
    checkTyping(
      'indents what follows a comma, once, and comes back',
      'venture V {\n  member A,|\n}',
      '\nB,\nC\nbudget $1B',
      'venture V {\n  member A,\n    B,\n    C\n  budget $1B\n}',
    );
    checkTyping('goes on with a documentation comment', '/// First|', '\nsecond', '/// First\n/// second');
    checkTyping('ends a documentation comment that is empty', '/// |', '\ncompany', '/// \ncompany');
    checkTyping('leaves a comma in a comment alone', '// One,|', '\ntwo', '// One,\ntwo');
  });
});

/** A longer wait before the first key with each try, in milliseconds. */
const longerWait = 1000;

/**
 * Types into a new document. VS Code splits it into tokens in the background, and indents nothing before it has; nothing
 * tells when that is, and on a busy machine it takes long.
 */
function checkTyping(title: string, marked: string, typed: string, expected: string): void {
  let tries = 0;
  it(title, async () => {
    const editor = await untitled(marked.replace('|', ''));
    await setTimeout(longerWait * tries++);
    const cursor = editor.document.positionAt(marked.indexOf('|'));
    editor.selection = new Selection(cursor, cursor);
    for (const character of typed) await commands.executeCommand('type', { text: character });
    assert.equal(editor.document.getText().replaceAll('\r\n', '\n'), expected);
  });
}

let opened = 0;

/** An editor of a new document, under a name that no other has had: VS Code may still know the text of that one. */
async function untitled(content: string): Promise<TextEditor> {
  const uri = Uri.from({ scheme: 'untitled', path: `/typing-${opened++}.deal` });
  const editor = await window.showTextDocument(uri);
  assert.ok(await editor.edit((edit) => edit.insert(new Position(0, 0), content)));
  return editor;
}
