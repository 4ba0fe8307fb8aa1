import type { Drawing } from '../element';
import { textAt } from './text';

/** A drawing of nothing, which says so. */
export function nothingToDraw(width: number, words: string): Drawing {
  const height = 80;
  return {
    width,
    height,
    root: [textAt(width / 2, height / 2, words, 'caption', { 'text-anchor': 'middle' })],
  };
}
