import assert from 'node:assert/strict';
import { definitionLocationsAt, definitionsAt } from '../../src/features/definition';
import { cursorAt } from '../../src/features/locations';
import { projectOf, uriOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

/** Checks where the name at `$0` is declared: `file: the text that is selected there`. */
function checkDefinition(files: Readonly<Record<string, string>>, ...expected: string[]): void {
  const { texts, uri, position } = fixture(files);
  const { project } = projectOf(texts);
  const cursor = cursorAt(project, uri, position);
  assert.ok(cursor);
  const links = definitionsAt(cursor);
  const found = links.map(({ targetUri, targetRange, targetSelectionRange }) => {
    const document = project.document(targetUri);
    assert.ok(document);
    const whole = document.text.slice(
      document.offsetAt(targetRange.start),
      document.offsetAt(targetRange.end),
    );
    const name = document.text.slice(
      document.offsetAt(targetSelectionRange.start),
      document.offsetAt(targetSelectionRange.end),
    );
    assert.ok(whole.includes(name));
    return `${targetUri.replace(uriOf(''), '')}: ${name}`;
  });
  assert.deepEqual(found, expected);
  assert.deepEqual(
    definitionLocationsAt(cursor),
    links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange })),
  );
}

const parties = 'company A\ncompany "8VC" "Eight"\ncompany "01.AI"\nsource ft "Headline"\n';

describe('definition', () => {
  it('leads from a relation, a property and a modifier to the declaration, over files', () => {
    checkDefinition({ 'a.deal': parties, 'b.deal': 'investment D: $0A -> B' }, 'a.deal: A');
    checkDefinition({ 'a.deal': parties, 'b.deal': 'round D: B -> C { lead A$0 }' }, 'a.deal: A');
    checkDefinition({ 'a.deal': parties, 'b.deal': 'round D: B -> C { amount $1B per f$0t }' }, 'a.deal: ft');
  });

  it('leads from names in quotes and names with dots', () => {
    checkDefinition({ 'a.deal': parties, 'b.deal': 'investment D: "8$0VC" -> B' }, 'a.deal: "8VC"');
    checkDefinition({ 'a.deal': parties, 'b.deal': 'claim D: A denies "01$0.AI".lei' }, 'a.deal: "01.AI"');
    checkDefinition({ 'a.deal': parties, 'b.deal': 'investment D: "A$0" -> B' }, 'a.deal: A');
  });

  it('leads from the declaration to itself, and to all where there are several', () => {
    checkDefinition({ 'a.deal': 'company $0A' }, 'a.deal: A');
    checkDefinition(
      { 'b.deal': 'fund A', 'a.deal': '\ncompany A\n\ninvestment D: $0A -> B' },
      'a.deal: A',
      'b.deal: A',
    );
  });

  it('leads nowhere from what is no name, not declared, built in or undisclosed', () => {
    checkDefinition({ 'a.deal': 'comp$0any A' });
    checkDefinition({ 'a.deal': 'investment D: N$0obody -> B' });
    checkDefinition({ 'a.deal': 'company A { provides comp$0ute }' });
    checkDefinition({ 'a.deal': 'investment D: undis$0closed -> B' });
    checkDefinition({ 'a.deal': 'claim C: B disputes V.bud$0get\nventure V { budget $1B }' });
    checkDefinition({ 'a.deal': '$0' });
  });
});
