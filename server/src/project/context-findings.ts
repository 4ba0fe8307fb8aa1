import type { Item } from '../language/item';
import type { Structure } from '../language/structure';
import type { Span } from '../language/tree';
import type { Declaration } from '../model/declaration';
import { ecosystemOf } from '../model/ecosystem';
import { interpret } from '../model/interpret';
import type {
  ContextCheck,
  EcosystemCheck,
  Finding,
  Found,
  PartyCheck,
  PartyContext,
  PlacedFound,
  ProjectCheck,
  RelatedCheck,
} from './check';
import { DueSubjects } from './due-subjects';
import type { Project, ProjectDelta } from './project';

/** What findings are made for; whatever it finds is replaced when it is looked at again. */
type Subject = Declaration | string;

/** A finding where it stands now. */
interface Placed {
  item: Item;
  finding: Finding;
}

/** All of the project, as a subject; no party has an empty name. */
const wholeProject = '';

/**
 * The findings that depend on what other declarations say. They are worked out in steps when the typing pauses; until
 * then those from before stand, moved along with the text that they point at.
 */
export class ContextFindings {
  private readonly related: readonly RelatedCheck[];
  private readonly party: readonly PartyCheck[];
  private readonly ecosystem: readonly EcosystemCheck[];
  private readonly ofProject: readonly ProjectCheck[];
  private readonly concerned = new WeakMap<Structure, readonly RelatedCheck[]>();
  private readonly bySubject = new Map<Subject, readonly Placed[]>();
  private readonly byItem = new Map<Item, Set<Placed>>();
  private readonly due: DueSubjects;
  /** Changes that nobody has drawn conclusions from yet. */
  private changes: ProjectDelta[] = [];
  /** A look at the whole project that is under way, and the state that it started from. */
  private run: { readonly revision: number; readonly steps: Iterator<void, readonly Placed[]> } | undefined;
  /** A look at a party that is under way: what is found so far, and the checks that are left to ask. */
  private partyRun:
    | {
        readonly revision: number;
        readonly name: string;
        readonly context: PartyContext;
        readonly left: PartyCheck[];
        readonly found: Placed[];
      }
    | undefined;

  /** @param changed told of items whose findings may differ from before */
  constructor(
    private readonly project: Project,
    checks: readonly ContextCheck[],
    private readonly onDefect: (check: ContextCheck, error: unknown) => void,
    private readonly changed: (item: Item) => void,
  ) {
    this.related = checks.filter((check) => check.scope === 'related');
    this.party = checks.filter((check) => check.scope === 'party');
    this.ecosystem = checks.filter((check) => check.scope === 'ecosystem');
    this.ofProject = checks.filter((check) => check.scope === 'project');
    this.due = new DueSubjects(project);
  }

  /** Whether everything has been looked at since the last change. */
  get isSettled(): boolean {
    return this.changes.length === 0 && this.partyRun === undefined && this.due.isEmpty;
  }

  /** Has everything looked at again; until then what is known stands. */
  startAnew(): void {
    this.due.startAnew();
    this.run = undefined;
    this.partyRun = undefined;
  }

  /** What is known about an item. */
  of(item: Item): readonly Finding[] {
    const placed = this.byItem.get(item);
    // Whatever decides, it is not the order in which they were found.
    return placed ? [...placed].map(({ finding }) => finding).sort(byContent) : none;
  }

  /** Takes note of a change: cheap, since it stands between a keystroke and its diagnostics. */
  note(delta: ProjectDelta): void {
    if (!this.due.hasBegun) return;
    // Whoever never pauses must not have all the items kept that ever were.
    if (this.changes.length === mostChanges) this.drawConclusions();
    this.changes.push(delta);
    for (const item of delta.removed) {
      const placed = this.byItem.get(item);
      if (!placed) continue;
      const successor = successorOf(item, delta.added);
      this.byItem.delete(item);
      for (const each of successor ? placed : none) move(each, item, successor!);
      if (successor) this.byItem.set(successor, placed);
    }
  }

  /**
   * Looks at what is due, in steps.
   * @param most so many declarations at most, give or take one check of a party, or an ecosystem
   * @returns how many; fewer than that where nothing is left to do
   */
  advance(most: number): number {
    let done = 0;
    for (; done < most && this.changes.length > 0; done++) this.drawConclusions();
    while (done < most) {
      if (this.partyRun) {
        done += this.goOnWithParty();
        continue;
      }
      const subject = this.due.next();
      if (subject === undefined) break;
      done += this.lookAt(subject);
    }
    return done;
  }

  /** Finds out what the change that has waited longest makes due. */
  private drawConclusions(): void {
    const delta = this.changes.shift();
    if (delta) for (const gone of this.due.note(delta)) this.replace(gone, none);
  }

  private lookAt(subject: NonNullable<ReturnType<DueSubjects['next']>>): number {
    switch (subject.scope) {
      case 'related':
        return this.lookAtRelated(subject.declaration);
      case 'party':
        return this.lookAtParty(subject.name);
      case 'ecosystem':
        return this.lookAtEcosystem(subject.declaration);
      case 'project':
        return this.lookAtProject();
    }
  }

  private lookAtRelated(declaration: Declaration): number {
    const found: Placed[] = [];
    for (const check of this.concernedBy(declaration)) {
      for (const each of this.attempt(check, () => check.run(declaration, this.project)))
        found.push(placedAt(declaration, check, each));
    }
    this.replace(declaration, found);
    return 1;
  }

  private lookAtParty(name: string): number {
    const context = this.party.length > 0 ? this.contextOf(name) : undefined;
    if (context) {
      const { revision } = this.project;
      this.partyRun = { revision, name, context, left: [...this.party], found: [] };
    } else {
      this.replace(name, none);
    }
    return 1;
  }

