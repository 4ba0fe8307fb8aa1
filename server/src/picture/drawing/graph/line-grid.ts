import type { Place } from '../../layout/layout';
import type { Box } from './box-grid';

/** A straight piece of a line. */
interface Piece {
  readonly line: string;
  readonly from: Place;
  readonly to: Place;
  readonly half: number;
  /** Whether it is in sight now. */
  readonly isDrawn: boolean;
}

/** Pixels of a cell. */
const cell = 64;
/** Pixels of a piece of a curve. */
const pieceLength = 60;

/** Lines by the cells that they lead through, so that it is soon told which of them cross a box. */
export class LineGrid {
  private readonly cells = new Map<number, Piece[]>();

  /** @param along a place on the line: 0 where it begins, 1 where it ends */
  add(line: string, along: (share: number) => Place, width: number, isDrawn: boolean): void {
    const [start, middle, end] = [along(0), along(0.5), along(1)];
    const length =
      Math.hypot(middle.x - start.x, middle.y - start.y) + Math.hypot(end.x - middle.x, end.y - middle.y);
    const count = Math.max(2, Math.min(40, Math.ceil(length / pieceLength)));
    let from = start;
    for (let step = 1; step <= count; step++) {
      const to = along(step / count);
      this.addPiece({ line, from, to, half: width / 2, isDrawn });
      from = to;
    }
  }

  /**
   * How many lines cross a box.
   * @param most no more than so many are counted
   * @param own a line that does not count; then those in sight alone do
   */
  crossing(box: Box, most: number, own?: string): number {
    const found: string[] = [];
    if (most <= 0) return 0;
    const { left, right, top, bottom } = box;
    for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++) {
      for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) {
        for (const piece of this.cells.get(x * 65_537 + y) ?? []) {
          const counts = own === undefined || (piece.isDrawn && piece.line !== own);
          if (!counts || !crosses(piece, box) || found.includes(piece.line)) continue;
          found.push(piece.line);
          if (found.length >= most) return most;
        }
      }
    }
    return found.length;
  }

  private addPiece(piece: Piece): void {
    const { from, to, half } = piece;
    const [left, right] = from.x < to.x ? [from.x, to.x] : [to.x, from.x];
    const [top, bottom] = from.y < to.y ? [from.y, to.y] : [to.y, from.y];
    for (let x = Math.floor((left - half) / cell); x <= Math.floor((right + half) / cell); x++) {
      for (let y = Math.floor((top - half) / cell); y <= Math.floor((bottom + half) / cell); y++) {
        const key = x * 65_537 + y;
        const own = this.cells.get(key);
        if (own) own.push(piece);
        else this.cells.set(key, [piece]);
      }
    }
  }
}

/** Whether a piece of a line comes into a box. */
function crosses({ from, to, half }: Piece, box: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [left, right] = [box.left - half, box.right + half];
  if ((from.x < left && to.x < left) || (from.x > right && to.x > right)) return false;
  const [top, bottom] = [box.top - half, box.bottom + half];
  if ((from.y < top && to.y < top) || (from.y > bottom && to.y > bottom)) return false;
  // All corners on one side of it: it leads past.
  const side = (x: number, y: number) => Math.sign(dx * (y - from.y) - dy * (x - from.x));
  const first = side(left, top);
  return first !== side(right, top) || first !== side(left, bottom) || first !== side(right, bottom);
}
