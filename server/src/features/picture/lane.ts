import * as l10n from '@vscode/l10n';
import type { StatusName } from '../../language/schema';
import { claimsAbout } from '../../model/claim';
import type { Corpus } from '../../model/corpus';
import { dateOf, factsOf, noteOf, type Declaration, type Fact } from '../../model/declaration';
import { dateOfDeal, liesAhead, spanOf, standingOf, statusHistory } from '../../model/lifecycle';
import { endOfTerm } from '../../model/term';
import { markKinds, type TimelineMark, type TimelineSpan } from '../../picture/timeline';
import { describeDate, type DealDate } from '../../values/date';
import { formatDuration } from '../../values/duration';
import { valuationText } from '../summary/deal';
import { factSentence } from '../summary/fact';
import { confidenceOf, describeFact, whenOf, withRemarks } from '../summary/figures';
import { partiesIn } from '../summary/names';
import { daysOf } from './days';

/**
 * How a deal stands from day to day, as far as its dates tell; a half-known date counts from its first day on. Nothing
 * where the deal does not say when it begins.
 */
export function spansOf(deal: Declaration, asOf: number): TimelineSpan[] {
  const spans: TimelineSpan[] = [];
  let last: StatusName | undefined;
  for (const day of turnsOf(deal, asOf)) {
    if (liesAhead(deal, day)) continue;
    const { status, commitment: firmness } = standingOf(deal, day);
    const before = spans.at(-1);
    if (before && last === status && before.firmness === firmness) continue;
    if (before) spans[spans.length - 1] = { ...before, to: day };
    spans.push({ from: day, to: null, firmness, text: statusInWords(status) });
    last = status;
  }
  return spans;
}

/** The days from which on a deal may stand otherwise, in order. */
function turnsOf(deal: Declaration, asOf: number): number[] {
  const dates = statusHistory(deal).flatMap(({ on }) => on ?? []);
  const own = dateOf(deal, 'on');
  if (own) dates.push(own);
  if (dates.length === 0) {
    const placing = dateOfDeal(deal, asOf);
    if (placing) dates.push(placing);
  }
  const days = dates.flatMap((date) => daysOf(date, asOf)?.from ?? []);
  return [...new Set(days)].sort((a, b) => a - b);
}

function statusInWords(status: StatusName | undefined): string {
  if (status === undefined) return l10n.t('no status');
  return status === 'talks' ? l10n.t('in talks') : status;
}

/** A mark that is put into words when it is shown. */
export interface Mark extends Omit<TimelineMark, 'text'> {
  readonly inWords: () => string;
}

/** What happened to a deal on days that are known at least in part, and what is said of it by the corpus' day. */
export function marksOf(corpus: Corpus, deal: Declaration): Mark[] {
  const marks: Mark[] = [];
  const add = (kind: Mark['kind'], date: DealDate | undefined, inWords: () => string) => {
    const days = date && daysOf(date, corpus.asOf);
    if (days) marks.push({ ...days, kind, inWords });
  };
  for (const { status, on, fact } of statusHistory(deal)) {
    const remarks = () => [whenOf(fact), confidenceOf(fact), noteOf(fact)];
    add('status', on, () => withRemarks(statusInWords(status), remarks()));
  }
  for (const fact of factsOf(deal, 'tranche')) {
    add('tranche', spanOf(fact), () => l10n.t('tranche of {0}', figure(fact)));
  }
  for (const fact of factsOf(deal, 'paid')) {
    add('payment', spanOf(fact), () => l10n.t('{0} paid', figure(fact)));
  }
  for (const fact of factsOf(deal, 'valuation')) {
    if (!fact.money) continue;
    const on = spanOf(fact) ?? dateOfDeal(deal, corpus.asOf);
    add('valuation', on, () => l10n.t('valued at {0}', valuationText(fact).join('')));
  }
  for (const claim of claimsAbout(corpus, deal.name)) {
    add('claim', dateOf(claim, 'on'), () => factSentence(corpus, claim));
  }
  addEnds(corpus, deal, add);
  return marks.sort(
    (a, b) => a.from - b.from || a.to - b.to || markKinds.indexOf(a.kind) - markKinds.indexOf(b.kind),
  );
}

function addEnds(
  corpus: Corpus,
  deal: Declaration,
  add: (kind: Mark['kind'], date: DealDate | undefined, inWords: () => string) => void,
): void {
  const end = endOfTerm(deal);
  const value = end?.fact.values[0];
  if (end && value?.type === 'duration') {
    const length = formatDuration(value.duration);
    add('term', end.on, () => withRemarks(l10n.t('the term of {0} ends', length), [describeDate(end.on)]));
  }
  for (const fact of factsOf(deal, 'provides')) {
    const { until } = fact;
    add('term', until, () => {
      const goods = partiesIn(corpus, [fact]);
      const words = fact.flags.has('exclusive')
        ? l10n.t('exclusivity ends: {0}', goods)
        : l10n.t('provision ends: {0}', goods);
      return withRemarks(words, [until && describeDate(until)]);
    });
  }
}

function figure(fact: Fact): string {
  return describeFact(fact) ?? l10n.t('an undisclosed amount');
}
