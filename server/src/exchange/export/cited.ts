import { citedBy, citedSources, type Citation } from '../../model/citation';
import type { Corpus } from '../../model/corpus';
import { textOf, type Declaration, type Fact } from '../../model/declaration';

/** What is cited for a declaration, or a line of it where that cites anything. */
export function citationsFor(declaration: Declaration, line?: Fact): Citation[] {
  const own = line ? citedBy(line) : [];
  return own.length > 0 ? own : citedSources(declaration);
}

/** The addresses of what is cited, as far as they are known, each once. */
export function addressesOf(corpus: Corpus, citations: readonly Citation[]): string[] {
  return [
    ...new Set(
      citations.flatMap(({ type, text }) => {
        if (type === 'url') return [text];
        const source = corpus.find(text);
        return (source && textOf(source, 'url')) ?? [];
      }),
    ),
  ].filter(isAddress);
}

/** Whether a text is an address that other programs take for one. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\dA-Fa-f]{2})+$/.test(text);
}
