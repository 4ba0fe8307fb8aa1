import assert from 'node:assert/strict';
import type { Drawing, Element, Target } from '../../src/picture/element';
import { svgText } from '../../src/picture/drawing/svg';
import { widthOf } from '../../src/picture/drawing/text';
import { attributesOf, printPalette, styleSheet } from '../../src/picture/style';
import { whyMalformed } from './well-formed';

/** Every element of a drawing. */
export function elementsOf({ root }: Pick<Drawing, 'root'>): Element[] {
  return root.flatMap((element) => [element, ...elementsOf({ root: element.children ?? [] })]);
}

/** All texts that are seen. */
export function textsOf(drawing: Drawing): string[] {
  return elementsOf(drawing).flatMap(({ tag, text }) => (tag === 'text' ? (text ?? '') : []));
}

/** What can be selected. */
export function targetsOf(drawing: Drawing): Target[] {
  return elementsOf(drawing).flatMap(({ target }) => target ?? []);
}

/** Checks what holds for every drawing: it has places for all, looks that exist, keys that tell siblings apart. */
export function checkSound(drawing: Drawing): void {
  const sheet = styleSheet('svg');
  for (const { class: classes = '', attributes = {} } of elementsOf(drawing)) {
    for (const [name, value] of Object.entries(attributes)) {
      assert.doesNotMatch(String(value), /NaN|Infinity|undefined/, `${name}="${value}"`);
      assert.doesNotMatch(name, /^(fill|stroke|opacity|style|class)$/, `a look as an attribute: ${name}`);
    }
    for (const look of classes.split(' ').filter((each) => each !== '')) {
      assert.ok(sheet.includes(`.${look}{`), `no look ${look}`);
    }
  }
  for (const siblings of [drawing.root, ...elementsOf(drawing).map(({ children = [] }) => children)]) {
    const keys = siblings.flatMap(({ key }) => key ?? []);
    assert.deepEqual([...new Set(keys)], keys);
  }
  for (const { label, id } of targetsOf(drawing)) assert.notEqual(label.trim() + id, '');
  const svg = svgText(drawing, printPalette, { title: 'T', description: 'D', caption: [] });
  assert.equal(whyMalformed(svg), undefined);
}

/** A rectangle around a text, as far as one can tell without drawing it. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where texts stand. */
export function textBoxes(drawing: Drawing): TextBox[] {
  return boxesIn(drawing.root, 0, 0);
}

function boxesIn(elements: readonly Element[], left: number, top: number): TextBox[] {
  return elements.flatMap(({ tag, text = '', class: classes = '', attributes = {}, children = [] }) => {
    const [, dx = 0, dy = 0] = /^translate\((\S+) (\S+)\)$/.exec(String(attributes.transform)) ?? [];
    const inner = boxesIn(children, left + Number(dx), top + Number(dy));
    if (tag !== 'text' || text === '') return inner;
    const looks = attributesOf(classes, printPalette);
    const size = Number(looks['font-size']);
    const width = widthOf(text, size);
    const anchor = attributes['text-anchor'] ?? looks['text-anchor'] ?? 'start';
    const x = left + Number(attributes.x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    const y = top + Number(attributes.y);
    return [{ text, left: x, right: x + width, top: y - size * 0.75, bottom: y + size * 0.2 }, ...inner];
  });
}

/** Checks that no text covers another. */
export function checkApart(boxes: readonly TextBox[]): void {
  boxes.forEach((a, index) => {
    for (const b of boxes.slice(index + 1)) {
      const isApart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      assert.ok(isApart, `“${a.text}” covers “${b.text}”`);
    }
  });
}
