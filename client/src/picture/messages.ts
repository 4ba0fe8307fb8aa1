/** What the page of a picture and the extension say to each other. What comes from the page is taken for data alone. */
import type { PageData, PanelState, Question } from '../../../server/src/picture/page/page-data';

export {
  questions,
  tabs,
  type ChartChoices,
  type PageData,
  type PanelState,
  type Question,
  type Start,
  type Tab,
  type View,
} from '../../../server/src/picture/page/page-data';

/** In which form a picture leaves the page. */
export type ImageFormat = 'png' | 'svg';
/** In which colours: for paper and slides, or as it is shown. */
export type ImageColours = 'print' | 'theme';

export type ToPanel =
  /** The deals have changed, or the day as of which the project is seen. */
  | { readonly type: 'changed' }
  | { readonly type: 'answer'; readonly id: string; readonly result: unknown }
  | { readonly type: 'failure'; readonly id: string; readonly message: string }
  /** The cursor stands on one of these; the nearest first. */
  | { readonly type: 'cursor'; readonly names: readonly string[] }
  /** Begins a deal from a party. */
  | { readonly type: 'connect'; readonly name: string }
  /** Asks how the graph is looked at: answered with a `GraphLook` as JSON. */
  | { readonly type: 'describe'; readonly id: number }
  | {
      readonly type: 'render';
      readonly id: number;
      readonly format: ImageFormat;
      readonly colours: ImageColours;
      /** Where it is to be put on the clipboard as an image. */
      readonly copies: boolean;
    }
  /** Asks for what a file that stands alone has to hold: answered with `Collected` as JSON. */
  | { readonly type: 'collect'; readonly id: number };

/** What a text of the graph has to know of the page. */
export interface GraphLook {
  readonly most: number;
  readonly collapseUnits: boolean;
  readonly day: number;
  /** Ids of ties that the filters leave out. */
  readonly hidden: readonly string[];
}

/** What a page gives for a file that stands alone. */
export interface Collected {
  readonly state: PanelState;
  readonly answers: NonNullable<PageData['alone']>['answers'];
  /** Of what cards are wanted, and as of which day. */
  readonly names: readonly string[];
  readonly day: number;
}

export type ToHost =
  | { readonly type: 'ready' }
  | {
      readonly type: 'ask';
      /** Of this page alone: what one before it has asked may be answered still. */
      readonly id: string;
      readonly question: Question;
      readonly params: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'cancel'; readonly id: string }
  | { readonly type: 'open'; readonly name: string; readonly focuses: boolean }
  | { readonly type: 'pictureOf'; readonly name: string }
  | { readonly type: 'revealInTree'; readonly name: string }
  | { readonly type: 'newDeal'; readonly from: string; readonly to: string }
  | { readonly type: 'retitle'; readonly name: string; readonly title: string }
  | { readonly type: 'useDay'; readonly day: number }
  | { readonly type: 'export' }
  | { readonly type: 'search'; readonly text: string }
  /** What was asked for with `render` or `collect`: text, or the bytes of a file in base64. */
  | {
      readonly type: 'rendered';
      readonly id: number;
      readonly text?: string;
      readonly base64?: string;
      readonly failure?: string;
    };
