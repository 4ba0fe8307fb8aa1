import { quote, writeName } from '../../language/quote';
import { undisclosed } from '../../language/schema';
import type { Progress } from '../../project/progress';
import type { Project } from '../../project/project';
import { nameKey } from '../../model/name-key';
import type { DeclarationRecord, NameRecord, PropertyRecord } from '../record';
import { columnsOf } from './columns';
import { Draft } from './draft';
import { FreeNames } from './free-names';
import { identifierFor, slug } from './identifier';
import { fieldRecord, keyField } from './key';
import { isMutual, type ImportedKind, type Mapping } from './mapping';
import { joinedSlug, PartyNames } from './names';
import type { ImportReport, KeptValue, ReportedRow } from './report';
import { RowReader, type RowDeal, type RowName, type RowSide } from './row-reader';
import { stateOf } from './state';
import type { Table } from './table';

/** What is imported of tables. */
export interface Imported {
  readonly sources: readonly DeclarationRecord[];
  readonly parties: readonly DeclarationRecord[];
  readonly deals: readonly ImportedDeal[];
  readonly report: ImportReport;
}

/** A deal, with the key by which it is found again. */
export interface ImportedDeal {
  readonly key: string;
  readonly record: DeclarationRecord;
}

/** Further deals under one key are not looked through: a key that so many contradict tells nothing. */
const mostOfKey = 100;

/** Makes deals of the rows of tables, one after the other. All rows become deals, parts of deals, or are reported. */
export class Importer {
  private readonly names: PartyNames;
  private readonly drafts: Draft[] = [];
  private readonly keys = new FreeNames((key, count) => `${key} #${count}`);
  /** Those that another row may say more of, by their keys without a number. */
  private readonly byKey = new Map<string, Draft[]>();
  private readonly fileScopes = new Map<string, string>();
  private readonly sources = new Map<string, DeclarationRecord>();
  private readonly reported: ReportedRow[] = [];
  private readonly kept: KeptValue[] = [];
  private readonly notes: string[] = [];
  private rows = 0;
  private joined = 0;

  /** @param project whose parties and sources are used as they are */
  constructor(private readonly project?: Project) {
    this.names = new PartyNames(project);
  }

  /**
   * Takes in a table.
   * @param file as it is called in the report
   */
  add(file: string, table: Table, mapping: Mapping, progress?: Progress): void {
    progress?.expect(table.rows.length);
    for (const rows of this.adding(file, table, mapping))
      for (let row = 0; row < rows; row++) progress?.advance();
  }

  /** Like `add`, in steps: yields how many rows each of them took in. */
  *adding(file: string, table: Table, mapping: Mapping): Generator<number, void> {
    const columns = columnsOf(table, mapping);
    const note = (text: string) => this.notes.push(`${file}: ${text}`);
    for (const text of [...(table.notes ?? []), ...columns.notes]) note(text);
    const reader = new RowReader(columns, mapping);
    const scope = mapping.scope ?? scopeOf(file);
    const namesake = this.fileScopes.get(scope);
    if (namesake !== undefined && namesake !== file) {
      note(
        `${namesake} has the same name, and the same numbers would be the same deals: import each with a "scope" of its own in the mapping.`,
      );
    } else if (mapping.scope === undefined) this.fileScopes.set(scope, file);
    const source = this.tableSource(scope, file, mapping);
    for (const { line, text, reason = 'A quote in it is never closed.' } of table.broken) {
      this.rows++;
      this.reported.push({ file, line, text, reason });
    }
    for (const row of table.rows) {
      this.rows++;
      const { deal, kept } = reader.read(row);
      const problem = this.take(file, deal, mapping, scope, source);
      if (problem !== undefined) {
        this.reported.push({ file, line: row.line, text: row.cells.join(table.delimiter), reason: problem });
      } else for (const each of kept) this.kept.push({ file, line: row.line, ...each });
      yield 1;
    }
    for (const [word, count] of reader.turned) {
      const rows = count === 1 ? '1 row is' : `${count.toLocaleString('en')} rows are`;
      note(`${rows} turned round, since “${word}” says that the receiver stands first.`);
    }
  }

