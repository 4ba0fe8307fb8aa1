import { fitsTarget, kinds } from '../language/schema';
import type { Item } from '../language/item';
import { factsOf, namesIn, type Declaration, type MentionRole } from '../model/declaration';
import type { Ecosystem } from '../model/ecosystem';
import { interpret } from '../model/interpret';
import { DueQueue } from './due-queue';
import type { Project, ProjectDelta } from './project';

/** Something that is to be looked at again. */
export type DueSubject =
  | { readonly scope: 'related' | 'ecosystem'; readonly declaration: Declaration }
  | { readonly scope: 'party'; readonly name: string }
  | { readonly scope: 'project' };

/** What is looked at beyond what a declaration mentions itself: who mentions a declaration so, passes its change on. */
const passedOn: ReadonlySet<MentionRole> = new Set(['parent', 'via', 'broader', 'answers', 'member']);

/**
 * What is due for a look because something that it depends on has changed: what that is follows from the index over the
 * names, so that nothing has to be kept for it. What checks may look at stands with them, in `check.ts`.
 */
export class DueSubjects {
  private readonly declarations = new DueQueue<Declaration>();
  private readonly parties = new DueQueue<string>();
  private readonly ecosystems = new DueQueue<Declaration>();
  private isProjectDue = true;
  /** What was there from the start; whoever is taken out of the project before its turn does not come up. */
  private unseen: Iterator<Declaration>;
  private allSeen = false;
  private begun = false;
  /** The hubs and units of each ecosystem when it was looked at last, and who is counted in. */
  private readonly centres = new Map<Declaration, ReadonlySet<string>>();

  constructor(private readonly project: Project) {
    this.unseen = everything(project);
  }

  get isEmpty(): boolean {
    const { declarations, parties, ecosystems } = this;
    const isNoneDue = declarations.isEmpty && parties.isEmpty && ecosystems.isEmpty;
    return this.allSeen && !this.isProjectDue && isNoneDue;
  }

  /** Whether anything was looked at. Until then a change makes nothing due that is not so already. */
  get hasBegun(): boolean {
    return this.begun;
  }

  isParty({ kind }: Declaration): boolean {
    return fitsTarget(kind, 'party');
  }

  isDeal({ kind }: Declaration): boolean {
    return kinds[kind].group === 'deal';
  }

  addProject(): void {
    this.isProjectDue = true;
  }

  addParty(name: string): void {
    this.parties.add(name);
  }

  /** Takes note of whom an ecosystem is made of. */
  remember({ declaration, hubs, units }: Ecosystem): void {
    this.centres.set(declaration, new Set([...hubs, ...units, ...declaration.mentionedNames]));
  }

  /**
   * Draws conclusions from a change.
   * @returns declarations that are gone
   */
  note({ removed, added }: ProjectDelta): Declaration[] {
    const gone = declarationsIn(removed);
    const come = declarationsIn(added);
    const changed = [...gone, ...come];
    // Any sum may be told in another currency, at another rate.
    if (changed.some(({ kind }) => kind === 'fx')) this.startAnew();
    for (const declaration of gone) {
      this.declarations.delete(declaration);
      this.ecosystems.delete(declaration);
      this.centres.delete(declaration);
    }
    const twins = this.twinsOf(changed);
    for (const declaration of [...come, ...twins]) {
      this.declarations.add(declaration);
      if (declaration.kind === 'ecosystem') this.ecosystems.add(declaration);
    }
    const names = new Set<string>();
    for (const declaration of [...changed, ...twins]) {
      const isSeen = this.isDeal(declaration) || this.isParty(declaration) || declaration.kind === 'claim';
      if (isSeen) this.isProjectDue = true;
      names.add(declaration.name);
      for (const name of declaration.mentionedNames) names.add(name);
    }
    // What comes in on the way is not followed further.
    const own = [...names];
    for (const name of own) this.addPartiesOfDeal(name, names);
    for (const { name } of changed) this.passOn(name, names);
    for (const name of this.regrouped(gone, come)) this.passOn(name, names);
    this.addParents(names);
    for (const name of names) this.parties.add(name);
    for (const [ecosystem, centre] of this.centres) {
      if (some(names, (name) => centre.has(name))) this.ecosystems.add(ecosystem);
    }
    return gone;
  }

