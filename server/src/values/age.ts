import * as l10n from '@vscode/l10n';

const daysOfMonth = 365.2425 / 12;

/**
 * A span of days in words, as exactly as people say it: in days up to two months, in months up to two years, then in
 * years; rounded down.
 *
 * @param days at least one
 */
export function describeAge(days: number): string {
  const months = Math.floor(days / daysOfMonth);
  if (months < 2) return days === 1 ? l10n.t('1 day') : l10n.t('{0} days', days);
  if (months < 24) return l10n.t('{0} months', months);
  return l10n.t('{0} years', Math.floor(months / 12));
}
