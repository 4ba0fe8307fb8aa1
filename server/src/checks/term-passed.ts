import * as l10n from '@vscode/l10n';
import type { Item } from '../language/item';
import { kinds, type StatusName } from '../language/schema';
import { factOf, factsOf, type Declaration } from '../model/declaration';
import { liesAhead, standingOf, statusHistory } from '../model/lifecycle';
import { endOfTerm, type End } from '../model/term';
import { certainlyBefore, describeDate, formatDate, onDay, type DealDate } from '../values/date';
import { propertyBefore } from '../project/edits';
import type { LocalCheck } from '../project/check';

export const termPassed: LocalCheck = {
  scope: 'item',
  code: 'term-passed',
  severity: 'warning',
  title: 'A contract has run out, and nothing says what became of it',
  docs: 'The `term` of a deal has a start (`term 18mo from 2024-01`) and ended before the day as of which the project is seen, or all that it `provides` is provided `until` a day that has passed; but by its status the deal is in force. Nothing is told where it is being renegotiated, was amended, or has any status of the day of its end or later, nor of a `venture` or `project` that is closed. A half-known date counts from its last day. Of an `exclusive` line it is the exclusivity that has ended: what is provided since stands on a line of its own.',
  examples: {
    bad: 'company News\ncompany OpenAI\n\nlicense Archive: News -> OpenAI {\n  provides data\n  term     18mo   from 2023-01 per <https://example.com>\n  status   signed on 2023-01\n}\n',
    good: 'company News\ncompany OpenAI\n\nlicense Archive: News -> OpenAI {\n  provides data\n  term     18mo    from 2023-01 per <https://example.com>\n  status   signed  on 2023-01\n  status   expired on 2024-06\n}\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    kinds[declaration.kind].group === 'deal' &&
    (factOf(declaration, 'term') ?? factOf(declaration, 'provides')) !== undefined,
  run: ({ item, declaration }, { asOf }) => {
    if (!declaration || kinds[declaration.kind].group !== 'deal') return [];
    const end = endOfTerm(declaration) ?? endOfProvision(declaration);
    if (!end || !certainlyBefore(end.on, onDay(asOf)) || !isInForce(declaration, end.on, asOf)) return [];
    const expired = `status expired on ${formatDate(end.on)}`;
    const provided = end.fact.flags.has('exclusive') ? providedAfter(item, end) : undefined;
    const lines = provided === undefined ? [expired] : [provided, expired];
    return [
      {
        span: end.fact.node,
        message:
          provided === undefined
            ? dealMessage(describeDate(end.on), standingOf(declaration, asOf).status)
            : l10n.t(
                'The exclusivity ended {0}, and nothing says what holds since. Write what is still provided, such as “{1}”, or what became of the deal.',
                describeDate(end.on),
                provided,
              ),
        fixes: lines.map((line) => ({
          title: l10n.t('Add “{0}”', line),
          edits: [propertyBefore(item, end.fact.node, line)],
        })),
      },
    ];
  },
};

function dealMessage(date: string, status: StatusName | undefined): string {
  return status
    ? l10n.t(
        'This ended {0}, but the deal is still “{1}”. Write what became of it, such as “status expired”.',
        date,
        status,
      )
    : l10n.t('This ended {0}. Write what became of the deal, such as “status expired”.', date);
}

/** The line that says that the same is provided from then on, to others as well. */
function providedAfter({ text }: Item, { on, fact: { node } }: End): string | undefined {
  const [first, last] = [node.values[0], node.values.at(-1)];
  if (!first || !last) return undefined;
  return `provides ${text.slice(first.start, last.end)} from ${formatDate(onDay(on.latest + 1))}`;
}

/** Where all that is provided ends, the last day of it. */
function endOfProvision(deal: Declaration): End | undefined {
  const lines = factsOf(deal, 'provides');
  const ends = lines.flatMap((fact): End[] => (fact.until ? [{ on: fact.until, fact }] : []));
  const [first] = ends;
  if (!first || ends.length < lines.length) return undefined;
  return ends.reduce((last, end) => (end.on.latest > last.on.latest ? end : last), first);
}

/** Whether a deal says nothing of its end, although it has come. */
function isInForce(deal: Declaration, end: DealDate, day: number): boolean {
  const { status, commitment } = standingOf(deal, day);
  if (commitment === 'over' || commitment === 'talk' || liesAhead(deal, day)) return false;
  if (status === 'renegotiating' || status === 'amended') return false;
  // What is built has been built.
  if (status === 'closed' && (deal.kind === 'venture' || deal.kind === 'project')) return false;
  return !statusHistory(deal).some(({ on }) => on && !certainlyBefore(on, end));
}
