import type { Collected, PageData, Start } from './messages';

/** What a file that shows a picture by itself knows. It is for other people: where the deals are kept is not in it. */
export function standaloneData(
  start: Start,
  { state, answers }: Collected,
  cards: Readonly<Record<string, string>>,
): PageData {
  const title = titleOf(answers.graph) ?? start.title;
  const scope = { ...start.scope, root: '' };
  return { start: { ...start, scope, title }, alone: { state: { ...state, scope, title }, answers, cards } };
}

/** What the graph itself is called by now, which may have another title since its picture was opened. */
function titleOf(graph: unknown): string | undefined {
  return typeof graph === 'object' && graph !== null && 'title' in graph && typeof graph.title === 'string'
    ? graph.title
    : undefined;
}
