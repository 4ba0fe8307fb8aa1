/** What every character of an XML document must be. */
const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

const name = '[A-Za-z][A-Za-z0-9-]*';
const text = '(?:[^<&>]|&(?:amp|lt|gt|quot|#39);)*';
const attribute = `\\s+(${name})="((?:[^<&"]|&(?:amp|lt|gt|quot|#39);)*)"`;
const token = new RegExp(`<(/?)(${name})((?:${attribute})*)\\s*(/?)>|(${text})`, 'uy');

/** Checks that a text is one element of XML, as strictly as our own writer has reason to be; says why it is not. */
export function whyMalformed(document: string): string | undefined {
  if (!allowed.test(document)) return 'a character that XML has not';
  const start = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(start)) return 'no declaration';
  const open: string[] = [];
  let roots = 0;
  token.lastIndex = start.length;
  while (token.lastIndex < document.length) {
    const at = token.lastIndex;
    const found = token.exec(document);
    if (!found || found[0] === '') return `neither text nor a tag: ${document.slice(at, at + 80)}`;
    const [, closing, tag, attributes = '', , , empty] = found;
    if (tag === undefined) {
      if (open.length === 0 && found[0].trim() !== '') return 'text outside';
      continue;
    }
    const names = [...attributes.matchAll(new RegExp(attribute, 'gu'))].map(([, each]) => each);
    if (new Set(names).size < names.length) return `an attribute twice: ${attributes}`;
    if (closing) {
      if (open.pop() !== tag) return `</${tag}> closes nothing`;
      continue;
    }
    if (open.length === 0 && ++roots > 1) return 'two roots';
    if (!empty) open.push(tag);
  }
  if (open.length > 0) return `${open.join(' ')} left open`;
  return roots === 1 ? undefined : 'no root';
}
