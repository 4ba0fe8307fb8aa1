import { kindNames, kinds } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import { statusHistory } from '../../model/lifecycle';
import type { Project } from '../../project/project';
import { describeDate, formatDate, type DealDate } from '../../values/date';
import { formatDay } from '../../values/day';
import { withRemarks } from '../summary/figures';
import { shortenedBy } from '../summary/names';
import { dealLabel } from '../summary/deal-label';
import type { StatusDate } from '../../protocol';

/** So many dates are offered. */
const mostDates = 8;
/** So many deals are named with each. */
const mostDeals = 3;

interface Change {
  readonly project: Project;
  readonly deal: Declaration;
  readonly status: string;
}

interface Dated {
  readonly date: DealDate;
  readonly changes: Change[];
}

/**
 * The latest dates in the past on which the status of a deal changed, the latest first. Yields for each deal it looked
 * at.
 * @param today dates that reach beyond it are left out
 */
export function* statusDates(projects: readonly Project[], today: number): Generator<number, StatusDate[]> {
  const found = new Map<string, Dated>();
  for (const { project, deal } of dealsIn(projects)) {
    for (const { status, on } of statusHistory(deal)) {
      if (!on || on.latest > today) continue;
      const key = formatDate(on);
      const change = { project, deal, status };
      const dated = found.get(key);
      if (dated) dated.changes.push(change);
      else found.set(key, { date: on, changes: [change] });
    }
    yield 1;
  }
  const latest = [...found.values()]
    .sort((a, b) => b.date.latest - a.date.latest || b.date.earliest - a.date.earliest)
    .slice(0, mostDates);
  return latest.map(({ date, changes }) => ({
    day: formatDay(date.latest),
    inWords: describeDate(date),
    events: shortenedBy(
      changes,
      ({ project, deal, status }) => withRemarks(dealLabel(project, deal), [status]),
      ', ',
      mostDeals,
    ),
  }));
}

/**
 * The nearest day before or after another one on which the status of a deal changes: its date's first day, from which
 * on it counts. Undefined where there is none. Yields for each deal it looked at.
 */
export function* nearestChange(
  projects: readonly Project[],
  from: number,
  direction: 'back' | 'forward',
): Generator<number, number | undefined> {
  let nearest: number | undefined;
  for (const { deal } of dealsIn(projects)) {
    for (const { on } of statusHistory(deal)) {
      const day = on?.earliest;
      if (day === undefined || !Number.isFinite(day)) continue;
      if (direction === 'forward' ? day <= from : day >= from) continue;
      if (nearest === undefined || Math.abs(day - from) < Math.abs(nearest - from)) nearest = day;
    }
    yield 1;
  }
  return nearest;
}

function* dealsIn(
  projects: readonly Project[],
): Generator<{ project: Project; deal: Declaration }, undefined> {
  for (const project of projects) {
    for (const kind of kindNames) {
      if (kinds[kind].group !== 'deal') continue;
      for (const deal of project.ofKind(kind)) yield { project, deal };
    }
  }
}
