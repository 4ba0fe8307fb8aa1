import type { Graph } from '../../../../server/src/picture/graph';
import { arrangements, type Arrangement } from '../../../../server/src/picture/layout/layout';
import type { PanelState } from '../messages';
import type { PanelWords } from '../panelWords';
import { filterForm, type Change } from './filters';
import { checkbox, choice, html, iconButton } from './html';
import { isFiltered } from './pageState';
import { PopupButton, type Popups } from './popup';
import { SearchBox, type SearchActions } from './search';

/** What the tools do besides changing the state of the page. */
export interface ToolActions extends SearchActions {
  change: Change;
  zoom(factor: number): void;
  fit(): void;
  layOut(): void;
  /** Absent where a picture cannot leave the page. */
  readonly exportPicture?: () => void;
}

/** The tools above a picture. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly search: SearchBox;
  private readonly filter: PopupButton;
  private readonly arrangement: HTMLLabelElement;
  private readonly ofGraph: readonly HTMLElement[];
  private readonly exports: readonly HTMLElement[];
  private graph: Graph | undefined;

  constructor(
    private readonly words: PanelWords,
    private readonly stateOf: () => PanelState,
    private readonly actions: ToolActions,
    private readonly popups: Popups,
  ) {
    const { exportPicture } = actions;
    this.search = new SearchBox(words, actions);
    this.filter = new PopupButton(popups, 'filter', words.filters, () => this.filterForm());
    this.arrangement = choice<Arrangement>(
      words.arrangement,
      arrangements.map((each) => [each, words.arrangements[each]]),
      stateOf().arrangement,
      (picked) => actions.change({ arrangement: picked }),
    );
    this.exports = exportPicture ? [iconButton('export', words.exportPicture, exportPicture)] : [];
    this.ofGraph = [
      this.search.element,
      this.arrangement,
      this.filter.button,
      new PopupButton(popups, 'options', words.options, () => this.optionsForm()).button,
      iconButton('zoom-in', words.zoomIn, () => actions.zoom(1.25)),
      iconButton('zoom-out', words.zoomOut, () => actions.zoom(0.8)),
      iconButton('fit', words.fit, () => actions.fit()),
      iconButton('refresh', words.layOut, () => actions.layOut()),
    ];
    this.element = html('div', { class: 'tools', role: 'toolbar', 'aria-label': words.options });
  }

  /** Shows the tools of the tab that is chosen. */
  showTab(): void {
    const { tab } = this.stateOf();
    this.popups.close();
    const own = tab === 'graph' ? this.ofGraph : tab === 'table' ? [this.filter.button] : [];
    this.element.replaceChildren(...own, ...this.exports);
    this.showState();
  }

  showGraph(graph: Graph): void {
    this.graph = graph;
    this.search.show(graph);
    this.popups.refresh();
  }

  /** Brings what the tools say in line with the state of the page. */
  showState(): void {
    this.filter.button.setAttribute('aria-pressed', String(isFiltered(this.stateOf())));
    this.popups.refresh();
  }

  private filterForm(): HTMLElement {
    return this.graph
      ? filterForm(this.words, this.stateOf(), this.graph, (part) => this.actions.change(part))
      : html('div');
  }

  private optionsForm(): HTMLElement {
    const { words, actions } = this;
    const state = this.stateOf();
    const toggle = (
      label: string,
      key: 'showsAmounts' | 'showsHulls' | 'showsCircles' | 'showsSectors' | 'collapseUnits',
    ) => checkbox(label, state[key], (checked) => actions.change({ [key]: checked }));
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
        toggle(words.sectors, 'showsSectors'),
        // Another graph, which a page that stands alone does not hold.
        ...(actions.exportPicture ? [toggle(words.units, 'collapseUnits')] : []),
      ),
      choice<'money' | 'deals'>(
        words.sizeBy,
        [
          ['money', words.byMoney],
          ['deals', words.byDeals],
        ],
        state.sizeBy,
        (sizeBy) => actions.change({ sizeBy }),
      ),
      choice(
        words.focus,
        [
          ['0', words.noFocus],
          ['1', words.oneStep],
          ['2', words.twoSteps],
        ],
        String(state.focus),
        (focus) => actions.change({ focus: Number(focus) }),
      ),
    );
  }
}
