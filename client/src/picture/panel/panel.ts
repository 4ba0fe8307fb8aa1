import { styleSheet, printPalette } from '../../../../server/src/picture/style';
import { filled } from '../../../../server/src/picture/drawing/graph/graph-drawing';
import type { DrawingWords } from '../../../../server/src/picture/drawing/words';
import { captionLines, svgText } from '../../../../server/src/picture/drawing/svg';
import type { Drawing } from '../../../../server/src/picture/element';
import type { FlowChart } from '../../../../server/src/picture/flow';
import type { Graph, Tie } from '../../../../server/src/picture/graph';
import { arrangements, type Arrangement } from '../../../../server/src/picture/layout/layout';
import type { Timeline } from '../../../../server/src/picture/timeline';
import type { ValuationChart } from '../../../../server/src/picture/valuation';
import { tabs, type ImageColours, type PanelState, type Start, type Tab, type ToPanel } from '../messages';
import type { PanelWords } from '../panelWords';
import { chartFrame, flowChart, timelineChart, valuationChart, type Chart } from './charts';
import { cardElement, HoverCard } from './details';
import { filterForm, passesFilters, sectorsOf } from './filters';
import { GraphView } from './graphView';
import { graphPicture } from './graphPicture';
import type { Host } from './host';
import { checkbox, choice, html, iconButton, textButton } from './html';
import { base64Of, pngOf } from './imageExport';
import { legendOf } from './legend';
import { paint, targetAt } from './paint';
import { tableOf } from './table';
import { themePalette } from './theme';
import { TimeSlider } from './timeSlider';

/** Milliseconds for which a pointer rests before a card is shown. */
const rest = 350;
/** Milliseconds in which several changes are kept as one. */
const settle = 250;
/** So many parties have a point of their own at first, and at most. */
const startingMost = 150;
const highestMost = 1200;

