import { kinds, type DealKind, type StatusName } from '../../language/schema';
import type { DateOrder } from './cells/date';
import type { DecimalMark } from './cells/number';
import type { Delimiter } from './table';

/** What a column can be, with what it says, for people. */
export const roles = {
  giver: 'who gives: the investor, lender, buyer, supplier, holder',
  receiver: 'who receives: the company, borrower, target, customer',
  lead: 'who leads the deal',
  seller: 'who sells, and so gets the money',
  adviser: 'who advises on it',
  'giver key': 'what tells givers of the same name apart, such as a permalink',
  'receiver key': 'what tells receivers of the same name apart',
  'giver kind': 'what sort of party the giver is, such as a person',
  'receiver kind': 'what sort of party the receiver is',
  'giver country': 'where the giver is at home',
  'receiver country': 'where the receiver is at home',
  'giver sector': 'what business the giver is in',
  'receiver sector': 'what business the receiver is in',
  'giver website': 'the giver’s site',
  'receiver website': 'the receiver’s site',
  key: 'what tells deals apart, such as a number; rows with the same one are one deal',
  kind: 'the kind of deal',
  title: 'what the deal is called',
  amount: 'the money of the deal',
  currency: 'the currency of its money',
  valuation: 'what the deal values the receiver at',
  debt: 'the part that is borrowed',
  stake: 'the share that is bought or held',
  date: 'when it was, or when it got a status',
  from: 'from when on a share is held',
  until: 'until when a share is held',
  status: 'where the deal stands',
  type: 'what sort of round or purchase it is',
  source: 'where it was read: an address, or words',
  note: 'a remark',
  tags: 'words to find it by',
  field: 'kept as it is, as a field of its own',
  ignore: 'left out',
} as const;

export type Role = keyof typeof roles;

/** The kinds that a row can become. */
export type ImportedKind = Exclude<DealKind, 'venture'> | 'holding';

/** Which kind a word in a column means; `isReversed` where the giver stands in the column of the receiver. */
export interface KindChoice {
  readonly kind: ImportedKind;
  readonly isReversed: boolean;
}

/** What a column is, and how its cells are written. */
export interface ColumnMapping {
  readonly is: Role;
  /** What parts several names or words in a cell. */
  readonly separator?: string;
  /** Whether brackets behind a name are no part of it. */
  readonly dropsBrackets?: boolean;
  /** The power of ten that money is given in. */
  readonly power?: number;
  readonly zeroIsUnknown?: boolean;
  /** Of this column alone. */
  readonly currency?: string;
  /** For a date: the status that the deal got then. */
  readonly status?: StatusName;
  /** For a valuation. */
  readonly as?: 'pre' | 'post';
  /** What words in the column mean, in small letters: kinds, types or status words. */
  readonly values?: ReadonlyMap<string, string>;
}

/** Where the whole table was read. */
export interface SourceMapping {
  readonly name?: string;
  readonly title?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly retrieved?: string;
}

/** How the rows of a table become deals. */
export interface Mapping {
  /** What the keys of its deals begin with, so that two tables can have a deal 1 each. */
  readonly scope?: string;
  /** Likewise for those of its parties, which several tables of one collection share. */
  readonly partyScope?: string;
  readonly kind: ImportedKind;
  readonly dates: DateOrder | 'auto';
  readonly decimals: DecimalMark | 'auto';
  readonly currency?: string;
  readonly delimiter?: Delimiter;
  readonly headerLine?: number;
  readonly giverKind: PartyKindName;
  readonly receiverKind: PartyKindName;
  /** By header; the order decides of two columns that are the same. */
  readonly columns: ReadonlyMap<string, ColumnMapping>;
  /** What columns are that are not named. */
  readonly rest: 'ignore' | 'field';
  /** Whether rows with the same key are one deal. */
  readonly joinsRows: boolean;
  readonly source: SourceMapping;
}

export const partyKindNames = ['company', 'fund', 'person', 'government', 'organization'] as const;
export type PartyKindName = (typeof partyKindNames)[number];

export const importedKinds: readonly ImportedKind[] = [
  'investment',
  'round',
  'loan',
  'grant',
  'acquisition',
  'merger',
  'supply',
  'license',
  'partnership',
  'project',
  'holding',
];

/** Nothing said yet. */
export const emptyMapping: Mapping = {
  kind: 'investment',
  dates: 'auto',
  decimals: 'auto',
  giverKind: 'company',
  receiverKind: 'company',
  columns: new Map(),
  rest: 'ignore',
  joinsRows: true,
  source: {},
};

export function isPartyKind(word: string): word is PartyKindName {
  return partyKindNames.some((kind) => kind === word);
}

export function isRole(word: string): word is Role {
  return Object.hasOwn(roles, word);
}

export function isImportedKind(word: string): word is ImportedKind {
  return importedKinds.some((kind) => kind === word);
}

/** Reads `supply`, or `supply reversed`; undefined where it is no kind that a row can become. */
export function readKindChoice(text: string): KindChoice | undefined {
  const [word = '', reversed, ...others] = text.trim().split(/\s+/);
  if (!isImportedKind(word) || others.length > 0 || (reversed !== undefined && reversed !== 'reversed')) {
    return undefined;
  }
  return { kind: word, isReversed: reversed === 'reversed' };
}

/** Whether a kind has two equal sides. */
export function isMutual(kind: ImportedKind): boolean {
  return kinds[kind].relation === 'mutual' || kind === 'partnership';
}

/** A header as it is compared: without case and blanks around. */
export function headerKey(header: string): string {
  return header
    .replace(/[\s\u00a0_]+/g, ' ')
    .trim()
    .toLowerCase();
}
