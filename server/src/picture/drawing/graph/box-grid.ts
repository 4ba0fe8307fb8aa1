/** A rectangle in a drawing. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Boxes by the cells that they lie in, so that only near ones are compared. */
export class BoxGrid<T extends Box = Box> {
  private static readonly cell = 120;
  private readonly cells = new Map<number, T[]>();

  add(box: T): void {
    this.visit(box, (own, key) => {
      if (own) own.push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }

  overlaps(box: Box): boolean {
    return this.visit(box, (own) => own?.some((other) => isOver(box, other)) === true);
  }

  /** All that overlap a box, each once. */
  over(box: Box): T[] {
    const found = new Set<T>();
    this.visit(box, (own) => {
      for (const other of own ?? []) if (isOver(box, other)) found.add(other);
      return false;
    });
    return [...found];
  }

  /** Goes through the cells of a box until it is told to stop; whether it was. */
  private visit(
    { left, right, top, bottom }: Box,
    stops: (own: T[] | undefined, key: number) => boolean,
  ): boolean {
    const { cell } = BoxGrid;
    for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++) {
      for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) {
        // Cells of the same key that lie far apart do no harm: their boxes are compared in vain.
        const key = x * 65_537 + y;
        if (stops(this.cells.get(key), key)) return true;
      }
    }
    return false;
  }
}

function isOver(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A box around a place: so far to both sides, above and below it. */
export function boxAround(
  { x, y }: { readonly x: number; readonly y: number },
  half: number,
  above: number,
  below: number,
): Box {
  return { left: x - half, right: x + half, top: y - above, bottom: y + below };
}
