/** What a terminal would take for an order, but for line breaks and tabs; and what turns the order of letters round. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const orders = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text of a file as it can be written to a terminal: what a terminal would obey stands there as a sign, of the same
 * width, so that what is underlined stays underlined.
 */
export function printable(text: string): string {
  return text.replace(orders, (order) => {
    const code = order.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}
