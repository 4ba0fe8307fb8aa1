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

  it('loses one row alone where a quote is closed by that of another row', () =>
    checkTable('a,b,c,d\nA,B,1,2020\nC,"D,2,2020\nE,F,3,2020\nG,"H",4,2020\nI,J,5,2020\n', {
      headers: ['a', 'b', 'c', 'd'],
      rows: [
        [2, 'A', 'B', '1', '2020'],
        [4, 'E', 'F', '3', '2020'],
        [5, 'G', 'H', '4', '2020'],
        [6, 'I', 'J', '5', '2020'],
      ],
      broken: [3],
    }));

  it('has cells over several lines, with doubled quotes, empty ones and delimiters in them', () =>
    checkTable('a,b,c\n1,"say ""hi"",\n""you""","x, ""y"""\n"""2""\n","",3\n"4\n5","6",7', {
      headers: ['a', 'b', 'c'],
      rows: [
        [2, '1', 'say "hi",\n"you"', 'x, "y"'],
        [4, '"2"\n', '', '3'],
        [6, '4\n5', '6', '7'],
      ],
    }));

  it('says where quotes are taken as they stand, after too many that are never closed', () => {
    const open = Array.from({ length: 60 }, (_, index) => `1,"${index}\n2,"3"\n`).join('');
    const { broken, rows, notes } = readTable(`a,b\n${open}4,"5, 6"\n`);
    assert.equal(broken.length, 50);
    assert.deepEqual(rows.at(-1)?.cells, ['4', '"5', ' 6"']);
    assert.match(notes?.join() ?? '', /After 50 quotes that are never closed, .* from line 101 on/);
    assert.equal(readTable('a,b\n1,"2\n').notes, undefined);
  });

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
