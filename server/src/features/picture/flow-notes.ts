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
import { dealLabel } from '../summary/deal-label';

/** What has to be said of flows that are drawn. */
export class FlowNotes {
  private undisclosed = 0;
  private foreign = 0;
  private readonly shared = new Set<Declaration>();
  private readonly bounded = new Set<Declaration>();
  private readonly currencies = new Set<string>();
  private readonly disputers = new Map<Declaration, string>();
  /** All money, by purpose. */
  private readonly sums = new Map<MoneyPurpose, Buckets>();

  constructor(
    private readonly corpus: Corpus,
    private readonly currency: string | null,
  ) {}

  /**
   * Notes what is known of a deal's money, which is told in the base currency.
   * @param all the whole, then its parts
   */
  add(deal: Declaration, purpose: MoneyPurpose, all: readonly [Buckets, ...Buckets[]]): void {
    const [whole] = all;
    this.sums.set(purpose, addBuckets(this.sums.get(purpose) ?? emptyBuckets, whole));
    const others = new Set(
      all
        .flatMap(({ promised, rumored }) => [...promised.totals, ...rumored.totals])
        .map(({ currency }) => currency)
        .filter((currency) => currency !== this.currency),
    );
    if (others.size > 0) this.foreign++;
    for (const currency of others) this.currencies.add(currency);
    const sums = [whole.promised, whole.rumored];
    const { currency } = this;
    const ranges = sums.flatMap((sum) => (currency === null ? undefined : rangeIn(sum, currency)) ?? []);
    if (sums.some((sum) => sum.undisclosed > 0) || ranges.some(({ undisclosed }) => undisclosed)) {
      this.undisclosed++;
    }
    if (ranges.some((range) => !range.undisclosed && !hasOneValue(range))) this.bounded.add(deal);
    const by = disputersOf(this.corpus, deal, moneyProperties);
    if (by !== undefined) this.disputers.set(deal, by);
  }

  /** Notes a deal that does not say who pays or gets how much of it. */
  addShared(deal: Declaration): void {
    this.shared.add(deal);
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
      ...(shared.size > 0
        ? [
            l10n.t(
              'Of {0} nobody says who pays or gets how much: those who do are drawn together.',
              this.titles(shared),
            ),
          ]
        : []),
      ...(bounded.size > 0
        ? [l10n.t('Drawn by the middle of its bounds, or by the only one: {0}.', this.titles(bounded))]
        : []),
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

  private titles(deals: ReadonlySet<Declaration>): string {
    return enumerate([...deals].map((deal) => dealLabel(this.corpus, deal)));
  }
}
