/** What the page of a picture and the extension say to each other. What comes from the page is taken for data alone. */
import type { Arrangement, Place } from '../../../server/src/picture/layout/layout';
import type { PictureScope } from '../../../server/src/protocol';
import type { PanelWords } from './panelWords';

/** What a page can ask the server for; the extension adds the scope. */
export const questions = ['graph', 'timeline', 'valuations', 'flows', 'card'] as const;
export type Question = (typeof questions)[number];

export const tabs = ['graph', 'timeline', 'valuations', 'flows', 'table'] as const;
export type Tab = (typeof tabs)[number];

/** In which form a picture leaves the page. */
export type ImageFormat = 'png' | 'svg';
/** In which colours: for paper and slides, or as it is shown. */
export type ImageColours = 'print' | 'theme';

/** What a page keeps of itself, so that it comes back as it was. */
export interface PanelState {
  readonly scope: PictureScope;
  readonly title: string;
  readonly tab: Tab;
  readonly arrangement: Arrangement;
  /** The day that is shown; null for that of the project. */
  readonly day: number | null;
  /** So many parties have a point of their own at most. */
  readonly most: number;
  readonly collapseUnits: boolean;
  readonly sizeBy: 'money' | 'deals';
  readonly showsAmounts: boolean;
  readonly showsHulls: boolean;
  readonly showsCircles: boolean;
  readonly showsSectors: boolean;
  readonly showsLegend: boolean;
  /** What the filters leave out. */
  readonly hiddenKinds: readonly string[];
  readonly hiddenFirmness: readonly string[];
  readonly hiddenSectors: readonly string[];
  readonly least: number;
  /** The most that a tie may come to; 0 for no bound. */
  readonly atMost: number;
  /** The first and the last day on which something must begin or change; null for no bound. */
  readonly since: number | null;
  readonly until: number | null;
  /** How far from the selection things are in focus; 0 for no focus. */
  readonly focus: number;
  /** Where nodes stand, by arrangement. */
  readonly places: Readonly<Partial<Record<Arrangement, Readonly<Record<string, Place>>>>>;
  /** What part of the graph was seen, by arrangement. */
  readonly cameras: Readonly<Partial<Record<Arrangement, View>>>;
  readonly charts: ChartChoices;
}

/** What part of a drawing is seen. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What was chosen on the charts. */
export interface ChartChoices {
  /** Of the timeline: so many years back; `all` for all of them. */
  readonly period: string;
  /** Of the valuations: null for what suits them. */
  readonly scale: 'linear' | 'log' | null;
  /** The names of those whose valuations are left out. */
  readonly hiddenLines: readonly string[];
  /** Of the flow: a year, `none` for money without one, or `all`. */
  readonly year: string;
  readonly hiddenPurposes: readonly string[];
  readonly withoutTalks: boolean;
}

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

/** What a page is told when it is made. */
export interface Start {
  readonly scope: PictureScope;
  readonly title: string;
  readonly words: PanelWords;
  /** Of dates and numbers. */
  readonly language: string;
}

/** What a page knows from the start; where nobody is behind it, the answers to all that it can ask. */
export interface PageData {
  readonly start: Start;
  readonly alone?: {
    readonly state: PanelState;
    readonly answers: Readonly<Partial<Record<Question, unknown>>>;
    readonly cards: Readonly<Record<string, string>>;
  };
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
