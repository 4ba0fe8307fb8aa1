import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TreeView } from '../../src/features/tree/view';
import { projectOf } from '../project-fixture';
import { checkCommand, ran } from './command-fixture';

const deals = `
company A "Alpha"
company B
fund C { sector "money" }
ecosystem E "Everybody" { hub B }
source s "A source" { publisher "The Paper"; published 2024-06-01 }
investment First: A -> B { amount $10M; status closed on 2024-03 per s }
investment Second: C -> B { amount €2M..€3M; status signed on 2024-11 }
round Third: A, C -> B { amount undisclosed; status talks on 2025-01 }
partnership Fourth: A <-> C { on 2023 }
supply Later: A -> B { amount $1M; status signed on 2025-06 }
claim Doubt: C disputes First.amount { on 2024-12 }
`;

/** The rows that a query answers with. */
async function rowsOf(words: readonly string[], files = { 'a.deal': deals }) {
  const { code, out, err } = await ran(['query', ...words, '--format', 'json'], files);
  assert.equal(code, 0, err);
  const { version, rows } = JSON.parse(out);
  assert.equal(version, 1);
  return rows;
}

/** What some rows have in a column. */
const column = (rows: readonly Record<string, unknown>[], key: string) => rows.map((row) => row[key]);

describe('dealgraph query', () => {
  for (const [words, err] of [
    [['deals', '--party', 'Alhpa'], /There is no party “Alhpa”\.$/m],
    [['deals', '--party', 'lph'], /There is no party “lph”\. Did you mean A\?/],
    [['deals', '--ecosystem', 'X'], /There is no ecosystem “X”\. There is E\./],
    [
      ['sources', '--kind', 'fund'],
      /--kind fund is a kind of party: it chooses among parties, not among sources/,
    ],
    [['deals', '--since', '2025', '--until', '2024'], /--until is before --since/],
  ] as const) {
    it(`says what is wrong with ${words.join(' ')}`, () =>
      checkCommand(['query', ...words], { 'a.deal': deals }, { code: 2, err }));
  }

  it('writes nothing where there is nothing', () =>
    checkCommand(['query', 'deals', '--until', '1990'], { 'a.deal': deals }, { code: 0, out: '' }));

  it('writes long tables on a terminal in parts that are one table', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => `company C${index}`).join('\n');
    const { code, out } = await ran(['query', 'parties'], { 'a.deal': many }, { hasColours: true });
    assert.equal(code, 0);
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, 10_001 + 4);
    assert.deepEqual(
      lines.flatMap((line, index) => (/[┌├└]/.test(line) ? index : [])),
      [0, 2, lines.length - 1],
    );
  });

  it('cuts nothing off on a terminal, however narrow its columns', async () => {
    const name = 'A'.repeat(150);
    const { out } = await ran(
      ['query', 'deals'],
      { 'a.deal': `company ${name}\ncompany B\ninvestment ${name}2: ${name} -> B { amount $1M }\n` },
      { hasColours: true },
    );
    assert.doesNotMatch(out, /…/);
    assert.equal(out.match(/A/g)?.length, 'Amount'.match(/A/g)!.length + 300);
  });

  it('lists deals as lines with tabs for programs that read text, the latest first', () =>
    checkCommand(
      ['query', 'deals', '--kind', 'investment'],
      { 'a.deal': deals },
      {
        code: 0,
        out: [
          'Deal\tKind\tFrom\tTo\tStatus\tDate\tAmount\tSources\tPromised\tOf it handed over',
          'Second\tinvestment\tC\tB\tsigned\tNovember 2024\t€2M–€3M\t0\t€2M–€3M\t',
          'First\tinvestment\tAlpha\tB\tclosed\tMarch 2024\t$10M (disputed by C)\t1\t$10M\t$10M',
          '',
        ].join('\n'),
      },
    ));

  it('draws a table on a terminal', async () => {
    const { out, err } = await ran(['query', 'deals'], { 'a.deal': deals }, { hasColours: true });
    assert.match(out, /┌─.*┐/);
    assert.match(out, /│ First /);
    assert.ok(out.split('\n').every((line) => line.replaceAll(/\u001b\[\d+m/g, '').length <= 100));
    assert.match(err, /5 rows, as of 2025-01-31/);
  });

  it('filters deals', async () => {
    const names = async (...words: string[]) => column(await rowsOf(['deals', ...words]), 'deal');
    assert.deepEqual(await names('--status', 'signed,talks'), ['Third', 'Second']);
    assert.deepEqual(await names('--status', 'ahead'), ['Later']);
    assert.deepEqual(await names('--status', 'none'), ['Fourth']);
    assert.deepEqual(await names('--party', 'alpha', '--kind', 'investment'), ['First']);
    assert.deepEqual(await names('--ecosystem', 'Everybody', '--until', '2024'), ['Second', 'First']);
    assert.deepEqual(await names('--since', '2024-11', '--until', '2025-01'), ['Third', 'Second']);
    assert.deepEqual(await names('--min', '$10M'), ['First']);
    assert.deepEqual(await names('--min', '€2.5M'), []);
    assert.deepEqual(await names('--as-of', '2024-06', '--status', 'ahead'), ['Later', 'Third', 'Second']);
    assert.deepEqual(await names('--sort', '-deal', '--limit', '2'), ['Third', 'Second']);
    // What is not known comes last either way.
    assert.equal((await names('--sort', 'promised')).at(0), 'First');
    assert.equal((await names('--sort', '-status')).at(-1), 'Fourth');
  });

  it('gives bounds and currencies, and leaves open what is not known', async () => {
    const [third, second] = await rowsOf(['deals', '--status', 'signed,talks']);
    assert.deepEqual(second.promised, {
      text: '€2M–€3M',
      totals: [{ currency: 'EUR', min: '2000000', max: '3000000' }],
      undisclosed: 0,
    });
    assert.deepEqual(third.inTalks, { text: 'an undisclosed amount', totals: [], undisclosed: 1 });
    assert.equal(third.title, 'Third');
    const [year] = await rowsOf(['years', '--kind', 'round']);
    assert.equal(year.year, 2025);
  });

  it('adds up by pair, kind and year', async () => {
    const pairs = await rowsOf(['pairs', '--kind', 'investment']);
    assert.deepEqual(
      pairs.map(({ from, to, promised }: { from: string; to: string; promised: { text: string } }) => [
        from,
        to,
        promised.text,
      ]),
      [
        ['Alpha', 'B', '$10M'],
        ['C', 'B', '€2M–€3M'],
      ],
    );
    assert.deepEqual(column(await rowsOf(['kinds']), 'kind'), [
      'investment',
      'round',
      'supply',
      'partnership',
    ]);
    assert.deepEqual(column(await rowsOf(['years']), 'year'), [2024, 2025]);
  });

  it('lists parties, ecosystems, sources and claims', async () => {
    const parties = await rowsOf(['parties', '--kind', 'fund']);
    assert.deepEqual(column(parties, 'party'), ['C']);
    assert.deepEqual(column(parties, 'deals'), [3]);
    const ecosystems = await rowsOf(['ecosystems']);
    assert.deepEqual(ecosystems[0].hubs, ['B']);
    assert.equal(ecosystems[0].promised.text, '$10M + €2M–€3M');
    const [source] = await rowsOf(['sources']);
    assert.deepEqual(
      [source.publisher, source.deals, source.published.earliest],
      ['The Paper', 1, '2024-06-01'],
    );
    const [claim] = await rowsOf(['claims', '--since', '2024-12']);
    assert.deepEqual([claim.by, claim.verb, claim.about], [['C'], 'disputes', ['First.amount']]);
    assert.deepEqual(await rowsOf(['claims', '--kind', 'supply']), []);
  });

  it('writes CSV in which nothing is a formula, with a row for each currency', async () => {
    const files = {
      'a.deal': `company "=1+1"\ncompany B\ninvestment D "@x": "=1+1" -> B { tranche $1M; tranche €2M on 2024 }\n`,
    };
    const { out } = await ran(['query', 'deals', '-f', 'csv'], files);
    const [head = '', ...lines] = out.trimEnd().split('\r\n');
    assert.match(
      head,
      /^deal,title,kind,from,to,status,dateEarliest,dateLatest,.*currency,promised,promisedMin/,
    );
    assert.equal(lines.length, 2);
    for (const line of lines) assert.match(line, /^D,'@x,investment,'=1\+1,B,,2024-01-01,2024-12-31,/);
    assert.match(lines[0]!, /,USD,\$1M,1000000,1000000,/);
    assert.match(lines[1]!, /,EUR,€2M,2000000,2000000,/);
  });

  it('lists what stands in the files that are named, and reads the others for it', async () => {
    const files = {
      'dealgraph.json': '{}',
      'parties.deal': 'company A "Alpha"\ncompany B\n',
      'deals.deal': 'investment D: A -> B { amount $1M }\n',
    };
    const { out } = await ran(['query', 'deals', 'deals.deal', '-f', 'json'], files);
    const [row] = JSON.parse(out).rows;
    assert.deepEqual([row.from, row.file, row.line], [['Alpha'], 'deals.deal', 1]);
    const { out: none } = await ran(['query', 'deals', 'parties.deal', '-f', 'json'], files);
    assert.deepEqual(JSON.parse(none).rows, []);
  });

  it('says what cannot be asked for', async () => {
    const files = { 'a.deal': deals };
    await checkCommand(['query', 'weather'], files, { code: 2, err: /Allowed choices are deals, parties/ });
    await checkCommand(['query', 'deals', '--party', 'Nobody'], files, { code: 2, err: /no party “Nobody”/ });
    await checkCommand(['query', 'deals', '--kind', 'alms'], files, { code: 2, err: /“alms” is none of/ });
    await checkCommand(['query', 'deals', '--min', 'much'], files, { code: 2, err: /--min/ });
    await checkCommand(['query', 'deals', '--sort', 'mood'], files, { code: 2, err: /no column “mood”/ });
    await checkCommand(['query', 'deals', '--since', 'then'], files, { code: 2, err: /“then” is no date/ });
  });

  it('says the figures that the tree says, by status and by party', async () => {
    const { texts, tree } = sampleTree();
    const rowsIn = async (...words: string[]): Promise<SumRow[]> =>
      JSON.parse((await ran(['query', ...words, '-f', 'json'], texts)).out).rows;
    let compared = 0;
    for (const { label, description = '' } of tree.children({ groupBy: 'status' })) {
      const status = label === 'No status' ? 'none' : label === 'Still ahead' ? 'ahead' : label.toLowerCase();
      const rows = await rowsIn('kinds', '--status', status);
      const count = rows.reduce((sum, { deals }) => sum + deals, 0);
      assert.equal(description.split(' · ')[0], String(count));
      for (const { purpose, promised } of rows) {
        const isAlone = rows.filter((row) => row.purpose === purpose).length === 1;
        if (!isAlone || !promised?.text) continue;
        assert.ok(description.includes(promised.text), description);
        compared++;
      }
    }
    const parties = await rowsIn('parties');
    for (const { id } of tree.children({ groupBy: 'partyKind' })) {
      for (const { label, description = '' } of tree.children({ groupBy: 'partyKind' }, id)) {
        for (const { title, promised, inTalks } of parties) {
          if (title !== label) continue;
          for (const sum of [promised, inTalks]) {
            if (!sum?.text) continue;
            assert.ok(description.includes(sum.text), `${label}: ${description} without ${sum.text}`);
            compared++;
          }
        }
      }
    }
    assert.ok(compared > 10);
  });
});

interface SumRow {
  readonly title: string;
  readonly purpose: string | null;
  readonly deals: number;
  readonly promised: { readonly text: string | null } | null;
  readonly inTalks: { readonly text: string | null } | null;
}

/** A sample as its files, and as the tree of the editor. */
function sampleTree() {
  const folder = 'samples/ai-race';
  const texts = Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.deal'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const { project } = projectOf(texts);
  const tree = new TreeView(
    () => [project],
    () => undefined,
  );
  return { texts, tree };
}
