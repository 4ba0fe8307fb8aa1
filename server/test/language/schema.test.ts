import assert from 'node:assert/strict';
import { DealDocument } from '../../src/language/document';
import { interpret } from '../../src/model/interpret';
import {
  kindNames,
  kinds,
  modifierNames,
  modifiers,
  properties,
  propertiesOf,
  propertyNames,
  vocabularies,
} from '../../src/language/schema';

/** The messages of all syntax problems in a text. */
function problemsIn(text: string): string[] {
  return DealDocument.parse(text).items.flatMap((item) => item.problems.map((problem) => problem.message));
}

describe('schema', () => {
  for (const kind of kindNames) {
    it(`has an example of “${kind}” that can be read`, () => {
      assert.deepEqual(problemsIn(kinds[kind].example), []);
      const first = DealDocument.parse(kinds[kind].example).items[0]?.declaration;
      assert.equal(first?.kind, kind);
    });
  }

  for (const kind of kindNames) {
    it(`has a snippet of “${kind}” in which nothing is wrong once it is taken as it is`, () => {
      const taken = kinds[kind].snippet
        .replaceAll(/\$\{\d+\|([^,|]+)[^}]*\}/g, '$1')
        .replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, (_, text: string) => text.replaceAll('\\$', '$'));
      assert.doesNotMatch(taken, /\$\{|\\/);
      assert.deepEqual(problemsIn(taken), []);
      const [item] = DealDocument.parse(taken).items;
      assert.deepEqual(item && interpret(item)?.problems, []);
      if (kinds[kind].purpose) assert.match(taken, /\$\d|provides/);
    });
  }

  for (const name of propertyNames) {
    it(`has an example of “${name}” that can be read`, () => {
      const { example, on, values, modifiers: allowed } = properties[name];
      assert.ok(on.length > 0, 'some kind takes it');
      assert.ok(values.length > 0);
      assert.deepEqual(problemsIn(`${on[0]} A {\n  ${example}\n}`), []);
      const [property] =
        DealDocument.parse(`${on[0]} A {\n  ${example}\n}`).items[0]?.declaration?.body?.properties ?? [];
      assert.equal(property?.key.text, name);
      for (const modifier of property?.modifiers ?? [])
        assert.ok(allowed.some((other) => other === modifier.name));
    });
  }

  for (const name of modifierNames) {
    it(`has an example of “${name}” that can be read`, () => {
      assert.ok(modifiers[name].example.startsWith(name));
      const taking = propertyNames.find((property) => properties[property].modifiers.includes(name));
      assert.ok(taking, 'some property takes it');
      assert.deepEqual(
        problemsIn(`${properties[taking].on[0]} A {\n  ${taking} 1 ${modifiers[name].example}\n}`),
        [],
      );
    });
  }

  it('documents every word of every vocabulary', () => {
    for (const words of Object.values(vocabularies)) {
      for (const [word, { docs }] of Object.entries(words)) assert.ok(docs.endsWith('.'), word);
    }
  });

  it('offers required properties first', () => {
    assert.equal(propertiesOf('holding')[0], 'stake');
    assert.equal(propertiesOf('ecosystem')[0], 'hub');
  });
});
