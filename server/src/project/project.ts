import { DealDocument } from '../language/document';
import type { KindName } from '../language/schema';
import type { Item } from '../language/item';
import { defaultSettings, type Corpus, type CorpusSettings, type MentionSite } from '../model/corpus';
import type { Declaration } from '../model/declaration';
import { interpret } from '../model/interpret';
import { possibleMentions } from '../model/possible-mentions';
import { RateTable, type Rates } from '../model/rates';
import { Directory } from './directory';
import { NameIndex, type NameEntry, type Touch } from './name-index';

/** Where an item stands. */
export interface Site {
  readonly uri: string;
  readonly document: DealDocument;
  /** The item's index in the document. */
  readonly index: number;
}

/** What a change of one file means for everything that was computed before it. */
export interface ProjectDelta {
  /** The file that changed. */
  readonly uri: string;
  /** Items that are no longer there. */
  readonly removed: readonly Item[];
  /** Items that are new; their own findings and those that depend on names are due. */
  readonly added: readonly Item[];
  /**
   * Unchanged declarations that see another project than before: a name that they mention or declare is now declared
   * otherwise, or their own name is now mentioned, or no longer. None before somebody watches.
   */
  readonly affected: ReadonlySet<Declaration>;
}

/** What a name was before a change. */
type NameBefore = Pick<NameEntry, 'standing' | 'isMentioned'>;

/**
 * The files that share one namespace, and the index over them. Every change goes through `setFile` and `removeFile`,
 * which tell what it touches; nothing here depends on the order in which files came.
 */
export class Project implements Corpus {
  private readonly documents = new Map<string, DealDocument>();
  private readonly index = new NameIndex();
  /** What completion finds. */
  readonly directory = new Directory((kind) => this.index.ofKind(kind));
  private changes = 0;
  private declared = 0;
  private watched = false;
  /** Read when somebody asks for them, and again after a declaration of rates has changed. */
  private knownRates: Rates | undefined;

  /**
   * @param root the URI of the folder whose files these are; ends without a slash
   * @param day the day as of which statuses and sums are taken
   * @param ownSettings how the project wants to be looked at
   * @param realDay the day that it really is; the same day where nobody chose another one
   */
  constructor(
    readonly root: string,
    private readonly day: () => number,
    private readonly ownSettings: () => CorpusSettings = () => defaultSettings,
    private readonly realDay: () => number = day,
  ) {}

  get asOf(): number {
    return this.day();
  }

  get today(): number {
    return this.realDay();
  }

  get settings(): CorpusSettings {
    return this.ownSettings();
  }

  /** Another number after every change. */
  get revision(): number {
    return this.changes;
  }

  get rates(): Rates {
    return (this.knownRates ??= new RateTable(this.ofKind('fx')));
  }

  get uris(): string[] {
    return [...this.documents.keys()].sort();
  }

  get fileCount(): number {
    return this.documents.size;
  }

  get declarationCount(): number {
    return this.declared;
  }

  document(uri: string): DealDocument | undefined {
    return this.documents.get(uri);
  }

  /**
   * From now on every change tells which declarations it affects. To be called before anything is worked out that
   * depends on the declarations of other names; until then nobody has to be told, which makes reading a project cheap.
   */
  watch(): void {
    this.watched = true;
  }

  /** Takes a file in, or its new text. */
  setFile(uri: string, document: DealDocument): ProjectDelta {
    const before = this.documents.get(uri);
    this.documents.set(uri, document);
    return this.change(uri, before, document);
  }

  /** Takes a file out. */
  removeFile(uri: string): ProjectDelta {
    const before = this.documents.get(uri);
    this.documents.delete(uri);
    return this.change(uri, before, undefined);
  }

  private change(
    uri: string,
    before: DealDocument | undefined,
    after: DealDocument | undefined,
  ): ProjectDelta {
    this.changes++;
    const { removed, added } = DealDocument.difference(before, after);
    const touched = new Map<NameEntry, NameBefore>();
    // What is taken out may leave names that nobody knows any more.
    const touch =
      this.watched || removed.length > 0
        ? (entry: NameEntry) => {
            if (touched.has(entry)) return;
            touched.set(entry, { standing: entry.standing, isMentioned: entry.isMentioned });
          }
        : undefined;
    for (const item of removed) this.takeOut(item, touch);
    for (const item of added) this.takeIn(item, uri, touch);
    return { uri, removed, added, affected: this.affectedBy(touched) };
  }

  private takeIn(item: Item, uri: string, touch: Touch | undefined): void {
    const declaration = interpret(item);
    if (declaration) {
      this.index.add(declaration, touch);
      this.directory.add(declaration);
      if (declaration.kind === 'fx') this.knownRates = undefined;
      this.declared++;
    }
    if (!item.isSound) this.index.addPossible(possibleMentions(item), touch);
    item.file = uri;
  }

  private takeOut(item: Item, touch: Touch | undefined): void {
    const declaration = interpret(item);
    if (declaration) {
      this.index.remove(declaration, touch);
      this.directory.remove(declaration);
      if (declaration.kind === 'fx') this.knownRates = undefined;
      this.declared--;
    }
    if (!item.isSound) this.index.removePossible(possibleMentions(item), touch);
    item.file = undefined;
  }

  private affectedBy(touched: ReadonlyMap<NameEntry, NameBefore>): Set<Declaration> {
    const affected = new Set<Declaration>();
    for (const [entry, before] of touched) {
      const { declarations, mentioning } = entry;
      const declaredOtherwise = before.standing !== entry.standing;
      if (declaredOtherwise) for (const declaration of mentioning) affected.add(declaration);
      if (declaredOtherwise || before.isMentioned !== entry.isMentioned) {
        for (const declaration of declarations) affected.add(declaration);
      }
      this.index.tidy(entry);
    }
    return affected;
  }

  /** The file that holds an item of this project. */
  uriOf(item: Item): string | undefined {
    return item.file;
  }

  /** Where a declaration stands. It must be one of this project. */
  siteOf(declaration: Declaration): Site {
    const uri = declaration.item.file;
    const document = uri === undefined ? undefined : this.documents.get(uri);
    if (uri === undefined || !document)
      throw new Error(`${declaration.kind} ${declaration.name} is in no file`);
    return { uri, document, index: document.indexOf(declaration.item) };
  }

  /** Every declaration of a name, by file and place. */
  declarationsOf(name: string): Declaration[] {
    const declarations = this.index.declarationsOf(name);
    return declarations.length > 1 ? this.inOrder(declarations) : [...declarations];
  }

  /** Declarations by file, then by their place in it. */
  inOrder(declarations: Iterable<Declaration>): Declaration[] {
    return [...declarations]
      .map((declaration) => ({ declaration, site: this.siteOf(declaration) }))
      .sort((a, b) =>
        a.site.uri < b.site.uri ? -1 : a.site.uri > b.site.uri ? 1 : a.site.index - b.site.index,
      )
      .map(({ declaration }) => declaration);
  }

  find(name: string): Declaration | undefined {
    const declarations = this.index.declarationsOf(name);
    return declarations.length > 1 ? this.declarationsOf(name)[0] : declarations[0];
  }

  mentionsOf(name: string): Iterable<MentionSite> {
    return this.index.mentionsOf(name);
  }

  ofKind(kind: KindName): Iterable<Declaration> {
    return this.index.ofKind(kind);
  }

  /** Every declared name. */
  names(): Iterable<string> {
    return this.index.names();
  }
}
