import { graphTitle } from './graphTitle';
import type { Collected, PageData, Start } from './messages';

/** What a file that shows a picture by itself knows. It is for other people: where the deals are kept is not in it. */
export function standaloneData(
  start: Start,
  { state, answers }: Collected,
  cards: Readonly<Record<string, string>>,
): PageData {
  // Which may be another one since the picture was opened.
  const title = graphTitle(answers.graph) ?? start.title;
  const scope = { ...start.scope, root: '' };
  return { start: { ...start, scope, title }, alone: { state: { ...state, scope, title }, answers, cards } };
}
