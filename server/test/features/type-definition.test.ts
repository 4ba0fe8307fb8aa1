import assert from 'node:assert/strict';
import { LanguageReferenceDocument } from '../../src/features/language-reference';
import { wordsOfType } from '../../src/features/language-word';
import { cursorAt } from '../../src/features/locations';
import { languageReferenceUri } from '../../src/protocol';
import { projectOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

const reference = new LanguageReferenceDocument();
const lines = reference.text.split('\n');

/** Checks under which chapter and heading of the reference the word at `$0` is explained: `chapter / heading`. */
function checkTypeDefinition(text: string, expected: string | undefined): void {
  const { texts, uri, position } = fixture({ 'a.deal': text });
  const cursor = cursorAt(projectOf(texts).project, uri, position);
  assert.ok(cursor);
  const found = reference.typeDefinitionAt(cursor).map(({ uri: at, range: { start, end } }) => {
    assert.equal(at, languageReferenceUri);
    const chapter = lines.slice(0, start.line).findLast((line) => line.startsWith('## '));
    assert.ok(lines[start.line]?.startsWith('### '));
    return `${chapter?.slice(3)} / ${lines[start.line]?.slice(start.character, end.character)}`;
  });
  assert.deepEqual(found, expected === undefined ? [] : [expected], text);
}

describe('type definition', () => {
  it('leads from each word of the language to its reference', () => {
    checkTypeDefinition('lo$0an D: A -> B', 'Kinds / loan');
    checkTypeDefinition('loan D: A -> B { am$0ount $1B }', 'Properties / amount');
    checkTypeDefinition('loan D: A -> B { amount $1B p$0er ft }', 'Modifiers / per');
    checkTypeDefinition('loan D: A -> B { p$0er ft }', 'Properties / per');
    checkTypeDefinition('loan D: A -> B { status clos$0ed }', 'Statuses / closed');
    checkTypeDefinition('round D: A -> B { type see$0d }', 'Types of rounds and purchases / seed');
    checkTypeDefinition('venture V { member A as len$0der }', 'Roles / lender');
    checkTypeDefinition('claim C: A disp$0utes V.budget', 'Verbs of claims / disputes');
    checkTypeDefinition('claim C: A disputes V.bud$0get', 'Properties / budget');
    checkTypeDefinition('company A { provides comp$0ute }', 'Built-in resources / compute');
  });

  it('reads the words of other trades as those of the language', () => {
    checkTypeDefinition('loan D: A -> B { status Comp$0leted }', 'Statuses / closed');
  });

  it('leads from a name to its kind', () => {
    checkTypeDefinition('loan D: A$0 -> B\nfund A', 'Kinds / fund');
    checkTypeDefinition('fund A$0', 'Kinds / fund');
    checkTypeDefinition('resource comp$0ute', 'Kinds / resource');
    checkTypeDefinition('company A { provides comp$0ute }\nresource compute', 'Kinds / resource');
  });

  it('leads nowhere from what is unknown, figures and comments', () => {
    checkTypeDefinition('loan D: A$0 -> B', undefined);
    checkTypeDefinition('lo$0n D: A -> B', undefined);
    checkTypeDefinition('loan D: A -> B { amo$0nt $1B }', undefined);
    checkTypeDefinition('loan D: A -> B { amount $$01B }', undefined);
    checkTypeDefinition('venture V { member A as bos$0s }', undefined);
    checkTypeDefinition('// lo$0an\nloan D: A -> B', undefined);
    checkTypeDefinition('$0', undefined);
  });
});

describe('the language reference', () => {
  it('explains every word under a heading of its own', () => {
    for (const type of [
      'kind',
      'property',
      'modifier',
      'status',
      'dealType',
      'role',
      'verb',
      'resource',
    ] as const) {
      for (const word of wordsOfType(type)) {
        const [{ range } = { range: undefined }] = reference.locate(word);
        assert.ok(range, word.word);
        assert.equal(lines[range.start.line], `### ${word.word}`);
        assert.match(lines[range.start.line + 2] ?? '', /\S/, word.word);
      }
    }
  });
});
