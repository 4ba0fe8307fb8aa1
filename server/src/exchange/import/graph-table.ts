import { emptyMapping, headerKey, type ColumnMapping, type Mapping } from './mapping';
import type { Table } from './table';

/** A stake of one party in another, as a file of ownership tells of it. */
export interface Stake {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly key: string;
  readonly holder: Holder;
  readonly held: Holder;
  /** As a deal file writes it, or as it stands. */
  readonly share: string;
  readonly from: string;
  readonly until: string;
  readonly source: string;
  /** What else is said of it, in words. */
  readonly more: string;
}

export interface Holder {
  readonly key: string;
  readonly name: string;
  /** A kind of party. */
  readonly kind: string;
  readonly country: string;
  /** Its other names and countries, each as it is told: `called LSVP`, `country GB`. */
  readonly besides: readonly string[];
}

/** Somebody of whom nothing is told but a name, or that nobody names. */
export function onlyNamed(name: string): Holder {
  return { key: '', name, kind: '', country: '', besides: [] };
}

/** Names and countries beside the first ones. */
export function besides(names: readonly string[], countries: readonly string[]): string[] {
  const others = (all: readonly string[]) =>
    [...new Set(all)].filter((each) => each !== '' && each !== all[0]);
  return [
    ...others(names).map((name) => `called ${name}`),
    ...others(countries).map((country) => `country ${country}`),
  ];
}

const columns: readonly (readonly [header: string, column: ColumnMapping])[] = [
  ['key', { is: 'key' }],
  ['holder', { is: 'giver' }],
  ['holder key', { is: 'giver key' }],
  ['holder kind', { is: 'giver kind' }],
  ['holder country', { is: 'giver country' }],
  ['holder besides', { is: 'field' }],
  ['held', { is: 'receiver' }],
  ['held key', { is: 'receiver key' }],
  ['held kind', { is: 'receiver kind' }],
  ['held country', { is: 'receiver country' }],
  ['held besides', { is: 'field' }],
  ['share', { is: 'stake' }],
  ['from', { is: 'from' }],
  ['until', { is: 'until' }],
  ['source', { is: 'source', separator: '\n' }],
  ['interest', { is: 'field' }],
];

/** A file of ownership as a table, with what its columns are: so it is imported as tables are. */
export interface GraphTable {
  readonly table: Table;
  readonly mapping: Mapping;
  /** What is to be said of what is no stake. */
  readonly notes: readonly string[];
}

export function stakesTable(
  scope: string,
  stakes: readonly Stake[],
  broken: Table['broken'],
  notes: readonly string[],
): GraphTable {
  return {
    table: {
      delimiter: ',',
      headers: columns.map(([header]) => header),
      rows: stakes.map(({ line, key, holder, held, share, from, until, source, more }) => ({
        line,
        cells: [key, ...cellsOf(holder), ...cellsOf(held), share, from, until, source, more],
      })),
      broken,
    },
    mapping: {
      ...emptyMapping,
      scope,
      partyScope: scope,
      kind: 'holding',
      dates: 'YMD',
      columns: new Map(columns.map(([header, column]) => [headerKey(header), column])),
    },
    notes,
  };
}

function cellsOf({ name, key, kind, country, besides: others }: Holder): string[] {
  return [name, key, kind, country, others.join('; ')];
}
