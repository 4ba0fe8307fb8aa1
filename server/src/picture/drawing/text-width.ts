/** About how wide a text is in pixels; nothing here can measure it. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const sign of text)
    width += wide.test(sign) ? 1 : narrow.test(sign) ? 0.32 : /[A-Z0-9$€£]/.test(sign) ? 0.62 : 0.54;
  return width * fontSize;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;
const narrow = /[\s.,:;!|'’ijl()[\]-]/;

/** A text cut so that it fits, with an ellipsis. */
export function fitted(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, fontSize) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** A text in lines that fit, broken between words; what is left behind the last one is cut. */
export function wrapped(text: string, fontSize: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || lines.length === most - 1 || textWidth(longer, fontSize) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => fitted(each, fontSize, width));
}
