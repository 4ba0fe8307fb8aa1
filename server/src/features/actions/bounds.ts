import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import {
  about,
  APPROXIMATE_TOLERANCE,
  between,
  exact,
  hasOneValue,
  NOUGHT,
  type Range,
} from '../../values/range';
import { Change } from './change';
import { figureOf, type Figure } from './figure';
import { factAt, holds } from './place';
import type { Offer, Refactoring } from './refactoring';

/**
 * A figure with its bounds written otherwise: a range as “about” its middle, “about” as the range of 10% to both sides
 * that the language takes it for, and “up to” as a range from nought, and back. Only the last two say the same: between a
 * range and “about” something is lost or settled, which the title names.
 */
export const bounds: Refactoring = {
  id: 'bounds',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  offers: (place) => {
    const value = factAt(place)?.values.find(({ node }) => holds(node, place.span));
    const figure = value && figureOf(value);
    if (!value || !figure) return [];
    const { start, end, text } = value.node;
    return waysToWrite(figure, text).map(({ title, written }): Offer => ({
      title,
      change: () =>
        new Change(place.project).rewrite(place.uri, place.index, [{ start, end, text: written }]),
    }));
  },
};

interface Way {
  readonly title: string;
  readonly written: string;
}

function waysToWrite(figure: Figure, text: string): Way[] {
  const { range, write } = figure;
  const { min, max, approximate, undisclosed } = range;
  if (undisclosed || !min || !max) return [];
  if (hasOneValue(range)) {
    if (!approximate || min.lte(NOUGHT)) return [];
    const width = min.times(APPROXIMATE_TOLERANCE);
    const written = write(between(min.minus(width), min.plus(width)));
    return [{ title: l10n.t('Write {0} as 10% to both sides: {1}', text, written), written }];
  }
  if (min.gt(max) || min.lt(NOUGHT)) return [];
  if (min.eq(NOUGHT)) {
    if (approximate) return [];
    const written = text.startsWith('<') ? fromNought(figure, range) : write(range);
    return written === undefined ? [] : [{ title: l10n.t('Write {0} as {1}', text, written), written }];
  }
  const written = write(about(exact(min.plus(max).div(2))));
  return [{ title: l10n.t('Write {0}, the middle of {1}, whose bounds are lost', written, text), written }];
}

/** `$0..$2B`: both ends, each as it is written by itself. Undefined for what recurs, whose period stands behind both. */
function fromNought({ write }: Figure, { max }: Range): string | undefined {
  const [from, to] = [write(exact(NOUGHT)), write(exact(max!))];
  return from.includes('/') ? undefined : `${from}..${to}`;
}
