import type { Graph } from '../../../../server/src/picture/graph';
import type { PanelWords } from '../panelWords';
import { html } from './html';

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
        box.value = '';
        actions.tell('');
      }
      if (event.key !== 'Enter') return;
      const [first] = this.find(box.value);
      if (first !== undefined) actions.chosen(first);
      else if (box.value.trim() !== '') actions.lookElsewhere(box.value.trim());
    });
    this.element = html('span', {}, box, this.names);
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
