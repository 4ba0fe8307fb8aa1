import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import type { Corpus, MentionSite } from '../model/corpus';
import { inBase } from '../model/conversion';
import { wholeOf } from '../model/deal';
import { factOf, factsOf, nameSpan, namesIn, type Declaration } from '../model/declaration';
import { endsOf } from '../model/flow';
import { GroupLines } from '../model/group';
import { liesAhead, standingOf } from '../model/lifecycle';
import { withBroader } from '../model/resource';
import { describePercent } from '../values/percent';
import { add, certainlyAtLeast, exact, withBounds, type Range } from '../values/range';
import { commonUnit, findUnit } from '../values/units';
import { withDisputes } from '../project/disputed';
import type { PartyCheck, PartyContext, PlacedFound } from '../project/check';

/** What is looked at: whoever has no computing capacity of its own hangs on those who have. */
const resource = 'compute';

export const lockIn: PartyCheck = {
  scope: 'party',
  code: 'lock-in',
  severity: 'information',
  title: 'A party gets most of its compute from one supplier',
  docs: 'The share of one supplier, with its parent and the units of it, in the compute that a party has contracted by `supply` deals that are announced, signed or closed: at least 50%, or at least 80%, by every reading of the bounds. It is measured in money where the money of all these contracts is known in one currency, or can be told in the `baseCurrency`, else in capacity where all state it in one unit; a contract that provides more than compute counts with all of it. Where neither is known, a supplier counts only if it is the only one. It says so where the supplier’s group is an investor in the party as well: then money comes back as revenue.',
  examples: {
    bad: 'company Amazon\ncompany AWS { parent Amazon }\ncompany Anthropic\n\nsupply Cloud: AWS -> Anthropic {\n  provides compute per <https://example.com>\n  status   signed\n}\n',
    good: 'company Amazon\ncompany AWS { parent Amazon }\ncompany Google\ncompany Anthropic\n\nsupply Cloud: AWS -> Anthropic {\n  provides compute per <https://example.com>\n  amount   $2B\n  status   signed\n}\n\nsupply Other: Google -> Anthropic {\n  provides compute per <https://example.com>\n  amount   $1B..$4B\n  status   signed\n}\n',
  },
  noFix: 'nothing is wrong; it follows from the contracts that are written down.',
  run: (context, corpus) => {
    const groups = new GroupLines(corpus);
    const contracts = context.deals.filter((deal) => isContract(corpus, deal, context.party.name, groups));
    const suppliers = [...new Set(contracts.flatMap(({ left }) => left))].sort();
    const seen = new Set<string>();
    return suppliers.flatMap((supplier) => {
      const line = groups.of(supplier);
      if (groups.meet(supplier, seen)) return [];
      for (const name of line) seen.add(name);
      const own = contracts.filter((deal) => isWhollyOf(deal, line, groups));
      const [first] = own;
      const share = first && shareOf(corpus, own, contracts);
      if (!share) return [];
      const found = told(context, corpus, first, share);
      return [share.by === 'money' ? withDisputes(corpus, contracts, found) : found];
    });
  },
};

/** Whether somebody outside the customer's own group supplies it with compute. */
function isContract(corpus: Corpus, deal: Declaration, customer: string, groups: GroupLines): boolean {
  const { asOf } = corpus;
  if (deal.kind !== 'supply' || !deal.right.includes(customer)) return false;
  const { commitment } = standingOf(deal, asOf);
  if (commitment === 'over' || commitment === 'talk' || liesAhead(deal, asOf)) return false;
  const isCompute = factsOf(deal, 'provides').some(
    (fact) =>
      (!fact.until || fact.until.latest >= asOf) &&
      namesIn(fact).some((name) => withBroader(corpus, name).has(resource)),
  );
  return isCompute && !deal.left.some((supplier) => groups.meet(supplier, groups.of(customer)));
}

