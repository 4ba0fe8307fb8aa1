import * as l10n from '@vscode/l10n';
import type { Graph } from '../../../picture/graph';

/**
 * A graph without some of its ties, which says how many these are.
 * @param hidden ids of ties; what is none of the graph's counts for nothing
 */
export function withoutTies(graph: Graph, hidden: readonly string[]): Graph {
  const gone = new Set(hidden);
  const ties = graph.ties.filter(({ id }) => !gone.has(id));
  const left = graph.ties.length - ties.length;
  if (left === 0) return graph;
  const remark =
    left === 1
      ? l10n.t('1 tie is hidden by the filters.')
      : l10n.t('{0} ties are hidden by the filters.', left);
  return { ...graph, ties, remarks: [remark, ...graph.remarks] };
}
