import type { Declaration } from '../../model/declaration';
import { ecosystemOf, type Ecosystem } from '../../model/ecosystem';
import { dateOfDeal } from '../../model/lifecycle';
import type { Findings } from '../../project/findings';
import type { Project } from '../../project/project';
import { everybodyIn, isPartyOrVenture } from '../participants';
import { inTime } from '../tree/in-time';
import { byTitle } from '../tree/title-list';
import { ofGroup, titleOfProject } from '../whole-project';
import type { Citations } from './citations';

/** What a report is about, and what is known of it. */
export interface Subject {
  readonly project: Project;
  /** Absent where the report is about the project as a whole. */
  readonly ecosystem?: Ecosystem;
  readonly title: string;
  /** The latest first, those without a date last. */
  readonly deals: readonly Declaration[];
  /** Everybody with a part in it, each once, by title. */
  readonly parties: readonly Declaration[];
  /** Undefined while the checks wait for files to be read. */
  readonly findings: Findings | undefined;
  /** Whether all files of the project are read. */
  readonly isWhole: boolean;
  /** The day number of today. */
  readonly today: number;
  readonly citations: Citations;
}

/** What a report is told of its surroundings. */
export type Surroundings = Pick<Subject, 'findings' | 'isWhole' | 'today' | 'citations'>;

/** An ecosystem as the subject of a report. Yields for each deal. */
export function* ecosystemSubject(
  project: Project,
  declaration: Declaration,
  surroundings: Surroundings,
): Generator<number, Subject> {
  const ecosystem = ecosystemOf(project, declaration);
  yield 1 + ecosystem.deals.length;
  const parties = [...everybodyIn(ecosystem)]
    .flatMap((name) => project.find(name) ?? [])
    .filter(isPartyOrVenture);
  return {
    project,
    ecosystem,
    title: declaration.title,
    deals: yield* latestFirst(project, ecosystem.deals),
    parties: byTitle(project, parties),
    ...surroundings,
  };
}

/** A whole project as the subject of a report. Yields for each deal. */
export function* projectSubject(project: Project, surroundings: Surroundings): Generator<number, Subject> {
  const parties = [...ofGroup(project, 'party'), ...project.ofKind('venture')];
  yield parties.length;
  return {
    project,
    title: titleOfProject(project),
    deals: yield* latestFirst(project, ofGroup(project, 'deal')),
    parties: byTitle(project, parties),
    ...surroundings,
  };
}

function* latestFirst(project: Project, deals: readonly Declaration[]): Generator<number, Declaration[]> {
  // The dates are remembered, so that sorting finds them.
  for (const deal of deals) {
    dateOfDeal(deal, project.asOf);
    yield 1;
  }
  return inTime(project)
    .sorted(deals)
    .map(({ deal }) => deal);
}
