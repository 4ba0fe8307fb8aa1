import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvFiles } from '../../src/exchange/export/csv';
import type { Selection } from '../../src/exchange/export/selection';
import { Importer } from '../../src/exchange/import/imported';
import { inputByMapping, recognizedInput } from '../../src/exchange/import/input';
import { presetNamed } from '../../src/exchange/import/presets';
import type { ImportReport } from '../../src/exchange/import/report';
import { textOfRecords } from '../../src/exchange/text-of';
import { plainCorpus } from '../arithmetic/plain-corpus';
import { textsOf } from '../arithmetic/write-text';
import { propertyRuns } from '../language/random-text';
import { projects, selectionOf, textIn } from './export-fixture';
import { assertSound } from './import-fixture';

describe('deals that were exported as CSV', () => {
  for (const [name, files] of Object.entries({
    ...projects,
    'a thousand deals': () => textsOf(plainCorpus(1000, 7)),
  })) {
    it(`come back with what the table says of them: ${name}`, () => {
      checkRoundTrip(selectionOf(files()));
    });
  }

  it('come back in the same way where a mapping names their preset', () => {
    const csv = textIn(
      csvFiles(selectionOf(projects['ai-race']!()), { hasMark: false, lineEnd: '\n' }).files,
      'deals.csv',
    );
    const recognized = recognizedInput(csv)!;
    const named = inputByMapping(csv, '{ "preset": "dealgraph-deals" }');
    assert.ok('table' in named, JSON.stringify(named));
    assert.deepEqual(named.table.rows, recognized.table.rows);
    assert.deepEqual(named.mapping.columns, recognized.mapping.columns);
  });

  it('come back with what the table says of them: any project', () => {
    const name = fc.constantFrom(
      'A', 'a', 'Acme', '"ACME"', '"Acme Inc."', '"8VC"', '"x; y"', '"a \\"b\\" c"', '"=1+1"', '"-A"', '"\'=A"', 'undisclosed',
    ); // prettier-ignore
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 }).map((all) => all.join(', '));
    const figure = fc.constantFrom('1', '14.25', '999.999999', '123456789012345', '0', '0.01');
    const sign = fc.constantFrom('', '~', '<', '>', '~<', '~>');
    const bounded = (before: string, behind: string) =>
      fc.oneof(
        fc.tuple(sign, figure).map(([mark, value]) => `${mark}${before}${value}${behind}`),
        fc.constantFrom(
          `${before}1${behind}..${before}3${behind}`,
          `~${before}1${behind}..${before}3${behind}`,
        ),
        fc.constant('undisclosed'),
      );
    const money = fc.constantFrom('$', '€', 'CHF ', 'XAU ', '¥').chain((currency) => bounded(currency, 'M'));
    const date = fc.constantFrom(
      '2024', '2024-02', '2024-Q4', '2024-02-29', '2019..2021', '2019-05..2020-01-07', '2019..', '..2019', '201X', '2024-21',
    ); // prettier-ignore
    const line = fc.oneof(
      money.map((text) => `amount ${text}`),
      bounded('', '%').map((text) => `stake ${text}`),
      fc
        .tuple(money, fc.constantFrom('', ' pre', ' post'))
        .map(([text, basis]) => `valuation ${text}${basis}`),
      fc
        .tuple(fc.constantFrom('rumored', 'announced', 'signed', 'closed', 'withdrawn'), date)
        .map(([status, on]) => `status ${status} on ${on}`),
      fc.constantFrom('status closed', 'type series-a', 'type seed', 'tags x, "y; z"'),
      date.map((on) => `on ${on}`),
    );
    const deal = fc
      .tuple(
        fc.constantFrom(
          'investment',
          'round',
          'loan',
          'grant',
          'acquisition',
          'supply',
          'license',
          'merger',
          'project',
        ),
        fc.constantFrom('', ' "A title"', ' "=A"'),
        names,
        names,
        fc.uniqueArray(line, { maxLength: 5, selector: (text) => text.split(' ')[0] }),
      )
      .map(
        ([kind, title, left, right, lines]) =>
          `${kind} D#${title}: ${left} ${kind === 'merger' || kind === 'project' ? '<->' : '->'} ${right} {\n${lines.join('\n')}\n}`,
      );
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 6 }), (deals) => {
        checkRoundTrip(
          selectionOf({
            'a.deal': deals.map((each, number) => each.replace('#', String(number))).join('\n'),
          }),
        );
      }),
      { numRuns: propertyRuns },
    );
  });

  it('keep what has no line of a deal in a field, and do not say what nobody knows', () => {
    const { text, report } = roundTrip(
      selectionOf({
        'a.deal': [
          'investment Rate: A -> B { amount $6B/year; status closed; on 2024-02 }',
          'venture V { member A; member B }',
          'supply S: A -> B { provides compute; status signed on 2024 per s }',
        ].join('\n'),
      }),
    );
    assert.match(text, /investment \S+ "Rate": A -> B \{[^}]*status closed\n/);
    assert.match(text, /field +"date of the deal" "2024-02"/);
    assert.match(text, /field +"amount" "\$6B\/year"/);
    assert.match(text, /field +"provides" "compute"/);
    assert.deepEqual(
      report.reported.map(({ reason }) => reason),
      ['It names nobody on either side.'],
    );
  });

  it('are found by their headers, whatever line ends and mark they have, and by the name of the preset', () => {
    const { files } = csvFiles(selectionOf({ 'a.deal': 'grant G: A -> B { amount $1M }' }), {
      hasMark: true,
      lineEnd: '\r\n',
    });
    const read = recognizedInput(textIn(files, 'deals.csv'));
    assert.equal(read?.preset?.name, 'dealgraph-deals');
    assert.equal(read.preset, presetNamed('dealgraph-deals'));
    for (const other of ['parties', 'parties-of-deals', 'money-of-deals', 'claims'])
      assert.equal(recognizedInput(textIn(files, `${other}.csv`)), undefined);
  });
});

