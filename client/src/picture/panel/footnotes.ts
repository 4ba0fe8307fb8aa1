import { filled } from '../../../../server/src/picture/drawing/graph/graph-drawing';
import type { Graph } from '../../../../server/src/picture/graph';
import type { PanelState } from '../messages';
import type { PanelWords } from '../panelWords';
import type { Change } from './filters';
import { html, iconOf, replaceUnlike, textButton } from './html';
import { legendOf } from './legend';
import { highestMost } from '../../../../server/src/picture/page/page-data';

/** What is told below a graph. */
export interface Told {
  readonly graph: Graph;
  readonly state: PanelState;
  /** How many ties the filters leave out. */
  readonly hidden: number;
  readonly remarks: readonly string[];
}

/**
 * What stands below a graph: one row of what is not in sight, which is there even when nothing is told, and the legend.
 * Neither becomes taller by another day or filter, so that the graph above keeps its size.
 */
export class Footnotes {
  readonly element: HTMLElement;
  private readonly toggle: HTMLButtonElement;
  private readonly notes = html('div', { class: 'notes' });
  /** Shows all notes, over the graph, where they do not fit into their row. */
  private readonly all: HTMLButtonElement;
  private readonly more: HTMLButtonElement;
  private readonly legend = html('div', { class: 'legend-room', id: 'legend' });
  private shown: Told | undefined;
  /** What the legend that stands there was made of. */
  private legendIsOf: readonly unknown[] = [];

  constructor(
    private readonly words: PanelWords,
    change: Change,
  ) {
    const { legend } = this;
    this.toggle = textButton(
      words.legend,
      () => this.shown && change({ showsLegend: !this.shown.state.showsLegend }),
      'toggle',
    );
    this.toggle.prepend(iconOf('down'));
    this.toggle.setAttribute('aria-controls', legend.id);
    this.all = textButton(
      words.allNotes,
      () => this.openNotes(!this.notes.classList.contains('open')),
      'link',
    );
    this.all.setAttribute('aria-expanded', 'false');
    this.more = textButton(
      words.more,
      () => this.shown && change({ most: Math.min(highestMost, this.shown.state.most * 2) }),
      'link',
    );
    this.element = html(
      'div',
      { class: 'corner' },
      html('div', { class: 'bar' }, this.toggle, this.notes, this.all, this.more),
      legend,
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.notes.classList.contains('open')) return;
      event.stopPropagation();
      this.openNotes(false);
    });
    new ResizeObserver(() => this.letScroll()).observe(this.element);
  }

  show(told: Told): void {
    this.shown = told;
    const { graph, state, hidden, remarks } = told;
    const { words, notes, legend } = this;
    const hasLegend = graph.nodes.length > 0;
    const isOpen = hasLegend && state.showsLegend;
    const texts = [...(hidden > 0 ? [filled(words.hiddenBy, hidden)] : []), ...remarks];
    replaceUnlike(
      notes,
      texts.map((text) => html('p', {}, text)),
    );
    notes.title = texts.join('\n');
    this.showLegend(told, isOpen);
    legend.hidden = !isOpen;
    this.toggle.hidden = !hasLegend;
    this.toggle.setAttribute('aria-expanded', String(isOpen));
    this.more.hidden = graph.total.shown >= graph.total.parties || state.most >= highestMost;
    this.letScroll();
  }

  /** It is the same on all days, so the slider need not wait for it. */
  private showLegend({ graph, state }: Told, isOpen: boolean): void {
    const { hiddenKinds, hiddenFirmness, hiddenSectors, least, atMost, since, until } = state;
    const { showsSectors, showsCircles, sizeBy } = state;
    const filters = [hiddenKinds, hiddenFirmness, hiddenSectors, least, atMost, since, until];
    const of = isOpen ? [graph, ...filters, showsSectors, showsCircles, sizeBy] : [];
    const { legendIsOf } = this;
    if (of.length === legendIsOf.length && of.every((each, index) => each === legendIsOf[index])) return;
    this.legendIsOf = of;
    this.legend.replaceChildren(...(isOpen ? [legendOf(this.words, graph, state)] : []));
  }

  clear(): void {
    this.shown = undefined;
    this.legendIsOf = [];
    this.notes.replaceChildren();
    this.legend.replaceChildren();
    this.openNotes(false);
    this.toggle.hidden = this.more.hidden = this.all.hidden = true;
  }

  private openNotes(isOpen: boolean): void {
    this.notes.classList.toggle('open', isOpen);
    this.all.setAttribute('aria-expanded', String(isOpen));
    this.letScroll();
  }

  /** What is cut off can be reached with the keyboard. */
  private letScroll(): void {
    for (const part of [this.notes, this.legend]) {
      const isCut = part.scrollHeight > part.clientHeight + 1;
      if (isCut) part.setAttribute('tabindex', '0');
      else part.removeAttribute('tabindex');
    }
    const { notes, all } = this;
    all.hidden = !notes.classList.contains('open') && notes.scrollHeight <= notes.clientHeight + 1;
  }
}