function isWhollyOf(deal: Declaration, supplier: ReadonlySet<string>, groups: GroupLines): boolean {
  return (
    deal.left.length === deal.sides.left.length && deal.left.every((name) => groups.meet(name, supplier))
  );
}

/** How much of all a supplier has. */
interface Share {
  /** In what it is measured; `only` where nobody else supplies anything. */
  readonly by: 'money' | 'capacity' | 'only';
  readonly percent: Range;
  readonly isMost: boolean;
}

const half = { own: new Big(1), rest: new Big(1) };
/** Four fifths are four times the rest. */
const fourFifths = { own: new Big(1), rest: new Big(4) };

/** The share of some contracts in all, where it is at least a half for sure. */
function shareOf(
  corpus: Corpus,
  own: readonly Declaration[],
  all: readonly Declaration[],
): Share | undefined {
  if (own.length === all.length) return { by: 'only', percent: exact(new Big(100)), isMost: true };
  const others = all.filter((deal) => !own.includes(deal));
  // What others get of a contract is not known.
  if (all.some(({ sides }) => sides.right.length > 1)) return undefined;
  for (const by of ['money', 'capacity'] as const) {
    const measured = by === 'money' ? moneyOf(corpus, own, others) : capacityOf(own, others);
    if (!measured) continue;
    const isAtLeast = ({ rest }: typeof half) => certainlyAtLeast(measured.own, times(measured.rest, rest));
    if (!isAtLeast(half)) return undefined;
    return { by, percent: percentOf(measured), isMost: isAtLeast(fourFifths) };
  }
  return undefined;
}

interface Measured {
  readonly own: Range;
  readonly rest: Range;
}

function moneyOf(
  corpus: Corpus,
  own: readonly Declaration[],
  others: readonly Declaration[],
): Measured | undefined {
  const money = (deals: readonly Declaration[]) =>
    deals.flatMap((deal) => {
      const { totals, undisclosed } = inBase(corpus, deal, wholeOf(deal));
      return totals.length === 1 && undisclosed === 0 ? totals : [];
    });
  const [ownMoney, otherMoney] = [money(own), money(others)];
  const isKnown = ownMoney.length === own.length && otherMoney.length === others.length;
  const currencies = new Set([...ownMoney, ...otherMoney].map(({ currency }) => currency));
  if (!isKnown || currencies.size !== 1) return undefined;
  return {
    own: ownMoney.map(({ range }) => range).reduce(add),
    rest: otherMoney.map(({ range }) => range).reduce(add),
  };
}

function capacityOf(own: readonly Declaration[], others: readonly Declaration[]): Measured | undefined {
  const first = own.flatMap(quantityOf)[0];
  const unit = first && findUnit(first.unit);
  if (!unit) return undefined;
  const sum = (deals: readonly Declaration[]): Range | undefined => {
    const ranges = deals.flatMap((deal) => {
      const quantity = quantityOf(deal)[0];
      const other = quantity && findUnit(quantity.unit);
      return quantity && other && commonUnit(unit, other) ? [times(quantity.range, other.factor)] : [];
    });
    return ranges.length === deals.length ? ranges.reduce(add) : undefined;
  };
  const [ownSum, rest] = [sum(own), sum(others)];
  return ownSum && rest && { own: ownSum, rest };
}

function quantityOf(deal: Declaration): { range: Range; unit: string }[] {
  const value = factOf(deal, 'capacity')?.values[0];
  return value?.type === 'quantity' && !value.quantity.range.undisclosed ? [value.quantity] : [];
}

function times(range: Range, factor: Big): Range {
  return withBounds(range, range.min?.times(factor), range.max?.times(factor));
}

const HUNDRED = new Big(100);
const EIGHTY = new Big(80);
const down = 0;

/** A share in whole percent, but not as one that it does not reach. */
function shown(share: Big): Big {
  const whole = share.round(0);
  return [EIGHTY, HUNDRED].some((limit) => share.lt(limit) && whole.gte(limit))
    ? share.round(1, down)
    : whole;
}

