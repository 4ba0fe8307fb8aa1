import * as l10n from '@vscode/l10n';
import { kinds, type MoneyPurpose } from '../../language/schema';
import { claimsAbout } from '../../model/claim';
import { inBase } from '../../model/conversion';
import { hasMoney, moneyFactOf } from '../../model/deal';
import type { Corpus } from '../../model/corpus';
import { dateOf, factOf, factsOf, moneyOf, namesIn, textOf, type Declaration } from '../../model/declaration';
import {
  ecosystemsWith,
  partnersOf,
  tieOf,
  type Ecosystem,
  type EcosystemRole,
  type Member,
} from '../../model/ecosystem';
import { flowsOf, type Flow } from '../../model/flow';
import { whyImpossibleMoney } from '../../model/impossible-figure';
import { holdingsOf, type Holding } from '../../model/holding';
import { dateOfDeal, liesAhead, standingOf } from '../../model/lifecycle';
import { dealsOf, flowsOfParty, positionsOf, type Position } from '../../model/position';
import { stepUp, valuationsOf, type ValuationPoint } from '../../model/valuation';
import { compareDates, describeDate } from '../../values/date';
import { describeMoney } from '../../values/money';
import { describeMultiple } from '../../values/multiple';
import { describePercent } from '../../values/percent';
import { statusText } from './deal';
import { describeTotal, remarksOn, whenOf, withRemarks } from './figures';
import { tieText } from './ecosystem';
import { pointParts, stepText, valuationDispute } from './valuation';
import { describeSum, isEmpty } from '../../values/sum';
import { dotted, escapeMarkdown, paragraphs } from './markdown';
import { disputedInSum, disputedText, withDispute } from './disputes';
import { enumerate, kindLabel, partiesIn, partiesOf, partyNames, shortenedBy, titleOf } from './names';
import { convertedMark, formsText, inForm, onlyForm, rateRemarks, withForms } from './sums';

/**
 * The card of a party: what it is, its money, what it is worth, who owns how much of whom, and where it belongs.
 * @param asOf as of which day it is, in words
 */
export function partyCard(corpus: Corpus, party: Declaration, asOf?: string): string {
  const deals = dealsOf(corpus, party.name);
  const flows = deals
    .flatMap((deal) => flowsOf(deal, party.name, corpus.asOf))
    .filter((flow) => !fellOut(corpus, flow));
  const positions = positionsOf(corpus, flows);
  return paragraphs(
    dotted([
      l10n.t('**{0}** · {1}', escapeMarkdown(party.title), kindLabel(party.kind)),
      asOf,
      whatItIs(corpus, party, deals),
    ]),
    party.node.documentation,
    positions.map((position) => positionMarkdown(corpus, party, position)).join('\n'),
    valuationLine(corpus, valuationsOf(corpus, party.name)),
    // Close together, so that the card fits into a hover without scrolling.
    [...stakeLines(corpus, party), ecosystemsLine(corpus, party), countsLine(corpus, party, deals.length)]
      .filter((line) => line !== '')
      .join('  \n'),
  );
}

/** Whether a deal is over and nothing was handed over in it. */
function fellOut(corpus: Corpus, { deal, buckets }: Flow): boolean {
  return standingOf(deal, corpus.asOf).commitment === 'over' && isEmpty(buckets.promised);
}

/** What a party is and how much money goes in, in one line without markup. */
export function partyLine(corpus: Corpus, party: Declaration): string {
  const money = positionsOf(corpus, flowsOfParty(corpus, party.name))
    .map((position) => sumLine(corpus, position))
    .find((line) => line !== '');
  return dotted([kindLabel(party.kind), parentText(corpus, party), money]);
}

/** A position in a few words: `raised $11B, $2B in talks (disputed by Elon Musk)`. */
export function sumLine(corpus: Corpus, position: Position): string {
  const { direction, purpose, buckets } = position;
  const { promised, rumored } = buckets;
  const figures = [
    isEmpty(promised) ? undefined : withForms(describeTotal(promised), promised),
    isEmpty(rumored) ? undefined : withForms(l10n.t('{0} in talks', describeTotal(rumored)), rumored),
  ];
  const text = figures.filter((part) => part !== undefined).join(', ');
  if (!text) return '';
  const line = l10n.t('{0} {1}', positionLabel(direction, purpose).toLowerCase(), text);
  return withDispute(withRemarks(line, [convertedMark([buckets])]), disputedIn(corpus, position));
}

