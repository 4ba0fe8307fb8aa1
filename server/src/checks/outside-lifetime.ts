import * as l10n from '@vscode/l10n';
import { statuses, type PropertyName, type StatusName, type StatusWord } from '../language/schema';
import type { MentionSite } from '../model/corpus';
import {
  factsOf,
  isUnsure,
  type Declaration,
  type Fact,
  type Mention,
  type MentionRole,
} from '../model/declaration';
import { certainlyBefore, describeDate, type DealDate } from '../values/date';
import type { PartyCheck, PlacedFound } from '../project/check';

export const outsideLifetime: PartyCheck = {
  scope: 'party',
  code: 'outside-lifetime',
  severity: 'error',
  title: 'A party acts before it was founded, or after it was closed',
  docs: 'Nobody signs, closes or pays before being `founded`, or holds a stake by then; and nobody starts, signs or closes anything after being `closed`. Talks and announcements may be about a company that is yet to be founded, and what a party leaves behind may still be ended, and paid, when it is gone. Members count by the date on their own line, and so do customers, stakes, roles at the party and what is provided: none of these begins when the party is closed, or is over before it is founded, nor does it become somebody’s unit when it is closed. It is told only where no reading of half-known dates fits, and not where a date is only likely or uncertain.',
  examples: {
    bad: 'company Google\ncompany Anthropic { founded 2021 }\n\ninvestment Deal: Google -> Anthropic {\n  amount $300M  per <https://example.com>\n  status closed on 2020-12\n}\n',
    good: 'company Google\ncompany Anthropic { founded 2021 }\n\ninvestment Deal: Google -> Anthropic {\n  amount $300M  per <https://example.com>\n  status closed on 2022-12\n}\n',
  },
  noFix: 'which of the two dates is wrong, only their sources say.',
  run: ({ party, sites }) => {
    const founded = boundOf(party, 'founded');
    const closed = boundOf(party, 'closed');
    if (!founded && !closed) return [];
    const found: PlacedFound[] = [];
    const seen = new Set<Declaration>();
    const own = closed && party.facts.find((fact) => isOwnBeginning(fact, closed.on));
    if (own) found.push(told(party, party, { on: beginOf(own)!, fact: own }, closed, 'closed'));
    for (const site of sites) {
      if (site.declaration === party || seen.has(site.declaration)) continue;
      const early = founded && actIn(site, begun, (on) => certainlyBefore(on, founded.on));
      const late = closed && actIn(site, stillStarting, (on) => certainlyBefore(closed.on, on));
      if (early) found.push(told(party, site.declaration, early, founded, 'founded'));
      else if (late) found.push(told(party, site.declaration, late, closed, 'closed'));
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
interface Acts {
  readonly statuses: (status: StatusName) => boolean;
  readonly pays: boolean;
  /** Whether what lasts is outside by its end as well as by its beginning. */
  readonly ends: boolean;
}

const begun: Acts = {
  statuses: (status) => status === 'signed' || status === 'closed',
  pays: true,
  ends: true,
};
/** What is owed may be paid when a party is gone. */
const stillStarting: Acts = {
  statuses: (status) => {
    const word: StatusWord = statuses[status];
    return word.step !== undefined;
  },
  pays: false,
  ends: false,
};

/** Roles in which a party takes part in all of a deal. */
const wholeRoles: ReadonlySet<MentionRole> = new Set(['left', 'right', 'lead', 'seller']);
/** Roles in which it takes part from when its line says. */
const lineRoles: ReadonlySet<MentionRole> = new Set(['member', 'customer', 'at']);
/** Lines of a deal that last, from when they say. */
const lasting: ReadonlySet<PropertyName> = new Set(['stake', 'provides']);
/** Lines of a party itself that last. */
const ownLasting: ReadonlySet<PropertyName> = new Set(['parent', 'manager', 'provides']);

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
    const isLasting = isByLine || lasting.has(fact.name);
    // Founders have a role before there is the party.
    const mayPrecede = mention.role === 'at' && acts.ends;
    const begin = isLasting || fact.name === 'status' ? beginOf(fact) : fact.on;
    // Nearly all dates fit: all else is asked of those that do not.
    const on = [mayPrecede ? undefined : begin, isLasting && acts.ends ? fact.until : undefined].find(
      (date) => date && isOutside(date),
    );
    if (!on || isUnsure(fact)) continue;
    const counts = isByLine ? isLineOf(fact, mention) : isAct(fact, acts);
    if (counts) return { on, fact };
  }
  return undefined;
}

function beginOf({ on, from }: Fact): DealDate | undefined {
  return on ?? from;
}

/** Whether a line is the one that mentions a party. */
function isLineOf({ name, node }: Fact, { role, node: mentioned }: Mention): boolean {
  return (
    (role === 'at' ? name === 'role' : name === role) &&
    node.start <= mentioned.start &&
    mentioned.end <= node.end
  );
}

/** Whether a party, by a line of its own, begins something after its end. */
function isOwnBeginning(fact: Fact, closed: DealDate): boolean {
  const begin = ownLasting.has(fact.name) ? beginOf(fact) : undefined;
  return begin !== undefined && !isUnsure(fact) && certainlyBefore(closed, begin);
}

function isAct({ name, values: [value] }: Fact, { statuses: counts, pays }: Acts): boolean {
  switch (name) {
    case 'status':
      return value?.type === 'choice' && value.status !== undefined && counts(value.status);
    case 'paid':
    case 'tranche':
      return pays;
    case 'stake':
    case 'provides':
      return true;
    default:
      return false;
  }
}

function told(
  party: Declaration,
  declaration: Declaration,
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
