import { kindNames, kinds, properties } from '../../language/schema';
import type { Item } from '../../language/item';
import { factsOf, type Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import type { Project, ProjectDelta } from '../../project/project';
import type { TreeRowKind } from '../../protocol';
import { dealLabel } from '../summary/deal-label';

/** What of a declaration holds the text: its own names, or only the label that a row for a deal has. */
type Found = 'names' | 'label';

/**
 * The declarations of a project whose name, display name, alias or label holds a text. It is told of every change and
 * follows it in steps.
 */
export class Matches {
  private readonly found = new Map<Declaration, Found>();
  /** The names that deals among those found mention or have, with how many do. */
  private readonly around = new Map<string, number>();
  /** Those that were there from the start; some may be gone when their turn comes. */
  private readonly unseen: Iterator<Declaration>;
  /** Declarations that came since. */
  private readonly pending = new Set<Declaration>();
  /** Names that are titled otherwise now: deals are labelled by them. */
  private readonly retitled = new Set<string>();
  /** Who mentions one of them. */
  private mentioning: { readonly name: string; readonly left: Iterator<Declaration> } | undefined;
  private allSeen = false;

  /**
   * @param text in lower case, not empty
   * @param wider the matches of a part of the text, to look among instead of the whole project
   */
  constructor(
    private readonly project: Project,
    readonly text: string,
    wider?: Matches,
  ) {
    this.unseen = wider ? wider.found.keys() : everything(project);
  }

  /** Whether all is worked off. */
  get isComplete(): boolean {
    return (
      this.allSeen && this.pending.size === 0 && this.retitled.size === 0 && this.mentioning === undefined
    );
  }

  /** Takes note of a change of the project. */
  note({ removed, added }: Pick<ProjectDelta, 'removed' | 'added'>): void {
    const gone = declarationsIn(removed);
    const come = declarationsIn(added);
    for (const declaration of gone) {
      this.pending.delete(declaration);
      this.set(declaration, undefined);
    }
    for (const declaration of come) this.pending.add(declaration);
    for (const name of this.titledOtherwise(gone, come)) this.retitled.add(name);
    // Who mentions a name is not gone through any further once that may have changed.
    if (this.mentioning) this.retitled.add(this.mentioning.name);
    this.mentioning = undefined;
  }

  /**
   * Works off what is due, in steps.
   * @param most so many declarations at most
   * @returns how many; fewer than that where nothing is left to do
   */
  advance(most: number): number {
    let done = 0;
    for (const declaration of this.pending) {
      if (done >= most) return done;
      this.pending.delete(declaration);
      this.look(declaration);
      done++;
    }
    while (!this.allSeen) {
      if (done >= most) return done;
      const next = this.unseen.next();
      if (next.done) this.allSeen = true;
      else if (this.project.uriOf(next.value.item) !== undefined) this.look(next.value);
      done++;
    }
    while (this.mentioning || this.retitled.size > 0) {
      if (done >= most) return done;
      const next = this.nextMentioning();
      if (next) this.look(next);
      done++;
    }
    return done;
  }

  /** How many are found. */
  get size(): number {
    return this.found.size;
  }

  /** Those that are found, in no particular order. */
  get declarations(): Iterable<Declaration> {
    return this.found.keys();
  }

  /** Whether a row holds the text. */
  isRow({ kind, declaration }: { readonly kind: TreeRowKind; readonly declaration?: Declaration }): boolean {
    if (!declaration) return false;
    return kind === 'deal' ? this.isDeal(declaration) : this.found.get(declaration) === 'names';
  }

  /** Whether the row of a deal holds the text. */
  isDeal(deal: Declaration): boolean {
    return this.found.has(deal);
  }

  /** Whether a deal that is found has or mentions a name. */
  hasDealsOf(name: string): boolean {
    return this.around.has(name);
  }

  /** Whether a row for a declaration, or one below it, may hold the text. */
  mayShow(declaration: Declaration): boolean {
    // Ventures have their members below them.
    return (
      this.found.has(declaration) ||
      this.around.has(declaration.name) ||
      kinds[declaration.kind].group === 'deal'
    );
  }

  private look(declaration: Declaration): void {
    this.set(declaration, this.find(declaration));
  }

  private find(declaration: Declaration): Found | undefined {
    const { kind, name, title } = declaration;
    const holds = (text: string) => text.toLowerCase().includes(this.text);
    if (holds(name) || holds(title) || aliasesOf(declaration).some(holds)) return 'names';
    return kinds[kind].group === 'deal' && holds(dealLabel(this.project, declaration)) ? 'label' : undefined;
  }

  private set(declaration: Declaration, found: Found | undefined): void {
    const before = this.found.has(declaration);
    if (found) this.found.set(declaration, found);
    else this.found.delete(declaration);
    if (before === (found !== undefined) || kinds[declaration.kind].group !== 'deal') return;
    for (const name of [declaration.name, ...declaration.mentionedNames]) {
      const count = (this.around.get(name) ?? 0) + (found ? 1 : -1);
      if (count > 0) this.around.set(name, count);
      else this.around.delete(name);
    }
  }

  /** The next declaration that mentions a name that is titled otherwise; undefined where the name has no more. */
  private nextMentioning(): Declaration | undefined {
    if (!this.mentioning) {
      const [name] = this.retitled;
      if (name === undefined) return undefined;
      this.retitled.delete(name);
      this.mentioning = { name, left: mentioningOf(this.project, name) };
    }
    const next = this.mentioning.left.next();
    if (!next.done) return next.value;
    this.mentioning = undefined;
    return undefined;
  }

  private titledOtherwise(gone: readonly Declaration[], come: readonly Declaration[]): Set<string> {
    const names = new Set([...gone, ...come].map(({ name }) => name));
    const titles = (of: readonly Declaration[]) => {
      const byName = new Map<string, string[]>();
      for (const { name, title } of of) {
        const own = byName.get(name);
        if (own) own.push(title);
        else byName.set(name, [title]);
      }
      return byName;
    };
    const [before, now] = [titles(gone), titles(come)];
    for (const name of names) {
      const [was = [], is = []] = [before.get(name), now.get(name)];
      const isSame = was.length === 1 && is.length === 1 && was[0] === is[0];
      if (isSame && this.project.declarationsOf(name).length === 1) names.delete(name);
    }
    return names;
  }
}

function aliasesOf(declaration: Declaration): string[] {
  if (!properties.aka.on.includes(declaration.kind)) return [];
  return factsOf(declaration, 'aka').flatMap((fact) => fact.node.values.map((value) => value.text));
}

function* everything(project: Project): Generator<Declaration, undefined> {
  for (const kind of kindNames) yield* project.ofKind(kind);
}

function* mentioningOf(project: Project, name: string): Generator<Declaration, undefined> {
  for (const { declaration } of project.mentionsOf(name)) yield declaration;
}

function declarationsIn(items: readonly Item[]): Declaration[] {
  return items.flatMap((item) => interpret(item) ?? []);
}
