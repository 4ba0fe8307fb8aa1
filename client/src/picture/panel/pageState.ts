import type { PanelState, Start } from '../messages';

/** Whether what was kept is of the same picture. */
export function isOf(state: PanelState, { scope }: Start): boolean {
  return state.scope.root === scope.root && state.scope.name === scope.name;
}

export function isFiltered({ hiddenKinds, hiddenFirmness, hiddenSectors, least }: PanelState): boolean {
  return hiddenKinds.length + hiddenFirmness.length + hiddenSectors.length > 0 || least > 0;
}
