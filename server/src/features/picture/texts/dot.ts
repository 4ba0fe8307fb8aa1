import type { Firmness, Graph, NodeKind } from '../../../picture/graph';
import type { GraphText } from '../../../protocol';
import { commentsOf, pictureOn, plainLine, type TextLine, type TextNode } from './lines';

/** A graph on a day in DOT, the language of Graphviz. */
export function dotOf(graph: Graph, day: number): GraphText {
  const picture = pictureOn(graph, day);
  const { title, nodes, lines, groups, remarks } = picture;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const grouped = new Set(groups.flatMap(({ members }) => members));
  const text = [
    ...commentsOf(picture).map((text) => `// ${text}`),
    `digraph ${quoted(title)} {`,
    `  graph [label=${label(title)}, labelloc=t, rankdir=LR, fontname="sans-serif"]`,
    '  node [shape=box, style="rounded", fontname="sans-serif"]',
    '  edge [fontname="sans-serif", fontsize=10]',
    ...groups.flatMap(({ id, title: own, members }) => [
      // Only what is called so has an outline.
      `  subgraph cluster_${id} {`,
      `    graph [label=${label(own)}, style="rounded", color=gray]`,
      ...members.map((member) => `    ${nodeText(byId.get(member)!)}`),
      '  }',
    ]),
    ...nodes.filter(({ id }) => !grouped.has(id)).map((node) => `  ${nodeText(node)}`),
    ...lines.map((line) => `  ${lineText(line)}`),
    '}',
    '',
  ].join('\n');
  return { text, remarks };
}

function nodeText({ id, node: { title, kind, isHub } }: TextNode): string {
  const look = [shapes[kind], isHub ? 'penwidth=3' : undefined].filter((each) => each !== undefined);
  return `${id} [${[`label=${label(title)}`, ...look].join(', ')}]`;
}

/** Shapes of those that are no companies. */
const shapes: Readonly<Partial<Record<NodeKind, string>>> = {
  fund: 'shape=cylinder, style=""',
  person: 'shape=ellipse, style=""',
  government: 'shape=hexagon, style=""',
  organization: 'shape=octagon, style=""',
  venture: 'shape=component, style=""',
  project: 'shape=parallelogram, style=""',
  undeclared: 'style="rounded,dashed"',
  undisclosed: 'shape=circle, style="dashed"',
  deal: 'shape=diamond, style=""',
  others: 'shape=folder, style=""',
};

function lineText({ from, to, arrow, firmness, label: said }: TextLine): string {
  const look = [
    ...(said === '' ? [] : [`label=${label(said)}`]),
    styles[firmness],
    ...(arrow === 'one way' ? [] : [arrow === 'none' ? 'dir=none' : 'dir=both']),
  ];
  return `${from} -> ${to} [${look.join(', ')}]`;
}

const styles: Readonly<Record<Firmness, string>> = {
  done: 'style=bold',
  promise: 'style=solid',
  talk: 'style=dotted',
  over: 'style=solid, color=gray, fontcolor=gray, class=over',
};

/** A text as a name: a quote is all that ends it. */
function quoted(text: string): string {
  return `"${plainLine(text).replaceAll(/["\\]/g, '\\$&')}"`;
}

/** A text as a label, in which entities and a backslash mean something. In quotes it is no HTML. */
function label(text: string): string {
  return quoted(text.replaceAll('&', '&amp;'));
}
