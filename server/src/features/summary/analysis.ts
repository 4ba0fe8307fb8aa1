import * as l10n from '@vscode/l10n';
import { backersThatSupply, backingDeals, backingOf } from '../../model/analysis/backing';
import { barrierOf } from '../../model/analysis/barrier';
import { bridgesBetween } from '../../model/analysis/bridges';
import {
  concentrationOf,
  type Concentration,
  type ConcentrationBand,
} from '../../model/analysis/concentration';
import { consortiaByYear, isFinancing } from '../../model/analysis/consortia';
import { executionOfEcosystem } from '../../model/analysis/execution';
import { isBinding } from '../../model/analysis/standing';
import type { Corpus } from '../../model/corpus';
import type { Declaration } from '../../model/declaration';
import { capitalPartsOf, type Ecosystem } from '../../model/ecosystem';
import { describeRange } from '../../values/bounds';
import { describeMoney } from '../../values/money';
import { describePercent } from '../../values/percent';
import { formatNumber } from '../../values/plain-number';
import { exact, roundedOutwards, type Range } from '../../values/range';
import { isEmpty } from '../../values/sum';
import { disputedInSum, withDispute } from './disputes';
import { withRemarks } from './figures';
import { enumerate, shortened, titleOf } from './names';

/** So many of the largest are named. */
const mostNamed = 5;

/** What one analysis says of an ecosystem, without markup. */
export interface AnalysisLine {
  readonly label: string;
  readonly text: string;
}

/** What the analyses say of an ecosystem; what they say nothing of has no line. */
export function analysisLines(corpus: Corpus, ecosystem: Ecosystem): AnalysisLine[] {
  const lines: readonly [string, string | undefined][] = [
    [l10n.t('Executed'), executionText(corpus, ecosystem)],
    [l10n.t('Concentration of backers over this corpus'), concentrationText(corpus, ecosystem)],
    [l10n.t('Median commitment'), barrierText(corpus, ecosystem)],
    [l10n.t('Money put up by several together'), consortiaText(corpus, ecosystem)],
    [l10n.t('Backers that also supply'), backersThatSupplyText(corpus, ecosystem)],
    [l10n.t('Also in other ecosystems'), bridgesText(corpus, ecosystem)],
  ];
  return lines.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}

function executionText(corpus: Corpus, ecosystem: Ecosystem): string | undefined {
  const percent = executionOfEcosystem(corpus, ecosystem);
  const promising = capitalPartsOf(corpus, ecosystem).filter(({ buckets }) => !isEmpty(buckets.promised));
  return (
    percent &&
    withDispute(
      l10n.t('{0} of the promised capital', wholePercent(percent)),
      disputedInSum(
        corpus,
        promising.map(({ deal }) => deal),
      ),
    )
  );
}

function concentrationText(corpus: Corpus, ecosystem: Ecosystem): string | undefined {
  const { byGroup, whole } = backingOf(corpus, ecosystem);
  const found = concentrationOf(byGroup, whole);
  if (!found) return undefined;
  const shares = found.shares.map(({ name, percent }) =>
    l10n.t('{0} {1}', titleOf(corpus, name), wholePercent(percent)),
  );
  const left = found.leftOut.map((name) => titleOf(corpus, name));
  const text = l10n.t(
    '{0}: {1}',
    withRemarks(
      describeRange(roundedOutwards(found.index, 0), (value) => formatNumber(exact(value))),
      [bandText(found)],
    ),
    withRemarks(enumerate(shares, mostNamed), [
      left.length > 0 ? l10n.t('without {0}', enumerate(left, mostNamed)) : undefined,
    ]),
  );
  return withDispute(text, disputedInSum(corpus, bindingDeals(corpus, ecosystem)));
}

/** The deals by which backers have promised capital. */
function bindingDeals(corpus: Corpus, ecosystem: Ecosystem): Declaration[] {
  return backingDeals(corpus, ecosystem).filter((deal) => isBinding(deal, corpus.asOf));
}

function bandText({ band }: Concentration): string | undefined {
  const words: Readonly<Record<ConcentrationBand, string>> = {
    low: l10n.t('not concentrated'),
    moderate: l10n.t('moderately concentrated'),
    high: l10n.t('highly concentrated'),
  };
  return band && words[band];
}

function barrierText(corpus: Corpus, ecosystem: Ecosystem): string | undefined {
  const deals = bindingDeals(corpus, ecosystem);
  const barrier = barrierOf(corpus, deals);
  if (!barrier) return undefined;
  const text = l10n.t('{0} ({1} deals)', describeMoney(barrier.median), barrier.count);
  return withDispute(text, disputedInSum(corpus, deals));
}

function consortiaText(corpus: Corpus, ecosystem: Ecosystem): string | undefined {
  const found = consortiaByYear(corpus, ecosystem.deals);
  if (found.every(({ together, percent }) => isEmpty(together) || percent === undefined)) return undefined;
  const years = found.flatMap(({ year, percent }) =>
    percent ? [l10n.t('{0} {1}', year ?? l10n.t('without a date'), wholePercent(percent))] : [],
  );
  const deals = ecosystem.deals.filter((deal) => isFinancing(deal) && isBinding(deal, corpus.asOf));
  return withDispute(shortened(years, ', '), disputedInSum(corpus, deals));
}

function backersThatSupplyText(corpus: Corpus, ecosystem: Ecosystem): string | undefined {
  const names = backersThatSupply(corpus, ecosystem).map((name) => titleOf(corpus, name));
  return enumerate(names, mostNamed) || undefined;
}

function bridgesText(corpus: Corpus, { declaration }: Ecosystem): string | undefined {
  const bridges = bridgesBetween(corpus).flatMap(({ party, ecosystems }) => {
    if (!ecosystems.some(({ ecosystem }) => ecosystem.declaration === declaration)) return [];
    const others = ecosystems
      .filter(({ ecosystem }) => ecosystem.declaration !== declaration)
      .map(({ ecosystem }) => ecosystem.declaration.title);
    return [withRemarks(titleOf(corpus, party), [enumerate(others)])];
  });
  return enumerate(bridges, mostNamed) || undefined;
}

/** A share rounded to whole percents, outwards where its bounds differ. */
export function wholePercent(percent: Range): string {
  return describePercent(roundedOutwards(percent, 0));
}
