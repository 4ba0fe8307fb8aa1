import type { PanelState, Start } from '../messages';

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
