import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCommand, ran, ranIn } from './command-fixture';

const parties = 'company A\ncompany B\n';
/** A deal without a source: a warning. */
const unsourced = `${parties}investment D: A -> B { amount $1M }\n`;
const sourced = `${parties}investment D: A -> B { amount $1M per <https://example.org/1>, <https://example.com/2> }\n`;
const unknown = 'company A\ninvestment D: A -> Nobody { amount $1M }\n';

describe('dealgraph check', () => {
  it('says where what is wrong, with its lines, and how much there is', async () => {
    const { code, out } = await ran(['check'], { 'a.deal': unknown });
    assert.equal(code, 1);
    assert.match(out, /^a\.deal:2:20 error unknown-name\n.*“Nobody”/m);
    assert.match(out, /> 2 \| investment D: A -> Nobody \{ amount \$1M \}\n {4}\| {20}\^{6}/);
    assert.match(out, /1 error.* in 1 file, as of 2025-01-31\n$/);
  });

  it('is content where nothing is wrong', () =>
    checkCommand(['check'], { 'a.deal': sourced }, { code: 0, out: /^No problems/ }));

  it('fails for warnings where there are more than wanted', async () => {
    await checkCommand(['check'], { 'a.deal': unsourced }, { code: 0, out: /warning no-source/ });
    await checkCommand(
      ['check', '--max-warnings', '0'],
      { 'a.deal': unsourced },
      { code: 1, err: /more than the 0/ },
    );
    await checkCommand(
      ['check', '--max-warnings', 'few'],
      { 'a.deal': unsourced },
      { code: 2, err: /whole number/ },
    );
  });

  it('says what concerns the paths that are named, and reads the projects around them', async () => {
    const files = {
      'dealgraph.json': '{}',
      'p/a.deal': parties,
      'p/b.deal': 'investment D: A -> B { amount $1M }\nmoney\n',
      'c.deal': 'oops\n',
    };
    const { out } = await ran(['check', 'p/b.deal'], files);
    assert.match(out, /^p\/b\.deal:2/m);
    assert.doesNotMatch(out, /unknown-name|c\.deal/);
    assert.match(out, /in 1 file,/);
  });

  it('sees the deals as of the day that is named', async () => {
    const files = { 'a.deal': `${parties}investment D: A -> B { amount $1M\n status signed on 2025-06 }\n` };
    assert.match((await ran(['check', '--as-of', '2025-03'], files)).out, /as of 2025-03-31/);
    await checkCommand(['check', '--as-of', 'soon'], files, { code: 2, err: /“soon” is no day/ });
  });

  it('mends what is certain, and leaves marks and line breaks as they are', async () => {
    const text =
      '\ufeffcompany A\r\ncompany B\r\ninvestment D: A -> B { amount $1M status signed on 2024-01 status signed on 2024-01 }\r\n';
    const { files } = await ran(['check', '--fix'], { 'a.deal': text });
    assert.ok(files['a.deal']?.startsWith('\ufeffcompany A\r\n'));
  });

  it('writes JSON for programs', async () => {
    const { out } = await ran(['check', '-f', 'json'], { 'a.deal': unknown });
    const { version, counts, problems } = JSON.parse(out);
    assert.equal(version, 1);
    assert.equal(counts.errors, 1);
    assert.deepEqual(
      { ...problems.find(({ severity }: { severity: string }) => severity === 'error'), message: '' },
      {
        file: 'a.deal',
        line: 2,
        column: 20,
        endLine: 2,
        endColumn: 26,
        severity: 'error',
        code: 'unknown-name',
        message: '',
        related: [],
      },
    );
  });

  it('writes annotations, in which nothing of a file becomes a command', async () => {
    const files = { 'a,b%.deal': 'company A\ninvestment D: A -> N { amount $1M }\n::error::x\n' };
    const { out } = await ran(['check', '--format', 'github'], files);
    for (const line of out.trimEnd().split('\n'))
      assert.match(line, /^::(error|warning|notice) file=a%2Cb%25\.deal,line=\d+,/);
  });

  it('says errors alone where it is to be quiet', async () => {
    const { out } = await ran(['check', '--quiet'], { 'a.deal': unsourced });
    assert.match(out, /^No problems/);
  });

  it('says what is wrong in dealgraph.json', () =>
    checkCommand(
      ['check'],
      { 'dealgraph.json': '{ "asOf": 7 }', 'a.deal': parties },
      { code: 1, out: /^dealgraph\.json:1:\d+ error/m },
    ));

  it('says what to do where there is nothing to check', async () => {
    await checkCommand(['check'], { 'a.txt': '' }, { code: 2, err: /no \.deal file in/ });
    await checkCommand(['check', 'nowhere'], {}, { code: 2, err: /no file or folder “.*nowhere”/ });
    await checkCommand(['check', 'a.txt'], { 'a.txt': '' }, { code: 2, err: /a\.txt” is no deal file/ });
    const deep = { 'dealgraph.json': '['.repeat(200_000), 'a.deal': 'company A\n' };
    await checkCommand(['check'], deep, { code: 1, out: /dealgraph\.json is nested more than 200 deep\./ });
  });

  it('writes nothing that a terminal obeys, and underlines what it is about all the same', async () => {
    const name = '"\u001b]0;x\u0007\u009b31m\u202e"';
    const { out } = await ran(['check'], { 'a.deal': `company ${name}\ncompany ${name}\n` });
    // oxlint-disable-next-line no-control-regex -- they are what must not be there
    assert.doesNotMatch(out, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    assert.match(out, /company "␛\]0;x␇/);
  });

  it('reads the standard input by itself', async () => {
    const { code, out } = await ran(['check', '-'], { 'a.deal': parties }, { input: unknown });
    assert.equal(code, 1);
    assert.match(out, /^input\.deal:2:20 error/m);
    assert.doesNotMatch(out, /a\.deal/);
    assert.match((await ran(['stats', '-'], {}, { input: parties })).out, /company\s+2/);
    assert.match((await ran(['query', 'parties', '-'], {}, { input: parties })).out, /^A\t/m);
    for (const words of [
      ['report', '-'],
      ['graph', '-', '--format', 'mermaid'],
      ['export', '-', '--format', 'json'],
    ]) {
      const { out: written, err } = await ran(words, { 'a.deal': 'company Other\n' }, { input: sourced });
      assert.match(written, /\bA\b/, err);
      assert.doesNotMatch(written, /Other/);
    }
    for (const words of [
      ['check', '-', 'a.deal'],
      ['check', '-', '--fix'],
      ['check', '-', '--watch'],
    ]) {
      assert.equal((await ran(words, { 'a.deal': parties }, { input: parties })).code, 2);
    }
  });

  it('names the day of what it was asked about, and of nothing else', async () => {
    const files = {
      'a.deal': 'company A\n',
      'other/dealgraph.json': '{ "asOf": "2020-05-05" }',
      'other/b.deal': '',
    };
    const { out } = await ran(['check', 'a.deal'], files);
    assert.doesNotMatch(out, /2020/);
  });

  it('goes on where it is to watch, and says what has changed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dealgraph-watch-'));
    try {
      writeFileSync(join(folder, 'a.deal'), unknown);
      let stop = () => {};
      const until = new Promise<void>((resolve) => {
        stop = resolve;
      });
      const running = ranIn(folder, ['check', '--watch'], { until });
      // It is looked at again and again until the change is noticed: nobody tells when a watcher is ready.
      const change = setInterval(
        () => writeFileSync(join(folder, 'a.deal'), `company Nobody // ${Math.random()}\n${unknown}`),
        100,
      );
      setTimeout(stop, 2_000);
      const { out, err } = await running;
      clearInterval(change);
      assert.match(err, /a\.deal changed\./);
      assert.match(out, /1 error[\s\S]*(No problems|note|warning)/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('goes on watching where its report cannot be written for a while', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dealgraph-watch-'));
    try {
      const report = join(folder, 'reports', 'x.json');
      mkdirSync(join(folder, 'reports'));
      writeFileSync(join(folder, 'a.deal'), unknown);
      let stop = () => {};
      const until = new Promise<void>((resolve) => {
        stop = resolve;
      });
      const running = ranIn(folder, ['check', '--watch', '-f', 'json', '-o', report], { until });
      let round = 0;
      const change = setInterval(() => {
        writeFileSync(join(folder, 'a.deal'), `${unknown}// ${round}\n`);
        round += 1;
        if (round === 1) rmSync(join(folder, 'reports'), { recursive: true });
        // Long enough for a watcher to begin, and to find that there is no place for the report.
        if (round === 25) mkdirSync(join(folder, 'reports'));
        if (round > 150 || (round > 25 && existsSync(report))) stop();
      }, 200);
      const { code, err } = await running;
      clearInterval(change);
      assert.equal(code, 0);
      assert.match(err, /x\.json cannot be written: its folder is not there/);
      assert.doesNotMatch(err, /defect/);
      assert.ok(existsSync(report));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
