import assert from 'node:assert/strict';
import { readProjectRecord } from '../../src/exchange/import/json';
import { checkCommand, ran } from './command-fixture';

const files = {
  'dealgraph.json': '{ "asOf": "2025-01" } // set',
  'a.deal': 'company A\ncompany B // known\ninvestment D: A -> B { amount $1M }\necosystem E { hub B }\n',
  'b.deal': 'company C\ninvestment F: A -> C { amount $2M }\n',
};

describe('dealgraph export', () => {
  it('writes to the standard output, and says what is left out', async () => {
    const { code, out, err } = await ran(['export', '--format', 'json'], files);
    assert.equal(code, 0);
    assert.equal(err, 'Left out: 1 comment.\n');
    const reading = readProjectRecord(out);
    assert.ok(reading.ok);
    assert.deepEqual(reading.record.settings, { asOf: '2025-01' });
    assert.deepEqual(
      reading.record.files.map(({ path }) => path),
      ['a.deal', 'b.deal'],
    );
  });

  it('writes to a file, and is quiet where it is to be', async () => {
    const { out, err, files: after } = await ran(['export', '-f', 'json', '-o', 'x.json', '--quiet'], files);
    assert.equal(out + err, '');
    assert.ok(readProjectRecord(after['x.json']!).ok);
  });

  it('writes what is around an ecosystem', async () => {
    const { out, err } = await ran(['export', '-f', 'json', '--ecosystem', 'E'], files);
    assert.ok(!out.includes('"F"'));
    assert.match(err, /2 declarations outside of the ecosystem/);
    await checkCommand(['export', '-f', 'json', '--ecosystem', 'X'], files, { code: 2, err: /There is E\./ });
    const { 'a.deal': _, ...none } = files;
    await checkCommand(['export', '-f', 'json', '--ecosystem', 'X'], none, { code: 2, err: /declares none/ });
  });

  it('writes several files into a folder', async () => {
    const words = ['export', '-f', 'csv', '--bom', '--crlf'];
    const { code, files: after } = await ran([...words, '-o', 'out/tables'], files);
    assert.equal(code, 0);
    assert.match(after['out/tables/deals.csv']!, /^\ufeffdeal,title,.*\r\nD,D,investment,/);
    assert.ok(after['out/tables/parties.csv']);
    await checkCommand(words, files, { code: 2, out: '', err: /Name a folder/ });
  });

  it('writes deals as CSV that are imported again, as headers or --preset say', async () => {
    const { files: after } = await ran(['export', '-f', 'csv', '-o', 'out'], files);
    const table = { 'deals.csv': after['out/deals.csv']! };
    for (const words of [[], ['--preset', 'dealgraph-deals']]) {
      const { code, out, err } = await ran(['import', 'deals.csv', ...words], table);
      assert.equal(code, 0, err);
      assert.match(out, /investment A-B "D": A -> B \{\n {2}amount \$1M /);
      assert.match(out, /investment A-C "F": A -> C \{\n {2}amount \$2M /);
    }
  });

  it('writes folders for the parts of tables', async () => {
    const words = ['export', '-f', 'parquet', '--partition-by', 'kind'];
    const { code, files: after } = await ran([...words, '-o', 'lake'], files);
    assert.equal(code, 0);
    assert.ok(after['lake/deals/kind=investment/part-0.parquet']?.startsWith('PAR1'));
    await checkCommand(words, files, { code: 2, out: '', err: /Name a folder/ });
  });

  it('leaves no file of an earlier export beside those that are read with it', async () => {
    const words = ['export', '-f', 'parquet', '--partition-by', 'kind', '-o', 'lake'];
    const earlier = {
      ...files,
      'lake/deals.parquet': 'old',
      'lake/deals/kind=grant/part-0.parquet': 'old',
      'lake/money-of-deals/year=2020/part-0.parquet': 'old',
      'lake/money-of-deals/year=2021/part-0.parquet': 'old',
    };
    const others = {
      'lake/mine.parquet': 'kept',
      'lake/deals/kind=grant/notes.txt': 'kept',
      'lake/deals/kind=grant/mine.parquet': 'kept',
      'lake/deeper/deals.parquet': 'kept',
    };
    const { code, err, files: untouched } = await ran(words, { ...earlier, ...others });
    assert.equal(code, 2);
    assert.match(err, /^lake holds files of an earlier export that this one does not write: .* and 1 more\./);
    assert.match(err, /deals\.parquet/);
    assert.match(err, /another folder with --output, or say --overwrite/);
    assert.deepEqual(untouched, { ...earlier, ...others });

    const { code: second, files: after } = await ran([...words, '--overwrite'], { ...earlier, ...others });
    assert.equal(second, 0);
    for (const name of Object.keys(earlier))
      assert.equal(after[name] !== undefined, !name.startsWith('lake/'), name);
    for (const [name, text] of Object.entries(others)) assert.equal(after[name], text);
    assert.ok(after['lake/deals/kind=investment/part-0.parquet']?.startsWith('PAR1'));
    await checkCommand(['export', '-f', 'csv', '-o', 'x', '--overwrite'], files, {
      code: 2,
      err: /for parquet/,
    });
  });

  it('writes over the files that it writes anew', async () => {
    const { code, files: after } = await ran(['export', '-f', 'parquet', '-o', 'lake'], {
      ...files,
      'lake/deals.parquet': 'old',
    });
    assert.equal(code, 0);
    assert.ok(after['lake/deals.parquet']?.startsWith('PAR1'));
  });

  for (const [format, start] of [
    ['dot', /^\/\/ Thick lines[^]*\ndigraph "E, as of/],
    ['mermaid', /^---\ntitle: "E, as of[^]*flowchart LR/],
  ] as const) {
    it(`writes the picture of an ecosystem: ${format}`, async () => {
      const { code, out, err } = await ran(['export', '-f', format, '--ecosystem', 'E'], files);
      assert.equal(code, 0, err);
      assert.match(out, start);
      assert.match(out, /investment .*1M/);
      assert.doesNotMatch(out, /2M/);
      assert.match(err, /^Left out: 1 comment; 2 declarations outside of the ecosystem\.\n/);
    });
  }

  it('says where a picture leaves lines out', async () => {
    const deals = Array.from({ length: 700 }, (_, index) => `grant G${index}: A -> P${index} { amount $1M }`);
    const { err } = await ran(['export', '-f', 'mermaid'], { 'a.deal': deals.join('\n') });
    assert.match(err, /Mermaid draws 500 lines/);
    assert.match(err, /lines with the least money are left out/);
  });

  it('says what it cannot follow', async () => {
    await checkCommand(['export'], files, { code: 2, err: /--format/ });
    await checkCommand(['export', '-f', 'xls'], files, { code: 2, err: /json/ });
    await checkCommand(['export', '-f', 'json', '--bom'], files, { code: 2, err: /for csv/ });
    await checkCommand(['export', '-f', 'csv', '--partition-by', 'year', '-o', 'x'], files, {
      code: 2,
      err: /for parquet/,
    });
    await checkCommand(
      ['export', '-f', 'json'],
      { 'p/dealgraph.json': '{}', 'p/a.deal': 'company A', 'q.deal': 'company B' },
      {
        code: 2,
        err: /several projects/,
      },
    );
    await checkCommand(['export', '-f', 'json', '-o', 'a.deal/x.json'], files, {
      code: 2,
      err: /cannot be written/,
    });
  });
});