/** Who disputes what a position is made of. */
export function disputedIn(corpus: Corpus, { flows }: Position): string | undefined {
  return disputedInSum(
    corpus,
    flows.filter(({ buckets }) => hasMoney(buckets)).map(({ deal }) => deal),
  );
}

/** What money of a purpose is called for the party that gets or gives it. */
export function positionLabel(direction: Flow['direction'], purpose: MoneyPurpose): string {
  if (direction === 'in') {
    switch (purpose) {
      case 'capital':
        return l10n.t('Raised');
      case 'debt':
        return l10n.t('Borrowed');
      case 'grant':
        return l10n.t('Granted to it');
      case 'purchase':
        return l10n.t('Sold');
      case 'trade':
        return l10n.t('Sales');
      case 'plan':
        return l10n.t('Budget');
    }
  }
  switch (purpose) {
    case 'capital':
      return l10n.t('Invested');
    case 'debt':
      return l10n.t('Lent');
    case 'grant':
      return l10n.t('Granted');
    case 'purchase':
      return l10n.t('Acquisitions');
    case 'trade':
      return l10n.t('Purchases');
    case 'plan':
      return l10n.t('Planned spending');
  }
}

/** A role in an ecosystem, in prose. */
function roleLabel(role: EcosystemRole): string {
  switch (role) {
    case 'backer':
      return l10n.t('backer');
    case 'portfolio':
      return l10n.t('portfolio');
    case 'supplier':
      return l10n.t('supplier');
    case 'customer':
      return l10n.t('customer');
    case 'ally':
      return l10n.t('ally');
    case 'venture':
      return l10n.t('venture');
    case 'other':
      return l10n.t('counted in');
  }
}

function parentText(corpus: Corpus, party: Declaration): string | undefined {
  const parent = factOf(party, 'parent');
  const names = parent && partiesIn(corpus, [parent]);
  return names ? withRemarks(l10n.t('unit of {0}', names), [whenOf(parent)]) : undefined;
}

/** Who buys a party, and how that stands. */
function acquirersText(corpus: Corpus, party: string, deals: readonly Declaration[]): string[] {
  const acquisitions = deals.filter(
    (deal) => deal.kind === 'acquisition' && deal.right.includes(party) && !liesAhead(deal, corpus.asOf),
  );
  acquisitions.sort((a, b) => (a.name < b.name ? -1 : 1));
  return acquisitions.flatMap((deal) => {
    const { commitment, on } = standingOf(deal, corpus.asOf);
    const buyers = partiesOf(corpus, deal, 'left');
    switch (commitment) {
      case 'done':
        return withRemarks(l10n.t('acquired by {0}', buyers), [on && describeDate(on)]);
      case 'over':
        return [];
      default:
        return withRemarks(l10n.t('acquisition by {0}', buyers), [statusText(corpus, deal)]);
    }
  });
}

/** So many stakes are told on each side; the rest is counted. */
const mostStakes = 4;

/** What a party holds of others, and others of it, a line each. */
function stakeLines(corpus: Corpus, party: Declaration): string[] {
  const { held, holders } = holdingsOf(corpus, party.name);
  const stakes = (holdings: readonly Holding[], text: (stake: string, holding: Holding) => string) =>
    escapeMarkdown(
      shortenedBy(
        holdings,
        (holding) => {
          const { declaration, fact, on } = holding;
          return withRemarks(text(describePercent(holding.stake), holding), [
            ...remarksOn(fact, on),
            disputedText(corpus, declaration, ['stake']),
          ]);
        },
        ' · ',
        mostStakes,
      ),
    );
  const of = ({ declaration }: Holding, side: 'left' | 'right') => partiesOf(corpus, declaration, side);
  const own = stakes(held, (stake, holding) => l10n.t('{0} of {1}', stake, of(holding, 'right')));
  const others = stakes(holders, (stake, holding) => l10n.t('{0} {1}', of(holding, 'left'), stake));
  return [own && l10n.t('Holds: {0}', own), others && l10n.t('Held by: {0}', others)];
}

