import type { Declaration } from './declaration';
import { remembered } from './remembered';

/** Words for the legal form of a company, as they stand behind its name in registers all over the world. */
const legalForms: ReadonlySet<string> = new Set(
  (
    'inc incorporated corp corporation co company ltd limited llc llp lp plc pllc ' +
    'gmbh ag kg kgaa ug se sa sas sarl spa srl bv nv ab as asa aps oy oyj kk pty pte bhd sdn pjsc jsc ooo'
  ).split(' '),
);

/** Letters that Unicode does not take apart into a base and a mark. */
const folded: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '&': ' and ',
};

/**
 * What two spellings of one name have in common: without case, accents, punctuation and blanks, a leading “The”, and
 * legal forms at the end. Empty for a name without letters and digits.
 */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı&]/g, (letter) => folded[letter] ?? letter)
    // What is written with points is one word: “S.A.”, “Inc.”.
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const from = words.length > 1 && words[0] === 'the' ? 1 : 0;
  let to = words.length;
  while (to > from + 1 && legalForms.has(words[to - 1]!)) to--;
  return words.slice(from, to).join('');
}

/** The keys of a party's name and of its display name. */
export const nameKeysOf = remembered((party: Declaration): readonly [name: string, title: string] => [
  nameKey(party.name),
  nameKey(party.title),
]);
