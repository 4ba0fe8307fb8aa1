import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { nearestWords } from '../../language/nearest';
import { dealTypes, findStatus, statusNames } from '../../language/schema';
import { findCurrency, nearestCurrencies } from '../../values/currency';
import { readDate } from '../../values/date';
import {
  emptyMapping,
  headerKey,
  importedKinds,
  isPartyKind,
  isRole,
  partyKindNames,
  readKindChoice,
  roles,
  type ColumnMapping,
  type Mapping,
  type PartyKindName,
  type SourceMapping,
} from './mapping';
import { lineNestedDeeper } from '../../project/json-depth';
import { valueOf } from './json-tree';
import { presetNamed, presets, type Preset } from './presets';
import { delimiters } from './table';

/** What a file says of columns, and what in it nobody can use. */
export interface ReadMapping {
  readonly mapping: Mapping;
  readonly problems: readonly string[];
  /** The preset that it starts from. */
  readonly preset?: Preset;
}

/** What is nested deeper is no mapping, and too much to read. */
const deepest = 100;

const powers: Readonly<Record<string, number>> = { units: 0, thousands: 3, millions: 6, billions: 9 };

/**
 * Reads the file that says what the columns are. What it does not say is as its preset says.
 * @param headers of the table, which the columns are looked for in; absent where it is not at hand
 */
