import { kindNames, kinds, type MoneyPurpose, type StatusName } from '../../language/schema';
import type { Item } from '../../language/item';
import { bucketsInBase } from '../../model/conversion';
import type { Corpus } from '../../model/corpus';
import { addBuckets, bucketsOf, emptyBuckets, purposeOf, type Buckets } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import { dateOfDeal, liesAhead, standingOf } from '../../model/lifecycle';
import { purposes } from '../../model/position';
import type { Rates } from '../../model/rates';
import { steadySpanOf, type DaySpan } from '../../model/steady';
import type { Project, ProjectDelta } from '../../project/project';
import { fromDay } from '../../values/date';
import { inTime, type DatedDeal } from './in-time';
import type { Matches } from './matches';

/** Deals whose sums are kept together: a change of one of them adds up so many anew. */
const blockSize = 64;

/** So many deals are put into their place in a sorted list; where more change, the list is sorted anew. */
const mostInserted = 32;

type Sums = ReadonlyMap<MoneyPurpose, Buckets>;

/** Some deals of a cell, with what they come to. */
class Block {
  readonly deals = new Set<Declaration>();
  sums = new Map<MoneyPurpose, Buckets>();
  constructor(readonly cell: Cell) {}

  /** Adds a deal of the block to its sums. */
  addUp(deal: Declaration, corpus: Corpus): void {
    const purpose = purposeOf(deal);
    if (!purpose) return;
    const buckets = bucketsInBase(corpus, deal, bucketsOf(deal, corpus.asOf));
    this.sums.set(purpose, addBuckets(this.sums.get(purpose) ?? emptyBuckets, buckets));
  }
}

/** Where a deal stands: its status, or `ahead` where it has not begun; undefined where it states none. */
export type DealStage = StatusName | 'ahead' | undefined;

/** The deals of one stage and one month: so few that to sort them takes a moment. */
class Cell {
  readonly blocks = new Set<Block>();
  /** Blocks that have room for more. */
  readonly roomy = new Set<Block>();
  size = 0;
  sums: Sums | undefined;
  /** The latest first. */
  sorted: DatedDeal[] | undefined;

  constructor(
    readonly key: string,
    readonly stage: DealStage,
    readonly year: number,
    readonly month: number,
  ) {}

  /** A block with room for one more. */
  blockWithRoom(): Block {
    let [block] = this.roomy;
    if (!block) {
      block = new Block(this);
      this.blocks.add(block);
      this.roomy.add(block);
    }
    return block;
  }
}

/** Where a deal is, and on which days it stays there with the same money. */
interface Place {
  readonly block: Block;
  readonly steady: DaySpan;
}

/** Deals that have something in common. */
export interface DealGroup {
  readonly size: number;
  readonly sums: () => Sums;
  /** The latest first. */
  readonly deals: () => readonly Declaration[];
  readonly has: (deal: Declaration) => boolean;
  /** Whether one of them matches. */
  readonly holdsAny: (matches: Matches) => boolean;
}

/**
 * The deals of a project by stage and year, with what they come to, as of its day. It is told of every change and
 * follows it when somebody asks, so that an answer costs what has changed since the last one; so it follows the day.
 */
export class Ledger {
  private day: number;
  private readonly cells = new Map<string, Cell>();
  private readonly places = new Map<Declaration, Place>();
  /** The deals that were there from the start; whoever is taken out of the project before its turn does not come up. */
  private readonly unseen: Iterator<Declaration>;
  /** Deals that came since, and are in no cell yet. */
  private readonly pending = new Set<Declaration>();
  /** Blocks that a deal was taken out of: bounds can be added to a sum, but not taken out of it. */
  private readonly unsummed = new Set<Block>();
  private revision: number;
  private readonly base: string | undefined;
  /** Those that sums were told at; undefined where nothing is converted. */
  private readonly rates: Rates | undefined;

