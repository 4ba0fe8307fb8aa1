import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { LanguageClient } from '../../../scripts/test/language-client.mjs';
import {
  asOfChangedMethod,
  chooseDayMethod,
  readDayMethod,
  reportChoicesMethod,
  reportMethod,
  statusDatesMethod,
  stepDayMethod,
  treeChangedMethod,
  treeChildrenMethod,
  type AsOfState,
  type InitializationOptions,
  type Report,
  type ReportChoice,
  type StatusDate,
  type TreeRow,
} from '../../src/protocol';
import { largeProject } from '../large-project';

const server = join(process.cwd(), 'dist', 'server.js');

describe('the day as of which everything is seen', function () {
  this.timeout(60_000);
  let folder: string;
  let client: LanguageClient;
  let told: AsOfState[];
  let treeChanges: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dealgraph-'));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

  async function start(
    files: Readonly<Record<string, string>> | 'ai-race',
    options: InitializationOptions = {},
  ): Promise<void> {
    if (files === 'ai-race') cpSync(join(process.cwd(), 'samples', files), folder, { recursive: true });
    else for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    client = new LanguageClient(process.execPath, [server, '--stdio']);
    told = [];
    treeChanges = 0;
    client.connection.onNotification(asOfChangedMethod, (state: AsOfState) => {
      told.push(state);
    });
    client.connection.onNotification(treeChangedMethod, () => {
      treeChanges++;
    });
    await client.initialize(pathToFileURL(folder).href, {}, options);
    // Told once all files are read.
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  const choose = (text: string | null): Promise<AsOfState> => client.request(chooseDayMethod, { text });
  /** The line of a file, from 1 on, that begins with a text. */
  const lineOf = (name: string, start: string) =>
    1 +
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .findIndex((line) => line.startsWith(start));
  const inForce = ({ projects }: AsOfState) => projects.map(({ day, because }) => `${day} ${because}`);

  async function topRow(): Promise<string | undefined> {
    const rows: TreeRow[] = await client.request(treeChildrenMethod, { query: { groupBy: 'ecosystem' } });
    return rows[0]?.description;
  }

  it('is the project’s own until the user chooses another, and again when the choice is gone', async () => {
    await start('ai-race');
    assert.deepEqual(inForce(told[0]!), ['2025-01-31 project']);
    assert.equal(await topRow(), '$11B promised, $1B executed, $2B in talks');

    const chosen = await choose('2024');
    assert.equal(chosen.chosen, '2024-12-31');
    assert.deepEqual(inForce(chosen), ['2024-12-31 chosen']);
    assert.equal(chosen.projects[0]?.own, '2025-01-31');
    assert.equal(await topRow(), '$10B promised');

    const today = await choose('today');
    assert.deepEqual(inForce(today), [`${today.today} chosen`]);
    assert.deepEqual(inForce(await choose(null)), ['2025-01-31 project']);
    assert.equal(await topRow(), '$11B promised, $1B executed, $2B in talks');
  });

  it('is known from the start where the user had chosen it before', async () => {
    await start('ai-race', { asOf: '2023' });
    assert.deepEqual(inForce(told[0]!), ['2023-12-31 chosen']);
    assert.equal(await topRow(), '$2B promised');
  });

  it('stays where a text is no date, and says what is wrong with that', async () => {
    await start('ai-race', { asOf: '2024-13' });
    assert.match(told[0]!.problem ?? '', /“2024-13” cannot be used\. There is no month 13/);
    assert.deepEqual(inForce(told[0]!), ['2025-01-31 project']);
    await choose('2024');
    const state = await choose('2019..');
    assert.match(state.problem ?? '', /no last day/);
    assert.deepEqual(inForce(state), ['2024-12-31 chosen']);
    assert.equal((await choose('2023')).problem, undefined);
  });

  it('moves the findings of all files, and the tree is told at once', async () => {
    await start({
      'a.deal':
        'company A\ncompany B\ninvestment I: A -> B { status talks on 2024-01; per <https://x.example> }\n',
    });
    await choose('2024-02');
    const codes = (expected: readonly string[]) =>
      client.publishedWhere(
        ({ diagnostics }) => JSON.stringify(diagnostics.map(({ code }) => code)) === JSON.stringify(expected),
      );
    await codes([]);
    const before = treeChanges;
    await choose('2024-12');
    assert.ok(treeChanges > before, 'the tree is told before the answer');
    await codes(['stale']);
  });

  it('is told anew when a project says otherwise, and when projects come and go', async () => {
    await start({ 'a.deal': 'company A\n' });
    assert.deepEqual(inForce(told[0]!), [`${told[0]!.today} today`]);
    writeFileSync(join(folder, 'dealgraph.json'), '{ "asOf": "2024-Q3" }');
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('dealgraph.json'), type: 1 }],
    });
    while (told.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(inForce(told[1]!), ['2024-09-30 project']);
    await client.open('untitled:Untitled-1', 'company A\n');
    while (told.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(
      told[2]!.projects.map(({ isSingleFile, because }) => `${isSingleFile} ${because}`),
      ['false project', 'true today'],
    );
    await client.change('untitled:Untitled-1', 2, [{ text: 'company B\n' }]);
    await client.request(readDayMethod, { text: '2024' });
    assert.equal(told.length, 3);
  });

  it('is read while it is typed', async () => {
    await start('ai-race');
    assert.deepEqual(await client.request(readDayMethod, { text: ' 2024-Q3 ' }), {
      day: '2024-09-30',
      inWords: '30 September 2024',
    });
    const { problem }: { problem: string } = await client.request(readDayMethod, { text: 'soon' });
    assert.match(problem, /“soon” is no date/);
  });

  it('is offered from the dates of statuses, and steps from one to the next', async () => {
    await start('ai-race');
    const dates: StatusDate[] = await client.request(statusDatesMethod, {});
    assert.deepEqual(
      dates.map(({ day, inWords }) => `${day} ${inWords}`),
      [
        '2025-01-31 January 2025',
        '2025-01-21 21 January 2025',
        '2024-11-22 22 November 2024',
        '2019-12-31 2019',
      ],
    );
    assert.match(dates[2]!.events, /^Amazon → Anthropic \(announced\)$/);
    const step = (from: string, direction: string) => client.request(stepDayMethod, { from, direction });
    assert.deepEqual(await step('2025-01-31', 'back'), { day: '2025-01-21' });
    assert.deepEqual(await step('2025-01-21', 'forward'), { day: null });
    assert.deepEqual(await step('no date', 'forward'), { day: null });
  });

  it('is that of a report, which is about an ecosystem or a whole project', async () => {
    await start('ai-race');
    const choices: ReportChoice[] = await client.request(reportChoicesMethod, {});
    assert.deepEqual(
      choices.map(({ title }) => title.replace(/dealgraph-\w+/, 'folder')),
      ['Around Anthropic', 'Around OpenAI', 'All of folder'],
    );
    assert.match(choices[0]!.detail, /^Hub: Anthropic, 4 members$/);
    await choose('2024-12');
    const report = (choice: ReportChoice | undefined): Promise<Report> =>
      client.request(reportMethod, { subject: choice?.subject });
    const anthropic = await report(choices[0]);
    assert.equal(anthropic.title, 'Around Anthropic');
    assert.equal(anthropic.name, 'Around Anthropic 2024-12-31');
    assert.equal(anthropic.folder, pathToFileURL(folder).href);
    assert.match(anthropic.markdown, /^# Around Anthropic\n\n\*\*As of 31 December 2024\.\*\*/);
    const amazon = lineOf('anthropic.deal', 'investment AmazonAnthropic');
    assert.ok(anthropic.markdown.includes(`[AmazonAnthropic](anthropic.deal#L${amazon})`), String(amazon));
    assert.match(anthropic.html, /^<h1>Around Anthropic<\/h1>/);
    const stargate = lineOf('openai.deal', 'venture Stargate');
    const whole = await report(choices[2]);
    assert.ok(whole.markdown.includes(`[The Stargate Project](openai.deal#L${stargate})`), String(stargate));
    await assert.rejects(
      client.request(reportMethod, {
        subject: { uri: uriOf('anthropic.deal'), position: { line: 0, character: 0 } },
      }),
      /nothing to report on/,
    );
    await assert.rejects(
      client.request(reportMethod, { subject: { uri: 'file:///nowhere' } }),
      /nothing to report on/,
    );
  });

  it('lets others have their turn while a long report is written, which can be cancelled', async () => {
    await start(largeProject(5_000));
    const subject = { uri: pathToFileURL(folder).href };
    const answered: string[] = [];
    const long = client.connection
      .sendRequest<Report>(reportMethod, { subject })
      .then(({ markdown }) =>
        answered.push(/4,?000 more/.test(markdown) ? 'report' : markdown.slice(0, 500)),
      );
    await client.request('textDocument/hover', {
      textDocument: { uri: uriOf('parties.deal') },
      position: { line: 0, character: 9 },
    });
    answered.push('card');
    await long;
    assert.deepEqual(answered, ['card', 'report']);

    const source = new CancellationTokenSource();
    const broken = client.connection.sendRequest(reportMethod, { subject }, source.token);
    source.cancel();
    await assert.rejects(broken, /Nobody waits/);
  });
});
