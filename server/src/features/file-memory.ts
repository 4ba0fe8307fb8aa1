import type { KnownLinks } from './document-link';
import type { KnownFolds } from './folding';
import { KnownFormatting } from './formatting';
import type { KnownSymbols } from './outline';
import { KnownTokens } from './semantic-tokens';

/**
 * What was worked out for the items of a file that is open, so that after an edit only what it touched is worked out
 * again. It is thrown away with the editor, as is what belongs to items that are gone.
 */
export class FileMemory {
  readonly symbols: KnownSymbols = new WeakMap();
  readonly formatting = new KnownFormatting();
  readonly folds: KnownFolds = new WeakMap();
  readonly links: KnownLinks = new WeakMap();
  readonly tokens = new KnownTokens();
}
