import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DealDocument } from '../../src/language/document';
import { factsOf, type Declaration } from '../../src/model/declaration';
import { interpret } from '../../src/model/interpret';
import { NameList } from '../../src/project/name-list';
import { propertyRuns } from '../language/random-text';

const declarations: readonly Declaration[] = [
  'company AWS "Amazon Web Services" { aka "AWS cloud", kiva }',
  'company Amazon',
  'company amazon',
  'company "8VC"',
  'company Zoë "ZOË 2"',
  'company a',
  'company A1',
  'company A12 { aka B }',
  'company Party1 "Party Number 1"',
  'company Party12 "Party Number 12"',
  'company Party21 "Party Number 21"',
  'company "İstanbul 😀"',
].flatMap((text) => DealDocument.parse(text).items.flatMap((item) => interpret(item) ?? []));

const typed = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'A',
    'am',
    'wsc',
    'party',
    'PARTY1',
    'p2',
    '12',
    '8',
    'zo',
    'ë',
    '😀',
    'i',
    'nobody',
  ),
  fc.array(fc.constantFrom(...'amzoncvprty128 '), { maxLength: 4 }).map((letters) => letters.join('')),
);

/** What the letters typed could mean, by the meaning of that. */
function matching(present: Iterable<Declaration>, wanted: string): Declaration[] {
  const isIn = (text: string) => {
    let at = 0;
    for (const letter of wanted.toLowerCase()) {
      at = text.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  };
  return [...present].filter((declaration) => {
    const aliases = factsOf(declaration, 'aka').flatMap(({ node }) => node.values.map(({ text }) => text));
    return [declaration.name, declaration.title, ...aliases].some((text) => isIn(text.toLowerCase()));
  });
}

const byPosition = (a: Declaration, b: Declaration) => declarations.indexOf(a) - declarations.indexOf(b);

describe('name list', () => {
  it('finds after any additions and removals whatever matches, as far as there is room', () => {
    const steps = fc.array(fc.nat(declarations.length - 1), { maxLength: 30 });
    const some = fc.subarray([...declarations]);
    fc.assert(
      fc.property(steps, some, typed, fc.integer({ min: 1, max: 15 }), (changes, preferred, word, most) => {
        const present = new Set<Declaration>(declarations.slice(0, 4));
        const list = new NameList(present);
        for (const step of changes) {
          const declaration = declarations[step]!;
          if (present.delete(declaration)) list.remove(declaration);
          else {
            present.add(declaration);
            list.add(declaration);
          }
        }
        const { item } = declarations[0]!;
        const found = list.find({ typed: word, preferred, without: item, most });
        const all = matching(present, word).filter((declaration) => declaration.item !== item);
        const sent = [...found.preferred, ...found.others];
        assert.equal(sent.length, Math.min(all.length, most));
        assert.equal(new Set(sent).size, sent.length);
        assert.ok(sent.every((declaration) => all.includes(declaration)));
        assert.equal(found.isComplete, all.length <= most);
        const wanted = all.filter((declaration) => preferred.includes(declaration));
        assert.equal(found.preferred.length, Math.min(wanted.length, most));
        assert.ok(found.preferred.every((declaration) => wanted.includes(declaration)));
        if (found.isComplete) assert.deepEqual(sent.sort(byPosition), all.sort(byPosition));
      }),
      { numRuns: propertyRuns },
    );
  });

  it('puts names that start with what is typed before others, both by name', () => {
    const { others } = new NameList(declarations).find({
      typed: 'a',
      preferred: [],
      without: undefined,
      most: 7,
    });
    assert.deepEqual(
      others.map(({ name }) => name),
      ['a', 'A1', 'A12', 'Amazon', 'amazon', 'AWS', 'İstanbul 😀'],
    );
  });
});
