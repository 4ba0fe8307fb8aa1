import * as l10n from '@vscode/l10n';
import { alignment, fromDay } from './calendar';
import type { DealDate, Precision } from './date';

/** The date for a sentence, localized: `21 January 2025`, `about 2019`, `2019–2024`, `since 2019`. */
export function describeDate(date: DealDate): string {
  const days =
    date.precision === 'interval' ? describeInterval(date) : describeUnit(date.earliest, date.precision);
  const text = date.approximate ? l10n.t('about {0}', days) : days;
  return date.uncertain ? l10n.t('{0} (uncertain)', text) : text;
}

function describeInterval(date: DealDate): string {
  const unit = alignment(date.earliest, date.latest);
  if (date.openStart) return l10n.t('until {0}', describeUnit(date.latest, unit));
  const start = describeUnit(date.earliest, unit);
  if (date.openEnd) return l10n.t('since {0}', start);
  const end = describeUnit(date.latest, unit);
  // A dash between single words stands close, between several apart.
  return unit === 'year' ? l10n.t('{0}–{1}', start, end) : l10n.t('{0} – {1}', start, end);
}

function describeUnit(dayNumber: number, precision: Exclude<Precision, 'interval'>): string {
  const { year, month, day } = fromDay(dayNumber);
  switch (precision) {
    case 'century':
      return l10n.t('{0}–{1}', year, year + 99);
    case 'decade':
      return l10n.t('the {0}s', year);
    case 'year':
      return String(year);
    case 'season':
      return season(year, month);
    case 'quarter':
      return l10n.t('Q{0} {1}', Math.ceil(month / 3), year);
    case 'month':
      return monthAndYear(year, month);
    case 'day':
      return l10n.t('{0} {1}', day, monthAndYear(year, month));
  }
}

function season(year: number, firstMonth: number): string {
  switch (firstMonth) {
    case 3:
      return l10n.t('spring {0}', year);
    case 6:
      return l10n.t('summer {0}', year);
    case 9:
      return l10n.t('autumn {0}', year);
    default:
      return l10n.t('winter {0}', year);
  }
}

/** The month by its localized name: `January 2025`. */
export function monthAndYear(year: number, month: number): string {
  const names = [
    l10n.t('January'),
    l10n.t('February'),
    l10n.t('March'),
    l10n.t('April'),
    l10n.t('May'),
    l10n.t('June'),
    l10n.t('July'),
    l10n.t('August'),
    l10n.t('September'),
    l10n.t('October'),
    l10n.t('November'),
    l10n.t('December'),
  ];
  return l10n.t('{0} {1}', names[month - 1] ?? '', year);
}
