import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projects } from '../exchange/export-fixture';
import { ran, ranIn } from './command-fixture';

const config = '{\n  // Ours.\n  "asOf": "2025-01",\n}\n';
const files = {
  'dealgraph.json': config,
  'parties.deal': '// A comment.\ncompany A "A, Inc."\ncompany B\n',
  'deals/a.deal': 'investment A-B: A -> B { amount $5M }\n',
};

async function exported(given: Readonly<Record<string, string>>): Promise<string> {
  const { code, out, err } = await ran(['export', '--format', 'json', '-q'], given);
  assert.equal(code, 0, err);
  return out;
}

describe('dealgraph import of a project', () => {
  for (const [name, given] of Object.entries({ ...projects, 'with settings': () => files })) {
    it(`makes files that are exported as the same JSON: ${name}`, async () => {
      const json = await exported(given());
      const folder = mkdtempSync(join(tmpdir(), 'dealgraph-import-'));
      try {
        const { code, err } = await ranIn(folder, ['import', '-', '--to', '.'], { input: json });
        assert.equal(code, 0, err);
        const again = await ranIn(folder, ['export', '--format', 'json', '-q']);
        assert.equal(again.out, json);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  it('leaves files alone that say the same, with their comments', async () => {
    const got = await ran(['import', 'p.json', '--to', '.'], { ...files, 'p.json': await exported(files) });
    assert.equal(got.code, 0, got.err);
    assert.equal(got.err, '3 declarations in 3 files to .: 0 written, 3 as before.\n');
    assert.equal(got.files['parties.deal'], files['parties.deal']);
    assert.equal(got.files['dealgraph.json'], config);
  });

  it('writes over nothing that says another thing, unless that is wanted', async () => {
    const given = {
      'parties.deal': 'company A\n// Mine.\n',
      'dealgraph.json': '{}',
      'p.json': await exported(files),
    };
    const got = await ran(['import', 'p.json', '--to', '.'], given);
    assert.equal(got.code, 2);
    assert.match(
      got.err,
      /there are files that say another thing, so nothing was written:\n {2}dealgraph\.json\n {2}parties\.deal\n/,
    );
    assert.deepEqual(got.files, given);
    const over = await ran(['import', 'p.json', '--to', '.', '--overwrite'], given);
    assert.equal(over.code, 0, over.err);
    assert.equal(over.err, '3 declarations in 3 files to .: 1 written, 2 written over, 0 as before.\n');
    assert.equal(over.files['parties.deal'], 'company A "A, Inc."\n\ncompany B\n');
  });

  it('writes nothing through a link that leads out of the folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dealgraph-import-'));
    const out = mkdtempSync(join(tmpdir(), 'dealgraph-out-'));
    try {
      symlinkSync(out, join(folder, 'deals'), 'junction');
      const { code, err } = await ranIn(folder, ['import', '-', '--to', '.'], {
        input: await exported(files),
      });
      assert.equal(code, 2);
      assert.match(err, /deals\/a\.deal is not written: a link leads out of \. there\./);
      assert.deepEqual(readdirSync(out), []);
    } finally {
      rmSync(folder, { recursive: true });
      rmSync(out, { recursive: true });
    }
  });

  it('says that a record is nested too deeply', async () => {
    const deep = `{ "dealgraph": 1, "files": [], "settings": { "a": ${'['.repeat(20_000)}${']'.repeat(20_000)} } }`;
    const { code, err } = await ran(['import', 'p.json', '--to', 'x'], { 'p.json': deep });
    assert.equal(code, 2);
    assert.match(err, /It is nested more than 200 deep/);
  });

  it('writes nothing in a dry run, and all in one text where no folder is named', async () => {
    const given = { 'p.json': await exported(files) };
    const dry = await ran(['import', 'p.json', '--to', 'copy', '--dry-run'], given);
    assert.match(dry.err, /3 written, 0 as before\. None of it is written, since this is a dry run\./);
    assert.deepEqual(dry.files, given);
    const { out } = await ran(['import', 'p.json'], given);
    assert.match(out, /^investment A-B: A -> B \{\n {2}amount \$5M\n\}\n\ncompany A "A, Inc\."\n/);
  });
});
