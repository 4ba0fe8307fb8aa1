import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { disk } from '../src/disk';

describe('disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dealgraph-disk-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (...path: string[]) => disk.read(pathToFileURL(join(folder, ...path)).href);

  it('reads a file, what is no UTF-8 as U+FFFD', async () => {
    writeFileSync(join(folder, 'a.deal'), Buffer.from([0x41, 0xff, 0x42]));
    assert.equal(await read('a.deal'), 'A\ufffdB');
  });

  it('tells a file that is not there from one that cannot be read', async () => {
    writeFileSync(join(folder, 'a.deal'), '');
    mkdirSync(join(folder, 'folder.deal'));
    symlinkSync('nowhere.deal', join(folder, 'dangling.deal'));
    symlinkSync('loop.deal', join(folder, 'loop.deal'));
    assert.equal(await read('none.deal'), null);
    assert.equal(await read('a.deal', 'below.deal'), null);
    assert.equal(await read('folder.deal'), null);
    assert.equal(await read('dangling.deal'), null);
    assert.equal(await read('loop.deal'), null);
    await assert.rejects(read(`${'x'.repeat(300)}.deal`), /ENAMETOOLONG/);
  });
});