function whatItIs(corpus: Corpus, party: Declaration, deals: readonly Declaration[]): string {
  const founded = dateOf(party, 'founded');
  const closed = dateOf(party, 'closed');
  const aka = factsOf(party, 'aka').flatMap((fact) =>
    fact.values.map((value) => ('text' in value ? value.text : '')),
  );
  const roles = factsOf(party, 'role').map((fact) => {
    const role = fact.values.map((value) => ('text' in value ? value.text : '')).join(', ');
    const at = fact.node.modifiers.find((modifier) => modifier.name === 'at')?.values[0];
    return withRemarks(at ? l10n.t('{0} at {1}', role, titleOf(corpus, at.text)) : role, [whenOf(fact)]);
  });
  const provides = factsOf(party, 'provides')
    .flatMap(namesIn)
    .map((name) => titleOf(corpus, name));
  const managers = partiesIn(corpus, factsOf(party, 'manager'));
  return escapeMarkdown(
    dotted([
      aka.length > 0 ? l10n.t('also {0}', enumerate(aka)) : undefined,
      parentText(corpus, party),
      ...acquirersText(corpus, party.name, deals),
      managers ? l10n.t('managed by {0}', managers) : undefined,
      ...roles,
      textOf(party, 'country'),
      textOf(party, 'sector'),
      provides.length > 0 ? l10n.t('provides {0}', enumerate(provides)) : undefined,
      founded && l10n.t('founded {0}', describeDate(founded)),
      closed && l10n.t('closed {0}', describeDate(closed)),
    ]),
  );
}

/** A position with its figures, and below it what they are made of: who, how much, and what is special about it. */
function positionMarkdown(corpus: Corpus, party: Declaration, position: Position): string {
  const { direction, purpose, buckets, flows } = position;
  const { promised, executed, rumored } = buckets;
  const figures = [
    isEmpty(promised) ? undefined : withForms(l10n.t('{0} promised', describeTotal(promised)), promised),
    isEmpty(executed)
      ? undefined
      : withForms(l10n.t('of it {0} executed', describeTotal(executed)), executed),
  ].filter((figure) => figure !== undefined);
  const talks = isEmpty(rumored)
    ? undefined
    : withForms(l10n.t('{0} in talks', describeTotal(rumored)), rumored);
  const sums = dotted([figures.join(', '), talks]) || l10n.t('no figures');
  const label = positionLabel(direction, purpose);
  return [
    `- **${label}:** ${escapeMarkdown(withDispute(sums, disputedIn(corpus, position)))}`,
    escapeMarkdown(partsText(corpus, party, flows)),
    escapeMarkdown(dotted(rateRemarks(corpus, [buckets]))),
  ]
    .filter((line) => line !== '')
    .join('  \n  ');
}

function partsText(corpus: Corpus, party: Declaration, flows: readonly Flow[]): string {
  const sorted = byDate(corpus, flows);
  const inTalks = (flow: Flow) => standingOf(flow.deal, corpus.asOf).commitment === 'talk';
  const text = (flow: Flow) => partText(corpus, party, flow);
  const counted = sorted.filter((flow) => !inTalks(flow));
  const talks = sorted.filter(inTalks);
  return dotted([
    shortenedBy(counted, text, ' + '),
    talks.length > 0 ? l10n.t('in talks: {0}', shortenedBy(talks, text, ' + ')) : undefined,
  ]);
}

function partText(corpus: Corpus, party: Declaration, flow: Flow): string {
  const { promised, rumored } = flow.buckets;
  const sum = isEmpty(rumored) ? promised : rumored;
  const converted = inBase(corpus, flow.deal, sum);
  const who = counterparties(corpus, flow.deal, party.name);
  const form = onlyForm(sum);
  const money = form ? inForm(form, describeSum(sum)) : describeSum(sum);
  return withRemarks(isEmpty(sum) ? who : `${who} ${money}`, [
    converted.conversions.length > 0 ? describeSum(converted) : undefined,
    form ? undefined : formsText(sum),
    flow.share === 'unknown' ? l10n.t('share unknown') : undefined,
    uncountedText(flow.deal),
    disputedText(corpus, flow.deal),
  ]);
}