  /** Asks one more check of the party: a party can have thousands of deals. */
  private goOnWithParty(): number {
    const run = this.partyRun!;
    if (run.revision !== this.project.revision) {
      this.partyRun = undefined;
      this.due.addParty(run.name);
      return 0;
    }
    const { name, context, left, found } = run;
    const check = left.shift();
    if (check) {
      const said = this.attempt(check, () => check.run(context, this.project));
      found.push(...said.map((each) => placed(check, each)));
    }
    if (left.length === 0) {
      this.partyRun = undefined;
      this.replace(name, found);
    }
    return context.sites.length / this.party.length;
  }

  private contextOf(name: string): PartyContext | undefined {
    const party = this.project.find(name);
    if (!party || !this.due.isParty(party)) return undefined;
    const sites = [...this.project.mentionsOf(name)].sort((a, b) =>
      this.byName(a.declaration, b.declaration),
    );
    const deals = new Set<Declaration>();
    for (const { declaration, mention } of sites) {
      if (mention.role !== 'per' && this.due.isDeal(declaration)) deals.add(declaration);
    }
    if (this.due.isDeal(party)) deals.add(party);
    return { party, sites, deals: [...deals] };
  }

  /** Whatever decides, it is not the order in which files came. */
  private byName(a: Declaration, b: Declaration): number {
    if (a === b) return 0;
    if (a.name !== b.name) return a.name < b.name ? -1 : 1;
    return this.project.inOrder([b, a])[0] === a ? -1 : 1;
  }

  private lookAtEcosystem(declaration: Declaration): number {
    const ecosystem = ecosystemOf(this.project, declaration);
    this.due.remember(ecosystem);
    this.replace(
      declaration,
      this.ecosystem.flatMap((check) =>
        this.attempt(check, () => check.run(ecosystem, this.project)).map((each) => placed(check, each)),
      ),
    );
    return 1 + ecosystem.deals.length;
  }

  private lookAtProject(): number {
    const { revision } = this.project;
    if (this.run?.revision !== revision) this.run = { revision, steps: this.wholeProject() };
    const step = this.run.steps.next();
    if (!step.done) {
      this.due.addProject();
      return stepCost;
    }
    this.run = undefined;
    this.replace(wholeProject, step.value);
    return stepCost;
  }

  private *wholeProject(): Generator<void, readonly Placed[]> {
    const found: Placed[] = [];
    for (const check of this.ofProject) {
      try {
        for (const each of yield* check.run(this.project)) found.push(placed(check, each));
      } catch (error) {
        this.onDefect(check, error);
      }
    }
    return found;
  }

  /** A defect in a check is reported and silences that check alone. */
  private attempt<T>(check: ContextCheck, run: () => T[]): T[] {
    try {
      return run();
    } catch (error) {
      this.onDefect(check, error);
      return [];
    }
  }

  private concernedBy(declaration: Declaration): readonly RelatedCheck[] {
    const { structure } = declaration.item;
    const known = structure && this.concerned.get(structure);
    if (known) return known;
    const checks = this.related.filter(
      (check) => this.attempt(check, () => [check.concerns(declaration)])[0] !== false,
    );
    if (structure) this.concerned.set(structure, checks);
    return checks;
  }

  private replace(subject: Subject, found: readonly Placed[]): void {
    const before = this.bySubject.get(subject);
    if (!before && found.length === 0) return;
    for (const each of before ?? none) {
      const own = this.byItem.get(each.item);
      // It may have gone with an item that came back since.
      if (!own?.delete(each)) continue;
      if (own.size === 0) this.byItem.delete(each.item);
      this.changed(each.item);
    }
    for (const each of found) {
      let own = this.byItem.get(each.item);
      if (!own) this.byItem.set(each.item, (own = new Set()));
      own.add(each);
      this.changed(each.item);
    }
    if (found.length > 0) this.bySubject.set(subject, found);
    else this.bySubject.delete(subject);
  }
}

/** So many changes wait at most for a pause. */
const mostChanges = 1000;

/** A step of a look at the whole project counts as so many declarations. */
const stepCost = 8;

const none: readonly never[] = [];

function byContent(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    compare(a.code, b.code) ||
    a.span.end - b.span.end ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placed(check: ContextCheck, { at, ...found }: PlacedFound): Placed {
  return placedAt(at, check, found);
}

function placedAt(declaration: Declaration, { code, severity }: ContextCheck, found: Found): Placed {
  return { item: declaration.item, finding: { code, severity, ...found } };
}

/** The item that came in the place of one: it declares the same. */
function successorOf(item: Item, added: readonly Item[]): Item | undefined {
  const before = interpret(item);
  if (!before) return undefined;
  return added.find((other) => {
    const after = interpret(other);
    return after?.name === before.name && after.kind === before.kind;
  });
}

function move(placed: Placed, from: Item, to: Item): void {
  const { finding } = placed;
  placed.item = to;
  // A fix was made for the text as it was.
  placed.finding = { ...finding, span: movedSpan(finding.span, from.text, to.text), fixes: [] };
}

/** Where what a span covered stands after an edit: what is the same at both ends of the text stays, or moves along. */
function movedSpan({ start, end }: Span, before: string, after: string): Span {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  let sameEnd = 0;
  while (sameEnd < shorter - same && before.at(-1 - sameEnd) === after.at(-1 - sameEnd)) sameEnd++;
  const shift = after.length - before.length;
  const moved = (offset: number) =>
    offset <= same ? offset : offset >= before.length - sameEnd ? offset + shift : same;
  const first = moved(start);
  return { start: first, end: Math.max(first, moved(end)) };
}
