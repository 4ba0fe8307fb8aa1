import { quote } from '../../language/quote';
import { isProperty, properties, takesProperty } from '../../language/schema';
import { formatPercent, readPercent } from '../../values/percent';
import { exact } from '../../values/range';
import type { ModifierRecord, PropertyRecord } from '../record';
import { linesIn, plain, saysNothing } from './cells/cell';
import { readDateCell } from './cells/date';
import { codeOf, readMoneyCell } from './cells/money';
import { namesInCell, type CellName } from './cells/names';
import { readNumber } from './cells/number';
import { addressIn, siteIn } from './cells/url';
import type { Column, Columns } from './columns';
import { fieldRecord, keyField } from './key';
import { partyKindNames, type ImportedKind, type Mapping, type PartyKindName, type Role } from './mapping';
import { wordOrText } from './names';
import type { Row } from './table';
import { kindIn, partyKindIn, statusIn, typeIn } from './words';

/** A party as a row tells of it, or nobody in particular. */
export interface RowName extends CellName {
  readonly key?: string;
}

/** One side of a deal as a row tells of it. */
export interface RowSide {
  readonly names: readonly RowName[];
  /** What sort of parties they are, where the row says it. */
  readonly kind?: PartyKindName;
  readonly country?: string;
  readonly sectors?: readonly string[];
  readonly website?: string;
  /** Whether they stand in the columns of givers. */
  readonly isGiver: boolean;
}

/** What a row says, before anybody has looked for the parties that it names. */
export interface RowDeal {
  readonly kind: ImportedKind;
  readonly giver: RowSide;
  readonly receiver: RowSide;
  readonly leads: readonly RowName[];
  readonly sellers: readonly RowName[];
  readonly advisers: readonly RowName[];
  readonly key?: string;
  readonly title?: string;
  /** Without what names parties and sources. */
  readonly properties: readonly PropertyRecord[];
  /** Properties that cite the sources of the row. */
  readonly cited: ReadonlySet<PropertyRecord>;
  /** Where the row was read: addresses as they are written, and words. */
  readonly addresses: readonly string[];
  readonly sourceTitles: readonly string[];
  /** What tells the deal from others where it has no key, besides its parties. */
  readonly content: readonly string[];
}

/** A value that is better kept as it stands, and why. */
export interface Kept {
  readonly column: string;
  readonly text: string;
  readonly reason: string;
}

/** Reads what a row says of a deal; never fails. */
export class RowReader {
  private kept: Kept[] = [];
  private fields: PropertyRecord[] = [];
  private cells: readonly string[] = [];
  /** How many rows each word of a kind turned round, since it says that the receiver stands first. */
  readonly turned = new Map<string, number>();

  constructor(
    private readonly columns: Columns,
    private readonly mapping: Mapping,
  ) {}

  /** @returns the deal, with the values in it that are kept as they stand */
  read(row: Row): { readonly deal: RowDeal; readonly kept: readonly Kept[] } {
    this.kept = [];
    this.fields = [];
    this.cells = row.cells;
    return { deal: this.deal(), kept: this.kept };
  }

  private deal(): RowDeal {
    const { kind, isReversed, typeOfKind } = this.kind();
    const giver = this.side('giver');
    const receiver = this.side('receiver');
    const cited = new Set<PropertyRecord>();
    const lines: PropertyRecord[] = [];
    const { lines: dates, content } = this.dates(kind);
    for (const line of this.money(kind)) {
      lines.push(line);
      cited.add(line);
    }
    const types = this.types(kind, typeOfKind);
    const leads = this.people('lead', kind);
    const sellers = this.people('seller', kind);
    const advisers = this.people('adviser', kind);
    const stake = this.stake(kind);
    if (stake) cited.add(stake);
    const { addresses, sourceTitles } = this.sources();
    const notes = this.texts('note', linesIn).map(({ text }) => ({
      name: 'note',
      values: [{ text: quote(text) }],
    }));
    const tags = this.texts('tags').flatMap(({ text, column }) =>
      listIn(text, column.mapping.separator ?? ','),
    );
    for (const { text, column } of this.texts('field', linesIn)) this.field(column.header, text);
    for (const column of this.columns.surplus) {
      if ((this.cells[column.index] ?? '').trim() !== '')
        this.keep(column, 'It stands behind the last column that has a header.');
    }
    const key = this.texts('key').map(({ text }) => text);
    const [title, ...titles] = this.texts('title');
    for (const { text, column } of titles) this.field(column.header, text);
    return {
      kind,
      giver: isReversed ? receiver : giver,
      receiver: isReversed ? giver : receiver,
      leads,
      sellers,
      advisers,
      ...(key.length > 0 && { key: key.join(' ') }),
      ...(title && { title: title.text }),
      properties: [
        ...lines,
        ...(types.length > 0 ? [{ name: 'type', values: types.map((text) => ({ text })) }] : []),
        ...(stake ? [stake] : []),
        ...dates,
        ...notes,
        ...(tags.length > 0
          ? [{ name: 'tags', values: tags.map((tag) => ({ text: wordOrText(tag) })) }]
          : []),
        ...this.fields,
      ],
      cited,
      addresses,
      sourceTitles,
      content: [...content, ...types],
    };
  }

