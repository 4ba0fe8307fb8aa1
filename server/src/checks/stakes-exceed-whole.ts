import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import { factOf, type Declaration, type Fact } from '../model/declaration';
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
  docs: 'What all `holding`s state for the same day, each holder once, is at most 100%. Bounds are taken at their lowest and each figure as low as its last digit allows, so that it is told only where no reading fits. Stakes of different days are not added, nor those of a month or a year: shares may have changed hands meanwhile.',
  examples: {
    bad: 'company A\ncompany B\ncompany Held\n\nholding First: A -> Held { stake 60% on 2024-12-31 per <https://example.com> }\nholding Second: B -> Held { stake 45% on 2024-12-31 per <https://example.com> }\n',
    good: 'company A\ncompany B\ncompany Held\n\nholding First: A -> Held { stake 55% on 2024-12-31 per <https://example.com> }\nholding Second: B -> Held { stake 45% on 2024-12-31 per <https://example.com> }\n',
  },
  run: (context, { asOf }) => {
    const byDay = new Map<number, Stake[]>();
    for (const stake of stakesIn(context, asOf)) {
      const same = byDay.get(stake.on.earliest) ?? [];
      byDay.set(stake.on.earliest, same);
      // Where sources differ over one holder, the first figure counts.
      if (!same.some(({ holder }) => holder === stake.holder)) same.push(stake);
    }
    return [...byDay.values()].flatMap((stakes) => judged(context.party, stakes));
  },
};

function stakesIn({ sites }: PartyContext, day: number): Stake[] {
  return sites.flatMap(({ declaration, mention }): Stake[] => {
    if (mention.role !== 'right' || declaration.kind !== 'holding' || declaration.left.length !== 1)
      return [];
    const fact = factOf(declaration, 'stake');
    const [value] = fact?.values ?? [];
    const on = fact && (fact.on ?? dateOfDeal(declaration, day));
    if (!on || !isDay(on) || value?.type !== 'percent' || value.range.undisclosed) return [];
    const covered = asWritten(value.range, value.node.text);
    return [{ holder: declaration.left[0]!, declaration, fact, range: value.range, covered, on }];
  });
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
