import * as l10n from '@vscode/l10n';
import { fitsTarget, kindNames } from '../language/schema';
import type { Corpus } from '../model/corpus';
import { factsOf, nameSpan, namesIn, textOf, type Declaration } from '../model/declaration';
import { isSameGroup } from '../model/group';
import { nameKeysOf } from '../model/name-key';
import type { PlacedFound, ProjectCheck } from '../project/check';

const partyKinds = kindNames.filter((kind) => fitsTarget(kind, 'party'));

/** So many parties are looked at before others have their turn. */
const partiesInStep = 64;

export const nearDuplicateParty: ProjectCheck = {
  scope: 'project',
  code: 'near-duplicate-party',
  severity: 'warning',
  title: 'Two parties have the same name but for its spelling',
  docs: 'Names and display names are compared without case, accents, punctuation, blanks, a leading “The” and legal forms at the end (Inc, Ltd, LLC, GmbH, AG, SA and the like): “OpenAI” and “Open AI, Inc.” are most likely one company, whose deals are then told apart. Only parties of one kind are compared. Nothing is told of a party and its parent, units of one parent, a fund and who manages it, and parties that state different countries or Legal Entity Identifiers.',
  examples: {
    bad: 'company Google\ncompany OpenAI\ncompany OpenAI2 "Open AI, Inc."\n\ninvestment First: Google -> OpenAI { amount $1B per <https://example.com> }\ninvestment Second: Google -> OpenAI2 { amount $5B per <https://example.com> }\n',
    good: 'company Google\ncompany OpenAI "Open AI, Inc."\n\ninvestment First: Google -> OpenAI { amount $1B per <https://example.com> }\ninvestment Second: Google -> OpenAI { amount $5B per <https://example.com> }\n',
  },
  *run(corpus) {
    const byKey = new Map<string, Declaration[]>();
    let looked = 0;
    for (const kind of partyKinds) {
      for (const party of corpus.ofKind(kind)) {
        for (const key of new Set(nameKeysOf(party))) {
          const same = key === '' ? undefined : byKey.get(`${kind} ${key}`);
          if (same) same.push(party);
          else if (key !== '') byKey.set(`${kind} ${key}`, [party]);
        }
        if (++looked % partiesInStep === 0) yield;
      }
    }
    const found = new Map<Declaration, PlacedFound>();
    for (const parties of byKey.values()) {
      if (parties.length < 2) continue;
      for (const one of judged(corpus, parties)) if (!found.has(one.at)) found.set(one.at, one);
      if (++looked % partiesInStep === 0) yield;
    }
    return [...found.values()];
  },
};

/** Each of some parties with the first before it, by name, that it may be. */
function judged(corpus: Corpus, parties: readonly Declaration[]): PlacedFound[] {
  const distinct = parties
    // What is declared twice under one name is told of as such.
    .filter((party) => corpus.find(party.name) === party)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return distinct.flatMap((party, index): PlacedFound[] => {
    const other = distinct.slice(0, index).find((before) => mayBeOne(corpus, before, party));
    if (!other) return [];
    return [
      {
        at: party,
        span: party.node.displayName ?? nameSpan(party),
        message: l10n.t(
          'The {0} “{1}” may be “{2}”, which is declared as well. Bring the two together; if they are two, say which is the parent, or in which country each is.',
          party.kind,
          party.title,
          other.title,
        ),
        related: [
          {
            declaration: other,
            span: nameSpan(other),
            message: l10n.t('declared here'),
          },
        ],
      },
    ];
  });
}

function mayBeOne(corpus: Corpus, a: Declaration, b: Declaration): boolean {
  if (isSameGroup(corpus, a.name, b.name) || manages(a, b) || manages(b, a)) return false;
  return (['country', 'lei'] as const).every((property) => {
    const [own, other] = [textOf(a, property), textOf(b, property)];
    return own === undefined || other === undefined || own.toLowerCase() === other.toLowerCase();
  });
}

function manages(manager: Declaration, fund: Declaration): boolean {
  return factsOf(fund, 'manager').flatMap(namesIn).includes(manager.name);
}
