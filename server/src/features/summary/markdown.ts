/**
 * A text of a file as plain text in Markdown: nothing in it becomes a link, an image, markup or a theme icon. HTML is
 * never rendered by the clients that we ask, and is escaped all the same.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]#|~@]/g, '\\$&')
      // A theme icon, and what some readers turn into links by themselves.
      .replace(/\$(?=\()|:(?=\/\/)|\/(?=\/)|(?<=\bwww)\./gi, '\\$&')
      // What would start a list.
      .replace(/^(\s*\d*)([-+.)])(?=\s)/, '$1\\$2')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/\s*[\r\n]+\s*/g, ' ')
  );
}

/** An address as a link where it is one that a browser opens, else as plain text. */
export function linkMarkdown(url: string, text: string = url): string {
  return /^https?:\/\/[^\s<>()"'\\]+$/i.test(url) ? `[${escapeMarkdown(text)}](${url})` : escapeMarkdown(url);
}

/** Paragraphs with an empty line between; empty ones are left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** Facts on one line. */
export function dotted(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
