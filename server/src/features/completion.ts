import * as l10n from '@vscode/l10n';
import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver-types';
import { contextAt, type Context } from '../language/context';
import { excerpt } from '../language/excerpt';
import { quote, writeName } from '../language/quote';
import {
  builtInResources,
  fitsTarget,
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
} from '../language/schema';
import { factsOf, type Declaration } from '../model/declaration';
import type { Project } from '../project/project';
import { currencies, symbolOf } from '../values/currency';
import { fromDay } from '../values/date';
import { unitWords } from '../values/units';
import { rangeIn, type Cursor } from './locations';
import { kindReference, modifierReference, propertyReference } from './hover';
import { kindLabel } from './summary/names';
import { cardOf, lineOf } from './summary/summary';

/** More names than this are not sent; the list is asked for again as more is typed. */
const mostNames = 300;

/** What `completionItem/resolve` needs to find the declaration again. */
export interface CompletionData {
  readonly uri: string;
  readonly name: string;
}

/**
 * What can be written at the cursor.
 *
 * @param today the day number of today, for dates
 * @param snippets whether the client takes snippets
 */
export function completionsAt(cursor: Cursor, today: number, snippets: boolean): CompletionList {
  const context = contextAt(cursor.document, cursor.index, cursor.offset);
  const completions = new Completions(cursor, context, today, snippets);
  return completions.list();
}

/** Fills in what an item of a declared name tells about it: its card, and one line. */
export function resolveCompletion(project: Project, item: CompletionItem, name: string): CompletionItem {
  const declaration = project.find(name);
  if (!declaration) return item;
  return {
    ...item,
    detail: lineOf(project, declaration),
    documentation: { kind: MarkupKind.Markdown, value: cardOf(project, declaration) },
  };
}

class Completions {
  private readonly items: CompletionItem[] = [];
  private readonly prefix: string;
  private incomplete = false;

  constructor(
    private readonly cursor: Cursor,
    private readonly context: Context,
    private readonly today: number,
    private readonly snippets: boolean,
  ) {
    const { item, offset } = cursor;
    const written = item?.text.slice(Math.max(0, context.start), offset) ?? '';
    this.prefix = context.quoted ? written.slice(1) : written;
  }

  list(): CompletionList {
    this.collect();
    return { isIncomplete: this.incomplete, items: this.items };
  }

