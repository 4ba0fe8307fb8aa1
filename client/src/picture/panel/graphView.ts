import {
  GraphDrawing,
  type GraphView as Look,
} from '../../../../server/src/picture/drawing/graph/graph-drawing';
import { textScale } from '../../../../server/src/picture/drawing/graph/labels';
import { laidGraph } from '../../../../server/src/picture/drawing/graph/sizes';
import type { Element as Drawn } from '../../../../server/src/picture/element';
import type { Graph, GraphNode, Tie } from '../../../../server/src/picture/graph';
import { arrange } from '../../../../server/src/picture/layout/arrange';
import type { Layout, Place, Places } from '../../../../server/src/picture/layout/layout';
import type { PanelState } from '../messages';
import type { PanelWords } from '../panelWords';
import { Camera } from './camera';
import { html } from './html';
import { paint, targetAt } from './paint';
import { readingOrder } from './readingOrder';
import type { Picked } from './target';

const space = 'http://www.w3.org/2000/svg';
/** Milliseconds that a layout works before the page gets a turn. */
const slice = 12;
/** Steps of a layout between two looks at the clock. */
const stepsAtOnce = 2;
/** Milliseconds after which a layout that is not done is shown, and from then on between two looks at it. */
const firstLook = 350;
const nextLook = 150;
const isStill = matchMedia('(prefers-reduced-motion: reduce)');
/** Milliseconds without a move after which everything is taken to be at rest. */
const rest = 130;
/** More lines than this are drawn otherwise while something moves: unbroken, and sheet by sheet. */
const mostLines = 300;
/** How much larger or smaller text may be than it is meant to be while somebody zooms. */
const mostStretched = 1.3;

/** What a graph tells whoever shows it. */
export interface GraphEvents {
  /** `reveals` is whether the text is to follow. */
  selected(target: { readonly type: string; readonly id: string } | undefined): void;
  opened(target: { readonly type: string; readonly id: string }): void;
  hovered(target: { readonly type: string; readonly id: string } | undefined, at: Place): void;
  connected(from: GraphNode, to: GraphNode): void;
  connecting(from: GraphNode | undefined): void;
  renamed(node: GraphNode): void;
  /** Nodes or the camera were moved, so that there is something to keep. */
  moved(): void;
}

/** The graph on the page: where everything stands, what is selected, and what pointers and keys do. */
export class GraphView {
  readonly element: HTMLElement;
  readonly camera: Camera;
  /** What is moved as a whole, so that the browser need not paint the drawing anew at every step. */
  private readonly board = html('div', { class: 'board' });
  /**
   * The drawing in sheets, so that the browser need not paint hundreds of lines anew while a node leads a few around:
   * those have a sheet of their own, and so has the node.
   */
  private readonly sheets = { under: sheet(), led: sheet('led'), over: sheet(), lead: sheet('lead') };
  private ground: Drawn | undefined;
  /** The node that is being moved: where it stood when its sheet was drawn, and how. */
  private lead: { readonly id: string; from?: Place; drawn?: Drawn } | undefined;
  private readonly rubber = document.createElementNS(space, 'path');
  private graph: Graph | undefined;
  private drawing: GraphDrawing | undefined;
  private layout: Layout | undefined;
  /** Where somebody has put nodes while the others still look for their places. */
  private readonly dragged = new Map<string, Place>();
  private places = new Map<string, Place>();
  /** Where everybody stood who was in the picture: who goes and comes back stands there again. */
  private readonly remembered = new Map<string, Place>();
  private selection: ReadonlySet<string> = new Set();
  private frame = 0;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private isMoving = false;
  private drawnDay: number | undefined;
  private drawnZoom = 1;
  /** When the layout is to be shown next. */
  private nextShown = 0;
  private fits = true;
  /** What the keyboard comes to first. */
  private tabStop: Element | undefined;
  /** The node at which a new deal begins. */
  private start: GraphNode | undefined;
  private current: string | undefined;
  /** What was pressed last: who follows a pointer gets all that it does, whatever it is on. */
  private pressed: Picked | undefined;

