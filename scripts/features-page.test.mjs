import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.mjs';

const docs = join(root, 'docs');
const page = readFileSync(join(docs, 'features.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (-|: )/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  // Not the heads of the tables.
  .filter(([name]) => name !== '');

/** As GitHub and VS Code make the anchor of a heading. */
const anchorOf = (/** @type {string} */ heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');

describe('the page of features', () => {
  it('leaves no cell of a row empty', () => {
    assert.ok(rows.length > 40);
    const incomplete = rows.filter((cells) => cells.length !== 12 || cells.includes(''));
    assert.deepEqual(incomplete, []);
  });

  it('gives a reason wherever a feature is missing here, or has no picture', () => {
    for (const [name, , seen = '', ours = ''] of rows) {
      assert.ok(ours.startsWith('●') || /<sup>\d+<\/sup>/.test(ours), name);
      assert.ok(seen.startsWith('[picture](') || /^\w+ \w+/.test(seen), name);
    }
  });

  it('has a note for each number, and a number for each note', () => {
    const numbers = [...page.matchAll(/<sup>(\d+)<\/sup>/g)].map(([, number]) => Number(number));
    const notes = [...page.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    assert.deepEqual(
      [...new Set(numbers)].sort((a, b) => a - b),
      notes,
    );
  });

  it('leads to pictures that are there, and shows all that were taken', () => {
    const anchors = new Set([...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading)));
    for (const [, target = ''] of page.matchAll(/\]\(([^)]*)\)/g)) {
      if (target.startsWith('#')) assert.ok(anchors.has(target.slice(1)), target);
      else assert.ok(existsSync(join(docs, target)), target);
    }
    for (const name of readdirSync(join(docs, 'images', 'features'))) {
      assert.ok(page.includes(`(images/features/${name})`), name);
      assert.ok(statSync(join(docs, 'images', 'features', name)).size < 64 * 1024, `${name} is too large`);
    }
  });
});
