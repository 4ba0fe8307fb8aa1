import { TokenKind } from '../language/lexer';
import { tokensOf } from '../language/tokens';
import type { Item } from '../language/item';

const cache = new WeakMap<Item, ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();

/**
 * The names that an item with syntax errors may mean, in whatever part could not be read: all its words and texts but
 * the name that it declares. An item without errors says itself what it mentions, and gives none.
 */
export function possibleMentions(item: Item): ReadonlySet<string> {
  if (item.problems.length === 0) return none;
  let names = cache.get(item);
  if (!names) {
    names = new Set(wordsOf(item));
    cache.set(item, names);
  }
  return names;
}

function* wordsOf(item: Item): Iterable<string> {
  const own = item.declaration?.name;
  for (const { kind, start, end } of tokensOf(item)) {
    if (start === own?.start) continue;
    if (kind === TokenKind.Word) yield item.text.slice(start, end);
    else if (kind === TokenKind.String) {
      yield item.text
        .slice(start, end)
        .replace(/^"|"$/g, '')
        .replace(/\\(["\\])/g, '$1');
    }
  }
}
