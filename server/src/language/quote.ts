import { isBareName } from './lexer';
import { isKind } from './schema';

/** A text in quotes, on one line. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')}"`;
}

/** A name as it is written: bare where a word will do, else in quotes. A kind would open a declaration. */
export function writeName(name: string): string {
  return isBareName(name) && !isKind(name) ? name : quote(name);
}

/** What stands between the quotes of a text, without its escapes. */
export function unescaped(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped))
    : text;
}

/** The text of a `"""` block: without the first line break, the common indentation and the last line's blanks. */
export function dedented(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length === 1) return text.trim();
  const rest = lines.slice(1);
  let indent = Infinity;
  for (const line of rest) {
    const content = line.search(/\S/);
    if (content >= 0 && content < indent) indent = content;
  }
  return [lines[0]!.trim(), ...rest.map((line) => line.slice(indent === Infinity ? 0 : indent).trimEnd())]
    .join('\n')
    .trim();
}