  /** @returns why a row is no deal; undefined where it is one */
  private take(
    file: string,
    deal: RowDeal,
    mapping: Mapping,
    scope: string,
    source: string,
  ): string | undefined {
    const { kind, giver, receiver } = deal;
    if (![...giver.names, ...receiver.names, ...deal.leads].some(({ isUndisclosed }) => !isUndisclosed)) {
      return 'It names nobody on either side.';
    }
    const leadNames = deal.leads.filter((lead) => !giver.names.some(({ name }) => name === lead.name));
    const left = this.side({ ...giver, names: [...giver.names, ...leadNames] }, mapping);
    const right = this.side(receiver, mapping);
    const leads = this.people(
      [...giver.names.filter(({ isLead }) => isLead), ...deal.leads],
      mapping.giverKind,
      mapping,
    );
    const own = {
      file,
      kind,
      left,
      right,
      title: deal.title,
      properties: this.lines(deal, leads, mapping, source),
    };
    if (deal.key === undefined) {
      const key = this.keys.take(`${scope}: ${contentKey(deal, left, right)}`);
      this.drafts.push(new Draft(key, own));
      return undefined;
    }
    const key = `${scope}: ${deal.key}`;
    const known = this.byKey.get(key) ?? [];
    const draft = new Draft(key, own);
    if (mapping.joinsRows && known.some((same) => same.join(draft))) {
      this.joined++;
      return undefined;
    }
    draft.key = this.keys.take(key);
    this.drafts.push(draft);
    if (known.length < mostOfKey) known.push(draft);
    this.byKey.set(key, known);
    return undefined;
  }

  /** The names of one side as they stand in a relation, each once. */
  private side(side: RowSide, mapping: Mapping): NameRecord[] {
    const { names, isGiver, kind, country, sectors, website } = side;
    const found = new Map<string, NameRecord>();
    for (const { name, key, isUndisclosed } of names) {
      if (isUndisclosed) found.set('', { name: undisclosed, isUndisclosed: true });
      else {
        const isAlone = names.length === 1;
        const party = this.names.nameOf({
          name,
          kind: kind ?? (isGiver ? mapping.giverKind : mapping.receiverKind),
          ...(key !== undefined && { key: `${mapping.partyScope ?? mapping.scope ?? 'key'}: ${key}` }),
          // What a row says of several it says of none of them.
          ...(isAlone && country !== undefined && { country }),
          ...(isAlone && sectors && { sectors }),
          ...(isAlone && website !== undefined && { website }),
        });
        found.set(party, { name: party });
      }
    }
    return [...found.values()];
  }

  private people(names: readonly RowName[], kind: Mapping['giverKind'], mapping: Mapping): string[] {
    return [
      ...new Set(
        names.filter(({ isUndisclosed }) => !isUndisclosed).map((name) => this.person(name, kind, mapping)),
      ),
    ];
  }

  private person({ name, key }: RowName, kind: Mapping['giverKind'], mapping: Mapping): string {
    return this.names.nameOf({
      name,
      kind,
      ...(key !== undefined && { key: `${mapping.partyScope ?? mapping.scope ?? 'key'}: ${key}` }),
    });
  }

  private lines(deal: RowDeal, leads: readonly string[], mapping: Mapping, source: string): PropertyRecord[] {
    const own = deal.sourceTitles.map((title) => this.rowSource(title));
    const cited = [writeName(source), ...own.map(writeName), ...deal.addresses].map((text) => ({ text }));
    const per = { name: 'per', values: cited };
    const people = (name: string, names: readonly string[]): PropertyRecord[] =>
      names.length === 0 ? [] : [{ name, values: names.map((each) => ({ text: reference(each) })) }];
    const lines = deal.properties.map((line) =>
      deal.cited.has(line) ? { ...line, modifiers: [...(line.modifiers ?? []), per] } : line,
    );
    const canLead = deal.kind === 'investment' || deal.kind === 'round' || deal.kind === 'loan';
    return [
      ...(canLead ? people('lead', leads) : []),
      ...people('seller', this.people(deal.sellers, 'company', mapping)),
      ...people('adviser', this.people(deal.advisers, 'company', mapping)),
      ...lines.filter(({ name }) => name !== 'field'),
      ...(deal.cited.size === 0 ? [per] : []),
      // Last what nobody but the file knows.
      ...lines.filter(({ name }) => name === 'field'),
    ];
  }

  /** The source that stands for a whole table. */
  private tableSource(scope: string, file: string, { source }: Mapping): string {
    const title = source.title ?? file.replace(/^.*[\\/]/, '');
    const known = this.sources.get(`table ${source.name ?? scope}`);
    if (known) return known.name;
    const wanted = source.name ?? identifierFor(scope);
    // An earlier import may have had to call it otherwise, where the name was taken.
    for (const declared of this.project?.ofKind('source') ?? []) {
      if (declared.name === wanted) return declared.name;
      if (declared.title === title && declared.name.startsWith(`${wanted}-`)) return declared.name;
    }
    const record: DeclarationRecord = {
      kind: 'source',
      name: this.names.take(wanted),
      title,
      properties: [
        ...text('publisher', source.publisher),
        ...(source.published === undefined
          ? []
          : [{ name: 'published', values: [{ text: source.published }] }]),
        ...(source.retrieved === undefined
          ? []
          : [{ name: 'retrieved', values: [{ text: source.retrieved }] }]),
        ...(source.url === undefined ? [] : [{ name: 'url', values: [{ text: `<${source.url}>` }] }]),
      ],
    };
    this.sources.set(`table ${source.name ?? scope}`, record);
    return record.name;
  }

