import * as l10n from '@vscode/l10n';
import { isBinding } from '../model/analysis/standing';
import type { Corpus } from '../model/corpus';
import { mixesShares } from '../model/deal';
import { factsOf, isUnsure, nameSpan, nodesIn, type Declaration } from '../model/declaration';
import { endsOf, type DealEnd } from '../model/flow';
import { GroupLines } from '../model/group';
import { dateOfDeal, standingOf, statusHistory } from '../model/lifecycle';
import { certainlyBefore, compareDates, describeDate, type DealDate } from '../values/date';
import type { PartyCheck, PartyContext, PlacedFound } from '../project/check';

export const boughtPartyActs: PartyCheck = {
  scope: 'party',
  code: 'bought-party-acts',
  severity: 'information',
  title: 'A party that was bought as a whole raises money from others, or is sold by others',
  docs: 'Once an `acquisition` of all of a party is closed, its shares are the buyer’s: a round or investment that comes later and in which only others pay, or a later acquisition of it from sellers none of whom is the buyer, hangs together with something that is not written down. It goes on as a unit, and may supply, buy and be paid as such. An acquisition is of the whole party unless it says otherwise: by a `type` such as `majority`, `minority` or `assets`, or by a `stake` below 100%. Nothing is told where the owner may have changed since (another acquisition, a `parent` line that ends, a share that others hold or that the owner sells, an IPO), nor where payers or sellers are not all known. Dates count only where no reading of them fits.',
  examples: {
    bad: 'company Buyer\ncompany Lab\nfund Fund\n\nacquisition Sale: Buyer -> Lab {\n  amount $1B per <https://example.com>\n  status closed on 2020-03\n}\n\nround Later: Fund -> Lab {\n  amount $50M per <https://example.com>\n  status closed on 2023\n}\n',
    good: 'company Buyer\ncompany Lab\nfund Fund\n\nacquisition Sale: Buyer -> Lab {\n  amount $1B per <https://example.com>\n  type majority\n  status closed on 2020-03\n}\n\nround Later: Fund -> Lab {\n  amount $50M per <https://example.com>\n  status closed on 2023\n}\n',
  },
  noFix: 'whether the purchase was one of a part, and of how large a part, only its sources say.',
  run: (context, corpus) => {
    const acquisitions = context.deals.filter((deal) => isAcquisitionOf(deal, context.party.name, corpus));
    const sales = acquisitions.flatMap((deal) => wholeSale(deal, corpus.asOf));
    const [sale] = sales.sort((a, b) => compareDates(a.on, b.on));
    if (!sale) return [];
    const groups = new GroupLines(corpus);
    const owners = groups.ofAll([context.party.name, ...sale.deal.left]);
    const isOwner = (name: string) => groups.meet(name, owners);
    if (mayHaveLeft(context, corpus, sale, isOwner)) return [];
    const others = acquisitions.filter((deal) => deal !== sale.deal);
    if (others.length > 0) {
      const [other] = others;
      return other && others.length === 1 && isSoldByOthers(other, sale, corpus.asOf, isOwner)
        ? [told(context.party, corpus, other, sale, 'sold')]
        : [];
    }
    return context.deals
      .filter((deal) => isRaisedFromOthers(deal, context.party.name, sale, corpus, isOwner))
      .map((deal) => told(context.party, corpus, deal, sale, 'raised'));
  },
};

/** The acquisition of all of a party. */
interface Sale {
  readonly deal: Declaration;
  /** When it was closed. */
  readonly on: DealDate;
}

/** Whether a deal buys a party, and nothing else, by now. Of two with one name the first counts. */
function isAcquisitionOf(deal: Declaration, party: string, corpus: Corpus): boolean {
  return (
    deal.kind === 'acquisition' &&
    deal.right.includes(party) &&
    isBinding(deal, corpus.asOf) &&
    corpus.find(deal.name) === deal
  );
}

