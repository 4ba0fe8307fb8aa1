import * as l10n from '@vscode/l10n';
import { kinds } from '../../language/schema';
import { circularFlows } from '../../model/analysis/circular';
import { citedSources } from '../../model/citation';
import { moneyProperties } from '../../model/claim';
import { partSaidOf, contributionsTo } from '../../model/contribution';
import { inBase } from '../../model/conversion';
import type { Corpus } from '../../model/corpus';
import { wholeOf } from '../../model/deal';
import { factsOf, namesIn, type Declaration, type Fact } from '../../model/declaration';
import { ecosystemOf } from '../../model/ecosystem';
import { headOf, parentsOf } from '../../model/group';
import { middleOf, type Amount } from '../../picture/amount';
import type { Circle, Graph, GraphNode, Hull, Tie, TiedDeal } from '../../picture/graph';
import { describePercent } from '../../values/percent';
import type { MoneySum } from '../../values/sum';
import { disputersOf } from '../summary/disputes';
import { describeTotal } from '../summary/figures';
import { dealMoney, moneyText } from '../summary/deal';
import { kindLabel, titleOf } from '../summary/names';
import { dealLabel } from '../summary/deal-label';
import { amongDeals } from './corpus-views';
import { Bundles, Steps, type Bundle, type Strand } from './bundles';
import { idOf, idOfParty, tiesOfDeal, type End } from './deal-ends';
import { isUndated, statesOf } from './deal-states';
import { gather, type Gathering } from './gathered';
import { groupTitle, kindOfEnd, sectorOf, titleOfEnd, type Point } from './points';
import { remarksOn, type LeftOut } from './remarks';
import type { Scope } from './scope';
import { moneyOf, MoneySteps, type DealMoney } from './money-steps';
import { amountOf, currencyOf } from './weight';

/** How a graph is to be drawn. */
export interface GraphOptions {
  /** So many parties have a point of their own at most. */
  readonly most: number;
  /** Units are drawn as their parents. */
  readonly collapseUnits: boolean;
}

/** The circles of money are looked for among so many deals at most: of more of them it would take longer than all else. */
const mostForCircles = 20_000;
/** So many ecosystems are drawn around their members. */
const mostHulls = 8;
/** So many deals of a line are told one by one. */
const mostTold = 8;
/** Of those who are drawn together so many are named. */
const mostTitles = 100;
/** To work out how a deal stands through time takes so many times as long as to look at it. */
const workOfDeal = 2;
/** So many ties, points or citations are looked at in the time that a deal takes. */
const lightOnes = 16;

/** A tie before it is known who is drawn together. */
interface Loose {
  readonly from: string;
  readonly to: string;
  readonly kind: Tie['kind'];
  readonly directed: boolean;
  readonly strand: Strand;
}

/**
 * What ties whom in a scope, as a graph that says of each tie how it stands from when on. All deals of the scope are in
 * it: in a line of their own or together with others, or it says why not. Yields for each deal.
 */
export function* graphOf(scope: Scope, { most, collapseUnits }: GraphOptions): Generator<number, Graph> {
  const currency = yield* currencyOf(scope.corpus, scope.deals);
  const draft = new Draft(scope, { most: Math.max(1, Math.floor(most) || 1), collapseUnits }, currency);
  yield* draft.takeDeals();
  yield* draft.takeOwnership();
  yield* draft.takeUntied();
  return yield* draft.finish();
}

class Draft {
  private readonly points = new Map<string, Point>();
  private readonly loose: Loose[] = [];
  private readonly neighbours = new Map<string, string[]>();
  private readonly heads = new Map<string, string>();
  private readonly moneySteps = new Map<string, MoneySteps>();
  private readonly hubs: ReadonlySet<string>;
  private readonly corpus: Corpus;
  /** Deals that name nobody on one side, and those of one with itself. */
  private untied = 0;
  private withItself = 0;
  /** Deals between units that are drawn as their parents. */
  private betweenUnits = 0;
  private unvalued = 0;
  /** People without deals, and deals without a date. */
  private readonly beside: string[] = [];
  private readonly undated: Declaration[] = [];

