import { kindNames, kinds } from '../../language/schema';
import { DealDocument } from '../../language/document';
import { formatItems } from '../../language/format/items';
import type { Item } from '../../language/item';
import type { PropertyNode } from '../../language/tree';
import type { Declaration } from '../../model/declaration';
import type { Fix } from '../../project/check';
import { lineBreakOf, propertyBefore, propertyRemoval, withEdits } from '../../project/edits';
import type { Project } from '../../project/project';
import type { DeclarationRecord, PropertyRecord } from '../record';
import { recordOf } from '../record-of';
import { headerText, propertyText } from '../text-of';
import type { ImportedDeal } from './imported';
import { fieldRecord, keyField, keyFactOf } from './key';
import { lineMark, partsOf, readState, stateOf } from './state';

type Edit = Fix['edits'][number];

/** What a file says otherwise than before, and somebody has changed by hand: that stays. */
export interface ByHand {
  readonly deal: string;
  readonly key: string;
  /** The property, `relation` or `title`. */
  readonly part: string;
  /** As the file says it. */
  readonly said: string;
}

/** What an import changes in a project. */
export interface Update {
  /** The new text of each file that is changed, by URI. */
  readonly texts: ReadonlyMap<string, string>;
  readonly added: readonly ImportedDeal[];
  readonly changed: number;
  readonly unchanged: number;
  /** Deals that were imported under the same scopes before, and are no longer among what is imported: they stay. */
  readonly gone: readonly { readonly name: string; readonly key: string }[];
  readonly byHand: readonly ByHand[];
  /** Where most deals are new: how many of them are there already, between the same parties, by the scope they have there. */
  readonly elsewhere: readonly { readonly scope: string; readonly of: string; readonly count: number }[];
}

/** Compares what is imported with what was imported before. */
export function updateOf(deals: readonly ImportedDeal[], project: Project | undefined): Update {
  const known = knownDeals(project);
  const added: ImportedDeal[] = [];
  const byHand: ByHand[] = [];
  const texts = new Map<Item, string>();
  const scopes = new Set<string>();
  const seen = new Set<string>();
  let unchanged = 0;
  for (const deal of deals) {
    seen.add(deal.key);
    scopes.add(scopeIn(deal.key));
    const declaration = known.get(deal.key);
    if (!declaration) {
      added.push(deal);
      continue;
    }
    const merged = mergedInto(declaration, deal, byHand);
    if (merged === undefined) unchanged++;
    else texts.set(declaration.item, merged);
  }
  const gone = [...known].flatMap(([key, { name }]) =>
    !seen.has(key) && scopes.has(scopeIn(key)) ? [{ name, key }] : [],
  );
  const elsewhere = added.length * 2 > deals.length ? underOtherScopes(added, known) : [];
  return { texts: fileTexts(project, texts), added, changed: texts.size, unchanged, gone, byHand, elsewhere };
}

/** Counts deals that are there under another scope: the file was mostly called otherwise before. */
function underOtherScopes(
  added: readonly ImportedDeal[],
  known: ReadonlyMap<string, Declaration>,
): Update['elsewhere'] {
  const others = new Map<string, [key: string, deal: Declaration][]>();
  for (const entry of known) {
    const bare = withoutScope(entry[0]);
    const alike = others.get(bare);
    if (alike) alike.push(entry);
    else others.set(bare, [entry]);
  }
  const counts = new Map<string, { scope: string; of: string; count: number }>();
  for (const { key, record } of added) {
    const parties = partiesText(record);
    const same = others
      .get(withoutScope(key))
      ?.find(([, deal]) => partiesText(recordOf(deal).record) === parties);
    if (!same) continue;
    const [scope, of] = [scopeIn(same[0]), scopeIn(key)];
    const found = counts.get(`${scope}: ${of}`);
    if (found) found.count++;
    else counts.set(`${scope}: ${of}`, { scope, of, count: 1 });
  }
  return [...counts.values()];
}

function withoutScope(key: string): string {
  const at = key.indexOf(': ');
  return at < 0 ? key : key.slice(at + 2);
}

function partiesText({ relation }: DeclarationRecord): string {
  const side = (names: readonly { readonly name: string }[] = []) => names.map(({ name }) => name).sort();
  return JSON.stringify([side(relation?.left), side(relation?.right)]);
}

function scopeIn(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf(': ')));
}

/** All deals of a project that were imported, by key. */
function knownDeals(project: Project | undefined): Map<string, Declaration> {
  const known = new Map<string, Declaration>();
  for (const kind of kindNames) {
    if (!project || (kinds[kind].group !== 'deal' && kind !== 'holding')) continue;
    for (const declaration of project.ofKind(kind)) {
      const key = keyFactOf(declaration)?.key;
      if (key !== undefined && !known.has(key)) known.set(key, declaration);
    }
  }
  return known;
}