function percentOf({ own, rest }: Measured): Range {
  const part = (of: Big | undefined, other: Big | undefined) =>
    of && other && of.plus(other).gt(0) ? shown(of.div(of.plus(other)).times(HUNDRED)) : undefined;
  const least = part(own.min, rest.max) ?? new Big(50);
  const range = withBounds(own, least, part(own.max, rest.min) ?? HUNDRED);
  return { ...range, approximate: own.approximate || rest.approximate, undisclosed: false };
}

function told(
  { party, deals, sites }: PartyContext,
  corpus: Corpus,
  contract: Declaration,
  share: Share,
): PlacedFound {
  const supplier = corpus.find(contract.left[0] ?? '')?.title ?? contract.left[0] ?? '';
  const investment = investmentOf(corpus, party.name, contract, deals, sites);
  const investor = investment && (corpus.find(investment.investor)?.title ?? investment.investor);
  return {
    at: contract,
    span: nameSpan(contract),
    message: messageOf(party.title, supplier, share, investor),
    ...(investment && {
      related: [
        {
          declaration: investment.deal,
          span: nameSpan(investment.deal),
          message: l10n.t('the investment of {0}', investor ?? ''),
        },
      ],
    }),
  };
}

function messageOf(
  customer: string,
  supplier: string,
  { by, percent, isMost }: Share,
  investor: string | undefined,
): string {
  if (by === 'only') {
    return investor === undefined
      ? l10n.t('Lock-in: {0} is the only supplier of compute to {1} that is known here.', supplier, customer)
      : l10n.t(
          'Lock-in: {0} is the only supplier of compute to {1} that is known here, and {2} is an investor in it.',
          supplier,
          customer,
          investor,
        );
  }
  const share = describePercent(percent);
  const limit = isMost ? '80%' : '50%';
  if (by === 'money') {
    return investor === undefined
      ? l10n.t(
          'Lock-in: {0} has {1} of the money for compute that {2} has contracted, at least {3}.',
          supplier,
          share,
          customer,
          limit,
        )
      : l10n.t(
          'Lock-in: {0} has {1} of the money for compute that {2} has contracted, at least {3}, and {4} is an investor in it.',
          supplier,
          share,
          customer,
          limit,
          investor,
        );
  }
  return investor === undefined
    ? l10n.t(
        'Lock-in: {0} has {1} of the capacity of compute that {2} has contracted, at least {3}.',
        supplier,
        share,
        customer,
        limit,
      )
    : l10n.t(
        'Lock-in: {0} has {1} of the capacity of compute that {2} has contracted, at least {3}, and {4} is an investor in it.',
        supplier,
        share,
        customer,
        limit,
        investor,
      );
}

/** An investment of the supplier's group in the customer, or a stake that it holds. */
function investmentOf(
  corpus: Corpus,
  customer: string,
  contract: Declaration,
  deals: readonly Declaration[],
  sites: readonly MentionSite[],
): { deal: Declaration; investor: string } | undefined {
  const holdings = sites.flatMap(({ declaration, mention }) =>
    declaration.kind === 'holding' && mention.role === 'right' ? [declaration] : [],
  );
  const groups = new GroupLines(corpus);
  const suppliers = groups.ofAll(contract.left);
  const isOwn = (name: string) => groups.meet(name, suppliers);
  for (const deal of [...deals, ...holdings]) {
    if (!isInvestment(deal, customer, corpus.asOf)) continue;
    const investor = (deal.kind === 'holding' ? deal.left : endsOf(deal).payers.parties).find(isOwn);
    if (investor !== undefined) return { deal, investor };
  }
  return undefined;
}

function isInvestment(deal: Declaration, company: string, day: number): boolean {
  if (!deal.right.includes(company)) return false;
  if (deal.kind === 'holding') return true;
  const { commitment } = standingOf(deal, day);
  return (
    (deal.kind === 'investment' || deal.kind === 'round') &&
    commitment !== 'over' &&
    commitment !== 'talk' &&
    !liesAhead(deal, day)
  );
}
