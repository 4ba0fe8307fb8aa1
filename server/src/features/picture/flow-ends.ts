import * as l10n from '@vscode/l10n';
import type { MoneyPurpose } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import type { DealEnd } from '../../model/flow';
import type { FlowEnd } from '../../picture/flow';
import { enumerate, shortened, titleOf } from '../summary/names';

type Side = FlowEnd['side'];

/** So many stand on one side of a chart of flows at most. */
export const mostEnds = 40;

/** So many of those who stand together are named on the end, and so many in its note. */
const mostNamed = 3;
const mostTold = 20;

/** One party, several together, or those who are not named, as a key. */
export function keyOfEnd({ parties, others }: DealEnd): string {
  return parties.length === 0 ? '' : JSON.stringify([parties.toSorted(), others]);
}

/**
 * Who stands on one side of a chart: everybody by themselves, or together where nobody says who pays or gets how much. Of
 * many those with the most money, and the others as one; at the end those who are not named.
 */
export class FlowEnds {
  private readonly weights = new Map<string, { readonly end: DealEnd; weight: number }>();
  private readonly unnamed = new Set<string>();
  private shown: ReadonlySet<string> | undefined;

  constructor(
    private readonly corpus: Corpus,
    private readonly side: Side,
  ) {}

  /** Counts money in; of nobody who is known it is that of those who are not named. */
  add(end: DealEnd, purpose: MoneyPurpose, weight: number): void {
    const key = keyOfEnd(end);
    const known = this.weights.get(key);
    if (key === '') this.unnamed.add(this.unnamedId(purpose));
    else if (known) known.weight += weight;
    else this.weights.set(key, { end, weight });
  }

  /** The end that somebody is drawn as, once all money is counted. */
  idOf(end: DealEnd, purpose: MoneyPurpose): string {
    const key = keyOfEnd(end);
    if (key === '') return this.unnamedId(purpose);
    this.shown ??= this.heaviest();
    return this.shown.has(key) ? this.idOfKnown(end) : this.othersId;
  }

  /** How many are drawn as one. */
  get others(): number {
    this.shown ??= this.heaviest();
    return this.weights.size - this.shown.size;
  }

  /** All ends, by name; those that stand for nobody in particular come last. */
  all(): FlowEnd[] {
    this.shown ??= this.heaviest();
    const ends = [...this.shown].sort().map((key) => this.endOf(this.weights.get(key)!.end));
    if (this.others > 0) ends.push(this.nameless(this.othersId, l10n.t('{0} others', this.others)));
    for (const id of [...this.unnamed].sort()) {
      ends.push(
        this.nameless(id, id === this.ownPlansId ? l10n.t('plans of their own') : l10n.t('not named')),
      );
    }
    return ends;
  }

  private endOf(end: DealEnd): FlowEnd {
    const { corpus, side } = this;
    const id = this.idOfKnown(end);
    const [first] = end.parties;
    if (first !== undefined && end.parties.length === 1 && !end.others) {
      return { id, name: first, title: titleOf(corpus, first), side };
    }
    const titles = end.parties.toSorted().map((name) => titleOf(corpus, name));
    return { ...this.nameless(id, togetherTitle(titles, end.others)), note: this.noteOn(titles, end.others) };
  }

  /** Who stands together, and that nobody says more. */
  private noteOn(titles: readonly string[], others: boolean): string {
    const who = others
      ? l10n.t('{0} and others who are not named.', shortened(titles, ', ', mostTold))
      : l10n.t('{0}.', enumerate(titles, mostTold));
    return this.side === 'payer'
      ? l10n.t('Together: {0} Nobody says who of them pays how much.', who)
      : l10n.t('Together: {0} Nobody says who of them gets how much.', who);
  }

  private nameless(id: string, title: string): FlowEnd {
    return { id, name: null, title, side: this.side };
  }

  /** Of one left over nothing would be gained by counting it. */
  private heaviest(): ReadonlySet<string> {
    const room = mostEnds - this.unnamed.size;
    const keys = [...this.weights]
      .sort(([a, one], [b, other]) => other.weight - one.weight || (a < b ? -1 : 1))
      .map(([key]) => key);
    return new Set(keys.length > room ? keys.slice(0, room - 1) : keys);
  }

  private idOfKnown(end: DealEnd): string {
    const [first] = end.parties;
    return end.parties.length === 1 && !end.others
      ? `${this.side}:${first}`
      : `${this.side} together ${keyOfEnd(end)}`;
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

/** Several who stand together, in a few words. */
function togetherTitle(titles: readonly string[], others: boolean): string {
  return others
    ? l10n.t('{0} and others, together', shortened(titles, ', ', mostNamed))
    : l10n.t('{0}, together', enumerate(titles, mostNamed + 1));
}
