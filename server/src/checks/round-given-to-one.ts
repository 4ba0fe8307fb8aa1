import * as l10n from '@vscode/l10n';
import { totalOf } from '../model/deal';
import { endsOf } from '../model/flow';
import { factOf, factsOf, namesIn, type Declaration } from '../model/declaration';
import { dateOfDeal, standingOf } from '../model/lifecycle';
import { daysApart, type DealDate } from '../values/date';
import { describeMoney, type Money } from '../values/money';
import { isExact } from '../values/range';
import type { PartyCheck, PlacedFound } from '../project/check';

/** An investment that is made so many days before or after a round may be a part of it. */
const nearDays = 60;

export const roundGivenToOne: PartyCheck = {
  scope: 'party',
  code: 'round-given-to-one',
  severity: 'warning',
  title: 'The amount of a whole round is given to one of its investors',
  docs: 'A round of several investors has an amount for all of them. It is told where an `investment` of one of them in the same company, within 60 days of the round, has just the same amount, and where a `lead … with` is the whole of the round, though it does not name all who take part: the headline’s figure was taken for the part of one. Both would be summed up, too.',
  examples: {
    bad: 'fund Lightspeed\nfund Spark\ncompany Anthropic\n\nround SeriesE: Lightspeed, Spark -> Anthropic {\n  amount $2B    per <https://example.com>\n  status closed on 2025-01\n}\n\ninvestment Deal: Lightspeed -> Anthropic {\n  amount $2B    per <https://example.com>\n  status closed on 2025-01\n}\n',
    good: 'fund Lightspeed\nfund Spark\ncompany Anthropic\n\nround SeriesE: Lightspeed, Spark -> Anthropic {\n  lead   Lightspeed with $1B\n  amount $2B        per <https://example.com>\n  status closed     on 2025-01\n}\n',
  },
  run: ({ party, deals }, corpus) => {
    const { asOf } = corpus;
    if (!deals.some(({ kind }) => kind === 'round')) return [];
    const own = deals.filter(
      (deal) =>
        deal.right.length === 1 &&
        deal.right[0] === party.name &&
        standingOf(deal, asOf).commitment !== 'over',
    );
    const rounds = own.flatMap((deal) => roundOf(deal, asOf) ?? []);
    if (rounds.length === 0) return [];
    const investments = own.filter(({ kind }) => kind === 'investment');
    return [
      ...rounds.flatMap(givenToLead),
      ...investments.flatMap((deal) => givenToInvestor(deal, rounds, asOf)),
    ];
  },
};

/** A round of several investors. */
interface Round {
  readonly deal: Declaration;
  readonly investors: readonly string[];
  /** Whether others, who are not known, take part as well. */
  readonly others: boolean;
  readonly money: Money;
  readonly on: DealDate | undefined;
}

function roundOf(deal: Declaration, day: number): Round | undefined {
  if (deal.kind !== 'round') return undefined;
  const { parties, others } = endsOf(deal).payers;
  const money = totalOf(deal);
  if (!money || parties.length + (others ? 1 : 0) < 2) return undefined;
  return { deal, investors: parties, others, money, on: dateOfDeal(deal, day) };
}

function givenToLead({ deal, investors, others, money }: Round): PlacedFound[] {
  return factsOf(deal, 'lead').flatMap((fact) => {
    const names = namesIn(fact);
    // Who is undisclosed in the line may be all of the others, and who is in the relation may be those in the line.
    const mayBeAll =
      names.length < fact.values.length ||
      (investors.every((name) => names.includes(name)) &&
        !(others && deal.left.some((name) => names.includes(name))));
    if (!fact.with || names.length === 0 || mayBeAll) return [];
    if (!isSame(fact.with, money) || !isExact(money.range)) return [];
    const whole = describeMoney(money);
    return [
      {
        at: deal,
        span: fact.node,
        message:
          names.length > 1
            ? l10n.t(
                '{0} is the whole round, in which others take part as well. Write what these put in together, or leave it out.',
                whole,
              )
            : l10n.t(
                '{0} is the whole round, in which others take part as well. Write what this one put in, or leave it out.',
                whole,
              ),
        related: relatedRound(deal),
      },
    ];
  });
}

function givenToInvestor(deal: Declaration, rounds: readonly Round[], day: number): PlacedFound[] {
  const amount = factOf(deal, 'amount');
  const [value] = amount?.values ?? [];
  const money = totalOf(deal);
  const on = dateOfDeal(deal, day);
  const { parties, others } = endsOf(deal).payers;
  const [investor] = parties;
  if (!amount || !value || !money || !on || investor === undefined || parties.length > 1 || others) return [];
  const round = rounds.find(
    (each) =>
      each.investors.includes(investor) &&
      isSame(each.money, money) &&
      each.on !== undefined &&
      daysApart(each.on, on) <= nearDays,
  );
  if (!round) return [];
  return [
    {
      at: deal,
      span: { start: amount.node.start, end: value.node.end },
      message: l10n.t(
        '{0} is the whole of “{1}”, in which others take part as well. Write the part of this investor, or remove the deal if the round says it all.',
        describeMoney(money),
        round.deal.title,
      ),
      related: relatedRound(round.deal),
      ...(isExact(money.range) && {
        fixes: [
          {
            title: l10n.t('Write “up to”: {0}', `<${value.node.text}`),
            edits: [{ start: value.node.start, end: value.node.start, text: '<' }],
          },
        ],
      }),
    },
  ];
}

function relatedRound(deal: Declaration): PlacedFound['related'] {
  const line = factOf(deal, 'amount') ?? factOf(deal, 'tranche');
  return [
    {
      declaration: deal,
      span: line?.node ?? deal.node.keyword,
      message: l10n.t('the money of the whole round'),
    },
  ];
}

/** Whether the two are the same figure with the same bounds. */
function isSame(a: Money, b: Money): boolean {
  const isEqual = (bound: 'min' | 'max') => {
    const one = a.range[bound];
    const other = b.range[bound];
    return one && other ? one.eq(other) : one === other;
  };
  return a.currency === b.currency && a.per === b.per && isEqual('min') && isEqual('max');
}
