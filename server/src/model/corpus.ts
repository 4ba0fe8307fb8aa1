import type { KindName } from '../language/schema';
import type { Declaration, Mention } from './declaration';

/** A place in the project that mentions a name. */
export interface MentionSite {
  readonly declaration: Declaration;
  readonly mention: Mention;
}

/** All declarations of a project as the model needs them; the project keeps it. */
export interface Corpus {
  /** The day (counted as in dates) as of which statuses and sums are taken. */
  readonly asOf: number;
  /** The declaration that a name stands for: the first one where there are several. */
  find(name: string): Declaration | undefined;
  /** Every mention of a name, in no particular order. */
  mentionsOf(name: string): Iterable<MentionSite>;
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
