import * as l10n from '@vscode/l10n';
import { statuses, type StatusName, type StatusWord } from '../language/schema';
import type { MentionSite } from '../model/corpus';
import {
  factsOf,
  isUnsure,
  namesIn,
  type Declaration,
  type Fact,
  type MentionRole,
} from '../model/declaration';
import { certainlyBefore, describeDate, type DealDate } from '../values/date';
import type { PartyCheck, PlacedFound } from '../project/check';

export const outsideLifetime: PartyCheck = {
  scope: 'party',
  code: 'outside-lifetime',
  severity: 'error',
  title: 'A party acts before it was founded, or after it was closed',
  docs: 'Nobody signs, closes or pays before being `founded`, or holds a stake by then; and nobody starts, signs or closes anything after being `closed`. Talks and announcements may be about a company that is yet to be founded, and what a party leaves behind may still be ended, and paid, when it is gone. Members count by the date on their own line. It is told only where no reading of half-known dates fits, and not where a date is only likely or uncertain.',
  examples: {
    bad: 'company Google\ncompany Anthropic { founded 2021 }\n\ninvestment Deal: Google -> Anthropic {\n  amount $300M  per <https://example.com>\n  status closed on 2020-12\n}\n',
    good: 'company Google\ncompany Anthropic { founded 2021 }\n\ninvestment Deal: Google -> Anthropic {\n  amount $300M  per <https://example.com>\n  status closed on 2022-12\n}\n',
  },
  run: ({ party, sites }) => {
    const founded = boundOf(party, 'founded');
    const closed = boundOf(party, 'closed');
    if (!founded && !closed) return [];
    const found: PlacedFound[] = [];
    const seen = new Set<Declaration>();
    for (const site of sites) {
      if (site.declaration === party || seen.has(site.declaration)) continue;
      const early = founded && actIn(site, begun, (on) => certainlyBefore(on, founded.on));
      const late = closed && actIn(site, stillStarting, (on) => certainlyBefore(closed.on, on));
      if (early) found.push(told(party, site, early, founded, 'founded'));
      else if (late) found.push(told(party, site, late, closed, 'closed'));
      if (early ?? late) seen.add(site.declaration);
    }
    return found;
  },
};

/** When a party began or ended, with the line that says so. */
interface Bound {
  readonly on: DealDate;
  readonly fact: Fact;
}

/** Where sources differ, the reading that leaves most room; undefined where one is not sure. */
function boundOf(party: Declaration, name: 'founded' | 'closed'): Bound | undefined {
  const lines = factsOf(party, name);
  if (lines.some(isUnsure)) return undefined;
  const bounds = lines.flatMap((fact): Bound[] => {
    const [value] = fact.values;
    return value?.type === 'date' ? [{ on: value.date, fact }] : [];
  });
  const [first] = bounds;
  if (!first || bounds.length < lines.length) return undefined;
  const leavesMore = (a: Bound, b: Bound) =>
    name === 'founded' ? certainlyBefore(a.on, b.on) : certainlyBefore(b.on, a.on);
  return bounds.reduce((most, bound) => (leavesMore(bound, most) ? bound : most), first);
}

/** What counts as acting, by the status. */
type Acts = { readonly statuses: (status: StatusName) => boolean; readonly pays: boolean };

const begun: Acts = { statuses: (status) => status === 'signed' || status === 'closed', pays: true };
/** What is owed may be paid when a party is gone. */
const stillStarting: Acts = {
  statuses: (status) => {
    const word: StatusWord = statuses[status];
    return word.step !== undefined;
  },
  pays: false,
};

/** Roles in which a party takes part in all of a deal. */
const wholeRoles: ReadonlySet<MentionRole> = new Set(['left', 'right', 'lead', 'seller']);
/** Roles in which it takes part from when its line says. */
const lineRoles: ReadonlySet<MentionRole> = new Set(['member', 'customer']);

interface Act {
  readonly on: DealDate;
  readonly fact: Fact;
}

/**
 * The first thing that a party did in a deal, or held, at a time that does not fit, as far as it has a date and is stated
 * for sure.
 */
function actIn(
  { declaration, mention }: MentionSite,
  acts: Acts,
  isOutside: (on: DealDate) => boolean,
): Act | undefined {
  const isByLine = lineRoles.has(mention.role);
  const isByWhole =
    wholeRoles.has(mention.role) && declaration.kind !== 'claim' && declaration.kind !== 'metric';
  if (!isByLine && !isByWhole) return undefined;
  for (const fact of declaration.facts) {
    const on = fact.on ?? (isByLine || fact.name === 'status' ? fact.from : undefined);
    // Nearly all dates fit: all else is asked of those that do not.
    if (!on || !isOutside(on) || isUnsure(fact)) continue;
    const counts = isByLine
      ? fact.name === mention.role && namesIn(fact).includes(mention.name)
      : isAct(fact, acts);
    if (counts) return { on, fact };
  }
  return undefined;
}

function isAct({ name, values: [value] }: Fact, { statuses: counts, pays }: Acts): boolean {
  switch (name) {
    case 'status':
      return value?.type === 'choice' && value.status !== undefined && counts(value.status);
    case 'paid':
    case 'tranche':
      return pays;
    case 'stake':
      return true;
    default:
      return false;
  }
}

function told(
  party: Declaration,
  { declaration }: MentionSite,
  act: Act,
  bound: Bound,
  end: 'founded' | 'closed',
): PlacedFound {
  const [date, limit] = [describeDate(act.on), describeDate(bound.on)];
  return {
    at: declaration,
    span: act.fact.node,
    message:
      end === 'founded'
        ? l10n.t(
            '{0} was founded only {2}, after this ({1}). Correct one of the dates.',
            party.title,
            date,
            limit,
          )
        : l10n.t(
            '{0} was closed {2}, before this ({1}). Correct one of the dates.',
            party.title,
            date,
            limit,
          ),
    related: [
      {
        declaration: party,
        span: bound.fact.node,
        message: end === 'founded' ? l10n.t('founded {0}', limit) : l10n.t('closed {0}', limit),
      },
    ],
  };
}
