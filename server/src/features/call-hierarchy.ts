import * as l10n from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import { kinds, type MoneyPurpose } from '../language/schema';
import type { Span } from '../language/tree';
import { addBuckets, type Buckets } from '../model/deal';
import { nameSpan, type Declaration, type MentionRole } from '../model/declaration';
import { fundingsIn, fundingsOf, type Funding } from '../model/funding';
import type { Project } from '../project/project';
import { itemAt, itemOf, subjectAt, type HierarchyData, type HierarchyItem } from './hierarchy-item';
import { locate, mentionSpan, type Cursor } from './locations';
import { withRemarks } from './summary/figures';
import { kindLabel } from './summary/names';
import { convertedMark, sumsLine } from './summary/sums';

/** A step of the hierarchy: who funds or is funded, and the places in the deals that say so. */
export interface FundingStep {
  readonly item: HierarchyItem;
  readonly ranges: Range[];
}

/** The party or deal under the cursor, as the start of a hierarchy of capital; undefined where there is none. */
export function callHierarchyAt(cursor: Cursor): HierarchyItem[] | undefined {
  const { project } = cursor;
  const subject = subjectAt(cursor, ['party', 'deal']);
  if (!subject) return undefined;
  const { name, place } = subject;
  const declaration = project.find(name);
  return [itemOf(project, name, place, declaration ? kindLabel(declaration.kind) : '', { name })];
}

/**
 * Who funds a party on the project's day, or pays in a deal: each of them in the deals, which is where the places lie.
 * The places of one step lie in one file, so somebody who funds it in deals of several files is there once for each.
 * Yields how many deals it has looked at.
 */
export function* incomingFundings(
  project: Project,
  { data }: Pick<HierarchyItem, 'data'>,
): Generator<number, FundingStep[]> {
  return yield* stepsOf(project, yield* fundingsFor(project, data, 'in'), ({ giver }) => giver);
}

/**
 * Whom a party funds on the project's day, or who is paid in a deal: each of them in the deals. Places are told as far
 * as they lie in the file of the item that was asked about, since the protocol takes them to be there. Yields how many
 * deals it has looked at.
 */
export function* outgoingFundings(
  project: Project,
  { data, uri }: Pick<HierarchyItem, 'data' | 'uri'>,
): Generator<number, FundingStep[]> {
  const fundings = yield* fundingsFor(project, data, 'out');
  const steps = yield* stepsOf(project, fundings, ({ receiver }) => receiver);
  return steps.map((step) => (step.item.uri === uri ? step : { ...step, ranges: [] }));
}

function* fundingsFor(
  project: Project,
  { name }: HierarchyData,
  direction: 'in' | 'out',
): Generator<number, Funding[]> {
  const declaration = project.find(name);
  const isDeal = declaration && kinds[declaration.kind].group === 'deal' && declaration.kind !== 'venture';
  return isDeal ? fundingsIn(project, declaration, direction) : yield* fundingsOf(project, name, direction);
}

/** The others in some fundings, by title, and for each of them by file. */
function* stepsOf(
  project: Project,
  fundings: readonly Funding[],
  otherIn: (funding: Funding) => string,
): Generator<number, FundingStep[]> {
  const byOther = new Map<string, Funding[]>();
  for (const funding of fundings) add(byOther, otherIn(funding), funding);
  const steps: FundingStep[] = [];
  for (const [other, all] of byOther) {
    // Deals may have gone since the step before.
    const held = all.filter(({ deal }) => project.uriOf(deal.item) !== undefined);
    const byFile = new Map<string, Funding[]>();
    for (const each of held) add(byFile, project.siteOf(each.deal).uri, each);
    for (const own of byFile.values()) steps.push(stepIn(project, other, own, held));
    yield all.length;
  }
  return steps.sort(({ item: a }, { item: b }) => compare(a.name, b.name) || compare(a.uri, b.uri));
}

/** One party in its deals of one file. */
function stepIn(
  project: Project,
  other: string,
  own: readonly Funding[],
  all: readonly Funding[],
): FundingStep {
  const here = sumOf(own);
  const detail = own.length === all.length ? here : l10n.t('{0} here, {1} in all', here, sumOf(all));
  const places = project
    .inOrder(new Set(own.map(({ deal }) => deal)))
    .flatMap((declaration) => placesIn(declaration, other).map((span) => ({ declaration, span })));
  return {
    item: itemAt(project, other, places[0]!, detail, { name: other }),
    ranges: places.map(({ declaration, span }) => locate(project, declaration, span).range),
  };
}

/** What fundings come to, purpose by purpose. */
function sumOf(fundings: readonly Funding[]): string {
  const sums = new Map<MoneyPurpose, Buckets>();
  for (const { purpose, buckets } of fundings) {
    const sum = sums.get(purpose);
    sums.set(purpose, sum ? addBuckets(sum, buckets) : buckets);
  }
  const line = sumsLine(sums);
  return line === '' ? l10n.t('no amount stated') : withRemarks(line, [convertedMark(sums.values())]);
}

/** Where a deal names somebody who pays or is paid in it; the name of the deal itself where that is a venture. */
function placesIn(deal: Declaration, party: string): Span[] {
  const places = deal.mentions
    .filter(({ name, role }) => name === party && moneyRoles.has(role))
    .map(mentionSpan);
  return places.length > 0 ? places : [nameSpan(deal)];
}

const moneyRoles: ReadonlySet<MentionRole> = new Set(['left', 'right', 'lead', 'member', 'seller']);

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
