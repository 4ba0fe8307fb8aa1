import * as l10n from '@vscode/l10n';
import type { Corpus } from '../../model/corpus';
import { movementOf } from '../../model/flow';
import type { FlowChart, MoneyFlow } from '../../picture/flow';
import { withDispute } from '../summary/disputes';
import { bucketsLine } from '../summary/sums';
import { dealLabel } from '../summary/deal-label';
import { FlowEnds } from './flow-ends';
import { FlowNotes } from './flow-notes';
import { addToFlows, type FlowSum } from './flow-sum';
import type { Scope } from './scope';
import { amountOf, currencyOf } from './weight';

/** So many deals of a flow are named. */
const mostDeals = 12;

/** To find out who pays whom takes so many times as long as to look at a deal. */
const workOfDeal = 6;

/**
 * Who pays whom for what, year by year, as of the corpus' day. All flows together come to what the deals do, each range
 * counted by its middle, or where parts are said each of these; what nobody divides between several is drawn as theirs together. Yields for each deal.
 */
export function* flowChartOf({ corpus, title, deals }: Scope): Generator<number, FlowChart> {
  const currency = yield* currencyOf(corpus, deals);
  const notes = new FlowNotes(corpus, currency);
  const all = new Map<string, FlowSum>();
  for (const deal of new Set(deals)) {
    yield workOfDeal;
    const movement = movementOf(deal, corpus.asOf);
    if (movement) addToFlows(corpus, movement, currency, all, notes);
  }
  const flows = [...all.values()].filter(({ weight }) => weight > 0);
  yield flows.length;
  const payers = new FlowEnds(corpus, 'payer');
  const payees = new FlowEnds(corpus, 'payee');
  for (const flow of flows) {
    payers.add(flow.payers, flow.purpose, flow.weight);
    payees.add(flow.payees, flow.purpose, flow.weight);
  }
  const drawn = new Map<string, { from: string; to: string; flow: FlowSum }>();
  for (const flow of flows) {
    yield 1;
    const from = payers.idOf(flow.payers, flow.purpose);
    const to = payees.idOf(flow.payees, flow.purpose);
    const key = JSON.stringify([from, to, flow.purpose]);
    const known = drawn.get(key);
    if (known) known.flow.addAll(flow);
    else drawn.set(key, { from, to, flow });
  }
  const written: MoneyFlow[] = [];
  for (const { from, to, flow } of drawn.values()) {
    yield flow.deals.size;
    written.push(flowInWords({ corpus, currency, notes }, from, to, flow));
  }
  return {
    title,
    asOf: corpus.asOf,
    today: corpus.today,
    currency: written.length > 0 ? currency : null,
    ends: [...payers.all(), ...payees.all()],
    flows: written.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind)),
    remarks: [
      ...notes.inWords(),
      ...(payers.others > 0 ? [l10n.t('{0} who pay less are drawn together.', payers.others)] : []),
      ...(payees.others > 0 ? [l10n.t('{0} who are paid less are drawn together.', payees.others)] : []),
    ],
  };
}

function flowInWords(
  { corpus, currency, notes }: { corpus: Corpus; currency: string | null; notes: FlowNotes },
  from: string,
  to: string,
  flow: FlowSum,
): MoneyFlow {
  const deals = [...flow.deals]
    .sort(([a, m], [b, n]) => n - m || compare(a.name, b.name))
    .map(([deal]) => deal);
  const { promised, rumored } = flow.buckets;
  return {
    from,
    to,
    kind: flow.purpose,
    years: [...flow.years]
      .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
      .filter(([, { promised, rumored }]) => promised + rumored > 0)
      .map(([year, own]) => ({ year: year ?? null, ...own })),
    promised: amountOf(promised, currency),
    rumored: amountOf(rumored, currency),
    text: withDispute(bucketsLine(flow.buckets), notes.disputedIn(deals)),
    deals: deals.slice(0, mostDeals).map((deal) => ({ name: deal.name, title: dealLabel(corpus, deal) })),
    count: deals.length,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
