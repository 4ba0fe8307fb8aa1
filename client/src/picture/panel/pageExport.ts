import { currencySign } from '../../../../server/src/picture/drawing/numbers';
import { filled } from '../../../../server/src/picture/drawing/graph/graph-drawing';
import { captionLines, svgText } from '../../../../server/src/picture/drawing/svg';
import type { Drawing } from '../../../../server/src/picture/element';
import type { Graph } from '../../../../server/src/picture/graph';
import { printPalette } from '../../../../server/src/picture/style';
import type { Collected, ImageColours, ImageFormat, PanelState, ToHost } from '../messages';
import type { PanelWords } from '../panelWords';
import { isGraph } from './answers';
import type { Host } from './host';
import { base64Of, copyImage, pngOf } from './imageExport';
import { themePalette } from './theme';

/** What leaves the page. */
export interface Exhibit {
  readonly drawing: Drawing;
  readonly title: string;
  readonly day: string;
  readonly graph: Graph | undefined;
  readonly remarks: readonly string[];
}

type Answered = Omit<ToHost & { readonly type: 'rendered' }, 'type' | 'id'>;

/** Makes what was asked for with `render`: an image of a drawing in its frame, or nothing where it went to the clipboard. */
export async function rendered(
  exhibit: Exhibit,
  words: PanelWords,
  format: ImageFormat,
  colours: ImageColours,
  copies: boolean,
): Promise<Answered> {
  try {
    const { drawing, title } = exhibit;
    const caption = captionLines(drawing, captionOf(exhibit, words));
    const palette = colours === 'print' ? printPalette : themePalette(document.body);
    const svg = svgText(drawing, palette, { title, description: caption.join(' '), caption });
    if (format === 'svg') return { text: svg };
    const [, width = '0', height = '0'] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const image = pngOf(svg, Number(width), Number(height));
    if (!copies) return { base64: await base64Of(await image) };
    await copyImage(image);
    return {};
  } catch (error) {
    return { failure: copies ? words.notCopied : error instanceof Error ? error.message : String(error) };
  }
}

/** As of which day it is, by what sources, and what is left out. */
function captionOf({ graph, day, remarks }: Exhibit, words: PanelWords): string[] {
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

/** What the page has asked for or may ask for, for a file without anybody behind it, but for the cards. */
export async function collected(host: Host, state: PanelState, day: number): Promise<Answered> {
  try {
    const { most, collapseUnits } = state;
    const [graph, timeline, valuations, flows] = await Promise.all([
      host.ask('graph', { most, collapseUnits }),
      host.ask('timeline', { day }),
      host.ask('valuations', { day }),
      host.ask('flows', { day }),
    ]);
    const all: Collected = {
      // A page of its own is of another size: everything is in sight on it at first.
      state: { ...state, day, cameras: {} },
      answers: { graph, timeline, valuations, flows },
      names: isGraph(graph) ? namesIn(graph) : [],
      day,
    };
    return { text: JSON.stringify(all) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function namesIn({ nodes, ties, hulls }: Graph): string[] {
  return [
    ...new Set([
      ...nodes.flatMap(({ name }) => name ?? []),
      ...ties.flatMap(({ deals }) => deals.map(({ name }) => name)),
      ...hulls.map(({ id }) => id),
    ]),
  ];
}
