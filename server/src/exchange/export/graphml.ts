import type { Exported } from './exported';
import {
  idsOf,
  droppedByNetworks,
  edgeAttributes,
  nodeAttributes,
  type Attribute,
} from './network-attributes';
import { networkOf, type NetworkEdge, type NetworkNode } from './network';
import { numbered } from './numbered';
import type { Selection } from './selection';
import { isoDay, spellsOf } from './states';
import { xmlDocument, xmlText, type XmlElement } from './xml';

const ofNodes: readonly Attribute<NetworkNode>[] = [
  { name: 'label', type: 'string', of: ({ title }) => xmlText(title) },
  ...nodeAttributes,
];

/** The network as GraphML, for yEd, igraph, NetworkX and others: typed attributes, the time of a line as its start and end. */
export function graphmlFile(selection: Selection): Exported {
  const network = networkOf(selection);
  const { nodes, edges } = network;
  const ids = idsOf(network);
  const ofEdges: Attribute<NetworkEdge>[] = [
    { name: 'label', type: 'string', of: ({ declaration }) => xmlText(declaration.title) },
    ...edgeAttributes(selection),
    { name: 'start', type: 'string', of: ({ states }) => isoDay(spellsOf(states)[0]?.from) },
    { name: 'end', type: 'string', of: ({ states }) => isoDay(spellsOf(states).at(-1)?.to) },
  ];
  const root: XmlElement = {
    '@xmlns': 'http://graphml.graphdrawing.org/xmlns',
    key: [...keysOf('node', ofNodes), ...keysOf('edge', ofEdges)],
    graph: {
      '@id': 'deals',
      '@edgedefault': 'directed',
      node: nodes.map((node) => ({ '@id': ids.get(node.id), data: dataOf('node', node, ofNodes) })),
      edge: edges.map((edge) => ({
        '@id': edge.id,
        '@source': ids.get(edge.from),
        '@target': ids.get(edge.to),
        ...(!edge.isDirected && { '@directed': 'false' }),
        data: dataOf('edge', edge, ofEdges),
      })),
    },
  };
  const broken = edges.filter(({ states }) => spellsOf(states).length > 1).length;
  const changing = edges.filter(({ states }) => states.length > 1).length;
  return {
    files: [{ name: 'deals.graphml', content: xmlDocument('graphml', root) }],
    dropped: [
      ...droppedByNetworks(selection, network),
      ...(changing > 0 ? [`how ${numbered(changing, 'line')} stood on other days`] : []),
      ...(broken > 0
        ? [`the time in which ${numbered(broken, 'line')} stood no more, before beginning anew`]
        : []),
    ],
  };
}

function keysOf(
  of: 'node' | 'edge',
  attributes: readonly Pick<Attribute<never>, 'name' | 'type'>[],
): XmlElement[] {
  return attributes.map(({ name, type }) => ({
    '@id': `${of}-${name}`,
    '@for': of,
    '@attr.name': name,
    '@attr.type': type,
  }));
}

function dataOf<T>(of: 'node' | 'edge', each: T, attributes: readonly Attribute<T>[]): XmlElement[] {
  return attributes.flatMap((attribute) => {
    const value = attribute.of(each);
    return value === undefined ? [] : [{ '@key': `${of}-${attribute.name}`, '#text': value }];
  });
}
