import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { claimColumns, claimRows } from './claims';
import { dealColumns, dealRows } from './deals';
import { ecosystemColumns, ecosystemRows } from './ecosystems';
import { selectionOf, type Filters, type Selection } from './filters';
import type { Column, Listing, Row } from './listing';
import { partyColumns, partyRows } from './parties';
import { sourceColumns, sourceRows } from './sources';
import { kindColumns, kindRows, pairColumns, pairRows, yearColumns, yearRows } from './sums';

interface Query {
  readonly columns: readonly Column[];
  readonly hasSums: boolean;
  /** Whether the days that are asked for are those of what is listed, and not of deals. */
  readonly hasOwnDays?: true;
  rows(selection: Selection, filters: Filters): Row[];
}

/** All that can be asked for, by the word for it. */
const queries = {
  deals: { columns: dealColumns, hasSums: true, rows: dealRows },
  parties: { columns: partyColumns, hasSums: true, rows: partyRows },
  pairs: { columns: pairColumns, hasSums: true, rows: pairRows },
  kinds: { columns: kindColumns, hasSums: true, rows: kindRows },
  years: { columns: yearColumns, hasSums: true, rows: yearRows },
  ecosystems: { columns: ecosystemColumns, hasSums: true, rows: ecosystemRows },
  sources: { columns: sourceColumns, hasSums: false, rows: sourceRows },
  claims: { columns: claimColumns, hasSums: false, hasOwnDays: true, rows: claimRows },
} satisfies Readonly<Record<string, Query>>;

export type QueryName = keyof typeof queries;
export const queryNames: readonly string[] = Object.keys(queries);

/** Whether a word names something that can be asked for. */
export function isQuery(word: string): word is QueryName {
  return Object.hasOwn(queries, word);
}

/** What a query has to say of a project. */
export function answerOf(
  name: QueryName,
  project: Project,
  filters: Filters,
  isNamed: (declaration: Declaration) => boolean,
): Listing {
  const query: Query = queries[name];
  const { since, until, ...others } = filters;
  const days = { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
  const selection = selectionOf(project, query.hasOwnDays ? others : { ...others, ...days }, isNamed);
  const rows = query.rows(selection, filters);
  return { columns: query.columns, hasSums: query.hasSums, rows };
}

/** The columns of a query, by which rows can be sorted besides those of their sums. */
export function columnsOf(name: QueryName): readonly Column[] {
  return queries[name].columns;
}
