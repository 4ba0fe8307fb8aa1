import assert from 'node:assert/strict';
import { declarationOf } from '../../src/features/declare';
import { projectOf, uriOf } from '../project-fixture';

/** Checks what a file becomes when a company `New` is declared in it. */
function checkDeclared(text: string, expected: string): void {
  const uri = uriOf('main.deal');
  const { project } = projectOf({ 'main.deal': text });
  const declared = declarationOf(project, uri, 'company', 'New');
  assert.ok(declared);
  const document = project.document(declared.uri)!;
  const { range, newText } = declared.edit;
  const { start, end } = range;
  assert.equal(document.replace(document.offsetAt(start), document.offsetAt(end), newText).text, expected);
}

describe('a declaration of a name that is new', () => {
  it('stands below the last of its kind', () => {
    checkDeclared('company A\n\nloan D: A -> A\n', 'company A\ncompany New\n\nloan D: A -> A\n');
    checkDeclared('company A', 'company A\ncompany New');
    checkDeclared('company A; loan D: A -> A', 'company A\ncompany New; loan D: A -> A');
    checkDeclared('', 'company New\n');
  });

  it('leaves a comment behind that one with it', () => {
    checkDeclared(
      'company A // the first\nloan D: A -> A\n',
      'company A // the first\ncompany New\nloan D: A -> A\n',
    );
    checkDeclared('company A {\n} // the first', 'company A {\n} // the first\ncompany New');
  });

  it('has the line breaks of the file', () => {
    checkDeclared('company A\r\ncompany B', 'company A\r\ncompany B\r\ncompany New');
  });
});
