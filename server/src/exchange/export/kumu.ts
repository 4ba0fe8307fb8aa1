import { csvOf } from './csv';
import type { Exported } from './exported';
import { droppedByNetworks, edgeAttributes } from './network-attributes';
import { networkOf, type NetworkEdge, type NetworkNode } from './network';
import { wordsOf } from './said';
import type { Selection } from './selection';
import { stableId } from './stable-id';
import { isoDay, spellsOf } from './states';
import { tableOf, type ColumnOf } from './table';

/** The network as the two sheets that Kumu imports: elements and connections, which find each other by their ids. */
export function kumuFiles(selection: Selection): Exported {
  const network = networkOf(selection);
  const elements = tableOf<NetworkNode>('elements', network.nodes, [
    { name: 'ID', type: 'text', of: ({ id }) => stableId(id) },
    { name: 'Label', type: 'text', of: ({ title }) => title },
    { name: 'Type', type: 'text', of: ({ kind }) => capital(kind) },
    { name: 'Description', type: 'text', of: ({ declaration }) => declaration?.node.documentation },
    words('Tags', 'tags'),
    words('Country', 'country'),
    words('Sector', 'sector'),
    words('Website', 'website'),
    { name: 'Name', type: 'text', of: ({ name }) => name },
  ]);
  const said = edgeAttributes(selection);
  const attribute = (title: string, name: string): ColumnOf<NetworkEdge> => ({
    name: title,
    type: 'text',
    of: (edge) => said.find((each) => each.name === name)?.of(edge),
  });
  const connections = tableOf<NetworkEdge>('connections', network.edges, [
    { name: 'ID', type: 'text', of: ({ id }) => id },
    { name: 'From', type: 'text', of: ({ from }) => stableId(from) },
    { name: 'To', type: 'text', of: ({ to }) => stableId(to) },
    { name: 'Direction', type: 'text', of: ({ isDirected }) => (isDirected ? 'directed' : 'undirected') },
    { name: 'Type', type: 'text', of: ({ kind }) => capital(kind) },
    { name: 'Label', type: 'text', of: ({ declaration }) => declaration.title },
    { name: 'Description', type: 'text', of: ({ declaration }) => declaration.node.documentation },
    { name: 'Tags', type: 'text', of: ({ declaration }) => piped(wordsOf(declaration, 'tags')) },
    attribute('Status', 'status'),
    attribute('Purpose', 'purpose'),
    attribute('Currency', 'currency'),
    attribute('Amount min', 'amount_min'),
    attribute('Amount max', 'amount_max'),
    attribute('Share min', 'share_min'),
    attribute('Share max', 'share_max'),
    attribute('Disputed', 'disputed'),
    { name: 'Start date', type: 'text', of: ({ states }) => isoDay(spellsOf(states)[0]?.from) },
    { name: 'End date', type: 'text', of: ({ states }) => isoDay(spellsOf(states).at(-1)?.to) },
    attribute('Sources', 'sources'),
  ]);
  const options = { hasMark: false, lineEnd: '\n' } as const;
  return {
    files: [elements, connections].map((table) => ({
      name: `${table.name}.csv`,
      content: csvOf(table, options),
    })),
    dropped: droppedByNetworks(selection, network),
  };
}

function words(title: string, property: Parameters<typeof wordsOf>[1]): ColumnOf<NetworkNode> {
  return {
    name: title,
    type: 'text',
    of: ({ declaration }) => declaration && piped(wordsOf(declaration, property)),
  };
}

/** Several values of a cell, as Kumu parts them; one that holds such a sign would be two. */
function piped(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('|', '/')).join('|');
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
