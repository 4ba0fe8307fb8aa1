import * as l10n from '@vscode/l10n';
import { factOf, factsOf, type Declaration, type Fact } from '../model/declaration';
import { rateDayOf } from '../model/conversion';
import { describeDate, onDay } from '../values/date';
import { describeMoney, type Money } from '../values/money';
import type { RelatedCheck } from '../project/check';

/** Lines that are parts of the whole, or are measured against it. */
const parts = ['tranche', 'paid', 'lead', 'member'] as const;

export const mixedCurrencies: RelatedCheck = {
  scope: 'related',
  code: 'mixed-currencies',
  severity: 'error',
  title: 'The parts of a deal are in a currency in which they cannot be added up',
  docs: 'Tranches, payments and the contributions of members and leads (`with`) are parts of a deal: they add up, and are measured against its `amount` or `budget`. Where they are in another currency, that takes an exchange rate between the two, direct or over a third currency, whose date is not after that of the deal’s money: `fx EURUSD: EUR -> USD { rate 1.08 on 2025-01-31 }`. A quick fix writes that line, but for the rate.',
  examples: {
    bad: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount  $8B per <https://example.com>\n  tranche $4B on 2023-09-25\n  tranche €4B on 2024-11-22\n}\n',
    good: 'company Amazon\ncompany Anthropic\nfx EURUSD: EUR -> USD { rate 1.0594 on 2023-09-25 }\n\ninvestment Deal: Amazon -> Anthropic {\n  amount  $8B per <https://example.com>\n  tranche $4B on 2023-09-25\n  tranche €4B on 2024-11-22\n}\n',
  },
  concerns: (declaration) => parts.some((name) => factOf(declaration, name)),
  run: (declaration, corpus) => {
    const figures = figuresOf(declaration);
    const [first] = figures;
    const day = rateDayOf(corpus, declaration);
    const other = figures.find(
      ({ money }) =>
        first &&
        money.currency !== first.money.currency &&
        !corpus.rates.on(money.currency, first.money.currency, day),
    );
    if (!first || !other) return [];
    return [
      {
        span: other.fact.node,
        message: l10n.t(
          '{0} and {1} cannot be added up without an exchange rate of {4} or before. Correct one of the currencies, or declare the rate: “fx {2}{3}: {2} -> {3}”.',
          describeMoney(first.money),
          describeMoney(other.money),
          other.money.currency,
          first.money.currency,
          describeDate(onDay(day)),
        ),
        missingRate: { from: other.money.currency, to: first.money.currency, day },
        related: [{ declaration, span: first.fact.node, message: describeMoney(first.money) }],
      },
    ];
  },
};

interface Figure {
  readonly money: Money;
  readonly fact: Fact;
}

/** The money of the whole, the first where sources differ, and of its parts. */
function figuresOf(deal: Declaration): Figure[] {
  const whole = factOf(deal, 'amount') ?? factOf(deal, 'budget');
  return [...(whole ? [whole] : []), ...parts.flatMap((name) => factsOf(deal, name))].flatMap(figureIn);
}

function figureIn(fact: Fact): Figure[] {
  const money = fact.money ?? fact.with;
  return money && money.currency !== '' ? [{ money, fact }] : [];
}
