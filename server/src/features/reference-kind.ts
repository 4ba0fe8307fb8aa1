import { kinds, type ModifierName, type PropertyName } from '../language/schema';
import type { Declaration, Mention } from '../model/declaration';

/**
 * What a place that names something is to it, in a dealmaker's terms.
 * - `declared`: its own declaration
 * - `funds`, `receives`: who puts money in, as investor, lender, grantor, lead, member or owner, and who gets it
 * - `buys`, `bought`, `sells`: who pays for a party, a delivery or a right, the party that is bought, and who sells
 * - `supplies`, `supplied`, `uses`: who delivers, what is delivered, and who will use what is built
 * - `partner`: one of equals
 * - `advises`: who advises on a deal
 * - `holds`, `held`: who holds a stake, and in whom
 * - `owns`: the party, or the resource, that something is a part of; or who manages a fund
 * - `described`: whom a figure is about
 * - `claims`, `claimed`, `answered`: who says something, about what, and which claim it answers
 * - `cited`: where something was read
 * - `measured`: what a multiple is measured against
 * - `employs`: where a person has a role
 * - `related`: a deal that hangs together with this one
 * - `ecosystem`: who is at the centre of an ecosystem, counted in or left out
 */
export type ReferenceKind =
  | 'declared'
  | 'funds'
  | 'receives'
  | 'buys'
  | 'bought'
  | 'sells'
  | 'supplies'
  | 'supplied'
  | 'uses'
  | 'partner'
  | 'advises'
  | 'holds'
  | 'held'
  | 'owns'
  | 'described'
  | 'claims'
  | 'claimed'
  | 'answered'
  | 'cited'
  | 'measured'
  | 'employs'
  | 'related'
  | 'ecosystem';

/** The places that say who pays. */
const paying: ReadonlySet<ReferenceKind> = new Set(['funds', 'buys']);

/** Whether a place says that the party pays. */
export function isPaying(kind: ReferenceKind): boolean {
  return paying.has(kind);
}

/** What a mention is to the name in it; that of the declaration itself where there is no mention. */
export function referenceKindOf(mention: Mention | undefined, declaration: Declaration): ReferenceKind {
  if (!mention) return 'declared';
  const { role } = mention;
  return role === 'left' || role === 'right'
    ? kindOfSide(role, declaration)
    : (kindsByRole[role] ?? 'related');
}

/** What the properties and modifiers that refer to names say of them. A test holds it complete. */
export const kindsByRole: Readonly<Partial<Record<PropertyName | ModifierName, ReferenceKind>>> = {
  lead: 'funds',
  member: 'funds',
  seller: 'sells',
  customer: 'uses',
  adviser: 'advises',
  provides: 'supplied',
  parent: 'owns',
  manager: 'owns',
  broader: 'owns',
  per: 'cited',
  via: 'cited',
  of: 'measured',
  at: 'employs',
  about: 'claimed',
  answers: 'answered',
  relates: 'related',
  hub: 'ecosystem',
  include: 'ecosystem',
  exclude: 'ecosystem',
};

function kindOfSide(side: 'left' | 'right', { kind, operator }: Declaration): ReferenceKind {
  const isLeft = side === 'left';
  switch (kind) {
    case 'acquisition':
      return isLeft ? 'buys' : 'bought';
    case 'supply':
    case 'license':
      return isLeft ? 'supplies' : 'buys';
    case 'holding':
      return isLeft ? 'holds' : 'held';
    case 'claim':
      return isLeft ? 'claims' : 'claimed';
    case 'project':
      return 'funds';
    case 'valuation':
    case 'metric':
      return 'described';
    default:
      return operator === '->' && kinds[kind].money === 'forward'
        ? isLeft
          ? 'funds'
          : 'receives'
        : 'partner';
  }
}
