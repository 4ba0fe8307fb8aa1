import { kindNames, kinds, type KindName, type MoneyPurpose } from '../../language/schema';
import { citedSources } from '../../model/citation';
import type { Buckets } from '../../model/deal';
import { addBuckets, wholeOf } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import { purposes } from '../../model/position';
import { sumsByPurpose } from '../../model/sums';
import type { Project } from '../../project/project';
import type { Severity } from '../../project/check';
import { describeTotal } from '../../features/summary/figures';
import { purposeLabel } from '../../features/summary/sums';
import { isEmpty } from '../../values/sum';
import { counted, formatNumber } from '../numbers';
import { dateOn, stageOf, stages, type Stage } from '../query/filters';
import type { Sink } from '../surroundings';
import { sumRecord } from './listing-writers';
import { sumColumns } from '../query/listing';
import { writtenTable } from './text-table';

/** What is counted of deal files. */
export interface Stats {
  readonly asOf: readonly string[];
  readonly files: number;
  readonly declarations: ReadonlyMap<KindName, number>;
  /** Deals by how they stand on the day. */
  readonly deals: ReadonlyMap<Stage, number>;
  /** Deals that cite a source, have a date, and tell an amount. */
  readonly withSource: number;
  readonly withDate: number;
  readonly withAmount: number;
  readonly money: ReadonlyMap<MoneyPurpose, Buckets>;
  readonly problems: Readonly<Record<Severity, number>>;
}

/** Counts the declarations of projects. Each deal counts once. */
export function statsOf(
  parts: readonly { readonly project: Project; readonly declarations: readonly Declaration[] }[],
  others: Pick<Stats, 'asOf' | 'files' | 'problems'>,
): Stats {
  const declarations = new Map<KindName, number>();
  const standing = new Map<Stage, number>();
  const money = new Map<MoneyPurpose, Buckets>();
  let [withSource, withDate, withAmount] = [0, 0, 0];
  for (const { project, declarations: own } of parts) {
    for (const { kind } of own) add(declarations, kind);
    const deals = own.filter(({ kind }) => kinds[kind].group === 'deal');
    for (const deal of deals) {
      add(standing, stageOf(project, deal));
      if (citedSources(deal).length > 0) withSource++;
      if (dateOn(project, deal)) withDate++;
      if (wholeOf(deal).totals.length > 0) withAmount++;
    }
    for (const { purpose, buckets } of sumsByPurpose(project, deals)) {
      const before = money.get(purpose);
      money.set(purpose, before ? addBuckets(before, buckets) : buckets);
    }
  }
  return {
    ...others,
    declarations: inOrder(declarations, kindNames),
    deals: inOrder(standing, stages),
    withSource,
    withDate,
    withAmount,
    money: inOrder(money, purposes),
    problems: others.problems,
  };
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function inOrder<Key, Value>(map: ReadonlyMap<Key, Value>, keys: readonly Key[]): Map<Key, Value> {
  return new Map(
    keys.flatMap((key) => {
      const value = map.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** Stats for people, a table for each thing that is counted. */
export function statsTable(stats: Stats, sink: Sink): string {
  const { asOf, files, declarations, deals, withSource, withDate, withAmount, money, problems } = stats;
  const dealCount = sumOf(deals);
  const counts = (title: string, rows: readonly (readonly [string, number])[]) =>
    writtenTable(
      [{ title }, { title: 'Count', isNumber: true }],
      rows.map(([name, count]) => [name, formatNumber(count)]),
      sink,
    );
  const share = (count: number) => (dealCount === 0 ? '' : `${Math.round((count / dealCount) * 100)}%`);
  const shares = [
    ['a source', withSource],
    ['a date', withDate],
    ['an amount', withAmount],
  ] as const;
  const tables = [
    counts('Declarations', [...declarations]),
    ...(dealCount === 0
      ? []
      : [
          counts('Deals', [...deals]),
          writtenTable(
            [{ title: 'Deals with' }, { title: 'Count', isNumber: true }, { title: 'Share', isNumber: true }],
            shares.map(([name, count]) => [name, formatNumber(count), share(count)]),
            sink,
          ),
        ]),
    ...(money.size === 0
      ? []
      : [
          writtenTable(
            [{ title: 'Money' }, ...sumColumns.map(({ title }) => ({ title, isNumber: true as const }))],
            [...money].map(([purpose, buckets]) => [
              purposeLabel(purpose),
              ...sumColumns.map(({ of }) => (isEmpty(buckets[of]) ? '' : describeTotal(buckets[of]))),
            ]),
            sink,
          ),
        ]),
    counts('Problems', [
      ['errors', problems.error],
      ['warnings', problems.warning],
      ['notes', problems.information],
    ]),
  ];
  const head = `${counted(files, 'file')}, ${counted(sumOf(declarations), 'declaration')}, as of ${asOf.join(' and ')}`;
  return [`${head}\n`, ...tables].join('\n');
}

/** Goes up when programs that read the output would misread it. */
const version = 1;

/** Stats for programs. */
export function statsJson(stats: Stats): string {
  const { asOf, files, declarations, deals, withSource, withDate, withAmount, money, problems } = stats;
  const report = {
    version,
    asOf,
    files,
    declarations: { count: sumOf(declarations), byKind: Object.fromEntries(declarations) },
    deals: {
      count: sumOf(deals),
      byStatus: Object.fromEntries(deals),
      withSource,
      withDate,
      withAmount,
    },
    money: Object.fromEntries(
      [...money].map(([purpose, buckets]) => [
        purpose,
        Object.fromEntries(sumColumns.map(({ key, of }) => [key, sumRecord(buckets[of])])),
      ]),
    ),
    problems: { errors: problems.error, warnings: problems.warning, notes: problems.information },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function sumOf(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
