import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCommand, ran, ranIn } from './command-fixture';

const edges = 'source,target,type,amount,date\nAda,Engines,investment,$5M,2024-01-05\n';
const unknown = 'Money from,Money into,How much (EUR mil)\nAda,Engines,5\n';

describe('dealgraph import', () => {
  it('writes deals, parties and their source to a file, which has nothing to complain of', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dealgraph-import-'));
    try {
      await writeFile(join(folder, 'edges.csv'), edges);
      const { code, err, files } = await ranIn(folder, ['import', 'edges.csv', '--to', 'deals/edges.deal']);
      assert.equal(code, 0);
      assert.match(err, /^edges\.csv: read as a list of edges.*--preset edges/m);
      assert.match(err, /^1 row: 1 deal, 0 rows reported\.$/m);
      assert.match(
        files['deals/edges.deal'] ?? '',
        /investment Ada-Engines-2024: Ada -> Engines \{\n {2}amount \$5M +per edges/,
      );
      const check = await ranIn(folder, ['check', 'deals']);
      assert.equal(check.code, 0, check.out);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('updates what it has imported before, and keeps the rest', async () => {
    const first = await ran(['import', 'edges.csv', '--to', 'edges.deal', '-q'], { 'edges.csv': edges });
    const files = {
      'edges.deal': `// Ours.\n${first.files['edges.deal']}`,
      'edges.csv': edges.replace('$5M', '$7M'),
    };
    const again = await ran(['import', 'edges.csv', '--to', 'edges.deal'], files);
    assert.match(again.err, /0 deals and 0 parties added, 1 changed, 0 as before/);
    const withoutMark = (text = '') => text.replace(/amount:\w+/, '');
    assert.equal(
      withoutMark(again.files['edges.deal']),
      withoutMark(files['edges.deal'].replace('$5M', '$7M')),
    );
  });

  it('keeps lists apart by the names of their files, each with its own source', async () => {
    const files = {
      'dealgraph.json': '{}',
      'r.csv': 'id,from,to,amount,date\n1,Google,Anthropic,1000000000,2025\n',
      'f.csv': 'id,from,to,amount,date\n1,Microsoft,Mistral,15000000,2024\n',
    };
    const first = await ran(['import', 'r.csv', '--to', 'r.deal'], files);
    const second = await ran(['import', 'f.csv', '--to', 'f.deal'], first.files);
    assert.match(second.err, /^1 deal and 2 parties added, 0 changed, 0 as before\.$/m);
    assert.doesNotMatch(second.err, /already/);
    assert.equal(second.files['r.deal'], first.files['r.deal']);
    assert.match(second.files['f.deal'] ?? '', /^source f "f\.csv"[^]*amount \$15M +per f\n/);
    const both = await ran(['import', 'r.csv', 'f.csv', '--to', 'all.deal'], files);
    assert.match(both.err, /^2 deals and 4 parties added/m);
    assert.match(both.files['all.deal'] ?? '', /amount \$1B +per r\n[^]*amount \$15M +per f\n/);
  });

  it('says where deals are there already under the name that the file had before', async () => {
    const list = 'id,from,to,amount\n1,A,B,1\n2,A,C,2\n3,A,D,3\n';
    const first = await ran(['import', 'messy.csv', '--to', 'a.deal'], { 'messy.csv': list });
    const clean = { ...first.files, 'clean.csv': list.replace('3,A,D,3', '3,A,E,3\n4,A,F,4') };
    const again = await ran(['import', 'clean.csv', '--to', 'a.deal'], clean);
    assert.match(
      again.err,
      /^2 of these deals are there already, imported under “messy”: to update them, say "scope": "messy" in the mapping, or call the file messy\.csv\.$/m,
    );
    const mapped = await ran(['import', 'clean.csv', '--mapping', 'm.json', '--to', 'a.deal'], {
      ...clean,
      'm.json': '{ "preset": "edges", "scope": "messy" }',
    });
    assert.match(mapped.err, /^1 deal and 2 parties added, 1 changed, 2 as before\.$/m);
    const other = await ran(['import', 'clean.csv', '--mapping', 'm.json', '--to', 'a.deal'], {
      ...clean,
      'm.json': '{ "preset": "edges", "scope": "mine" }',
    });
    assert.match(other.err, /say "scope": "messy" in the mapping\.$/m);
  });

  it('takes the parties of the project that the file is in', async () => {
    const { files } = await ran(['import', 'edges.csv', '--to', 'deals/new.deal'], {
      'dealgraph.json': '{}',
      'parties.deal': 'person Lovelace "Ada Lovelace" { aka "Ada" }\n',
      'edges.csv': edges,
    });
    assert.match(files['deals/new.deal'] ?? '', /: Lovelace -> Engines/);
  });

  it('reads the standard input, writes to the standard output, and takes a title for its source', async () => {
    const { code, out } = await ran(
      ['import', '-', '--preset', 'edges', '--source', 'Our "list"', '--source-url', 'https://example.com'],
      {},
      { input: edges },
    );
    assert.equal(code, 0);
    assert.match(out, /^source input "Our \\"list\\"" \{\n {2}url <https:\/\/example\.com>/);
  });

  it('goes to a folder that is not there yet, whatever lies around it', async () => {
    const first = await ran(['import', 'edges.csv', '--to', 'old.deal', '-q'], { 'edges.csv': edges });
    const files = { 'edges.csv': edges.replace('$5M', '$7M'), 'old.deal': first.files['old.deal'] ?? '' };
    const { err, files: written } = await ran(['import', 'edges.csv', '--to', 'new/deals.deal'], files);
    assert.match(err, /^Wrote new\/deals\.deal\.$/m);
    assert.match(written['new/deals.deal'] ?? '', /amount \$7M/);
    assert.equal(written['old.deal'], files['old.deal']);
    const within = await ran(['import', 'edges.csv', '--to', 'new/deals.deal'], {
      ...files,
      'dealgraph.json': '{}',
    });
    assert.match(within.err, /^Wrote old\.deal\.$/m);
  });

  it('writes a report that no spreadsheet runs, and says nothing that a terminal obeys', async () => {
    const { err, files } = await ran(['import', 'edges.csv', '--to', 'a.deal', '--report', 'left.csv'], {
      'edges.csv': 'from,to,amount\nA,B,=cmd|calc\n,,\u001b]0;x\u0007\n',
    });
    assert.match(files['left.csv'] ?? '', /,'=cmd\|calc,/);
    assert.doesNotMatch(err, /\u001b|\u0007/);
    assert.match(err, /␛\]0;x␇/);
  });

  it('fails where rows are reported, and writes them to a table', async () => {
    const { code, err, files } = await ran(
      ['import', 'edges.csv', '--to', 'a.deal', '--report', 'left.csv'],
      {
        'edges.csv': `${edges},,investment,1,\nA,B,investment,some,\n`,
      },
    );
    assert.equal(code, 1);
    assert.match(err, /edges\.csv:3 is no deal: It names nobody on either side\./);
    assert.equal(
      files['left.csv'],
      'file,line,outcome,column,value,reason\n' +
        'edges.csv,3,no deal,,",,investment,1,",It names nobody on either side.\n' +
        'edges.csv,4,kept as it is,amount,some,It is no amount of money.\n',
    );
  });

  it('writes nothing in a dry run', async () => {
    const { code, err, files } = await ran(['import', 'edges.csv', '--to', 'a.deal', '--dry-run'], {
      'edges.csv': edges,
    });
    assert.equal(code, 0);
    assert.match(err, /1 deal and 2 parties added.*dry run/);
    assert.deepEqual(Object.keys(files), ['edges.csv']);
  });

  it('reads what the columns are from a file', async () => {
    const mapping =
      '{ "kind": "loan", "columns": { "Money from": "giver", "Money into": "receiver", "How much (EUR mil)": { "is": "amount", "in": "millions", "currency": "EUR" } } }';
    const { files } = await ran(
      ['import', 'x.csv', '--mapping', 'm.json', '--to', 'a.deal', '--save-mapping', 'saved.json'],
      { 'x.csv': unknown, 'm.json': mapping },
    );
    assert.match(files['a.deal'] ?? '', /loan Ada-Engines: Ada -> Engines \{\n {2}amount €5M/);
    const again = await ran(['import', 'x.csv', '--mapping', 'saved.json'], {
      'x.csv': unknown,
      'saved.json': files['saved.json'] ?? '',
    });
    assert.match(again.out, /loan Ada-Engines/);
  });

  it('guesses what the columns are where nobody says it, and writes that down to be looked at', async () => {
    const { code, err } = await ran(['import', 'x.csv'], { 'x.csv': unknown });
    assert.equal(code, 2);
    assert.match(err, /no preset has its headers: Money from, Money into, How much \(EUR mil\)\./);
    const { files } = await ran(['import', 'x.csv', '--save-mapping', 'm.json'], { 'x.csv': unknown });
    assert.match(files['m.json'] ?? '', /"Money from": \{\n +"is": "giver"/);
  });

  for (const [words, err] of [
    [['import', 'no.csv'], /There is no file “no\.csv”/],
    [
      ['import', 'edges.csv', '--preset', 'none'],
      /There is no preset “none”. There are:\n {2}crunchbase-acquisitions/,
    ],
    [
      ['import', 'x.csv', '--preset', 'edges'],
      /x\.csv cannot be used:\n {2}It has none of the columns of edges/,
    ],
    [
      ['import', 'edges.csv', '--mapping', 'm.json'],
      /m\.json cannot be used:\n {2}The file has no column “Invester”/,
    ],
    [['import', 'edges.csv', '--mapping', 'n.json'], /names no column as “giver” or “receiver”/],
    [['import', 'edges.csv', '--to', 'a.txt'], /--to is a deal file, such as .*, not “a\.txt”/],
    [['import', 'edges.csv', '--overwrite'], /--overwrite is for a project as JSON/],
    [['import', 'p.json', 'edges.csv', '--to', 'folder'], /p\.json is a whole project: import it by itself/],
    [['import', 'p.json', '--to', 'a.deal'], /name a folder for its files by --to, not a\.deal/],
    [['import', 'p.json', '--save-mapping', 'x'], /to which --save-mapping says nothing/],
    [['import', 'q.json', '--to', 'x'], /q\.json cannot be used:\n {2}\$\.files\[0\]\.path: It is a path/],
    [['import', 'edges.csv', '--source-url', 'here'], /--source-url is an address/],
    [['import', 'edges.csv', '--save-mapping', 'm.json'], /m\.json is there already/],
    [['import', 'edges.csv', '--report', './edges.csv'], /edges\.csv is what is imported/],
    [['import', 'empty.csv'], /^empty\.csv is empty\.$/m],
    [['import', 'a.deal'], /^a\.deal is a deal file: it needs no import/],
    [['import', 'cut.json'], /^cut\.json is no JSON that can be read: /],
    [['import', 'm.json'], /^m\.json is JSON, but neither a project of Dealgraph, nor/],
    [
      ['import', 'edges.csv', '--to', 'a.deal/b.deal'],
      /a\.deal\/b\.deal cannot be written: (what should be its folder is a file|something of that name)/,
    ],
  ] as const) {
    it(`says what is wrong with ${words.join(' ')}`, () =>
      checkCommand(
        words,
        {
          'edges.csv': edges,
          'x.csv': unknown,
          'm.json': '{ "columns": { "Invester": "giver" } }',
          'n.json': '{ "columns": { "amount": "amount" } }',
          'empty.csv': ' \n',
          'a.deal': 'company A\n',
          'cut.json': '{ "dealgraph": 1',
          'p.json': '{ "dealgraph": 1, "files": [] }',
          'q.json': '{ "dealgraph": 1, "files": [{ "path": "../a.deal", "declarations": [] }] }',
        },
        { code: 2, err },
      ));
  }

  it('reads what other programs write: UTF-16, and the letters of Windows', async () => {
    const text = 'source;target;amount;currency\r\nMünchner Rück;Zoë;1.234,5;EUR\r\n';
    const files = {
      'a.csv': new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
      'b.csv': new Uint8Array(Buffer.from(text, 'latin1')),
    };
    for (const file of Object.keys(files)) {
      const { out } = await ran(['import', file], files);
      assert.match(out, /Münchner-Rück -> Zoë \{\n {2}amount €1,234\.5/);
    }
  });

  it('overwrites no file that the project leaves out', async () => {
    const files = {
      'dealgraph.json': '{ "exclude": ["x.deal"] }',
      'x.deal': 'company Kept\n',
      'edges.csv': edges,
    };
    const got = await ran(['import', 'edges.csv', '--to', 'x.deal'], files);
    assert.equal(got.code, 2);
    assert.match(got.err, /x\.deal is there, and no part of the project/);
    assert.equal(got.files['x.deal'], 'company Kept\n');
  });

  it('splits what is too much for a file, and finds its way among the parts', async () => {
    const rows = Array.from({ length: 5100 }, (_, index) => `A${index % 7},B${index},1,2024-01-05`);
    const csv = (all: readonly string[]) => `source,target,amount,date\n${all.join('\n')}\n`;
    const folder = await mkdtemp(join(tmpdir(), 'dealgraph-import-'));
    try {
      await writeFile(join(folder, 'edges.csv'), csv(rows));
      const { files } = await ranIn(folder, ['import', 'edges.csv', '--to', 'e.deal', '-q']);
      assert.deepEqual(Object.keys(files).sort(), ['e-1.deal', 'e-2.deal', 'e-parties.deal', 'edges.csv']);
      assert.equal(files['e-1.deal']?.match(/^investment /gm)?.length, 5000);
      await writeFile(join(folder, 'edges.csv'), csv([...rows, 'A1,C,1,2024-01-05']));
      const again = await ranIn(folder, ['import', 'edges.csv', '--to', 'e.deal']);
      assert.match(again.err, /1 deal and 1 party added, 0 changed, 5,100 as before/);
      assert.equal(again.files['e-2.deal']?.match(/^investment /gm)?.length, 101);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