  constructor(
    private readonly scope: Scope,
    private readonly options: GraphOptions,
    private readonly currency: string | null,
  ) {
    this.corpus = scope.corpus;
    this.hubs = new Set(hubsOf(scope).map((name) => this.drawnAs(name)));
  }

  *takeDeals(): Generator<number, void> {
    for (const deal of this.scope.deals) {
      this.takeDeal(deal);
      yield workOfDeal;
    }
  }

  private takeDeal(deal: Declaration): void {
    const states = statesOf(deal);
    const ties = tiesOfDeal(deal);
    if (isUndated(deal) && ties.length > 0) this.undated.push(deal);
    const whole = this.weigh(deal, wholeOf(deal));
    if (whole === undefined && wholeOf(deal).totals.length > 0) this.unvalued++;
    const isPoint = deal.kind === 'venture' || deal.kind === 'project';
    if (isPoint) this.pointAt({ type: 'party', name: deal.name });
    const contributions = contributionsTo(deal, Infinity);
    let isTied = isPoint;
    for (const { from, to, kind, directed, isWhole } of ties) {
      const [a, b] = [this.pointAt(from), this.pointAt(to)];
      if (a === b) continue;
      isTied = true;
      const said = from.type === 'party' ? partSaidOf(contributions, [from.name]) : undefined;
      const part = said?.isKnown === true ? said.money : null;
      const strand: Strand = isWhole
        ? { deal, states, amount: whole }
        : { deal, states, amount: part ? this.weigh(deal, part) : undefined, part };
      this.tie(a, b, kind, directed, strand);
    }
    this.takeMoney(deal);
    if (isTied) return;
    if (ties.length === 0) this.untied++;
    else if (ties.every(({ from, to }) => idOf(from) === idOf(to))) this.withItself++;
    else this.betweenUnits++;
  }

  /** What the deal moves, at the points of those who pay and are paid by themselves. */
  private takeMoney(deal: Declaration): void {
    const { corpus, currency } = this;
    if (currency === null) return;
    let before: DealMoney | undefined;
    let now: DealMoney | undefined;
    for (const turn of moneyOf(corpus, deal, currency, (name) => this.drawnAs(name))) {
      for (const one of before?.own ?? []) this.stepsAt(one.party).add(turn.from, one, -1);
      for (const one of turn.own) this.stepsAt(one.party).add(turn.from, one, 1);
      if (turn.from <= corpus.asOf) now = turn;
      before = turn;
    }
    for (const one of now?.own ?? []) addMoney(this.points.get(idOfParty(one.party)), middleOf(one.amount));
  }

  private stepsAt(party: string): MoneySteps {
    const id = idOfParty(party);
    let steps = this.moneySteps.get(id);
    if (!steps) this.moneySteps.set(id, (steps = new MoneySteps()));
    return steps;
  }

  /** Who belongs to whom, by parents and by stakes that somebody holds, whatever the day is. */
  *takeOwnership(): Generator<number, void> {
    const { corpus, scope } = this;
    const names = new Set(scope.parties);
    let looked = 0;
    for (const name of names) {
      if (++looked % lightOnes === 0) yield 1;
      const unit = corpus.find(name);
      if (!unit?.states('parent')) continue;
      for (const line of factsOf(unit, 'parent')) {
        for (const parent of namesIn(line)) if (names.has(parent)) this.own(parent, name, unit, line);
      }
    }
    for (const holding of corpus.ofKind('holding')) {
      yield 1;
      const [line] = factsOf(holding, 'stake');
      for (const holder of holding.left) {
        for (const held of holding.right) {
          if (names.has(holder) && names.has(held)) this.own(holder, held, holding, line);
        }
      }
    }
  }

  /** Who has no deals has a point as well. People who are in none are there for what they say of others. */
  *takeUntied(): Generator<number, void> {
    const { corpus, scope } = this;
    let looked = 0;
    for (const name of scope.parties) {
      if (++looked % lightOnes === 0) yield 1;
      const isBeside = scope.about.type === 'project' && corpus.find(name)?.kind === 'person';
      if (!isBeside) this.pointAt({ type: 'party', name });
      else if (!this.points.has(idOfParty(this.drawnAs(name)))) this.beside.push(name);
    }
  }