  constructor(private readonly project: Project) {
    this.day = project.asOf;
    this.base = project.settings.baseCurrency;
    this.rates = this.base === undefined ? undefined : project.rates;
    this.revision = project.revision;
    this.unseen = dealsOf(project);
  }

  /** Whether it was told of all that has happened to the project, and the currency and the rates are the same. */
  get isCurrent(): boolean {
    const { revision, settings } = this.project;
    return (
      this.revision === revision &&
      this.base === settings.baseCurrency &&
      (this.base === undefined || this.rates === this.project.rates)
    );
  }

  /** Follows the project to another day: deals that stand or count otherwise then are due. */
  followDay(): void {
    const { asOf } = this.project;
    if (this.day === asOf) return;
    this.day = asOf;
    const due: Declaration[] = [];
    this.places.forEach(({ steady }, deal) => {
      if (asOf < steady.from || asOf >= steady.until) due.push(deal);
    });
    if (due.length > mostInserted) this.forgetOrder();
    for (const deal of due) {
      this.takeOut(deal);
      this.pending.add(deal);
    }
  }

  /** Takes note of a change of the project. */
  note({ removed, added }: Pick<ProjectDelta, 'removed' | 'added'>): void {
    this.revision++;
    if (removed.length + added.length > mostInserted) this.forgetOrder();
    for (const deal of dealsIn(removed)) if (!this.pending.delete(deal)) this.takeOut(deal);
    for (const deal of dealsIn(added)) this.pending.add(deal);
  }

  /**
   * Works off what is due, in steps.
   * @param most so many deals at most, give or take a block or a month
   * @param inOrder whether the deals of groups will be asked for, not only their sums
   * @returns how many; fewer than that where nothing is left to do
   */
  advance(most: number, inOrder = false): number {
    let done = 0;
    for (const deal of this.pending) {
      if (done >= most) return done;
      this.pending.delete(deal);
      this.place(deal);
      done++;
    }
    while (done < most) {
      const next = this.unseen.next();
      if (next.done) break;
      if (!this.places.has(next.value) && !this.pending.has(next.value)) this.place(next.value);
      done++;
    }
    for (const block of this.unsummed) {
      if (done >= most) return done;
      this.unsummed.delete(block);
      block.sums = new Map();
      for (const deal of block.deals) block.addUp(deal, this.project);
      done += block.deals.size;
    }
    for (const cell of inOrder ? this.cells.values() : []) {
      if (done >= most) return done;
      if (!cell.sorted) done += this.inOrder(cell).length;
    }
    return done;
  }

  /** The deals that stand somewhere. */
  ofStage(stage: DealStage): DealGroup {
    return this.group((cell) => cell.stage === stage);
  }

  /** The deals of a year; -Infinity stands for those without a date. What is still ahead has no year yet. */
  ofYear(year: number): DealGroup {
    return this.group((cell) => cell.stage !== 'ahead' && cell.year === year);
  }

  /** Years that have deals, the latest first. */
  get years(): number[] {
    this.advance(Infinity);
    const begun = [...this.cells.values()].filter(({ stage }) => stage !== 'ahead');
    return [...new Set(begun.map(({ year }) => year))].sort((a, b) => b - a);
  }

  private group(isIn: (cell: Cell) => boolean): DealGroup {
    this.advance(Infinity);
    const cells = [...this.cells.values()].filter(isIn).sort((a, b) => b.year - a.year || b.month - a.month);
    const size = cells.reduce((sum, cell) => sum + cell.size, 0);
    const has = (deal: Declaration) => {
      const cell = this.places.get(deal)?.block.cell;
      return cell !== undefined && isIn(cell);
    };
    return {
      size,
      sums: () => together(cells.map((cell) => this.sumsOf(cell))),
      deals: () => this.merged(cells),
      has,
      holdsAny: (matches) =>
        matches.size < size
          ? some(matches.declarations, has)
          : cells.some(({ blocks }) =>
              some(blocks, ({ deals }) => some(deals, (deal) => matches.isDeal(deal))),
            ),
    };
  }

