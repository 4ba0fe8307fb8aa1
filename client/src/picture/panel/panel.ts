import { filled } from '../../../../server/src/picture/drawing/graph/graph-drawing';
import { graphPicture } from '../../../../server/src/picture/drawing/graph/graph-picture';
import type { DrawingWords } from '../../../../server/src/picture/drawing/words';
import { firmnessOn, type Graph, type GraphNode, type Tie } from '../../../../server/src/picture/graph';
import type { Exhibit } from '../../../../server/src/picture/page/caption';
import { freshState } from '../../../../server/src/picture/page/page-data';
import { styleSheet } from '../../../../server/src/picture/style';
import type { PanelState, Start, ToPanel } from '../messages';
import type { PanelWords } from '../panelWords';
import { chartOf, emptyGraph, isGraph } from './answers';
import { ChartTab } from './chartTab';
import type { Choosing } from './charts';
import type { Box } from './cardPlace';
import { DetailsCard } from './detailsCard';
import { passesFilters, sectorsOf } from './filters';
import { Footnotes } from './footnotes';
import { GraphView } from './graphView';
import { legendInFile } from './legend';
import type { Host } from './host';
import { html, replaceUnlike } from './html';
import { collected, rendered } from './pageExport';
import { isOf } from './pageState';
import { Popups } from './popup';
import { TabBar } from './tabBar';
import { tableOf } from './table';
import type { Picked } from './target';
import { TimeSlider } from './timeSlider';
import { Toolbar } from './toolbar';

/** Milliseconds in which several changes are kept as one. */
const settle = 250;
/** Milliseconds for which something is told that is over. */
const telling = 4000;
/** Pixels around the middle of a line in which its label stands. */
const labelRoom = 20;

/** The page of a picture: what it shows, and how its parts work together. */
export class Panel {
  private state: PanelState;
  private graph: Graph | undefined;
  /** The graph as it came, to tell whether the next one is another. */
  private graphText = '';
  private sectors: ReadonlyMap<string, string> = new Map();
  private asking: AbortController | undefined;
  private selected: Picked | undefined;
  /** What the cursor is on in the text. */
  private followed: readonly string[] = [];
  /** The day of the chart that is shown. */
  private chartDay = 0;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private readonly words: PanelWords;
  private readonly dates: Intl.DateTimeFormat;
  private readonly stage = html('div', { class: 'stage', id: 'stage', role: 'tabpanel' });
  private readonly view = html('div', { class: 'view' });
  private readonly status = html('div', { class: 'status', role: 'status' });
  private readonly told = html('div', { class: 'told', role: 'status' });
  private readonly main = html('main', { id: 'picture' });
  private readonly table = html('div');
  private readonly tabBar: TabBar;
  private readonly toolbar: Toolbar;
  private readonly graphView: GraphView;
  private readonly chartTab: ChartTab;
  private readonly card: DetailsCard;
  private readonly footnotes: Footnotes;
  private readonly slider: TimeSlider;

  constructor(
    private readonly host: Host,
    private readonly start: Start,
    private readonly body: HTMLElement,
  ) {
    const { words } = start;
    const { kept } = host;
    this.words = words;
    this.dates = new Intl.DateTimeFormat(start.language, { dateStyle: 'long', timeZone: 'UTC' });
    this.state = kept && isOf(kept, start) ? kept : freshState(start);
    this.tabBar = new TabBar(words, this.stage.id, (tab) => this.change({ tab }));
    this.toolbar = this.makeToolbar();
    this.graphView = this.makeGraphView();
    this.chartTab = new ChartTab(this.stage, () => this.day, {
      selected: (target) => this.select(target),
      opened: (target) => this.open(target),
      hovered: (target, x, y) => this.card.point(target, x, y),
    });
    this.card = new DetailsCard(
      words,
      host,
      {
        namesOf: (target) => this.namesOf(target),
        nodeOf: ({ type, id }) => (type === 'node' ? this.graphView.nodeOf(id) : undefined),
        countOf: ({ type, id }) => (type === 'tie' ? this.graphView.tieOf(id)?.count : undefined),
        noteOn: ({ type, id }) => {
          const tie = type === 'tie' ? this.graphView.tieOf(id) : undefined;
          if (!tie) return this.chartTab.current?.noteOn?.(type, id);
          return tie.count > 1 ? this.graphView.drawn?.tieLabel(tie, this.day) : undefined;
        },
        dayOf: () => this.day,
        room: () => this.stage.getBoundingClientRect(),
        boxesOf: (target) => [...this.boxesOf(target), ...this.boxesAt('.popup')],
        others: () => this.boxesAt('[data-type="node"]'),
      },
      {
        close: () => this.letGo(),
        connect: ({ id }) => this.graphView.connectFrom(id),
        rename: (node) => this.rename(node),
      },
    );
    this.footnotes = new Footnotes(words, (part) => this.change(part));
    this.slider = new TimeSlider(
      words,
      (day) => this.dayText(day),
      (day) => this.change({ day }),
      host.isEditor ? (day) => host.tell({ type: 'useDay', day }) : undefined,
    );
  }

