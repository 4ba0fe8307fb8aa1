import * as l10n from '@vscode/l10n';
import type { MoneyPurpose } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import type { FlowEnd } from '../../picture/flow';
import { titleOf } from '../summary/names';

type Side = FlowEnd['side'];

/** So many stand on one side of a chart of flows at most. */
export const mostEnds = 40;

/**
 * Who stands on one side of a chart: everybody named by themselves, or those with the most money and the others
 * together, and those who are not named.
 */
export class FlowEnds {
  private readonly weights = new Map<string, number>();
  private readonly unnamed = new Set<string>();
  private shown: ReadonlySet<string> | undefined;

  constructor(
    private readonly corpus: Corpus,
    private readonly side: Side,
  ) {}

  /** Counts the money of a party in; undefined for one that is not named. */
  add(name: string | undefined, purpose: MoneyPurpose, weight: number): void {
    if (name === undefined) this.unnamed.add(this.unnamedId(purpose));
    else this.weights.set(name, (this.weights.get(name) ?? 0) + weight);
  }

  /** The end that a party is drawn as, once all money is counted. */
  idOf(name: string | undefined, purpose: MoneyPurpose): string {
    if (name === undefined) return this.unnamedId(purpose);
    this.shown ??= this.heaviest();
    return this.shown.has(name) ? `${this.side}:${name}` : this.othersId;
  }

  /** How many are drawn together. */
  get others(): number {
    this.shown ??= this.heaviest();
    return this.weights.size - this.shown.size;
  }

  /** All ends, by name; those that stand for nobody in particular come last. */
  all(): FlowEnd[] {
    this.shown ??= this.heaviest();
    const ends = [...this.shown].sort().map((name): FlowEnd => ({
      id: `${this.side}:${name}`,
      name,
      title: titleOf(this.corpus, name),
      side: this.side,
    }));
    if (this.others > 0) ends.push(this.nameless(this.othersId, l10n.t('{0} others', this.others)));
    for (const id of [...this.unnamed].sort()) {
      ends.push(
        this.nameless(id, id === this.ownPlansId ? l10n.t('plans of their own') : l10n.t('not named')),
      );
    }
    return ends;
  }

  private nameless(id: string, title: string): FlowEnd {
    return { id, name: null, title, side: this.side };
  }

  /** Of one left over nothing would be gained by counting it. */
  private heaviest(): ReadonlySet<string> {
    const room = mostEnds - this.unnamed.size;
    const names = [...this.weights].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
    return new Set(names.length > room ? names.slice(0, room - 1) : names);
  }

  // A name stands behind a colon, so that none is like one of these.
  private get othersId(): string {
    return `${this.side} others`;
  }

  private get ownPlansId(): string {
    return `${this.side} plans`;
  }

  /** A plan of one's own is nobody's income. */
  private unnamedId(purpose: MoneyPurpose): string {
    return this.side === 'payee' && purpose === 'plan' ? this.ownPlansId : `${this.side} not named`;
  }
}