  private own(owner: string, unit: string, declaration: Declaration, line: Fact | undefined): void {
    const [a, b] = [owner, unit].map((name) => this.pointAt({ type: 'party', name }));
    if (!a || !b || a === b) return;
    const strand = { deal: declaration, states: statesOfOwnership(declaration, line), amount: undefined };
    this.tie(a, b, 'ownership', true, strand);
  }

  private tie(from: Point, to: Point, kind: Tie['kind'], directed: boolean, strand: Strand): void {
    this.loose.push({ from: from.id, to: to.id, kind, directed, strand });
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      one.degree++;
      const known = this.neighbours.get(one.id);
      if (known) known.push(other.id);
      else this.neighbours.set(one.id, [other.id]);
    }
  }

  private pointAt(end: End): Point {
    const drawn: End = end.type === 'party' ? { type: 'party', name: this.drawnAs(end.name) } : end;
    const id = idOf(drawn);
    let point = this.points.get(id);
    if (!point) {
      const kind = kindOfEnd(this.corpus, drawn);
      const isHub = drawn.type === 'party' && this.hubs.has(drawn.name);
      this.points.set(id, (point = { id, end: drawn, kind, isHub, degree: 0, money: undefined }));
    }
    return point;
  }

  private drawnAs(name: string): string {
    if (!this.options.collapseUnits) return name;
    let head = this.heads.get(name);
    if (head === undefined) this.heads.set(name, (head = headOf(this.corpus, name)));
    return head;
  }

  private weigh(deal: Declaration, sum: MoneySum): Amount | undefined {
    return amountOf(inBase(this.corpus, deal, sum), this.currency) ?? undefined;
  }

  *finish(): Generator<number, Graph> {
    const { corpus, scope, options, points } = this;
    const all = [...points.values()];
    const { shown, together } = yield* gather(all, options.most, ({ id }) => this.neighbours.get(id) ?? []);
    const drawnAs = new Map<string, string>();
    for (const { id } of shown) drawnAs.set(id, id);
    for (const { id, points: own } of together) for (const point of own) drawnAs.set(point.id, id);
    const bundles = new Bundles();
    const inside = new Set<Declaration>();
    const outside = new Set<Declaration>();
    const dealCounts = new DealCounts();
    let looked = 0;
    for (const { from, to, kind, directed, strand } of this.loose) {
      if (++looked % lightOnes === 0) yield 1;
      const [a, b] = [drawnAs.get(from)!, drawnAs.get(to)!];
      if (a === b) {
        inside.add(strand.deal);
        continue;
      }
      bundles.add(a, b, kind, directed, strand);
      outside.add(strand.deal);
      if (kind !== 'ownership') for (const id of [a, b]) dealCounts.add(id, strand.deal);
    }
    const drawn = bundles.all(4 * options.most);
    const ties: Tie[] = [];
    for (const bundle of drawn) ties.push(yield* this.tieOf(bundle));
    const nodes = [
      ...shown.map((point) => this.nodeOf(point, drawnAs, dealCounts)),
      ...together.map((each) => this.nodeOfAll(each, dealCounts)),
    ];
    yield nodes.length;
    const isDrawn = new Set(nodes.map(({ id }) => id));
    const hulls = yield* this.hulls(isDrawn);
    const circles = yield* this.circles(drawn);
    const days = new Set<number>();
    for (const { steps } of ties) for (const { from } of steps) if (from !== null) days.add(from);
    yield ties.length;
    const partyCount = all.filter(({ kind }) => kind !== 'deal' && kind !== 'undisclosed').length;
    return {
      title: scope.title,
      asOf: corpus.asOf,
      today: corpus.today,
      currency: this.currency,
      nodes,
      ties,
      hulls: hulls.drawn,
      circles,
      days: [...days].sort((a, b) => a - b),
      total: {
        parties: partyCount,
        deals: scope.deals.length,
        shown: shown.filter(({ kind }) => kind !== 'deal' && kind !== 'undisclosed').length,
      },
      remarks: [...remarksOn(this.leftOut(together, inside, outside, hulls.left))],
      sources: yield* this.sources(),
    };
  }

  private *tieOf({ id, from, to, kind, directed, strands }: Bundle): Generator<number, Tie> {
    const steps = new Steps();
    const told: Strand[] = [];
    let value: number | undefined;
    let [exclusive, disputed] = [false, false];
    let looked = 0;
    for (const strand of strands) {
      if (++looked % lightOnes === 0) yield 1;
      const { deal, states } = strand;
      // What one deal comes to is told as it is written.
      steps.add(states, strands.length > 1 ? strand.amount : undefined);
      const counts = strands.length === 1 || !this.isOver(strand);
      if (strand.amount !== undefined && counts) value = (value ?? 0) + middleOf(strand.amount);
      exclusive ||= isExclusive(deal);
      disputed ||= isDisputable(deal) && this.disputersOf(deal) !== undefined;
      told.push(strand);
      // The weightiest are kept, without sorting all.
      if (told.length >= 2 * mostTold) told.sort(byWeight).length = mostTold;
    }
    const deals = told
      .sort(byWeight)
      .slice(0, mostTold)
      .map((strand) => this.tiedDeal(strand));
    yield 1 + deals.length;
    return {
      id,
      from,
      to,
      kind,
      directed,
      steps: steps.all(),
      value: value ?? null,
      exclusive,
      disputed,
      count: strands.length,
      deals,
    };
  }

  private isOver({ states }: Strand): boolean {
    const { asOf } = this.corpus;
    return states.findLast(({ from }) => from === null || from <= asOf)?.firmness === 'over';
  }

  private tiedDeal({ deal, states, amount, part }: Strand): TiedDeal {
    const { corpus } = this;
    const isFact = !isDisputable(deal);
    const all = isFact ? stakeText(deal) : dealMoney(corpus, deal);
    const money = part === undefined ? all : part ? describeTotal(part) : undefined;
    const whole = part === undefined ? undefined : all;
    const disputedBy = isFact ? undefined : this.disputersOf(deal);
    return {
      name: deal.name,
      title: isFact ? titleOf(corpus, deal.name) : dealLabel(corpus, deal),
      kind: deal.kind === 'holding' || !isFact ? kindLabel(deal.kind) : l10n.t('unit'),
      ...(money !== undefined && { money }),
      ...(whole !== undefined && { whole }),
      value: amount === undefined ? null : middleOf(amount),
      states,
      ...(disputedBy !== undefined && { disputedBy }),
    };
  }

  private disputersOf(deal: Declaration): string | undefined {
    return disputersOf(this.corpus, deal, moneyProperties);
  }

  private nodeOf(point: Point, drawnAs: ReadonlyMap<string, string>, dealCounts: DealCounts): GraphNode {
    const { corpus } = this;
    const { end } = point;
    const name = end.type === 'party' ? end.name : end.type === 'deal' ? end.deal.name : null;
    const declaration = end.type === 'party' ? corpus.find(end.name) : undefined;
    const [parent] = declaration?.states('parent') ? parentsOf(declaration, corpus.asOf) : [];
    const parentId = parent === undefined ? undefined : idOfParty(this.drawnAs(parent));
    const sector = sectorOf(corpus, end);
    return {
      id: point.id,
      name,
      title: titleOfEnd(corpus, end),
      kind: point.kind,
      ...(sector !== undefined && { sector }),
      ...(declaration && this.plan(declaration)),
      // Who is drawn together with others is nobody's parent.
      ...(parentId !== undefined &&
        parentId !== point.id &&
        drawnAs.get(parentId) === parentId && { parent: parentId }),
      isHub: point.isHub,
      money: point.money ?? null,
      moneySteps: this.moneySteps.get(point.id)?.all() ?? [],
      deals: dealCounts.of(point.id),
    };
  }

  /** What is said of the money of a venture or project. */
  private plan(declaration: Declaration): Pick<GraphNode, 'budget' | 'disputed'> {
    if (kinds[declaration.kind].group !== 'deal') return {};
    const budget = moneyText(declaration);
    const disputed = this.disputersOf(declaration) !== undefined;
    return { ...(budget !== undefined && { budget }), ...(disputed && { disputed }) };
  }

  private nodeOfAll({ id, kind, points }: Gathering, dealCounts: DealCounts): GraphNode {
    const known = points.flatMap(({ money }) => money ?? []);
    return {
      id,
      name: null,
      title: groupTitle(kind, points.length),
      kind: 'others',
      isHub: false,
      money: known.length > 0 ? known.reduce((sum, money) => sum + money, 0) : null,
      moneySteps: this.moneyOfAll(points),
      deals: dealCounts.of(id),
      others: {
        count: points.length,
        titles: points.slice(0, mostTitles).map(({ end }) => titleOfEnd(this.corpus, end)),
      },
    };
  }

  /** What some get and pay, also from each other, each by itself. */
  private moneyOfAll(points: readonly Point[]): GraphNode['moneySteps'] {
    const sum = new MoneySteps();
    for (const { id } of points) {
      const own = this.moneySteps.get(id);
      if (own) sum.addAll(own);
    }
    return sum.all();
  }

  private *hulls(isDrawn: ReadonlySet<string>): Generator<number, { drawn: Hull[]; left: number }> {
    const { corpus, scope } = this;
    const { about } = scope;
    const declared =
      about.type === 'ecosystem' ? [about.ecosystem.declaration] : [...corpus.ofKind('ecosystem')];
    const hulls: Hull[] = [];
    const ids = new Set<string>();
    for (const declaration of declared) {
      const { name } = declaration;
      const { hubs, units, roles, venturePartners, deals } = ecosystemOf(corpus, declaration);
      yield 1 + deals.length;
      const names = [
        ...hubs,
        ...units,
        ...[...roles.values()].flatMap((members) => members.map((member) => member.name)),
        ...venturePartners,
      ];
      const members = [...new Set(names.map((member) => idOfParty(this.drawnAs(member))))].filter((id) =>
        isDrawn.has(id),
      );
      if (members.length < 2) continue;
      // What is declared twice under one name has two outlines.
      let id = name;
      for (let number = 2; ids.has(id); number++) id = `${name} ${number}`;
      ids.add(id);
      hulls.push({ id, title: declaration.title, members });
    }
    hulls.sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
    return { drawn: hulls.slice(0, mostHulls), left: Math.max(0, hulls.length - mostHulls) };
  }

  private *circles(bundles: readonly Bundle[]): Generator<number, Circle[]> {
    const { corpus, scope } = this;
    if (scope.deals.length > mostForCircles) return [];
    const tiesOf = new Map<string, string[]>();
    for (const { id, strands } of bundles) {
      for (const { deal } of strands) {
        const own = tiesOf.get(deal.name);
        if (own) own.push(id);
        else tiesOf.set(deal.name, [id]);
      }
    }
    const steps = circularFlows(amongDeals(corpus, scope.deals));
    for (;;) {
      const step = steps.next();
      yield 1;
      if (!step.done) continue;
      const marked = new Set<string>();
      return step.value.flatMap(({ groups, investments, purchases }): Circle[] => {
        const legs = [investments, ...purchases].map((deals) => [
          ...new Set(deals.flatMap((deal) => tiesOf.get(deal.name) ?? [])),
        ]);
        const ties = legs.flat();
        // Of many circles through the same ties one is enough.
        if (ties.every((tie) => marked.has(tie))) return [];
        for (const tie of ties) marked.add(tie);
        const titles = [...groups].map((group) => titleOf(corpus, group));
        return [{ text: l10n.t('Circular money: {0}.', titles.join(' → ')), legs }];
      });
    }
  }

  private leftOut(
    together: readonly Gathering[],
    inside: ReadonlySet<Declaration>,
    outside: ReadonlySet<Declaration>,
    hulls: number,
  ): LeftOut {
    const { corpus, scope, untied, withItself, betweenUnits, unvalued, currency } = this;
    const between = [...inside].filter((deal) => isDisputable(deal) && !outside.has(deal));
    return {
      together: together.reduce((sum, { points }) => sum + points.length, 0),
      groups: together.length,
      inside: between.length + betweenUnits,
      untied,
      withItself,
      beside: this.beside.map((name) => titleOf(corpus, name)),
      undated: this.undated.map((deal) => dealLabel(corpus, deal)),
      unvalued: currency === null ? 0 : unvalued,
      currency: currency ?? '',
      hulls,
      circlesUnmarked: scope.deals.length > mostForCircles ? mostForCircles : undefined,
    };
  }

  /** The sources that are cited most often. */
  private *sources(): Generator<number, Graph['sources']> {
    const counts = new Map<string, number>();
    let looked = 0;
    for (const deal of this.scope.deals) {
      if (++looked % lightOnes === 0) yield lightOnes / 2;
      for (const { type, text } of citedSources(deal)) {
        const title = type === 'name' ? titleOf(this.corpus, text) : text;
        counts.set(title, (counts.get(title) ?? 0) + 1);
      }
    }
    const titles = [...counts]
      .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .slice(0, 5)
      .map(([title]) => title);
    return { count: counts.size, titles };
  }
}

