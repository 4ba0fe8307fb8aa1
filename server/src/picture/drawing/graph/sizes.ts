import type { Graph, GraphNode, Tie } from '../../graph';
import type { LaidGraph } from '../../layout/layout';
import { fitted, widthOf, wrapped } from '../text';

/** By what nodes are large. */
export type SizeBy = 'money' | 'deals';

/** Pixels of radius of the smallest and the largest node, and of width of the lightest and the heaviest tie. */
const radii = [9, 34] as const;
const widths = [1.4, 9] as const;

export const labelSize = 12;
/** Pixels that a line of a label may take. */
const labelWidth = 118;

/** The lines of a node's label: its title, and what it is to cost. */
export function labelLines({ title, budget }: GraphNode): string[] {
  const lines = wrapped(title, labelWidth, labelSize, 2);
  return budget === undefined ? lines : [...lines, fitted(budget, labelWidth, labelSize)];
}

/** How large things of a graph are drawn. Areas go with what they stand for, so that twice as much looks twice as large. */
export interface Sizes {
  radiusOf(node: GraphNode): number;
  widthOf(tie: Tie): number;
}

export function sizesOf({ nodes, ties }: Graph, sizeBy: SizeBy): Sizes {
  const measure = (node: GraphNode) => (sizeBy === 'money' ? (node.money ?? 0) : node.deals);
  const mostOfNodes = Math.max(...nodes.map(measure), 0);
  const mostOfTies = Math.max(...ties.map(({ value }) => value ?? 0), 0);
  const share = (value: number, most: number) => (most > 0 && value > 0 ? Math.sqrt(value / most) : 0);
  return {
    radiusOf(node) {
      if (node.kind === 'deal') return 5;
      if (node.kind === 'undisclosed') return 8;
      return radii[0] + (radii[1] - radii[0]) * share(measure(node), mostOfNodes);
    },
    widthOf({ value }) {
      return widths[0] + (widths[1] - widths[0]) * share(value ?? 0, mostOfTies);
    },
  };
}

/** What a layout has to know of a graph. */
export function laidGraph(graph: Graph, sizes: Sizes): LaidGraph {
  return {
    nodes: graph.nodes.map((node) => ({
      id: node.id,
      isHub: node.isHub,
      radius: roomOf(node, sizes),
      bare: sizes.radiusOf(node),
      halfHeight: sizes.radiusOf(node) + 4 + 0.75 * labelLines(node).length * (labelSize + 2),
      ...(node.parent !== undefined && { parent: node.parent }),
    })),
    ties: graph.ties.map(({ from, to, directed, kind }) => ({ from, to, directed, kind })),
    groups: graph.hulls.map(({ members }) => members),
  };
}

/** Room for the node and the label below it. */
function roomOf(node: GraphNode, sizes: Sizes): number {
  const lines = labelLines(node);
  const widest = Math.max(...lines.map((line) => widthOf(line, labelSize)), 0);
  const below = 0.6 * lines.length * (labelSize + 2);
  return Math.max(sizes.radiusOf(node) + 6 + below, Math.min(widest / 2 + 4, 62));
}
