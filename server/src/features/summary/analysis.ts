import * as l10n from '@vscode/l10n';
import { backersThatSupply, backingDeals, backingOf } from '../../model/analysis/backing';
import { barrierOf } from '../../model/analysis/barrier';
import { bridgesBetween } from '../../model/analysis/bridges';
import {
  concentrationOf,
  type Concentration,
  type ConcentrationBand,
} from '../../model/analysis/concentration';
import { consortiaByYear } from '../../model/analysis/consortia';
import { executionOfEcosystem } from '../../model/analysis/execution';
import type { Corpus } from '../../model/corpus';
import type { Ecosystem } from '../../model/ecosystem';
import { describeRange } from '../../values/bounds';
import { describeMoney } from '../../values/money';
import { describePercent } from '../../values/percent';
import { formatNumber } from '../../values/plain-number';
import { exact, roundedOutwards, type Range } from '../../values/range';
import { isEmpty } from '../../values/sum';
import { withRemarks } from './figures';
import { enumerate, shortened, titleOf } from './names';

/** So many of the largest are named. */
const mostNamed = 5;

/** What the analyses say of an ecosystem, a line each without markup; what they say nothing of has no line. */
export function analysisLines(corpus: Corpus, ecosystem: Ecosystem): string[] {
  return [
    executionLine(corpus, ecosystem),
    concentrationLine(corpus, ecosystem),
    barrierLine(corpus, ecosystem),
    consortiaLine(corpus, ecosystem),
    backersThatSupplyLine(corpus, ecosystem),
    bridgesLine(corpus, ecosystem),
  ].filter((line) => line !== undefined);
}

function executionLine(corpus: Corpus, ecosystem: Ecosystem): string | undefined {
  const percent = executionOfEcosystem(corpus, ecosystem);
  return percent && l10n.t('Executed: {0} of the promised capital', wholePercent(percent));
}

function concentrationLine(corpus: Corpus, ecosystem: Ecosystem): string | undefined {
  const found = concentrationOf(backingOf(corpus, ecosystem));
  if (!found) return undefined;
  const shares = found.shares.map(({ name, percent }) =>
    l10n.t('{0} {1}', titleOf(corpus, name), wholePercent(percent)),
  );
  const left = found.leftOut.map((name) => titleOf(corpus, name));
  return l10n.t(
    'Concentration of backers over this corpus: {0}: {1}',
    withRemarks(
      describeRange(roundedOutwards(found.index, 0), (value) => formatNumber(exact(value))),
      [bandText(found)],
    ),
    withRemarks(enumerate(shares, mostNamed), [
      left.length > 0 ? l10n.t('without {0}', enumerate(left, mostNamed)) : undefined,
    ]),
  );
}

function bandText({ band }: Concentration): string | undefined {
  const words: Readonly<Record<ConcentrationBand, string>> = {
    low: l10n.t('not concentrated'),
    moderate: l10n.t('moderately concentrated'),
    high: l10n.t('highly concentrated'),
  };
  return band && words[band];
}

function barrierLine(corpus: Corpus, ecosystem: Ecosystem): string | undefined {
  const barrier = barrierOf(corpus, backingDeals(corpus, ecosystem));
  return (
    barrier && l10n.t('Median commitment: {0} ({1} deals)', describeMoney(barrier.median), barrier.count)
  );
}

function consortiaLine(corpus: Corpus, ecosystem: Ecosystem): string | undefined {
  const found = consortiaByYear(corpus, ecosystem.deals);
  if (found.every(({ together, percent }) => isEmpty(together) || percent === undefined)) return undefined;
  const years = found.flatMap(({ year, percent }) =>
    percent ? [l10n.t('{0} {1}', year ?? l10n.t('without a date'), wholePercent(percent))] : [],
  );
  return l10n.t('Money put up by several together: {0}', shortened(years, ', '));
}

function backersThatSupplyLine(corpus: Corpus, ecosystem: Ecosystem): string | undefined {
  const names = backersThatSupply(corpus, ecosystem).map((name) => titleOf(corpus, name));
  return names.length > 0 ? l10n.t('Backers that also supply: {0}', enumerate(names, mostNamed)) : undefined;
}

function bridgesLine(corpus: Corpus, { declaration }: Ecosystem): string | undefined {
  const bridges = bridgesBetween(corpus).flatMap(({ party, ecosystems }) => {
    if (!ecosystems.some(({ ecosystem }) => ecosystem.declaration === declaration)) return [];
    const others = ecosystems
      .filter(({ ecosystem }) => ecosystem.declaration !== declaration)
      .map(({ ecosystem }) => ecosystem.declaration.title);
    return [withRemarks(titleOf(corpus, party), [enumerate(others)])];
  });
  return bridges.length > 0
    ? l10n.t('Also in other ecosystems: {0}', enumerate(bridges, mostNamed))
    : undefined;
}

function wholePercent(percent: Range): string {
  return describePercent(roundedOutwards(percent, 0));
}