  /** Builds the page and asks for what it shows. */
  begin(): void {
    const looks = new CSSStyleSheet();
    looks.replaceSync(styleSheet('svg.picture'));
    document.adoptedStyleSheets.push(looks);
    this.view.append(this.stage, this.card.element, this.told);
    this.main.append(
      html('h1', { class: 'seen-by-readers' }, this.start.title),
      this.view,
      this.footnotes.element,
    );
    this.body.append(
      html('header', {}, this.tabBar.element, this.toolbar.element),
      this.main,
      this.slider.element,
      this.card.hoverElement,
    );
    new ResizeObserver(() => {
      this.chartTab.draw();
      this.card.place();
    }).observe(this.stage);
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !this.card.isOpen) return;
      event.preventDefault();
      this.letGo();
    });
    this.showTab();
    this.host.listen((message) => this.hear(message));
    this.host.tell({ type: 'ready' });
    void this.load();
  }

  private makeToolbar(): Toolbar {
    const { host } = this;
    return new Toolbar(
      this.words,
      () => this.state,
      {
        change: (part) => this.change(part),
        zoom: (factor) => this.graphView.camera.zoomBy(factor),
        fit: () => this.graphView.fit(),
        layOut: () => this.graphView.rearrange(true),
        found: (targets) => this.selectFound(targets),
        chosen: (target) => {
          this.select(target);
          this.graphView.element.focus();
        },
        lookElsewhere: (text) => host.tell({ type: 'search', text }),
        tell: (text) => this.tell(text),
        ...(host.isEditor && { exportPicture: () => host.tell({ type: 'export' }) }),
      },
      new Popups(this.view, () => this.card.place()),
    );
  }

  private makeGraphView(): GraphView {
    const { host, words } = this;
    return new GraphView(
      words,
      {
        selected: (target) => this.select(target),
        opened: (target) => this.open(target),
        hovered: (target, { x, y }) => this.card.point(target, x, y),
        connected: (from, to) => host.tell({ type: 'newDeal', from: from.name ?? '', to: to.name ?? '' }),
        connecting: (from) => this.tell(from ? filled(words.connecting, from.title) : ''),
        renamed: (node) => this.rename(node),
        moved: () => this.keep(),
      },
      () => this.state,
      () => this.day,
      (tie) => this.passes(tie),
      host.isEditor,
    );
  }

  private get choosing(): Choosing {
    return {
      current: () => this.state.charts,
      choose: (part) => this.change({ charts: { ...this.state.charts, ...part } }),
    };
  }

  private get day(): number {
    return this.state.day ?? this.graph?.asOf ?? 0;
  }

  private dayText(day: number): string {
    return this.dates.format(new Date(day * 86_400_000));
  }

  private get drawingWords(): DrawingWords {
    const { words, start } = this;
    return {
      ...words.drawing,
      locale: start.language,
      today: words.today,
      disputed: words.disputed,
      firmness: words.firmness,
      kinds: words.tieKinds,
    };
  }

  private hear(message: ToPanel): void {
    const { host, state } = this;
    switch (message.type) {
      case 'changed':
        void this.load();
        break;
      case 'cursor':
        this.follow(message.names);
        break;
      case 'connect': {
        const node = this.graph?.nodes.find(({ name }) => name === message.name);
        this.graphView.element.focus();
        if (node) this.graphView.connectFrom(node.id);
        break;
      }
      case 'describe': {
        const { most, collapseUnits } = state;
        const hidden = this.graph?.ties.flatMap((tie) => (this.passes(tie) ? [] : [tie.id]));
        const text = JSON.stringify({ most, collapseUnits, day: this.day, hidden });
        host.tell({ type: 'rendered', id: message.id, text });
        break;
      }
      case 'render':
        void this.render(message);
        break;
      case 'collect':
        void collected(host, state, this.day).then((answer) =>
          host.tell({ type: 'rendered', id: message.id, ...answer }),
        );
        break;
      case 'answer':
      case 'failure':
        break;
    }
  }

  private async render({
    id,
    format,
    colours,
    copies,
  }: ToPanel & { readonly type: 'render' }): Promise<void> {
    const answer = await rendered(this.exhibit(), this.words, format, colours, copies);
    if (copies && answer.failure === undefined) this.tell(this.words.copied, telling);
    this.host.tell({ type: 'rendered', id, ...answer });
  }

  /** Changes something of the page, and shows what follows from it. */
  private change(part: Partial<PanelState>): void {
    // Places are kept under the arrangement that they were found in.
    if (part.arrangement !== undefined) this.keepNow();
    this.state = { ...this.state, ...part };
    this.keep();
    const isOther = part.tab !== undefined || part.most !== undefined || part.collapseUnits !== undefined;
    const isChart = this.state.tab !== 'graph' && this.state.tab !== 'table';
    if (part.tab !== undefined) this.showTab();
    if (part.tab === 'graph') this.follow(this.followed);
    // What a card says may be another thing on another day.
    if (part.day !== undefined && this.selected && this.card.isOpen) void this.card.show(this.selected);
    if (isOther || (part.day !== undefined && isChart)) void this.load();
    if (part.arrangement !== undefined) this.graphView.rearrange(false);
    // Everybody stays, in another size.
    else if (part.sizeBy !== undefined && this.graph) this.graphView.show(this.graph);
    if (part.charts !== undefined) {
      this.chartTab.showChoices();
      this.chartTab.draw();
    }
    this.toolbar.showState();
    this.showGraph();
    this.graphView.redraw();
  }

  /** Has the state kept, with where everything stands by then. */
  private keep(): void {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keepNow(), settle);
  }

  private keepNow(): void {
    clearTimeout(this.keeping);
    const { arrangement, places, cameras } = this.state;
    if (this.graph && this.graphView.isSettled) {
      const own = Object.fromEntries(
        [...this.graphView.allPlaces].map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]),
      );
      const camera = this.graphView.camera.view;
      this.state = {
        ...this.state,
        places: { ...places, [arrangement]: own },
        cameras: { ...cameras, [arrangement]: camera },
      };
    }
    this.host.keep(this.state);
  }

  /** Asks for what the tab shows. What was asked for before is given up. */
  private async load(): Promise<void> {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    const { tab, most, collapseUnits } = this.state;
    if (!this.graph) this.status.textContent = this.words.loading;
    try {
      const graph = await this.host.ask('graph', { most, collapseUnits }, asking.signal);
      if (!isGraph(graph)) {
        this.showGone();
        return;
      }
      this.takeGraph(graph);
      if (tab !== 'graph' && tab !== 'table') {
        const { day } = this;
        const answer = await this.host.ask(tab, { day }, asking.signal);
        const chart = chartOf(tab, answer, this.drawingWords, this.words, this.choosing);
        this.chartDay = day;
        if (chart) this.chartTab.show(chart, `${this.words.tabs[tab]}: ${graph.title}`);
        this.chartTab.select(this.selected?.id);
      }
      this.status.textContent = tab === 'graph' && graph.nodes.length === 0 ? this.words.empty : '';
    } catch (error) {
      if (asking.signal.aborted) return;
      this.status.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  private takeGraph(graph: Graph): void {
    const text = JSON.stringify(graph);
    if (text !== this.graphText) {
      this.graph = graph;
      this.graphText = text;
      this.sectors = sectorsOf(graph);
      this.state = { ...this.state, title: graph.title };
      this.graphView.show(graph);
      this.toolbar.showGraph(graph);
      if (this.selected && this.card.isOpen) void this.card.show(this.selected);
    }
    this.showGraph();
  }

  private showGone(): void {
    this.graph = undefined;
    this.graphText = '';
    this.graphView.show(emptyGraph(this.start.title));
    this.chartTab.clear();
    this.card.close();
    this.footnotes.clear();
    this.table.replaceChildren();
    this.slider.stop();
    this.slider.element.hidden = true;
    this.status.textContent = this.words.gone;
  }

  private showTab(): void {
    const { tab } = this.state;
    this.tabBar.show(tab);
    this.toolbar.showTab();
    this.stage.setAttribute('aria-labelledby', `tab-${tab}`);
    this.stage.classList.toggle('scrolls', tab !== 'graph');
    this.stage.classList.toggle('graph-stage', tab === 'graph');
    this.chartTab.clear();
    this.selected = undefined;
    this.card.close();
    const content =
      tab === 'graph' ? [this.graphView.element] : [tab === 'table' ? this.table : this.chartTab.element];
    this.footnotes.element.hidden = tab !== 'graph';
    this.stage.replaceChildren(...content, this.status);
  }

  /** What is shown of the graph besides itself: the day, the legend with what is left out, and the table. */
  private showGraph(): void {
    const { graph, state, words, host } = this;
    if (!graph) return;
    this.slider.show(graph, state.day);
    if (this.card.isOpen && this.selected && !this.isDrawn(this.selected)) this.letGo();
    if (state.tab === 'graph') {
      const hidden = graph.ties.filter((tie) => !this.passes(tie)).length;
      const remarks = [...graph.remarks, ...this.lighterTies()];
      this.footnotes.show({ graph, state, hidden, remarks });
    }
    if (state.tab !== 'table') return;
    const open = host.isEditor
      ? (name: string) => host.tell({ type: 'open', name, focuses: true })
      : undefined;
    replaceUnlike(this.table, [tableOf(words, graph, this.day, (tie) => this.passes(tie), open)]);
  }

  /** That not all ties are drawn, where that is so. */
  private lighterTies(): string[] {
    const left = this.graphView.tiesLeftOut();
    return left > 0 ? [filled(this.words.lighter, left)] : [];
  }

  private passes(tie: Tie): boolean {
    return passesFilters(this.state, this.sectors, tie, this.day);
  }

  /** What a thing in the picture is called in the source; those of a tie are its deals. */
  private namesOf({ type, id }: Picked): string[] {
    if (this.state.tab !== 'graph') {
      const name = this.chartTab.current?.nameOf(type, id);
      return name === undefined ? [] : [name];
    }
    if (type === 'hull') return [id];
    if (type === 'tie') return this.graphView.tieOf(id)?.deals.map(({ name }) => name) ?? [];
    const name = this.graphView.nodeOf(id)?.name ?? null;
    return name === null ? [] : [name];
  }

  /** Selects something here, and in the text. */
  private select(target: Picked | undefined): void {
    this.selected = target;
    if (this.state.tab === 'graph') this.graphView.select(target ? [target.id] : [], false);
    else this.chartTab.select(target?.id);
    if (!target) {
      this.card.close();
      return;
    }
    const [name] = this.namesOf(target);
    if (name !== undefined) this.host.tell({ type: 'open', name, focuses: false });
    void this.card.show(target);
  }

  /** Lets go of what is selected. Whoever was on its card is in the picture again. */
  private letGo(): void {
    const { activeElement } = document;
    const wasOnCard = this.card.element.contains(activeElement);
    this.select(undefined);
    if (!wasOnCard) return;
    if (this.state.tab === 'graph') this.graphView.element.focus({ preventScroll: true });
    else this.stage.querySelector<SVGElement>('svg [tabindex="0"]')?.focus({ preventScroll: true });
  }

  /** Whether something of the graph is in it, with the filters and the day as they are. */
  private isDrawn({ type, id }: Picked): boolean {
    if (this.state.tab !== 'graph' || type === 'hull') return true;
    if (type === 'node') return this.graphView.nodeOf(id) !== undefined;
    const tie = this.graphView.tieOf(id);
    return tie !== undefined && this.passes(tie) && firmnessOn(tie, this.day) !== undefined;
  }

  /** Where something stands on the page: of a tie also whom it is between. */
  private boxesOf({ type, id }: Picked): Box[] {
    const tie = type === 'tie' ? this.graphView.tieOf(id) : undefined;
    const ids = new Set([id, tie?.from, tie?.to]);
    const boxes: Box[] = [];
    for (const element of this.stage.querySelectorAll<SVGElement>('[data-type]')) {
      if (!ids.has(element.dataset['id'])) continue;
      const box = element.getBoundingClientRect();
      boxes.push(element.dataset['type'] === 'tie' ? middleOf(box) : box);
    }
    return boxes;
  }

  /** Where parts of the view stand. */
  private boxesAt(selector: string): Box[] {
    return [...this.view.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
  }

  private selectFound(targets: readonly Picked[]): void {
    [this.selected] = targets;
    this.graphView.select(targets.map(({ id }) => id));
    if (!this.card.isOpen) return;
    if (this.selected) void this.card.show(this.selected);
    else this.card.close();
  }

  /** The text leads: what the cursor is on is selected here. */
  private follow(names: readonly string[]): void {
    const { graph, state } = this;
    this.followed = names;
    if (state.tab !== 'graph') {
      this.followInChart(names);
      return;
    }
    if (!graph) return;
    for (const name of names) {
      const node = graph.nodes.find((each) => each.name === name);
      const ties = node
        ? []
        : graph.ties.filter(({ deals }) => deals.some((deal) => deal.name === name)).map(({ id }) => id);
      const [id] = node ? [node.id] : ties;
      if (id === undefined) continue;
      this.selected = { type: node ? 'node' : 'tie', id };
      this.graphView.select(node ? [id] : ties);
      // The text has a card of its own; whoever wants this one has it open.
      if (this.card.isOpen) void this.card.show(this.selected);
      return;
    }
  }

  private followInChart(names: readonly string[]): void {
    const { current } = this.chartTab;
    for (const name of names) {
      const id = current?.idOf(name);
      if (id === undefined) continue;
      this.chartTab.select(id);
      this.chartTab.reveal(id);
      return;
    }
  }

  private open(target: Picked): void {
    const [name] = this.namesOf(target);
    if (name !== undefined) this.host.tell({ type: 'open', name, focuses: true });
  }

  private rename({ name, title }: GraphNode): void {
    if (name !== null && this.host.isEditor) this.host.tell({ type: 'retitle', name, title });
  }

  /** @param milliseconds after which it is over; until something else is told unless they are given */
  private tell(text: string, milliseconds?: number): void {
    this.told.textContent = text;
    if (milliseconds === undefined) return;
    setTimeout(() => {
      if (this.told.textContent === text) this.told.textContent = '';
    }, milliseconds);
  }

  /** What of this page goes into a file. */
  private exhibit(): Exhibit {
    const { state, graph, graphView, words, start } = this;
    const title = graph?.title ?? start.title;
    const chart = this.chartTab.drawing();
    if (chart && state.tab !== 'graph' && state.tab !== 'table') {
      const { current } = this.chartTab;
      return {
        drawing: chart,
        title: `${title} · ${words.tabs[state.tab]}`,
        day: this.dayText(this.chartDay),
        graph,
        remarks: [...(current?.leftOut() ?? []), ...(current?.remarks ?? [])],
      };
    }
    const drawing =
      graph && graphView.drawn
        ? graphPicture(
            graph,
            graphView.drawn,
            graphView.allPlaces,
            graphView.look(),
            legendInFile(words, graph, state),
          )
        : { width: 320, height: 80, root: [] };
    const hidden = graph?.ties.filter((tie) => !this.passes(tie)).length ?? 0;
    const remarks = [
      ...(hidden > 0 ? [filled(words.hiddenBy, hidden)] : []),
      ...(graphView.look().near ? [words.fades] : []),
      ...(graph?.remarks ?? []),
      ...this.lighterTies(),
    ];
    return { drawing, title, day: this.dayText(this.day), graph, remarks };
  }
}

/** What stands in the middle of a line, whose box would be full of others. */
function middleOf({ left, top, right, bottom }: Box): Box {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return { left: x - labelRoom, top: y - labelRoom, right: x + labelRoom, bottom: y + labelRoom };
}
