import type { Place, Places } from '../../layout/layout';

/** A node, as something that lines go around. */
export interface Obstacle extends Place {
  readonly id: string;
  readonly radius: number;
}

/** Pixels of a cell, and so how far beside a line something can be found. */
const cell = 140;

/** The nodes as they stood when all was at rest, by the cells that they stand in. */
export class Obstacles {
  readonly all: readonly Obstacle[];
  private readonly cells = new Map<number, Obstacle[]>();

  constructor(nodes: Iterable<{ readonly id: string; readonly radius: number }>, places: Places) {
    this.all = [...nodes].flatMap(({ id, radius }) => {
      const place = places.get(id);
      return place ? [{ id, radius, x: place.x, y: place.y }] : [];
    });
    for (const obstacle of this.all) {
      const key = keyOf(Math.floor(obstacle.x / cell), Math.floor(obstacle.y / cell));
      const own = this.cells.get(key);
      if (own) own.push(obstacle);
      else this.cells.set(key, [obstacle]);
    }
  }

  /** Whether all of them still stand there, and nobody else. */
  areAt(places: Places, count: number): boolean {
    return (
      this.all.length === count &&
      this.all.every(({ id, x, y }) => {
        const place = places.get(id);
        return place?.x === x && place.y === y;
      })
    );
  }

  /** Whether most of them stand elsewhere: then it is another layout. */
  haveMostlyMoved(places: Places): boolean {
    const moved = this.all.filter(({ id, x, y }) => {
      const place = places.get(id);
      return place?.x !== x || place.y !== y;
    });
    return moved.length > this.all.length / 2;
  }

  /** Those beside the straight line between two places. */
  beside(from: Place, to: Place): Obstacle[] {
    const seen = new Set<number>();
    const found: Obstacle[] = [];
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / cell));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      const column = Math.floor((from.x + (to.x - from.x) * share) / cell);
      const row = Math.floor((from.y + (to.y - from.y) * share) / cell);
      for (let x = column - 1; x <= column + 1; x++) {
        for (let y = row - 1; y <= row + 1; y++) {
          const key = keyOf(x, y);
          if (seen.has(key)) continue;
          seen.add(key);
          for (const obstacle of this.cells.get(key) ?? []) found.push(obstacle);
        }
      }
    }
    return found;
  }
}

function keyOf(x: number, y: number): number {
  return x * 65_537 + y;
}
