import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DealDocument } from '../../src/language/document';
import { kindNames } from '../../src/language/schema';
import type { Declaration } from '../../src/model/declaration';
import { interpret } from '../../src/model/interpret';
import { NameIndex } from '../../src/project/name-index';
import { propertyRuns } from '../language/random-text';

const names = ['A', 'B', 'C', 'ft'];

/** Declarations that share few names, so that they meet. */
const declarations: readonly Declaration[] = names.flatMap((name) =>
  names.flatMap((other) =>
    DealDocument.parse(
      [
        `company ${name} { parent ${other} }`,
        `fund ${name}`,
        `investment ${name}: ${other}, ${other} -> B { lead C; amount $1B per ft, ${other} }`,
        `claim ${name}: C disputes ${other}.budget`,
        `ecosystem ${name} { hub ${other}; include A }`,
      ].join('\n'),
    ).items.flatMap((item) => interpret(item) ?? []),
  ),
);

/** Everything that an index can be asked, in an order of its own. */
function contentOf(index: NameIndex): unknown {
  const position = (declaration: Declaration) => declarations.indexOf(declaration);
  return {
    names: [...index.names()].sort(),
    byName: names.map((name) => ({
      standing: index.entry(name).standing,
      declared: index.declarationsOf(name).map(position).sort(byNumber),
      mentioning: [...index.mentioningOf(name)].map(position).sort(byNumber),
      mentions: [...index.mentionsOf(name)]
        .map(({ declaration, mention }) => `${position(declaration)} ${mention.role} ${mention.node.start}`)
        .sort(),
    })),
    byKind: kindNames.map((kind) => [...index.ofKind(kind)].map(position).sort(byNumber)),
  };
}

function byNumber(a: number, b: number): number {
  return a - b;
}

describe('name index', () => {
  it('after any additions and removals equals a fresh one of what is left', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(declarations.length - 1), { maxLength: 40 }), (steps) => {
        const index = new NameIndex();
        const present = new Set<Declaration>();
        for (const step of steps) {
          const declaration = declarations[step]!;
          if (present.delete(declaration)) index.remove(declaration);
          else {
            present.add(declaration);
            index.add(declaration);
          }
        }
        const fresh = new NameIndex();
        for (const declaration of present) fresh.add(declaration);
        assert.deepEqual(contentOf(index), contentOf(fresh));
      }),
      { numRuns: propertyRuns },
    );
  });

  it('knows of names that broken text may mention, as long as any does', () => {
    const index = new NameIndex();
    index.addPossible(['A', 'B']);
    index.addPossible(['A']);
    index.removePossible(['A', 'B']);
    assert.deepEqual([index.entry('A').isMentioned, index.entry('B').isMentioned], [true, false]);
    index.removePossible(['A']);
    assert.ok(!index.entry('A').isMentioned);
    assert.deepEqual(contentOf(index), contentOf(new NameIndex()));
  });

  it('is empty again when everything is taken out', () => {
    const index = new NameIndex();
    for (const declaration of declarations) index.add(declaration);
    assert.equal(index.declarationsOf('A').length, 20);
    for (const declaration of declarations) index.remove(declaration);
    assert.deepEqual(contentOf(index), contentOf(new NameIndex()));
  });
});
