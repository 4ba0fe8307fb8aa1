/** A part of the page, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a card stands; in a narrow room it is as wide as that. */
export type CardPlace = 'top-right' | 'top-left' | 'bottom-right' | 'bottom-left' | 'bottom' | 'top';

/** Below so many pixels beside each other stand neither a card and a graph nor two cards. */
const narrow = 560;
/** Pixels from a card to the edge. */
const margin = 10;
/** So tall has a card to be for anything to be read in it. */
const least = 84;

/** The places of a card in a room of some width, the usual one first. */
export function cardPlaces(width: number): readonly [CardPlace, ...CardPlace[]] {
  return width < narrow ? ['bottom', 'top'] : ['top-right', 'top-left', 'bottom-right', 'bottom-left'];
}

/**
 * Finds the place at which a card covers nothing of what it is about, or as little as can be.
 * @param size of the card
 * @param about what must stay in sight
 * @param others what had better stay in sight
 * @param before where it stood: there it stays as long as it covers nothing that it is about
 * @returns where, and how tall the card may be there
 */
export function cardPlace(
  room: Box,
  size: { readonly width: number; readonly height: number },
  about: readonly Box[],
  others: readonly Box[],
  before: string | undefined,
): { readonly place: CardPlace; readonly most: number } {
  const places = cardPlaces(room.right - room.left);
  let best: { readonly place: CardPlace; readonly most: number; readonly covered: number } | undefined;
  for (const place of places) {
    const most = mostAt(place, room, about);
    const box = boxAt(place, room, { width: size.width, height: Math.min(size.height, most) });
    const own = coveredBy(box, about);
    if (own === 0 && place === before) return { place, most };
    // Nobody else counts as much as what the card is about.
    const covered = own * 1000 + coveredBy(box, others);
    if (!best || covered < best.covered) best = { place, most, covered };
  }
  return best ?? { place: places[0], most: mostAt(places[0], room, about) };
}

/** How tall a card may be: one across the whole room ends before what it is about. */
function mostAt(place: CardPlace, { top, bottom }: Box, about: readonly Box[]): number {
  const whole = bottom - top;
  if (place !== 'top' && place !== 'bottom') return whole - 2 * margin;
  const beside = about.map((box) => (place === 'top' ? box.top - top : bottom - box.bottom));
  return Math.max(least, Math.min(whole * 0.45, ...beside.map((pixels) => pixels - 2 * margin)));
}

function boxAt(
  place: CardPlace,
  room: Box,
  { width, height }: { readonly width: number; readonly height: number },
): Box {
  const left = place.endsWith('right') ? room.right - margin - width : room.left + margin;
  const top = place.startsWith('top') ? room.top + margin : room.bottom - margin - height;
  return { left, top, right: left + width, bottom: top + height };
}

function coveredBy(card: Box, boxes: readonly Box[]): number {
  let sum = 0;
  for (const box of boxes) {
    const width = Math.min(card.right, box.right) - Math.max(card.left, box.left);
    const height = Math.min(card.bottom, box.bottom) - Math.max(card.top, box.top);
    if (width > 0 && height > 0) sum += width * height;
  }
  return sum;
}