/** How many deals tie each point, when they come one after the other. */
class DealCounts {
  private readonly counts = new Map<string, { count: number; last: Declaration }>();

  add(id: string, deal: Declaration): void {
    const known = this.counts.get(id);
    if (!known) this.counts.set(id, { count: 1, last: deal });
    else if (known.last !== deal) {
      known.count++;
      known.last = deal;
    }
  }

  of(id: string): number {
    return this.counts.get(id)?.count ?? 0;
  }
}

function addMoney(point: Point | undefined, value: number): void {
  if (point) point.money = (point.money ?? 0) + value;
}

function weightOf({ amount }: Strand): number {
  return amount === undefined ? -1 : middleOf(amount);
}

function byWeight(a: Strand, b: Strand): number {
  return weightOf(b) - weightOf(a) || (a.deal.name < b.deal.name ? -1 : 1);
}

/** Whom a picture is around: the hubs of its ecosystem, its party, or the hubs of all ecosystems. */
function hubsOf({ corpus, about }: Scope): readonly string[] {
  switch (about.type) {
    case 'ecosystem':
      return about.ecosystem.hubs;
    case 'party':
      return [about.name];
    case 'project':
      return [...corpus.ofKind('ecosystem')].flatMap((declaration) =>
        factsOf(declaration, 'hub').flatMap(namesIn),
      );
  }
}

