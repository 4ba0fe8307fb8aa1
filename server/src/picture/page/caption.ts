import { filled } from '../drawing/graph/graph-drawing';
import { currencySign } from '../drawing/numbers';
import { captionLines, svgText } from '../drawing/svg';
import type { Drawing } from '../element';
import type { Graph } from '../graph';
import type { Palette } from '../style';
import type { PageWords } from './words';

/** What leaves a page as an image. */
export interface Exhibit {
  readonly drawing: Drawing;
  readonly title: string;
  /** The day that is shown, in words. */
  readonly day: string;
  readonly graph: Graph | undefined;
  readonly remarks: readonly string[];
}

/** A drawing in its frame, as a file that needs nothing else. */
export function exhibitSvg(exhibit: Exhibit, words: PageWords, palette: Palette): string {
  const { drawing, title } = exhibit;
  const caption = captionLines(drawing, captionOf(exhibit, words));
  return svgText(drawing, palette, { title, description: caption.join(' '), caption });
}

/** As of which day it is, by what sources, and what is left out. */
function captionOf({ graph, day, remarks }: Exhibit, words: PageWords): string[] {
  const { count, titles } = graph?.sources ?? { count: 0, titles: [] };
  const told = titles.join('; ');
  const rest = count - titles.length;
  return [
    [filled(words.asOf, day), currencySign(graph?.currency ?? ''), words.madeWith]
      .filter((part) => part !== '')
      .join(' · '),
    ...(told === '' ? [] : [filled(words.sources, rest > 0 ? filled(words.moreSources, told, rest) : told)]),
    ...remarks,
  ];
}
