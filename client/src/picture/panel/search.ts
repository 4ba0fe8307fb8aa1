import type { Graph } from '../../../../server/src/picture/graph';
import type { Picked } from './target';
import type { PanelWords } from '../panelWords';
import { html, iconButton } from './html';

/** What a search does. */
export interface SearchActions {
  /** Shows what was found. */
  found(targets: readonly Picked[]): void;
  /** The first of what was found was chosen. */
  chosen(target: Picked): void;
  /** Nothing was found, and Enter was pressed all the same. */
  lookElsewhere(text: string): void;
  tell(text: string): void;
}

/** More would not be looked through. */
const mostOffered = 1000;

/** A box in which parties, deals, sectors and ecosystems of the picture are found by their titles and names. */
export class SearchBox {
  readonly element: HTMLElement;
  private readonly names = html('datalist', { id: 'parties' });
  private readonly button: HTMLButtonElement;
  private graph: Graph | undefined;

  constructor(words: PanelWords, actions: SearchActions) {
    const box = html('input', {
      type: 'search',
      placeholder: words.find,
      'aria-label': words.search,
      list: 'parties',
    });
    box.addEventListener('input', () => {
      const found = this.find(box.value);
      if (found.length > 0) actions.found(found);
      actions.tell(box.value.trim() !== '' && found.length === 0 ? words.notFound : '');
    });
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        box.value = '';
        actions.tell('');
        this.fold();
      }
      if (event.key !== 'Enter') return;
      this.fold();
      const [first] = this.find(box.value);
      if (first !== undefined) actions.chosen(first);
      else if (box.value.trim() !== '') actions.lookElsewhere(box.value.trim());
    });
    box.addEventListener('blur', () => {
      if (box.value === '') this.fold();
    });
    this.button = iconButton('search', words.search, () => {
      this.element.classList.add('open');
      box.focus();
    });
    this.element = html(
      'span',
      { class: 'search' },
      this.button,
      html('span', { class: 'field' }, box, this.names),
    );
  }

  /** Where there is no room for the box, its button is there again. */
  private fold(): void {
    const hadKeyboard = this.element.contains(document.activeElement);
    this.element.classList.remove('open');
    // A box that is in sight all the time keeps the keyboard.
    if (hadKeyboard && this.button.offsetWidth > 0) this.button.focus();
  }

  show(graph: Graph): void {
    this.graph = graph;
    const titles = new Set([
      ...graph.nodes.flatMap(({ title, name, sector }) => [
        ...(name === null ? [] : [title]),
        ...(sector === undefined ? [] : [sector]),
      ]),
      ...graph.hulls.map(({ title }) => title),
      ...graph.ties.flatMap(({ deals }) => deals.map(({ title }) => title)),
    ]);
    this.names.replaceChildren(
      ...[...titles].slice(0, mostOffered).map((value) => html('option', { value })),
    );
  }

  /**
   * What a text stands in, what begins with it first: parties by their titles, names and sectors, several drawn together by
   * those in them; then lines by their deals, and the members of ecosystems by these.
   */
  private find(text: string): Picked[] {
    const wanted = text.trim().toLocaleLowerCase();
    if (wanted === '' || !this.graph) return [];
    const { nodes, ties, hulls } = this.graph;
    const holds = (title: string) => title.toLocaleLowerCase().includes(wanted);
    const starts = (title: string) => Number(title.toLocaleLowerCase().startsWith(wanted));
    const parties = nodes
      .filter(
        ({ title, name, others }) =>
          holds(title) || (name !== null && holds(name)) || others?.titles.some(holds) === true,
      )
      .toSorted((a, b) => starts(b.title) - starts(a.title))
      .map(({ id }) => id);
    const inSector = nodes.flatMap(({ id, sector }) => (sector !== undefined && holds(sector) ? [id] : []));
    const members = hulls.filter(({ title }) => holds(title)).flatMap((hull) => hull.members);
    const lines = ties.filter(({ deals }) => deals.some(({ title, name }) => holds(title) || holds(name)));
    return [
      ...[...new Set([...parties, ...inSector, ...members])].map((id): Picked => ({ type: 'node', id })),
      ...lines.map(({ id }): Picked => ({ type: 'tie', id })),
    ];
  }
}
