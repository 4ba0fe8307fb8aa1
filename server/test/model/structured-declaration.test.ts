import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DealDocument } from '../../src/language/document';
import type { Declaration, Fact } from '../../src/model/declaration';
import { ParsedDeclaration } from '../../src/model/declaration-reader';
import { interpret } from '../../src/model/interpret';
import { StructuredDeclaration } from '../../src/model/structured-declaration';
import { anyText, editOf, propertyRuns, validText } from '../language/random-text';

describe('a declaration whose structure is known', () => {
  it('says what its tree says', () => {
    const edited = validText.chain((text) => fc.tuple(fc.constant(text), editOf(text.length)));
    const text = fc.oneof(
      anyText,
      edited.map(([valid, { start, end, inserted }]) => valid.slice(0, start) + inserted + valid.slice(end)),
    );
    let compared = 0;
    fc.assert(
      fc.property(text, (content) => {
        for (const item of DealDocument.parse(content).items) {
          const declaration = interpret(item);
          if (!(declaration instanceof StructuredDeclaration)) continue;
          const { node } = declaration;
          assert.ok(node.kind && node.name);
          const read = new ParsedDeclaration(item, node, node.kind, node.name.text);
          assert.deepEqual(contentOf(declaration), contentOf(read));
          compared++;
        }
      }),
      { numRuns: propertyRuns },
    );
    assert.ok(compared > propertyRuns / 2, `${compared} compared`);
  });
});

function contentOf(declaration: Declaration): unknown {
  const {
    kind,
    name,
    title,
    hasDisplayName,
    sides,
    operator,
    left,
    right,
    mentions,
    mentionedNames,
    problems,
    facts,
  } = declaration;
  return {
    kind,
    name,
    title,
    hasDisplayName,
    sides,
    left,
    right,
    operator,
    mentions: mentions.map((mention) => [
      mention.name,
      mention.role,
      mention.target,
      mention.node,
      mention.path,
    ]),
    mentionedNames,
    problems,
    facts: facts.map(contentOfFact),
  };
}

function contentOfFact(fact: Fact): unknown {
  const { name, node, values, on, from, until, over, with: share, roles, sources, flags } = fact;
  return { name, node, values, on, from, until, over, share, roles, sources, flags };
}
