import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { listingCsv } from '../../src/cli/output/listing-writers';
import { csvFiles, type CsvOptions } from '../../src/exchange/export/csv';
import { neutralized, withoutNeutralizing } from '../../src/exchange/export/formulas';
import type { Selection } from '../../src/exchange/export/selection';
import { anyText, propertyRuns } from '../language/random-text';
import { projects, selectionOf, textIn } from './export-fixture';

const unix: CsvOptions = { hasMark: false, lineEnd: '\n' };

describe('deals as CSV', () => {
  it('has a row for each deal as it stands on the day', () => {
    const selection = selectionOf({
      'a.deal': [
        'company A "The A"',
        'venture V { member A, B as equity, operator with $3M; member C; budget ~$10M per s }',
        'round R "Series A": A, undisclosed -> "B; Inc." {',
        '  type series-a',
        '  lead A with $1M',
        '  amount $2M..$3M per s, <https://example.com>',
        '  valuation $9M post',
        '  stake 20%',
        '  status signed on 2024-03',
        '  status closed on 2025-06-01',
        '  paid $1M on 2024-04-01',
        '  paid €2M on 2024-05-01',
        '  note "x"',
        '}',
        'supply S: A -> B { amount -$5M }',
        'claim K: A disputes R.amount { on 2024-05-01 }',
      ].join('\n'),
    });
    const [venture, round, supply] = rowsOf(selection, 'deals');
    assert.deepEqual(round, {
      deal: 'R',
      title: 'Series A',
      kind: 'round',
      type: 'series-a',
      status: 'signed',
      status_date_earliest: '2024-03-01',
      status_date_latest: '2024-03-31',
      date_earliest: '2024-03-01',
      date_latest: '2024-03-31',
      left: 'A; undisclosed',
      right: '"B; Inc."',
      amount_min: '2000000',
      amount_max: '3000000',
      amount_approximate: 'false',
      amount_undisclosed: 'false',
      currency: 'USD',
      per: '',
      purpose: 'capital',
      promised_min: '2000000',
      promised_max: '3000000',
      handed_over_min: '1000000',
      handed_over_max: '1000000',
      in_talks_min: '',
      in_talks_max: '',
      stake_min: '20',
      stake_max: '20',
      stake_approximate: 'false',
      stake_undisclosed: 'false',
      valuation_min: '9000000',
      valuation_max: '9000000',
      valuation_approximate: 'false',
      valuation_undisclosed: 'false',
      valuation_currency: 'USD',
      valuation_basis: 'post',
      provides: '',
      sources: 's; https://example.com',
      disputed: 'true',
      tags: '',
      file: 'a.deal',
      line: '3',
    });
    assert.equal(venture?.['amount_approximate'], 'true');
    // What cannot be an amount is not known; see impossible-figure.
    assert.equal(supply?.['amount_undisclosed'], 'true');
    assert.deepEqual(
      rowsOf(selection, 'parties-of-deals').map((row) =>
        ['deal', 'party', 'undisclosed', 'role', 'side', 'as', 'with_min', 'with_together'].map(
          (name) => row[name],
        ),
      ),
      [
        ['V', 'A', 'false', 'member', '', 'equity; operator', '3000000', 'true'],
        ['V', 'B', 'false', 'member', '', 'equity; operator', '3000000', 'true'],
        ['V', 'C', 'false', 'member', '', '', '', 'false'],
        ['R', 'A', 'false', 'investor', 'left', '', '', 'false'],
        ['R', '', 'true', 'investor', 'left', '', '', 'false'],
        ['R', 'B; Inc.', 'false', 'company', 'right', '', '', 'false'],
        ['R', 'A', 'false', 'lead', '', '', '1000000', 'false'],
        ['S', 'A', 'false', 'supplier', 'left', '', '', 'false'],
        ['S', 'B', 'false', 'customer', 'right', '', '', 'false'],
      ],
    );
    const euros = rowsOf(selection, 'money-of-deals').filter(({ currency }) => currency === 'EUR');
    assert.deepEqual(
      euros.map(({ deal, bucket, amount_min: min }) => [deal, bucket, min]),
      [['R', 'handed_over', '2000000']],
    );
    assert.deepEqual(
      rowsOf(selection, 'parties').map(({ party, title, declared }) => [party, title, declared]),
      [
        ['A', 'The A', 'true'],
        ['B', 'B', 'false'],
        ['B; Inc.', 'B; Inc.', 'false'],
        ['C', 'C', 'false'],
        ['V', 'V', 'true'],
      ],
    );
    const [claim] = rowsOf(selection, 'claims');
    assert.deepEqual(
      [claim?.['who'], claim?.['verb'], claim?.['about'], claim?.['date_earliest']],
      ['A', 'disputes', 'R.amount', '2024-05-01'],
    );
    assert.deepEqual(csvFiles(selection, unix).dropped, [
      '4 lines of deals for which there is no column',
      '1 deal’s money in further currencies, which stands in money-of-deals alone',
    ]);
  });

  it('says of every figure whether it is only about right, or undisclosed', () => {
    const selection = selectionOf({
      'a.deal': [
        'investment I: A -> B { stake ~10%; valuation ~$1B }',
        'investment J: A -> B { stake undisclosed; valuation undisclosed }',
        'investment K: A -> B',
        'claim C: A asserts I { multiple ~3x }',
      ].join('\n'),
    });
    const [about, undisclosed, none] = rowsOf(selection, 'deals');
    assert.equal(rowsOf(selection, 'claims')[0]?.['multiple_approximate'], 'true');
    const said = (row: Record<string, string> | undefined, name: string) =>
      ['min', 'max', 'approximate', 'undisclosed'].map((part) => row?.[`${name}_${part}`]);
    assert.deepEqual(said(about, 'stake'), ['10', '10', 'true', 'false']);
    assert.deepEqual(said(about, 'valuation'), ['1000000000', '1000000000', 'true', 'false']);
    for (const name of ['stake', 'valuation']) {
      assert.deepEqual(said(undisclosed, name), ['', '', 'false', 'true']);
      assert.deepEqual(said(none, name), ['', '', 'false', 'false']);
    }
  });

  it('has all who plan a project together as its owners', () => {
    const selection = selectionOf({
      'a.deal': 'project P: A <-> B { budget $1B }\nproject Q: A { budget $1M }',
    });
    assert.deepEqual(
      rowsOf(selection, 'parties-of-deals').map(({ deal, party, role, side }) => [deal, party, role, side]),
      [
        ['P', 'A', 'owner', 'left'],
        ['P', 'B', 'owner', 'right'],
        ['Q', 'A', 'owner', 'left'],
      ],
    );
  });

  for (const [name, files] of Object.entries(projects)) {
    it(`is read back with as many rows as there are: ${name}`, () => {
      const selection = selectionOf(files());
      const deals = rowsOf(selection, 'deals');
      assert.deepEqual(
        deals.map(({ deal }) => deal),
        selection.deals.map((deal) => neutralized(deal.name)),
      );
      assert.deepEqual(
        rowsOf(selection, 'parties').map(({ party }) => party),
        selection.parties.map(neutralized),
      );
      const known = new Set(deals.map(({ deal }) => deal));
      for (const table of ['parties-of-deals', 'money-of-deals']) {
        for (const { deal } of rowsOf(selection, table)) assert.ok(known.has(deal), deal);
      }
    });
  }

  it('is made of any text, and read back', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.boolean(),
        fc.constantFrom('\n' as const, '\r\n' as const),
        (text, hasMark, lineEnd) => {
          const selection = selectionOf({ 'a.deal': text });
          for (const { content } of csvFiles(selection, { hasMark, lineEnd }).files) {
            assert.ok(typeof content === 'string');
            assert.equal(content.startsWith('\ufeff'), hasMark);
            parse(content, { bom: true, record_delimiter: lineEnd });
          }
          assert.equal(rowsOf(selection, 'deals').length, selection.deals.length);
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  describe('in a spreadsheet', () => {
    it('runs nothing', () => {
      for (const text of [
        '=1+1',
        '+cmd',
        '-1+1',
        '@SUM(A1)',
        '\t=1',
        '\rx',
        '  =1',
        '\u00a0=1',
        '\u200b=1',
        '＝1',
        '＋1',
        '－1',
        '＠x',
        "'=1",
      ]) {
        assert.equal(neutralized(text), `'${text}`, JSON.stringify(text));
      }
      for (const text of ['-5', '+5', '-5.25', 'A', "'A", 'A=1', '']) assert.equal(neutralized(text), text);
      const { files } = csvFiles(
        selectionOf({ 'a.deal': 'grant "=HYPERLINK(1)": A -> "@B" { amount $1M }' }),
        unix,
      );
      assert.match(textIn(files, 'deals.csv'), /^'=HYPERLINK/m);
      assert.match(textIn(files, 'parties.csv'), /^'@B/m);
    });

    it('runs nothing of what a query answers', () => {
      const texts = [' =1+1', '\u200b@SUM(A1)', '＝1', '-1+1', '-5', 'A'];
      const csv = listingCsv({
        what: 'deals',
        asOf: [],
        listing: {
          columns: [{ key: 'title', title: 'Title' }],
          hasSums: false,
          rows: texts.map((title) => ({ cells: { title } })),
        },
        sink: { write: () => undefined, isTerminal: false, hasColours: false, columns: undefined },
      });
      assert.deepEqual(
        parse<{ title: string }>(csv, { columns: true }).map(({ title }) => title),
        texts.map(neutralized),
      );
    });

    it('loses nothing by that', () => {
      const part = fc.constantFrom("'", '=', '-', '5', '+', '.', ' ', '\t', 'a', '＝', '\u200b');
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string(),
            fc.array(part).map((parts) => parts.join('')),
          ),
          (text) => {
            const cell = neutralized(text);
            assert.equal(withoutNeutralizing(cell), text);
            assert.ok(!/^[\s\u200b]*[=+\-@＝＋－＠]/.test(cell) || /^[+-]?\d+(\.\d+)?$/.test(cell), cell);
          },
        ),
        { numRuns: propertyRuns },
      );
    });
  });
});

/** The rows of a table by the names of its columns. */
function rowsOf(selection: Selection, table: string): Record<string, string>[] {
  const text = textIn(csvFiles(selection, unix).files, `${table}.csv`);
  return parse<Record<string, string>>(text, { columns: true, record_delimiter: '\n' });
}
