import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { fitsTarget, kindNames } from '../language/schema';
import type { Span } from '../language/tree';
import type { Corpus } from '../model/corpus';
import { factsOf, type Declaration, type Fact } from '../model/declaration';
import { nameKey } from '../model/name-key';
import type { PlacedFound, ProjectCheck } from '../project/check';

const partyKinds = kindNames.filter((kind) => fitsTarget(kind, 'party'));

/** So many parties are looked at before others have their turn. */
const partiesInStep = 64;

export const aliasClash: ProjectCheck = {
  scope: 'project',
  code: 'alias-clash',
  severity: 'warning',
  title: 'Another name of a party is that of another party',
  docs: 'What a party is also called (`aka`) is how articles and registers are read, so it stands for one party. It is told where another party has that name, display name or alias, compared without case, accents, punctuation and legal forms. Two parties that had one name at different times are let pass: `aka "Old" until 2019`, `aka "Old" from 2020`.',
  examples: {
    bad: 'fund Lightspeed { aka "LSVP" }\nfund LSVP "Large Scale Venture Partners"\ncompany Anthropic\n\ninvestment First: Lightspeed -> Anthropic { amount $1B per <https://example.com> }\ninvestment Second: LSVP -> Anthropic { amount $5B per <https://example.com> }\n',
    good: 'fund Lightspeed { aka "LSVP" }\nfund LargeScale "Large Scale Venture Partners"\ncompany Anthropic\n\ninvestment First: Lightspeed -> Anthropic { amount $1B per <https://example.com> }\ninvestment Second: LargeScale -> Anthropic { amount $5B per <https://example.com> }\n',
  },
  *run(corpus) {
    const byKey = new Map<string, Called[]>();
    let looked = 0;
    for (const party of partiesIn(corpus)) {
      for (const called of aliasesOf(party)) {
        const same = byKey.get(called.key);
        if (same) same.push(called);
        else byKey.set(called.key, [called]);
      }
      if (++looked % partiesInStep === 0) yield;
    }
    if (byKey.size === 0) return [];
    for (const party of partiesIn(corpus)) {
      for (const key of new Set([nameKey(party.name), nameKey(party.title)])) {
        byKey.get(key)?.push({ party, key, text: party.title, alias: undefined });
      }
      if (++looked % partiesInStep === 0) yield;
    }
    const found: PlacedFound[] = [];
    for (const called of byKey.values()) {
      if (called.length > 1) found.push(...clashesIn(corpus, called));
      if (++looked % partiesInStep === 0) yield;
    }
    return found;
  },
};

function* partiesIn(corpus: Corpus): Generator<Declaration, undefined> {
  for (const kind of partyKinds) yield* corpus.ofKind(kind);
}

/** One of the names of a party. */
interface Called {
  readonly party: Declaration;
  readonly key: string;
  readonly text: string;
  /** Where it stands, of an alias. */
  readonly alias: { readonly fact: Fact; readonly span: Span } | undefined;
}

function aliasesOf(party: Declaration): Called[] {
  return factsOf(party, 'aka')
    .flatMap((fact) =>
      fact.values.map(({ node }) => ({
        party,
        key: nameKey(node.text),
        text: node.text,
        alias: { fact, span: node },
      })),
    )
    .filter(({ key }) => key !== '');
}

/** The place of a name. */
function spanOf({ party, key, alias }: Called): Span {
  const { displayName, name, keyword } = party.node;
  const own = nameKey(party.name) === key ? name : displayName;
  return alias?.span ?? own ?? name ?? keyword;
}

/** Aliases that are a name of another party; of two that clash, the one of the later party by name is told of. */
function clashesIn(corpus: Corpus, called: readonly Called[]): PlacedFound[] {
  const sorted = called
    .filter(({ party }) => corpus.find(party.name) === party)
    .sort(
      (a, b) =>
        compare(a.party.name, b.party.name) || (a.alias?.span.start ?? -1) - (b.alias?.span.start ?? -1),
    );
  const seen = new Set<Declaration>();
  return sorted.flatMap((each): PlacedFound[] => {
    if (!each.alias || seen.has(each.party)) return [];
    const other = sorted.find((candidate) => clashes(each, candidate));
    if (!other) return [];
    seen.add(each.party);
    return [
      {
        at: each.party,
        span: each.alias.span,
        message: l10n.t(
          '“{0}” stands for {1} as well. Leave it to one of the two, or say when each was called so.',
          excerpt(each.text),
          other.party.title,
        ),
        related: [
          {
            declaration: other.party,
            span: spanOf(other),
            message: l10n.t('a name of {0}', other.party.title),
          },
        ],
      },
    ];
  });
}

function clashes(alias: Called, other: Called): boolean {
  if (alias.party === other.party) return false;
  // Of two aliases one is told of.
  if (other.alias && compare(alias.party.name, other.party.name) < 0) return false;
  return !other.alias || !alias.alias || mayCoincide(alias.alias.fact, other.alias.fact);
}

/** Whether both may have held at one time. */
function mayCoincide(a: Fact, b: Fact): boolean {
  const isBefore = (one: Fact, other: Fact) =>
    one.until !== undefined && other.from !== undefined && one.until.latest < other.from.earliest;
  return !isBefore(a, b) && !isBefore(b, a);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