function wholeSale(deal: Declaration, day: number): Sale[] {
  const isPart =
    deal.states('type') ||
    deal.sides.right.length > 1 ||
    factsOf(deal, 'stake').some(
      ({ values: [value] }) => value?.type !== 'percent' || value.range.min?.lt(100) !== false,
    );
  const isBuyerKnown = deal.left.length > 0 && deal.left.length === deal.sides.left.length;
  const closing = statusHistory(deal).find(({ status }) => status === 'closed');
  const isDone = standingOf(deal, day).commitment === 'done';
  if (isPart || !isBuyerKnown || !isDone || !closing?.on || isUnsure(closing.fact)) return [];
  return [{ deal, on: closing.on }];
}

/** Whether the owner may have sold or shared the party since, by anything that is written down. */
function mayHaveLeft(
  { party, deals, sites }: PartyContext,
  { asOf }: Corpus,
  sale: Sale,
  isOwner: (name: string) => boolean,
): boolean {
  return (
    factsOf(party, 'parent').some(({ until }) => until !== undefined) ||
    sites.some(
      ({ declaration, mention }) =>
        declaration.kind === 'holding' &&
        mention.role === 'right' &&
        !declaration.left.every(isOwner) &&
        !factsOf(declaration, 'stake').every(({ on, until }) => {
          const last = until ?? on;
          return last && certainlyBefore(last, sale.on);
        }),
    ) ||
    deals.some(
      (deal) =>
        deal.right.includes(party.name) &&
        isBinding(deal, asOf) &&
        (isOffering(deal) ||
          factsOf(deal, 'seller').some((fact) => nodesIn(fact).some(({ text }) => isOwner(text)))),
    )
  );
}

/** Whether shares of a party are offered to the public, or part of what is paid buys existing ones. */
function isOffering(deal: Declaration): boolean {
  return (deal.kind === 'round' || deal.kind === 'investment') && mixesShares(deal);
}

function isRaisedFromOthers(
  deal: Declaration,
  party: string,
  sale: Sale,
  corpus: Corpus,
  isOwner: (name: string) => boolean,
): boolean {
  if ((deal.kind !== 'round' && deal.kind !== 'investment') || !deal.right.includes(party)) return false;
  if (!isBinding(deal, corpus.asOf) || corpus.find(deal.name) !== deal) return false;
  return begins(deal, sale, corpus.asOf) && isOfOthers(endsOf(deal, corpus.asOf).payers, isOwner);
}

function isSoldByOthers(
  deal: Declaration,
  sale: Sale,
  day: number,
  isOwner: (name: string) => boolean,
): boolean {
  const { payers, payees } = endsOf(deal, day);
  return begins(deal, sale, day) && isOfOthers(payers, isOwner) && isOfOthers(payees, isOwner);
}

/** Whether all that happened in a deal happened after a sale. */
function begins(deal: Declaration, sale: Sale, day: number): boolean {
  const history = statusHistory(deal);
  const on = dateOfDeal(deal, day);
  return (
    on !== undefined &&
    certainlyBefore(sale.on, on) &&
    history.every((event) => event.on && !isUnsure(event.fact) && certainlyBefore(sale.on, event.on))
  );
}

/** Whether everybody on one end of a deal is known, and none of them is the owner. */
function isOfOthers({ parties, others }: DealEnd, isOwner: (name: string) => boolean): boolean {
  return parties.length > 0 && !others && !parties.some(isOwner);
}

function told(
  party: Declaration,
  corpus: Corpus,
  deal: Declaration,
  sale: Sale,
  what: 'sold' | 'raised',
): PlacedFound {
  const title = (name: string) => corpus.find(name)?.title ?? name;
  const buyer = title(sale.deal.left[0] ?? '');
  const date = describeDate(sale.on);
  return {
    at: deal,
    span: nameSpan(deal),
    message:
      what === 'raised'
        ? l10n.t(
            '{0} raises money from others after {1} bought it (“{2}”, {3}). If that was a part of it, say so there: “type majority”, or its stake.',
            party.title,
            buyer,
            sale.deal.title,
            date,
          )
        : l10n.t(
            '{0} is sold by {4} after {1} bought it (“{2}”, {3}). Correct the seller, or say there that it was a part: “type majority”, or its stake.',
            party.title,
            buyer,
            sale.deal.title,
            date,
            title(endsOf(deal, corpus.asOf).payees.parties[0] ?? ''),
          ),
    related: [{ declaration: sale.deal, span: nameSpan(sale.deal), message: l10n.t('bought {0}', date) }],
  };
}
