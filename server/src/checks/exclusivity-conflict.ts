import * as l10n from '@vscode/l10n';
import type { Corpus } from '../model/corpus';
import { factsOf, isUndisclosed, namesIn, type Declaration, type Fact } from '../model/declaration';
import { GroupLines } from '../model/group';
import { dateOfDeal, liesAhead, standingOf } from '../model/lifecycle';
import { withBroader } from '../model/resource';
import { describeDate, type DealDate } from '../values/date';
import type { PartyCheck, PlacedFound } from '../project/check';

export const exclusivityConflict: PartyCheck = {
  scope: 'party',
  code: 'exclusivity-conflict',
  severity: 'information',
  title: 'Somebody else provides what one supplier alone may provide',
  docs: 'A supply, licence or investment `provides … exclusive` something to a party and is in force on the day as of which the project is seen; meanwhile somebody else provides the same, or a part of it (`broader`), to that party: by a contract of its own, or by a venture or project of which it is a member or customer. Whoever belongs to one group with the exclusive supplier does not collide with it, nor does a venture in which that group takes part. Only contracts count that are announced, signed or closed and have not ended; one that begins when the exclusivity is over is let pass.',
  examples: {
    bad: 'company News\ncompany Archive\ncompany OpenAI\n\nlicense First: News -> OpenAI {\n  provides data   exclusive from 2024 per <https://example.com>\n  status   signed on 2024\n}\n\nlicense Second: Archive -> OpenAI {\n  provides data      per <https://example.com>\n  status   announced on 2025-01-21\n}\n',
    good: 'company News\ncompany Archive\ncompany OpenAI\n\nlicense First: News -> OpenAI {\n  provides data   exclusive from 2024 until 2024-12 per <https://example.com>\n  status   signed on 2024\n  status   amended on 2024-12\n}\n\nlicense Second: Archive -> OpenAI {\n  provides data      per <https://example.com>\n  status   announced on 2025-01-21\n}\n',
  },
  noFix: 'nothing is wrong in the file where both contracts are as they are written.',
  run: ({ party, deals }, corpus) => {
    const provisions = deals.flatMap((deal) => provisionsTo(corpus, party.name, deal));
    const exclusive = provisions.filter((one) => one.isContract && isExclusiveOn(one, corpus.asOf));
    if (exclusive.length === 0) return [];
    const lines = new GroupLines(corpus);
    const allowed = new Map(exclusive.map((one) => [one, lines.ofAll(one.suppliers)]));
    return provisions.flatMap((other) => {
      const { suppliers } = other;
      const behind = [...suppliers, ...suppliers.flatMap((name) => takingPartIn(corpus, name))];
      const groups = [...lines.ofAll(behind)];
      const broken = exclusive.filter(
        (one) => collides(corpus, one, other) && !groups.some((name) => allowed.get(one)?.has(name)),
      );
      return broken.length > 0 ? [told(corpus, party, broken, other)] : [];
    });
  },
};

/** A line by which a party is provided with something. */
interface Provision {
  readonly deal: Declaration;
  readonly fact: Fact;
  /** By a contract of its own, whose other side provides it. */
  readonly isContract: boolean;
  readonly suppliers: readonly string[];
  readonly resources: readonly string[];
  readonly from: DealDate | undefined;
  readonly until: DealDate | undefined;
}

/** Those who take part in these roles alone are not provided with anything. */
const givers: ReadonlySet<string> = new Set(['supplier', 'landlord', 'adviser', 'lender']);

function provisionsTo(corpus: Corpus, party: string, deal: Declaration): Provision[] {
  if (!deal.states('provides')) return [];
  const { asOf } = corpus;
  const { commitment } = standingOf(deal, asOf);
  if (commitment === 'over' || commitment === 'talk' || liesAhead(deal, asOf)) return [];
  const suppliers = suppliersTo(party, deal);
  if (!suppliers) return [];
  return factsOf(deal, 'provides').flatMap((fact): Provision[] => {
    const { until } = fact;
    if (until && until.latest < asOf) return [];
    const from = fact.from ?? fact.on ?? dateOfDeal(deal, asOf);
    const resources = namesIn(fact);
    return [{ deal, fact, isContract: isContract(deal), suppliers, resources, from, until }];
  });
}

/** Who provides a party with something by a deal; undefined where nobody does, or somebody who is not known. */
function suppliersTo(party: string, deal: Declaration): readonly string[] | undefined {
  if (isContract(deal)) {
    const { left } = deal.sides;
    return deal.right.includes(party) && !left.some(isUndisclosed) ? deal.left : undefined;
  }
  if (deal.kind !== 'venture' && deal.kind !== 'project') return undefined;
  const isServed =
    factsOf(deal, 'customer').some((fact) => namesIn(fact).includes(party)) ||
    factsOf(deal, 'member').some(
      (fact) =>
        namesIn(fact).includes(party) &&
        (fact.roles.length === 0 || fact.roles.some((role) => !givers.has(role))),
    );
  return isServed ? [deal.name] : undefined;
}

function isContract({ kind }: Declaration): boolean {
  return kind === 'supply' || kind === 'license' || kind === 'investment';
}

function isExclusiveOn({ fact, from, until }: Provision, day: number): boolean {
  return fact.flags.has('exclusive') && (!from || from.earliest <= day) && (!until || until.latest >= day);
}

/** Whether one provides what the other one alone may provide, whoever they are. */
function collides(corpus: Corpus, exclusive: Provision, other: Provision): boolean {
  if (other.deal === exclusive.deal || other.suppliers.length === 0) return false;
  // Two that are exclusive both collide with each other: that is told once.
  if (isExclusiveOn(other, corpus.asOf) && other.isContract && other.deal.name < exclusive.deal.name)
    return false;
  if (exclusive.until && other.from && other.from.latest > exclusive.until.latest) return false;
  return other.resources.some((resource) => {
    const broader = withBroader(corpus, resource);
    return exclusive.resources.some((name) => broader.has(name));
  });
}

/** Who is behind a supplier: the members of a venture, the owners of a project. */
function takingPartIn(corpus: Corpus, name: string): string[] {
  const deal = corpus.find(name);
  if (deal?.kind === 'venture') return factsOf(deal, 'member').flatMap(namesIn);
  return deal?.kind === 'project' ? [...deal.left, ...deal.right] : [];
}

function told(
  corpus: Corpus,
  party: Declaration,
  broken: readonly Provision[],
  other: Provision,
): PlacedFound {
  const isRenegotiated = broken.every(({ deal }) => standingOf(deal, corpus.asOf).status === 'renegotiating');
  const exclusive = broken.map(({ deal }) => `“${deal.title}”`).join(', ');
  const resources = other.resources.join(', ');
  return {
    at: other.deal,
    span: other.fact.node,
    message: isRenegotiated
      ? l10n.t(
          '“{0}” provides {1} to {2}, for which {3} is exclusive and being renegotiated.',
          other.deal.title,
          resources,
          party.title,
          exclusive,
        )
      : l10n.t(
          '“{0}” provides {1} to {2}, for which {3} is exclusive.',
          other.deal.title,
          resources,
          party.title,
          exclusive,
        ),
    related: broken.map(({ deal, fact, from }) => ({
      declaration: deal,
      span: fact.node,
      message: from ? l10n.t('exclusive since {0}', describeDate(from)) : l10n.t('exclusive'),
    })),
  };
}
