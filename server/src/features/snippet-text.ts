/** A text that means itself in snippet syntax. */
export function inSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

/** What a snippet comes to when nothing is changed: its places with what stands in them, of a choice the first. */
export function withoutPlaces(snippet: string): string {
  return snippet.replaceAll(
    pieces,
    (_, escaped?: string, choice?: string, text?: string) =>
      // In a place a text is escaped as it is elsewhere.
      escaped ?? choice ?? text?.replaceAll(/\\([\\$}])/g, '$1') ?? '',
  );
}

/** An escaped character, a choice, or a place with or without a text. */
const pieces = /\\([\\$}])|\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:((?:\\.|[^\\}])*)\}|\$\d+/gs;
