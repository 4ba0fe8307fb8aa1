import { Big } from 'big.js';
import { unescaped } from '../../language/quote';
import { statusNames } from '../../language/schema';
import { readDate } from '../../values/date';
import { formatMoney } from '../../values/money';
import { formatPercent } from '../../values/percent';
import { withoutNeutralizing } from '../export/formulas';
import { emptyMapping, headerKey, type ColumnMapping } from './mapping';
import type { Preset } from './presets';
import type { Table } from './table';

/** What stands between the texts of a cell once it is read: nobody's, and no blank, of which several become one. */
const separator = '\ue000';

/** Columns that hold several texts. */
const lists = ['type', 'left', 'right', 'provides', 'sources', 'tags'] as const;

/** What is said by several columns of `deals.csv` together, in one of its own, as a deal file writes it. */
const together: Readonly<Record<string, (cell: CellOf) => string>> = {
  'left key': (cell) => cell('left'),
  'right key': (cell) => cell('right'),
  amount: (cell) => moneyText(cell, 'amount', cell('currency'), cell('per')),
  stake: (cell) => figureText(cell, 'stake', (range) => formatPercent(range)),
  ...Object.fromEntries(
    ['', 'pre', 'post'].map((basis) => [
      `valuation ${basis}`.trim(),
      (cell: CellOf) =>
        cell('valuation_basis') === basis ? moneyText(cell, 'valuation', cell('valuation_currency')) : '',
    ]),
  ),
  on: (cell) => (cell('status') === '' ? dateText(cell, 'date') : ''),
  // That of a status is its own; of another one nobody knows what it is of.
  'date of the deal': (cell) =>
    cell('status') !== '' && dateText(cell, 'status_date') === '' ? dateText(cell, 'date') : '',
  ...Object.fromEntries(
    statusNames.map((status) => [
      `${status} on`,
      (cell: CellOf) => (cell('status') === status ? dateText(cell, 'status_date') : ''),
    ]),
  ),
};

const columns: Readonly<Record<string, ColumnMapping>> = {
  deal: { is: 'key' },
  title: { is: 'title' },
  kind: { is: 'kind' },
  type: { is: 'type', separator },
  left: { is: 'giver', separator },
  'left key': { is: 'giver key' },
  right: { is: 'receiver', separator },
  'right key': { is: 'receiver key' },
  amount: { is: 'amount' },
  stake: { is: 'stake' },
  valuation: { is: 'valuation' },
  'valuation pre': { is: 'valuation', as: 'pre' },
  'valuation post': { is: 'valuation', as: 'post' },
  status: { is: 'status' },
  ...Object.fromEntries(
    statusNames.map((status) => [`${status} on`, { is: 'date', status } satisfies ColumnMapping]),
  ),
  on: { is: 'date' },
  'date of the deal': { is: 'field' },
  provides: { is: 'field' },
  sources: { is: 'source', separator },
  tags: { is: 'tags', separator },
};

/** The deals of a project that was exported as CSV: what `deals.csv` says of them comes back. */
export const ownPreset: Preset = {
  name: 'dealgraph-deals',
  title: 'Dealgraph: deals that were exported as CSV (deals.csv)',
  told: [['deal'], ['kind'], ['left'], ['right'], ['amount_min'], ['amount_max'], ['status_date_earliest']],
  mapping: {
    ...emptyMapping,
    scope: 'dealgraph-deals',
    partyScope: 'dealgraph',
    dates: 'YMD',
    decimals: 'point',
    // Two deals of one name are two.
    joinsRows: false,
    source: { title: 'Dealgraph, deals.csv' },
    columns: new Map(Object.entries(columns).map(([header, column]) => [headerKey(header), column])),
  },
  prepared,
};

/** The cell of a row under a header of `deals.csv`, empty where there is none. */
type CellOf = (header: string) => string;

/** Cells as they were before they were written for spreadsheets, with what several of them say together behind them. */
function prepared(table: Table): Table {
  const indexes = new Map(table.headers.map((header, index) => [headerKey(header), index]));
  const listed = new Set(lists.flatMap((name) => indexes.get(name) ?? []));
  const added = Object.entries(together);
  return {
    ...table,
    headers: [...table.headers, ...added.map(([header]) => header)],
    rows: table.rows.map(({ line, cells }) => {
      const own = table.headers.map((_, index) => {
        const text = withoutNeutralizing(cells[index] ?? '');
        return listed.has(index) ? textsIn(text).join(separator) : text;
      });
      const cell: CellOf = (header) => own[indexes.get(headerKey(header)) ?? -1] ?? '';
      return { line, cells: [...own, ...added.map(([, of]) => of(cell))] };
    }),
  };
}

/** The texts that `listed` put into one cell. */
function textsIn(cell: string): string[] {
  return [...cell.matchAll(/(?:"((?:[^"\\]|\\.)*)"|([^;]*))(?:; |$)/gsy)]
    .map(([, quoted, bare = '']) => (quoted === undefined ? bare : unescaped(quoted)))
    .filter((text) => text !== '');
}

function moneyText(cell: CellOf, name: string, currency: string, per = ''): string {
  const text = figureText(cell, name, (range) => formatMoney({ currency, range }));
  return per === '' || text === '' ? text : `${text}/${per}`;
}

/** A figure of which two columns have the bounds, and others how well it is known. */
function figureText(
  cell: CellOf,
  name: string,
  write: (range: Parameters<typeof formatPercent>[0]) => string,
): string {
  if (cell(`${name}_undisclosed`) === 'true') return 'undisclosed';
  const [min, max] = [decimalIn(cell(`${name}_min`)), decimalIn(cell(`${name}_max`))];
  if (!min && !max) return '';
  return write({ min, max, approximate: cell(`${name}_approximate`) === 'true', undisclosed: false });
}

function decimalIn(text: string): Big | undefined {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? new Big(text) : undefined;
}

/** A date of which two columns have the first and the last day. */
function dateText(cell: CellOf, name: string): string {
  const [earliest, latest] = [cell(`${name}_earliest`), cell(`${name}_latest`)];
  if (earliest === latest) return earliest;
  const interval = `${earliest}..${latest}`;
  const wanted = readDate(interval);
  const [year = '', month = '1'] = earliest.split('-');
  const short = [year, `${year}-${month}`, `${year}-Q${Math.ceil(Number(month) / 3)}`].find((text) => {
    const date = readDate(text);
    return (
      date.ok &&
      wanted.ok &&
      date.value.earliest === wanted.value.earliest &&
      date.value.latest === wanted.value.latest
    );
  });
  return short ?? interval;
}
