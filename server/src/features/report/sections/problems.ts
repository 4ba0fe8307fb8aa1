import * as l10n from '@vscode/l10n';
import type { Declaration } from '../../../model/declaration';
import { valuationsOf } from '../../../model/valuation';
import type { Finding, Severity } from '../../../project/check';
import type { Item } from '../../../language/item';
import type { Findings } from '../../../project/findings';
import type { Project } from '../../../project/project';
import { rangeIn } from '../../locations';
import { heading, paragraph, type Place } from '../content';
import { placeInWords } from '../links';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { table } from '../table';
import { claimsIn } from './claims';

interface Problem {
  readonly finding: Finding;
  readonly place: Place;
}

const severities: readonly Severity[] = ['error', 'warning', 'information'];

/** What the checks find in what the report is about, the gravest first. */
export const problems: Section = function* (subject) {
  const { project, findings } = subject;
  const title = heading(2, l10n.t('Findings of the checks'));
  if (!findings) return [title, paragraph(l10n.t('The checks wait for files to be read.'))];
  const found = yield* problemsIn(subject, findings);
  const rows = yield* table(found, [
    { title: l10n.t('Severity'), of: ({ finding }) => severityInWords(finding.severity) },
    {
      title: l10n.t('Place'),
      of: ({ place }) => [{ type: 'place', text: placeInWords(project, place), place }],
    },
    { title: l10n.t('Finding'), of: ({ finding }) => finding.message },
    { title: l10n.t('Check'), of: ({ finding }) => finding.code },
  ]);
  return [
    title,
    ...(findings.isSettled
      ? []
      : [paragraph(l10n.t('Checks that look at several declarations together are still under way.'))]),
    ...(rows.length > 0 ? rows : [paragraph(l10n.t('None.'))]),
  ];
};

function* problemsIn(subject: Subject, findings: Findings): Generator<number, Problem[]> {
  const { project, ecosystem } = subject;
  const items = ecosystem ? new Set((yield* declarationsIn(subject)).map(({ item }) => item)) : undefined;
  const uris = items ? new Set([...items].flatMap((item) => project.uriOf(item) ?? [])) : project.uris;
  const found: Problem[] = [];
  for (const uri of [...uris].sort()) {
    for (let looked = 1; looked > 0;) yield (looked = findings.lookAhead(uri, itemsInStep));
    found.push(...problemsOfFile(project, findings, uri, (item) => items?.has(item) ?? true));
    yield 1;
  }
  const rank = ({ finding }: Problem) => severities.indexOf(finding.severity);
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Items that are looked at in one step. */
const itemsInStep = 250;

/** By place. */
function problemsOfFile(
  project: Project,
  findings: Findings,
  uri: string,
  isIn: (item: Item) => boolean,
): Problem[] {
  const document = project.document(uri);
  if (!document) return [];
  return [...findings.inFile(uri)]
    .filter(([item]) => isIn(item))
    .map(([item, list]) => ({ index: document.indexOf(item), list }))
    .sort((a, b) => a.index - b.index)
    .flatMap(({ index, list }) =>
      list.map((finding) => ({
        finding,
        place: { uri, line: rangeIn(document, index, finding.span).start.line },
      })),
    );
}

/** Everything that the report speaks of. */
function* declarationsIn(subject: Subject): Generator<number, Declaration[]> {
  const { project, ecosystem, parties, deals } = subject;
  const valuations: Declaration[] = [];
  for (const { name } of parties) {
    for (const { declaration } of valuationsOf(project, name)) valuations.push(declaration);
    yield 1;
  }
  const claims = yield* claimsIn(subject);
  return [...(ecosystem ? [ecosystem.declaration] : []), ...parties, ...deals, ...valuations, ...claims];
}

function severityInWords(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
  }
}
