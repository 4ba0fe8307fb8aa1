import type { PanelState, Start } from '../messages';

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

/** Whether what was kept is of the same picture. */
export function isOf(state: PanelState, { scope }: Start): boolean {
  return state.scope.root === scope.root && state.scope.name === scope.name;
}

export function isFiltered(state: PanelState): boolean {
  const { hiddenKinds, hiddenFirmness, hiddenSectors, least, atMost, since, until } = state;
  return (
    hiddenKinds.length + hiddenFirmness.length + hiddenSectors.length > 0 ||
    least > 0 ||
    atMost > 0 ||
    since !== null ||
    until !== null
  );
}
