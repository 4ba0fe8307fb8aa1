import type { Change } from './change';
import type { FilePlace, Place } from './place';

/** What a refactoring would do at a place. */
export interface Offer {
  readonly title: string;
  /** Works the change out; undefined where it turns out that the text would not say what it should. */
  readonly change: () => Change | undefined;
  /** Why it cannot be done here, in a sentence, where somebody may look for it. */
  readonly refused?: string;
  /** As a quick fix it is the obvious one: run without asking which. */
  readonly preferred?: true;
}

interface Described {
  /** Stable: a client hands it back when it asks for the edit. */
  readonly id: string;
  /** As the protocol names it, such as `refactor.extract`. */
  readonly kind: string;
  /** Whether it takes long to look for or to work out, as it looks at a whole file or project. */
  readonly isCostly?: true;
}

/** A change of a declaration that somebody may want, whether or not anything is wrong with it. */
export interface Refactoring extends Described {
  readonly scope: 'declaration';
  /** The codes of checks whose findings it mends: where one of them is selected, it is a quick fix of it. */
  readonly mends?: readonly string[];
  /** Nobody wants it where nothing is found: it is offered as a quick fix alone. */
  readonly isFixOnly?: true;
  offers(place: Place): readonly Offer[];
}

/** A change of a whole file. */
export interface FileAction extends Described {
  readonly scope: 'file';
  offers(place: FilePlace): readonly Offer[];
}
