import { textScale } from '../../../../server/src/picture/drawing/graph/labels';
import type { Place } from '../../../../server/src/picture/layout/layout';

/** What part of a drawing is seen. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const nearest = 4;
const farthest = 0.05;
/** Pixels from the edge within which a place counts as out of sight. */
const margin = 46;
/** Pixels around a drawing that fills the page: of small pages a share. */
const padding = { most: 32, share: 0.04 };
/** What is written around a place, at the usual size of letters. */
const labelRoom = 56;
/** How large a drawing may become to fill the page. */
const largestFit = 2;

/** Milliseconds after which no further move is expected. */
const pause = 200;

/** Moves and zooms a board that something is drawn on. */
export class Camera {
  private current: View = { x: 0, y: 0, zoom: 1 };
  private expecting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly stage: HTMLElement,
    private readonly board: HTMLElement,
    private readonly changed: (zoomed: boolean) => void,
  ) {}

  get view(): View {
    return this.current;
  }

  set(view: View): void {
    const zoomed = view.zoom !== this.current.zoom;
    this.current = { ...view, zoom: Math.min(nearest, Math.max(farthest, view.zoom)) };
    const { x, y, zoom } = this.current;
    this.board.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    this.expectMoves(!zoomed);
    this.changed(zoomed);
  }

  /**
   * What is moved is painted once and then shifted. What is zoomed is painted at every step, or it would be blurred, and
   * far more of it than is seen if it were to be shifted as well.
   */
  private expectMoves(expects: boolean): void {
    clearTimeout(this.expecting);
    this.board.style.willChange = expects ? 'transform' : '';
    if (expects) this.expecting = setTimeout(() => this.expectMoves(false), pause);
  }

  moveBy(dx: number, dy: number): void {
    const { x, y, zoom } = this.current;
    this.set({ x: x + dx, y: y + dy, zoom });
  }

  /** @param at what stays where it is, in pixels of the stage; its middle unless it is given */
  zoomBy(factor: number, at: Place = this.middle): void {
    const { x, y, zoom } = this.current;
    const next = Math.min(nearest, Math.max(farthest, zoom * factor));
    const share = next / zoom;
    this.set({ x: at.x - (at.x - x) * share, y: at.y - (at.y - y) * share, zoom: next });
  }

  /** Shows all of some places with what is written around them, however large the page is. */
  fit(places: Iterable<Place>): void {
    const { width, height } = this.size;
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of places) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    if (left > right || width === 0 || height === 0) return;
    const filling = (pixels: number, span: number, around: number) =>
      (pixels - 2 * Math.min(padding.most, pixels * padding.share)) / (span + 2 * around);
    let zoom = largestFit;
    // Letters are larger the smaller the drawing is: the room for them and the zoom are found together.
    for (let step = 0; step < 8; step++) {
      const around = labelRoom * textScale(zoom);
      const both = [filling(width, right - left, around), filling(height, bottom - top, around)];
      zoom = Math.min(largestFit, ...both);
    }
    this.set({
      zoom,
      x: width / 2 - (zoom * (left + right)) / 2,
      y: height / 2 - (zoom * (top + bottom)) / 2,
    });
  }

  /** Brings a place into sight, where it is not. */
  reveal(place: Place): void {
    const { x, y, zoom } = this.current;
    const { width, height } = this.size;
    const [px, py] = [place.x * zoom + x, place.y * zoom + y];
    const isSeen = px > margin && py > margin && px < width - margin && py < height - margin;
    if (!isSeen) this.set({ zoom, x: width / 2 - place.x * zoom, y: height / 2 - place.y * zoom });
  }

  /** What a place of the page is in the drawing. */
  placeAt(clientX: number, clientY: number): Place {
    const { left, top } = this.stage.getBoundingClientRect();
    const { x, y, zoom } = this.current;
    return { x: (clientX - left - x) / zoom, y: (clientY - top - y) / zoom };
  }

  private get size(): { width: number; height: number } {
    const { width, height } = this.stage.getBoundingClientRect();
    return { width, height };
  }

  private get middle(): Place {
    const { width, height } = this.size;
    return { x: width / 2, y: height / 2 };
  }
}