  /** What is due next; undefined where nothing is. */
  next(): DueSubject | undefined {
    this.begun = true;
    const declaration = this.nextDeclaration();
    if (declaration) return { scope: 'related', declaration };
    const name = this.parties.next();
    if (name !== undefined) return { scope: 'party', name };
    const ecosystem = this.ecosystems.next();
    if (ecosystem) return { scope: 'ecosystem', declaration: ecosystem };
    if (!this.isProjectDue) return undefined;
    this.isProjectDue = false;
    return { scope: 'project' };
  }

  private nextDeclaration(): Declaration | undefined {
    const changed = this.declarations.next();
    if (changed) return changed;
    if (this.allSeen) return undefined;
    const { value: unseen, done } = this.unseen.next();
    if (done) {
      this.allSeen = true;
      return undefined;
    }
    if (this.isParty(unseen)) this.parties.add(unseen.name);
    if (unseen.kind === 'ecosystem') this.ecosystems.add(unseen);
    return unseen;
  }

  /** Makes everything due. What is due already stays so: among it may be names that nobody declares any more. */
  startAnew(): void {
    this.unseen = everything(this.project);
    this.allSeen = false;
    this.isProjectDue = true;
  }

  /** Other declarations of the same names: which of them a name stands for may have changed. */
  private twinsOf(changed: readonly Declaration[]): Declaration[] {
    const own = new Set(changed);
    return changed.flatMap(({ name }) =>
      this.project.declarationsOf(name).filter((declaration) => !own.has(declaration)),
    );
  }

  /** A claim about a deal concerns the deal's parties; so does a deal that goes with it. */
  private addPartiesOfDeal(name: string, names: Set<string>): void {
    for (const declaration of this.project.declarationsOf(name)) {
      if (this.isDeal(declaration)) for (const party of declaration.mentionedNames) names.add(party);
    }
  }

  /** What a name declares has changed: whoever mentions it, and whoever mentions what passes that on, may see it. */
  private passOn(name: string, names: Set<string>): void {
    const reached = new Set([name]);
    for (const one of reached) {
      for (const { declaration, mention } of this.project.mentionsOf(one)) {
        this.declarations.add(declaration);
        if (passedOn.has(mention.role)) reached.add(declaration.name);
        names.add(declaration.name);
        for (const other of declaration.mentionedNames) names.add(other);
        // Who disputes a deal is named by what is said of its parties.
        if (declaration.kind === 'claim')
          for (const other of declaration.mentionedNames) this.addPartiesOfDeal(other, names);
        if (declaration.kind === 'ecosystem') this.ecosystems.add(declaration);
      }
    }
  }

  /** Parties that have gained or lost a unit, at any depth: whoever deals with them may look at their units. */
  private regrouped(gone: readonly Declaration[], come: readonly Declaration[]): Set<string> {
    const before = membershipsOf(gone);
    const after = membershipsOf(come);
    const parents = new Set<string>();
    for (const [one, other] of [
      [before, after],
      [after, before],
    ] as const) {
      for (const [membership, names] of one) {
        if (!other.has(membership)) for (const name of names) parents.add(name);
      }
    }
    this.addParents(parents);
    return parents;
  }

  /** A party sees what its units do, and the units of these. */
  private addParents(names: Set<string>): void {
    for (const name of names) {
      for (const declaration of this.project.declarationsOf(name)) {
        for (const parent of factsOf(declaration, 'parent').flatMap(namesIn)) names.add(parent);
      }
    }
  }
}

/** All declarations, file by file; what comes meanwhile is told of by its change. */
function* everything(project: Project): Generator<Declaration, undefined> {
  for (const uri of project.uris) {
    const items: Item[] = [];
    project.document(uri)?.forEachItem((item) => items.push(item));
    for (const item of items) {
      const declaration = item.file === undefined ? undefined : interpret(item);
      if (declaration) yield declaration;
    }
  }
}

/** The parents of all units among some declarations, by what says who is a unit of whom, and when. */
function membershipsOf(declarations: readonly Declaration[]): Map<string, readonly string[]> {
  return new Map(
    declarations.flatMap((declaration) => {
      const lines = factsOf(declaration, 'parent');
      if (lines.length === 0) return [];
      const written = lines.map(({ node: { start, end } }) => declaration.item.text.slice(start, end));
      return [[[declaration.name, ...written].join('\n'), lines.flatMap(namesIn)] as const];
    }),
  );
}

function declarationsIn(items: readonly Item[]): Declaration[] {
  return items.flatMap((item) => interpret(item) ?? []);
}

function some<T>(all: Iterable<T>, holds: (one: T) => boolean): boolean {
  for (const one of all) if (holds(one)) return true;
  return false;
}
