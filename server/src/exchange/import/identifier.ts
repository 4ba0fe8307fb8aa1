import { isBareName } from '../../language/lexer';
import { builtInResources, isKind, isModifier, isProperty, isVerb, undisclosed } from '../../language/schema';

/** Names that go on longer are hard to read in a relation; all of them stands in the display name. */
const longest = 48;

/** The words of a text, as they stand in a name: `Thomas-H-Lee-Partners`. Empty for a text without letters and digits. */
export function slug(text: string, most = longest): string {
  const words = text
    .normalize('NFC')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .filter((word) => word !== '');
  let joined = words[0]?.slice(0, most) ?? '';
  for (const word of words.slice(1)) {
    if (joined.length + 1 + word.length > most) break;
    joined += `-${word}`;
  }
  return joined;
}

/**
 * The name under which something is declared: of letters, digits and `-` where that will do, else as it is, which is
 * then written in quotes.
 */
export function identifierFor(text: string): string {
  const name = slug(text);
  if (!isBareName(name)) return text;
  return isWordOfTheLanguage(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function isWordOfTheLanguage(name: string): boolean {
  return (
    isKind(name) ||
    isVerb(name) ||
    isProperty(name) ||
    isModifier(name) ||
    name === undisclosed ||
    Object.hasOwn(builtInResources, name)
  );
}
