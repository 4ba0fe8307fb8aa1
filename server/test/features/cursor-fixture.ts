import type { Position } from 'vscode-languageserver-types';
import { DealDocument } from '../../src/language/document';
import { uriOf } from '../project-fixture';

/** Files of which one holds the mark `$0`: their texts without it, and where it stood. */
export function fixture(files: Readonly<Record<string, string>>): {
  texts: Record<string, string>;
  uri: string;
  position: Position;
} {
  const texts = { ...files };
  for (const [name, text] of Object.entries(files)) {
    const at = text.indexOf('$0');
    if (at < 0) continue;
    const clean = text.slice(0, at) + text.slice(at + 2);
    texts[name] = clean;
    return { texts, uri: uriOf(name), position: DealDocument.parse(clean).placeAt(at) };
  }
  throw new Error('no file holds the mark $0');
}
