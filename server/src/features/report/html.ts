import type { Block, Inline, Line } from './content';
import { byDirection, tamed, tamedInLine, webAddress } from './text';

/** Mail programs and word processors take styles from the elements themselves, and nothing else. */
const styles = {
  table: 'border-collapse:collapse',
  place: 'color:#6a6a6a',
  cell: 'border:1px solid #b0b0b0;padding:3px 8px;text-align:left;vertical-align:top',
  right: 'border:1px solid #b0b0b0;padding:3px 8px;text-align:right;vertical-align:top',
} as const;

/**
 * Writes a report as a piece of HTML that needs nothing around it, for pasting into mails and documents. Places in deal
 * files are plain text, such as `anthropic.deal:8`: links to them lead nowhere there.
 */
export function toHtml(blocks: readonly Block[]): string {
  return `${blocks.map(block).join('\n')}\n`;
}

function block(one: Block): string {
  switch (one.type) {
    case 'heading':
      return `<h${one.level}>${escaped(tamed(one.text))}</h${one.level}>`;
    case 'paragraph':
      return `<p>${line(one.line)}</p>`;
    case 'numbered':
      return `<ol>\n${one.lines.map((each) => `<li>${line(each)}</li>`).join('\n')}\n</ol>`;
    case 'table': {
      const styleOf = (index: number) => (one.columns[index]?.align === 'right' ? styles.right : styles.cell);
      const row = (element: 'th' | 'td', cells: readonly string[]) =>
        `<tr>${cells.map((cell, index) => `<${element} style="${styleOf(index)}">${cell}</${element}>`).join('')}</tr>`;
      return [
        `<table style="${styles.table}">`,
        `<thead>${row(
          'th',
          one.columns.map(({ title }) => escaped(title)),
        )}</thead>`,
        '<tbody>',
        ...one.rows.map((cells) => row('td', cells.map(line))),
        '</tbody>',
        '</table>',
      ].join('\n');
    }
  }
}

function line(parts: Line): string {
  return parts.map(inline).join('').trim();
}

function inline(part: Inline): string {
  if (typeof part === 'string') return tamedInLine(part, escaped);
  const text = escaped(tamed(part.text));
  switch (part.type) {
    case 'strong':
      return `<strong>${text}</strong>`;
    case 'web': {
      const url = webAddress(part.url);
      const label = text || escaped(tamed(part.url));
      return url === undefined ? label : `<a href="${escapedCharacters(url)}">${label}</a>`;
    }
    case 'place':
      return part.inWords === undefined
        ? text
        : `${text} <span style="${styles.place}">${escaped(tamed(part.inWords))}</span>`;
  }
}

function escaped(text: string): string {
  return byDirection(text)
    .map(escapedCharacters)
    .map((part, index) => (index % 2 === 0 ? part : `<bdi>${part}</bdi>`))
    .join('');
}

function escapedCharacters(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
