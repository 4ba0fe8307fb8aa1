import type { Exported } from './exported';
import {
  idsOf,
  droppedByNetworks,
  edgeAttributes,
  nodeAttributes,
  type Attribute,
} from './network-attributes';
import { networkOf, type NetworkEdge, type NetworkNode } from './network';
import type { Selection } from './selection';
import { isoDay, spellsOf } from './states';
import { xmlDocument, xmlText, type XmlElement } from './xml';

/** The network as GEXF 1.3 for Gephi: lines are there when their deals stand, and their statuses change through time. */
export function gexfFile(selection: Selection): Exported {
  const network = networkOf(selection);
  const { nodes, edges } = network;
  const ids = idsOf(network);
  const ofEdges = edgeAttributes(selection).filter(({ name }) => name !== 'status');
  const root: XmlElement = {
    '@xmlns': 'http://gexf.net/1.3',
    '@version': '1.3',
    meta: { creator: { '#text': 'Dealgraph' } },
    graph: {
      '@mode': 'dynamic',
      '@defaultedgetype': 'directed',
      '@timeformat': 'date',
      '@timerepresentation': 'interval',
      attributes: [
        attributesOf('node', 'static', nodeAttributes),
        attributesOf('edge', 'static', ofEdges),
        attributesOf('edge', 'dynamic', [{ name: 'status', type: 'string' }]),
      ],
      nodes: { node: nodes.map((node) => nodeOf(node, ids)) },
      edges: { edge: edges.map((edge) => edgeOf(edge, ids, ofEdges)) },
    },
  };
  return {
    files: [{ name: 'deals.gexf', content: xmlDocument('gexf', root) }],
    dropped: droppedByNetworks(selection, network),
  };
}

type Ids = ReadonlyMap<string, string>;

function attributesOf(
  of: 'node' | 'edge',
  mode: 'static' | 'dynamic',
  attributes: readonly Pick<Attribute<never>, 'name' | 'type'>[],
): XmlElement {
  return {
    '@class': of,
    '@mode': mode,
    attribute: attributes.map(({ name, type }) => ({ '@id': name, '@title': name, '@type': type })),
  };
}

function nodeOf(node: NetworkNode, ids: Ids): XmlElement {
  return {
    '@id': ids.get(node.id),
    '@label': xmlText(node.title),
    attvalues: { attvalue: valuesOf(node, nodeAttributes) },
  };
}

function edgeOf(edge: NetworkEdge, ids: Ids, attributes: readonly Attribute<NetworkEdge>[]): XmlElement {
  const { id, from, to, isDirected, kind, declaration, states } = edge;
  const spells = timesOf(states).map(daysOf);
  const isAlways = spells.some((spell) => Object.keys(spell).length === 0);
  const statuses = states.flatMap(({ status, ...days }) =>
    status ? [{ '@for': 'status', '@value': status, ...daysOf(days) }] : [],
  );
  return {
    '@id': id,
    '@source': ids.get(from),
    '@target': ids.get(to),
    '@type': isDirected ? 'directed' : 'undirected',
    // Several of one kind may lie between the same two.
    '@kind': `${kind} ${xmlText(declaration.name)}`,
    '@label': xmlText(declaration.title),
    attvalues: { attvalue: [...valuesOf(edge, attributes), ...statuses] },
    ...(spells.length > 0 && !isAlways && { spells: { spell: spells } }),
  };
}

/** Of what was over before anybody knows that it began, there is an end alone: without any it would be there always. */
function timesOf(states: NetworkEdge['states']): ReturnType<typeof spellsOf> {
  const spells = spellsOf(states);
  const [first] = states;
  return spells.length === 0 && first ? [{ from: -Infinity, to: first.from - 1 }] : spells;
}

function valuesOf<T>(each: T, attributes: readonly Attribute<T>[]): XmlElement[] {
  return attributes.flatMap(({ name, of }) => {
    const value = of(each);
    return value === undefined ? [] : [{ '@for': name, '@value': value }];
  });
}

/** Both ends are included. */
function daysOf({ from, to }: { readonly from: number; readonly to: number }): XmlElement {
  const [start, end] = [isoDay(from), isoDay(to)];
  return { ...(start && { '@start': start }), ...(end && { '@end': end }) };
}
