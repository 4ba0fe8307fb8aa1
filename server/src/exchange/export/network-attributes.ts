import { citedSources } from '../../model/citation';
import { moneyDisputesOf } from '../../model/claim';
import { moneyFactOf, purposeOf, wholeOf } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import { standingOf } from '../../model/lifecycle';
import { isEmpty } from '../../values/sum';
import { leastOf, mostOf, wordsOf } from './said';
import { droppedByAll, droppedKinds } from './dropped';
import type { Network, NetworkEdge, NetworkNode } from './network';
import { someOf } from './numbered';
import { isDeal, isSomebody, type Selection } from './selection';
import { listed } from './table';
import { xmlText } from './xml';

/** Something that is told of each point or line. */
export interface Attribute<T> {
  readonly name: string;
  readonly type: 'string' | 'double' | 'boolean';
  /** As XML holds it; undefined where it is not known. */
  readonly of: (each: T) => string | undefined;
}

export const nodeAttributes: readonly Attribute<NetworkNode>[] = [
  { name: 'kind', type: 'string', of: ({ kind }) => kind },
  { name: 'name', type: 'string', of: ({ name }) => textOrNone(name) },
  { name: 'country', type: 'string', of: ({ declaration }) => wordsIn(declaration, 'country') },
  { name: 'sector', type: 'string', of: ({ declaration }) => wordsIn(declaration, 'sector') },
];

/** What is told of lines; statuses are those of the day. */
export function edgeAttributes({ project }: Selection): Attribute<NetworkEdge>[] {
  return [
    { name: 'kind', type: 'string', of: ({ kind }) => kind },
    { name: 'deal', type: 'string', of: ({ declaration }) => textOrNone(declaration.name) },
    {
      name: 'purpose',
      type: 'string',
      of: ({ declaration }) => (isDeal(declaration) ? purposeOf(declaration) : undefined),
    },
    {
      name: 'status',
      type: 'string',
      of: ({ declaration }) =>
        isDeal(declaration) ? standingOf(declaration, project.asOf).status : undefined,
    },
    { name: 'currency', type: 'string', of: ({ money }) => textOrNone(money?.currency) },
    { name: 'amount_min', type: 'double', of: ({ money }) => leastOf(money?.range)?.toFixed() },
    { name: 'amount_max', type: 'double', of: ({ money }) => mostOf(money?.range)?.toFixed() },
    { name: 'share_min', type: 'double', of: ({ share }) => leastOf(share)?.toFixed() },
    { name: 'share_max', type: 'double', of: ({ share }) => mostOf(share)?.toFixed() },
    {
      name: 'disputed',
      type: 'boolean',
      of: ({ declaration }) =>
        isDeal(declaration) ? String(moneyDisputesOf(project, declaration).length > 0) : undefined,
    },
    {
      name: 'sources',
      type: 'string',
      of: ({ declaration }) => textOrNone(listed(citedSources(declaration).map(({ text }) => text))),
    },
  ];
}

/** The ids of nodes as XML can hold them, by their own: none is that of two. */
export function idsOf({ nodes }: Network): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    nodes.map(({ id }) => {
      const plain = xmlText(id);
      let own = plain;
      for (let count = 2; taken.has(own); count++) own = `${plain} (${count})`;
      taken.add(own);
      return [id, own];
    }),
  );
}

/** What a network leaves out. */
export function droppedByNetworks(selection: Selection, { edges, untied }: Network): string[] {
  const about = edges.filter(({ money, share }) => money?.range.approximate || share?.approximate).length;
  const shared = new Set(
    edges
      .filter(({ declaration, money }) => !money && isDeal(declaration) && saysMoney(declaration))
      .map((edge) => edge.declaration),
  ).size;
  return [
    ...droppedByAll(selection),
    ...droppedKinds(selection, (kind) => kind === 'holding' || isDeal({ kind }) || isSomebody({ kind })),
    ...someOf(untied, 'deal that ties nobody', 'deals that tie nobody'),
    ...someOf(
      shared,
      'deal’s money, which is not known, recurs, or is on several lines together',
      'deals’ money, which is not known, recurs, or is on several lines together',
    ),
    ...someOf(about, 'figure’s being about right', 'figures’ being about right'),
  ];
}

function saysMoney(deal: Declaration): boolean {
  return moneyFactOf(deal) !== undefined || !isEmpty(wholeOf(deal));
}

function wordsIn(declaration: NetworkNode['declaration'], name: 'country' | 'sector'): string | undefined {
  return declaration && textOrNone(listed(wordsOf(declaration, name)));
}

function textOrNone(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : xmlText(text);
}
