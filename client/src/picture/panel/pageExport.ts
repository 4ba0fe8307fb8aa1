import { exhibitSvg, type Exhibit } from '../../../../server/src/picture/page/caption';
import { namesIn } from '../../../../server/src/picture/page/graph-exhibit';
import { printPalette } from '../../../../server/src/picture/style';
import type { Collected, ImageColours, ImageFormat, PanelState, ToHost } from '../messages';
import type { PanelWords } from '../panelWords';
import { isGraph } from './answers';
import type { Host } from './host';
import { base64Of, copyImage, pngOf } from './imageExport';
import { themePalette } from './theme';

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
    const palette = colours === 'print' ? printPalette : themePalette(document.body);
    const svg = exhibitSvg(exhibit, words, palette);
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
