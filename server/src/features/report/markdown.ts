import type { Block, Inline, Line, Place } from './content';
import { isRightToLeft, tamed, tamedInLine, webAddress } from './text';

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
  const marked = text.replace(
    // A formula ends with a dollar that no digit follows; a picture is what follows an exclamation mark.
    /[\\`*_{}[\]#|~@&<>]|\$(?!\d)|!$|:(?=\/\/|[\w+-]+:)|\/(?=\/)|(?<=\bwww)\./gi,
    (character) => entities[character] ?? `\\${character}`,
  );
  return isRightToLeft(marked) ? `\u2068${marked}\u2069` : marked;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What would make a list, a line or a heading of what stands at the start of a block. */
function atStart(text: string): string {
  return text.replace(/^[-+=]|(?<=^\d+)[.)](?=\s|$)/, '\\$&');
}
