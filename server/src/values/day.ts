import * as l10n from '@vscode/l10n';
import { formatDate, onDay, readDate } from './date';
import { misread, read, type Reading } from './result';

/** Reads the day that a date leads up to: the last one of `2025-01`, `2025-Q3` or `2024`. */
export function readDay(text: string): Reading<number> {
  const date = readDate(text);
  if (!date.ok) return date;
  const { latest } = date.value;
  return Number.isFinite(latest)
    ? read(latest)
    : misread(l10n.t('A period that goes on has no last day. Write its end, as in “2024”.'), 0, text.length);
}

/** The canonical text of a day: `2025-01-31`. */
export function formatDay(day: number): string {
  return formatDate(onDay(day));
}
