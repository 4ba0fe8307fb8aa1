import type { KindName } from '../../language/schema';
import { moneyFactOf } from '../../model/deal';
import { movementOf, pairsOf } from '../../model/flow';
import {
  dateOf,
  factsOf,
  isUndisclosed,
  namesIn,
  moneyOf,
  type Declaration,
  type Fact,
} from '../../model/declaration';
import { moneyDateOf, standingOf } from '../../model/lifecycle';
import type { DealDate } from '../../values/date';
import { formatMoney } from '../../values/money';
import { formatPercent } from '../../values/percent';
import { isExact, type Range } from '../../values/range';
import { isEmpty } from '../../values/sum';
import { addressesOf, citationsFor, isAddress } from './cited';
import { droppedByAll, droppedKinds } from './dropped';
import type { Exported } from './exported';
import { someOf } from './numbered';
import { networkOf, type NetworkEdge } from './network';
import { figureIn, wordsOf } from './said';
import { isDeal, isSomebody, ofKinds, type Selection } from './selection';
import { stableId } from './stable-id';
import { isoDay, spellsOf } from './states';

/** An entity of FollowTheMoney, as its JSON has it. */
interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

type Properties = Readonly<Record<string, readonly (string | undefined)[]>>;

/**
 * Parties, sources, ownership and deals as entities of FollowTheMoney, one on a line. What was handed over is a payment;
 * a deal is a link, so that nothing that is only promised or talked about is taken for money that was paid.
 */
export function ftmFile(selection: Selection): Exported {
  const draft = new Draft(selection);
  draft.write();
  const lines = draft.entities.map((entity) => JSON.stringify(entity));
  return {
    files: [{ name: 'deals.ftm.json', content: lines.map((line) => `${line}\n`).join('') }],
    dropped: draft.dropped,
  };
}

class Draft {
  readonly entities: FtmEntity[] = [];
  private readonly schemata = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private undisclosed = 0;
  private inexact = 0;
  private countries = 0;
  private vague = 0;
  private unpaid = 0;

  constructor(private readonly selection: Selection) {}

  write(): void {
    const { parties, deals, declarations } = this.selection;
    const held = new Set(ofKinds(this.selection, ['holding']).flatMap(({ right }) => right));
    for (const name of parties) this.party(name, held.has(name));
    for (const source of ofKinds(this.selection, ['source'])) {
      // Of what is declared twice under one name the first counts.
      if (this.selection.project.find(source.name) === source) this.source(source);
    }
    for (const declaration of declarations) this.ownership(declaration);
    for (const declaration of declarations) if (declaration.kind === 'person') this.roles(declaration);
    this.links();
    for (const deal of deals) this.payments(deal);
  }

  get dropped(): string[] {
    const { selection } = this;
    return [
      ...droppedByAll(selection),
      ...droppedKinds(
        selection,
        (kind) => isDeal({ kind }) || isSomebody({ kind }) || kind === 'holding' || kind === 'source',
      ),
      ...someOf(this.undisclosed, 'tie to somebody undisclosed', 'ties to somebody undisclosed'),
      ...someOf(
        this.unpaid,
        'payment of which nobody knows who paid how much to whom',
        'payments of which nobody knows who paid how much to whom',
      ),
      ...someOf(
        this.inexact,
        'amount of a payment that is not exact, which stands in its description',
        'amounts of payments that are not exact, which stand in their descriptions',
      ),
      ...someOf(
        this.countries,
        'country that is no code of two letters',
        'countries that are no code of two letters',
      ),
      ...someOf(this.vague, 'date that is no day, month or year', 'dates that are no day, month or year'),
    ];
  }

  private party(name: string, isHeld: boolean): void {
    const { project } = this.selection;
    const found = project.find(name);
    const declaration = found && isSomebody(found) ? found : undefined;
    const schema = declaration ? schemaOf(declaration.kind) : isHeld ? 'Company' : 'LegalEntity';
    this.schemata.set(name, schema);
    const words = (property: Parameters<typeof wordsOf>[1]) =>
      declaration ? wordsOf(declaration, property) : [];
    const codes = words('country').filter((each) => /^[A-Za-z]{2}$/.test(each));
    this.countries += words('country').length - codes.length;
    const isBody = schema !== 'Project';
    this.add(schema, idOf(name), {
      name: [declaration?.title ?? name],
      alias: [...words('aka'), ...(declaration && declaration.title !== name ? [name] : [])],
      country: codes.map((code) => code.toLowerCase()),
      description: [declaration?.node.documentation],
      keywords: words('tags'),
      notes: words('note'),
      ...(isBody && {
        sector: words('sector'),
        website: words('website').filter(isAddress),
        leiCode: words('lei'),
        incorporationDate: [this.date(declaration && dateOf(declaration, 'founded'))],
        dissolutionDate: [this.date(declaration && dateOf(declaration, 'closed'))],
      }),
      ...(schema === 'Company' && { ticker: words('ticker') }),
      ...(declaration && { sourceUrl: addressesOf(project, citationsFor(declaration)) }),
    });
  }

