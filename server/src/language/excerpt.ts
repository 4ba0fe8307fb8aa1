/** What is longer is cut in messages; the names of most parties and deals are shorter. */
const usualLength = 40;

/**
 * A text of the user's as it can stand in a message or label: its first line, without control characters, and cut
 * where it is too long to be read at a glance.
 *
 * @param longest how many UTF-16 units are left at most
 */
export function excerpt(text: string, longest = usualLength): string {
  // No more is looked at than can be shown: a name may be a file's worth of text.
  const start = text.slice(0, longest + 1);
  const [line = ''] = start.split(/[\r\n]/, 1);
  const isCut = line.length > longest || line.length < start.length;
  const shown = line.slice(0, isCut ? longest - 1 : longest).replace(/[\ud800-\udbff]$/, '');
  const visible = shown.replace(/[\u0000-\u001f\u007f]/g, '\ufffd');
  return isCut ? `${visible}…` : visible;
}