  private forgetOrder(): void {
    for (const cell of this.cells.values()) cell.sorted = undefined;
  }

  private place(deal: Declaration): void {
    const stage = liesAhead(deal, this.day) ? 'ahead' : standingOf(deal, this.day).status;
    const { year, month } = monthOf(deal, this.day);
    const key = `${stage ?? ''} ${year} ${month}`;
    let cell = this.cells.get(key);
    if (!cell) this.cells.set(key, (cell = new Cell(key, stage, year, month)));
    const block = cell.blockWithRoom();
    block.deals.add(deal);
    if (block.deals.size === blockSize) cell.roomy.delete(block);
    this.places.set(deal, { block, steady: steadySpanOf(this.project, deal) });
    cell.size++;
    cell.sums = undefined;
    if (!this.unsummed.has(block)) block.addUp(deal, this.project);
    if (cell.sorted) inTime(this.project).insert(cell.sorted, deal);
  }

  private takeOut(deal: Declaration): void {
    const block = this.places.get(deal)?.block;
    if (!block) return;
    const { cell } = block;
    this.places.delete(deal);
    block.deals.delete(deal);
    cell.size--;
    cell.sums = undefined;
    this.unsummed.add(block);
    cell.roomy.add(block);
    if (block.deals.size === 0) {
      cell.blocks.delete(block);
      cell.roomy.delete(block);
      this.unsummed.delete(block);
    }
    if (cell.size === 0) this.cells.delete(cell.key);
    if (cell.sorted)
      cell.sorted.splice(
        cell.sorted.findIndex((each) => each.deal === deal),
        1,
      );
  }

  private sumsOf(cell: Cell): Sums {
    cell.sums ??= together([...cell.blocks].map(({ sums }) => sums));
    return cell.sums;
  }

  private inOrder(cell: Cell): readonly DatedDeal[] {
    cell.sorted ??= inTime(this.project).sorted([...cell.blocks].flatMap(({ deals }) => [...deals]));
    return cell.sorted;
  }

  /** The deals of cells that follow one another, those of the same month mixed. */
  private merged(cells: readonly Cell[]): readonly Declaration[] {
    const { compare } = inTime(this.project);
    const all: Declaration[] = [];
    for (let at = 0, next = at; at < cells.length; at = next) {
      const { year, month } = cells[at]!;
      while (cells[next]?.year === year && cells[next]?.month === month) next++;
      const own = cells.slice(at, next).map((cell) => this.inOrder(cell));
      const deals = own.length > 1 ? own.flat().sort(compare) : own[0]!;
      for (const { deal } of deals) all.push(deal);
    }
    return all;
  }
}

/** The month of a deal's date; before all others where it has none. */
function monthOf(deal: Declaration, day: number): { year: number; month: number } {
  const earliest = dateOfDeal(deal, day)?.earliest;
  return earliest === undefined || !Number.isFinite(earliest)
    ? { year: -Infinity, month: 0 }
    : fromDay(earliest);
}

function some<T>(all: Iterable<T>, holds: (one: T) => boolean): boolean {
  for (const one of all) if (holds(one)) return true;
  return false;
}

function together(parts: readonly Sums[]): Sums {
  return new Map(
    purposes.flatMap((purpose) => {
      const own = parts.flatMap((part) => part.get(purpose) ?? []);
      return own.length > 0 ? [[purpose, own.reduce(addBuckets, emptyBuckets)] as const] : [];
    }),
  );
}

/** All deals of a project, those that come while they are gone through included. */
function* dealsOf(project: Project): Generator<Declaration, undefined> {
  for (const kind of kindNames) if (kinds[kind].group === 'deal') yield* project.ofKind(kind);
}

function dealsIn(items: readonly Item[]): Declaration[] {
  return items.flatMap((item) => {
    const declaration = interpret(item);
    return declaration && kinds[declaration.kind].group === 'deal' ? [declaration] : [];
  });
}
