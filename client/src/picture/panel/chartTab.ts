import type { Drawing } from '../../../../server/src/picture/element';
import type { Chart } from './charts';
import { html, replaceUnlike } from './html';
import { paint, targetAt } from './paint';
import type { Picked } from './target';

/** What a chart tells whoever shows it. */
export interface ChartEvents {
  selected(target: Picked | undefined): void;
  opened(target: Picked): void;
  hovered(target: Picked | undefined, x: number, y: number): void;
}

/** Pixels beside a chart. */
const beside = 16;

/** A chart on the page, with its choices above and what is left out below. */
export class ChartTab {
  readonly element: HTMLElement;
  private readonly svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  private readonly tools = html('div', { class: 'chart-tools' });
  private readonly notes = html('div', { class: 'notes' });
  private chart: Chart | undefined;
  private selected: string | undefined;

  constructor(
    private readonly stage: HTMLElement,
    private readonly dayOf: () => number,
    events: ChartEvents,
  ) {
    const { svg } = this;
    svg.setAttribute('class', 'picture chart');
    svg.setAttribute('role', 'group');
    svg.addEventListener('click', ({ target }) => events.selected(targetAt(target)));
    svg.addEventListener('dblclick', ({ target }) => {
      const found = targetAt(target);
      if (found) events.opened(found);
    });
    svg.addEventListener('contextmenu', ({ target }) => this.offerMenu(targetAt(target)));
    svg.addEventListener('keydown', (event) => this.onKey(event, events));
    svg.addEventListener('pointermove', ({ target, clientX, clientY }) =>
      events.hovered(targetAt(target), clientX, clientY),
    );
    svg.addEventListener('pointerleave', () => events.hovered(undefined, 0, 0));
    this.element = html('div', {}, this.tools, svg, this.notes);
  }

  get current(): Chart | undefined {
    return this.chart;
  }

  /** @param label what a screen reader says of it */
  show(chart: Chart, label: string): void {
    this.chart = chart;
    this.svg.setAttribute('aria-label', label);
    this.showChoices();
    replaceUnlike(
      this.notes,
      chart.remarks.map((remark) => html('p', {}, remark)),
    );
    this.draw();
  }

  /** Brings the controls in line with what is chosen. The keyboard stays where it was. */
  showChoices(): void {
    const { tools, chart } = this;
    const fields = () => [...tools.querySelectorAll<HTMLElement>('input, select')];
    const at = fields().findIndex((field) => field === document.activeElement);
    replaceUnlike(tools, chart?.controls() ?? []);
    if (at >= 0) fields()[at]?.focus();
  }

  clear(): void {
    this.chart = undefined;
    this.selected = undefined;
    this.tools.replaceChildren();
    this.notes.replaceChildren();
    paint(this.svg, []);
  }

  select(id: string | undefined): void {
    this.selected = id;
    this.draw();
  }

  /** Brings something into sight. */
  reveal(id: string): void {
    for (const element of this.svg.querySelectorAll<SVGElement>('[data-type]')) {
      if (element.dataset['id'] !== id) continue;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return;
    }
  }

  /** Draws it as large as there is room. */
  draw(): void {
    const { chart, stage, svg } = this;
    if (!chart) return;
    const taken = this.tools.offsetHeight + this.notes.offsetHeight + beside + 8;
    const drawing = chart.draw(
      Math.max(360, stage.clientWidth - beside),
      Math.max(260, stage.clientHeight - taken),
      this.dayOf(),
      this.selected,
    );
    svg.setAttribute('width', String(drawing.width));
    svg.setAttribute('height', String(drawing.height));
    paint(svg, drawing.root);
    svg.querySelector('[data-type]')?.setAttribute('tabindex', '0');
  }

  /** The chart for a file: at least as large as on a slide, with nothing selected. */
  drawing(): Drawing | undefined {
    const { clientWidth, clientHeight } = this.stage;
    return this.chart?.draw(
      Math.max(720, clientWidth - beside),
      Math.max(420, clientHeight - beside - 8),
      this.dayOf(),
      undefined,
    );
  }

  /** Says what the menu is about: VS Code reads it from the page when it opens one. */
  private offerMenu(target: Picked | undefined): void {
    const name = target && this.chart?.nameOf(target.type, target.id);
    const context = name === undefined ? { webviewSection: 'picture' } : { webviewSection: 'deal', name };
    this.svg.dataset['vscodeContext'] = JSON.stringify(context);
  }

  private onKey(event: KeyboardEvent, events: ChartEvents): void {
    const all = [...this.svg.querySelectorAll<SVGElement>('[data-type]')];
    const at = all.findIndex((element) => element === document.activeElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const found = targetAt(event.target);
    if (step !== undefined) all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
    else if (event.key === 'Enter' && found) events.opened(found);
    else if (event.key === ' ' && found) events.selected(found);
    else return;
    event.preventDefault();
  }
}