  /**
   * What a column says; nothing where it says that there is nothing.
   * @param textOf how a cell is made plain
   */
  private texts(role: Role, textOf = plain): { readonly text: string; readonly column: Column }[] {
    return (this.columns.byRole.get(role) ?? []).flatMap((column) => {
      const text = textOf(this.cells[column.index] ?? '');
      return saysNothing(text)?.is === 'blank' ? [] : [{ text, column }];
    });
  }

  private field(header: string, text: string): void {
    // Nobody else's column is taken for the key.
    const name = header.toLowerCase() === keyField ? `${header} (column)` : header;
    this.fields.push(fieldRecord(name, text));
  }

  /** Keeps a cell as it stands. */
  private keep({ header, index }: Pick<Column, 'header' | 'index'>, reason: string): void {
    const text = (this.cells[index] ?? '').trim();
    this.kept.push({ column: header, text, reason });
    this.field(header, text);
  }

  private kind(): { kind: ImportedKind; isReversed: boolean; typeOfKind?: string } {
    const [first, ...others] = this.texts('kind');
    for (const { text, column } of others) this.field(column.header, text);
    const kind = this.mapping.kind;
    if (!first) return { kind, isReversed: false };
    const { text, column } = first;
    const choice = kindIn(text, column.mapping);
    if (choice) {
      if (choice.isReversed) this.turned.set(text, (this.turned.get(text) ?? 0) + 1);
      // What it says more closely than its kind does.
      if (text.toLowerCase() !== choice.kind) this.field(column.header, text);
      return choice;
    }
    const type = typeIn(text, column.mapping.values);
    if (type !== undefined && takesProperty(kind, 'type'))
      return { kind, isReversed: false, typeOfKind: type };
    this.keep(
      column,
      `It is no kind of deal that is known: taken for ${article(kind)}. The mapping can say what it is, by "values".`,
    );
    return { kind, isReversed: false };
  }

  private side(role: 'giver' | 'receiver'): RowSide {
    const keys = this.texts(`${role} key`);
    const names = this.names(role, keys.length === 1 ? keys[0]!.text : undefined);
    const [sort] = this.texts(`${role} kind`);
    const kind = sort && partyKindIn(sort.text, sort.column.mapping);
    if (sort && kind === undefined) this.keep(sort.column, `It is none of ${partyKindNames.join(', ')}.`);
    const [country] = this.texts(`${role} country`);
    const [sector] = this.texts(`${role} sector`);
    const [website] = this.texts(`${role} website`);
    const site = website && siteIn(website.text);
    if (website && site === undefined) this.keep(website.column, 'It is no address.');
    return {
      names,
      isGiver: role === 'giver',
      ...(kind !== undefined && { kind }),
      ...(country && { country: country.text }),
      ...(sector && { sectors: listIn(sector.text, sector.column.mapping.separator ?? ',') }),
      ...(site !== undefined && { website: site }),
    };
  }

  /** The names in the columns of a role. A key is that of the only name, or has as many parts as there are names. */
  private names(role: Role, key?: string): RowName[] {
    const found: RowName[] = [];
    let separator: string | undefined;
    for (const column of this.columns.byRole.get(role) ?? []) {
      const { mapping, index } = column;
      separator ??= mapping.separator;
      const names = namesInCell(this.cells[index] ?? '', {
        separator: mapping.separator,
        dropsBrackets: mapping.dropsBrackets ?? false,
      });
      if (names.some(({ aside }) => aside !== undefined))
        this.field(column.header, plain(this.cells[index] ?? ''));
      for (const name of names) if (!found.some((other) => other.name === name.name)) found.push(name);
    }
    if (key === undefined) return found;
    const keys = separator === undefined || found.length === 1 ? [key] : listIn(key, separator);
    return keys.length === found.length ? found.map((name, at) => ({ ...name, key: keys[at]! })) : found;
  }

