import * as l10n from '@vscode/l10n';
import type { PropertyName } from '../language/schema';
import { factOf, factsOf } from '../model/declaration';
import { rateDayOf } from '../model/conversion';
import { describeDate, onDay } from '../values/date';
import { describeMoney } from '../values/money';
import type { RelatedCheck } from '../project/check';

/** Properties with money that goes into sums. */
const summed: readonly PropertyName[] = ['amount', 'budget', 'tranche', 'paid', 'valuation', 'value'];

export const exchangeRateMissing: RelatedCheck = {
  scope: 'related',
  code: 'exchange-rate-missing',
  severity: 'warning',
  title: 'Money in a currency from which no rate leads to the one that sums are told in',
  docs: 'Sums are told in the `baseCurrency` of `dealgraph.json`. Money in another currency stays beside them until an exchange rate leads there, direct or over a third currency, whose date is not after that of the deal’s money: `fx EURUSD: EUR -> USD { rate 1.08 on 2025-01-31 }`. It is told once for each declaration. A quick fix writes the line, but for the rate. Without the setting nothing is told.',
  examples: {
    config: '{ "baseCurrency": "USD" }',
    bad: 'company Mistral\nfund Lightspeed\n\nround SeriesA: Lightspeed -> Mistral { amount €385M per <https://example.com> }\n',
    good: 'company Mistral\nfund Lightspeed\nfx EURUSD: EUR -> USD { rate 1.0765 on 2023-12-11 }\n\nround SeriesA: Lightspeed -> Mistral { amount €385M per <https://example.com> }\n',
  },
  concerns: (declaration) => summed.some((name) => factOf(declaration, name)),
  run: (declaration, corpus) => {
    const { baseCurrency } = corpus.settings;
    if (baseCurrency === undefined) return [];
    const day = rateDayOf(corpus, declaration);
    const isKnown = (currency: string) =>
      currency === baseCurrency || corpus.rates.on(currency, baseCurrency, day) !== undefined;
    const apart = summed
      .flatMap((name) => factsOf(declaration, name))
      .find(({ money }) => money && money.currency !== '' && !isKnown(money.currency));
    if (!apart?.money) return [];
    return [
      {
        span: { start: apart.node.start, end: apart.values[0]?.node.end ?? apart.node.end },
        message: l10n.t(
          '{0} cannot be told in {1}: no exchange rate of {3} or before leads there. Declare one: “fx {2}{1}: {2} -> {1}”.',
          describeMoney(apart.money),
          baseCurrency,
          apart.money.currency,
          describeDate(onDay(day)),
        ),
        missingRate: { from: apart.money.currency, to: baseCurrency, day },
      },
    ];
  },
};
