import * as l10n from '@vscode/l10n';
import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver-types';
import { contextAt, type Context } from '../../language/context';
import { excerpt } from '../../language/excerpt';
import { declareCommand } from '../../protocol';
import { unescaped, writeName } from '../../language/quote';
import {
  builtInResources,
  isKind,
  isModifier,
  isProperty,
  isRequired,
  kindNames,
  kinds,
  modifiers,
  properties,
  propertiesOf,
  undisclosed,
  verbs,
  vocabularies,
  type KindGroup,
  type KindName,
  type ModifierName,
  type PropertyName,
  type ReferenceTarget,
  type ValueType,
} from '../../language/schema';
import { factsOf, type Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import type { Project } from '../../project/project';
import { currencies, symbolOf } from '../../values/currency';
import { fromDay, readDate } from '../../values/date';
import { unitWords } from '../../values/units';
import { rangeIn, type Cursor } from '../locations';
import { kindsFor } from '../actions/declare-name';
import { counterpartiesOf } from './counterparties';
import { datesAround } from './dates-around';
import { figuresFor } from './figures';
import { snippetOf, statementAt } from './statement';
import { templates } from './templates';
import { takenRange, type TakenRange } from './taken-range';
import { referenceOf } from '../language-word';
import { kindLabel } from '../summary/names';
import { cardOf, lineOf } from '../summary/summary';

/** More names or texts than this are not sent; the list is asked for again as more is typed. */
const mostNames = 100;

/**
 * What `completionItem/resolve` needs to tell more of an item: of a declaration where to find it, by the item's label
 * where no name is given; of a word of the language what it is. Empty where there is no more to tell.
 */
export interface CompletionData {
  readonly uri?: string;
  readonly name?: string;
  readonly word?: 'kind' | 'property' | 'modifier';
}

/** What a client takes. */
export interface CompletionClient {
  readonly snippets: boolean;
  /** Whether it can have the server declare a name when an item is taken. */
  readonly declares: boolean;
  /** Whether it takes the range and the data that items share once for the whole list. */
  readonly defaults: boolean;
  /** Whether its user chooses if what stands of a word behind the cursor is kept or replaced. */
  readonly replaces: boolean;
}

/**
 * What can be written at the cursor.
 *
 * @param today the day that counts as today for dates that are offered: that as of which the project is seen
 * @param isWhole whether all files of the project are read: nobody declares what a file that is not read may declare already
 */
export function completionsAt(
  cursor: Cursor,
  today: number,
  client: CompletionClient,
  isWhole = true,
): CompletionList {
  const context = contextAt(cursor.document, cursor.index, cursor.offset);
  const completions = new Completions(cursor, context, today, client, isWhole);
  return completions.list();
}

/**
 * Fills in what an item tells: the card of a declared name and one line about it, or the reference of a word of the
 * language.
 *
 * @param projectOf the project of a file
 * @param today what is seen as of another day says so
 */
export function resolveCompletion(
  item: CompletionItem,
  projectOf: (uri: string) => Project | undefined,
  today?: number,
): CompletionItem {
  const data: CompletionData = item.data ?? {};
  if (data.word) {
    const value = reference(data.word, item.label);
    return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
  }
  const project = data.uri === undefined ? undefined : projectOf(data.uri);
  const declaration = project?.find(data.name ?? item.label);
  if (!project || !declaration) return item;
  return {
    ...item,
    detail: lineOf(project, declaration),
    documentation: { kind: MarkupKind.Markdown, value: cardOf(project, declaration, today) },
  };
}

function reference(of: NonNullable<CompletionData['word']>, word: string): string | undefined {
  switch (of) {
    case 'kind':
      return isKind(word) ? referenceOf({ type: of, word }) : undefined;
    case 'property':
      return isProperty(word) ? referenceOf({ type: of, word }) : undefined;
    case 'modifier':
      return isModifier(word) ? referenceOf({ type: of, word }) : undefined;
  }
}

class Completions {
  private readonly items: CompletionItem[] = [];
  private readonly prefix: string;
  /** What is replaced by whatever is taken. */
  private readonly range: TakenRange;
  private incomplete = false;

  constructor(
    private readonly cursor: Cursor,
    private readonly context: Context,
    private readonly today: number,
    private readonly client: CompletionClient,
    private readonly isWhole: boolean,
  ) {
    const { item, offset } = cursor;
    this.range = takenRange(cursor, context, client);
    const written = item?.text.slice(Math.max(0, context.start), offset) ?? '';
    this.prefix = context.quoted ? written.slice(1) : written;
  }

  list(): CompletionList {
    this.collect();
    const { incomplete: isIncomplete, items } = this;
    if (!this.client.defaults) return { isIncomplete, items };
    const data: CompletionData = { uri: this.cursor.uri };
    return { isIncomplete, itemDefaults: { editRange: this.range, data }, items };
  }

  private collect(): void {
    const { context } = this;
    if (context.quoted) return this.inQuotes();
    if (context.at === 'declaration' || context.at === 'nothing') this.statement();
    switch (context.at) {
      case 'declaration':
        return this.kinds();
      case 'party':
        return this.parties(context.kind, context.side);
      case 'operator':
        return this.operators(context.kind);
      case 'path':
        return this.paths(context.name);
      case 'property':
        return this.properties(context.kind, context.present);
      case 'value':
        return this.values(context.property);
      case 'modifier':
        return this.modifiers(context.property, context.present);
      case 'modifierValue':
        return this.modifierValues(context.modifier);
      case 'nothing':
        return;
    }
  }

  /** What can stand in quotes: names, and texts that come back; whoever writes a remark is left alone. */
  private inQuotes(): void {
    const { context } = this;
    switch (context.at) {
      case 'party':
        if (kinds[context.kind].relation !== 'currencies')
          this.names(partyTarget(context.kind, context.side));
        return;
      case 'value': {
        const { values, target } = properties[context.property];
        if (values.includes('reference')) this.names(target ?? 'any');
        return this.usedTexts(context.property);
      }
      case 'modifierValue': {
        const { value } = modifiers[context.modifier];
        if (value === 'source' || value === 'party' || value === 'valued') this.names(value);
        return;
      }
      default:
        return;
    }
  }

  private kinds(): void {
    // What stands behind a kind already would stand behind its whole block.
    const behind = this.textBehind().trimStart();
    const isForm = this.client.snippets && (behind === '' || behind.startsWith('/'));
    for (const kind of kindNames) {
      this.add(kind, CompletionItemKind.Keyword, {
        word: 'kind',
        detail: l10n.t(kinds[kind].docs),
        ...(isForm
          ? { snippet: datedNow(kinds[kind].snippet, this.today) }
          : behind !== '' && { insert: this.spaced(kind) }),
      });
    }
    if (!isForm) return;
    for (const { label, docs, snippet } of templates) {
      this.add(l10n.t(label), CompletionItemKind.Snippet, {
        detail: l10n.t(docs),
        snippet: datedNow(snippet, this.today),
        rank: Rank.Later,
      });
    }
  }

  /** The declaration of the deal that the line tells in prose. */
  private statement(): void {
    const { cursor, client } = this;
    const { document, index, item, offset, project } = cursor;
    if (!client.snippets) return;
    const parties = project.directory.namesFor('party');
    const statement = statementAt(item, offset, (called) => parties.called(called), this.isWhole);
    // A word more can make it a deal.
    if (this.context.at === 'nothing') this.incomplete = true;
    if (!statement || !item) return;
    const { kind, left, right, start, end } = statement;
    const month = datedNow('2025-01', this.today);
    const range = rangeIn(document, index, { start, end });
    this.items.push({
      label: l10n.t('{0} → {1}', left.title, right.title),
      labelDetails: { description: l10n.t('as {0}', kind) },
      kind: CompletionItemKind.Snippet,
      detail: l10n.t('Write this line as a deal'),
      // What is replaced is what is compared.
      filterText: item.text.slice(start, end),
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { range, newText: snippetOf(project, statement, month) },
      sortText: `${Rank.First}`,
      preselect: true,
      ...(client.defaults && { data: {} satisfies CompletionData }),
    });
  }

  private operators(kind: KindName): void {
    const { relation } = kinds[kind];
    if (relation === 'claim') {
      for (const [verb, { docs }] of Object.entries(verbs)) {
        this.add(verb, CompletionItemKind.Operator, { detail: l10n.t(docs) });
      }
    }
    if (relation === 'directed' || relation === 'currencies' || relation === 'any') {
      this.add('->', CompletionItemKind.Operator, { detail: l10n.t('from the left to the right') });
    }
    if (relation === 'mutual' || relation === 'any') {
      this.add('<->', CompletionItemKind.Operator, { detail: l10n.t('between equals') });
    }
  }

  private parties(kind: KindName, side: 'left' | 'right'): void {
    const { relation } = kinds[kind];
    if (relation === 'currencies') return this.currencies('');
    const target = partyTarget(kind, side);
    this.names(target);
    if (target === 'party' && relation !== 'claim') {
      this.add(undisclosed, CompletionItemKind.Constant, {
        detail: l10n.t('somebody who is not known'),
        rank: Rank.Last,
      });
    }
  }

  private paths(name: string): void {
    const declaration = this.cursor.project.find(name);
    if (!declaration) return;
    const present = new Set(declaration.facts.map((fact) => fact.name));
    for (const property of propertiesOf(declaration.kind)) {
      this.add(property, CompletionItemKind.Property, {
        word: 'property',
        detail: l10n.t(properties[property].docs),
        rank: present.has(property) ? Rank.First : Rank.Usual,
      });
    }
  }

  private properties(kind: KindName, present: ReadonlySet<string>): void {
    propertiesOf(kind).forEach((name) => {
      const { many, docs } = properties[name];
      if (present.has(name) && !many) return;
      this.add(name, CompletionItemKind.Property, {
        word: 'property',
        detail: isRequired(kind, name) ? l10n.t('required · {0}', l10n.t(docs)) : l10n.t(docs),
        insert: this.spaced(name),
        rank: isRequired(kind, name) ? Rank.First : Rank.Usual,
      });
    });
  }

  private values(property: PropertyName): void {
    const { values, target, vocabulary } = properties[property];
    const { item } = this.cursor;
    for (const { text, detail } of figuresFor(item && interpret(item), property)) {
      this.add(text, CompletionItemKind.Value, { detail, rank: Rank.First });
    }
    for (const type of values) this.valuesOf(type, target);
    if (vocabulary) {
      for (const [word, { docs }] of Object.entries(vocabularies[vocabulary])) {
        this.add(word, CompletionItemKind.EnumMember, { detail: l10n.t(docs) });
      }
    }
    if (values.includes('text') || values.includes('word')) this.usedTexts(property);
  }

  private modifiers(property: PropertyName, present: ReadonlySet<ModifierName>): void {
    for (const name of properties[property].modifiers) {
      if (present.has(name)) continue;
      this.add(name, CompletionItemKind.Keyword, {
        word: 'modifier',
        detail: l10n.t(modifiers[name].docs),
        insert: modifiers[name].value === 'flag' ? name : this.spaced(name),
      });
    }
    if (properties[property].values.includes('quantity') && /\d$/.test(this.textBefore().trimEnd()))
      this.units('');
  }

  private modifierValues(modifier: ModifierName): void {
    const { value } = modifiers[modifier];
    switch (value) {
      case 'date':
      case 'duration':
      case 'money':
        return this.valuesOf(value, undefined);
      case 'source':
      case 'party':
      case 'valued':
        return this.names(value);
      case 'role':
        for (const [word, { docs }] of Object.entries(vocabularies.role)) {
          this.add(word, CompletionItemKind.EnumMember, { detail: l10n.t(docs) });
        }
        return;
      default:
        return;
    }
  }

  private valuesOf(type: ValueType, target: ReferenceTarget | undefined): void {
    switch (type) {
      case 'reference':
        return this.names(target ?? 'any');
      case 'money':
        return this.money();
      case 'date':
        return this.dates();
      case 'duration':
        return this.suffixes([
          ['y', l10n.t('years')],
          ['mo', l10n.t('months')],
          ['d', l10n.t('days')],
        ]);
      case 'percent':
        return this.suffixes([['%', l10n.t('percent')]]);
      case 'multiple':
        return this.suffixes([['x', l10n.t('times')]]);
      case 'quantity':
        return this.units(this.prefix);
      case 'url':
        return this.client.snippets && this.prefix === ''
          ? this.add('<https://>', CompletionItemKind.Reference, { snippet: '<https://$1>' })
          : undefined;
      default:
        return;
    }
  }

  private money(): void {
    if (/\d$/.test(this.prefix)) {
      return this.suffixes([
        ['K', l10n.t('thousand')],
        ['M', l10n.t('million')],
        ['B', l10n.t('billion')],
        ['T', l10n.t('trillion')],
      ]);
    }
    this.add(undisclosed, CompletionItemKind.Constant, {
      detail: l10n.t('a figure nobody has disclosed'),
      rank: Rank.Later,
    });
    if (this.prefix === '' || /^[A-Z]/i.test(this.prefix)) this.currencies(' ');
  }

  private currencies(after: string): void {
    for (const { code, name } of currencies) {
      const symbol = symbolOf(code);
      const insert = after && symbol ? symbol : `${code}${after}`;
      this.add(code, CompletionItemKind.Unit, {
        detail: name,
        insert,
        rank: symbol ? Rank.First : Rank.Usual,
        filter: `${code} ${name}`,
      });
    }
  }

  private dates(): void {
    // Who has written a date wants it no more exact than it is known.
    if (readDate(this.prefix).ok) return;
    const { document, index } = this.cursor;
    const near = datesAround(document, index);
    for (const date of near) {
      this.add(date, CompletionItemKind.Value, { detail: l10n.t('used near here'), rank: Rank.First });
    }
    const { year, month, day } = fromDay(this.today);
    const two = (part: number) => String(part).padStart(2, '0');
    const isToday = this.today === this.cursor.project.today;
    const offers: [string, string][] = [
      [
        `${year}-${two(month)}-${two(day)}`,
        isToday ? l10n.t('today') : l10n.t('the day as of which the project is seen'),
      ],
      [`${year}-${two(month)}`, isToday ? l10n.t('this month') : l10n.t('its month')],
      [`${year}-Q${Math.ceil(month / 3)}`, isToday ? l10n.t('this quarter') : l10n.t('its quarter')],
      [String(year), isToday ? l10n.t('this year') : l10n.t('its year')],
    ];
    for (const [label, detail] of offers)
      if (!near.includes(label)) this.add(label, CompletionItemKind.Value, { detail });
  }

  /** Offers what can follow the digits that stand there. */
  private suffixes(offers: readonly (readonly [string, string])[]): void {
    if (!/\d$/.test(this.prefix)) return;
    for (const [suffix, detail] of offers)
      this.add(this.prefix + suffix, CompletionItemKind.Unit, { detail });
  }

  private units(digits: string): void {
    if (digits !== '' && !/\d$/.test(digits)) return;
    for (const unit of unitWords) this.add(digits + unit, CompletionItemKind.Unit, {});
  }

  private names(target: ReferenceTarget): void {
    const { project, uri, item } = this.cursor;
    if (target === 'resource' && !this.context.quoted) {
      for (const [name, { docs }] of Object.entries(builtInResources)) {
        this.add(name, CompletionItemKind.Constant, { detail: l10n.t(docs) });
      }
    }
    const partners = this.partners();
    const { preferred, others, isComplete } = project.directory.namesFor(target).find({
      typed: this.prefix,
      preferred: new Set([...partners, ...namesAround(this.cursor)]),
      without: item,
      most: mostNames,
    });
    if (!isComplete) this.incomplete = true;
    for (const declaration of preferred) {
      this.addName(declaration, partners.has(declaration) ? Rank.Partner : Rank.OwnName);
    }
    for (const declaration of others) {
      this.addName(declaration, project.uriOf(declaration.item) === uri ? Rank.OwnName : Rank.OtherName);
    }
    this.newNames(target, [...preferred, ...others]);
  }

  /** Those who stand on the other side of deals with whom this deal names already. */
  private partners(): Set<Declaration> {
    const { item, project } = this.cursor;
    const { context } = this;
    const declaration = item && interpret(item);
    if (!declaration || context.at !== 'party' || kinds[context.kind].group !== 'deal') return new Set();
    return counterpartiesOf(project, context.side === 'right' ? declaration.left : declaration.right);
  }

  /** What is typed, where no name starts so: as one that is declared when it is taken. */
  private newNames(target: ReferenceTarget, known: readonly Declaration[]): void {
    const { client, context, cursor, prefix } = this;
    // Nobody means the first half of a word as a name.
    if (context.end - (context.quoted ? 1 : 0) > cursor.offset) return;
    const name = context.quoted ? unescaped(prefix) : prefix;
    const typed = name.toLowerCase();
    if (!client.declares || !this.isWhole || !/^[\p{L}_]./u.test(name) || cursor.project.find(name)) return;
    if (known.some((one) => textsOf(one).some((text) => text.toLowerCase().startsWith(typed)))) return;
    const offered = kindsFor(target);
    // The name grows with what is typed.
    if (offered.length > 0) this.incomplete = true;
    for (const kind of offered) {
      const title = l10n.t('Declare {0} “{1}”', kind, excerpt(name));
      this.push(name, writeName(name), Rank.Last, {
        kind: itemKinds[kinds[kind].group],
        labelDetails: { description: l10n.t('new {0}', kind) },
        filter: prefix,
        data: client.defaults ? {} : undefined,
        command: { title, command: declareCommand, arguments: [cursor.uri, kind, name] },
      });
    }
  }

  private addName(declaration: Declaration, rank: Rank): void {
    const { name, title, kind } = declaration;
    const written = writeName(name);
    const label = excerpt(name);
    const filter = [written, ...textsOf(declaration).slice(1)].join(' ');
    const { uri } = this.cursor;
    const data: CompletionData | undefined =
      this.client.defaults && label === name ? undefined : { uri, name };
    this.push(label, written, rank, {
      kind: itemKinds[kinds[kind].group],
      labelDetails: { description: title === name ? kindLabel(kind) : `${kindLabel(kind)} · ${title}` },
      filter,
      data,
    });
  }

  /** Texts that the project has for that property already, such as publishers and sectors. */
  private usedTexts(property: PropertyName): void {
    if (!reused.has(property)) return;
    const { texts, isComplete } = this.cursor.project.directory
      .textsIn(property)
      .find(this.prefix, mostNames);
    if (!isComplete) this.incomplete = true;
    // What is being typed stands in the project by itself.
    for (const { text, written } of texts.filter(({ text: used }) => used !== this.quotedText()))
      this.add(text, CompletionItemKind.Text, { insert: written, filter: written });
  }

  private add(
    label: string,
    kind: CompletionItemKind,
    more: {
      readonly detail?: string;
      readonly word?: CompletionData['word'];
      readonly insert?: string;
      readonly snippet?: string;
      readonly filter?: string;
      readonly rank?: Rank;
    },
  ): void {
    const data: CompletionData | undefined = more.word
      ? { word: more.word }
      : this.client.defaults
        ? {}
        : undefined;
    this.push(label, more.snippet ?? more.insert ?? label, more.rank ?? Rank.Usual, {
      kind,
      filter: more.filter ?? label,
      data,
      ...(more.snippet !== undefined && { insertTextFormat: InsertTextFormat.Snippet }),
      // Plain text, where Markdown means nothing.
      ...(more.detail && { detail: more.detail.replaceAll('`', '') }),
    });
  }

  /** Adds an item, without what follows from its label or from what the whole list says. */
  private push(
    label: string,
    newText: string,
    rank: Rank,
    {
      filter,
      data,
      ...more
    }: Omit<CompletionItem, 'label'> & {
      readonly filter: string;
      readonly data: CompletionData | undefined;
    },
  ): void {
    const filterText = this.filtered(filter);
    const order = String(this.items.length).padStart(4, '0');
    this.items.push({
      label,
      ...more,
      ...(filterText !== label && { filterText }),
      ...this.taking(label, newText),
      sortText: `${rank}${order}`,
      ...(data !== undefined && { data }),
    });
  }

  private taking(label: string, newText: string): Pick<CompletionItem, 'textEdit' | 'textEditText'> {
    const { range } = this;
    if (!this.client.defaults)
      return { textEdit: 'insert' in range ? { ...range, newText } : { range, newText } };
    return newText === label ? {} : { textEditText: newText };
  }

  /** Editors compare what is replaced up to the cursor, its opening quote included. */
  private filtered(text: string): string {
    return this.context.quoted && !text.startsWith('"') ? `"${text}` : text;
  }

  /** The text in quotes that the cursor is in, as it stands there. */
  private quotedText(): string | undefined {
    const { quoted, start, end } = this.context;
    return quoted ? this.cursor.item?.text.slice(start + 1, end).replace(/"$/, '') : undefined;
  }

  /** A word with a space behind it for its value, unless that stands there already. */
  private spaced(word: string): string {
    return /^[ \t]+[^\s};]/.test(this.textBehind()) ? word : `${word} `;
  }

  /** What stands on the line behind the word that is being written. */
  private textBehind(): string {
    return /^[^\r\n]*/.exec(this.cursor.item?.text.slice(this.context.end) ?? '')?.[0] ?? '';
  }

  private textBefore(): string {
    return this.cursor.item?.text.slice(0, this.context.start) ?? '';
  }
}

/** What a declaration is called: its name, then its display name and aliases. */
function textsOf(declaration: Declaration): string[] {
  const { name, title } = declaration;
  const aliases = factsOf(declaration, 'aka').flatMap(({ values }) => values.map(({ node }) => node.text));
  return [name, ...(title === name ? [] : [title]), ...aliases];
}

/** What stands on a side of a relation. */
function partyTarget(kind: KindName, side: 'left' | 'right'): ReferenceTarget {
  return kinds[kind].relation === 'claim' && side === 'right' ? 'any' : 'party';
}

/** A snippet with today where the table has a sample date, so that a date that is left as it is was at least meant. */
function datedNow(snippet: string, today: number): string {
  const { year, month, day } = fromDay(today);
  const two = (part: number) => String(part).padStart(2, '0');
  return snippet.replace(/\b2025(-01(-\d\d)?)?\b/g, (_, ofMonth?: string, ofDay?: string) =>
    [String(year), ofMonth && two(month), ofDay && two(day)].filter(Boolean).join('-'),
  );
}

/** Properties whose texts come back from one declaration to the next. */
const reused: ReadonlySet<PropertyName> = new Set([
  'publisher',
  'author',
  'sector',
  'country',
  'location',
  'tags',
  'role',
]);

const itemKinds: Readonly<Record<KindGroup, CompletionItemKind>> = {
  party: CompletionItemKind.Class,
  deal: CompletionItemKind.Event,
  fact: CompletionItemKind.Value,
  evidence: CompletionItemKind.Reference,
  vocabulary: CompletionItemKind.Constant,
  view: CompletionItemKind.Module,
};

/** In which order items are shown that match what is typed equally well. */
const enum Rank {
  First,
  Usual,
  Later,
  /** On the other side of deals with whom the deal names already. */
  Partner,
  /** Declared in this file, or used around the cursor. */
  OwnName,
  OtherName,
  Last,
}

/** So many items before and as many behind the cursor are looked at for names that are in use there. */
const around = 50;

/** What is declared or mentioned around the cursor. */
function namesAround({ document, index }: Cursor): Set<Declaration> {
  const found = new Set<Declaration>();
  for (let at = Math.max(0, index - around); at <= index + around; at++) {
    const item = document.item(at);
    const names = item && interpret(item)?.names;
    if (!names) continue;
    for (const name of names) for (const declaration of name.declarations) found.add(declaration);
  }
  return found;
}
