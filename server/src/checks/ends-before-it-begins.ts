import * as l10n from '@vscode/l10n';
import type { ModifierName } from '../language/schema';
import { factOf, factsOf, isUnsure, type Declaration, type Fact } from '../model/declaration';
import { certainlyBefore, describeDate, type DealDate } from '../values/date';
import type { Found, LocalCheck } from '../project/check';

export const endsBeforeItBegins: LocalCheck = {
  scope: 'item',
  code: 'ends-before-it-begins',
  severity: 'error',
  title: 'Something ends before it begins',
  docs: 'A line does not run `from` a date `until` an earlier one, and nobody is `closed` before being `founded`. It is an error only where no reading of half-known dates fits: not where a date is only likely or uncertain, nor where sources differ and one of their dates fits.',
  examples: {
    bad: 'company Google\ncompany DeepMind { founded 2010; parent Google from 2024 until 2014 }\n',
    good: 'company Google\ncompany DeepMind { founded 2010; parent Google from 2014 until 2024 }\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    ((factOf(declaration, 'founded') !== undefined && factOf(declaration, 'closed') !== undefined) ||
      declaration.facts.some((fact) => has(fact, 'from') && has(fact, 'until'))),
  run: ({ declaration }) =>
    declaration ? [...declaration.facts.flatMap(wrongSpan), ...wrongLife(declaration)] : [],
};

function has({ node }: Fact, modifier: ModifierName): boolean {
  return node.modifiers.some(({ name }) => name === modifier);
}

function wrongSpan(fact: Fact): Found[] {
  const { from, until, node } = fact;
  if (!from || !until || isUnsure(fact) || !certainlyBefore(until, from)) return [];
  const end = node.modifiers.find(({ name }) => name === 'until')?.values[0] ?? node;
  return [
    {
      span: { start: end.start, end: end.end },
      message: l10n.t(
        'This ends ({0}) before it begins ({1}). Correct one of the dates.',
        describeDate(until),
        describeDate(from),
      ),
    },
  ];
}

interface Dated {
  readonly fact: Fact;
  readonly date: DealDate;
}

/** The founding and the closing of a party, where every source has them the wrong way round. */
function wrongLife(party: Declaration): Found[] {
  const [founded, closed] = [datesIn(party, 'founded'), datesIn(party, 'closed')];
  const [begin] = founded;
  const [end] = closed;
  const isWrong = closed.every((last) => founded.every((first) => certainlyBefore(last.date, first.date)));
  if (!begin || !end || !isWrong || [...founded, ...closed].some(({ fact }) => isUnsure(fact))) return [];
  return [
    {
      span: end.fact.node,
      message: l10n.t(
        '{0} was closed ({1}) before it was founded ({2}). Correct one of the dates.',
        party.title,
        describeDate(end.date),
        describeDate(begin.date),
      ),
      related: [
        {
          declaration: party,
          span: begin.fact.node,
          message: l10n.t('founded {0}', describeDate(begin.date)),
        },
      ],
    },
  ];
}

function datesIn(party: Declaration, name: 'founded' | 'closed'): Dated[] {
  return factsOf(party, name).flatMap((fact): Dated[] => {
    const [value] = fact.values;
    return value?.type === 'date' ? [{ fact, date: value.date }] : [];
  });
}
