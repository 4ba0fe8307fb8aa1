import * as l10n from '@vscode/l10n';
import type { Item } from '../language/item';
import type { ModifierName, PropertyName } from '../language/schema';
import { findModifier, type Span } from '../language/tree';
import { factOf, factsOf, isUnsure, type Declaration, type Fact } from '../model/declaration';
import { certainlyBefore, dateAfter, describeDate, type DealDate } from '../values/date';
import { formatDuration, type Duration } from '../values/duration';
import { swapped } from '../project/edits';
import type { Fix, Found, LocalCheck } from '../project/check';

export const endsBeforeItBegins: LocalCheck = {
  scope: 'item',
  code: 'ends-before-it-begins',
  severity: 'error',
  title: 'Something ends before it begins',
  docs: 'A line does not run `from` a date `until` an earlier one, nor `over` a time that does not fit between the two (a duration counts as rounded: five years are more than four); what lasts (a member, a unit, a role, a stake, a capacity, what is provided) does not hold `on` a day after the one `until` which it lasted; nobody is `closed` before being `founded`, and no source is `retrieved` more than a day before it is `published` (days differ around the world). It is an error only where no reading of half-known dates fits: not where a date is only likely or uncertain, nor where sources differ and one of their dates fits.',
  examples: {
    bad: 'company Google\ncompany DeepMind { founded 2010; parent Google from 2024 until 2014 }\n',
    good: 'company Google\ncompany DeepMind { founded 2010; parent Google from 2014 until 2024 }\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    (lives.some(
      ({ begin, end }) => factOf(declaration, begin) !== undefined && factOf(declaration, end) !== undefined,
    ) ||
      declaration.facts.some((fact) => has(fact, 'until') && (has(fact, 'from') || has(fact, 'on')))),
  run: ({ item, declaration }) =>
    declaration
      ? [
          ...declaration.facts.flatMap((fact) => wrongSpan(item, fact)),
          ...lives.flatMap((life) => wrongLife(declaration, life)),
        ]
      : [],
};

/** Two lines of which one begins what the other one ends, and how it is told where they are the wrong way round. */
interface Life {
  readonly begin: PropertyName;
  readonly end: PropertyName;
  /** So many days earlier the end may be by the calendar. */
  readonly slack: number;
  /** @param title who it is @param last the end @param first the beginning */
  readonly message: (title: string, last: string, first: string) => string;
  readonly related: (first: string) => string;
}

const lives: readonly Life[] = [
  {
    begin: 'founded',
    end: 'closed',
    slack: 0,
    message: (title, last, first) =>
      l10n.t(
        '{0} was closed ({1}) before it was founded ({2}). Correct one of the dates.',
        title,
        last,
        first,
      ),
    related: (first) => l10n.t('founded {0}', first),
  },
  {
    begin: 'published',
    end: 'retrieved',
    // What appears in Tokyo today is read in New York yesterday.
    slack: 1,
    message: (title, last, first) =>
      l10n.t(
        '“{0}” was read ({1}) before it was published ({2}). Correct one of the dates.',
        title,
        last,
        first,
      ),
    related: (first) => l10n.t('published {0}', first),
  },
];

/** What lasts, so that its `on` is a day on which it held. Money may be agreed or paid when its time is over. */
const lasting: ReadonlySet<PropertyName> = new Set([
  'member',
  'customer',
  'parent',
  'manager',
  'role',
  'stake',
  'provides',
  'capacity',
]);

function has({ node }: Fact, modifier: ModifierName): boolean {
  return findModifier(node, modifier) !== undefined;
}

function wrongSpan(item: Item, fact: Fact): Found[] {
  const { until, node } = fact;
  if (!until || isUnsure(fact)) return [];
  const message = whyWrong(fact, until);
  if (message === undefined) return [];
  const end = findModifier(node, 'until')?.values[0] ?? node;
  return [{ span: { start: end.start, end: end.end }, message, fixes: swapOfDates(item, fact, until) }];
}

/** Has the two dates of a line change places where that mends it. */
function swapOfDates(item: Item, { from, node }: Fact, until: DealDate): Fix[] {
  const [first, last] = (['from', 'until'] as const).map((name) => findModifier(node, name)?.values[0]);
  if (!from || !first || !last || !certainlyBefore(until, from)) return [];
  return [swap(item, first, last)];
}

function swap(item: Item, first: Span, last: Span): Fix {
  return { title: l10n.t('Swap the two dates'), edits: swapped(item, first, last) };
}

/** What no reading of the dates of a line lets be; undefined where one does. */
function whyWrong({ name, on, from, over }: Fact, until: DealDate): string | undefined {
  if (from && certainlyBefore(until, from)) {
    return l10n.t(
      'This ends ({0}) before it begins ({1}). Correct one of the dates.',
      describeDate(until),
      describeDate(from),
    );
  }
  if (on && lasting.has(name) && certainlyBefore(until, on)) {
    return l10n.t(
      'This ended ({0}) before the day on which it is said to hold ({1}). Correct one of the dates.',
      describeDate(until),
      describeDate(on),
    );
  }
  // The last day lies before the one on which so much time is over.
  if (from && over && certainlyBefore(until, daysBefore(dateAfter(from, atLeast(over)), 1))) {
    return l10n.t(
      '{0} does not fit between {1} and {2}. Correct the time or one of the dates.',
      formatDuration(over),
      describeDate(from),
      describeDate(until),
    );
  }
  return undefined;
}

/** What a duration is more than, however it is rounded: one less of its smallest unit. */
function atLeast(duration: Duration): Duration {
  const unit = (['days', 'weeks', 'months', 'years'] as const).find((part) => duration[part] > 0);
  return unit ? { ...duration, [unit]: duration[unit] - 1 } : duration;
}

function daysBefore(date: DealDate, days: number): DealDate {
  return { ...date, earliest: date.earliest - days, latest: date.latest - days };
}

interface Dated {
  readonly fact: Fact;
  readonly date: DealDate;
  readonly value: Span;
}

/** A beginning and an end, where every source has them the wrong way round. */
function wrongLife(declaration: Declaration, { begin, end, slack, message, related }: Life): Found[] {
  const [begins, ends] = [datesIn(declaration, begin), datesIn(declaration, end)];
  const [first] = begins;
  const [last] = ends;
  const isWrong = ends.every((one) =>
    begins.every((other) => certainlyBefore(one.date, daysBefore(other.date, slack))),
  );
  if (!first || !last || !isWrong || [...begins, ...ends].some(({ fact }) => isUnsure(fact))) return [];
  return [
    {
      span: last.fact.node,
      message: message(declaration.title, describeDate(last.date), describeDate(first.date)),
      related: [{ declaration, span: first.fact.node, message: related(describeDate(first.date)) }],
      fixes: begins.length + ends.length === 2 ? [swap(declaration.item, first.value, last.value)] : [],
    },
  ];
}

function datesIn(declaration: Declaration, name: PropertyName): Dated[] {
  return factsOf(declaration, name).flatMap((fact): Dated[] => {
    const [value] = fact.values;
    return value?.type === 'date' ? [{ fact, date: value.date, value: value.node }] : [];
  });
}
