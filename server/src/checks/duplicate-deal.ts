import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { writeName } from '../language/quote';
import { fitsTarget } from '../language/schema';
import type { Corpus } from '../model/corpus';
import { totalOf } from '../model/deal';
import { factOf, factsOf, nameSpan, namesIn, type Declaration } from '../model/declaration';
import { dateOfDeal, standingOf } from '../model/lifecycle';
import { compareDates, daysApart, describeDate, type DealDate } from '../values/date';
import { describeMoney, type Money } from '../values/money';
import { certainlyDifferent } from '../values/range';
import { propertyBefore } from '../project/edits';
import type { Fix, PartyCheck, PlacedFound } from '../project/check';

/** Two reports of one deal are rarely dated further apart. */
const nearDays = 31;
/** A date that is known no better than this is near to nothing. */
const longestSpan = 366;
/** A deal is held against so many others that are dated after it; two parties rarely have more of a kind in a year. */
const mostCompared = 50;

export const duplicateDeal: PartyCheck = {
  scope: 'party',
  code: 'duplicate-deal',
  severity: 'warning',
  title: 'Two deals look like one',
  docs: 'Two deals of one kind between the same parties, of one month (within 31 days of each other, as their dates are written) and of the same money by some reading of the bounds: most likely one deal that was written down twice, and counts twice. Nothing is told where one of the two `relates` to the other, has fallen out, or is of another `type`; nor where a date or the money of one is not known, or a date is vaguer than a year.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment First: Google -> Anthropic {\n  amount $1B    per <https://example.com/a>\n  status closed on 2025-01-17\n}\n\ninvestment Second: Google -> Anthropic {\n  amount ~$1B   per <https://example.com/b>\n  status closed on 2025-01\n}\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment First: Google -> Anthropic {\n  amount $1B    per <https://example.com/a>\n  status closed on 2025-01-17\n}\n\ninvestment Second: Google -> Anthropic {\n  amount  ~$1B   per <https://example.com/b>\n  status  closed on 2025-01\n  relates First\n}\n',
  },
  run: ({ party, deals }, corpus) => {
    // What deals are over is looked at where two are between the same parties.
    const groups = new Map<string, Declaration[]>();
    for (const deal of deals) {
      const key = keyOf(deal);
      const group = groups.get(key);
      if (group) group.push(deal);
      else groups.set(key, [deal]);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first || group.length < 2 || firstParty(corpus, sidesOf(first).flat()) !== party.name) return [];
      return duplicatesIn(group.flatMap((deal) => datedOf(deal, corpus.asOf) ?? []));
    });
  },
};

/** Its kind and parties. */
function keyOf(deal: Declaration): string {
  return [deal.kind, ...sidesOf(deal).map((names) => names.join('\n'))].join('\n\n');
}

function sidesOf(deal: Declaration): string[][] {
  return [deal.left.toSorted(), deal.right.toSorted(), factsOf(deal, 'member').flatMap(namesIn).sort()];
}

interface Dated {
  readonly deal: Declaration;
  readonly on: DealDate;
  readonly money: Money;
}

function datedOf(deal: Declaration, day: number): Dated | undefined {
  const on = dateOfDeal(deal, day);
  if (!on || !(on.latest - on.earliest < longestSpan)) return undefined;
  const money = totalOf(deal);
  if (!money || standingOf(deal, day).commitment === 'over') return undefined;
  return { deal, on, money };
}

/** The first by name of those who are declared: each pair is told of once. */
function firstParty(corpus: Corpus, parties: readonly string[]): string | undefined {
  return [...parties].sort().find((name) => {
    const declaration = corpus.find(name);
    return declaration !== undefined && fitsTarget(declaration.kind, 'party');
  });
}

function duplicatesIn(deals: readonly Dated[]): PlacedFound[] {
  if (deals.length < 2) return [];
  const byDate = deals.toSorted((a, b) => compareDates(a.on, b.on));
  return byDate.flatMap((later, index) => {
    const earlier = byDate
      .slice(Math.max(0, index - mostCompared), index)
      .findLast((each) => isLike(each, later));
    return earlier ? [told(earlier, later)] : [];
  });
}

function isLike(a: Dated, b: Dated): boolean {
  return (
    // What is declared twice under one name is told of as such.
    a.deal.name !== b.deal.name &&
    daysApart(a.on, b.on) <= nearDays &&
    a.money.currency === b.money.currency &&
    !certainlyDifferent(a.money.range, b.money.range) &&
    !isRelated(a.deal, b.deal) &&
    !isOfOtherType(a.deal, b.deal)
  );
}

function isRelated(a: Declaration, b: Declaration): boolean {
  const names = (deal: Declaration) => factsOf(deal, 'relates').flatMap(namesIn);
  return names(a).includes(b.name) || names(b).includes(a.name);
}

function isOfOtherType(a: Declaration, b: Declaration): boolean {
  const types = (deal: Declaration) =>
    factsOf(deal, 'type').flatMap(({ values }) =>
      values.flatMap((value) => (value.type === 'choice' ? [value.word.toLowerCase()] : [])),
    );
  const [own, other] = [types(a), types(b)];
  return own.length > 0 && other.length > 0 && !own.some((word) => other.includes(word));
}

function told(earlier: Dated, later: Dated): PlacedFound {
  const described = ({ money, on }: Dated) => l10n.t('{0} ({1})', describeMoney(money), describeDate(on));
  return {
    at: later.deal,
    span: nameSpan(later.deal),
    message: l10n.t(
      '“{0}”, {1}, looks like “{2}”, {3}: the same parties, near dates, the same money. Remove one, or say that one “relates” to the other.',
      later.deal.title,
      described(later),
      earlier.deal.title,
      described(earlier),
    ),
    related: [
      {
        declaration: earlier.deal,
        span: nameSpan(earlier.deal),
        message: described(earlier),
      },
    ],
    fixes: relating(later.deal, earlier.deal.name),
  };
}

/** Says that the two hang together, so that they are two. */
function relating(deal: Declaration, name: string): Fix[] {
  const last = factOf(deal, 'relates')?.values.at(-1)?.node;
  const [first] = deal.facts;
  if (!last && !first) return [];
  return [
    {
      title: l10n.t('They are two: say that this one relates to “{0}”', excerpt(name)),
      edits: [
        last
          ? { start: last.end, end: last.end, text: `, ${writeName(name)}` }
          : propertyBefore(deal.item, first!.node, `relates ${writeName(name)}`),
      ],
    },
  ];
}
