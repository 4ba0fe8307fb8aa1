import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { DuckDBInstance } from '@duckdb/node-api';
import { Big } from 'big.js';
import { recordOf } from '../../src/exchange/record-of';
import { DealDocument } from '../../src/language/document';
import { factOf } from '../../src/model/declaration';
import { interpret } from '../../src/model/interpret';
import { readMoney } from '../../src/values/money';
import { propertyRuns } from '../language/random-text';
import { imported } from './import-fixture';
import { dealColumns } from './import-tables';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', 'A', 'a', 'A Inc.', '"', '\\', '}', '{ ', '//', '/*', '"""', 'per', 'undisclosed', 'Undisclosed', 'asserts',
    'company', 'compute', '8VC', 'A -> B', 'x\ny', '1,234.5', '2E+11', '$1.2B', '€5M', '0000-00-00', '3/4/2020',
    '2020-01-31', '=1+1', 'A;B', 'A, B (lead)', '<https://a.b>', 'https://a.b/c', '10%', '\u2028', '\0', 'supply', 'Series A',
    'closed', '-', 'NULL', '1e999999', '__proto__', 'constructor', 'acquired', 'allied', 'owns', 'buys', 'plans', 'won', 'seed', 'grant'), // prettier-ignore
);

describe('the import of any table', () => {
  it('makes a deal of each row or reports it, and writes what can be read, whatever the cells are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: dealColumns.length + 2 }), { maxLength: 8 }),
        (rows) => {
          const headers = dealColumns.map(([header]) => header);
          const mapping = {
            columns: Object.fromEntries(dealColumns),
            currency: 'USD',
            rest: 'field',
            source: { title: rows[0]?.[0] || 'x' },
          };
          const { deals, text: written } = imported(stringify([headers, ...rows]), mapping);
          const records = DealDocument.parse(written).items.flatMap((item) => {
            const declaration = interpret(item);
            return declaration ? [recordOf(declaration).record] : [];
          });
          // What is written says what was meant: names and texts are in quotes where they have to be.
          const relations = (all: typeof records) =>
            all
              .filter(({ relation }) => relation)
              .map(({ kind, name, title, relation }) => ({ kind, name, title, relation }));
          assert.deepEqual(relations(records), relations(deals.map(({ record }) => record)));
          const fields = (all: typeof records) =>
            all
              .filter(({ relation }) => relation)
              .map(({ properties }) =>
                properties
                  .filter(({ name }) => name === 'field')
                  .map(({ values }) => values.map((value) => value.text)),
              );
          assert.deepEqual(fields(records), fields(deals.map(({ record }) => record)));
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('reads any text as a table', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(text, fc.constantFrom('\n', '\r\n', ',', ';', '\t', '"', 'source,target\n'))),
        (parts) => {
          imported(parts.join(''));
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('says of every deal what its row says: who, how much, when', () => {
    const name = fc.constantFrom('Ada', 'Engines & Co', '8VC', '北京', 'Übermut', 'a "quoted" one', 'x, y');
    const row = fc.record({
      giver: name,
      receiver: name,
      cents: fc.bigInt({ min: 1n, max: 10n ** 15n }),
      currency: fc.constantFrom('USD', 'EUR', 'CHF'),
      day: fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const csv = stringify([
          ['source', 'target', 'amount', 'currency', 'date'],
          ...rows.map(({ giver, receiver, cents, currency, day }) => [
            giver,
            receiver,
            `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`,
            currency,
            day.toISOString().slice(0, 10),
          ]),
        ]);
        const { deals, parties } = imported(csv);
        const titles = new Map(parties.map((party) => [party.name, party.title ?? party.name]));
        const said = deals.map(({ record: { relation, properties } }) => {
          const line = (wanted: string) => properties.find((each) => each.name === wanted)?.values[0]?.text;
          return [
            titles.get(relation?.left[0]?.name ?? ''),
            titles.get(relation?.right[0]?.name ?? ''),
            line('on'),
            amountIn(line('amount') ?? ''),
          ];
        });
        assert.deepEqual(
          said,
          rows.map(({ giver, receiver, cents, currency, day }) => [
            giver,
            receiver,
            day.toISOString().slice(0, 10),
            `${currency} ${new Big(String(cents)).div(100).toFixed()}`,
          ]),
        );
      }),
      { numRuns: propertyRuns },
    );
  });
});

/** What a line of a deal says of money: its currency and its exact figure. */
function amountIn(written: string): string {
  const money = readMoney(written);
  assert.ok(money.ok, written);
  const { currency, range } = money.value;
  assert.ok(range.min && range.max && range.min.eq(range.max), written);
  return `${currency} ${range.max.toFixed()}`;
}

describe('the sums of an imported table', () => {
  it('are those that a database makes of the same file', async () => {
    const currencies = ['USD', 'EUR', 'GBP', 'JPY'];
    const rows = Array.from({ length: 2000 }, (_, index) => {
      const amount =
        index % 7 === 0
          ? ''
          : index % 11 === 0
            ? 'undisclosed'
            : ((index * 7919) % 100_003) * 10 ** (index % 5) + (index % 4) / 4;
      return [
        `Buyer ${index % 97}`,
        `Target ${index % 389}`,
        String(amount),
        currencies[index % 4] ?? '',
        `20${10 + (index % 15)}-0${1 + (index % 9)}-1${index % 10}`,
      ];
    });
    const csv = stringify([['source', 'target', 'amount', 'currency', 'date'], ...rows]);
    const { text: written, deals } = imported(csv);
    assert.equal(deals.length, rows.length);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const values = rows.map(([, , amount, currency]) => `('${amount}', '${currency}')`).join(',');
    const result = await connection.runAndReadAll(
      `select currency, sum(try_cast(amount as decimal(30, 4)))::varchar from (values ${values}) as t(amount, currency) group by 1 order by 1`,
    );
    assert.deepEqual(sumsIn(written), result.getRowsJson());
    connection.closeSync();
  });

  it('are those that a database makes of a messy file that it reads itself', async () => {
    const signs: Readonly<Record<string, string>> = {
      USD: '$',
      CAD: '$',
      AUD: '',
      EUR: '€',
      CNY: '¥',
      JPY: '',
    };
    const currencies = Object.keys(signs);
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const currency = currencies[index % currencies.length] ?? '';
      const figure = ((index * 7919) % 1_000_003) * 10 ** (index % 4) + (index % 4) / 4;
      const amount = index % 13 === 0 ? '' : `${signs[currency]}${figure.toLocaleString('en-US')}`;
      const note = index % 3 === 0 ? `line ${index}\nsays "this",\nand that` : 'x';
      return [String(index), `Buyer ${index % 97}`, `Target ${index % 389}`, amount, currency, note];
    });
    const csv = stringify([['id', 'from', 'to', 'amount', 'currency', 'note'], ...rows]);
    const { text: written, deals } = imported(csv);
    assert.equal(deals.length, rows.length);
    const folder = await mkdtemp(join(tmpdir(), 'dealgraph-sums-'));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    try {
      const file = join(folder, 'messy.csv');
      await writeFile(file, csv);
      const result = await connection.runAndReadAll(
        `select currency, sum(regexp_replace(amount, '[^0-9.]', '', 'g')::decimal(30, 4))::varchar
         from read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true, quote = '"', escape = '"')
         where amount <> '' group by 1 order by 1`,
      );
      assert.deepEqual(sumsIn(written), result.getRowsJson());
      assert.equal(sumsIn(written).length, currencies.length);
    } finally {
      connection.closeSync();
      await rm(folder, { recursive: true });
    }
  });
});

/** The sum of the amounts of deals in a text, by currency. */
function sumsIn(written: string): [currency: string, sum: string][] {
  const sums = new Map<string, Big>();
  for (const item of DealDocument.parse(written).items) {
    const declaration = interpret(item);
    const money = declaration && factOf(declaration, 'amount')?.money;
    if (!money || money.range.undisclosed) continue;
    assert.ok(money.range.max);
    sums.set(money.currency, (sums.get(money.currency) ?? new Big(0)).plus(money.range.max));
  }
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, sum]) => [currency, sum.toFixed(4)]);
}
