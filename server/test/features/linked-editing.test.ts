import assert from 'node:assert/strict';
import { linkedEditingAt } from '../../src/features/linked-editing';
import { cursorAt } from '../../src/features/locations';
import { projectOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

/**
 * Types at `$0` as an editor does, which asks once and puts each character wherever the place is linked to, as long as
 * the word fits the pattern.
 * @returns the text in the end, or undefined where nothing is linked
 */
function typed(files: Readonly<Record<string, string>>, characters: string): string | undefined {
  const { texts, uri, position } = fixture(files);
  const { project } = projectOf(texts);
  const cursor = cursorAt(project, uri, position);
  const linked = cursor && linkedEditingAt(cursor);
  if (!linked) return undefined;
  let { document } = cursor;
  const offset = document.offsetAt(position);
  const spans = linked.ranges
    .map(({ start, end }) => [document.offsetAt(start), document.offsetAt(end)] as const)
    .sort(([a], [b]) => b - a);
  const [word, ...others] = new Set(spans.map(([start, end]) => document.textBetween(start, end)));
  assert.ok(word !== undefined && others.length === 0, 'all places hold the same');
  const own = spans.find(([start, end]) => start <= offset && offset <= end);
  assert.ok(own, 'the cursor is in one of them');
  const within = offset - own[0];
  for (let count = 1; count <= characters.length; count++) {
    const name = word.slice(0, within) + characters.slice(0, count) + word.slice(within);
    assert.match(name, new RegExp(`^(?:${linked.wordPattern})$`));
  }
  for (const [start] of spans) document = document.replace(start + within, start + within, characters);
  project.setFile(uri, document);
  const moved = spans.filter(([start]) => start < own[0]).length * characters.length;
  const after = cursorAt(project, uri, document.placeAt(offset + moved))!;
  assert.equal(linkedEditingAt(after)?.ranges.length, spans.length, 'all are linked in the end as well');
  return document.text;
}

describe('linked editing', () => {
  it('keeps a name and its mentions in step while its declaration is typed', () => {
    assert.equal(
      typed({ 'a.deal': 'loan D: Ac -> B { lead Ac }\nfund Ac$0\nclaim C: B disputes Ac.lei' }, 'mé-2'),
      'loan D: Acmé-2 -> B { lead Acmé-2 }\nfund Acmé-2\nclaim C: B disputes Acmé-2.lei',
    );
  });

  it('keeps what stands in quotes in step', () => {
    assert.equal(
      typed({ 'a.deal': 'fund "8$0"\nloan D: "8" -> B' }, 'VC, Inc.'),
      'fund "8VC, Inc."\nloan D: "8VC, Inc." -> B',
    );
  });

  it('is not offered where rename is the tool, nor at a mention, which may mean another party', () => {
    const linked = (a: string, b = '') => typed({ 'a.deal': a, 'b.deal': b }, 'x');
    assert.ok(linked('fund A$0\nloan D: A -> B'));
    assert.equal(linked('fund A\nloan D: A$0 -> B'), undefined, 'at a mention');
    assert.equal(linked('fund A$0\nloan D: A -> B', 'loan E: A -> B'), undefined, 'in another file');
    assert.equal(linked('fund A$0\nloan D: A -> B', 'fund A'), undefined, 'declared twice');
    assert.equal(linked('fund A$0\nloan D: "A" -> B'), undefined, 'written in two ways');
    assert.equal(linked('fund "A\\""$0\nloan D: "A\\"" -> B'), undefined, 'with an escape');
    assert.equal(linked('fund A$0'), undefined, 'mentioned nowhere');
    assert.equal(linked('loan D: A$0 -> A'), undefined, 'declared nowhere');
    assert.equal(linked('lo$0an D: A -> A'), undefined, 'no name');
  });
});
