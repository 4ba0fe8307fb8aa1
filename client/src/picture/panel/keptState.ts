import { arrangements } from '../../../../server/src/picture/layout/layout';
import { keptSubject } from '../keptScope';
import { tabs, type ChartChoices, type PanelState } from '../messages';
import { freshState, highestMost } from '../../../../server/src/picture/page/page-data';

/**
 * What a page was like, from what was kept of it, maybe by another version: what is missing in it or of another type is
 * as in a picture that was not there before. Null where it is no state at all.
 */
export function keptState(kept: unknown): PanelState | null {
  const subject = keptSubject(kept);
  if (!subject) return null;
  const fresh = freshState(subject);
  const taken = (key: keyof PanelState): unknown => Reflect.get(Object(kept), key);
  const one = <T>(key: keyof PanelState, is: (value: unknown) => value is T, otherwise: T): T => {
    const value = taken(key);
    return is(value) ? value : otherwise;
  };
  return {
    ...fresh,
    tab: one('tab', oneOf(tabs), fresh.tab),
    arrangement: one('arrangement', oneOf(arrangements), fresh.arrangement),
    day: one('day', isFigure, fresh.day),
    most: one('most', isMost, fresh.most),
    collapseUnits: one('collapseUnits', isSwitch, fresh.collapseUnits),
    sizeBy: one('sizeBy', oneOf(['money', 'deals'] as const), fresh.sizeBy),
    showsAmounts: one('showsAmounts', isSwitch, fresh.showsAmounts),
    showsHulls: one('showsHulls', isSwitch, fresh.showsHulls),
    showsCircles: one('showsCircles', isSwitch, fresh.showsCircles),
    showsSectors: one('showsSectors', isSwitch, fresh.showsSectors),
    showsLegend: one('showsLegend', isSwitch, fresh.showsLegend),
    hiddenKinds: one('hiddenKinds', isTexts, fresh.hiddenKinds),
    hiddenFirmness: one('hiddenFirmness', isTexts, fresh.hiddenFirmness),
    hiddenSectors: one('hiddenSectors', isTexts, fresh.hiddenSectors),
    least: one('least', isFigure, fresh.least),
    atMost: one('atMost', isFigure, fresh.atMost),
    since: one('since', isFigure, fresh.since),
    until: one('until', isFigure, fresh.until),
    focus: one('focus', isFigure, fresh.focus),
    places: one('places', isPlaces, fresh.places),
    cameras: one('cameras', isCameras, fresh.cameras),
    charts: one('charts', isChoices, fresh.charts),
  };
}

function oneOf<T extends string>(all: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => all.some((each) => each === value);
}

function isSwitch(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isFigure(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isMost(value: unknown): value is number {
  return isFigure(value) && value >= 1 && value <= highestMost;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isPlaces(value: unknown): value is PanelState['places'] {
  return (
    isParts(value) &&
    Object.values(value).every(
      (places) => isParts(places) && Object.values(places).every((place) => hasFigures(place, ['x', 'y'])),
    )
  );
}

function isCameras(value: unknown): value is PanelState['cameras'] {
  return (
    isParts(value) &&
    Object.values(value).every(
      (camera) => hasFigures(camera, ['x', 'y', 'zoom']) && Number(Reflect.get(Object(camera), 'zoom')) > 0,
    )
  );
}

function isChoices(value: unknown): value is ChartChoices {
  if (!isParts(value)) return false;
  const part = (key: keyof ChartChoices): unknown => Reflect.get(value, key);
  return (
    typeof part('period') === 'string' &&
    (part('scale') === null || part('scale') === 'linear' || part('scale') === 'log') &&
    isTexts(part('hiddenLines')) &&
    typeof part('year') === 'string' &&
    isTexts(part('hiddenPurposes')) &&
    isSwitch(part('withoutTalks'))
  );
}

function hasFigures(value: unknown, keys: readonly string[]): value is object {
  return isParts(value) && keys.every((key) => isFigure(Reflect.get(value, key)));
}

function isParts(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
