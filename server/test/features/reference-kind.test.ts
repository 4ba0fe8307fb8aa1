import assert from 'node:assert/strict';
import { cursorAt, nameAt } from '../../src/features/locations';
import { kindsByRole, referenceKindOf, type ReferenceKind } from '../../src/features/reference-kind';
import { modifierNames, modifiers, properties, propertyNames } from '../../src/language/schema';
import { projectOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

/** Checks what the place at `$0` is to the name in it. */
function checkReferenceKind(text: string, expected: ReferenceKind): void {
  const { texts, uri, position } = fixture({ 'a.deal': text });
  const cursor = cursorAt(projectOf(texts).project, uri, position);
  const name = cursor && nameAt(cursor);
  assert.ok(name, text);
  assert.equal(referenceKindOf(name.mention, name.declaration), expected, text);
}

describe('a reference', () => {
  it('says who pays and who is paid, whichever way the arrow of the kind points', () => {
    checkReferenceKind('company $0A', 'declared');
    for (const kind of ['investment', 'round', 'loan', 'grant']) {
      checkReferenceKind(`${kind} D: $0A -> B`, 'funds');
      checkReferenceKind(`${kind} D: A -> $0B`, 'receives');
    }
    checkReferenceKind('round D: A -> B { lead $0L }', 'funds');
    checkReferenceKind('venture V { member $0A as equity }', 'funds');
    checkReferenceKind('project P: $0A', 'funds');
    checkReferenceKind('acquisition D: $0A -> B', 'buys');
    checkReferenceKind('acquisition D: A -> $0B', 'bought');
    checkReferenceKind('acquisition D: A -> B { seller $0S }', 'sells');
    checkReferenceKind('supply D: $0A -> B', 'supplies');
    checkReferenceKind('license D: A -> $0B', 'buys');
    checkReferenceKind('venture V { customer $0A }', 'uses');
  });

  it('says the part in what moves no money', () => {
    checkReferenceKind('merger D: A <-> $0B', 'partner');
    checkReferenceKind('partnership D: $0A -> B', 'partner');
    checkReferenceKind('supply D: A -> B { provides $0heat }', 'supplied');
    checkReferenceKind('loan D: A -> B { adviser $0G }', 'advises');
    checkReferenceKind('loan D: A -> B { relates $0E }', 'related');
    checkReferenceKind('holding H: $0A -> B', 'holds');
    checkReferenceKind('holding H: A -> $0B', 'held');
    checkReferenceKind('company A { parent $0B }', 'owns');
    checkReferenceKind('valuation V: $0A', 'described');
    checkReferenceKind('metric M: $0A', 'described');
    checkReferenceKind('claim C: $0M disputes V.budget', 'claims');
    checkReferenceKind('claim C: M disputes $0V.budget', 'claimed');
    checkReferenceKind('claim C: M disputes V { answers $0B }', 'answered');
    checkReferenceKind('claim C: M asserts V { multiple 3x of $0B }', 'measured');
    checkReferenceKind('loan D: A -> B { amount $1B per $0ft }', 'cited');
    checkReferenceKind('source s { via $0ft }', 'cited');
    checkReferenceKind('person P { role CEO at $0A }', 'employs');
    checkReferenceKind('ecosystem E { exclude $0A }', 'ecosystem');
  });

  it('has a kind for every property and modifier that refers to a name, and for no other', () => {
    const referring = [
      ...propertyNames.filter((name) => properties[name].values.includes('reference')),
      ...modifierNames.filter((name) => ['source', 'party', 'valued'].includes(modifiers[name].value)),
    ];
    assert.deepEqual(Object.keys(kindsByRole).sort(), [...new Set(referring)].sort());
  });
});
