import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import type { Corpus } from '../model/corpus';
import { factsOf, nameSpan, namesIn, type Declaration } from '../model/declaration';
import { withUnits } from '../model/ecosystem';
import { endsOf } from '../model/flow';
import { isSameGroup, parentsOf } from '../model/group';
import { liesAhead, standingOf } from '../model/lifecycle';
import type { PartyCheck, PlacedFound } from '../project/check';

export const hedge: PartyCheck = {
  scope: 'party',
  code: 'hedge',
  severity: 'information',
  title: 'An investor backs a rival of its own unit, or two rivals',
  docs: 'Two parties are rivals here if they state a common `sector` and also provide a common resource: both have to be written down, so that two companies of one large industry are no rivals yet. It is told where an investor, or a unit of it, backs a rival of itself or of another one of its units, or backs two rivals that do not belong together. To back is to have invested, or promised to, in an `investment` or `round`, or to hold a stake (`holding`). What all happens within one unit is told of that unit.',
  examples: {
    bad: 'company Google\ncompany DeepMind { parent Google; sector ai-models; provides models }\ncompany Anthropic { sector ai-models; provides models }\n\ninvestment Deal: Google -> Anthropic { amount $2B per <https://example.com> }\n',
    good: 'company Google\ncompany Waymo { parent Google; sector robotaxis; provides transport }\nresource transport\ncompany Anthropic { sector ai-models; provides models }\n\ninvestment Deal: Google -> Anthropic { amount $2B per <https://example.com> }\n',
  },
  noFix: 'nothing is wrong; it follows from who has invested in whom.',
  run: ({ party }, corpus) => {
    const units = withUnits(corpus, [party.name]);
    const backed = backedBy(corpus, units);
    if (backed.length === 0) return [];
    const branches = branchesOf(corpus, party.name, units);
    const isOneBranch = (a: string, b: string) => a !== party.name && branches.get(a) === branches.get(b);
    const own = [...units].sort().map((name) => ({ name, by: name, deal: undefined }));
    const known = new Map<string, Side[]>();
    const add = (side: Side) => {
      for (const trait of traitsOf(corpus, side.name)) {
        const same = known.get(trait.key);
        if (same) same.push(side);
        else known.set(trait.key, [side]);
      }
    };
    for (const side of own) add(side);
    return backed.flatMap((side) => {
      const found = traitsOf(corpus, side.name).flatMap((trait) => {
        const rival = known
          .get(trait.key)
          ?.find(
            (other) =>
              other.name !== side.name &&
              !isOneBranch(side.by, other.by) &&
              (other.deal === undefined || !isSameGroup(corpus, side.name, other.name)),
          );
        return rival ? [{ trait, rival }] : [];
      });
      add(side);
      const [first] = found;
      return first ? [told(corpus, party, side, first.rival, first.trait)] : [];
    });
  },
};

/** A party on one side of a rivalry. */
interface Side {
  readonly name: string;
  /** Who of the investor's group backs it; itself where it belongs to the group. */
  readonly by: string;
  /** Where it is backed; absent where it belongs to the group. */
  readonly deal: Declaration | undefined;
}

/** Whom a group backs outside of itself, by name, each with the first deal by name that says so. */
function backedBy(corpus: Corpus, units: ReadonlySet<string>): (Side & { readonly deal: Declaration })[] {
  const backed = new Map<string, Side & { readonly deal: Declaration }>();
  for (const by of [...units].sort()) {
    for (const { declaration: deal } of corpus.mentionsOf(by)) {
      // Most parties are nobody's rival as far as is written down.
      if (!deal.right.some((name) => hasTraits(corpus, name)) || !isBacker(corpus, deal, by)) continue;
      for (const name of deal.right) {
        const known = backed.get(name);
        if (units.has(name) || (known && known.deal.name <= deal.name)) continue;
        backed.set(name, { name, by, deal });
      }
    }
  }
  return [...backed.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isBacker(corpus: Corpus, deal: Declaration, investor: string): boolean {
  const { kind } = deal;
  if (kind !== 'holding' && kind !== 'investment' && kind !== 'round') return false;
  // Of two with one name the first counts, whatever the order in which files came.
  if (corpus.find(deal.name) !== deal) return false;
  if (kind === 'holding') return deal.left.includes(investor);
  const { commitment } = standingOf(deal, corpus.asOf);
  if (commitment === 'over' || commitment === 'talk' || liesAhead(deal, corpus.asOf)) return false;
  return endsOf(deal).payers.parties.includes(investor);
}

/** The direct unit of a party to which each of its units belongs; of units that own each other, one of them. */
function branchesOf(corpus: Corpus, party: string, units: ReadonlySet<string>): Map<string, string> {
  const branches = new Map([[party, party]]);
  for (const unit of [...units].sort()) {
    const path = new Set<string>();
    let at = unit;
    while (!branches.has(at)) {
      path.add(at);
      const declaration = corpus.find(at);
      const parents = declaration ? parentsOf(declaration, corpus.asOf) : [];
      const parent = parents.find((name) => units.has(name) && !path.has(name));
      if (parent === undefined || parent === party) branches.set(at, at);
      else at = parent;
    }
    const branch = branches.get(at)!;
    for (const name of path) branches.set(name, branch);
  }
  return branches;
}

/** What makes rivals of two parties: a sector and a resource that both have. */
interface Trait {
  readonly key: string;
  readonly sector: string;
  readonly resource: string;
}

function hasTraits(corpus: Corpus, name: string): boolean {
  const party = corpus.find(name);
  return party !== undefined && party.states('sector') && party.states('provides');
}

function traitsOf(corpus: Corpus, name: string): Trait[] {
  const party = corpus.find(name);
  if (!party) return [];
  const sectors = factsOf(party, 'sector').flatMap(({ values }) => values.map(({ node }) => node.text));
  const resources = factsOf(party, 'provides').flatMap(namesIn);
  return sectors.flatMap((sector) =>
    resources.map((resource) => ({
      key: JSON.stringify([sector.toLowerCase(), resource]),
      sector,
      resource,
    })),
  );
}

function told(
  corpus: Corpus,
  investor: Declaration,
  side: Side & { readonly deal: Declaration },
  rival: Side,
  trait: Trait,
): PlacedFound {
  const title = (name: string) => corpus.find(name)?.title ?? name;
  const [sector, resource] = [excerpt(trait.sector), title(trait.resource)];
  const [backer, one, other] = [investor.title, title(side.name), title(rival.name)];
  const message = rival.deal
    ? l10n.t(
        'A hedge: {0} backs both {1} and {2}, rivals in “{3}” that provide {4}.',
        backer,
        one,
        other,
        sector,
        resource,
      )
    : rival.name === investor.name
      ? l10n.t(
          'A hedge: {0} backs {1}, a rival of its own in “{2}” that provides {3} as well.',
          backer,
          one,
          sector,
          resource,
        )
      : l10n.t(
          'A hedge: {0} backs {1}, a rival of its unit {2} in “{3}” that provides {4} as well.',
          backer,
          one,
          other,
          sector,
          resource,
        );
  const place = rival.deal ?? corpus.find(rival.name);
  return {
    at: side.deal,
    span: nameSpan(side.deal),
    message,
    ...(place && {
      related: [
        {
          declaration: place,
          span: nameSpan(place),
          message: rival.deal ? l10n.t('backs {0}', other) : l10n.t('the rival: {0}', other),
        },
      ],
    }),
  };
}
