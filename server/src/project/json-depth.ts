/** Nobody nests settings or records so deep, and what reads them goes as deep into itself. */
export const deepestJson = 200;

const stringsAndComments = /"(?:[^"\\\n]|\\.)*"|\/\/.*|\/\*[^]*?\*\//g;

/** Whether brackets and braces of a text are nested deeper than anything that is read here. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.replace(stringsAndComments, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > deepestJson) return true;
  }
  return false;
}
