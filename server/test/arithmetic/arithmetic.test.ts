import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBAppender } from '@duckdb/node-api';
import { DealDocument } from '../../src/language/document';
import { defaultSettings } from '../../src/model/corpus';
import { certainties, type Buckets } from '../../src/model/deal';
import { sumsOf } from '../../src/features/report/figures';
import { capitalOf, ecosystemOf, sumsOfDeals } from '../../src/model/ecosystem';
import { flowsOfParty, positionsOf } from '../../src/model/position';
import { sumsByPair, type PurposeSum } from '../../src/model/sums';
import { Project } from '../../src/project/project';
import { dayOf, fromDay } from '../../src/values/date';
import { inMinorUnits, moneyForms, type MoneyForm } from '../../src/values/sum';
import {
  plainCorpus,
  type PlainCorpus,
  type PlainLine,
  type PlainMoney,
  type PlainParty,
} from './plain-corpus';
import { textsOf } from './write-text';

const deals = 10_000;
const seed = 20_250_131;

const days = [
  dayOf(2020, 6, 30),
  dayOf(2022, 1, 1),
  dayOf(2023, 9, 14),
  dayOf(2025, 1, 31),
  dayOf(2027, 12, 31),
];

const bases = ['USD', 'EUR'] as const;

describe('sums of 10,000 deals', function () {
  this.timeout(600_000);
  let corpus: PlainCorpus;
  let database: DuckDBConnection;
  let day = days[0]!;
  let base: string | undefined;
  let project: Project;

  before(async () => {
    corpus = plainCorpus(deals, seed);
    project = new Project(
      'file:///project',
      () => day,
      () => ({ ...defaultSettings, baseCurrency: base }),
    );
    for (const [name, text] of Object.entries(textsOf(corpus))) {
      project.setFile(`file:///project/${name}`, DealDocument.parse(text));
    }
    database = await (await DuckDBInstance.create(':memory:')).connect();
    await run(database, 'facts.sql');
    await takeIn(database, corpus);
    await run(database, 'rules.sql');
    // What is compared must not be a matter of chance: of overlapping dates each status has one place.
    assert.equal(
      await count(database, 'SELECT deal, pos FROM history GROUP BY deal, pos HAVING count(*) > 1'),
      0,
    );
  });

  for (const asOf of days) {
    const { year, month, day: date } = fromDay(asOf);
    it(`are to the cent what a database makes of the same facts as of ${year}-${month}-${date}`, async () => {
      day = asOf;
      await database.run(`SET VARIABLE day = make_date(${year}, ${month}, ${date})`);
      await run(database, 'day.sql');
      await run(database, 'sums.sql');
      for (const currency of bases) {
        base = currency;
        const expected = await sumsInDatabase(database, currency);
        const found = sumsInModel(project, corpus);
        const wrong = [...new Set([...expected.keys(), ...found.keys()])].filter(
          (key) => expected.get(key) !== found.get(key),
        );
        for (const dimension of ['kind', 'form', 'year', 'party', 'pair', 'ecosystem', 'capital']) {
          assert.ok(
            [...expected.keys()].some((key) => key.startsWith(`${dimension} `)),
            dimension,
          );
        }
        assert.deepEqual(
          wrong.slice(0, 10).map((key) => [key, found.get(key)]),
          wrong.slice(0, 10).map((key) => [key, expected.get(key)]),
          `${wrong.length} of ${expected.size} differ`,
        );
      }
    });
  }
});

async function run(database: DuckDBConnection, file: string): Promise<void> {
  await database.run(readFileSync(join(process.cwd(), 'server', 'test', 'arithmetic', file), 'utf8'));
}

async function count(database: DuckDBConnection, query: string): Promise<number> {
  return (await database.runAndReadAll(query)).currentRowCount;
}

/** Sums by what, who, what for and how certain, a text for each currency: `12.34..56.78 about`. */
type Sums = Map<string, string>;

async function sumsInDatabase(database: DuckDBConnection, currency: string): Promise<Sums> {
  const result = await database.runAndReadAll(
    `SELECT dimension || ' ' || key || ' ' || purpose || ' ' || certainty || ' ' || cur,
       ((sum(lo) + 500000000) // 1000000000) || '..'
         || CASE WHEN bool_or(hi IS NULL) THEN '' ELSE ((sum(hi) + 500000000) // 1000000000)::VARCHAR END
         || CASE WHEN bool_or(ap) THEN ' about' ELSE '' END
     FROM told_in WHERE base = '${currency}' GROUP BY dimension, key, purpose, certainty, cur`,
  );
  const sums: Sums = new Map();
  for (const [key, bounds] of result.getRows()) {
    assert.ok(typeof key === 'string' && typeof bounds === 'string');
    sums.set(key, bounds);
  }
  return sums;
}

