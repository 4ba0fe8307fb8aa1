import assert from 'node:assert/strict';
import { readTable, type TableOptions } from '../../src/exchange/import/table';

describe('a table in a text', () => {
  it('has rows with the lines that they start in, whatever the line ends are', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      checkTable(`a,b\n1,"two\nlines"\n\n3,4\n`.replaceAll('\n', end), {
        headers: ['a', 'b'],
        rows: [
          [2, '1', 'two\nlines'],
          [5, '3', '4'],
        ],
      });
    }
  });

  it('is read behind a byte order mark, and by what its cells are parted by', () => {
    for (const delimiter of [',', ';', '\t', '|'] as const) {
      const text = `\ufeffname;amount;note\nA;1;"x, y; z | a"\n`.replace(/;(?! )/g, delimiter);
      checkTable(text, { headers: ['name', 'amount', 'note'], rows: [[2, 'A', '1', 'x, y; z | a']] });
    }
    checkTable('sep=;\na,b;c\n1;2\n', { headers: ['a,b', 'c'], rows: [[3, '1', '2']] });
  });

  it('has a name for each column: for those without one, and those of the same name', () =>
    checkTable('Name,,Name\n1,2,3,4\n5\n', {
      headers: ['Name', 'column 2', 'Name (2)', 'column 4'],
      rows: [
        [2, '1', '2', '3', '4'],
        [3, '5'],
      ],
    }));

  it('takes quotes in the middle of cells as they are', () =>
    checkTable('a,b\nJohn "Jack" Doe,"say ""hi"""\n', {
      headers: ['a', 'b'],
      rows: [[2, 'John "Jack" Doe', 'say "hi"']],
    }));

  it('loses no other row where a quote is never closed', () =>
    checkTable('a,b\n1,2\n3,"4\n5,6\n7,8\n', {
      headers: ['a', 'b'],
      rows: [
        [2, '1', '2'],
        [4, '5', '6'],
        [5, '7', '8'],
      ],
      broken: [3],
    }));

  it('leaves out rows that say nothing, and is empty where there is none', () => {
    checkTable('a,b\n,\n , \n1,\n', { headers: ['a', 'b'], rows: [[4, '1', '']] });
    checkTable('', { headers: [], rows: [] });
  });

  it('finds its headers below lines about itself', () => {
    const text = 'Downloaded on,5 May\n\nCompany,Amount\nA,1\n';
    const rows = [[4, 'A', '1']] as const;
    checkTable(text, { headers: ['Company', 'Amount'], rows }, { headerLine: 3 });
    checkTable(
      text,
      { headers: ['Company', 'Amount'], rows },
      { isHeader: (cells) => cells[0] === 'Company' },
    );
  });
});

function checkTable(
  text: string,
  wanted: {
    readonly headers: readonly string[];
    readonly rows: readonly (readonly [number, ...string[]])[];
    readonly broken?: readonly number[];
  },
  options?: TableOptions,
): void {
  const { headers, rows, broken } = readTable(text, options);
  assert.deepEqual(headers, wanted.headers);
  assert.deepEqual(
    rows.map(({ line, cells }) => [line, ...cells]),
    wanted.rows,
  );
  assert.deepEqual(
    broken.map(({ line }) => line),
    wanted.broken ?? [],
  );
}