  constructor(
    private readonly words: PanelWords,
    private readonly events: GraphEvents,
    /** What the page keeps of itself. */
    private readonly stateOf: () => PanelState,
    private readonly dayOf: () => number,
    private readonly passes: (tie: Tie) => boolean,
    private readonly canEdit: boolean,
  ) {
    this.rubber.setAttribute('class', 'rubber');
    this.board.append(...Object.values(this.sheets));
    const above = document.createElementNS(space, 'svg');
    above.setAttribute('class', 'picture above');
    above.append(this.rubber);
    const keys = 'ArrowUp ArrowDown ArrowLeft ArrowRight PageUp PageDown Home End Enter';
    this.element = html(
      'div',
      { class: 'graph', role: 'group', tabindex: '0', 'aria-keyshortcuts': keys },
      this.board,
      above,
    );
    this.camera = new Camera(this.element, this.board, (zoomed) => {
      if (zoomed) this.zoomed();
      this.events.moved();
    });
    this.listen();
  }

  /** Whether everything has found its place. */
  get isSettled(): boolean {
    return this.layout === undefined;
  }

  /** Whether there is so much that painting all of it at every step is not smooth. */
  private get isDense(): boolean {
    return (this.graph?.ties.length ?? 0) > mostLines;
  }

  get allPlaces(): Places {
    return this.places;
  }

  get drawn(): GraphDrawing | undefined {
    return this.drawing;
  }

  /** Shows a graph. Whoever was in the one before stays where it was. */
  show(graph: Graph): void {
    this.graph = graph;
    for (const [id, place] of this.places) this.remembered.set(id, place);
    this.layOut(this.remembered);
  }

  /**
   * Places of another arrangement are found, or taken from what was kept.
   * @param anew whether all places are found anew
   */
  rearrange(anew: boolean): void {
    this.remembered.clear();
    if (this.graph) this.layOut(anew ? undefined : new Map());
  }

  /** @param before places that stay; none where all are found anew, empty where those count that were kept */
  private layOut(before: Places | undefined): void {
    const { graph } = this;
    if (!graph) return;
    const { arrangement, sizeBy, places, cameras } = this.stateOf();
    const camera = cameras[arrangement];
    this.drawing = new GraphDrawing(graph, this.words, sizeBy);
    this.element.setAttribute(
      'aria-label',
      `${this.words.graphLabel.replace('{0}', graph.title)}. ${this.words.keys}`,
    );
    const ids = new Set(graph.nodes.map(({ id }) => id));
    const those = (all: Iterable<[string, Place]>) => new Map([...all].filter(([id]) => ids.has(id)));
    const staying = those(before ?? []);
    const kept = before ? those(Object.entries(places[arrangement] ?? {})) : new Map<string, Place>();
    const known = staying.size > 0 ? staying : kept;
    this.fits = staying.size === 0 && (kept.size === 0 || !camera);
    if (staying.size === 0 && camera && !this.fits) this.camera.set(camera);
    this.dragged.clear();
    this.layout = arrange(arrangement, laidGraph(graph, this.drawing.sizes), known);
    // Until the new layout is shown, everything that was there stays where it is.
    this.places = those(this.places);
    this.nextShown = performance.now() + firstLook;
    this.element.removeAttribute('data-settled');
    this.advance();
  }

  select(ids: readonly string[], reveals = true): void {
    this.selection = new Set(ids);
    const [first] = ids;
    // Whoever goes through the graph with the keyboard is not led away by what is selected elsewhere.
    const hasKeyboard = this.element.contains(document.activeElement);
    if (first !== undefined && this.places.has(first) && !hasKeyboard) this.current = first;
    const place = first === undefined ? undefined : this.placeOf(first);
    if (place && reveals) this.camera.reveal(place);
    this.redraw();
  }

  /** Begins a deal at a node: the next one that is chosen is the other side. */
  connectFrom(id: string): void {
    const node = this.nodeOf(id);
    if (!node || node.name === null || !this.canEdit) return;
    this.start = node;
    this.events.connecting(node);
    this.element.classList.add('connecting');
  }

