import * as l10n from '@vscode/l10n';
import { claimsAbout } from '../../../model/claim';
import { factsOf, type Declaration, type Fact } from '../../../model/declaration';
import { claimTerms, factSentence } from '../../summary/fact';
import { heading, type Block } from '../content';
import { linkTo } from '../links';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { table } from '../table';

/** What is said about the parties and deals: what is disputed, what is expected, and the rest. */
export const claims: Section = function* (subject) {
  const all = yield* claimsIn(subject);
  const blocks: Block[] = [];
  for (const [title, verbs] of [
    [l10n.t('Disputed'), ['disputes', 'denies']],
    [l10n.t('Expected'), ['expects']],
    [l10n.t('Asserted and confirmed'), ['asserts', 'confirms']],
  ] as const) {
    const own = all.filter(({ operator }) => verbs.some((verb) => verb === operator));
    const rows = yield* tableOf(subject, own);
    if (rows.length > 0) blocks.push(heading(3, title), ...rows);
  }
  return blocks.length > 0 ? [heading(2, l10n.t('Claims')), ...blocks] : [];
};

/** The claims about anything that the report is about. */
export function* claimsIn({
  project,
  ecosystem,
  deals,
  parties,
}: Subject): Generator<number, readonly Declaration[]> {
  if (!ecosystem) return project.inOrder([...project.ofKind('claim')]);
  const found = new Set<Declaration>();
  for (const { name } of [ecosystem.declaration, ...parties, ...deals]) {
    const about = claimsAbout(project, name);
    for (const claim of about) found.add(claim);
    yield 1 + about.length;
  }
  return project.inOrder([...found]);
}

function* tableOf({ project, citations }: Subject, own: readonly Declaration[]): Generator<number, Block[]> {
  return yield* table(own, [
    { title: l10n.t('Claim'), of: (claim) => [linkTo(project, claim, factSentence(project, claim))] },
    {
      title: l10n.t('In particular'),
      of: (claim) =>
        [
          ...claimTerms(project, claim),
          ...textsOf(claim, 'quote').map((quote) => l10n.t('“{0}”', quote)),
          ...textsOf(claim, 'note'),
        ].join('; '),
      optional: true,
    },
    { title: l10n.t('Sources'), of: (claim) => citations.of(claim) || l10n.t('none') },
  ]);
}

function textsOf(claim: Declaration, name: 'quote' | 'note'): string[] {
  const texts = (fact: Fact) => fact.values.flatMap((value) => ('text' in value ? [value.text] : []));
  return factsOf(claim, name).flatMap(texts);
}
