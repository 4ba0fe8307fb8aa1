import { amountText, type AmountWords } from './amount';
import { firmness, surestIn, type Firmness, type TiedDeal, type TieStep } from './graph';

/** Words for what ties come to. */
export interface TieMoneyWords {
  readonly firmness: Readonly<Record<Firmness, string>>;
  /** `{0} deals`, and `1 deal`. */
  readonly deals: string;
  readonly oneDeal: string;
  /** `{0} of {1} deals`. */
  readonly someDeals: string;
  /** `+{0} without a figure`. */
  readonly withoutFigure: string;
  /** `of {0}`, of a deal whose money is not only between two. */
  readonly ofWhole: string;
  readonly bounds: AmountWords;
}

/**
 * What the surest deals of a tie come to in the shortest form, and of how many of all that are not over: `$2B · 2 deals`,
 * `$2B · 2 of 5 deals`.
 */
export function shortMoneyOf(
  step: TieStep,
  inWords: ((amount: number) => string) | undefined,
  words: TieMoneyWords,
): string {
  const surest = surestIn(step) ?? 'over';
  const all =
    surest === 'over'
      ? (step.count.over ?? 0)
      : sumOf(
          step.count,
          firmness.filter((each) => each !== 'over'),
        );
  const known = step.money?.[surest];
  if (!known || !inWords) return dealsText(words, all);
  const deals = known.deals === all ? dealsText(words, all) : filled(words.someDeals, known.deals, all);
  return `${amountText(known.amount, inWords, words.bounds)} · ${deals}`;
}

/**
 * What several deals come to, those that stand alike together: `closed: $2B · 2 deals, +1 without a figure; only talked
 * about: 1 deal`.
 */
export function fullMoneyOf(
  { count, money }: TieStep,
  inWords: ((amount: number) => string) | undefined,
  words: TieMoneyWords,
): string {
  return firmness
    .filter((each) => (count[each] ?? 0) > 0)
    .map((each) => {
      const [all, known] = [count[each] ?? 0, money?.[each]];
      const parts =
        known && inWords
          ? [
              `${amountText(known.amount, inWords, words.bounds)} · ${dealsText(words, known.deals)}`,
              ...(all > known.deals ? [filled(words.withoutFigure, all - known.deals)] : []),
            ]
          : [dealsText(words, all)];
      return `${words.firmness[each]}: ${parts.join(', ')}`;
    })
    .join('; ');
}

function sumOf(count: TieStep['count'], those: readonly Firmness[]): number {
  return those.reduce((sum, each) => sum + (count[each] ?? 0), 0);
}

/** How many deals, in words. */
export function dealsText(
  { deals, oneDeal }: Pick<TieMoneyWords, 'deals' | 'oneDeal'>,
  count: number,
): string {
  return count === 1 ? oneDeal : filled(deals, count);
}

/** A text with what is put into its places: `{0}`, `{1}`. */
export function filled(text: string, ...parts: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(parts[Number(index)] ?? ''));
}

/**
 * What of a deal's money is between two: all of it, a part and of how much (`$6B of $10B`), or only of how much; undefined
 * where nobody says either.
 * @param ofWhole `of {0}`
 */
export function moneyOfDeal(
  { money, whole }: Pick<TiedDeal, 'money' | 'whole'>,
  ofWhole: string,
): string | undefined {
  if (whole === undefined) return money;
  const of = filled(ofWhole, whole);
  return money === undefined ? of : `${money} ${of}`;
}