  private people(role: 'lead' | 'seller' | 'adviser', kind: ImportedKind): RowName[] {
    if (takesProperty(kind, role)) return this.names(role).filter(({ isUndisclosed }) => !isUndisclosed);
    for (const { text, column } of this.texts(role)) this.field(column.header, text);
    return [];
  }

  /** The lines of money, which cite sources. */
  private money(kind: ImportedKind): PropertyRecord[] {
    const lines: PropertyRecord[] = [];
    const stated = this.currency();
    let isCurrencyKept = false;
    for (const role of ['amount', 'valuation', 'debt'] as const) {
      const name = role === 'amount' && kind === 'project' ? 'budget' : role;
      const said = new Set<string>();
      for (const column of this.columns.byRole.get(role) ?? []) {
        const { as, currency: own } = column.mapping;
        const isBinding = own === undefined && stated.isOfRow;
        const text = this.cells[column.index] ?? '';
        const cell = readMoneyCell(text, column.money, own ?? stated.code, isBinding);
        if (cell.is === 'blank') continue;
        const problem = isBinding && cell.is !== 'undisclosed' ? stated.problem : undefined;
        if (cell.is === 'unread' || problem !== undefined) {
          this.keep(column, problem ?? (cell.is === 'unread' ? cell.reason : ''));
          isCurrencyKept ||= isBinding;
          continue;
        }
        // One figure for each question; what others say stands beside it.
        const question = as ?? '';
        if (!takesProperty(kind, name) || said.has(question)) {
          this.field(column.header, plain(text));
          continue;
        }
        said.add(question);
        const money = cell.is === 'undisclosed' ? 'undisclosed' : cell.value;
        lines.push({ name, values: [{ text: money }], ...(as && { modifiers: [{ name: as }] }) });
      }
    }
    const [currency, ...others] = this.texts('currency');
    // Figures that are kept as they stand mean little without it.
    if (currency && isCurrencyKept) others.unshift(currency);
    for (const { text, column } of others) this.field(column.header, text);
    return lines;
  }

  /** The currency of the money of the row, and whether the row itself says it. */
  private currency(): {
    readonly code?: string | undefined;
    readonly isOfRow: boolean;
    readonly problem?: string;
  } {
    const [first] = this.texts('currency');
    if (!first || saysNothing(first.text)) return { code: this.mapping.currency, isOfRow: false };
    const code = codeOf(first.text);
    return code === undefined
      ? { isOfRow: true, problem: `Its currency, “${first.text}”, is none that is known.` }
      : { code, isOfRow: true };
  }

  private types(kind: ImportedKind, typeOfKind: string | undefined): string[] {
    const types = new Set(typeOfKind === undefined ? [] : [typeOfKind]);
    for (const { text, column } of this.texts('type')) {
      const { separator, values } = column.mapping;
      const words = separator === undefined ? [text] : listIn(text, separator);
      const read = words.map((word) => typeIn(word, values));
      if (!takesProperty(kind, 'type')) this.field(column.header, text);
      else if (read.includes(undefined))
        this.keep(
          column,
          'It is no type of a deal that is known. The mapping can say what it is, by "values".',
        );
      for (const type of read) if (type !== undefined && takesProperty(kind, 'type')) types.add(type);
    }
    return [...types];
  }

  private stake(kind: ImportedKind): PropertyRecord | undefined {
    let line: PropertyRecord | undefined;
    for (const { text, column } of this.texts('stake')) {
      const stake = stakeIn(text, column);
      if (stake === undefined) this.keep(column, 'It is no share.');
      else if (line || !takesProperty(kind, 'stake')) this.field(column.header, text);
      else line = { name: 'stake', values: [{ text: stake }] };
    }
    line ??= kind === 'holding' ? { name: 'stake', values: [{ text: 'undisclosed' }] } : undefined;
    const span = this.span(line !== undefined);
    return line && { ...line, ...(span.length > 0 && { modifiers: span }) };
  }