export function readMapping(text: string, headers?: readonly string[]): ReadMapping {
  const tooDeep = lineNestedDeeper(text, deepest);
  if (tooDeep !== undefined) {
    const problem = `Line ${tooDeep} is nested more than ${deepest} deep: a mapping needs no more than five.`;
    return { mapping: emptyMapping, problems: [problem] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error) {
    const line = text.slice(0, error.offset).split('\n').length;
    return {
      mapping: emptyMapping,
      problems: [`Line ${line} is no JSON: ${printParseErrorCode(error.error)}.`],
    };
  }
  return new MappingReader(headers).read(tree && valueOf(tree));
}

class MappingReader {
  private readonly problems: string[] = [];
  private preset: Preset | undefined;

  constructor(private readonly headers: readonly string[] | undefined) {}

  read(value: unknown): ReadMapping {
    if (!isObject(value)) {
      this.problems.push('It is a JSON object, such as { "preset": "crunchbase-rounds" }.');
      return { mapping: emptyMapping, problems: this.problems };
    }
    const base = this.base(value['preset']);
    const known = ['preset', 'scope', 'partyScope', 'kind', 'dates', 'decimals', 'currency', 'delimiter', 'headerLine', 'givers', 'receivers', 'columns', 'rest', 'joinRows', 'source']; // prettier-ignore
    for (const key of Object.keys(value)) {
      if (!known.includes(key) && key !== '$schema')
        this.problems.push(`There is no option “${key}”${near(key, known, '.')}`);
    }
    const { columns } = value;
    const read: Mapping = {
      ...base,
      ...this.text(value, 'scope', (scope) => ({ scope })),
      ...this.text(value, 'partyScope', (partyScope) => ({ partyScope })),
      ...this.word(value, 'kind', importedKinds, (kind) => ({ kind })),
      ...this.word(value, 'dates', ['YMD', 'MDY', 'DMY', 'auto'] as const, (dates) => ({ dates })),
      ...this.word(value, 'decimals', ['point', 'comma', 'auto'] as const, (decimals) => ({ decimals })),
      ...this.currency(value, 'currency', ''),
      ...this.word(value, 'delimiter', delimiters, (delimiter) => ({ delimiter })),
      ...this.word<PartyKindName, Partial<Mapping>>(value, 'givers', partyKindNames, (giverKind) => ({
        giverKind,
      })),
      ...this.word<PartyKindName, Partial<Mapping>>(value, 'receivers', partyKindNames, (receiverKind) => ({
        receiverKind,
      })),
      ...this.word(value, 'rest', ['ignore', 'field'] as const, (rest) => ({ rest })),
      ...this.flag(value, 'joinRows', (joinsRows) => ({ joinsRows })),
      ...this.line(value),
      columns: columns === undefined ? base.columns : this.columns(columns, base),
      source: { ...base.source, ...this.source(value['source']) },
    };
    return { mapping: read, problems: this.problems, ...(this.preset && { preset: this.preset }) };
  }

  private base(name: unknown): Mapping {
    if (name === undefined) return emptyMapping;
    const preset = typeof name === 'string' ? presetNamed(name) : undefined;
    this.preset = preset;
    if (preset) return preset.mapping;
    const names = presets.map((each) => each.name);
    this.problems.push(`There is no preset ${shown(name)}. There are ${names.join(', ')}.`);
    return emptyMapping;
  }

  private columns(value: unknown, base: Mapping): Mapping['columns'] {
    const columns = new Map(base.columns);
    if (!isObject(value)) {
      this.problems.push('“columns” says by header what each column is: { "Investor": { "is": "giver" } }.');
      return columns;
    }
    const known = this.headers && new Map(this.headers.map((header) => [headerKey(header), header]));
    for (const [header, said] of Object.entries(value)) {
      if (known && !known.has(headerKey(header))) {
        const close = nearestWords(header, this.headers ?? []);
        const way =
          close.length > 0
            ? `Did you mean ${close.map((each) => `“${each}”`).join(', ')}?`
            : `There are ${[...known.values()].join(', ')}.`;
        this.problems.push(`The file has no column “${header}”. ${way}`);
        continue;
      }
      const column = this.column(header, said);
      // The words of a preset hold where the file says others.
      if (column) columns.set(headerKey(header), column);
    }
    return columns;
  }

  private column(header: string, value: unknown): ColumnMapping | undefined {
    const where = `Column “${header}”`;
    const said = typeof value === 'string' ? { is: value } : value;
    if (!isObject(said)) {
      this.problems.push(`${where}: say what it is, as in { "is": "giver" }.`);
      return undefined;
    }
    const { is } = said;
    if (typeof is !== 'string' || !isRole(is)) {
      const close = typeof is === 'string' ? near(is, Object.keys(roles), '.') : '.';
      this.problems.push(
        `${where}: “is” cannot be ${shown(is)}${close} It is one of ${Object.keys(roles).join(', ')}.`,
      );
      return undefined;
    }
    const known = ['is', 'separator', 'brackets', 'in', 'zero', 'currency', 'status', 'as', 'values'];
    for (const key of Object.keys(said)) {
      if (!known.includes(key)) this.problems.push(`${where} has no option “${key}”${near(key, known, '.')}`);
    }
    return {
      is,
      ...this.text(said, 'separator', (separator) => ({ separator }), where),
      ...this.word(
        said,
        'brackets',
        ['drop', 'keep'] as const,
        (word) => ({ dropsBrackets: word === 'drop' }),
        where,
      ),
      ...this.word(said, 'in', Object.keys(powers), (word) => ({ power: powers[word] ?? 0 }), where),
      ...this.word(
        said,
        'zero',
        ['unknown', 'known'] as const,
        (word) => ({ zeroIsUnknown: word === 'unknown' }),
        where,
      ),
      ...this.currency(said, 'currency', where),
      ...this.word(said, 'status', statusNames, (status) => ({ status }), where),
      ...this.word(said, 'as', ['pre', 'post'] as const, (as) => ({ as }), where),
      ...(said['values'] !== undefined && { values: this.values(said['values'], is, where) }),
    };
  }

  private values(value: unknown, is: string, where: string): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    if (!isObject(value)) {
      this.problems.push(`${where}: “values” says what words mean, as in { "Series A": "series-a" }.`);
      return values;
    }
    for (const [word, meaning] of Object.entries(value)) {
      const problem = typeof meaning === 'string' ? meaningProblem(meaning, is) : 'It is a text.';
      if (problem !== undefined)
        this.problems.push(`${where}: “${word}” cannot be ${shown(meaning)}. ${problem}`);
      else if (typeof meaning === 'string') values.set(headerKey(word), meaning);
    }
    return values;
  }

  private source(value: unknown): SourceMapping {
    if (value === undefined) return {};
    if (typeof value === 'string') return { title: value };
    if (!isObject(value)) {
      this.problems.push('“source” says where the file was read: { "title": "…", "url": "https://…" }.');
      return {};
    }
    const read: SourceMapping = {
      ...this.text(value, 'name', (name) => ({ name }), '“source”'),
      ...this.text(value, 'title', (title) => ({ title }), '“source”'),
      ...this.text(value, 'url', (url) => ({ url }), '“source”'),
      ...this.text(value, 'publisher', (publisher) => ({ publisher }), '“source”'),
      ...this.text(value, 'published', (published) => ({ published }), '“source”'),
      ...this.text(value, 'retrieved', (retrieved) => ({ retrieved }), '“source”'),
    };
    for (const key of ['published', 'retrieved'] as const) {
      const date = read[key];
      if (date !== undefined && !readDate(date).ok) {
        this.problems.push(`“source”: “${key}” is a date such as 2025-01-31, not “${date}”.`);
      }
    }
    if (read.url !== undefined && !/^https?:\/\/[^\s<>]+$/.test(read.url)) {
      this.problems.push(`“source”: “url” is an address such as https://example.com, not “${read.url}”.`);
    }
    return read;
  }

  private text<Part>(
    from: JsonObject,
    key: string,
    part: (text: string) => Part,
    where = '',
  ): Part | undefined {
    const value = from[key];
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value !== '') return part(value);
    this.problems.push(`${where === '' ? '' : `${where}: `}“${key}” is a text that is not empty.`);
    return undefined;
  }

  private word<Word extends string, Part>(
    from: JsonObject,
    key: string,
    words: readonly Word[],
    part: (word: Word) => Part,
    where = '',
  ): Part | undefined {
    const value = from[key];
    if (value === undefined) return undefined;
    const word = words.find((each) => each === value);
    if (word !== undefined) return part(word);
    const choice = words.map((each) => (each === '\t' ? '\\t' : each)).join(', ');
    this.problems.push(
      `${where === '' ? '' : `${where}: `}“${key}” cannot be ${shown(value)}. It is one of ${choice}.`,
    );
    return undefined;
  }

  private flag<Part>(from: JsonObject, key: string, part: (flag: boolean) => Part): Part | undefined {
    const value = from[key];
    if (value === undefined || typeof value === 'boolean')
      return value === undefined ? undefined : part(value);
    this.problems.push(`“${key}” is true or false.`);
    return undefined;
  }

  private line(from: JsonObject): { headerLine: number } | undefined {
    const { headerLine } = from;
    if (headerLine === undefined) return undefined;
    if (typeof headerLine === 'number' && Number.isInteger(headerLine) && headerLine > 0)
      return { headerLine };
    this.problems.push('“headerLine” is the number of the line with the headers, from 1.');
    return undefined;
  }

  private currency(from: JsonObject, key: string, where: string): { currency: string } | undefined {
    const value = from[key];
    if (value === undefined) return undefined;
    if (typeof value === 'string' && findCurrency(value)) return { currency: value };
    const close = typeof value === 'string' ? nearestCurrencies(value) : [];
    const way =
      close.length > 0 ? `Did you mean ${close.join(', ')}?` : 'It is a code of ISO 4217, such as USD.';
    this.problems.push(`${where === '' ? '' : `${where}: `}“${key}” cannot be ${shown(value)}. ${way}`);
    return undefined;
  }
}

