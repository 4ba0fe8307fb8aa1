import { kindNames, kinds } from '../../language/schema';
import type { Item } from '../../language/item';
import type { Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import { ecosystemOf, type Ecosystem } from '../../model/ecosystem';
import type { Project, ProjectDelta } from '../../project/project';
import { hasDeals, partiesIn } from './rows';
import { byTitle, TitleList } from './title-list';

/** The ecosystems of a project in one state. */
interface Ecosystems {
  readonly revision: number;
  readonly asOf: number;
  readonly due: Declaration[];
  readonly made: Ecosystem[];
}

/**
 * Who is there in a project: the parties and ventures by title, which of them have deals, the deals that name nobody,
 * and the ecosystems. It is told of every change and follows it in steps.
 */
export class Census {
  private readonly titled: TitleList;
  private readonly dealing = new Set<Declaration>();
  private readonly lonely = new Set<Declaration>();
  private readonly unseen: Iterator<Declaration>;
  private allSeen = false;
  /** Declarations that came since, and those whose deals may be others now. */
  private readonly pending = new Set<Declaration>();
  private ecosystemsMade: Ecosystems | undefined;

  constructor(private readonly project: Project) {
    this.titled = new TitleList(project);
    this.unseen = everyone(project);
  }

  /** Takes note of a change of the project. */
  note({ removed, added }: Pick<ProjectDelta, 'removed' | 'added'>): void {
    const gone = declarationsIn(removed);
    const come = declarationsIn(added);
    for (const declaration of gone) {
      this.pending.delete(declaration);
      this.titled.remove(declaration);
      this.dealing.delete(declaration);
      this.lonely.delete(declaration);
    }
    for (const declaration of come) this.pending.add(declaration);
    const names = new Set(
      [...gone, ...come].flatMap(({ name, mentionedNames }) => [name, ...mentionedNames]),
    );
    for (const name of names) {
      for (const declaration of this.project.declarationsOf(name)) this.pending.add(declaration);
    }
  }

  /**
   * Works off what is due, in steps.
   * @param most so many declarations at most, give or take the deals of an ecosystem
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
      else this.look(next.value);
      done++;
    }
    const ecosystems = this.ecosystemsNow();
    while (ecosystems.due.length > 0) {
      if (done >= most) return done;
      const ecosystem = ecosystemOf(this.project, ecosystems.due.shift()!);
      ecosystems.made.push(ecosystem);
      done += 1 + ecosystem.deals.length;
    }
    return done;
  }

  /** The ecosystems by title. */
  get ecosystems(): readonly Ecosystem[] {
    this.advance(Infinity);
    return this.ecosystemsNow().made;
  }

  /** Parties and ventures for which a test holds, by title. */
  parties(holds: (party: Declaration) => boolean): Declaration[] {
    this.advance(Infinity);
    return this.titled.where(holds);
  }

  /** Whether a party has any deals. */
  isDealing(party: Declaration): boolean {
    this.advance(Infinity);
    return this.dealing.has(party);
  }

  /** Deals that name nobody, by title. */
  get dealsOfNobody(): Declaration[] {
    this.advance(Infinity);
    return byTitle(this.project, [...this.lonely]);
  }

  private look(declaration: Declaration): void {
    const { kind } = declaration;
    const { group } = kinds[kind];
    if (group === 'party' || kind === 'venture') this.titled.add(declaration);
    if (group === 'party') toggle(this.dealing, declaration, hasDeals(this.project, declaration));
    if (group === 'deal') {
      toggle(this.lonely, declaration, declaration.left.length === 0 && partiesIn(declaration).length === 0);
    }
  }

  private ecosystemsNow(): Ecosystems {
    const { revision, asOf } = this.project;
    if (this.ecosystemsMade?.revision !== revision || this.ecosystemsMade.asOf !== asOf) {
      const due = byTitle(this.project, [...this.project.ofKind('ecosystem')]);
      this.ecosystemsMade = { revision, asOf, due, made: [] };
    }
    return this.ecosystemsMade;
  }
}

function toggle(set: Set<Declaration>, declaration: Declaration, isIn: boolean): void {
  if (isIn) set.add(declaration);
  else set.delete(declaration);
}

/** Parties and deals, those that come while they are gone through included. */
function* everyone(project: Project): Generator<Declaration, undefined> {
  for (const kind of kindNames) {
    const { group } = kinds[kind];
    if (group === 'party' || group === 'deal') yield* project.ofKind(kind);
  }
}

function declarationsIn(items: readonly Item[]): Declaration[] {
  return items.flatMap((item) => interpret(item) ?? []);
}
