/** A rectangle that something takes. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A label that wants to stand near a point. */
export interface NearLabel<T> {
  readonly of: T;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A label with the middle of its base line. */
export interface PlacedLabel<T> {
  readonly of: T;
  readonly x: number;
  readonly base: number;
}

/** How far a label stays from its point. */
const away = 7;

/**
 * Puts labels above or below their points, the first ones first, where they cover nothing if there is such a place, else
 * where they cover lines alone; those that would cover more are left out.
 * @param solid what no label may cover
 * @param thin what a label may cover if there is no other place
 */
export function placeLabels<T>(
  labels: readonly NearLabel<T>[],
  room: Box,
  solid: readonly Box[],
  thin: readonly Box[],
): PlacedLabel<T>[] {
  const taken: Box[] = [...solid];
  return labels.flatMap((label) => {
    const boxes = candidates(label).filter((box) => isWithin(box, room) && !coversAny(box, taken));
    const box = boxes.find((each) => !coversAny(each, thin)) ?? boxes[0];
    if (!box) return [];
    taken.push(box);
    return [{ of: label.of, x: (box.left + box.right) / 2, base: box.bottom - label.height * 0.22 }];
  });
}

/** Above and below, in the middle and to both sides. */
function candidates<T>({ x, y, width, height }: NearLabel<T>): Box[] {
  const tops = [y - away - height, y + away];
  const lefts = [x - width / 2, x - width - 3, x + 3];
  return lefts.flatMap((left) =>
    tops.map((top) => ({ left, top, right: left + width, bottom: top + height })),
  );
}

function isWithin(box: Box, room: Box): boolean {
  return box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
}

function coversAny(box: Box, others: readonly Box[]): boolean {
  return others.some(
    (other) =>
      box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
  );
}
