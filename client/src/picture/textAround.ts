import { lengthAround, type TextAround } from '../../../server/src/protocol';

/**
 * Whether a text still has around a place what stood there when somebody else looked at it. Editors end all lines
 * alike, whatever stands in the file.
 */
export function fitsAround(text: string, offset: number, { before, after }: TextAround): boolean {
  const [above, below] = [sameBreaks(text.slice(0, offset)), sameBreaks(text.slice(offset))];
  const [expectedAbove, expectedBelow] = [sameBreaks(before), sameBreaks(after)];
  return (
    above.endsWith(expectedAbove) &&
    below.startsWith(expectedBelow) &&
    // What was shorter reached as far as the text.
    (before.length >= lengthAround || above === expectedAbove) &&
    (after.length >= lengthAround || below === expectedBelow)
  );
}

function sameBreaks(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** A snippet that is indented with tabs, as an editor indents. */
export function indentedWith(unit: string, snippet: string): string {
  return snippet.replaceAll(/^\t+/gm, (tabs) => unit.repeat(tabs.length));
}
