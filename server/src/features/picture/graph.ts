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
import type { Circle, Graph, GraphNode, Hull, Tie, TiedDeal } from '../../picture/graph';
import { describePercent } from '../../values/percent';
import { disputersOf } from '../summary/disputes';
import { dealMoney } from '../summary/deal';
import { kindLabel, titleOf } from '../summary/names';
import { dealLabel } from '../tree/deal-label';
import { amongDeals } from './corpus-views';
import { Bundles, stepsOf, valueOf, type Bundle, type Strand } from './bundles';
import { idOf, idOfParty, tiesOfDeal, type End } from './deal-ends';
import { statesOf } from './deal-states';
import { gather, type Gathering } from './gathered';
import { groupTitle, kindOfEnd, sectorOf, titleOfEnd, type Point } from './points';
import type { Scope } from './scope';

import { currencyOf, weightOf } from './weight';

/** How a graph is to be drawn. */
export interface GraphOptions {
  /** So many parties have a point of their own at most. */
  readonly most: number;
  /** Units are drawn as their parents. */
  readonly collapseUnits: boolean;
}

/** The circles of money are looked for among so many deals at most: to find them takes longer than all else. */
const mostForCircles = 5000;
/** So many ecosystems are drawn around their members. */
const mostHulls = 8;
/** So many deals of a line are told one by one. */
const mostTold = 8;
/** Of those who are drawn together so many are named. */
const mostTitles = 100;
/** To work out how a deal stands through time takes so many times as long as to look at it. */
const workOfDeal = 2;

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
export function* graphOf(scope: Scope, options: GraphOptions): Generator<number, Graph> {
  const currency = yield* currencyOf(scope.corpus, scope.deals);
  const draft = new Draft(scope, options, currency);
  yield* draft.takeDeals();
  draft.takeOwnership();
  draft.takeUntied();
  return yield* draft.finish();
}

