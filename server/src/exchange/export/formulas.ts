/**
 * What a spreadsheet may run: a text that starts with `=`, `+`, `-` or `@`, in full width as well, whatever blanks or
 * characters that nobody sees stand before it, or with a tab or line break. Apostrophes before it count as none, so that
 * what is put before a text can be told from what stood there.
 */
const formula = /^'*(?:[\t\r\n]|[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠−])/;
const plainNumber = /^'*[+-]?\d+(?:\.\d+)?$/;

/** A text for a cell that a spreadsheet opens: what it would run gets an apostrophe before it. */
export function neutralized(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** The text that was neutralized. */
export function withoutNeutralizing(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell;
}

function isFormula(text: string): boolean {
  return formula.test(text) && !plainNumber.test(text);
}
