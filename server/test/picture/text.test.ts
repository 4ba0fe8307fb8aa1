import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeLabels, type Box } from '../../src/picture/drawing/place-labels';
import { spread } from '../../src/picture/drawing/spread';
import { svgText } from '../../src/picture/drawing/svg';
import { fitted, plain, textAt, widthOf, wrapped } from '../../src/picture/drawing/text';
import { printPalette } from '../../src/picture/style';
import { anyText, propertyRuns } from '../language/random-text';

describe('texts in drawings', () => {
  it('are on one line, and turn nothing around', () => {
    assert.equal(plain(' a\n\tb\u202ec\0\ud800 '), 'a bc\ufffd\ufffd');
    assert.equal(plain('x'.repeat(9000)).length, 500);
    assert.equal(plain('שלום <b>'), 'שלום <b>');
  });

  it('are cut where they do not fit', () => {
    assert.equal(fitted('Anthropic', 100, 12), 'Anthropic');
    assert.equal(fitted('Lightspeed Venture Partners', 90, 12), 'Lightspeed V…');
    assert.equal(fitted('北京北京', 30, 12), '北…');
    assert.equal(fitted('Anthropic', 3, 12), '');
  });

  it('have their ellipsis where reading ends when they run from right to left', () => {
    const cut = fitted('קרן ההשקעות הגדולה', 60, 12);
    assert.match(cut, /^\u2068[\u0590-\u05ff ]+…\u2069$/);
    // Whoever draws it takes nothing away from it, and adds nothing.
    assert.equal(plain(cut), cut);
    assert.equal(textAt(0, 0, cut, 'label').text, cut);
    assert.ok(
      svgText({ width: 9, height: 9, root: [textAt(0, 0, cut, 'label')] }, printPalette, {
        title: 'T',
        description: 'D',
        caption: [],
      }).includes(`>${cut}<`),
    );
    assert.equal(fitted('שלום', 100, 12), 'שלום');
    assert.equal(plain('\u2068שלום'), 'שלום');
    assert.match(fitted('Fund קרן ההשקעות הגדולה', 90, 12), /^\u2068Fund .*…\u2069$/);
  });

  it('are broken between words, and cut after the last line', () => {
    assert.deepEqual(wrapped('one two three', 40, 12, 5), ['one', 'two', 'three']);
    assert.deepEqual(wrapped('one two three four', 50, 12, 2), ['one two', 'three f…']);
    assert.deepEqual(wrapped('', 60, 12, 2), []);
  });

  it('fit, whatever they are', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 300 }), (text, width) => {
        assert.ok(widthOf(fitted(text, width, 12), 12) <= width + 1e-6);
        const lines = wrapped(text, width, 12, 3);
        assert.ok(lines.length <= 3);
        for (const line of lines) assert.ok(widthOf(line, 12) <= width + 1e-6);
      }),
      { numRuns: propertyRuns },
    );
  });
});

describe('labels', () => {
  const size = fc.integer({ min: 1, max: 30 });
  const at = fc.integer({ min: -50, max: 350 });

  it('beside each other cover none, and stay within their room where there is enough', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ of: fc.nat(), wanted: at, size }), { maxLength: 12 }), (things) => {
        const placed = spread(things, 0, 300);
        const sizes = [...things].sort((a, b) => a.wanted - b.wanted).map((thing) => thing.size);
        const needed = sizes.reduce((sum, each) => sum + each, 0);
        let free = -1e-9;
        placed.forEach(({ at: middle }, index) => {
          assert.ok(middle - sizes[index]! / 2 >= free - 1e-9);
          free = middle + sizes[index]! / 2;
        });
        assert.ok(free <= Math.max(300, needed) + 1e-6);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('stand where they would like to where nothing hinders them', () => {
    assert.deepEqual(
      spread(
        [
          { of: 'b', wanted: 90, size: 10 },
          { of: 'a', wanted: 20, size: 10 },
        ],
        0,
        100,
      ),
      [
        { of: 'a', at: 20 },
        { of: 'b', at: 90 },
      ],
    );
  });

  it('near points cover neither each other nor what they may not cover', () => {
    const room: Box = { left: 0, top: 0, right: 300, bottom: 300 };
    const point = fc.record({ of: fc.nat(), x: at, y: at, width: size, height: fc.constant(11) });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 20 }), (points) => {
        const placed = placeLabels(
          points.map((each, index) => ({ ...each, of: { index, width: each.width } })),
          room,
          [],
          [],
        );
        const boxes = placed.map(({ of: { width }, x, base }) => ({
          left: x - width / 2,
          right: x + width / 2,
          bottom: base + 11 * 0.22,
          top: base + 11 * 0.22 - 11,
        }));
        boxes.forEach((a, index) => {
          for (const b of boxes.slice(index + 1)) {
            const covers =
              a.left < b.right - 1e-6 &&
              b.left < a.right - 1e-6 &&
              a.top < b.bottom - 1e-6 &&
              b.top < a.bottom - 1e-6;
            assert.ok(!covers);
          }
        });
      }),
      { numRuns: propertyRuns },
    );
  });

  it('cover a line only if there is no other place', () => {
    const label = { of: 0, x: 50, y: 50, width: 20, height: 11 };
    const room: Box = { left: 0, top: 0, right: 100, bottom: 100 };
    const above: Box = { left: 0, right: 100, top: 34, bottom: 36 };
    assert.deepEqual(
      placeLabels([label], room, [], []).map(({ base }) => base < 50),
      [true],
    );
    assert.deepEqual(
      placeLabels([label], room, [], [above]).map(({ base }) => base < 50),
      [false],
    );
    assert.deepEqual(placeLabels([label], room, [{ ...room }], []), []);
  });
});
