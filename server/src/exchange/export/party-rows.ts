import { kinds } from '../../language/schema';
import type { NameNode } from '../../language/tree';
import { citedBy } from '../../model/citation';
import {
  dateOf,
  factsOf,
  isUndisclosed,
  nodesIn,
  type Declaration,
  type Fact,
} from '../../model/declaration';
import { parentsOf } from '../../model/group';
import { dateColumns, moneyColumns } from './deal-rows';
import { placeColumns, wordsOf } from './said';
import { isSomebody, type Selection } from './selection';
import { listed, tableOf, type Table } from './table';

/** Everybody with a part in the deals, declared or not. */
export function partyTable({ project, parties }: Selection): Table {
  const rows = parties.map((name) => {
    const found = project.find(name);
    return { name, declaration: found && isSomebody(found) ? found : undefined };
  });
  type Row = (typeof rows)[number];
  const words = (property: Parameters<typeof wordsOf>[1]) => ({
    name: property,
    type: 'text' as const,
    of: ({ declaration }: Row) => declaration && listed(wordsOf(declaration, property)),
  });
  return tableOf<Row>('parties', rows, [
    { name: 'party', type: 'text', of: ({ name }) => name },
    { name: 'title', type: 'text', of: ({ name, declaration }) => declaration?.title ?? name },
    { name: 'kind', type: 'text', of: ({ declaration }) => declaration?.kind },
    { name: 'declared', type: 'boolean', of: ({ declaration }) => declaration !== undefined },
    {
      name: 'parent',
      type: 'text',
      of: ({ declaration }) => declaration && listed(parentsOf(declaration, project.asOf)),
    },
    words('country'),
    words('sector'),
    words('aka'),
    words('ticker'),
    words('lei'),
    words('website'),
    ...dateColumns<Row>('founded', ({ declaration }) => declaration && dateOf(declaration, 'founded')),
    ...dateColumns<Row>('closed', ({ declaration }) => declaration && dateOf(declaration, 'closed')),
    words('provides'),
    words('tags'),
    ...placeColumns<Row>(project, ({ declaration }) => declaration),
  ]);
}

/** Somebody in a deal. */
export interface Part {
  readonly deal: Declaration;
  readonly node: NameNode;
  /** `investor`, `company`, `lead`, `member` and so on. */
  readonly role: string;
  readonly side: 'left' | 'right' | undefined;
  /** The line that names them; undefined where it is the header. */
  readonly line: Fact | undefined;
}

const lines = ['lead', 'member', 'seller', 'customer', 'adviser'] as const;

/** Who has which part in a deal, in the order in which it names them. */
export function partsIn(deal: Declaration): Part[] {
  const { sides, money } = kinds[deal.kind];
  const onSide = (side: 'left' | 'right', role: string | undefined): Part[] =>
    deal.sides[side].map((node) => ({ deal, node, role: role ?? side, side, line: undefined }));
  return [
    ...onSide('left', sides?.[0]),
    // Whoever stands on either side of a project plans it, and pays for it.
    ...onSide('right', sides?.[money === 'own' ? 0 : 1]),
    ...lines.flatMap((role) =>
      factsOf(deal, role).flatMap((line) =>
        nodesIn(line).map((node): Part => ({ deal, node, role, side: undefined, line })),
      ),
    ),
  ];
}

/** Who has which part in which deal: a row for each. */
export function partTable({ project, deals }: Selection): Table {
  return tableOf<Part>('parties-of-deals', deals.flatMap(partsIn), [
    { name: 'deal', type: 'text', of: ({ deal }) => deal.name },
    { name: 'party', type: 'text', of: ({ node }) => (isUndisclosed(node) ? undefined : node.text) },
    {
      name: 'title',
      type: 'text',
      of: ({ node }) => (isUndisclosed(node) ? undefined : (project.find(node.text)?.title ?? node.text)),
    },
    { name: 'undisclosed', type: 'boolean', of: ({ node }) => isUndisclosed(node) },
    { name: 'role', type: 'text', of: ({ role }) => role },
    { name: 'side', type: 'text', of: ({ side }) => side },
    { name: 'as', type: 'text', of: ({ line }) => line && listed(line.roles) },
    ...moneyColumns<Part>('with', ({ line }) => line?.with),
    { name: 'with_currency', type: 'text', of: ({ line }) => line?.with?.currency },
    {
      name: 'with_together',
      type: 'boolean',
      of: ({ line }) => line?.with !== undefined && line.values.length > 1,
    },
    ...dateColumns<Part>('from', ({ line }) => line?.from ?? line?.on),
    ...dateColumns<Part>('until', ({ line }) => line?.until),
    {
      name: 'sources',
      type: 'text',
      of: ({ line }) => line && listed(citedBy(line).map(({ text }) => text)),
    },
  ]);
}