  private source(source: Declaration): void {
    this.add('Article', idOfSource(source.name), {
      title: [source.title],
      author: wordsOf(source, 'author'),
      publisher: wordsOf(source, 'publisher'),
      publishedAt: [this.date(dateOf(source, 'published'))],
      retrievedAt: [this.date(dateOf(source, 'retrieved'))],
      sourceUrl: wordsOf(source, 'url').filter(isAddress),
    });
  }

  private ownership(declaration: Declaration): void {
    if (declaration.kind === 'holding') {
      for (const line of factsOf(declaration, 'stake')) {
        for (const owner of declaration.left) {
          for (const asset of declaration.right) this.own(owner, asset, declaration, line);
        }
      }
      this.undisclosed += [...declaration.sides.left, ...declaration.sides.right].filter(
        isUndisclosed,
      ).length;
    } else if (this.schemata.has(declaration.name) && isSomebody(declaration)) {
      for (const line of factsOf(declaration, 'parent')) {
        for (const owner of namesIn(line)) this.own(owner, declaration.name, declaration, line);
      }
    }
  }

  private own(owner: string, asset: string, declaration: Declaration, line: Fact): void {
    this.known(owner);
    this.known(asset);
    const share = figureIn(line);
    // What several hold together is no stake of each.
    const isJoint = line.name === 'stake' && declaration.sides.left.length > 1;
    const percentage = share && !isJoint ? formatPercent(share) : undefined;
    const common = {
      description: [
        share && isJoint && !share.undisclosed
          ? `${formatPercent(share)} held together with others`
          : undefined,
      ],
      ...this.spanOf(declaration, line),
      ...this.cited(declaration, line),
    };
    const id = this.unique('own', declaration.name, owner, asset);
    if (this.schemata.get(asset) === 'Company' && this.schemata.get(owner) !== 'Project') {
      const role = line.name === 'parent' ? 'parent' : undefined;
      this.add('Ownership', id, {
        owner: [idOf(owner)],
        asset: [idOf(asset)],
        percentage: [percentage],
        role: [role],
        ...common,
      });
    } else {
      const role = line.name === 'parent' ? 'parent' : `holds ${percentage ?? 'a part'}`;
      this.add('UnknownLink', id, { subject: [idOf(owner)], object: [idOf(asset)], role: [role], ...common });
    }
  }

  private roles(person: Declaration): void {
    if (!this.schemata.has(person.name)) return;
    for (const line of factsOf(person, 'role')) {
      const employer = line.node.modifiers.find(({ name }) => name === 'at')?.values[0];
      if (employer?.type !== 'name') continue;
      this.known(employer.text);
      const role = line.values.flatMap((value) => ('text' in value ? [value.text] : []));
      const id = this.unique('role', person.name, employer.text);
      const common = { role, ...this.spanOf(person, line), ...this.cited(person, line) };
      const [employee, at] = [[idOf(person.name)], [idOf(employer.text)]];
      if (bodies.has(this.schemata.get(employer.text)!)) {
        this.add('Employment', id, { employee, employer: at, ...common });
      } else this.add('UnknownLink', id, { subject: employee, object: at, ...common });
    }
  }

  /** Deals, as who is tied to whom; of several on both sides each to each. */
  private links(): void {
    const through = new Map<string, { givers: string[]; takers: string[]; edge: NetworkEdge }>();
    for (const edge of networkOf(this.selection).edges) {
      const { from, to, kind } = edge;
      if (kind === 'holding' || kind === 'parent') continue;
      const [giver, taker] = [partyOf(from), partyOf(to)];
      const point = [from, to].find((end) => end.startsWith('deal:'));
      if ([from, to].some((end) => end.startsWith('undisclosed:'))) this.undisclosed++;
      else if (point !== undefined) {
        const ends = through.get(point) ?? { givers: [], takers: [], edge };
        through.set(point, ends);
        if (giver !== undefined) ends.givers.push(giver);
        if (taker !== undefined) ends.takers.push(taker);
      } else if (giver !== undefined && taker !== undefined) this.link(edge, giver, taker);
    }
    for (const { givers, takers, edge } of through.values()) {
      for (const giver of givers) for (const taker of takers) this.link(edge, giver, taker);
    }
  }

  private link({ declaration: deal, states }: NetworkEdge, giver: string, taker: string): void {
    const spells = spellsOf(states);
    const { status } = standingOf(deal, this.selection.project.asOf);
    const money = moneyOf(moneyFactOf(deal));
    const common = {
      status: [status],
      startDate: [isoDay(spells[0]?.from)],
      endDate: [isoDay(spells.at(-1)?.to)],
      summary: [[deal.title, deal.kind, money && formatMoney(money)].filter((part) => part).join(', ')],
      description: [deal.node.documentation],
      recordId: [deal.name],
      ...this.cited(deal),
    };
    const id = this.unique('deal', deal.name, giver, taker);
    const [from, to] = [idOf(giver), idOf(taker)];
    const kinds = [this.schemata.get(giver), this.schemata.get(taker)];
    if (kinds[1] === 'Project' && kinds[0] !== 'Project' && deal.kind === 'project') {
      this.add('ProjectParticipant', id, { participant: [from], project: [to], role: ['owner'], ...common });
    } else if (deal.kind === 'venture' && kinds[0] !== 'Project') {
      this.add('Membership', id, {
        member: [from],
        organization: [to],
        role: rolesOf(deal, giver),
        ...common,
      });
    } else {
      this.add('UnknownLink', id, { subject: [from], object: [to], role: [deal.kind], ...common });
    }
  }

