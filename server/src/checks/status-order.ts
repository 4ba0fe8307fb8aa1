import * as l10n from '@vscode/l10n';
import { statuses, type StatusWord } from '../language/schema';
import { statusHistory, type StatusEvent } from '../model/lifecycle';
import { certainlyBefore, describeDate, type DealDate } from '../values/date';
import type { LocalCheck } from '../project/check';

export const statusOrder: LocalCheck = {
  scope: 'item',
  code: 'status-order',
  severity: 'error',
  title: 'A deal is closed before it is signed, or signed before it is announced',
  docs: 'A deal goes from rumor to talks, letter, announcement, signing and closing. An error only where every reading of the dates has the later step first. After a deal was withdrawn or ended it may start anew.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per <https://example.com>\n  status signed on 2025-03\n  status closed on 2025-01\n}\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per <https://example.com>\n  status signed on 2025-01\n  status closed on 2025-03\n}\n',
  },
  run: ({ declaration }) => {
    if (!declaration) return [];
    // Leaks after the announcement are no mistake: only binding steps are held to their order.
    const steps = statusHistory(declaration).filter(isDated);
    return steps.flatMap((later, index) => {
      const word: StatusWord = statuses[later.status];
      if (!word.step || word.commitment === 'talk') return [];
      const { step } = word;
      // The history is sorted by date: whatever stands before happened before.
      const earlier = steps.slice(0, index).find((event, position) => {
        const other: StatusWord = statuses[event.status];
        return (
          other.step !== undefined &&
          other.step > step &&
          certainlyBefore(event.on, later.on) &&
          !steps.slice(position, index).some((between) => isFinal(between))
        );
      });
      if (!earlier) return [];
      return [
        {
          span: later.fact.node,
          message: l10n.t(
            '“{0}” ({1}) comes only after “{2}” ({3}). Mend one of the dates.',
            later.status,
            describeDate(later.on),
            earlier.status,
            describeDate(earlier.on),
          ),
          related: [
            {
              declaration,
              span: earlier.fact.node,
              message: l10n.t('{0} ({1})', earlier.status, describeDate(earlier.on)),
            },
          ],
        },
      ];
    });
  },
};

function isDated(event: StatusEvent): event is StatusEvent & { on: DealDate } {
  return event.on !== undefined;
}

function isFinal({ status }: StatusEvent): boolean {
  const word: StatusWord = statuses[status];
  return word.final === true;
}