  private collect(): void {
    const { context } = this;
    if (context.quoted) return this.inQuotes();
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
    for (const kind of kindNames) {
      this.add(kind, CompletionItemKind.Keyword, {
        documentation: kindReference(kind),
        detail: l10n.t(kinds[kind].docs),
        ...(this.snippets && { snippet: datedNow(kinds[kind].snippet, this.today) }),
      });
    }
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
      this.add(undisclosed, CompletionItemKind.Constant, { detail: l10n.t('somebody who is not known') });
    }
  }

  private paths(name: string): void {
    const declaration = this.cursor.project.find(name);
    if (!declaration) return;
    const present = new Set(declaration.facts.map((fact) => fact.name));
    for (const property of propertiesOf(declaration.kind)) {
      this.add(property, CompletionItemKind.Property, {
        documentation: propertyReference(property),
        detail: l10n.t(properties[property].docs),
        rank: present.has(property) ? 0 : 1,
      });
    }
  }

  private properties(kind: KindName, present: ReadonlySet<string>): void {
    propertiesOf(kind).forEach((name) => {
      const { many, docs } = properties[name];
      if (present.has(name) && !many) return;
      this.add(name, CompletionItemKind.Property, {
        documentation: propertyReference(name),
        detail: isRequired(kind, name) ? l10n.t('required · {0}', l10n.t(docs)) : l10n.t(docs),
        insert: `${name} `,
        rank: isRequired(kind, name) ? 0 : 1,
      });
    });
  }

  private values(property: PropertyName): void {
    const { values, target, vocabulary } = properties[property];
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
        documentation: modifierReference(name),
        detail: l10n.t(modifiers[name].docs),
        insert: modifiers[name].value === 'flag' ? name : `${name} `,
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
        return this.snippets && this.prefix === ''
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
      rank: 2,
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
        rank: symbol ? 0 : 1,
        filter: `${code} ${name}`,
      });
    }
  }

  private dates(): void {
    const { year, month, day } = fromDay(this.today);
    const two = (part: number) => String(part).padStart(2, '0');
    const offers: [string, string][] = [
      [`${year}-${two(month)}-${two(day)}`, l10n.t('today')],
      [`${year}-${two(month)}`, l10n.t('this month')],
      [`${year}-Q${Math.ceil(month / 3)}`, l10n.t('this quarter')],
      [String(year), l10n.t('this year')],
    ];
    offers.forEach(([label, detail], rank) => this.add(label, CompletionItemKind.Value, { detail, rank }));
  }

  /** Offers what can follow the digits that stand there. */
  private suffixes(offers: readonly (readonly [string, string])[]): void {
    if (!/\d$/.test(this.prefix)) return;
    offers.forEach(([suffix, detail], rank) =>
      this.add(this.prefix + suffix, CompletionItemKind.Unit, { detail, rank }),
    );
  }

  private units(digits: string): void {
    if (digits !== '' && !/\d$/.test(digits)) return;
    for (const unit of unitWords) this.add(digits + unit, CompletionItemKind.Unit, {});
  }

  private names(target: ReferenceTarget): void {
    const { project, uri } = this.cursor;
    const wanted = this.prefix.toLowerCase();
    let count = 0;
    for (const kind of kindNames) {
      if (!fitsTarget(kind, target)) continue;
      for (const declaration of project.ofKind(kind)) {
        if (declaration.item === this.cursor.item || !couldMatch(declaration, wanted)) continue;
        if (++count > mostNames) {
          this.incomplete = true;
          return;
        }
        this.addName(declaration, uri);
      }
    }
    if (target === 'resource' && !this.context.quoted) {
      for (const [name, { docs }] of Object.entries(builtInResources)) {
        this.add(name, CompletionItemKind.Constant, { detail: l10n.t(docs) });
      }
    }
  }

  private addName(declaration: Declaration, uri: string): void {
    const { name, title, kind } = declaration;
    const data: CompletionData = { uri, name };
    const aliases = factsOf(declaration, 'aka').flatMap((fact) =>
      fact.node.values.map((value) => value.text),
    );
    this.items.push({
      ...this.base(excerpt(name), writeName(name)),
      kind: itemKinds[kinds[kind].group],
      labelDetails: { description: title === name ? kindLabel(kind) : `${kindLabel(kind)} · ${title}` },
      filterText: this.filtered([writeName(name), title, ...aliases].join(' ')),
      sortText: `1${name.toLowerCase()}`,
      data,
    });
  }

  /** Texts that the project has for that property already, such as publishers and sectors. */
  private usedTexts(property: PropertyName): void {
    if (!reused.has(property)) return;
    const used = new Map<string, string>();
    for (const kind of properties[property].on) {
      for (const declaration of this.cursor.project.ofKind(kind)) {
        if (used.size >= mostNames) return;
        for (const fact of factsOf(declaration, property)) {
          for (const { node } of fact.values) {
            used.set(node.text, node.type === 'name' && node.quoted ? quote(node.text) : node.text);
          }
        }
      }
    }
    for (const [text, written] of used)
      this.add(text, CompletionItemKind.Text, { insert: written, filter: written });
  }

  private add(
    label: string,
    kind: CompletionItemKind,
    more: {
      readonly detail?: string;
      readonly documentation?: string;
      readonly insert?: string;
      readonly snippet?: string;
      readonly filter?: string;
      readonly rank?: number;
    },
  ): void {
    const order = String(this.items.length).padStart(4, '0');
    this.items.push({
      ...this.base(label, more.snippet ?? more.insert ?? label),
      kind,
      sortText: `${more.rank ?? 1}${order}`,
      filterText: this.filtered(more.filter ?? label),
      ...(more.snippet !== undefined && { insertTextFormat: InsertTextFormat.Snippet }),
      ...(more.detail && { detail: more.detail }),
      ...(more.documentation && { documentation: { kind: MarkupKind.Markdown, value: more.documentation } }),
    });
  }

  private base(label: string, newText: string): Pick<CompletionItem, 'label' | 'textEdit'> {
    const { document, index } = this.cursor;
    return {
      label,
      textEdit: {
        range: rangeIn(document, index, { start: this.context.start, end: this.context.end }),
        newText,
      },
    };
  }

  /** Editors compare what is replaced up to the cursor, its opening quote included. */
  private filtered(text: string): string {
    return this.context.quoted && !text.startsWith('"') ? `"${text}` : text;
  }

  private textBefore(): string {
    return this.cursor.item?.text.slice(0, this.context.start) ?? '';
  }
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

/** Whether the letters of what is typed come in this order in the name, its display name or an alias. */
function couldMatch(declaration: Declaration, wanted: string): boolean {
  if (wanted === '') return true;
  const aliases = factsOf(declaration, 'aka').flatMap((fact) => fact.node.values.map((value) => value.text));
  return [declaration.name, declaration.title, ...aliases].some((text) =>
    isSubsequence(wanted, text.toLowerCase()),
  );
}

function isSubsequence(wanted: string, text: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
