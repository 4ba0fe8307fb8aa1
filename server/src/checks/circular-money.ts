import * as l10n from '@vscode/l10n';
import { circularFlows, type CircularFlow } from '../model/analysis/circular';
import type { Corpus } from '../model/corpus';
import { nameSpan, type Declaration } from '../model/declaration';
import { formatPercent } from '../values/percent';
import { roundedOutwards, withBounds } from '../values/range';
import { describeSum } from '../values/sum';
import { withDisputes } from '../project/disputed';
import type { PlacedFound, ProjectCheck, RelatedPlace } from '../project/check';
import { wayInWords } from '../project/way-in-words';

/** So many deals are led to, in either direction. */
const mostRelated = 16;

export const circularMoney: ProjectCheck = {
  scope: 'project',
  code: 'circular-money',
  severity: 'information',
  title: 'Capital that comes back to the investor as purchases',
  docs: 'A group puts capital into a company, and that company’s group buys from it: by itself, or from others who buy from it in turn, over any number of steps. The shortest such circle is told, once for each investor and company, at the first of the investments. The recycling ratio is what is bought back ÷ what was invested; over several steps no more can come back than the smallest of them. Only deals that are announced, signed or closed count; units count with their group.',
  examples: {
    bad: 'company Investor\ncompany Cloud { parent Investor }\ncompany Lab\ninvestment In: Investor -> Lab { amount $8B per <https://example.com>; status closed on 2024 }\nsupply Back: Cloud -> Lab { amount $4B per <https://example.com>; status signed on 2024 }\n',
    good: 'company Investor\ncompany Cloud\ncompany Lab\ninvestment In: Investor -> Lab { amount $8B per <https://example.com>; status closed on 2024 }\nsupply Back: Cloud -> Lab { amount $4B per <https://example.com>; status signed on 2024 }\n',
  },
  noFix: 'nothing is wrong; it follows from the deals that are written down.',
  *run(corpus) {
    return (yield* circularFlows(corpus)).flatMap((flow) => told(corpus, flow));
  },
};

function told(corpus: Corpus, flow: CircularFlow): PlacedFound[] {
  const [first, ...others] = flow.investments;
  if (!first) return [];
  const { groups, invested, back, recycled } = flow;
  const circle = wayInWords(groups.map((name) => corpus.find(name)?.title ?? name));
  const message =
    back && recycled
      ? l10n.t(
          'Circular money, {0}: {1} invested, {2} bought back ({3}).',
          circle,
          describeSum(invested),
          describeSum(back),
          formatPercent(roundedOutwards(inPercent(recycled), 0)),
        )
      : back
        ? l10n.t(
            'Circular money, {0}: {1} invested, {2} bought back.',
            circle,
            describeSum(invested),
            describeSum(back),
          )
        : l10n.t(
            'Circular money, {0}: {1} invested; how much is bought back is not said.',
            circle,
            describeSum(invested),
          );
  const purchases = flow.purchases.flat();
  return [
    withDisputes(corpus, [...flow.investments, ...purchases], {
      at: first,
      span: nameSpan(first),
      message,
      related: [
        ...others.slice(0, mostRelated).map((deal) => placeOf(deal, l10n.t('also invested'))),
        ...purchases.slice(0, mostRelated).map((deal) => placeOf(deal, l10n.t('the way back'))),
      ],
    }),
  ];
}

function placeOf(declaration: Declaration, message: string): RelatedPlace {
  return { declaration, span: nameSpan(declaration), message };
}

function inPercent(share: CircularFlow['recycled'] & object) {
  return withBounds(share, share.min?.times(100), share.max?.times(100));
}