/** The deals of a project by way of a file: as text, and what is said of it. */
function roundTrip(selection: Selection): { readonly text: string; readonly report: ImportReport } {
  const read = recognizedInput(tableOf(selection));
  assert.equal(read?.preset?.name, 'dealgraph-deals');
  const importer = new Importer();
  importer.add('deals.csv', read.table, read.mapping);
  const { sources, parties, deals, report } = importer.finish();
  const records = deals.map(({ record }) => ({ ...record, name: importer.freeName(record.name) }));
  const text = textOfRecords([...sources, ...parties, ...records]);
  assertSound(text);
  return { text, report };
}

function checkRoundTrip(selection: Selection): void {
  const { text, report } = roundTrip(selection);
  const back = selectionOf({ 'b.deal': text });
  // What has nobody on its sides is reported.
  const wanted = rowsOf(selection, (name) => name).filter(
    (_, index) =>
      (selection.deals[index]?.left.length ?? 0) + (selection.deals[index]?.right.length ?? 0) > 0,
  );
  assert.equal(report.reported.length, selection.deals.length - wanted.length);
  const before = (name: string) => back.project.find(name)?.title ?? name;
  assert.deepEqual(rowsOf(back, before).map(factsIn), wanted.map(factsIn));
}

/** What `deals.csv` holds that is read again. */
function factsIn(row: Record<string, string>): Record<string, string | undefined> {
  // What is paid each year stays in a field.
  const isRate = row['per'] !== '';
  const own = isRate
    ? { ...row, amount_min: '', amount_max: '', amount_approximate: 'false', amount_undisclosed: 'false' }
    : row;
  const hasAmount = `${own['amount_min']}${own['amount_max']}` !== '';
  return Object.fromEntries(
    Object.entries(own).filter(
      ([name]) =>
        /^(?:title|kind|type|status|left|right|tags|(?:amount|stake|valuation|status_date)_.*)$/.test(name) ||
        (name === 'currency' && hasAmount) ||
        (name.startsWith('date_') && row['status'] === ''),
    ),
  );
}

/** The rows of `deals.csv`, with parties as they are called. */
function rowsOf(selection: Selection, called: (name: string) => string): Record<string, string>[] {
  return parse<Record<string, string>>(tableOf(selection), { columns: true, record_delimiter: '\n' }).map(
    (row, index) => {
      const { left, right } = selection.deals[index]!.sides;
      const side = (nodes: typeof left) => [...new Set(nodes.map(({ text }) => called(text)))].join('\n');
      return { ...row, left: side(left), right: side(right) };
    },
  );
}

function tableOf(selection: Selection): string {
  return textIn(csvFiles(selection, { hasMark: false, lineEnd: '\n' }).files, 'deals.csv');
}
