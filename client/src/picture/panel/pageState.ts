import type { PanelState, Start } from '../messages';

/** So many parties have a point of their own at first, and at most. */
const startingMost = 150;
export const highestMost = 1200;

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
    hiddenKinds: [],
    hiddenFirmness: [],
    hiddenSectors: [],
    least: 0,
    focus: 0,
    places: {},
    camera: null,
  };
}

/** Whether what was kept is of the same picture. */
export function isOf(state: PanelState, { scope }: Start): boolean {
  return state.scope.root === scope.root && state.scope.name === scope.name;
}

export function isFiltered({ hiddenKinds, hiddenFirmness, hiddenSectors, least }: PanelState): boolean {
  return hiddenKinds.length + hiddenFirmness.length + hiddenSectors.length > 0 || least > 0;
}
