import type { Arrangement, Place } from '../layout/layout';
import type { PageWords } from './words';

/** What a page can ask the server for; whoever stands behind it adds the scope. */
export const questions = ['graph', 'timeline', 'valuations', 'flows', 'card'] as const;
export type Question = (typeof questions)[number];

export const tabs = ['graph', 'timeline', 'valuations', 'flows', 'table'] as const;
export type Tab = (typeof tabs)[number];

/** What stays the same of a subject when text moves. A position of a file is good for one moment. */
export interface PictureScope {
  /** The root of the project. */
  readonly root: string;
  /** The name of an ecosystem, or of a party or venture that the picture is around; absent for the whole project. */
  readonly name?: string;
  /** How many deals may lie between the party and whoever is in the picture; 1 for those it deals with. */
  readonly depth?: number;
}

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

/** What a page is told when it is made. */
export interface Start {
  readonly scope: PictureScope;
  readonly title: string;
  readonly words: PageWords;
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

/** So many parties have a point of their own at first, and at most. */
const startingMost = 150;
export const highestMost = 1200;

/** The filters when nothing is left out. */
export const noFilters = {
  hiddenKinds: [],
  hiddenFirmness: [],
  hiddenSectors: [],
  least: 0,
  atMost: 0,
  since: null,
  until: null,
} satisfies Partial<PanelState>;

/** What a page shows that was not there before. */
export function freshState({ scope, title }: Pick<Start, 'scope' | 'title'>): PanelState {
  return {
    scope,
    title,
    tab: 'graph',
    arrangement: 'clusters',
    day: null,
    most: startingMost,
    collapseUnits: false,
    sizeBy: 'money',
    showsAmounts: true,
    showsHulls: true,
    showsCircles: true,
    showsSectors: true,
    showsLegend: true,
    ...noFilters,
    focus: 0,
    places: {},
    cameras: {},
    charts: {
      period: 'all',
      scale: null,
      hiddenLines: [],
      year: 'all',
      hiddenPurposes: [],
      withoutTalks: false,
    },
  };
}