class Draft {
  private readonly points = new Map<string, Point>();
  private readonly loose: Loose[] = [];
  private readonly neighbours = new Map<string, string[]>();
  private readonly heads = new Map<string, string>();
  private readonly hubs: ReadonlySet<string>;
  private readonly corpus: Corpus;
  /** Deals that tie nobody to anybody else. */
  private untied = 0;
  private unvalued = 0;
  /** People without deals. */
  private beside = 0;

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
    const whole = this.weigh(deal, wholeOf(deal));
    if (whole === undefined && wholeOf(deal).totals.length > 0) this.unvalued++;
    const isPoint = deal.kind === 'venture' || deal.kind === 'project';
    if (isPoint) this.pointAt({ type: 'party', name: deal.name }).money = whole;
    const contributions = contributionsTo(deal, Infinity);
    let isTied = isPoint;
    for (const { from, to, kind, directed, isWhole } of ties) {
      const [a, b] = [this.pointAt(from), this.pointAt(to)];
      if (a === b) continue;
      isTied = true;
      const said = from.type === 'party' ? partSaidOf(contributions, [from.name]) : undefined;
      const value = isWhole ? whole : said?.isKnown ? this.weigh(deal, said.money) : undefined;
      this.tie(a, b, kind, directed, { deal, states, value });
      if (value === undefined) continue;
      a.money = (a.money ?? 0) + value;
      if (!(isPoint && b.end.type === 'party' && b.end.name === deal.name)) b.money = (b.money ?? 0) + value;
    }
    if (!isTied) this.untied++;
  }

  /** Who belongs to whom, by parents and by stakes that somebody holds, whatever the day is. */
  takeOwnership(): void {
    const { corpus, scope } = this;
    const names = new Set(scope.parties);
    for (const name of names) {
      const unit = corpus.find(name);
      if (!unit?.states('parent')) continue;
      for (const line of factsOf(unit, 'parent')) {
        for (const parent of namesIn(line)) if (names.has(parent)) this.own(parent, name, unit, line);
      }
    }
    for (const holding of corpus.ofKind('holding')) {
      const [line] = factsOf(holding, 'stake');
      for (const holder of holding.left) {
        for (const held of holding.right) {
          if (names.has(holder) && names.has(held)) this.own(holder, held, holding, line);
        }
      }
    }
  }

  /** Who has no deals has a point as well. People who are in none are there for what they say of others. */
  takeUntied(): void {
    const { corpus, scope } = this;
    for (const name of scope.parties) {
      const isBeside = scope.about.type === 'project' && corpus.find(name)?.kind === 'person';
      if (!isBeside) this.pointAt({ type: 'party', name });
      else if (!this.points.has(idOfParty(this.drawnAs(name)))) this.beside++;
    }
  }

  private own(owner: string, unit: string, declaration: Declaration, line: Fact | undefined): void {
    const [a, b] = [owner, unit].map((name) => this.pointAt({ type: 'party', name }));
    if (!a || !b || a === b) return;
    const strand = { deal: declaration, states: statesOfOwnership(line), value: undefined };
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

  private weigh(deal: Declaration, sum: ReturnType<typeof wholeOf>): number | undefined {
    return weightOf(inBase(this.corpus, deal, sum), this.currency) ?? undefined;
  }

  *finish(): Generator<number, Graph> {
    const { corpus, scope, options, points } = this;
    const all = [...points.values()];
    const { shown, together } = gather(all, options.most, ({ id }) => this.neighbours.get(id) ?? []);
    yield all.length;
    const drawnAs = new Map<string, string>();
    for (const { id } of shown) drawnAs.set(id, id);
    for (const { id, points: own } of together) for (const point of own) drawnAs.set(point.id, id);
    const bundles = new Bundles();
    const inside = new Set<Declaration>();
    for (const { from, to, kind, directed, strand } of this.loose) {
      const [a, b] = [drawnAs.get(from)!, drawnAs.get(to)!];
      if (a === b) inside.add(strand.deal);
      else bundles.add(a, b, kind, directed, strand);
    }
    yield this.loose.length;
    const drawn = bundles.all(4 * options.most);
    const ties: Tie[] = [];
    for (const bundle of drawn) {
      ties.push(this.tieOf(bundle));
      yield 1 + Math.min(bundle.strands.length, mostTold);
    }
    for (const { strands } of drawn) for (const { deal } of strands) inside.delete(deal);
    const nodes = [
      ...shown.map((point) => this.nodeOf(point, drawnAs)),
      ...together.map((each) => this.nodeOfAll(each)),
    ];
    yield nodes.length;
    const isDrawn = new Set(nodes.map(({ id }) => id));
    const hulls = yield* this.hulls(isDrawn);
    const circles = yield* this.circles(drawn);
    const days = new Set(
      ties.flatMap(({ steps }) => steps.flatMap(({ from }) => (from === null ? [] : [from]))),
    );
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
      remarks: [...this.remarks(together, inside.size, hulls.left)],
      sources: this.sources(),
    };
  }

  private tieOf({ id, from, to, kind, directed, strands }: Bundle): Tie {
    const told = strands
      .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.deal.name < b.deal.name ? -1 : 1))
      .slice(0, mostTold)
      .map((strand) => this.tiedDeal(strand));
    return {
      id,
      from,
      to,
      kind,
      directed,
      steps: stepsOf(strands),
      value: valueOf(strands) ?? null,
      exclusive: strands.some(({ deal }) => isExclusive(deal)),
      disputed: strands.some(({ deal }) => isDisputable(deal) && this.disputersOf(deal) !== undefined),
      count: strands.length,
      deals: told,
    };
  }

  private tiedDeal({ deal, states, value }: Strand): TiedDeal {
    const { corpus } = this;
    const isFact = !isDisputable(deal);
    const money = isFact ? stakeText(deal) : dealMoney(corpus, deal);
    const disputedBy = isFact ? undefined : this.disputersOf(deal);
    return {
      name: deal.name,
      title: isFact ? titleOf(corpus, deal.name) : dealLabel(corpus, deal),
      kind: deal.kind === 'holding' || !isFact ? kindLabel(deal.kind) : l10n.t('unit'),
      ...(money !== undefined && { money }),
      value: value ?? null,
      states,
      ...(disputedBy !== undefined && { disputedBy }),
    };
  }

  private disputersOf(deal: Declaration): string | undefined {
    return disputersOf(this.corpus, deal, moneyProperties);
  }

  private nodeOf(point: Point, drawnAs: ReadonlyMap<string, string>): GraphNode {
    const { corpus } = this;
    const { end } = point;
    const name = end.type === 'party' ? end.name : end.type === 'deal' ? end.deal.name : null;
    const declaration = end.type === 'party' ? corpus.find(end.name) : undefined;
    const [parent] = declaration?.states('parent') ? parentsOf(declaration, corpus.asOf) : [];
    const parentId = parent === undefined ? undefined : drawnAs.get(idOfParty(parent));
    const sector = sectorOf(corpus, end);
    return {
      id: point.id,
      name,
      title: titleOfEnd(corpus, end),
      kind: point.kind,
      ...(sector !== undefined && { sector }),
      ...(parentId !== undefined && parentId !== point.id && { parent: parentId }),
      isHub: point.isHub,
      money: point.money ?? null,
      deals: point.degree,
    };
  }

  private nodeOfAll({ id, kind, points }: Gathering): GraphNode {
    const known = points.flatMap(({ money }) => money ?? []);
    return {
      id,
      name: null,
      title: groupTitle(kind, points.length),
      kind: 'others',
      isHub: false,
      money: known.length > 0 ? known.reduce((sum, money) => sum + money, 0) : null,
      deals: points.reduce((sum, { degree }) => sum + degree, 0),
      others: {
        count: points.length,
        titles: points.slice(0, mostTitles).map(({ end }) => titleOfEnd(this.corpus, end)),
      },
    };
  }

  private *hulls(isDrawn: ReadonlySet<string>): Generator<number, { drawn: Hull[]; left: number }> {
    const { corpus, scope } = this;
    const { about } = scope;
    const declared =
      about.type === 'ecosystem' ? [about.ecosystem.declaration] : [...corpus.ofKind('ecosystem')];
    const hulls: Hull[] = [];
    for (const declaration of declared) {
      const { hubs, units, roles, venturePartners, deals } = ecosystemOf(corpus, declaration);
      yield 1 + deals.length;
      const names = [
        ...hubs,
        ...units,
        ...[...roles.values()].flatMap((members) => members.map(({ name }) => name)),
        ...venturePartners,
      ];
      const members = [...new Set(names.map((name) => idOfParty(this.drawnAs(name))))].filter((id) =>
        isDrawn.has(id),
      );
      if (members.length > 1) hulls.push({ id: declaration.name, title: declaration.title, members });
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
      return step.value.map(({ groups, investments, purchases }) => ({
        text: l10n.t('Circular money: {0}.', [...groups].map((group) => titleOf(corpus, group)).join(' → ')),
        ties: [
          ...new Set([...investments, ...purchases.flat()].flatMap((deal) => tiesOf.get(deal.name) ?? [])),
        ],
      }));
    }
  }

  private *remarks(
    together: readonly Gathering[],
    inside: number,
    hullsLeft: number,
  ): Generator<string, void> {
    const { scope, untied, unvalued, currency } = this;
    if (together.length > 0) {
      const count = together.reduce((sum, { points }) => sum + points.length, 0);
      yield l10n.t(
        '{0} with less money and fewer deals are drawn together in {1} points. Show more, or a picture around one of them.',
        count,
        together.length,
      );
    }
    if (inside > 0) yield l10n.t('{0} deals are between parties that are drawn as one.', inside);
    if (untied > 0) yield l10n.t('{0} deals name nobody on one side, so they have no line.', untied);
    if (unvalued > 0 && currency !== null) {
      yield l10n.t(
        'The money of {0} deals cannot be told in {1}; their lines are thin. An exchange rate (fx) helps.',
        unvalued,
        currency,
      );
    }
    if (hullsLeft > 0) yield l10n.t('{0} smaller ecosystems have no outline.', hullsLeft);
    if (scope.deals.length > mostForCircles) {
      yield l10n.t('Circular money is not marked among more than {0} deals.', mostForCircles);
    }
  }

  /** The sources that are cited most often. */
  private sources(): Graph['sources'] {
    const counts = new Map<string, number>();
    for (const deal of this.scope.deals) {
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

/** From when on who belongs to whom, as far as that is said. */
function statesOfOwnership(line: Fact | undefined): TiedDeal['states'] {
  const from = (line?.on ?? line?.from)?.earliest;
  const until = line?.until?.latest;
  const isDay = (day: number | undefined): day is number => day !== undefined && Number.isFinite(day);
  return [
    { from: isDay(from) ? from : null, text: l10n.t('belongs to it'), firmness: 'done' },
    ...(isDay(until) ? [{ from: until + 1, text: l10n.t('no longer'), firmness: 'over' as const }] : []),
  ];
}