  /** The source that a row tells of in words: the same words are the same source. */
  private rowSource(title: string): string {
    const known = this.sources.get(`row ${title}`);
    if (known) return known.name;
    for (const declared of this.project?.ofKind('source') ?? [])
      if (declared.title === title) return declared.name;
    const record: DeclarationRecord = {
      kind: 'source',
      name: this.names.take(identifierFor(slug(title) || 'source')),
      title,
      properties: [],
    };
    this.sources.set(`row ${title}`, record);
    return record.name;
  }

  /** All that was made of the tables. */
  finish(): Imported {
    const deals = this.drafts.map((draft) => this.finished(draft));
    const parties = this.names.records();
    return {
      sources: [...this.sources.values()],
      parties,
      deals,
      report: {
        rows: this.rows,
        deals: deals.length,
        joined: this.joined,
        parties: parties.length,
        reported: this.reported,
        kept: this.kept,
        notes: this.notes,
        fileScopes: this.fileScopes,
      },
    };
  }

  private finished({ key, said: { kind, left, right, title, properties } }: Draft): ImportedDeal {
    const nobody: NameRecord[] = [{ name: undisclosed, isUndisclosed: true }];
    const isOwn = kind === 'project' && right.length === 0;
    const record: DeclarationRecord = {
      kind,
      // Its own is given where it is known to be new.
      name: dealName(kind, left, right, properties),
      ...(title !== undefined && { title }),
      relation: isOwn
        ? { left, right: [] }
        : {
            left: left.length > 0 ? left : nobody,
            operator: isMutual(kind) || kind === 'project' ? '<->' : '->',
            right: right.length > 0 ? right : nobody,
          },
      properties,
    };
    return {
      key,
      record: { ...record, properties: [...properties, fieldRecord(keyField, key, stateOf(record))] },
    };
  }

  /** A name for a deal that is new. */
  freeName(name: string): string {
    return this.names.take(name);
  }
}

/** The scope of a file for which none is said: what it is called. */
function scopeOf(file: string): string {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return slug(name).toLowerCase() || 'table';
}

function text(name: string, value: string | undefined): PropertyRecord[] {
  return value === undefined ? [] : [{ name, values: [{ text: quote(value) }] }];
}

/** A name as a property refers to it. */
function reference(name: string): string {
  return name === undisclosed ? quote(name) : writeName(name);
}

/** What tells a deal without a key of its own from others: who, what and when. Of rounds the investors are often told later. */
function contentKey(
  { kind, giver, receiver, content }: RowDeal,
  left: readonly NameRecord[],
  right: readonly NameRecord[],
): string {
  const side = (row: RowSide, names: readonly NameRecord[]) =>
    row.names.length > 0
      ? row.names
          .map(({ name, key }) => key ?? (nameKey(name) || name || undisclosed))
          .sort()
          .join(' + ')
      : names.map(({ name }) => name).join(' + ') || undisclosed;
  const isOfReceiver = kind === 'round' && content.length > 0 && right.length > 0;
  return [kind, ...(isOfReceiver ? [] : [side(giver, left)]), side(receiver, right), ...content].join(' / ');
}

const mostOfOneSide = 24;

/** What a deal is called: by who it is between, and its year or its type. */
function dealName(
  kind: ImportedKind,
  left: readonly NameRecord[],
  right: readonly NameRecord[],
  properties: readonly PropertyRecord[],
): string {
  const known = (names: readonly NameRecord[]) =>
    joinedSlug(
      names.flatMap(({ name, isUndisclosed }) => (isUndisclosed ? [] : [name])).slice(0, 1),
      mostOfOneSide,
    );
  const type = properties.find(({ name }) => name === 'type')?.values[0]?.text;
  const dated = properties.find(({ name, modifiers }) => name === 'on' || (name === 'status' && modifiers));
  const date = dated?.name === 'on' ? dated.values[0]?.text : dated?.modifiers?.[0]?.values?.[0]?.text;
  const year = /\d{4}/.exec(date ?? '')?.[0];
  const isRound = kind === 'round' && right.some(({ isUndisclosed }) => !isUndisclosed);
  const parts = isRound
    ? [known(right), type ?? 'round', ...(type === undefined ? [year] : [])]
    : [known(left), known(right), year];
  const said = parts.filter((part) => part !== undefined && part !== '');
  // With one word alone it would be called as a party is.
  const name = (said.length > 1 ? said : [...said, kind]).join('-');
  return identifierFor(slug(name, 60) || kind);
}
