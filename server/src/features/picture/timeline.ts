import * as l10n from '@vscode/l10n';
import { moneyProperties } from '../../model/claim';
import { inBase } from '../../model/conversion';
import type { Corpus } from '../../model/corpus';
import { wholeOf } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import type { Timeline, TimelineLane, TimelineSpan } from '../../picture/timeline';
import { moneyText, statusText } from '../summary/deal';
import { disputersOf } from '../summary/disputes';
import { dotted } from '../summary/markdown';
import { kindLabel } from '../summary/names';
import { dealLabel } from '../summary/deal-label';
import { inReadingOrder } from '../tree/reading-order';
import { marksOf, spansOf, type Mark } from './lane';
import type { Scope } from './scope';
import { currencyOf, weightOf } from './weight';

/** So many deals have a lane, and so many without a date are listed; more of them nobody reads. */
const mostLanes = 100;

/** To find out when something happened to a deal takes so many times as long as to look at it. */
const workOfDeal = 3;

/** A deal of which a date is known. */
interface Dated {
  readonly deal: Declaration;
  readonly spans: readonly TimelineSpan[];
  readonly marks: readonly Mark[];
  readonly weight: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Deals through time: a lane for each of those with the most money, and of others the latest. What lies after the
 * corpus' day is in it as far as it is written down. Yields for each deal.
 */
export function* timelineOf({ corpus, title, deals }: Scope): Generator<number, Timeline> {
  const currency = yield* currencyOf(corpus, deals);
  const undated: Declaration[] = [];
  // Of a long list only the heaviest are kept, so that it takes no room.
  let dated: Dated[] = [];
  let left = 0;
  for (const deal of deals) {
    yield workOfDeal;
    const one = datesOf(corpus, deal, currency);
    if (!one) undated.push(deal);
    else if (dated.push(one) >= 10 * mostLanes) {
      left += dated.length - mostLanes;
      dated = heaviest(dated);
    }
  }
  left += Math.max(0, dated.length - mostLanes);
  const lanes: TimelineLane[] = [];
  for (const one of heaviest(dated).sort(byStart)) {
    yield workOfDeal;
    lanes.push(laneOf(corpus, one));
  }
  const listed = undated
    .map((deal) => ({ name: deal.name, title: dealLabel(corpus, deal) }))
    .sort((a, b) => inReadingOrder(a.title, b.title));
  return {
    title,
    asOf: corpus.asOf,
    today: corpus.today,
    lanes,
    undated: listed.slice(0, mostLanes),
    remarks: [...moreDeals(left), ...moreUndated(listed.length - mostLanes)],
  };
}

/** What is known of a deal in time; undefined where that is nothing. */
function datesOf(corpus: Corpus, deal: Declaration, currency: string | null): Dated | undefined {
  const spans = spansOf(deal, corpus.asOf);
  const marks = marksOf(corpus, deal);
  const days = [...spans.map(({ from }) => from), ...marks.map(({ from }) => from)];
  if (days.length === 0) return undefined;
  const weight = weightOf(inBase(corpus, deal, wholeOf(deal)), currency) ?? -1;
  return { deal, spans, marks, weight, first: Math.min(...days), last: Math.max(...days) };
}

/** The deals with the most money; of those with as much, or none that is known, the latest. */
function heaviest(dated: readonly Dated[]): Dated[] {
  return dated.toSorted((a, b) => b.weight - a.weight || b.last - a.last || byName(a, b)).slice(0, mostLanes);
}

function byStart(a: Dated, b: Dated): number {
  return a.first - b.first || byName(a, b);
}

function byName(a: Dated, b: Dated): number {
  return a.deal.name < b.deal.name ? -1 : a.deal.name > b.deal.name ? 1 : 0;
}

function laneOf(corpus: Corpus, { deal, spans, marks }: Dated): TimelineLane {
  return {
    name: deal.name,
    title: dealLabel(corpus, deal),
    detail: dotted([
      kindLabel(deal.kind),
      moneyText(deal),
      // Where no bar shows how it stands, words do.
      spans.length === 0 ? statusText(corpus, deal) : undefined,
    ]),
    disputed: disputersOf(corpus, deal, moneyProperties) !== undefined,
    spans,
    marks: marks.map(({ inWords, ...mark }) => ({ ...mark, text: inWords() })),
  };
}

function moreDeals(left: number): string[] {
  if (left <= 0) return [];
  return [
    left === 1
      ? l10n.t('1 more deal, of less money or earlier, has no line here.')
      : l10n.t('{0} more deals, of less money or earlier, have no line here.', left),
  ];
}

function moreUndated(left: number): string[] {
  if (left <= 0) return [];
  return [
    left === 1
      ? l10n.t('1 more deal without a date is not listed.')
      : l10n.t('{0} more deals without a date are not listed.', left),
  ];
}