/** The page of a picture: its tabs, its tools, and what they show. */
export class Panel {
  private state: PanelState;
  private graph: Graph | undefined;
  private sectors: ReadonlyMap<string, string> = new Map();
  private chart: Chart | undefined;
  private asking: AbortController | undefined;
  private selected: { readonly type: string; readonly id: string } | undefined;
  private readonly words: PanelWords;
  private readonly graphView: GraphView;
  private readonly slider: TimeSlider;
  private readonly hover = new HoverCard();
  private readonly frame = chartFrame();
  private readonly stage = html('div', { class: 'stage' });
  private readonly corner = html('div', { class: 'corner' });
  private readonly status = html('div', { class: 'status', role: 'status' });
  private readonly told = html('div', { class: 'told', role: 'status' });
  private readonly aside = html('aside', { hidden: true });
  private readonly tools = html('div', { class: 'tools', role: 'toolbar' });
  private readonly tabList = html('div', { role: 'tablist' });
  private readonly main = html('main', { id: 'picture', role: 'main' });
  private readonly dates: Intl.DateTimeFormat;
  private popup: HTMLElement | undefined;
  private hovering: ReturnType<typeof setTimeout> | undefined;
  private keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: Host,
    private readonly start: Start,
    private readonly body: HTMLElement,
  ) {
    this.words = start.words;
    this.dates = new Intl.DateTimeFormat(start.language, { dateStyle: 'long', timeZone: 'UTC' });
    const kept = host.kept;
    this.state = kept && sameScope(kept.scope, start.scope) ? kept : freshState(start);
    this.slider = new TimeSlider(
      this.words,
      (day) => this.dayText(day),
      (day) => this.change({ day }),
      host.isEditor ? (day) => host.tell({ type: 'useDay', day }) : undefined,
    );
    this.graphView = new GraphView(
      this.words,
      {
        selected: (target) => this.select(target, true),
        opened: (target) => this.open(target, true),
        hovered: (target, at) => this.point(target, at.x, at.y),
        connected: (from, to) => host.tell({ type: 'newDeal', from: from.name ?? '', to: to.name ?? '' }),
        connecting: (from) => this.tell(from ? filled(this.words.connecting, from.title) : ''),
        renamed: (node) => this.rename(node.id),
        moved: () => this.keep(),
      },
      () => this.state,
      () => this.day,
      (tie) => this.passes(tie),
      host.isEditor,
    );
  }

  /** Builds the page and asks for what it shows. */
  begin(): void {
    this.build();
    this.host.listen((message) => this.hear(message));
    this.host.tell({ type: 'ready' });
    void this.load();
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

  private build(): void {
    const { body, words } = this;
    const looks = new CSSStyleSheet();
    looks.replaceSync(styleSheet('svg.picture'));
    document.adoptedStyleSheets.push(looks);
    this.tabList.setAttribute('aria-label', words.views);
    this.tools.setAttribute('aria-label', words.options);
    this.stage.append(this.graphView.element, this.corner, this.status);
    this.main.append(this.stage, this.aside, this.told);
    body.append(
      html('header', {}, this.tabList, this.tools),
      this.main,
      this.slider.element,
      this.hover.element,
    );
    this.frame.svg.addEventListener('click', ({ target }) => this.select(targetAt(target), true));
    this.frame.svg.addEventListener('dblclick', ({ target }) => {
      const found = targetAt(target);
      if (found) this.open(found, true);
    });
    this.frame.svg.addEventListener('keydown', (event) => this.onChartKey(event));
    this.frame.svg.addEventListener('pointermove', (event) =>
      this.point(targetAt(event.target), event.clientX, event.clientY),
    );
    this.frame.svg.addEventListener('pointerleave', () => this.point(undefined, 0, 0));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.popup) this.closePopup();
    });
    new ResizeObserver(() => this.drawChart()).observe(this.stage);
    this.showTab();
  }

  private hear(message: ToPanel): void {
    switch (message.type) {
      case 'changed':
        void this.load();
        break;
      case 'cursor':
        this.follow(message.names);
        break;
      case 'describe': {
        const { most, collapseUnits } = this.state;
        this.host.tell({
          type: 'rendered',
          id: message.id,
          text: JSON.stringify({ most, collapseUnits, day: this.day }),
        });
        break;
      }
      case 'render':
        void this.render(message.id, message.format, message.colours, message.copies);
        break;
      case 'collect':
        void this.collect(message.id);
        break;
      case 'answer':
      case 'failure':
        break;
    }
  }

  /** Changes something of the page, and shows what follows from it. */
  private change(part: Partial<PanelState>): void {
    const before = this.state;
    this.state = { ...before, ...part };
    this.keep();
    if (part.tab !== undefined || part.most !== undefined || part.collapseUnits !== undefined) {
      if (part.tab !== undefined) this.showTab();
      void this.load();
    } else if (part.day !== undefined && this.state.tab !== 'graph' && this.state.tab !== 'table') {
      this.showDay();
      void this.load();
    } else if (part.arrangement !== undefined || part.sizeBy !== undefined) {
      this.graphView.rearrange(part.sizeBy !== undefined);
      this.showTools();
    }
    this.showDay();
    this.showCorner();
    if (this.state.tab === 'table') this.showTable();
    this.graphView.redraw();
  }

  private keep(): void {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => {
      const { arrangement, places } = this.state;
      if (this.graph && this.graphView.isSettled) {
        const own = Object.fromEntries(
          [...this.graphView.allPlaces].map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]),
        );
        this.state = {
          ...this.state,
          places: { ...places, [arrangement]: own },
          camera: this.graphView.camera.view,
        };
      }
      this.host.keep(this.state);
    }, settle);
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
        const chart = await this.host.ask(tab, { day: this.day }, asking.signal);
        this.takeChart(tab, chart);
      }
      this.status.textContent = this.statusText();
    } catch (error) {
      if (asking.signal.aborted) return;
      this.status.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  private statusText(): string {
    const { graph, words } = this;
    if (!graph || this.state.tab !== 'graph') return '';
    return graph.nodes.length === 0 ? words.empty : '';
  }

  private showGone(): void {
    this.graph = undefined;
    this.chart = undefined;
    this.graphView.show(nothing(this.start.title));
    this.corner.replaceChildren();
    this.aside.hidden = true;
    this.status.textContent = this.words.gone;
  }

  private takeGraph(graph: Graph): void {
    const isSame = this.graph !== undefined && JSON.stringify(this.graph) === JSON.stringify(graph);
    if (!isSame) {
      this.graph = graph;
      this.sectors = sectorsOf(graph);
      this.graphView.show(graph);
    }
    this.showTools();
    this.showDay();
    this.showCorner();
    if (this.state.tab === 'table') this.showTable();
    if (this.selected) void this.showDetails();
  }

  private takeChart(tab: Tab, answer: unknown): void {
    if (typeof answer !== 'object' || answer === null) return;
    this.chart = chartOf(tab, answer, this.drawingWords, this.words);
    if (!this.chart) return;
    this.frame.tools.replaceChildren(...this.chart.controls(() => this.drawChart()));
    this.frame.notes.replaceChildren(...this.chart.remarks.map((remark) => html('p', {}, remark)));
    this.drawChart();
  }

  private drawChart(): void {
    const { chart, frame, stage } = this;
    if (!chart || this.state.tab === 'graph' || this.state.tab === 'table') return;
    const drawing = chart.draw(
      Math.max(360, stage.clientWidth - 16),
      Math.max(260, stage.clientHeight - frame.tools.offsetHeight - frame.notes.offsetHeight - 24),
      this.day,
      this.selected?.id,
    );
    frame.svg.setAttribute('width', String(drawing.width));
    frame.svg.setAttribute('height', String(drawing.height));
    frame.svg.setAttribute('aria-label', `${this.words.tabs[this.state.tab]}: ${this.start.title}`);
    paint(frame.svg, drawing.root);
    frame.svg.querySelector('[data-type]')?.setAttribute('tabindex', '0');
  }

  private onChartKey(event: KeyboardEvent): void {
    const all = [...this.frame.svg.querySelectorAll<SVGElement>('[data-type]')];
    const at = all.findIndex((element) => element === document.activeElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      const found = targetAt(event.target);
      if (!found) return;
      event.preventDefault();
      if (event.key === 'Enter') this.open(found, true);
      else this.select(found, true);
    }
  }

  private showTab(): void {
    const { tab } = this.state;
    this.tabList.replaceChildren(
      ...tabs.map((each) => {
        const button = html(
          'button',
          {
            type: 'button',
            role: 'tab',
            id: `tab-${each}`,
            'aria-selected': String(each === tab),
            'aria-controls': 'stage',
            tabindex: each === tab ? 0 : -1,
          },
          this.words.tabs[each],
        );
        button.addEventListener('click', () => this.change({ tab: each }));
        button.addEventListener('keydown', (event) => {
          const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          const next = tabs[tabs.indexOf(each) + step];
          if (step === 0 || next === undefined) return;
          this.change({ tab: next });
          document.getElementById(`tab-${next}`)?.focus();
        });
        return button;
      }),
    );
    this.stage.id = 'stage';
    this.stage.setAttribute('role', 'tabpanel');
    this.stage.setAttribute('aria-labelledby', `tab-${tab}`);
    this.stage.classList.toggle('scrolls', tab !== 'graph');
    this.stage.classList.toggle('graph-stage', tab === 'graph');
    this.chart = undefined;
    this.closePopup();
    this.hover.hide();
    paint(this.frame.svg, []);
    const content =
      tab === 'graph' ? this.graphView.element : tab === 'table' ? html('div', {}) : this.frame.element;
    this.stage.replaceChildren(content, ...(tab === 'graph' ? [this.corner] : []), this.status);
    this.showTools();
    if (tab === 'table') this.showTable();
  }

  private showTools(): void {
    const { tab, arrangement } = this.state;
    const { words } = this;
    const exportButton = this.host.isEditor
      ? [iconButton('export', words.exportPicture, () => this.host.tell({ type: 'export' }))]
      : [];
    const filter = iconButton('filter', words.filters, () =>
      this.togglePopup(filter, () => this.filterForm()),
    );
    filter.setAttribute('aria-expanded', 'false');
    filter.setAttribute('aria-pressed', String(this.isFiltered));
    if (tab !== 'graph') {
      this.tools.replaceChildren(...(tab === 'table' ? [filter] : []), ...exportButton);
      return;
    }
    const options = iconButton('options', words.options, () =>
      this.togglePopup(options, () => this.optionsForm()),
    );
    options.setAttribute('aria-expanded', 'false');
    this.tools.replaceChildren(
      this.searchBox(),
      choice<Arrangement>(
        words.arrangement,
        arrangements.map((each) => [each, words.arrangements[each]]),
        arrangement,
        (picked) => this.change({ arrangement: picked }),
      ),
      filter,
      options,
      iconButton('zoom-in', words.zoomIn, () => this.graphView.camera.zoomBy(1.25)),
      iconButton('zoom-out', words.zoomOut, () => this.graphView.camera.zoomBy(0.8)),
      iconButton('fit', words.fit, () => this.graphView.fit()),
      iconButton('refresh', words.layOut, () => this.graphView.rearrange(true)),
      ...exportButton,
    );
  }

  private get isFiltered(): boolean {
    const { hiddenKinds, hiddenFirmness, hiddenSectors, least } = this.state;
    return hiddenKinds.length + hiddenFirmness.length + hiddenSectors.length > 0 || least > 0;
  }

  private searchBox(): HTMLElement {
    const { words } = this;
    const names = html('datalist', { id: 'parties' });
    for (const { name, title } of this.graph?.nodes ?? [])
      if (name !== null) names.append(html('option', { value: title }));
    const box = html('input', {
      type: 'search',
      placeholder: words.search,
      'aria-label': words.search,
      list: 'parties',
    });
    box.addEventListener('input', () => {
      const ids = this.found(box.value);
      if (ids.length > 0) this.selectInGraph(ids);
      this.tell(box.value.trim() !== '' && ids.length === 0 ? words.notFound : '');
    });
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        box.value = '';
        this.tell('');
      }
      if (event.key !== 'Enter') return;
      const [first] = this.found(box.value);
      if (first !== undefined) {
        this.select({ type: 'node', id: first }, true);
        this.graphView.element.focus();
      } else if (box.value.trim() !== '') this.host.tell({ type: 'search', text: box.value.trim() });
    });
    return html('span', {}, box, names);
  }

  private found(text: string): string[] {
    const wanted = text.trim().toLocaleLowerCase();
    if (wanted === '') return [];
    const nodes = this.graph?.nodes ?? [];
    const holds = (title: string) => title.toLocaleLowerCase().includes(wanted);
    const matching = nodes.filter(
      ({ title, name, others }) =>
        holds(title) || (name !== null && holds(name)) || others?.titles.some(holds) === true,
    );
    const starts = (title: string) => Number(title.toLocaleLowerCase().startsWith(wanted));
    return matching.toSorted((a, b) => starts(b.title) - starts(a.title)).map(({ id }) => id);
  }

  private filterForm(): HTMLElement {
    return this.graph
      ? filterForm(this.words, this.state, this.graph, (part) => {
          this.change(part);
          this.showTools();
          this.refillPopup(() => this.filterForm());
        })
      : html('div');
  }

  private optionsForm(): HTMLElement {
    const { words, state } = this;
    const toggle = (
      label: string,
      key: 'showsAmounts' | 'showsHulls' | 'showsCircles' | 'showsLegend' | 'collapseUnits',
    ) => checkbox(label, state[key], (checked) => this.change({ [key]: checked }));
    return html(
      'div',
      { class: 'form' },
      html(
        'fieldset',
        {},
        html('legend', {}, words.show),
        toggle(words.amounts, 'showsAmounts'),
        toggle(words.hulls, 'showsHulls'),
        toggle(words.circles, 'showsCircles'),
        toggle(words.legend, 'showsLegend'),
        toggle(words.units, 'collapseUnits'),
      ),
      choice<'money' | 'deals'>(
        words.sizeBy,
        [
          ['money', words.byMoney],
          ['deals', words.byDeals],
        ],
        state.sizeBy,
        (sizeBy) => this.change({ sizeBy }),
      ),
      choice(
        words.focus,
        [
          ['0', words.noFocus],
          ['1', words.oneStep],
          ['2', words.twoSteps],
        ],
        String(state.focus),
        (focus) => this.change({ focus: Number(focus) }),
      ),
    );
  }

  private togglePopup(button: HTMLButtonElement, make: () => HTMLElement): void {
    const wasOpen = button.getAttribute('aria-expanded') === 'true';
    this.closePopup();
    if (wasOpen) return;
    button.setAttribute('aria-expanded', 'true');
    this.popup = html('div', { class: 'popup', role: 'dialog', 'aria-label': button.title }, make());
    this.main.append(this.popup);
    this.popup.querySelector('input')?.focus();
  }

  private refillPopup(make: () => HTMLElement): void {
    const focused = [...(this.popup?.querySelectorAll('input, button, select') ?? [])].indexOf(
      document.activeElement ?? document.body,
    );
    this.popup?.replaceChildren(make());
    const again = this.popup?.querySelectorAll<HTMLElement>('input, button, select')[focused];
    again?.focus();
    this.tools
      .querySelector(`[title="${CSS.escape(this.words.filters)}"]`)
      ?.setAttribute('aria-expanded', 'true');
  }

  private closePopup(): void {
    this.popup?.remove();
    this.popup = undefined;
    for (const button of this.tools.querySelectorAll('[aria-expanded]'))
      button.setAttribute('aria-expanded', 'false');
  }

  private passes(tie: Tie): boolean {
    return this.graph === undefined || passesFilters(this.state, this.sectors, tie, this.day);
  }

  private showDay(): void {
    if (this.graph) this.slider.show(this.graph, this.state.day);
  }

  private showCorner(): void {
    const { graph, words, state } = this;
    if (!graph || state.tab !== 'graph') return;
    const hidden = graph.ties.filter((tie) => !this.passes(tie)).length;
    const notes = [
      ...graph.remarks,
      ...this.lighterTies(),
      ...(hidden > 0 ? [filled(words.hiddenBy, hidden)] : []),
    ];
    const canShowMore = graph.total.shown < graph.total.parties && state.most < highestMost;
    const more = textButton(
      words.more,
      () => this.change({ most: Math.min(highestMost, state.most * 2) }),
      'link',
    );
    const corner = html(
      'div',
      {},
      ...(notes.length > 0
        ? [
            html(
              'div',
              { class: 'notes' },
              ...notes.map((note) => html('p', {}, note)),
              ...(canShowMore ? [more] : []),
            ),
          ]
        : []),
      ...(state.showsLegend && graph.nodes.length > 0 ? [legendOf(words, graph, state, this.day)] : []),
    );
    // What would be replaced by its like stays: a slider comes by here many times a second.
    const isSame =
      corner.childElementCount === this.corner.childElementCount &&
      [...corner.children].every((child, index) => child.isEqualNode(this.corner.children[index] ?? null));
    if (!isSame) this.corner.replaceChildren(...corner.children);
    this.corner.hidden = this.corner.childElementCount === 0;
  }

  /** That not all ties are drawn, where that is so. */
  private lighterTies(): string[] {
    const left = this.graphView.tiesLeftOut();
    return left > 0 ? [filled(this.words.lighter, left)] : [];
  }

  private showTable(): void {
    const { graph } = this;
    if (!graph || this.state.tab !== 'table') return;
    const open = this.host.isEditor
      ? (name: string) => this.host.tell({ type: 'open', name, focuses: true })
      : undefined;
    this.stage.firstElementChild?.replaceChildren(
      tableOf(this.words, graph, this.day, (tie) => this.passes(tie), open),
    );
  }

  /** What a thing in the picture is called in the source; those of a tie are its deals. */
  private namesOf({ type, id }: { readonly type: string; readonly id: string }): string[] {
    if (this.state.tab !== 'graph') {
      const name = this.chart?.nameOf(type, id);
      return name === undefined ? [] : [name];
    }
    if (type === 'hull') return [id];
    const name = this.graphView.nodeOf(id)?.name;
    if (type === 'node') return name === null || name === undefined ? [] : [name];
    return this.graphView.tieOf(id)?.deals.map((deal) => deal.name) ?? [];
  }

  private select(target: { readonly type: string; readonly id: string } | undefined, reveals: boolean): void {
    this.selected = target;
    this.point(undefined, 0, 0);
    if (this.state.tab === 'graph') this.graphView.select(target ? [target.id] : [], false);
    else this.drawChart();
    const [name] = target ? this.namesOf(target) : [];
    if (reveals && name !== undefined) this.host.tell({ type: 'open', name, focuses: false });
    void this.showDetails();
  }

  private selectInGraph(ids: readonly string[]): void {
    this.selected = ids[0] === undefined ? undefined : { type: 'node', id: ids[0] };
    this.graphView.select(ids);
    void this.showDetails();
  }

  /** The text leads: what the cursor is on is selected here. */
  private follow(names: readonly string[]): void {
    const { graph } = this;
    if (!graph || this.state.tab !== 'graph') return;
    for (const name of names) {
      const node = graph.nodes.find((each) => each.name === name);
      const ties = graph.ties.filter(({ deals }) => deals.some((deal) => deal.name === name));
      const ids = node ? [node.id] : ties.map(({ id }) => id);
      if (ids.length === 0) continue;
      this.selected = node ? { type: 'node', id: node.id } : { type: 'tie', id: ids[0]! };
      this.graphView.select(ids);
      // The text has a card of its own; whoever wants this one has it open.
      if (!this.aside.hidden) void this.showDetails();
      return;
    }
  }

  private open(target: { readonly type: string; readonly id: string }, focuses: boolean): void {
    const [name] = this.namesOf(target);
    if (name !== undefined) this.host.tell({ type: 'open', name, focuses });
  }

  private point(
    target: { readonly type: string; readonly id: string } | undefined,
    x: number,
    y: number,
  ): void {
    clearTimeout(this.hovering);
    this.hover.hide();
    // What is selected is told already.
    if (!target || (!this.aside.hidden && target.id === this.selected?.id)) return;
    this.hovering = setTimeout(() => void this.showHover(target, x, y), rest);
  }

  private async showHover(
    target: { readonly type: string; readonly id: string },
    x: number,
    y: number,
  ): Promise<void> {
    const text = await this.cardText(target);
    if (text !== '') this.hover.show(text, x, y);
  }

  private async cardText(target: { readonly type: string; readonly id: string }): Promise<string> {
    const names = this.namesOf(target);
    const others = this.graphView.nodeOf(target.id)?.others;
    if (names.length === 0 && others) {
      const titles = others.titles.slice(0, 20).join(', ');
      return markdownOf(others.count > 20 ? filled(this.words.others, titles, others.count - 20) : titles);
    }
    if (names.length === 0) return '';
    try {
      const text = await this.host.ask('card', { names: names.slice(0, 4), day: this.day });
      return typeof text === 'string' ? text : '';
    } catch {
      // A card that cannot be had is not shown; the picture is told by itself.
      return '';
    }
  }

  private async showDetails(): Promise<void> {
    const { selected, words, host } = this;
    if (!selected) {
      this.aside.hidden = true;
      return;
    }
    const text = await this.cardText(selected);
    if (selected !== this.selected) return;
    if (text === '') {
      this.aside.hidden = true;
      return;
    }
    const [name] = this.namesOf(selected);
    const node = selected.type === 'node' ? this.graphView.nodeOf(selected.id) : undefined;
    const buttons =
      host.isEditor && name !== undefined
        ? [
            textButton(words.open, () => host.tell({ type: 'open', name, focuses: true }), 'primary'),
            ...(node && node.name !== null
              ? [
                  textButton(words.pictureOf, () => host.tell({ type: 'pictureOf', name })),
                  textButton(words.inTree, () => host.tell({ type: 'revealInTree', name })),
                  textButton(words.newDeal, () => this.graphView.connectFrom(node.id)),
                  textButton(words.rename, () => this.rename(node.id)),
                ]
              : []),
          ]
        : [];
    this.aside.setAttribute('aria-label', words.details);
    this.aside.replaceChildren(
      iconButton('close', words.close, () => this.select(undefined, false)),
      cardElement(text),
      html('div', { class: 'bar' }, ...buttons),
    );
    this.aside.hidden = false;
    if (this.state.tab === 'graph') this.graphView.uncover(selected.id, this.aside.offsetWidth + 20);
  }

  private rename(id: string): void {
    const node = this.graphView.nodeOf(id);
    if (node && node.name !== null && this.host.isEditor) {
      this.host.tell({ type: 'retitle', name: node.name, title: node.title });
    }
  }

  private tell(text: string): void {
    this.told.textContent = text;
  }

  /** The picture as it is, in a frame that says what it is of. */
  private picture(colours: ImageColours): {
    readonly svg: string;
    readonly width: number;
    readonly height: number;
  } {
    const drawing = this.currentDrawing();
    const palette = colours === 'print' ? printPalette : themePalette(this.body);
    const caption = captionLines(drawing, this.caption());
    const title = `${this.start.title} · ${this.words.tabs[this.state.tab === 'table' ? 'graph' : this.state.tab]}`;
    const svg = svgText(drawing, palette, {
      title: this.state.tab === 'graph' ? this.start.title : title,
      description: caption.join(' '),
      caption,
    });
    const [, width = '0', height = '0'] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    return { svg, width: Number(width), height: Number(height) };
  }

  private currentDrawing(): Drawing {
    const { chart, graph, graphView } = this;
    if (chart && this.state.tab !== 'graph' && this.state.tab !== 'table') {
      const { clientWidth, clientHeight } = this.stage;
      return chart.draw(
        Math.max(720, clientWidth - 16),
        Math.max(420, clientHeight - 24),
        this.day,
        undefined,
      );
    }
    if (!graph || !graphView.drawn) return { width: 320, height: 80, root: [] };
    return graphPicture(graph, graphView.drawn, graphView.allPlaces, graphView.look(), this.words);
  }

  private caption(): string[] {
    const { graph, words } = this;
    const sources = graph?.sources;
    const titles = sources?.titles.join('; ') ?? '';
    const rest = (sources?.count ?? 0) - (sources?.titles.length ?? 0);
    return [
      [filled(words.asOf, this.dayText(this.day)), graph?.currency ?? '', words.madeWith]
        .filter((part) => part !== '')
        .join(' · '),
      ...(titles === ''
        ? []
        : [filled(words.sources, rest > 0 ? filled(words.moreSources, titles, rest) : titles)]),
      ...(this.state.tab === 'graph'
        ? [...(graph?.remarks ?? []), ...this.lighterTies()]
        : (this.chart?.remarks ?? [])),
    ];
  }

  private async render(
    id: number,
    format: 'png' | 'svg',
    colours: ImageColours,
    copies: boolean,
  ): Promise<void> {
    try {
      const { svg, width, height } = this.picture(colours);
      if (format === 'svg') {
        this.host.tell({ type: 'rendered', id, text: svg });
        return;
      }
      const blob = pngOf(svg, width, height);
      if (!copies) {
        this.host.tell({ type: 'rendered', id, base64: await base64Of(await blob) });
        return;
      }
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
      this.tell(this.words.copied);
      setTimeout(() => this.tell(''), 4000);
      this.host.tell({ type: 'rendered', id });
    } catch (error) {
      this.host.tell({
        type: 'rendered',
        id,
        failure: copies ? this.words.notCopied : error instanceof Error ? error.message : String(error),
      });
    }
  }

  /** All that this page has asked for or may ask for, for a file without anybody behind it. */
  private async collect(id: number): Promise<void> {
    try {
      const { most, collapseUnits } = this.state;
      const graph = await this.host.ask('graph', { most, collapseUnits });
      const [timeline, valuations, flows] = await Promise.all(
        (['timeline', 'valuations', 'flows'] as const).map((question) =>
          this.host.ask(question, { day: this.day }),
        ),
      );
      const cards: Record<string, unknown> = {};
      if (isGraph(graph)) {
        const names = new Set([
          ...graph.nodes.flatMap(({ name }) => name ?? []),
          ...graph.ties.flatMap(({ deals }) => deals.map(({ name }) => name)),
          ...graph.hulls.map(({ id: hull }) => hull),
        ]);
        for (const name of names) cards[name] = await this.host.ask('card', { names: [name], day: this.day });
      }
      const state = { ...this.state, day: this.day };
      this.host.tell({
        type: 'rendered',
        id,
        text: JSON.stringify({ state, answers: { graph, timeline, valuations, flows }, cards }),
      });
    } catch (error) {
      this.host.tell({
        type: 'rendered',
        id,
        failure: error instanceof Error ? error.message : String(error),
      });
    }
  }
}

