/**
 * Whether the characters of a text come in this order in one part of another text. Both are in lower case.
 *
 * @param separator stands between the parts
 */
export function isSubsequence(wanted: string, text: string, separator: string): boolean {
  const { length } = wanted;
  if (length === 0) return true;
  const between = separator.charCodeAt(0);
  let next = wanted.charCodeAt(0);
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === next) {
      if (++matched === length) return true;
      next = wanted.charCodeAt(matched);
    } else if (code === between) {
      matched = 0;
      next = wanted.charCodeAt(0);
    }
  }
  return false;
}

/**
 * The characters of a text in lower case as bits: a text that lacks a bit of another one does not contain all of its
 * characters.
 */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= bits[text.charCodeAt(at)] ?? other;
  return letters;
}

/** For all that has no bit of its own, rare letters among it. */
const other = 1;
const bits: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const position = '0123456789abcdefghilmnoprstuy'.indexOf(String.fromCharCode(code));
  return position < 0 ? other : 2 << position;
});
