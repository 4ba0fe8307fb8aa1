import type { Block, Inline, Line, Place } from './content';
import { byDirection, tamed, tamedInLine, webAddress } from './text';

/**
 * Writes a report as Markdown that GitHub and VS Code render alike. No HTML is in it, and no link but to places and to
 * web addresses that the report names.
 * @param hrefOf where a place is found from the report; undefined where there is no way
 */
export function toMarkdown(blocks: readonly Block[], hrefOf: (place: Place) => string | undefined): string {
  const inline = (part: Inline): string => {
    if (typeof part === 'string') return tamedInLine(part, escaped);
    const text = escaped(tamed(part.text));
    switch (part.type) {
      case 'strong':
        return text && `**${text}**`;
      case 'web': {
        const url = webAddress(part.url);
        const label = text || escaped(tamed(part.url));
        return url === undefined ? label : `[${label}](${url})`;
      }
      case 'place': {
        const href = hrefOf(part.place);
        return href === undefined || text === '' ? text : `[${text}](${href})`;
      }
    }
  };
  const inLine = (parts: Line): string => parts.map(inline).join('').trim();
  const block = (one: Block): string => {
    switch (one.type) {
      case 'heading':
        return `${'#'.repeat(one.level)} ${escaped(tamed(one.text))}`;
      case 'paragraph':
        return atStart(inLine(one.line));
      case 'numbered':
        return one.lines.map((line, index) => `${index + 1}. ${atStart(inLine(line))}`).join('\n');
      case 'table':
        return [
          row(one.columns.map(({ title }) => escaped(title))),
          row(one.columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
          ...one.rows.map((cells) => row(cells.map(inLine))),
        ].join('\n');
    }
  };
  return `${blocks.map(block).join('\n\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A text as it stands: no character of it is markup, a link, a formula or an emoji. */
function escaped(text: string): string {
  const parts = byDirection(text);
  const apart = parts.map((part, index) => (index % 2 === 0 ? part : `\u2067${part}\u2069`));
  // A preview takes the direction of a whole row from the first letter that it finds.
  const kept = (parts.length > 1 && !/\p{L}/u.test(parts[0]!) ? '\u200e' : '') + apart.join('');
  return kept.replace(
    // A formula ends with a dollar that no digit follows; a picture is what follows an exclamation mark.
    /[\\`*_{}[\]#|~@&<>]|\$(?!\d)|!$|:(?=\/\/|[\w+-]+:)|\/(?=\/)|(?<=\bwww)\./gi,
    (character) => entities[character] ?? `\\${character}`,
  );
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What would make a list, a line or a heading of what stands at the start of a block. */
function atStart(text: string): string {
  return text.replace(/^[-+=]|(?<=^\d+)[.)](?=\s|$)/, '\\$&');
}
