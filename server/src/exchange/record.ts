import type { KindName } from '../language/schema';

/**
 * What a declaration says, as plain data: what goes into JSON and comes back the same. The texts count when it is read
 * back; what they mean stands beside them for programs that do not know the language.
 */
export interface DeclarationRecord {
  readonly kind: KindName;
  readonly name: string;
  /** Its display name. */
  readonly title?: string;
  /** The `///` lines above it, Markdown. */
  readonly documentation?: string;
  readonly relation?: RelationRecord;
  readonly properties: readonly PropertyRecord[];
}

/** Who has which part in it. */
export interface RelationRecord {
  readonly left: readonly NameRecord[];
  /** `->`, `<->`, or the verb of a claim; absent where there is one side alone. */
  readonly operator?: string;
  readonly right: readonly NameRecord[];
}

/** A name, and the property of it that is meant. */
export interface NameRecord {
  readonly name: string;
  /** Nobody in particular: a party that is not disclosed. */
  readonly isUndisclosed?: true;
  readonly path?: string;
}

export interface PropertyRecord {
  readonly name: string;
  readonly values: readonly ValueRecord[];
  readonly modifiers?: readonly ModifierRecord[];
}

export interface ModifierRecord {
  readonly name: string;
  readonly values?: readonly ValueRecord[];
}

export interface ValueRecord {
  /** As it is written in a deal file: `$8B`, `2025-01`, `"a text"`, `<https://example.com>`, `signed`. */
  readonly text: string;
  readonly means?: Meaning;
}

/**
 * What a value means. Figures are decimals as text, since some have more digits than a double; null is a bound that is
 * not known. Days are written as `2025-01-31`.
 */
export type Meaning =
  | ({
      readonly type: 'money';
      /** Code of ISO 4217; empty for an undisclosed amount. */
      readonly currency: string;
      /** The period of recurring money. */
      readonly per?: string;
    } & RangeRecord)
  | ({ readonly type: 'quantity'; readonly unit: string } & RangeRecord)
  | ({ readonly type: 'percent' | 'multiple' | 'number' } & RangeRecord)
  | {
      readonly type: 'date';
      readonly earliest: string | null;
      readonly latest: string | null;
      readonly approximate?: true;
      readonly uncertain?: true;
    }
  | { readonly type: 'reference'; readonly name: string };

export interface RangeRecord {
  readonly min: string | null;
  readonly max: string | null;
  readonly approximate?: true;
  readonly undisclosed?: true;
}