  /** From when on and until when a share is held; kept as it stands where there is none. */
  private span(hasShare: boolean): ModifierRecord[] {
    return (['from', 'until'] as const).flatMap((name) => {
      const [column] = this.columns.byRole.get(name) ?? [];
      if (!column) return [];
      const text = this.cells[column.index] ?? '';
      const cell = readDateCell(text, column.order);
      if (cell.is === 'unread' || (cell.is === 'value' && cell.isLossy !== undefined)) {
        this.keep(column, cell.is === 'unread' ? cell.reason : (cell.isLossy ?? ''));
      }
      if (cell.is === 'value' && !hasShare) this.field(column.header, plain(text));
      return cell.is === 'value' && hasShare ? [{ name, values: [{ text: cell.value }] }] : [];
    });
  }

  /** When it was, and where it stands; with what tells it from others by its dates. */
  private dates(kind: ImportedKind): { lines: PropertyRecord[]; content: string[] } {
    const content: string[] = [];
    const dated: { status: string; date: string }[] = [];
    let date: string | undefined;
    const others: Column[] = [];
    for (const column of this.columns.byRole.get('date') ?? []) {
      const text = this.cells[column.index] ?? '';
      const cell = readDateCell(text, column.order);
      if (plain(text) !== '') content.push(plain(text));
      if (cell.is === 'unread') {
        this.keep(column, cell.reason);
        continue;
      }
      if (cell.is !== 'value') continue;
      if (cell.isLossy !== undefined) this.keep(column, cell.isLossy);
      const { status } = column.mapping;
      if (status !== undefined && takesProperty(kind, 'status')) dated.push({ status, date: cell.value });
      else if (date === undefined && status === undefined) date = cell.value;
      else others.push(column);
    }
    let word: string | undefined;
    for (const { text, column } of this.texts('status')) {
      const status = statusIn(text, column.mapping);
      if (status === undefined)
        this.keep(column, 'It is no status that is known. The mapping can say what it is, by "values".');
      else if (word !== undefined || !takesProperty(kind, 'status')) this.field(column.header, text);
      else word = status;
    }
    for (const column of others) this.field(column.header, plain(this.cells[column.index] ?? ''));
    const lines = dated
      .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
      .map((each) => statusLine(each.status, each.date));
    const isSaid = word === undefined || dated.some(({ status }) => status === word);
    if (word !== undefined && !isSaid) lines.push(statusLine(word, date));
    const isDated = dated.length > 0 || (word !== undefined && !isSaid);
    if (date !== undefined && !isDated) lines.unshift({ name: 'on', values: [{ text: date }] });
    else if (date !== undefined && dated.length > 0) this.baseDate();
    return { lines, content };
  }

  /** The date that no status has, where others have theirs. */
  private baseDate(): void {
    const column = this.columns.byRole.get('date')?.find(({ mapping }) => mapping.status === undefined);
    if (column) this.field(column.header, plain(this.cells[column.index] ?? ''));
  }

  private sources(): { addresses: string[]; sourceTitles: string[] } {
    const addresses: string[] = [];
    const sourceTitles: string[] = [];
    for (const { text, column } of this.texts('source')) {
      const { separator } = column.mapping;
      for (const part of separator === undefined ? text.split(/\s+(?=https?:)/i) : listIn(text, separator)) {
        const address = addressIn(part);
        if (address === undefined) sourceTitles.push(part.trim());
        else addresses.push(address);
      }
    }
    return {
      addresses: [...new Set(addresses)],
      sourceTitles: [...new Set(sourceTitles.filter((each) => each !== ''))],
    };
  }
}

function statusLine(status: string, date: string | undefined): PropertyRecord {
  const on: ModifierRecord[] = date === undefined ? [] : [{ name: 'on', values: [{ text: date }] }];
  return { name: 'status', values: [{ text: status }], ...(on.length > 0 && { modifiers: on }) };
}

function stakeIn(text: string, { isFraction, money }: Column): string | undefined {
  if (saysNothing(text)?.is === 'undisclosed') return 'undisclosed';
  const own = readPercent(text);
  if (own.ok) return formatPercent(own.value);
  const number = readNumber(text.replace(/\s*%$/, ''), money.mark === 'comma' ? 'comma' : 'point');
  const percent = number && formatPercent(exact(isFraction ? number.times(100) : number));
  return percent !== undefined && readPercent(percent).ok ? percent : undefined;
}

function listIn(text: string, separator: string): string[] {
  return [
    ...new Set(
      text
        .split(separator)
        .map(plain)
        .filter((each) => each !== ''),
    ),
  ];
}

function article(kind: ImportedKind): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** Whether a line may stand several times in a declaration. */
export function isMany(name: string): boolean {
  return isProperty(name) && properties[name].many === true;
}