/** All that reports, cards and the tree tell, in their own sums. */
function sumsInModel(project: Project, corpus: PlainCorpus): Sums {
  const sums: Sums = new Map();
  const add = (dimension: string, key: string, parts: readonly Pick<PurposeSum, 'purpose' | 'buckets'>[]) => {
    for (const { purpose, buckets } of parts) addBuckets(sums, `${dimension} ${key} ${purpose}`, buckets);
  };
  const all = corpus.deals.flatMap(({ name }) => project.find(name) ?? []);
  const { byKind, byYear } = finish(sumsOf(project, all));
  for (const { kind, purpose, buckets } of byKind) {
    add('kind', kind, [{ purpose, buckets }]);
    for (const form of moneyForms) addBuckets(sums, `form ${kind} ${form} ${purpose}`, buckets, form);
  }
  for (const { year, ...own } of byYear) add('year', String(year ?? 'none'), [own]);
  for (const { giver, receiver, sums: own } of finish(sumsByPair(project, all)))
    add('pair', `${giver ?? '?'} ${receiver ?? '?'}`, own);
  const parties = new Set(corpus.deals.flatMap((deal) => [deal.name, ...deal.parties.flatMap(nameIn)]));
  for (const party of parties) {
    for (const { direction, purpose, buckets } of positionsOf(project, flowsOfParty(project, party)))
      addBuckets(sums, `party ${party} ${direction} ${purpose}`, buckets);
  }
  for (const declaration of project.ofKind('ecosystem')) {
    const ecosystem = ecosystemOf(project, declaration);
    for (const [purpose, buckets] of sumsOfDeals(project, ecosystem.deals))
      add('ecosystem', declaration.name, [{ purpose, buckets }]);
    addBuckets(sums, `capital ${declaration.name} capital`, capitalOf(project, ecosystem));
  }
  return sums;
}

function nameIn({ name }: PlainParty): string[] {
  return name === undefined ? [] : [name];
}

function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function addBuckets(sums: Sums, key: string, buckets: Buckets, form?: MoneyForm): void {
  for (const certainty of certainties) {
    const sum = inMinorUnits(buckets[certainty]);
    const part = form ? sum.forms.find((each) => each.form === form) : sum;
    if (!part) continue;
    const { totals, undisclosed } = part;
    for (const { currency, range } of totals) {
      const hundredths = (bound: typeof range.min) => bound?.times(100).round(0).toFixed();
      const text = boundsText(hundredths(range.min) ?? '0', hundredths(range.max), range.approximate);
      sums.set(`${key} ${certainty} ${currency}`, text);
    }
    if (undisclosed > 0)
      sums.set(`${key} ${certainty} `, boundsText(String(undisclosed), String(undisclosed), false));
  }
}

function boundsText(lo: string, hi: string | undefined, isAbout: boolean): string {
  return `${lo}..${hi ?? ''}${isAbout ? ' about' : ''}`;
}

/** Takes the facts in as they stand in the text. */
async function takeIn(database: DuckDBConnection, corpus: PlainCorpus): Promise<void> {
  const tables: Record<string, (string | number | bigint | boolean | undefined)[][]> = {
    deal: [],
    amount: [],
    tranche: [],
    paid: [],
    status: [],
    party: [],
    unit: corpus.units.map(({ name, parent, from, until }) => [name, parent, from, until]),
    fx: corpus.rates.map(({ name, from, to, lo, hi, about, on }, seq) => [
      name,
      seq,
      from,
      to,
      lo,
      hi,
      about,
      on,
    ]),
    ecosystem: corpus.ecosystems.map(({ name, hub }) => [name, hub]),
    excluded: corpus.ecosystems.flatMap(({ name, excluded }) => excluded.map((party) => [name, party])),
  };
  const figures = ({ currency, lo, hi, about }: PlainMoney) => [currency || undefined, lo, hi, about];
  for (const deal of corpus.deals) {
    const { name } = deal;
    tables['deal']!.push([name, deal.kind, deal.secondary, deal.on, deal.term]);
    const lines: Record<string, readonly PlainLine[]> = {
      amount: deal.amounts,
      tranche: deal.tranches,
      paid: deal.paid,
    };
    for (const [table, own] of Object.entries(lines)) {
      own.forEach(({ money, over, on, from, form, source }, seq) => {
        tables[table]!.push([name, seq, ...figures(money), money.per, over, on, from, form, source]);
      });
    }
    deal.statuses.forEach(({ status, on }, seq) => tables['status']!.push([name, seq, status, on]));
    let line = 0;
    deal.parties.forEach(({ side, name: party, role, with: part, from, joined }, seq) => {
      if (!joined) line = seq;
      const money = part ? figures(part) : [undefined, undefined, undefined, undefined];
      tables['party']!.push([name, seq, line, side, party, role, part !== undefined, ...money, from]);
    });
  }
  for (const [table, rows] of Object.entries(tables)) {
    const appender = await database.createAppender(table);
    for (const row of rows) {
      row.forEach((value) => append(appender, value));
      appender.endRow();
    }
    appender.closeSync();
  }
}

function append(appender: DuckDBAppender, value: string | number | bigint | boolean | undefined): void {
  if (value === undefined) appender.appendNull();
  else if (typeof value === 'string') appender.appendVarchar(value);
  else if (typeof value === 'number') appender.appendInteger(value);
  else if (typeof value === 'bigint') appender.appendHugeInt(value);
  else appender.appendBoolean(value);
}
