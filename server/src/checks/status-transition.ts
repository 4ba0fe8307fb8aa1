import * as l10n from '@vscode/l10n';
import { statuses, type StatusName, type StatusWord } from '../language/schema';
import { factOf, factsOf, type Declaration, type Fact } from '../model/declaration';
import { hasOwnStatusWord, statusHistory, type StatusEvent } from '../model/lifecycle';
import { reportedOnce } from '../model/money-line';
import type { Item } from '../language/item';
import { certainlyBefore, describeDate } from '../values/date';
import type { Fix, Found, LocalCheck } from '../project/check';
import { slipsIn } from './status-order';
import { swapOfDates } from './swap-of-dates';

/** With these a deal that was over begins again. */
const newStart: ReadonlySet<StatusName> = new Set(['rumored', 'talks', 'letter', 'announced', 'signed']);

export const statusTransition: LocalCheck = {
  scope: 'item',
  code: 'status-transition',
  severity: 'error',
  title: 'A deal goes on after it was over',
  docs: 'A withdrawn, terminated or expired deal can start anew with rumors, talks, a letter, an announcement or a signing; it cannot be closed, amended, paused or ended once more, unless another source reports the same end. No tranche is due any more; what is owed may still be paid, but for a deal that was withdrawn. A closed deal is not withdrawn but terminated. Where the dates of the end and the step behind it may have been taken for each other, a quick fix swaps them.',
  examples: {
    bad: 'company Adobe\ncompany Figma\n\nacquisition Deal: Adobe -> Figma {\n  amount $20B per <https://example.com>\n  status announced  on 2022-09-15\n  status terminated on 2023-12-18\n  status closed     on 2024-02\n}\n',
    good: 'company Adobe\ncompany Figma\n\nacquisition Deal: Adobe -> Figma {\n  amount $20B per <https://example.com>\n  status announced  on 2022-09-15\n  status terminated on 2023-12-18\n}\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    factsOf(declaration, 'status').some((fact) => isEnd(fact) || !hasOwnStatusWord(fact)) &&
    (factsOf(declaration, 'status').length > 1 || scheduled.some((name) => factOf(declaration, name))),
  run: ({ item, declaration }) => {
    if (!declaration) return [];
    if (!factsOf(declaration, 'status').some(isEnd)) return [];
    const found = impossibleIn(declaration);
    const events = statusHistory(declaration);
    return [
      ...found.map(({ previous, event, told }) => ({
        ...told,
        fixes: told.fixes ?? swap(item, declaration, previous, event),
      })),
      ...paidAfterEnd(declaration, events),
    ];
  },
};

/** Whether a status line ends the deal. Without one that does, nothing here can be wrong. */
function isEnd({ values: [value] }: Fact): boolean {
  if (value?.type !== 'choice' || !value.status) return false;
  const word: StatusWord = statuses[value.status];
  return word.final === true;
}

/** Whether one event came before the other: by their dates, or as the lines are written where one has none. */
function follows(previous: StatusEvent, event: StatusEvent): boolean {
  return previous.on && event.on
    ? certainlyBefore(previous.on, event.on)
    : previous.fact.node.start < event.fact.node.start;
}

/** A status with its date where it has one. */
function described({ status, on }: StatusEvent): string {
  return on ? l10n.t('{0} ({1})', status, describeDate(on)) : status;
}

function isFinal(event: StatusEvent): boolean {
  const word: StatusWord = statuses[event.status];
  return word.final === true;
}

/** A step that cannot follow the one before it. */
interface Impossible {
  readonly previous: StatusEvent;
  readonly event: StatusEvent;
  readonly told: Found;
}

function impossibleIn(deal: Declaration): Impossible[] {
  const events = statusHistory(deal);
  return events.flatMap((event, index) => {
    const previous = events[index - 1];
    return previous
      ? impossibleStep(deal, events, index, event).map((told) => ({ previous, event, told }))
      : [];
  });
}

/** Swaps the dates of an end and of the step behind it, where then each can follow what is before it. */
function swap(item: Item, deal: Declaration, previous: StatusEvent, event: StatusEvent): Fix[] {
  // The same mistake is left where another step stands behind the end.
  const isMended = (after: Declaration) =>
    wrongIn(after) < wrongIn(deal) && slipsIn(after).length <= slipsIn(deal).length;
  return isFinal(event) ? [] : swapOfDates(item, previous, event, isMended);
}

function wrongIn(deal: Declaration): number {
  return impossibleIn(deal).length + paidAfterEnd(deal, statusHistory(deal)).length;
}

function impossibleStep(
  declaration: Declaration,
  events: readonly StatusEvent[],
  index: number,
  event: StatusEvent,
): Found[] {
  const previous = events[index - 1];
  if (!previous || !follows(previous, event)) return [];
  const related = [
    {
      declaration,
      span: previous.fact.node,
      message: described(previous),
    },
  ];
  if (isFinal(previous) && isSameReported(previous, event)) return [];
  if (isFinal(previous) && !newStart.has(event.status)) {
    return [
      {
        span: event.fact.node,
        message: l10n.t(
          'The deal is over, “{0}”: “{1}” cannot follow. If it started anew, write that step first.',
          described(previous),
          described(event),
        ),
        related,
      },
    ];
  }
  if (event.status === 'withdrawn' && events.slice(0, index).some(({ status }) => status === 'closed')) {
    const word = event.fact.values[0]?.node;
    return [
      {
        span: event.fact.node,
        message: l10n.t('A closed deal is not withdrawn any more. Write “terminated” if it was undone.'),
        related,
        ...(word && {
          fixes: [
            {
              title: l10n.t('Change to “{0}”', 'terminated'),
              edits: [{ start: word.start, end: word.end, text: 'terminated' }],
              preferred: true,
            },
          ],
        }),
      },
    ];
  }
  return [];
}

/** Whether two sources report the same step, each with a date of its own. */
function isSameReported(a: StatusEvent, b: StatusEvent): boolean {
  return a.status === b.status && reportedOnce([a.fact, b.fact], () => 'step').length === 1;
}

/** Lines on which money has its day. */
const scheduled = ['paid', 'tranche'] as const;

/** Money that is dated after the end of the deal would still be counted. */
function paidAfterEnd(declaration: Declaration, events: readonly StatusEvent[]): Found[] {
  const last = events.at(-1);
  const end = last?.on;
  if (!last || !end || !isFinal(last)) return [];
  // What was owed may still be paid; of a deal that never came about, nothing is.
  return (last.status === 'withdrawn' ? scheduled : (['tranche'] as const))
    .flatMap((name) => factsOf(declaration, name))
    .flatMap((fact) =>
      fact.on && certainlyBefore(end, fact.on)
        ? [
            {
              span: fact.node,
              message: l10n.t(
                'The deal is over, “{0}”: nothing is due after that ({1}). Correct the date, or the status.',
                described(last),
                describeDate(fact.on),
              ),
              related: [
                {
                  declaration,
                  span: last.fact.node,
                  message: described(last),
                },
              ],
            },
          ]
        : [],
    );
}
