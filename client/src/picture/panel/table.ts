import type { Graph, Tie } from '../../../../server/src/picture/graph';
import type { PanelWords } from '../panelWords';
import { html } from './html';
import { tableContent, type CellPart, type TableSection } from './tableContent';

/** The same content as the graph in rows, for whoever would rather read it or has it read out. */
export function tableOf(
  words: PanelWords,
  graph: Graph,
  day: number,
  passes: (tie: Tie) => boolean,
  open: ((name: string) => void) | undefined,
): HTMLElement {
  return html(
    'div',
    { class: 'tables' },
    ...tableContent(words, graph, day, passes).map((section) => table(section, open)),
  );
}

function table(
  { title, columns, rows }: TableSection,
  open: ((name: string) => void) | undefined,
): HTMLTableElement {
  return html(
    'table',
    {},
    html('caption', {}, `${title} (${rows.length})`),
    html('thead', {}, html('tr', {}, ...columns.map((column) => html('th', { scope: 'col' }, column)))),
    html(
      'tbody',
      {},
      ...rows.map((cells) => html('tr', {}, ...cells.map((parts) => html('td', {}, list(parts, open))))),
    ),
  );
}

function list(parts: readonly CellPart[], open: ((name: string) => void) | undefined): Node {
  const span = html('span');
  parts.forEach((part, index) => span.append(...(index > 0 ? ['; '] : []), partOf(part, open)));
  return span;
}

function partOf({ text, name }: CellPart, open: ((name: string) => void) | undefined): Node {
  if (name === undefined || name === null || !open) return document.createTextNode(text);
  const button = html('button', { type: 'button', class: 'link' }, text);
  button.addEventListener('click', () => open(name));
  return button;
}
