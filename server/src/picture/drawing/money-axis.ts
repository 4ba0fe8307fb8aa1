import { scaleLinear, scaleLog } from 'd3-scale';
import type { Element } from '../element';
import { crisp, round } from './place';
import { textAt } from './text';

/** Equal steps for equal amounts, or for equal multiples. */
export type MoneyScale = 'linear' | 'log';

/** Where amounts of money lie. */
export interface MoneyAxis {
  readonly scale: MoneyScale;
  readonly y: (amount: number) => number;
  readonly ticks: readonly number[];
}

/** Amounts further apart than this are told apart on a logarithmic axis alone. */
const farApart = 40;

/**
 * An axis with all of some amounts on it.
 * @param wanted the scale that somebody chose; what has amounts of nought or less is linear all the same
 */
export function moneyAxis(
  amounts: readonly number[],
  bottom: number,
  top: number,
  wanted: MoneyScale | undefined,
): MoneyAxis {
  const max = amounts.reduce((a, b) => Math.max(a, b), -Infinity);
  const min = amounts.reduce((a, b) => Math.min(a, b), Infinity);
  const steps = Math.max(2, Math.floor((bottom - top) / 50));
  if (min > 0 && (wanted ?? (max / min > farApart ? 'log' : 'linear')) === 'log') {
    const scale = scaleLog([min * 0.65, max * 1.25], [bottom, top]);
    const all = scale.ticks(steps);
    const ticks = [1, 2, 5].map((most) =>
      all.filter(
        (tick) => leadingDigit(tick) <= most && leadingDigit(tick) !== 3 && leadingDigit(tick) !== 4,
      ),
    );
    return {
      scale: 'log',
      y: (amount) => scale(amount),
      ticks: ticks.findLast((each) => each.length <= 2 * steps) ?? ticks[0]!,
    };
  }
  const scale = scaleLinear([Math.min(0, min), Math.max(0, max * 1.1) || 1], [bottom, top]);
  return { scale: 'linear', y: (amount) => scale(amount), ticks: scale.ticks(steps) };
}

function leadingDigit(amount: number): number {
  return Math.round(amount / 10 ** Math.floor(Math.log10(amount) + 1e-9));
}

/** The labels of an axis left of its lines. */
export function moneyAxisElements(
  { y, ticks }: MoneyAxis,
  left: number,
  right: number,
  inWords: (amount: number) => string,
): Element[] {
  return ticks.flatMap((tick): Element[] => {
    const at = round(y(tick));
    return [
      {
        tag: 'line',
        key: `amount ${tick}`,
        class: 'axis',
        attributes: { x1: left, x2: right, y1: crisp(at), y2: crisp(at) },
      },
      textAt(left - 8, round(at + 4), inWords(tick), 'caption', { 'text-anchor': 'end' }),
    ];
  });
}
