import type { Value } from '../../model/value';
import { formatMoney } from '../../values/money';
import { formatPercent } from '../../values/percent';
import { formatQuantity } from '../../values/quantity';
import type { Range } from '../../values/range';

/** A figure, whatever it counts, and how one with other bounds is written. */
export interface Figure {
  readonly range: Range;
  readonly write: (range: Range) => string;
}

/** The figure of a value; undefined where it is none with bounds. */
export function figureOf(value: Value): Figure | undefined {
  switch (value.type) {
    case 'money': {
      const { money } = value;
      return { range: money.range, write: (range) => formatMoney({ ...money, range }) };
    }
    case 'quantity': {
      const { quantity } = value;
      return { range: quantity.range, write: (range) => formatQuantity({ ...quantity, range }) };
    }
    case 'percent':
      return { range: value.range, write: formatPercent };
    default:
      return undefined;
  }
}
