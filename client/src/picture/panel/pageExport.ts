import { exhibitSvg, type Exhibit } from '../../../../server/src/picture/page/caption';
import { namesIn } from '../../../../server/src/picture/page/graph-exhibit';
import { printPalette } from '../../../../server/src/picture/style';
import type { ImageColours, ImageFormat, PageData, PanelState, ToHost } from '../messages';
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

/** So many declarations are asked about at once. */
const atOnce = 20;

/** All that the page has asked for or may ask for, for a file without anybody behind it. */
export async function collected(host: Host, state: PanelState, day: number): Promise<Answered> {
  try {
    const { most, collapseUnits } = state;
    const graph = await host.ask('graph', { most, collapseUnits });
    const [timeline, valuations, flows] = await Promise.all(
      (['timeline', 'valuations', 'flows'] as const).map((question) => host.ask(question, { day })),
    );
    const cards: Record<string, string> = {};
    const names = isGraph(graph) ? namesIn(graph) : [];
    for (let at = 0; at < names.length; at += atOnce) {
      await Promise.all(
        names.slice(at, at + atOnce).map(async (name) => {
          const text = await host.ask('card', { names: [name], day });
          if (typeof text === 'string') cards[name] = text;
        }),
      );
    }
    const alone: PageData['alone'] = {
      // A page of its own is of another size: everything is in sight on it at first.
      state: { ...state, day, camera: null },
      answers: { graph, timeline, valuations, flows },
      cards,
    };
    return { text: JSON.stringify(alone) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
