import XMLBuilder from 'fast-xml-builder';

/** An element as the library takes it: attributes start with `@`, `#text` is its text, other keys are elements in it. */
export interface XmlElement {
  readonly [key: string]: string | XmlElement | readonly XmlElement[] | undefined;
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
});

/** An XML document of one element. Values must have gone through `xmlText`. */
export function xmlDocument(name: string, root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [name]: root })}`;
}

/** A text without what XML cannot hold, and on one line, since attributes have no other. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[\t\r\n\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