function freshState({ scope, title }: Start): PanelState {
  return {
    scope,
    title,
    tab: 'graph',
    arrangement: 'clusters',
    day: null,
    most: startingMost,
    collapseUnits: false,
    sizeBy: 'money',
    showsAmounts: true,
    showsHulls: true,
    showsCircles: true,
    showsLegend: true,
    hiddenKinds: [],
    hiddenFirmness: [],
    hiddenSectors: [],
    least: 0,
    focus: 0,
    places: {},
    camera: null,
  };
}

function sameScope(a: PanelState['scope'], b: PanelState['scope']): boolean {
  return a.root === b.root && a.name === b.name;
}

function isGraph(answer: unknown): answer is Graph {
  return typeof answer === 'object' && answer !== null && 'nodes' in answer && 'ties' in answer;
}

function chartOf(tab: Tab, answer: object, words: DrawingWords, panel: PanelWords): Chart | undefined {
  if (tab === 'timeline' && isTimeline(answer)) return timelineChart(answer, words, panel);
  if (tab === 'valuations' && isValuations(answer)) return valuationChart(answer, words, panel);
  if (tab === 'flows' && isFlows(answer)) return flowChart(answer, words, panel);
  return undefined;
}

function isTimeline(answer: object): answer is Timeline {
  return 'lanes' in answer;
}

function isValuations(answer: object): answer is ValuationChart {
  return 'lines' in answer;
}

function isFlows(answer: object): answer is FlowChart {
  return 'flows' in answer;
}

function nothing(title: string): Graph {
  return {
    title,
    asOf: 0,
    today: 0,
    currency: null,
    nodes: [],
    ties: [],
    hulls: [],
    circles: [],
    days: [],
    total: { parties: 0, deals: 0, shown: 0 },
    remarks: [],
    sources: { count: 0, titles: [] },
  };
}

/** Text as Markdown that says the same. */
function markdownOf(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, (sign) => `\\${sign}`);
}