/** What a deal says of its money that is in no sum, since it cannot be. */
function uncountedText(deal: Declaration): string | undefined {
  const stated = moneyOf(moneyFactOf(deal));
  return stated && whyImpossibleMoney(stated)
    ? l10n.t('{0} not counted: impossible', describeMoney(stated))
    : undefined;
}

/** Who stands on the other side of a deal; the deal's own title where it has no sides, or nobody stands there. */
function counterparties(corpus: Corpus, deal: Declaration, party: string): string {
  const { left, right } = deal.sides;
  const own = deal.title.trim() || deal.name;
  if (kinds[deal.kind].relation !== 'directed') return own;
  const leads = factsOf(deal, 'lead').flatMap(namesIn);
  const isGiver = deal.left.includes(party) || leads.includes(party);
  return partyNames(corpus, isGiver ? right : left, 2) || own;
}

function byDate(corpus: Corpus, flows: readonly Flow[]): Flow[] {
  const dated = flows.map((flow) => ({ flow, on: dateOfDeal(flow.deal, corpus.asOf) }));
  dated.sort(
    (a, b) =>
      (a.on && b.on ? compareDates(a.on, b.on) : a.on ? 1 : b.on ? -1 : 0) ||
      (a.flow.deal.name < b.flow.deal.name ? -1 : 1),
  );
  return dated.map(({ flow }) => flow);
}

function valuationLine(corpus: Corpus, points: readonly ValuationPoint[]): string {
  const last = points.at(-1);
  if (!last) return '';
  const now = l10n.t('Valuation: {0}', escapeMarkdown(dotted(pointParts(corpus, last))));
  const step = stepUp(points);
  if (!step) return now;
  if (!step.multiple)
    return l10n.t('{0}; before: {1}', now, escapeMarkdown(dotted(pointParts(corpus, step.from))));
  const since = step.from.on && l10n.t('since {0}', describeDate(step.from.on));
  const disputed = valuationDispute(corpus, step.from);
  return l10n.t(
    '{0}  \nStep-up: **{1}** {2}',
    now,
    escapeMarkdown(describeMultiple(step.multiple)),
    escapeMarkdown(withRemarks(since ?? '', [stepText(step), disputed]).trim()),
  );
}

function ecosystemsLine(corpus: Corpus, party: Declaration): string {
  const found = ecosystemsWith(corpus, party.name);
  if (found.length === 0) return '';
  const names = found.map(({ ecosystem, roles }) =>
    l10n.t(
      '{0} ({1})',
      ecosystem.declaration.title,
      placesIn(corpus, ecosystem, party.name, roles).join(', '),
    ),
  );
  return l10n.t('Ecosystems: {0}', escapeMarkdown(names.sort().join(' · ')));
}

/**
 * What a party is in an ecosystem, in words: a hub or a unit of one, its roles and how it is tied in each, and whether it
 * takes part in a venture together with a hub.
 */
export function placesIn(
  corpus: Corpus,
  ecosystem: Ecosystem,
  party: string,
  roles: readonly EcosystemRole[],
): string[] {
  const tied = (label: string, members: readonly Member[]) => {
    const member = members.find(({ name }) => name === party);
    const tie = member && tieText(tieOf(member, corpus.asOf));
    return tie ? l10n.t('{0} {1}', label, tie) : label;
  };
  const { hubs, units, venturePartners } = ecosystem;
  return [
    ...(hubs.includes(party) ? [l10n.t('hub')] : units.includes(party) ? [l10n.t('unit of the hub')] : []),
    ...roles.map((role) => tied(roleLabel(role), ecosystem.roles.get(role) ?? [])),
    ...(venturePartners.includes(party) ? [tied(l10n.t('partner in a venture'), partnersOf(ecosystem))] : []),
  ];
}

function countsLine(corpus: Corpus, party: Declaration, deals: number): string {
  const claims = claimsAbout(corpus, party.name).length;
  return dotted([
    deals === 0 ? undefined : deals === 1 ? l10n.t('1 deal') : l10n.t('{0} deals', deals),
    claims === 0 ? undefined : claims === 1 ? l10n.t('1 claim') : l10n.t('{0} claims', claims),
  ]);
}
