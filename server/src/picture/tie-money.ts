import type { TiedDeal } from './graph';

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
  const of = ofWhole.replace('{0}', () => whole);
  return money === undefined ? of : `${money} ${of}`;
}
