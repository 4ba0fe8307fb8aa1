import * as l10n from '@vscode/l10n';
import type { Item } from '../language/item';
import { factsOf, isUnsure, type Declaration } from '../model/declaration';
import { reportedOnce } from '../model/money-line';
import { statuses, type StatusWord } from '../language/schema';
import { statusHistory, type StatusEvent } from '../model/lifecycle';
import { certainlyBefore, describeDate, type DealDate } from '../values/date';
import type { Fix, LocalCheck } from '../project/check';
import { swapOfDates } from './swap-of-dates';

export const statusOrder: LocalCheck = {
  scope: 'item',
  code: 'status-order',
  severity: 'error',
  title: 'A deal is closed before it is signed or announced',
  docs: 'A deal goes from rumor to talks, letter, announcement or signing, and closing. Either of announcement and signing may come first, whatever the kind: parties of an acquisition or merger sign and announce on the same or the next day, a round or contract may be made public long after it was signed, and what is announced may be signed later. An error only where every reading of the dates has the later step first, both are stated for sure, and no two sources differ over them. After a deal was withdrawn or ended it may start anew. A quick fix swaps the two dates where that mends it.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per <https://example.com>\n  status signed on 2024-03\n  status closed on 2024-01\n}\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per <https://example.com>\n  status signed on 2024-01\n  status closed on 2024-03\n}\n',
  },
  concerns: ({ declaration }) => declaration !== undefined && factsOf(declaration, 'status').length > 1,
  run: ({ item, declaration }) => {
    if (!declaration) return [];
    const slips = slipsIn(declaration);
    return slips.map(({ wrong, other, others, conflict: { earlier, later } }) => ({
      span: wrong.fact.node,
      message: l10n.t(
        '“{0}” ({1}) comes only after “{2}” ({3}). Correct one of the dates.',
        later.status,
        describeDate(later.on),
        earlier.status,
        describeDate(earlier.on),
      ),
      related: [
        {
          declaration,
          span: other.fact.node,
          message: l10n.t('{0} ({1})', other.status, describeDate(other.on)),
        },
      ],
      fixes: swap(item, slips, { wrong, others }),
    }));
  },
};

type Dated = StatusEvent & { readonly on: DealDate };

/** Two steps that cannot have happened in the order of their dates. */
interface Conflict {
  readonly earlier: Dated;
  readonly later: Dated;
}

/** @param steps sorted by date */
function conflictsIn(steps: readonly Dated[]): Conflict[] {
  return steps.flatMap((later, index) => {
    const word: StatusWord = statuses[later.status];
    const { step } = word;
    // Leaks after the announcement are no mistake: only binding steps are held to their order.
    if (!step || word.commitment === 'talk') return [];
    return steps.slice(0, index).flatMap((earlier, position) => {
      const other: StatusWord = statuses[earlier.status];
      const isConflict =
        other.step !== undefined &&
        other.step > step &&
        !isAnnouncedWhenSigned(earlier, later) &&
        certainlyBefore(earlier.on, later.on) &&
        isOfOneSource(earlier, later) &&
        !steps.slice(position, index).some(isFinal);
      return isConflict ? [{ earlier, later }] : [];
    });
  });
}

/** A signing is made public when those who signed want it to be. */
function isAnnouncedWhenSigned(earlier: StatusEvent, later: StatusEvent): boolean {
  return earlier.status === 'signed' && later.status === 'announced';
}

/** Whether nothing says that two sources differ: each may be right where they do. */
function isOfOneSource(a: Dated, b: Dated): boolean {
  return reportedOnce([a.fact, b.fact], () => 'step').length === 2;
}

/** One step that is dated wrongly, and those that show it. */
interface Slip {
  readonly wrong: Dated;
  /** The one that is told. */
  readonly other: Dated;
  readonly others: readonly Dated[];
  readonly conflict: Conflict;
}

/** The steps of a deal that cannot have been in the order of their dates. */
export function slipsIn(deal: Declaration): Slip[] {
  const steps = statusHistory(deal).filter(isDated);
  return wrongDates(conflictsIn(steps.filter(({ fact }) => !isUnsure(fact))));
}

/** Swaps the wrong date with the first one with which that leaves fewer slips. */
function swap(item: Item, slips: readonly Slip[], { wrong, others }: Pick<Slip, 'wrong' | 'others'>): Fix[] {
  for (const other of others) {
    const fixes = swapOfDates(item, wrong, other, (after) => slipsIn(after).length < slips.length);
    if (fixes.length > 0) return fixes;
  }
  return [];
}

/** The fewest lines whose dates explain all conflicts: one wrong date is told once, however many steps it passes. */
function wrongDates(conflicts: readonly Conflict[]): Slip[] {
  const found: Slip[] = [];
  let left = conflicts;
  while (left.length > 0) {
    const counts = new Map<Dated, number>();
    for (const { earlier, later } of left) {
      for (const event of [later, earlier]) counts.set(event, (counts.get(event) ?? 0) + 1);
    }
    const most = Math.max(...counts.values());
    // Of two steps that contradict each other and nothing else, the later one is pointed at.
    const conflict = left.find(
      ({ earlier, later }) => counts.get(later) === most || counts.get(earlier) === most,
    );
    if (!conflict) break;
    const { earlier, later } = conflict;
    const wrong = counts.get(later) === most ? later : earlier;
    const others = left.flatMap((each) =>
      each.later === wrong ? [each.earlier] : each.earlier === wrong ? [each.later] : [],
    );
    found.push({ wrong, other: wrong === later ? earlier : later, others, conflict });
    left = left.filter((each) => each.earlier !== wrong && each.later !== wrong);
  }
  return found;
}

function isDated(event: StatusEvent): event is Dated {
  return event.on !== undefined;
}

function isFinal({ status }: StatusEvent): boolean {
  const word: StatusWord = statuses[status];
  return word.final === true;
}
