import { dealTypes, findStatus, type StatusName } from '../../language/schema';
import {
  headerKey,
  isPartyKind,
  readKindChoice,
  type ColumnMapping,
  type KindChoice,
  type PartyKindName,
} from './mapping';

const typesByWord: ReadonlyMap<string, string> = new Map(
  Object.keys(dealTypes).map((type) => [type.toLowerCase(), type]),
);

/** What a word of a column says of the kind; undefined where the mapping does not say. */
export function kindIn(text: string, { values }: ColumnMapping): KindChoice | undefined {
  const word = headerKey(text);
  return readKindChoice(values?.get(word) ?? word);
}

/** The type that a word stands for: `Series A`, `series_a`, `Seed Round`. */
export function typeIn(text: string, values?: ReadonlyMap<string, string>): string | undefined {
  const word = headerKey(text);
  const said = values?.get(word);
  if (said !== undefined) return said;
  const plain = word.replace(/\s+(?:round|funding|financing)$/, '').replace(/[\s-]+/g, '-');
  return typesByWord.get(plain);
}

/** The status that a word stands for. */
export function statusIn(text: string, { values }: ColumnMapping): StatusName | undefined {
  const word = headerKey(text);
  const said = values?.get(word) ?? word;
  return findStatus(said) ?? findStatus(said.replace(/\s+/g, '-'));
}

/** What sort of party a word means. */
export function partyKindIn(text: string, { values }: ColumnMapping): PartyKindName | undefined {
  const word = headerKey(text);
  const said = values?.get(word) ?? word;
  return isPartyKind(said) ? said : undefined;
}
