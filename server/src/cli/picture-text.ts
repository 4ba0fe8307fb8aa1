import { graphOf } from '../features/picture/graph';
import { findScope } from '../features/picture/scope';
import { dotOf } from '../features/picture/texts/dot';
import { mermaidOf } from '../features/picture/texts/mermaid';
import { droppedByAll, droppedKinds } from '../exchange/export/dropped';
import type { Exported } from '../exchange/export/exported';
import { isDeal, isSomebody, type Selection } from '../exchange/export/selection';

/** What a picture of the deals is written as, and how its files end. */
const ends = { dot: 'dot', mermaid: 'mmd' } as const;

/**
 * The picture of a project or an ecosystem as text, as the editor exports it, with everybody in it.
 * @param ecosystem the name of one that is there
 */
export function pictureText(
  selection: Selection,
  ecosystem: string | undefined,
  format: keyof typeof ends,
): Exported {
  const { project } = selection;
  const scope = atOnce(findScope(project, ecosystem === undefined ? {} : { name: ecosystem }));
  if (!scope) throw new Error(`there is no ${ecosystem ?? 'project'}`);
  const graph = atOnce(graphOf(scope, { most: Infinity, collapseUnits: false }));
  const { text, remarks } =
    format === 'dot' ? dotOf(graph, project.asOf) : atOnce(mermaidOf(graph, project.asOf));
  const hasPlace = (kind: Parameters<typeof isDeal>[0]['kind']) =>
    isDeal({ kind }) || isSomebody({ kind }) || kind === 'holding' || kind === 'ecosystem';
  return {
    files: [{ name: `deals.${ends[format]}`, content: text }],
    dropped: [...droppedByAll(selection), ...droppedKinds(selection, hasPlace)],
    remarks: [...graph.remarks, ...remarks],
  };
}

/** What comes of steps that nobody waits between. */
function atOnce<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
