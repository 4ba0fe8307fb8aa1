import type { Drawing, Element } from '../element';
import { attributesOf, type Palette } from '../style';
import { fitted, readable, wrapped } from './text';

/** What stands around a drawing in a file of its own. */
export interface Frame {
  readonly title: string;
  /** For those who do not see it. */
  readonly description: string;
  /** Lines below the drawing: as of which day it is, its sources, what is left out. */
  readonly caption: readonly string[];
}

const margin = 24;
const titleHeight = 44;
const captionPitch = 16;

/** Longer captions than this nobody reads. */
const mostLines = 6;

const fonts = 'Segoe UI, system-ui, Helvetica, Arial, sans-serif';

/** Sentences as lines of a caption that are as wide as a drawing. */
export function captionLines({ width }: Drawing, sentences: readonly string[]): string[] {
  return sentences.flatMap((sentence) => wrapped(sentence, width, 11, mostLines));
}

/** A drawing as a file that needs nothing else: no style sheet, no script, no font of its own. */
export function svgText(drawing: Drawing, palette: Palette, { title, description, caption }: Frame): string {
  const width = Math.ceil(drawing.width) + 2 * margin;
  const captionTop = margin + titleHeight + Math.ceil(drawing.height) + 20;
  const height = captionTop + caption.length * captionPitch + margin - captionPitch / 2;
  const text = (x: number, y: number, look: string, line: string): Element => ({
    tag: 'text',
    class: look,
    attributes: { x, y },
    text: line,
  });
  const root: Element = {
    tag: 'svg',
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': fonts,
    },
    children: [
      { tag: 'title', text: title },
      { tag: 'desc', text: description },
      { tag: 'rect', class: 'paper', attributes: { width, height } },
      text(margin, margin + 16, 'title', fitted(title, drawing.width, 20)),
      {
        tag: 'g',
        attributes: { transform: `translate(${margin} ${margin + titleHeight})` },
        children: drawing.root,
      },
      ...caption.map((line, index) => text(margin, captionTop + index * captionPitch, 'caption', line)),
    ],
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, palette)}\n`;
}

/** An element and all in it; what can be selected says its label to whoever points at it. */
function written(
  { tag, class: classes, attributes, scale, target, children = [], text }: Element,
  palette: Palette,
): string {
  // A class wins over an attribute, as it does in a page.
  const all = { ...attributes, ...(classes === undefined ? {} : attributesOf(classes, palette, scale)) };
  const pairs = Object.entries(all).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const isNamed = children.some((child) => child.tag === 'title');
  const label = target && !isNamed ? `<title>${escaped(target.label)}</title>` : '';
  const inner =
    label +
    (text === undefined ? '' : escaped(text)) +
    children.map((child) => written(child, palette)).join('');
  const start = `<${tag}${pairs.join('')}`;
  return inner === '' ? `${start}/>` : `${start}>${inner}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return readable(text).replace(/[&<>"']/g, (character) => entities[character]!);
}
