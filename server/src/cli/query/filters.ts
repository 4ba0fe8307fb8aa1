import { kinds, statusNames, type KindName } from '../../language/schema';
import { bucketsInBase, inBase } from '../../model/conversion';
import { bucketsOf, wholeOf } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import { ecosystemOf } from '../../model/ecosystem';
import { dateOfDeal, liesAhead, standingOf, statusHistory } from '../../model/lifecycle';
import { dealsOf } from '../../model/position';
import type { Project } from '../../project/project';
import { ofGroup } from '../../features/whole-project';
import { isPartyOrVenture } from '../../features/participants';
import type { DealDate } from '../../values/date';
import type { Amount } from '../../values/money';
import { certainlyAtLeast } from '../../values/range';
import { rangeIn } from '../../values/sum';

/** How deals stand: a status, one that has not begun, or none that is stated. */
export const stages = [...statusNames, 'ahead', 'none'] as const;
export type Stage = (typeof stages)[number];

/** Which deals a query is about. What is absent lets everything through. */
export interface Filters {
  readonly kinds?: readonly KindName[];
  readonly stages?: readonly Stage[];
  /** Names or titles. */
  readonly parties?: readonly string[];
  readonly ecosystems?: readonly string[];
  /** Day numbers. A date passes that may lie between them. */
  readonly since?: number;
  readonly until?: number;
  /** What a deal is at least about, as far as that is known. */
  readonly min?: Amount;
}

/** What of a project passes filters. */
export interface Selection {
  readonly project: Project;
  /** Whether a declaration stands in one of the files that were asked for. */
  readonly isNamed: (declaration: Declaration) => boolean;
  /** Whether a deal passes the filters, wherever it stands. */
  readonly passes: (deal: Declaration) => boolean;
  /** Whether some deals do not. */
  readonly isFiltered: boolean;
  /** The names of the parties that were asked for; undefined where any is. */
  readonly parties: ReadonlySet<string> | undefined;
  readonly ecosystems: ReadonlySet<string> | undefined;
  /** The kinds of parties that were asked for; undefined where any is. */
  readonly partyKinds: ReadonlySet<KindName> | undefined;
}

/** Takes deals of a project that pass filters. Names that the project does not have stand for nobody. */
export function selectionOf(
  project: Project,
  { kinds: wanted = [], stages: standing, parties, ecosystems, since, until, min }: Filters,
  isNamed: (declaration: Declaration) => boolean,
): Selection {
  const dealKinds = wanted.filter((kind) => kinds[kind].group === 'deal');
  const partyKinds = wanted.filter((kind) => kinds[kind].group === 'party');
  const partyNames = parties && new Set(parties.flatMap((text) => partiesCalled(project, text)));
  const ecosystemNames = ecosystems && new Set(ecosystems.flatMap((text) => ecosystemsCalled(project, text)));
  const ofParties = partyNames && new Set([...partyNames].flatMap((name) => dealsOf(project, name)));
  const ofEcosystems =
    ecosystemNames &&
    new Set(
      [...project.ofKind('ecosystem')]
        .filter(({ name }) => ecosystemNames.has(name))
        .flatMap((declaration) => ecosystemOf(project, declaration).deals),
    );
  const tests: ((deal: Declaration) => boolean)[] = [
    ...(dealKinds.length > 0 ? [({ kind }: Declaration) => dealKinds.includes(kind)] : []),
    ...(standing ? [(deal: Declaration) => standing.includes(stageOf(project, deal))] : []),
    ...(ofParties ? [(deal: Declaration) => ofParties.has(deal)] : []),
    ...(ofEcosystems ? [(deal: Declaration) => ofEcosystems.has(deal)] : []),
    ...(since !== undefined || until !== undefined
      ? [(deal: Declaration) => isBetween(project, deal, since, until)]
      : []),
    ...(min ? [(deal: Declaration) => isAtLeast(project, deal, min)] : []),
  ];
  return {
    project,
    isNamed,
    passes: (deal) => tests.every((test) => test(deal)),
    isFiltered: tests.length > 0,
    parties: partyNames,
    ecosystems: ecosystemNames,
    partyKinds: partyKinds.length > 0 ? new Set(partyKinds) : undefined,
  };
}

/** The deals that pass and stand in the files that were asked for. */
export function dealsIn({ project, isNamed, passes }: Selection): Declaration[] {
  return ofGroup(project, 'deal').filter((deal) => isNamed(deal) && passes(deal));
}

/** How a deal stands on the day. */
export function stageOf(project: Project, deal: Declaration): Stage {
  if (liesAhead(deal, project.asOf)) return 'ahead';
  return standingOf(deal, project.asOf).status ?? 'none';
}

/** The date of a deal on the day; of one that has not begun when it is to begin. */
export function dateOn({ asOf }: Project, deal: Declaration): DealDate | undefined {
  return dateOfDeal(deal, asOf) ?? (liesAhead(deal, asOf) ? statusHistory(deal)[0]?.on : undefined);
}

/** The names of the parties that a text means: one that has it as its name, else all that have it as their title. */
export function partiesCalled(project: Project, text: string): string[] {
  const named = project.find(text);
  if (named ? isPartyOrVenture(named) : dealsOf(project, text).length > 0) return [text];
  const declared = [...ofGroup(project, 'party'), ...project.ofKind('venture')];
  return titled(declared, text);
}

/** The names of the ecosystems that a text means. */
export function ecosystemsCalled(project: Project, text: string): string[] {
  if (project.find(text)?.kind === 'ecosystem') return [text];
  return titled([...project.ofKind('ecosystem')], text);
}

function titled(declared: readonly Declaration[], text: string): string[] {
  const wanted = text.toLowerCase();
  return declared
    .filter(({ title, name }) => title.toLowerCase() === wanted || name.toLowerCase() === wanted)
    .map(({ name }) => name);
}

function isBetween(project: Project, deal: Declaration, since = -Infinity, until = Infinity): boolean {
  const date = dateOn(project, deal);
  return date !== undefined && date.latest >= since && date.earliest <= until;
}

function isAtLeast(project: Project, deal: Declaration, { currency, range }: Amount): boolean {
  const whole = wholeOf(deal);
  const written = rangeIn(whole, currency) ?? rangeIn(inBase(project, deal, whole), currency);
  return written !== undefined && !written.undisclosed && certainlyAtLeast(written, range);
}

/** What a deal brings on the day: what trees, cards and reports add up. */
export function sumsOfDeal(project: Project, deal: Declaration) {
  return bucketsInBase(project, deal, bucketsOf(deal, project.asOf));
}
