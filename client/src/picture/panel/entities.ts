/**
 * Stands in for the package `entities` in the page: a browser knows the named characters of HTML by itself, and their
 * list would be a third of the page.
 */
export function decodeHTML(text: string): string {
  const field = document.createElement('textarea');
  // What stands in such a field is text in any case: no tag becomes an element.
  field.innerHTML = text;
  return field.value;
}

/** The same of one character that ends with a semicolon; what only begins like one stays as it is. */
export function decodeHTMLStrict(text: string): string {
  const decoded = decodeHTML(text);
  return decoded.endsWith(';') && decoded !== ';' ? text : decoded;
}