function fileTexts(project: Project | undefined, texts: ReadonlyMap<Item, string>): Map<string, string> {
  const files = new Map<string, string>();
  if (!project || texts.size === 0) return files;
  const uris = new Set([...texts.keys()].map((item) => project.uriOf(item)));
  for (const uri of uris) {
    const document = uri === undefined ? undefined : project.document(uri);
    if (uri === undefined || !document) continue;
    const lineBreak = lineBreakOf(document.items[0]?.text ?? '');
    const text = document.items
      .map((item) => texts.get(item)?.replace(/\r\n?|\n/g, lineBreak) ?? item.text)
      .join('');
    files.set(uri, text);
  }
  return files;
}

/**
 * The text of a declaration, with what is imported in the place of what was imported before. Lines that somebody wrote or
 * changed stay; where the file says another thing of them now, that is noted.
 * @returns undefined where the file says the same as before
 */
function mergedInto(
  declaration: Declaration,
  { key, record }: ImportedDeal,
  byHand: ByHand[],
): string | undefined {
  const { item, node } = declaration;
  const own = keyFactOf(declaration)?.fact.node;
  const imported = { ...record, properties: record.properties.filter((line) => !isKey(line)) };
  const state = stateOf(imported);
  const before = own && stateIn(own);
  if (!own || before === undefined || before === state) return undefined;
  const there = recordOf(declaration).record;
  const nodes = (node.body?.properties ?? []).filter(({ broken }) => !broken);
  const lines = there.properties.map((line, at) => ({ mark: lineMark(line), line, node: nodes[at] }));
  const base = readState(before);
  const edits: Edit[] = [];
  const note = (part: string, said: string) => byHand.push({ deal: declaration.name, key, part, said });

  const header = headerEdit(declaration, there, imported, base, note);
  if (header) edits.push(header);
  const names = new Set([...base.map(({ of }) => of), ...imported.properties.map(({ name }) => name)]);
  names.delete('relation');
  names.delete('title');
  for (const name of names) {
    const was = base.filter(({ of }) => of === name).map(({ mark }) => mark);
    const now = imported.properties.filter((line) => line.name === name);
    const nowMarks = new Set(now.map(lineMark));
    const written = lines.filter(({ line }) => line.name === name);
    const outdated = was.filter((mark) => !nowMarks.has(mark));
    const untouched = written.filter(({ mark }) => outdated.includes(mark));
    const fresh = now.filter(
      (line) => !was.includes(lineMark(line)) && !written.some(({ mark }) => mark === lineMark(line)),
    );
    // For each line that somebody has changed or taken away, one that the file says otherwise stays out.
    const hands = Math.max(0, outdated.length - untouched.length);
    for (const line of fresh.slice(0, hands)) note(name, propertyText(line));
    const added = fresh.slice(hands);
    untouched.forEach(({ node: old }, at) => {
      const line = added[at];
      if (old)
        edits.push(
          line ? { start: old.start, end: old.end, text: propertyText(line) } : propertyRemoval(item, old),
        );
    });
    for (const line of added.slice(untouched.length))
      edits.push(propertyBefore(item, own, propertyText(line)));
  }
  edits.push({ start: own.start, end: own.end, text: propertyText(fieldRecord(keyField, key, state)) });
  return formatted(item, withEdits(item.text, edits));
}

function isKey({ name, values }: PropertyRecord): boolean {
  return name === 'field' && values[0]?.text === `"${keyField}"`;
}

/** What was imported, as its line of the key says; undefined where somebody has taken that away. */
function stateIn(line: PropertyNode): string | undefined {
  const note = line.modifiers.find(({ name }) => name === 'note')?.values[0];
  return note?.type === 'name' ? note.text : undefined;
}

function headerEdit(
  { node }: Declaration,
  there: DeclarationRecord,
  imported: DeclarationRecord,
  base: ReturnType<typeof readState>,
  note: (part: string, said: string) => void,
): Edit | undefined {
  const mark = (parts: ReturnType<typeof partsOf>, name: string) => parts.find(({ of }) => of === name)?.mark;
  const own = partsOf({ ...there, properties: [] });
  const fresh = partsOf({ ...imported, properties: [] });
  const takes = (name: string): boolean => {
    if (mark(base, name) === mark(fresh, name) || mark(own, name) === mark(fresh, name)) return false;
    if (mark(own, name) === mark(base, name)) return true;
    note(
      name,
      headerText({
        title: imported.title,
        relation: imported.relation,
        kind: imported.kind,
        name: there.name,
      }),
    );
    return false;
  };
  const [takesRelation, takesTitle] = [takes('relation'), takes('title')];
  if (!takesRelation && !takesTitle) return undefined;
  const text = headerText({
    kind: takesRelation ? imported.kind : there.kind,
    name: there.name,
    title: takesTitle ? imported.title : there.title,
    relation: takesRelation ? imported.relation : there.relation,
  });
  const end = node.relation?.end ?? node.displayName?.end ?? node.name?.end ?? node.keyword.end;
  return { start: node.keyword.start, end, text };
}

/** A declaration in the one style, with the lines above it as they were. */
function formatted({ text: before }: Item, text: string): string {
  const above = /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(before)?.[0] ?? '';
  const set = formatItems(DealDocument.parse(text).items)
    .map((item) => item.text)
    .join('');
  return above + set.replace(/^(?:[ \t]*\n)*/, '');
}
