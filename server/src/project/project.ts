import type { DealDocument } from '../language/document';
import type { KindName } from '../language/schema';
import type { Item } from '../language/item';
import type { Corpus, MentionSite } from '../model/corpus';
import { interpret, type Declaration } from '../model/declaration';
import { possibleMentions } from '../model/possible-mentions';
import { NameIndex } from './name-index';

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
   * otherwise, or their own name is now mentioned, or no longer.
   */
  readonly affected: ReadonlySet<Declaration>;
}

/**
 * The files that share one namespace, and the index over them. Every change goes through `setFile` and `removeFile`,
 * which tell what it touches; nothing here depends on the order in which files came.
 */
export class Project implements Corpus {
  private readonly documents = new Map<string, DealDocument>();
  private readonly owners = new Map<Item, string>();
  private readonly index = new NameIndex();
  private readonly positions = new WeakMap<DealDocument, Map<Item, number>>();
  private changes = 0;

  /**
   * @param root the URI of the folder whose files these are; ends without a slash
   * @param day the day as of which statuses and sums are taken
   */
  constructor(
    readonly root: string,
    private readonly day: () => number,
  ) {}

  get asOf(): number {
    return this.day();
  }

  /** Another number after every change. */
  get revision(): number {
    return this.changes;
  }

  get uris(): string[] {
    return [...this.documents.keys()].sort();
  }

  get fileCount(): number {
    return this.documents.size;
  }

  get declarationCount(): number {
    return this.owners.size;
  }

  document(uri: string): DealDocument | undefined {
    return this.documents.get(uri);
  }

  /** Takes a file in, or its new text. */
  setFile(uri: string, document: DealDocument): ProjectDelta {
    const before = this.documents.get(uri)?.items ?? [];
    this.documents.set(uri, document);
    return this.change(uri, before, document.items);
  }

  /** Takes a file out. */
  removeFile(uri: string): ProjectDelta {
    const before = this.documents.get(uri)?.items ?? [];
    this.documents.delete(uri);
    return this.change(uri, before, []);
  }

  private change(uri: string, before: readonly Item[], after: readonly Item[]): ProjectDelta {
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start]) start++;
    let end = 0;
    while (
      end < before.length - start &&
      end < after.length - start &&
      before[before.length - 1 - end] === after[after.length - 1 - end]
    ) {
      end++;
    }
    this.changes++;
    const removed = before.slice(start, before.length - end);
    const added = after.slice(start, after.length - end);

    const touched = new Map<string, { standing: string; mentioned: boolean }>();
    const remember = (name: string) => {
      if (!touched.has(name)) touched.set(name, this.stateOf(name));
    };
    const gone = removed.flatMap((item) => interpret(item) ?? []);
    const come = added.flatMap((item) => interpret(item) ?? []);
    for (const declaration of [...gone, ...come]) {
      remember(declaration.name);
      for (const mention of declaration.mentions) remember(mention.name);
    }
    for (const item of [...removed, ...added]) {
      for (const name of possibleMentions(item)) remember(name);
    }
    for (const item of removed) this.index.removePossible(possibleMentions(item));
    for (const item of added) this.index.addPossible(possibleMentions(item));
    for (const declaration of gone) {
      this.index.remove(declaration);
      this.owners.delete(declaration.item);
    }
    for (const declaration of come) {
      this.index.add(declaration);
      this.owners.set(declaration.item, uri);
    }
    return { uri, removed, added, affected: this.affectedBy(touched) };
  }

  private stateOf(name: string): { standing: string; mentioned: boolean } {
    return { standing: this.index.standing(name), mentioned: this.index.isMentioned(name) };
  }

  private affectedBy(
    touched: ReadonlyMap<string, { standing: string; mentioned: boolean }>,
  ): Set<Declaration> {
    const affected = new Set<Declaration>();
    for (const [name, before] of touched) {
      const after = this.stateOf(name);
      const declaredOtherwise = before.standing !== after.standing;
      if (declaredOtherwise)
        for (const declaration of this.index.mentioningOf(name)) affected.add(declaration);
      if (declaredOtherwise || before.mentioned !== after.mentioned) {
        for (const declaration of this.index.declarationsOf(name)) affected.add(declaration);
      }
    }
    return affected;
  }

  /** Where a declaration stands. It must be one of this project. */
  siteOf(declaration: Declaration): Site {
    const uri = this.owners.get(declaration.item);
    const document = uri === undefined ? undefined : this.documents.get(uri);
    if (uri === undefined || !document)
      throw new Error(`${declaration.kind} ${declaration.name} is in no file`);
    let positions = this.positions.get(document);
    if (!positions) {
      positions = new Map(document.items.map((item, index) => [item, index]));
      this.positions.set(document, positions);
    }
    return { uri, document, index: positions.get(declaration.item) ?? 0 };
  }

  /** Every declaration of a name, by file and place. */
  declarationsOf(name: string): Declaration[] {
    const declarations = [...this.index.declarationsOf(name)];
    return declarations.length > 1 ? this.inOrder(declarations) : declarations;
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

  /** Whether any declaration mentions a name, or may do so in a part that could not be read. */
  isMentioned(name: string): boolean {
    return this.index.isMentioned(name);
  }

  ofKind(kind: KindName): Iterable<Declaration> {
    return this.index.ofKind(kind);
  }

  /** Every declared name. */
  names(): Iterable<string> {
    return this.index.names();
  }
}
