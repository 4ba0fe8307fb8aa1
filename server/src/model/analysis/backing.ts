import { addSums, emptySum, isEmpty, type MoneySum } from '../../values/sum';
import { bucketsInBase } from '../conversion';
import type { Corpus } from '../corpus';
import { purposeOf } from '../deal';
import type { Declaration } from '../declaration';
import { tieOf, type Ecosystem, type EcosystemRole } from '../ecosystem';
import { haveOthersPaid, movementOf, paidBy, paidTo, type Movement } from '../flow';
import { headOf } from '../group';

/** Who has promised how much capital to an ecosystem. */
export interface Backing {
  /** By group, each group's own part as far as it is known. */
  readonly byGroup: ReadonlyMap<string, MoneySum>;
  /** What they have promised together; undefined where others, who are not known, have put in money as well. */
  readonly whole: MoneySum | undefined;
}

/** The capital that the backers of an ecosystem have promised its hubs and their units, units counted with their group. */
export function backingOf(corpus: Corpus, ecosystem: Ecosystem): Backing {
  const centre = new Set([...ecosystem.hubs, ...ecosystem.units]);
  const backers = new Set((ecosystem.roles.get('backer') ?? []).map(({ name }) => name));
  const byGroup = new Map<string, MoneySum>();
  let hasOthers = false;
  let whole = emptySum;
  for (const deal of backingDeals(corpus, ecosystem)) {
    const movement = movementOf(deal, corpus.asOf);
    const payees = movement?.payees.parties.filter((party) => centre.has(party)) ?? [];
    if (!movement || payees.length === 0 || isEmpty(movement.buckets.promised)) continue;
    if (haveOthersPaid(movement)) hasOthers = true;
    const groups = new Map<string, string[]>();
    for (const payer of movement.payers.parties) {
      if (!backers.has(payer)) continue;
      const group = headOf(corpus, payer);
      groups.set(group, [...(groups.get(group) ?? []), payer]);
    }
    const all = paidTo(paidByOthers(movement, backers), payees);
    whole = addSums(whole, bucketsInBase(corpus, deal, all.buckets).promised);
    for (const [group, payers] of groups) {
      const { buckets } = paidBy(movement, payers);
      const own = paidTo({ ...movement, buckets }, payees);
      const { promised } = bucketsInBase(corpus, deal, own.buckets);
      byGroup.set(group, addSums(byGroup.get(group) ?? emptySum, promised));
    }
  }
  return { byGroup, whole: hasOthers ? undefined : whole };
}

/** The movement of what backers alone put in: what comes out of the ecosystem itself is none. */
function paidByOthers(movement: Movement, backers: ReadonlySet<string>): Movement {
  const payers = movement.payers.parties.filter((payer) => backers.has(payer));
  return payers.length === movement.payers.parties.length
    ? movement
    : { ...movement, buckets: paidBy(movement, payers).buckets };
}

/** The deals with which backers put capital into an ecosystem, each once, by name. */
export function backingDeals(corpus: Corpus, ecosystem: Ecosystem): Declaration[] {
  const deals = new Set((ecosystem.roles.get('backer') ?? []).flatMap((member) => member.deals));
  return [...deals]
    .filter((deal) => purposeOf(deal) === 'capital' && isFirst(corpus, deal))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Of what is declared twice under one name the first counts, whatever the order in which files came. */
function isFirst(corpus: Corpus, deal: Declaration): boolean {
  return corpus.find(deal.name) === deal;
}

/** Groups that both back an ecosystem and supply it by deals that bind, by name. */
export function backersThatSupply(corpus: Corpus, ecosystem: Ecosystem): string[] {
  const groups = (role: EcosystemRole) =>
    new Set(
      (ecosystem.roles.get(role) ?? [])
        .filter((member) => tieOf(member, corpus.asOf) === 'holds')
        .map(({ name }) => headOf(corpus, name)),
    );
  const suppliers = groups('supplier');
  return [...groups('backer')].filter((group) => suppliers.has(group)).sort();
}
