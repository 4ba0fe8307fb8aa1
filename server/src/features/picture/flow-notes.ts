import * as l10n from '@vscode/l10n';
import type { MoneyPurpose } from '../../language/schema';
import { moneyProperties } from '../../model/claim';
import type { Corpus } from '../../model/corpus';
import { addBuckets, emptyBuckets, type Buckets } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import { hasOneValue } from '../../values/range';
import { rangeIn } from '../../values/sum';
import { disputedInPart, disputersOf } from '../summary/disputes';
import { enumerate } from '../summary/names';
import { conversionRemark } from '../summary/sums';

/** What has to be said of flows that are drawn. */
export class FlowNotes {
  private undisclosed = 0;
  private shared = 0;
  private bounded = 0;
  private foreign = 0;
  private readonly currencies = new Set<string>();
  private readonly disputers = new Map<Declaration, string>();
  /** All money, by purpose. */
  private readonly sums = new Map<MoneyPurpose, Buckets>();

  constructor(
    private readonly corpus: Corpus,
    private readonly currency: string | null,
  ) {}

  /** Notes what is known of a deal's money, which is told in the base currency. */
  add(deal: Declaration, purpose: MoneyPurpose, buckets: Buckets): void {
    this.sums.set(purpose, addBuckets(this.sums.get(purpose) ?? emptyBuckets, buckets));
    const sums = [buckets.promised, buckets.rumored];
    const others = sums.flatMap(({ totals }) => totals).filter(({ currency }) => currency !== this.currency);
    if (others.length > 0) this.foreign++;
    for (const { currency } of others) this.currencies.add(currency);
    const { currency } = this;
    const ranges = sums.flatMap((sum) => (currency === null ? undefined : rangeIn(sum, currency)) ?? []);
    if (sums.some((sum) => sum.undisclosed > 0) || ranges.some(({ undisclosed }) => undisclosed)) {
      this.undisclosed++;
    }
    if (ranges.some((range) => !range.undisclosed && !hasOneValue(range))) this.bounded++;
    const by = disputersOf(this.corpus, deal, moneyProperties);
    if (by !== undefined) this.disputers.set(deal, by);
  }

  /** Notes a deal that does not say who pays how much of it. */
  addShared(): void {
    this.shared++;
  }

  /** Says who disputes the money of some deals; undefined where nobody does. */
  disputedIn(deals: readonly Declaration[]): string | undefined {
    const disputers = deals.flatMap((deal) => this.disputers.get(deal) ?? []);
    return disputedInPart(disputers, disputers.length === deals.length);
  }

  /** What is to be said, in sentences. */
  inWords(): string[] {
    const { undisclosed, shared, bounded, foreign, currencies, currency } = this;
    const disputed = this.disputers.size;
    const counted = (count: number, one: string, several: string) =>
      count === 0 ? [] : [count === 1 ? one : several];
    const converted = conversionRemark(this.corpus, [...this.sums.values()]);
    return [
      ...counted(
        shared,
        l10n.t(
          '1 deal does not say who pays or gets how much of it: what is not said is drawn in equal parts.',
        ),
        l10n.t(
          '{0} deals do not say who pays or gets how much of them: what is not said is drawn in equal parts.',
          shared,
        ),
      ),
      ...counted(
        bounded,
        l10n.t(
          'The money of 1 deal is known by its bounds alone: it is drawn by their middle, or by the only one.',
        ),
        l10n.t(
          'The money of {0} deals is known by its bounds alone: it is drawn by their middle, or by the only one.',
          bounded,
        ),
      ),
      ...counted(
        undisclosed,
        l10n.t('1 deal has money of which nobody says how much: that is not drawn.'),
        l10n.t('{0} deals have money of which nobody says how much: that is not drawn.', undisclosed),
      ),
      ...counted(
        foreign,
        l10n.t(
          '1 deal has money in {0}: since {1} is drawn, that is not.',
          enumerate([...currencies].sort()),
          currency ?? '',
        ),
        l10n.t(
          '{0} deals have money in {1}: since {2} is drawn, that is not.',
          foreign,
          enumerate([...currencies].sort()),
          currency ?? '',
        ),
      ),
      ...counted(
        disputed,
        l10n.t('Somebody disputes the money of 1 deal.'),
        l10n.t('Somebody disputes the money of {0} deals.', disputed),
      ),
      ...(converted === undefined ? [] : [converted]),
    ];
  }
}