  fit(): void {
    this.fits = false;
    this.camera.fit(this.places.values());
  }

  redraw(): void {
    // Somebody may be moving through time.
    if (this.drawnDay !== undefined && this.drawnDay !== this.dayOf()) this.redrawMoving();
    else this.drawNext();
  }

  /**
   * Text is as large as it can be read from afar, which takes drawing it anew: while somebody zooms, only where it got
   * too large or too small by far.
   */
  private zoomed(): void {
    const change = textScale(this.camera.view.zoom) / textScale(this.drawnZoom);
    if (change > mostStretched || change < 1 / mostStretched) this.redrawMoving();
    else this.awaitRest();
  }

  /** Draws while something moves, without looking for the best places of labels before it rests. */
  private redrawMoving(): void {
    this.isMoving = true;
    this.awaitRest();
    this.drawNext();
  }

  private awaitRest(): void {
    this.element.classList.toggle('moving', this.isDense);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.comeToRest(), rest);
  }

  private comeToRest(): void {
    this.element.classList.remove('moving', 'leading');
    clearTimeout(this.resting);
    this.isMoving = false;
    this.lead = undefined;
    this.drawNext();
  }

  private drawNext(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  nodeOf(id: string): GraphNode | undefined {
    return this.graph?.nodes.find((node) => node.id === id);
  }

  tieOf(id: string): Tie | undefined {
    return this.graph?.ties.find((tie) => tie.id === id);
  }

  /** How many ties are not drawn as long as nothing is selected, since there are too many. */
  tiesLeftOut(): number {
    const { passes } = this;
    return this.drawing?.leftOut({ day: this.dayOf(), selected: new Set(), passes }) ?? 0;
  }

  /** How the graph is looked at now. */
  look(): Look {
    const { sizeBy, arrangement, showsAmounts, showsHulls, showsCircles, showsSectors, focus } =
      this.stateOf();
    const near = focus > 0 && this.selection.size > 0 ? this.near(focus) : undefined;
    return {
      day: this.dayOf(),
      zoom: this.camera.view.zoom,
      sizeBy,
      showsAmounts,
      // In columns those of one ecosystem do not stand together.
      showsHulls: showsHulls && arrangement !== 'layers',
      showsCircles,
      showsSectors,
      selected: this.selection,
      isMoving: this.isMoving,
      ...(near && { near }),
      passes: this.passes,
    };
  }

  /** Goes on with the layout. It is not shown at every step, but soon, and then often enough to see that it goes on. */
  private advance(): void {
    const { layout } = this;
    if (!layout) return;
    const start = performance.now();
    let isDone: boolean;
    do isDone = layout.advance(stepsAtOnce);
    while (!isDone && performance.now() - start < slice);
    if (isDone || performance.now() > this.nextShown) {
      this.places = new Map([...layout.places, ...this.dragged]);
      if (this.fits) this.camera.fit(this.places.values());
      cancelAnimationFrame(this.frame);
      this.isMoving = false;
      this.draw();
      // Who wants things to stand still sees the beginning and the end.
      this.nextShown = performance.now() + (isStill.matches ? Infinity : nextLook);
    }
    if (isDone) {
      this.layout = undefined;
      this.fits = false;
      this.element.setAttribute('data-settled', 'true');
      this.events.moved();
      return;
    }
    setTimeout(() => {
      if (this.layout === layout) this.advance();
    });
  }

  private draw(): void {
    if (!this.drawing) return;
    const look = this.look();
    this.drawnDay = look.day;
    this.drawnZoom = look.zoom;
    const groups = this.drawing.draw(this.places, look);
    const led = groups.findIndex(({ key }) => key === 'led');
    const { rest, lead } = this.lifted(groups.slice(led + 1));
    if (!this.isMoving || !this.ground) this.ground = groundOf(this.places.values());
    paint(this.sheets.under, [this.ground, ...groups.slice(0, led)]);
    paint(this.sheets.led, [this.ground, ...groups.slice(led, led + 1)]);
    paint(this.sheets.over, [this.ground, ...rest]);
    paint(this.sheets.lead, lead);
    this.setTabStop();
  }

  /** Takes the node that is being moved out of the others. Its sheet is moved rather than drawn. */
  private lifted(groups: readonly Drawn[]): { rest: readonly Drawn[]; lead: readonly Drawn[] } {
    const { lead } = this;
    const place = lead && this.places.get(lead.id);
    if (!place) {
      this.sheets.lead.style.transform = '';
      return { rest: groups, lead: [] };
    }
    const isLead = ({ target }: Drawn) => target?.type === 'node' && target.id === lead.id;
    const rest = groups.map((group) => {
      const children = group.children ?? [];
      lead.drawn ??= children.find(isLead);
      return { ...group, children: children.filter((child) => !isLead(child)) };
    });
    lead.from ??= place;
    this.sheets.lead.style.transform = `translate(${place.x - lead.from.x}px, ${place.y - lead.from.y}px)`;
    return { rest, lead: lead.drawn ? [lead.drawn] : [] };
  }

  private setTabStop(): void {
    const { tabStop, current } = this;
    if (tabStop?.isConnected === true && tabStop.getAttribute('data-id') === current) return;
    tabStop?.setAttribute('tabindex', '-1');
    this.tabStop = current === undefined ? undefined : this.elementOf(current);
    this.tabStop?.setAttribute('tabindex', '0');
  }

  /** Everything that is so many deals away from the selection at most, with the ties between. */
  private near(steps: number): Set<string> {
    const near = new Set(this.selection);
    for (const id of this.selection) {
      const tie = this.tieOf(id);
      if (tie) for (const end of [tie.from, tie.to]) near.add(end);
    }
    const isNode = (id: string) => this.places.has(id);
    if ([...this.selection].every((id) => !isNode(id))) return near;
    const ties = this.graph?.ties.filter(this.passes) ?? [];
    let reached = new Set([...near].filter(isNode));
    for (let step = 0; step < steps; step++) {
      const next = new Set<string>();
      for (const { id, from, to } of ties) {
        if (!reached.has(from) && !reached.has(to)) continue;
        near.add(id);
        for (const end of [from, to]) if (!near.has(end)) next.add(end);
      }
      for (const id of next) near.add(id);
      reached = next;
    }
    return near;
  }

  private placeOf(id: string): Place | undefined {
    const own = this.places.get(id);
    if (own) return own;
    const tie = this.tieOf(id);
    const [from, to] = [this.places.get(tie?.from ?? ''), this.places.get(tie?.to ?? '')];
    return from && to ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } : undefined;
  }

  private elementOf(id: string): SVGElement | undefined {
    for (const element of this.sheets.over.querySelectorAll<SVGElement>('[data-type="node"]')) {
      if (element.dataset['id'] === id) return element;
    }
    return undefined;
  }

  private listen(): void {
    const { element, events } = this;
    element.addEventListener('wheel', (event) => this.onWheel(event), { passive: false });
    element.addEventListener('pointerdown', (event) => this.onPointerDown(event));
    element.addEventListener('dblclick', () => {
      if (this.pressed) events.opened(this.pressed);
    });
    element.addEventListener('pointermove', (event) => {
      if (event.buttons !== 0) return;
      events.hovered(targetAt(event.target), { x: event.clientX, y: event.clientY });
      if (this.start) this.stretch(this.start, event);
    });
    element.addEventListener('pointerleave', () => events.hovered(undefined, { x: 0, y: 0 }));
    element.addEventListener('keydown', (event) => this.onKey(event));
    element.addEventListener('contextmenu', (event) => {
      const target = targetAt(event.target);
      this.offerMenu(target);
      if (target) this.choose(target);
    });
  }

  /** Says what the menu is about: VS Code reads it from the page when it opens one. */
  private offerMenu(target: { readonly type: string; readonly id: string } | undefined): void {
    const node = target?.type === 'node' ? this.nodeOf(target.id) : undefined;
    const tie = target?.type === 'tie' ? this.tieOf(target.id) : undefined;
    const name = node?.name ?? tie?.deals[0]?.name;
    const context =
      name === undefined
        ? { webviewSection: 'picture' }
        : { webviewSection: node ? 'party' : 'deal', name, ...(node && { title: node.title }) };
    this.element.dataset['vscodeContext'] = JSON.stringify(context);
  }

  private onWheel(event: WheelEvent): void {
    event.preventDefault();
    const { left, top } = this.element.getBoundingClientRect();
    if (event.shiftKey) this.camera.moveBy(-event.deltaY - event.deltaX, 0);
    else {
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const factor = Math.exp((-event.deltaY * lines) / (event.ctrlKey ? 120 : 500));
      this.camera.zoomBy(factor, { x: event.clientX - left, y: event.clientY - top });
    }
  }

  private onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const target = targetAt(event.target);
    this.pressed = target;
    const node = target?.type === 'node' ? this.nodeOf(target.id) : undefined;
    this.element.focus({ preventScroll: true });
    if (this.start) {
      if (node) this.connectTo(node);
      else this.stopConnecting();
      return;
    }
    if (node && event.altKey) {
      this.connectFrom(node.id);
      this.drag(event, undefined, (at) => {
        const over = targetAt(document.elementFromPoint(at.clientX, at.clientY));
        const other = over?.type === 'node' ? this.nodeOf(over.id) : undefined;
        if (other && other !== node) this.connectTo(other);
        else this.stopConnecting();
      });
      return;
    }
    let moved = false;
    this.drag(
      event,
      (dx, dy) => {
        if (!moved && Math.hypot(dx, dy) < 4) return false;
        moved = true;
        return true;
      },
      () => {
        if (!moved) this.choose(target);
      },
      node,
    );
  }

  /** Follows the pointer until it is let go: with a node, with the picture, or with the line of a new deal. */
  private drag(
    down: PointerEvent,
    counts: ((dx: number, dy: number) => boolean) | undefined,
    done: (up: PointerEvent) => void,
    node?: GraphNode,
  ): void {
    const { element, camera } = this;
    const from = node && this.places.get(node.id);
    const view = camera.view;
    element.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent) => {
      const [dx, dy] = [event.clientX - down.clientX, event.clientY - down.clientY];
      if (!counts) {
        if (this.start) this.stretch(this.start, event);
        return;
      }
      if (!counts(dx, dy)) return;
      this.events.hovered(undefined, { x: 0, y: 0 });
      if (node && from) {
        const place = { x: from.x + dx / view.zoom, y: from.y + dy / view.zoom };
        this.places.set(node.id, place);
        if (this.layout) this.dragged.set(node.id, place);
        if (this.lead?.id !== node.id) this.lead = { id: node.id };
        this.element.classList.toggle('leading', this.isDense);
        this.redrawMoving();
      } else camera.set({ ...view, x: view.x + dx, y: view.y + dy });
    };
    const up = (event: PointerEvent) => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      if (this.isMoving) this.comeToRest();
      done(event);
      this.events.moved();
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
  }

  /** Draws the line of a new deal as far as the pointer. */
  private stretch({ id }: GraphNode, { clientX, clientY }: PointerEvent): void {
    const from = this.places.get(id);
    if (!from) return;
    const { x, y, zoom } = this.camera.view;
    const { left, top } = this.element.getBoundingClientRect();
    this.rubber.setAttribute(
      'd',
      `M${from.x * zoom + x} ${from.y * zoom + y}L${clientX - left} ${clientY - top}`,
    );
  }

  private connectTo(node: GraphNode): void {
    const { start } = this;
    this.stopConnecting();
    if (start && start !== node && node.name !== null) this.events.connected(start, node);
  }

  private stopConnecting(): void {
    this.start = undefined;
    this.rubber.removeAttribute('d');
    this.element.classList.remove('connecting');
    this.events.connecting(undefined);
  }

  private choose(target: { readonly type: string; readonly id: string } | undefined): void {
    const isPart = target !== undefined && target.type !== 'hull';
    this.selection = new Set(isPart ? [target.id] : []);
    if (target?.type === 'node') this.current = target.id;
    this.redraw();
    this.events.selected(target);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    const node = this.current === undefined ? undefined : this.nodeOf(this.current);
    const actions: Record<string, () => void> = {
      ArrowLeft: () => this.walk(-1, 0),
      ArrowRight: () => this.walk(1, 0),
      ArrowUp: () => this.walk(0, -1),
      ArrowDown: () => this.walk(0, 1),
      PageDown: () => this.leaf(1),
      PageUp: () => this.leaf(-1),
      Home: () => this.goTo(readingOrder(this.places).at(0)),
      End: () => this.goTo(readingOrder(this.places).at(-1)),
      '+': () => this.camera.zoomBy(1.25),
      '=': () => this.camera.zoomBy(1.25),
      '-': () => this.camera.zoomBy(0.8),
      '0': () => this.fit(),
      Escape: () => (this.start ? this.stopConnecting() : this.choose(undefined)),
      n: () => node && this.connectFrom(node.id),
      F2: () => node && this.events.renamed(node),
      Enter: () => {
        if (!node) return;
        if (this.start) this.connectTo(node);
        else this.events.opened({ type: 'node', id: node.id });
      },
      ' ': () => node && this.choose({ type: 'node', id: node.id }),
    };
    // Letters count the same with the Shift key locked.
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** Goes to the nearest node in a direction; to the first one where nothing is chosen. */
  private walk(dx: number, dy: number): void {
    const from = this.current === undefined ? undefined : this.places.get(this.current);
    let best: { readonly id: string; readonly distance: number } | undefined;
    for (const [id, { x, y }] of this.places) {
      if (id === this.current) continue;
      const [ex, ey] = from ? [x - from.x, y - from.y] : [x, y];
      const along = ex * dx + ey * dy;
      const aside = Math.abs(ex * dy) + Math.abs(ey * dx);
      if (from && along <= 0) continue;
      const distance = from ? along + 2 * aside : Math.hypot(ex, ey);
      if (!best || distance < best.distance) best = { id, distance };
    }
    this.goTo(best?.id);
  }

  /** Goes to the next node as one reads, or to the one before: so each one is come to. */
  private leaf(step: 1 | -1): void {
    const all = readingOrder(this.places);
    const at = all.indexOf(this.current ?? '');
    this.goTo(at < 0 ? all.at(step === 1 ? 0 : -1) : all[at + step]);
  }

  private goTo(id: string | undefined): void {
    const place = id === undefined ? undefined : this.places.get(id);
    if (id === undefined || !place) return;
    this.current = id;
    this.camera.reveal(place);
    if (this.start) {
      this.selection = new Set([id]);
      this.draw();
    } else this.choose({ type: 'node', id });
    this.draw();
    this.elementOf(id)?.focus({ preventScroll: true });
  }
}

/** A part of the drawing, above the one before. */
function sheet(name?: string): SVGSVGElement {
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', ['picture', 'sheet', ...(name === undefined ? [] : [name])].join(' '));
  return svg;
}

/** Pixels that everything drawn at a place stays within. */
const around = 400;

/**
 * An unseen sheet under all that stands at some places. Where a turn of the wheel is waited for, browsers join the rooms
 * of all elements anew whenever one moves; with one that holds all others there is nothing to join.
 */
function groundOf(places: Iterable<Place>): Drawn {
  let [left, right, top, bottom] = [0, 0, 0, 0];
  for (const { x, y } of places) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const [x, y] = [Math.floor(left - around), Math.floor(top - around)];
  const [width, height] = [Math.ceil(right + around) - x, Math.ceil(bottom + around) - y];
  return {
    tag: 'rect',
    key: 'ground',
    class: 'reach',
    attributes: { x, y, width, height, 'pointer-events': 'none' },
  };
}