function meaningProblem(meaning: string, is: string): string | undefined {
  if (is === 'kind') {
    return (readKindChoice(meaning) ?? Object.hasOwn(dealTypes, meaning))
      ? undefined
      : `It is one of ${importedKinds.join(', ')}, with “ reversed” behind it where the sides are the other way round.`;
  }
  if (is === 'status') return findStatus(meaning) ? undefined : `It is one of ${statusNames.join(', ')}.`;
  if (is === 'type') {
    return Object.hasOwn(dealTypes, meaning)
      ? undefined
      : `It is one of ${Object.keys(dealTypes).join(', ')}.`;
  }
  if (is === 'giver kind' || is === 'receiver kind') {
    return isPartyKind(meaning) ? undefined : `It is one of ${partyKindNames.join(', ')}.`;
  }
  return 'Only kinds, types and statuses have values.';
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? 'missing');
}

function near(word: string, words: readonly string[], otherwise: string): string {
  const [close] = nearestWords(word, words);
  return close === undefined ? otherwise : `; did you mean “${close}”?`;
}

/**
 * A mapping as the text of a file that `readMapping` reads again.
 * @param headers as the columns are written in the table
 */
export function mappingText(mapping: Mapping, headers: readonly string[] = []): string {
  const written = new Map(headers.map((header) => [headerKey(header), header]));
  const { scope, partyScope, kind, dates, decimals, currency, delimiter, headerLine, giverKind, receiverKind, columns, rest, joinsRows, source } = mapping; // prettier-ignore
  const said = {
    ...(scope !== undefined && { scope }),
    ...(partyScope !== undefined && { partyScope }),
    kind,
    dates,
    decimals,
    ...(currency !== undefined && { currency }),
    ...(delimiter !== undefined && { delimiter }),
    ...(headerLine !== undefined && { headerLine }),
    givers: giverKind,
    receivers: receiverKind,
    columns: Object.fromEntries(
      [...columns].map(([header, column]) => [written.get(header) ?? header, columnSaid(column)]),
    ),
    rest,
    joinRows: joinsRows,
    ...(Object.keys(source).length > 0 && { source }),
  };
  return `${JSON.stringify(said, undefined, 2)}\n`;
}

function columnSaid({
  is,
  separator,
  dropsBrackets,
  power,
  zeroIsUnknown,
  currency,
  status,
  as,
  values,
}: ColumnMapping): object {
  const unit = power === undefined ? undefined : Object.keys(powers).find((word) => powers[word] === power);
  return {
    is,
    ...(separator !== undefined && { separator }),
    ...(dropsBrackets !== undefined && { brackets: dropsBrackets ? 'drop' : 'keep' }),
    ...(unit !== undefined && { in: unit }),
    ...(zeroIsUnknown !== undefined && { zero: zeroIsUnknown ? 'unknown' : 'known' }),
    ...(currency !== undefined && { currency }),
    ...(status !== undefined && { status }),
    ...(as !== undefined && { as }),
    ...(values && { values: Object.fromEntries(values) }),
  };
}
