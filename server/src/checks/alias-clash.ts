import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { fitsTarget, kindNames } from '../language/schema';
import type { Span, ValueNode } from '../language/tree';
import type { Corpus } from '../model/corpus';
import { factsOf, type Declaration, type Fact } from '../model/declaration';
import { nameKey, nameKeysOf } from '../model/name-key';
import { valueRemoval } from '../project/edits';
import type { Fix, PlacedFound, ProjectCheck } from '../project/check';

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
    const parties = partiesOf(corpus);
    for (const [index, party] of parties.entries()) {
      for (const called of aliasesOf(party)) {
        const same = byKey.get(called.key);
        if (same) same.push(called);
        else byKey.set(called.key, [called]);
      }
      if (index % partiesInStep === 0) yield;
    }
    for (const [index, party] of (byKey.size > 0 ? parties : []).entries()) {
      for (const called of namesOf(party)) byKey.get(called.key)?.push(called);
      if (index % partiesInStep === 0) yield;
    }
    const found: PlacedFound[] = [];
    for (const [index, called] of [...byKey.values()].entries()) {
      if (called.length > 1) found.push(...clashesIn(corpus, called));
      if (index % partiesInStep === 0) yield;
    }
    return found;
  },
};

function partiesOf(corpus: Corpus): Declaration[] {
  return partyKinds.flatMap((kind) => [...corpus.ofKind(kind)]);
}

/** One of the names of a party. */
interface Called {
  readonly party: Declaration;
  readonly key: string;
  /** Where it is an alias: the line and the place of it. */
  readonly alias?: { readonly fact: Fact; readonly node: ValueNode };
  readonly isTitle?: true;
}

function aliasesOf(party: Declaration): Called[] {
  return factsOf(party, 'aka').flatMap((fact) =>
    fact.values
      .map(({ node }): Called => ({ party, key: nameKey(node.text), alias: { fact, node } }))
      .filter(({ key }) => key !== ''),
  );
}

function namesOf(party: Declaration): Called[] {
  const [name, title] = nameKeysOf(party);
  const own: Called[] = [{ party, key: name }];
  return title === name ? own : [...own, { party, key: title, isTitle: true }];
}

/** Where a name stands in its declaration. */
function spanOf({ party, alias, isTitle }: Called): Span {
  if (alias) return alias.node;
  const { name, displayName, keyword } = party.node;
  return (isTitle ? displayName : undefined) ?? name ?? keyword;
}

/** Aliases that are a name of another party; of two that clash, the one of the later party by name is told of. */
function clashesIn(corpus: Corpus, called: readonly Called[]): PlacedFound[] {
  const sorted = called
    .filter(({ party }) => corpus.find(party.name) === party)
    .sort((a, b) => compare(a.party.name, b.party.name) || placeOf(a) - placeOf(b));
  const seen = new Set<Declaration>();
  return sorted.flatMap((each): PlacedFound[] => {
    const { party, alias } = each;
    if (!alias || seen.has(party)) return [];
    const other = sorted.find((candidate) => clashes(each, candidate));
    if (!other) return [];
    seen.add(party);
    return [
      {
        at: party,
        span: alias.node,
        message: l10n.t(
          '“{0}” stands for {1} as well. Leave it to one of the two, or say when each was called so.',
          excerpt(alias.node.text),
          other.party.title,
        ),
        fixes: leavingTo(other.party, each),
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

/** Takes the alias away from the party that is told of. A comment between two names may be about either of them. */
function leavingTo(other: Declaration, { party, alias }: Called): Fix[] {
  if (!alias) return [];
  const { node } = alias.fact;
  const edit = valueRemoval(party.item, node, alias.node);
  const isLine = node.values.length === 1;
  const { text } = party.item;
  const around = text.slice(edit.start, alias.node.start) + text.slice(alias.node.end, edit.end);
  if (!isLine && !/^\s*,\s*$/.test(around)) return [];
  return [
    { title: l10n.t('Leave “{0}” to {1}', excerpt(alias.node.text), excerpt(other.title)), edits: [edit] },
  ];
}

/** The order of a party's names. */
function placeOf({ alias, isTitle }: Called): number {
  return alias ? alias.node.start : isTitle ? -1 : -2;
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
