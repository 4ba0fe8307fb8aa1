/** A snippet as an editor inserts it, and what stands in its places, in their order. */
export function inserted(snippet: string): { readonly text: string; readonly places: readonly string[] } {
  const places = new Map<number, string>();
  let text = '';
  for (let at = 0; at < snippet.length;) {
    const rest = snippet.slice(at);
    const place = /^\$\{(\d+)([:|])/.exec(rest) ?? /^\$(\d+)/.exec(rest);
    if (!place) {
      const isEscape = /^\\[\\$}]/.test(rest);
      text += isEscape ? rest[1] : rest[0];
      at += isEscape ? 2 : 1;
      continue;
    }
    at += place[0].length;
    const number = Number(place[1]);
    if (place[2] === undefined) {
      text += places.get(number) ?? '';
      continue;
    }
    let own = '';
    for (; snippet[at] !== '}'; at++) {
      if (at >= snippet.length) throw new Error(`a place is not closed: ${snippet}`);
      if (snippet[at] === '\\') at++;
      own += snippet[at];
    }
    at++;
    const shown = place[2] === '|' ? own.split(',')[0]! : own;
    places.set(number, shown);
    text += shown;
  }
  return { text, places: [...places].sort(([a], [b]) => a - b).map(([, own]) => own) };
}