function isExclusive(deal: Declaration): boolean {
  return deal.facts.some(({ flags }) => flags.has('exclusive'));
}

/** Whether its money can be disputed: who belongs to whom has none. */
function isDisputable({ kind }: Declaration): boolean {
  return kinds[kind].group === 'deal';
}

/** The stake that a holding states. */
function stakeText(holding: Declaration): string | undefined {
  const value = factsOf(holding, 'stake')[0]?.values[0];
  return value?.type === 'percent' ? describePercent(value.range) : undefined;
}

/** From when on who belongs to whom, or holds a part of whom, as far as that is said. */
function statesOfOwnership({ kind }: Declaration, line: Fact | undefined): TiedDeal['states'] {
  const from = (line?.on ?? line?.from)?.earliest;
  const until = line?.until?.latest;
  const isDay = (day: number | undefined): day is number => day !== undefined && Number.isFinite(day);
  const text = kind === 'holding' ? l10n.t('holds a stake') : l10n.t('belongs to it');
  const first = { from: isDay(from) ? from : null, text, firmness: 'done' as const };
  // What ends before it begins is wrong in one of the two: a check says so.
  if (!isDay(until) || (first.from !== null && until < first.from)) return [first];
  return [first, { from: until + 1, text: l10n.t('no longer'), firmness: 'over' }];
}
