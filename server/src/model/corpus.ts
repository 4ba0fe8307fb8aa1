import type { KindName } from '../language/schema';
import type { Amount } from '../values/money';
import type { Declaration, Mention } from './declaration';
import type { Rates } from './rates';

/** A place in the project that mentions a name. */
export interface MentionSite {
  readonly declaration: Declaration;
  readonly mention: Mention;
}

/** How a project wants to be looked at. */
export interface CorpusSettings {
  /** Code of ISO 4217: sums are told in it as far as rates are known. Without it currencies stay side by side. */
  readonly baseCurrency: string | undefined;
  /** A deal that is only talked about is stale after so many days without news. */
  readonly staleAfterDays: number;
  /** Figures above this one want a second source; without it none does. */
  readonly secondSourceAbove: Amount | undefined;
}

export const defaultSettings: CorpusSettings = {
  baseCurrency: undefined,
  staleAfterDays: 90,
  secondSourceAbove: undefined,
};

/** The day and the settings with which declarations are looked at. */
export interface Viewpoint {
  /** The day (counted as in dates) as of which statuses and sums are taken. */
  readonly asOf: number;
  /** The day that it really is: nobody can know of what happens later, whatever day was chosen to look from. */
  readonly today: number;
  readonly settings: CorpusSettings;
}

/** All declarations of a project as the model needs them; the project keeps it. */
export interface Corpus extends Viewpoint {
  /** The declaration that a name stands for: the first one where there are several. */
  find(name: string): Declaration | undefined;
  /** Every mention of a name, in no particular order. */
  mentionsOf(name: string): Iterable<MentionSite>;
  /** The exchange rates that it states; the same object as long as it states the same. */
  readonly rates: Rates;
  /** Every declaration of a kind, in no particular order. */
  ofKind(kind: KindName): Iterable<Declaration>;
}

/** A name in a project: who declares it, and whether anybody mentions it. */
export interface Name {
  readonly name: string;
  /** In no particular order. */
  readonly declarations: readonly Declaration[];
  /** The declaration of it where there is just one. */
  readonly only: Declaration | undefined;
  /** Whether anything mentions it, or may do so in a part that could not be read. */
  readonly isMentioned: boolean;
}
