import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import type { Corpus } from '../model/corpus';
import { factsOf, isUnsure, type Declaration, type Fact } from '../model/declaration';
import { GroupLines } from '../model/group';
import { dateOfDeal } from '../model/lifecycle';
import { describeDate, type DealDate } from '../values/date';
import { describePercent } from '../values/percent';
import { add, certainlyGreater, exact, type Range } from '../values/range';
import { asWritten } from '../values/rounding';
import type { PartyCheck, PartyContext, PlacedFound } from '../project/check';

/** A stake that somebody holds in the party, as one line states it. */
interface Stake {
  readonly holder: string;
  readonly declaration: Declaration;
  readonly fact: Fact;
  readonly range: Range;
  /** As far as the figure may be rounded. */
  readonly covered: Range;
  readonly on: DealDate;
}

const whole = exact(new Big(100));

export const stakesExceedWhole: PartyCheck = {
  scope: 'party',
  code: 'stakes-exceed-whole',
  severity: 'error',
  title: 'The stakes in a party at one date come to more than 100%',
  docs: 'What all `holding`s state for the same day, each group of holders once, is at most 100%: a party may state the shares of its unit as its own. Where sources differ over a holder, the lowest figure counts; those that are only likely or uncertain do not. Bounds are taken at their lowest and each figure as low as its last digit allows, so that it is told only where no reading fits. Stakes of different days are not added, nor those of a month or a year: shares may have changed hands meanwhile.',
  examples: {
    bad: 'company A\ncompany B\ncompany Held\n\nholding First: A -> Held { stake 60% on 2024-12-31 per <https://example.com> }\nholding Second: B -> Held { stake 45% on 2024-12-31 per <https://example.com> }\n',
    good: 'company A\ncompany B\ncompany Held\n\nholding First: A -> Held { stake 55% on 2024-12-31 per <https://example.com> }\nholding Second: B -> Held { stake 45% on 2024-12-31 per <https://example.com> }\n',
  },
  noFix: 'which of the stakes is wrong, or of another day, only their sources say.',
  run: (context, corpus) => {
    const byDay = new Map<number, Map<string, Stake>>();
    for (const stake of stakesIn(context, corpus.asOf)) {
      const holders = byDay.get(stake.on.earliest) ?? new Map<string, Stake>();
      byDay.set(stake.on.earliest, holders);
      // Where sources differ over one holder, the lowest figure counts.
      const known = holders.get(stake.holder);
      if (!known || leastOf(stake).lt(leastOf(known))) holders.set(stake.holder, stake);
    }
    return [...byDay.values()].flatMap((holders) =>
      holders.size < 2 ? [] : judged(context.party, oneOfEachGroup(corpus, [...holders.values()])),
    );
  },
};

function stakesIn({ sites }: PartyContext, day: number): Stake[] {
  return sites.flatMap(({ declaration, mention }): Stake[] => {
    if (mention.role !== 'right' || declaration.kind !== 'holding' || declaration.left.length !== 1)
      return [];
    return factsOf(declaration, 'stake').flatMap((fact): Stake[] => {
      const [value] = fact.values;
      const on = fact.on ?? dateOfDeal(declaration, day);
      if (!on || !isDay(on) || isUnsure(fact) || value?.type !== 'percent' || value.range.undisclosed)
        return [];
      const covered = asWritten(value.range, value.node.text);
      return [{ holder: declaration.left[0]!, declaration, fact, range: value.range, covered, on }];
    });
  });
}

function leastOf({ covered }: Stake): Big {
  return covered.min ?? new Big(0);
}

/** The largest stake of each group: a party may state as its own what its unit holds. */
function oneOfEachGroup(corpus: Corpus, stakes: readonly Stake[]): Stake[] {
  const groups = new GroupLines(corpus);
  const seen = new Set<string>();
  const kept = new Set<Stake>();
  for (const stake of [...stakes].sort((a, b) => leastOf(b).cmp(leastOf(a)))) {
    if (groups.meet(stake.holder, seen)) continue;
    for (const name of groups.of(stake.holder)) seen.add(name);
    kept.add(stake);
  }
  return stakes.filter((stake) => kept.has(stake));
}

/** Whether exactly one day is meant. */
function isDay({ earliest, latest, approximate, uncertain }: DealDate): boolean {
  return earliest === latest && !approximate && !uncertain;
}

function judged(party: Declaration, stakes: readonly Stake[]): PlacedFound[] {
  const last = stakes.at(-1);
  if (!last || stakes.length < 2) return [];
  const sum = (of: (stake: Stake) => Range) => stakes.map(of).reduce(add);
  if (
    !certainlyGreater(
      sum(({ covered }) => covered),
      whole,
    )
  )
    return [];
  return [
    {
      at: last.declaration,
      span: last.fact.node,
      message: l10n.t(
        'The stakes in {0} of {1} come to {2}, more than 100%. Correct one of them, or its date.',
        party.title,
        describeDate(last.on),
        describePercent(sum(({ range }) => range)),
      ),
      related: stakes.slice(0, -1).map(({ declaration, fact, range }) => ({
        declaration,
        span: fact.node,
        message: l10n.t('a stake of {0}', describePercent(range)),
      })),
    },
  ];
}
