import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Drawing } from '../../src/picture/element';
import { captionLines, svgText } from '../../src/picture/drawing/svg';
import { printPalette } from '../../src/picture/style';
import { propertyRuns } from '../language/random-text';
import { whyMalformed } from './well-formed';

const drawing: Drawing = {
  width: 300,
  height: 100,
  root: [
    {
      tag: 'g',
      target: { type: 'deal', id: 'D', label: 'A deal, <closed>' },
      children: [
        { tag: 'rect', class: 'bar-done', attributes: { x: 1, y: 2, width: 30, height: 4 } },
        { tag: 'text', class: 'label', attributes: { x: 1, y: 20, 'text-anchor': 'end' }, text: '<b>&"\'' },
      ],
    },
  ],
};

/** Checks what stands in the file of a drawing. */
function checkSvg(frame: Partial<Parameters<typeof svgText>[2]>, ...expected: readonly string[]): string {
  const svg = svgText(drawing, printPalette, { title: 'Title', description: '', caption: [], ...frame });
  assert.equal(whyMalformed(svg), undefined);
  for (const part of expected) assert.ok(svg.includes(part), `${part}\nis not in\n${svg}`);
  return svg;
}

describe('a drawing as a file', () => {
  it('needs nothing else: looks are attributes, and what can be selected says what it is', () => {
    const svg = checkSvg(
      {},
      '<rect x="1" y="2" width="30" height="4" fill="#0a58ca" fill-opacity="0.85"/>',
      '<title>A deal, &lt;closed&gt;</title>',
      '<text x="1" y="20" text-anchor="end" fill="#1f2328" font-size="12">&lt;b&gt;&amp;&quot;&#39;</text>',
      'font-family="Segoe UI, system-ui, Helvetica, Arial, sans-serif"',
    );
    assert.doesNotMatch(svg, /class=|var\(|<style|<script|key=/);
  });

  it('has its title, its description and its caption, and room for them', () => {
    const svg = checkSvg(
      { title: 'Ada & Co', description: 'Who <pays>', caption: ['As of today', 'Sources: A'] },
      '<title>Ada &amp; Co</title><desc>Who &lt;pays&gt;</desc>',
      'font-size="20" font-weight="600">Ada &amp; Co</text>',
      '>As of today</text>',
      '>Sources: A</text>',
    );
    const [, height] = /viewBox="0 0 348 (\d+)"/.exec(svg) ?? [];
    for (const [, y] of svg.matchAll(/ y="(\d+)"/g)) assert.ok(Number(y) < Number(height));
  });

  it('breaks captions into lines', () => {
    const lines = captionLines(drawing, ['Short.', 'A sentence '.repeat(20).trim()]);
    assert.equal(lines[0], 'Short.');
    assert.ok(lines.length > 4);
    assert.equal(lines.slice(1).join(' '), 'A sentence '.repeat(20).trim());
  });

  it('keeps long paths whole', () => {
    const d = `M0,0${'L1,1'.repeat(1000)}`;
    const path = { width: 1, height: 1, root: [{ tag: 'path', attributes: { d } } as const] };
    assert.ok(svgText(path, printPalette, { title: '', description: '', caption: [] }).includes(d));
  });

  it('is well-formed whatever its texts are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          '<',
          '>',
          '&',
          '"',
          "'",
          ']]>',
          '<!--',
          '\0',
          '\ud800',
          '\udc00',
          '\ufffe',
          '\u202e',
          '\u2028',
          'שלום',
          '\n',
          ' ',
          '😀',
        ),
      }),
    );
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.array(text, { maxLength: 3 }),
        (title, description, label, caption) => {
          const any: Drawing = {
            width: 10,
            height: 10,
            root: [
              {
                tag: 'g',
                key: title,
                attributes: { 'data-x': label },
                target: { type: 'node', id: title, label },
                children: [{ tag: 'text', text: description }],
              },
            ],
          };
          const svg = svgText(any, printPalette, { title, description, caption });
          assert.equal(whyMalformed(svg), undefined, svg);
          assert.doesNotMatch(svg, /[\u202a-\u202e\u2066-\u2069]/);
        },
      ),
      { numRuns: propertyRuns },
    );
  });
});

describe('the check of XML', () => {
  for (const [what, document] of [
    ['an entity', '<a>&nbsp;</a>'],
    ['an ampersand', '<a>&</a>'],
    ['a tag that is left open', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['text outside', '<a/>b'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['an attribute with a tag', '<a x="<"/>'],
    ['a control', '<a>\u0001</a>'],
    ['half a character', '<a>\ud800</a>'],
    ['no root', ''],
  ]) {
    it(`finds ${what}`, () => {
      assert.notEqual(whyMalformed(`<?xml version="1.0" encoding="UTF-8"?>\n${document}`), undefined);
    });
  }
});