  private payments(deal: Declaration): void {
    const { project } = this.selection;
    const movement = movementOf(deal, project.asOf);
    if (!movement || isEmpty(movement.buckets.executed)) return;
    let isTold = false;
    for (const { giver, receiver, share, buckets } of pairsOf(movement)) {
      if (giver === undefined || receiver === undefined || share === 'unknown') continue;
      for (const { currency, range } of buckets.executed.totals) {
        const { amount, description } = this.amountOf(currency, range);
        const [payer, beneficiary] = [this.schemata.get(giver), this.schemata.get(receiver)];
        if (range.undisclosed || payer === 'Project' || beneficiary === 'Project') continue;
        isTold = true;
        if (amount === undefined) this.inexact++;
        const isDebt = deal.kind === 'loan';
        this.add(isDebt ? 'Debt' : 'Payment', this.unique('paid', deal.name, giver, receiver, currency), {
          ...(isDebt
            ? { creditor: [idOf(giver)], debtor: [idOf(receiver)] }
            : {
                payer: [idOf(giver)],
                beneficiary: [idOf(receiver)],
                purpose: [`${deal.kind} ${deal.title}`],
              }),
          amount: [amount],
          description: [description],
          currency: [currency],
          amountUsd: [currency === 'USD' ? amount : undefined],
          amountEur: [currency === 'EUR' ? amount : undefined],
          date: [this.date(moneyDateOf(deal, project.asOf))],
          recordId: [deal.name],
          ...this.cited(deal),
        });
      }
    }
    if (!isTold) this.unpaid++;
  }

  /** A number says more than is known where a figure is only about right or has bounds: that one is told in words. */
  private amountOf(currency: string, range: Range): { amount?: string; description?: string } {
    return isExact(range) && range.min
      ? { amount: range.min.toFixed() }
      : { description: formatMoney({ currency, range }) };
  }

  private spanOf(declaration: Declaration, { on, from, until }: Fact): Properties {
    const date = on ?? dateOf(declaration, 'on');
    return {
      date: [from ? undefined : this.date(date)],
      startDate: [this.date(from)],
      endDate: [this.date(until)],
    };
  }

  private cited(declaration: Declaration, line?: Fact): Properties {
    const citations = citationsFor(declaration, line);
    const { project } = this.selection;
    return {
      sourceUrl: addressesOf(project, citations),
      proof: citations.flatMap(({ type, text }) =>
        type === 'name' && project.find(text)?.kind === 'source' ? [idOfSource(text)] : [],
      ),
    };
  }

  /** A date as far as it is known; undefined for one that is neither a day, a month nor a year. */
  private date(date: DealDate | undefined): string | undefined {
    if (!date) return undefined;
    const [earliest, latest] = [isoDay(date.earliest), isoDay(date.latest)];
    const length = { day: 10, month: 7, year: 4 };
    const { precision } = date;
    if (earliest && latest && (precision === 'day' || precision === 'month' || precision === 'year')) {
      return earliest.slice(0, length[precision]);
    }
    this.vague++;
    return undefined;
  }

  /** Somebody who is named where nobody looks for parties. */
  private known(name: string): void {
    if (!this.schemata.has(name)) this.party(name, false);
  }

  /** An id that nothing else has: of several alike each has its number. */
  private unique(...texts: string[]): string {
    const key = JSON.stringify(texts);
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count === 1 ? stableId(...texts) : stableId(...texts, String(count));
  }

  private add(schema: string, id: string, properties: Properties): void {
    const told = Object.entries(properties).flatMap(([name, values]) => {
      const own = [
        ...new Set(values.flatMap((value) => (value === undefined || value.trim() === '' ? [] : value))),
      ];
      return own.length > 0 ? [[name, own] as const] : [];
    });
    this.entities.push({ id, schema, properties: Object.fromEntries<readonly string[]>(told) });
  }
}

/** Those that can have members and employ people. */
const bodies: ReadonlySet<string> = new Set(['Company', 'Organization', 'PublicBody']);

function schemaOf(kind: KindName): string {
  switch (kind) {
    case 'company':
    case 'fund':
    case 'venture':
      return 'Company';
    case 'person':
      return 'Person';
    case 'government':
      return 'PublicBody';
    case 'organization':
      return 'Organization';
    case 'project':
      return 'Project';
    default:
      return 'LegalEntity';
  }
}

function idOf(party: string): string {
  return stableId('party', party);
}

function idOfSource(name: string): string {
  return stableId('source', name);
}

function partyOf(id: string): string | undefined {
  return id.startsWith('party:') ? id.slice('party:'.length) : undefined;
}

function rolesOf(venture: Declaration, member: string): string[] {
  return factsOf(venture, 'member').flatMap((line) => (namesIn(line).includes(member) ? line.roles : []));
}
