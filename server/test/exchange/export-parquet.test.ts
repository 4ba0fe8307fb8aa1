import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Big } from 'big.js';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { bucketNames } from '../../src/exchange/export/deal-rows';
import { isOfParquetExport, parquetFiles, partitionings } from '../../src/exchange/export/parquet';
import type { Selection } from '../../src/exchange/export/selection';
import { tablesOf } from '../../src/exchange/export/tables';
import { addBuckets, bucketsOf, certainties, emptyBuckets, type Buckets } from '../../src/model/deal';
import { partsByYear } from '../../src/model/years';
import { fromDay } from '../../src/values/date';
import { plainCorpus } from '../arithmetic/plain-corpus';
import { textsOf } from '../arithmetic/write-text';
import { projects, selectionOf } from './export-fixture';

const all = {
  ...projects,
  // Currencies, instalments and payments of all sorts.
  'a thousand deals': () => textsOf(plainCorpus(1000, 7)),
};

describe('deals as Parquet, read by DuckDB', function () {
  this.timeout(60_000);
  let database: DuckDBConnection;
  let folder: string;

  before(async () => {
    database = await (await DuckDBInstance.create(':memory:')).connect();
  });
  it('have names that tell that they are of an export', () => {
    const selection = selectionOf(projects['every-kind']!());
    for (const partitioning of [undefined, ...partitionings]) {
      for (const { name } of parquetFiles(selection, partitioning).files)
        assert.ok(isOfParquetExport(name), name);
    }
    for (const name of [
      'x.parquet',
      'deals.csv',
      'deals/part-0.parquet',
      'deals/year=2024/x.parquet',
      'a/deals.parquet',
    ])
      assert.ok(!isOfParquetExport(name), name);
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dealgraph-parquet-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const [name, files] of Object.entries(all)) {
    it(`have as many rows and the same sums as the model: ${name}`, async () => {
      const selection = selectionOf(files());
      write(selection);
      for (const table of tablesOf(selection).tables) {
        assert.deepEqual(await rows(`SELECT count(*)::INT FROM ${at(`${table.name}.parquet`)}`), [
          [table.rowCount],
        ]);
      }
      assert.deepEqual(await sumsIn(at('money-of-deals.parquet')), sumsOf(selection));
    });

    for (const partitioning of partitionings) {
      it(`are in folders by ${partitioning}, and add up to the same: ${name}`, async () => {
        const selection = selectionOf(files());
        write(selection, partitioning);
        const { tables } = tablesOf(selection);
        for (const table of tables.slice(0, 3)) {
          if (table.rowCount === 0) continue;
          const read = partsOf(table.name);
          assert.deepEqual(await rows(`SELECT count(*)::INT FROM ${read}`), [[table.rowCount]]);
          const columns = (await rows(`DESCRIBE SELECT * FROM ${read}`)).map(([column]) => String(column));
          assert.deepEqual(
            columns.toSorted(),
            [...new Set([...table.columns.map((column) => column.name), partitioning])].toSorted(),
          );
        }
        assert.deepEqual(await sumsIn(partsOf('money-of-deals')), sumsOf(selection));
      });
    }
  }

  it('have typed columns', async () => {
    write(
      selectionOf({
        'a.deal':
          'grant G: A -> B { amount $0.123456789 on 2024-02-29 }\ngrant H: A -> B { amount <$1234567890123.1; on 1969 }',
      }),
    );
    const deals = at('deals.parquet');
    const types = new Map(
      (await rows(`DESCRIBE SELECT * FROM ${deals}`)).map(([name, type]) => [name, type]),
    );
    assert.deepEqual(
      ['deal', 'date_earliest', 'amount_min', 'amount_approximate', 'line'].map((name) => types.get(name)),
      ['VARCHAR', 'DATE', 'DECIMAL(38,9)', 'BOOLEAN', 'INTEGER'],
    );
    assert.deepEqual(
      await rows(
        `SELECT deal, date_earliest::VARCHAR, date_latest::VARCHAR, amount_min::VARCHAR, amount_max::VARCHAR FROM ${deals}`,
      ),
      [
        ['G', '2024-02-29', '2024-02-29', '0.123456789', '0.123456789'],
        ['H', '1969-01-01', '1969-12-31', '0.000000000', '1234567890123.100000000'],
      ],
    );
  });

  it('says which figures do not fit', () => {
    const { dropped } = parquetFiles(selectionOf({ 'a.deal': 'grant G: A -> B { amount $0.0123456789 }' }));
    // As a whole, as promised, and in the table of money; each with both bounds.
    assert.deepEqual(dropped, ['6 figures of more than 29 digits before the point or 9 behind it']);
  });

  it('are found by year without reading the others', async () => {
    const selection = selectionOf(projects['ai-race']!());
    write(selection, 'year');
    const found = await rows(
      `SELECT year, count(*)::INT FROM ${partsOf('deals')} WHERE year = 2025 GROUP BY year`,
    );
    const wanted = tablesOf(selection).rows.filter(
      ({ date }) => date && Number.isFinite(date.earliest) && fromDay(date.earliest).year === 2025,
    );
    assert.equal(Number(found[0]?.[1]), wanted.length);
  });

  it('come to the years of the report by the query that is documented, where tranches split nothing', async () => {
    const selection = selectionOf({
      'a.deal': [
        'investment A1: A -> B { amount $1B; status closed on 2024-02 }',
        'investment A2: A -> B { amount $2B..$3B; on 2019..2023 }',
        'investment A3: A -> B { amount >$4B; on 2024-Q1; status signed }',
        'investment A4: A -> B { amount €5B; status announced on 2023; status closed on 2024-03-01 }',
        'investment A5: A -> B { amount $6B }',
        'investment A6: A -> B { amount $7B on 2022 }',
        'supply S: A -> B { amount $7B on 2022 }',
      ].join('\n'),
    });
    write(selection, 'year');
    const [query = ''] =
      /(?<=```sql\n)SELECT CASE[^`]*(?=\n```)/.exec(readFileSync('docs/export.md', 'utf8')) ?? [];
    const found = await database.runAndReadAll(
      query.replaceAll("'lake/", `'${folder.replaceAll("'", "''")}/`),
    );
    const { project, deals } = selection;
    const wanted = new Map<string, Buckets>();
    for (const deal of deals) {
      if (deal.kind === 'supply') continue;
      for (const { year, buckets } of partsByYear(deal, project.asOf)) {
        const key = String(year ?? null);
        wanted.set(key, addBuckets(wanted.get(key) ?? emptyBuckets, buckets));
      }
    }
    assert.deepEqual(
      found
        .getRowsJson()
        .map((row) => row.map((each) => JSON.stringify(each).replace(/"|\.0+"$/g, '')).join(' '))
        .toSorted(),
      [...wanted]
        .flatMap(([year, sum]) =>
          certainties.flatMap((certainty) =>
            sum[certainty].totals.map(({ currency, range: { min, max } }) =>
              [
                year,
                bucketNames[certainty],
                currency,
                min?.toFixed() ?? 'null',
                max?.toFixed() ?? 'null',
              ].join(' '),
            ),
          ),
        )
        .toSorted(),
    );
  });

  function write(selection: Selection, partitioning?: (typeof partitionings)[number]): void {
    for (const { name, content } of parquetFiles(selection, partitioning).files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  }

  function at(path: string): string {
    return `read_parquet('${join(folder, path).replaceAll("'", "''")}')`;
  }

  function partsOf(table: string): string {
    return `read_parquet('${join(folder, table)}/*/*.parquet', hive_partitioning = true)`;
  }

  async function rows(query: string): Promise<unknown[][]> {
    return (await database.runAndReadAll(query)).getRows();
  }

  /** What the money comes to by bucket and currency: `promised USD: 12..34`. */
  async function sumsIn(read: string): Promise<string[]> {
    const found = await rows(
      `SELECT bucket, currency, coalesce(sum(amount_min), 0)::VARCHAR,
         CASE WHEN bool_or(amount_max IS NULL) THEN NULL ELSE sum(amount_max)::VARCHAR END
       FROM ${read} WHERE currency IS NOT NULL GROUP BY bucket, currency`,
    );
    return found
      .map(
        ([bucket, currency, min, max]) =>
          `${String(bucket)} ${String(currency)}: ${plain(min)}..${plain(max)}`,
      )
      .toSorted();
  }
});

function plain(decimal: unknown): string {
  return typeof decimal === 'string' ? new Big(decimal).toFixed() : '';
}

function sumsOf({ project, deals }: Selection): string[] {
  const sum = deals.map((deal) => bucketsOf(deal, project.asOf)).reduce(addBuckets, emptyBuckets);
  return certainties
    .flatMap((certainty) =>
      sum[certainty].totals.map(
        ({ currency, range: { min, max } }) =>
          `${bucketNames[certainty]} ${currency}: ${min?.toFixed() ?? ''}..${max?.toFixed() ?? ''}`,
      ),
    )
    .toSorted();
}
