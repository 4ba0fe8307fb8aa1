import type { Graph } from '../../../../server/src/picture/graph';
import type { PanelWords } from '../panelWords';
import { html, iconButton } from './html';

/** What a search does. */
export interface SearchActions {
  /** Shows what was found. */
  found(ids: readonly string[]): void;
  /** The first of what was found was chosen. */
  chosen(id: string): void;
  /** Nothing was found, and Enter was pressed all the same. */
  lookElsewhere(text: string): void;
  tell(text: string): void;
}

/** A box in which parties of the picture are found by their titles and names. */
export class SearchBox {
  readonly element: HTMLElement;
  private readonly names = html('datalist', { id: 'parties' });
  private readonly button: HTMLButtonElement;
  private graph: Graph | undefined;

  constructor(words: PanelWords, actions: SearchActions) {
    const box = html('input', {
      type: 'search',
      placeholder: words.search,
      'aria-label': words.search,
      list: 'parties',
    });
    box.addEventListener('input', () => {
      const ids = this.find(box.value);
      if (ids.length > 0) actions.found(ids);
      actions.tell(box.value.trim() !== '' && ids.length === 0 ? words.notFound : '');
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
    const named = graph.nodes.filter(({ name }) => name !== null);
    this.names.replaceChildren(...named.map(({ title }) => html('option', { value: title })));
  }

  /** The ids of what a text stands in, those that begin with it first; parties drawn together by those in them. */
  private find(text: string): string[] {
    const wanted = text.trim().toLocaleLowerCase();
    if (wanted === '') return [];
    const holds = (title: string) => title.toLocaleLowerCase().includes(wanted);
    const starts = (title: string) => Number(title.toLocaleLowerCase().startsWith(wanted));
    return (this.graph?.nodes ?? [])
      .filter(
        ({ title, name, others }) =>
          holds(title) || (name !== null && holds(name)) || others?.titles.some(holds) === true,
      )
      .toSorted((a, b) => starts(b.title) - starts(a.title))
      .map(({ id }) => id);
  }
}
