import type { GraphNode } from '../../../../server/src/picture/graph';
import { filled } from '../../../../server/src/picture/tie-money';
import type { PanelWords } from '../panelWords';

/** So many declarations have a card together, and so many of those who are drawn together are named. */
const mostCards = 4;
const mostNamed = 20;

/** What a card is about. */
export interface CardOf {
  /** What it is called in the source; of a tie its deals. */
  readonly names: readonly string[];
  /** How many deals of a tie there are, where not all have a name here. */
  readonly count?: number;
  readonly others?: GraphNode['others'];
  /** What is said of it besides its cards. */
  readonly note?: string;
}

/**
 * What is said of something, as Markdown; empty where nothing is.
 * @param ask for the cards of some declarations
 */
export async function cardText(
  { names, count = names.length, others, note }: CardOf,
  words: Pick<PanelWords, 'others' | 'andMore' | 'noCard'>,
  ask: (names: readonly string[]) => Promise<unknown>,
): Promise<string> {
  if (others) {
    const titles = others.titles.slice(0, mostNamed).join(', ');
    const rest = others.count - Math.min(others.titles.length, mostNamed);
    return asMarkdown(rest > 0 ? filled(words.others, titles, rest) : titles);
  }
  const told = note === undefined ? [] : [asMarkdown(note)];
  if (names.length > 0) {
    const shown = names.slice(0, mostCards);
    try {
      const text = await ask(shown);
      const rest = count - shown.length;
      if (typeof text === 'string' && text !== '') {
        told.push(text, ...(rest > 0 ? [asMarkdown(filled(words.andMore, rest))] : []));
      }
    } catch {
      told.push(asMarkdown(words.noCard));
    }
  }
  return told.join('\n\n');
}

/** Text as Markdown that says the same. */
function asMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&-]/g, (sign) => `\\${sign}`);
}
