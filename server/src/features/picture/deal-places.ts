import type { DealDocument } from '../../language/document';
import type { Item } from '../../language/item';
import { kinds } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import { dealsOf } from '../../model/position';
import { lineBreakOf } from '../../project/edits';
import type { Project } from '../../project/project';
import { regionMarkersOf } from '../folding';
import { keptIn } from '../home';
import { ofGroup } from '../whole-project';

/** An offset in the text of a file, at the start of a line or at the end of the text. */
export interface DealPlace {
  readonly uri: string;
  readonly offset: number;
}

/** A declaration that a new one can stand behind. */
interface Neighbour {
  readonly uri: string;
  readonly index: number;
  /** Whether a deal in the same region shows that the new one belongs there as well. */
  readonly belongsWith: (deal: Declaration) => boolean;
}

/**
 * Places for a new deal between two, the best first: behind deals between them, else of the receiver, else of the giver,
 * else where deals are kept, else below whoever is declared. Regions are left that are about something else.
 */
export function* placesForDeal(project: Project, from: string, to: string): Generator<DealPlace> {
  for (const { uri, index, belongsWith } of neighbours(project, from, to)) {
    const document = project.document(uri)!;
    yield { uri, offset: behind(document, index, belongsWith) };
  }
  for (const uri of project.uris) yield { uri, offset: project.document(uri)!.length };
  // What is never closed at the end of a file reaches as far as that.
  for (const uri of project.uris)
    yield { uri, offset: project.document(uri)!.text.startsWith('\ufeff') ? 1 : 0 };
}

function* neighbours(project: Project, from: string, to: string): Generator<Neighbour> {
  const ofReceiver = dealsOf(project, to);
  const ofGiver = new Set(dealsOf(project, from));
  const between = ofReceiver.filter((deal) => ofGiver.has(deal));
  yield* lastOf(project, between, () => true);
  for (const deals of [new Set(ofReceiver), ofGiver]) {
    yield* lastOf(project, deals, (deal) => deals.has(deal));
  }
  const uri = keptIn(project, 'deal');
  const kept = uri === undefined ? undefined : project.document(uri);
  if (uri !== undefined && kept) {
    const index = kept.items.findLastIndex(isDeal);
    yield { uri, index, belongsWith: () => false };
  }
  yield* lastOf(project, ofGroup(project, 'deal'), () => false);
  for (const name of [to, from]) {
    const site = project.find(name);
    if (!site) continue;
    const { uri: own, document } = project.siteOf(site);
    yield { uri: own, index: document.itemCount - 1, belongsWith: () => false };
  }
}

function* lastOf(
  project: Project,
  deals: Iterable<Declaration>,
  belongsWith: Neighbour['belongsWith'],
): Generator<Neighbour> {
  const last = project.inOrder(deals).at(-1);
  if (!last) return;
  const { uri, index } = project.siteOf(last);
  yield { uri, index, belongsWith };
}

function isDeal(item: Item): boolean {
  const declaration = interpret(item);
  return declaration !== undefined && kinds[declaration.kind].group === 'deal';
}

/** The offset behind the line on which a declaration ends, and behind the regions that a new deal does not belong to. */
function behind(document: DealDocument, index: number, belongsWith: Neighbour['belongsWith']): number {
  let offset: number | undefined;
  for (const { first, last, end } of regionsAround(document, index)) {
    const deals = document.items.slice(first, last + 1).filter(isDeal);
    if (deals.length > 0 && deals.every((item) => belongsWith(interpret(item)!))) break;
    offset = end;
  }
  return offset ?? behindLine(document, index);
}

/** A region from one declaration to another, and where the line of its end mark ends. */
interface Region {
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

/** The closed regions that a declaration is in, the innermost first. */
function* regionsAround(document: DealDocument, index: number): Generator<Region> {
  const open: number[] = [];
  let depth = 0;
  for (const [at, item] of document.items.entries()) {
    // Marks are above declarations. To look for them takes as long as to read the text again.
    if (!item.text.includes('region')) continue;
    for (const { line, opens } of regionMarkersOf(item)) {
      const lineStart = line > 0 ? item.lineStarts[line - 1]! : 0;
      if (item.declaration && lineStart >= item.declaration.start) continue;
      if (at <= index) {
        if (opens) open.push(at);
        else open.pop();
      } else if (opens) depth++;
      else if (depth > 0) depth--;
      else {
        const first = open.pop();
        if (first === undefined) return;
        yield { first, last: at - 1, end: document.startOf(at) + (item.lineStarts[line] ?? item.length) };
      }
    }
  }
}

/** Behind a declaration, what else stands on its last line, and comments that stand right below it and above nothing. */
function behindLine(document: DealDocument, index: number): number {
  let at = index;
  while (at < document.itemCount - 1 && !endsLine(document.item(at)!)) at++;
  const item = document.item(at);
  if (!item) return document.length;
  const offset = document.startOf(at) + item.length;
  const [comments = ''] = looseComments.exec(document.item(at + 1)?.text ?? '') ?? [];
  return offset + comments.length;
}

/** Lines of comments, none of which marks a region or documents anything, with a blank line or nothing below them. */
const looseComments =
  /^(?:[ \t]*\/\/(?!\/|\s*#(?:end)?region\b)[^\r\n]*(?:\r\n|\r|\n))+(?=[ \t]*(?:\r\n|\r|\n|$))/;

function endsLine({ text }: Item): boolean {
  return /[\r\n]$/.test(text);
}

/** What parts a declaration from what stands before and behind it: a blank line on both sides. */
export function textAround(
  document: DealDocument,
  offset: number,
): { readonly before: string; readonly after: string; readonly lineBreak: string } {
  const lineBreak = lineBreakOf(document.items.find(({ lineBreaks }) => lineBreaks > 0)?.text ?? '');
  const above = document.textBetween(Math.max(0, offset - widestBlank), offset).replaceAll(/\r\n?/g, '\n');
  const below = document.textBetween(offset, Math.min(document.length, offset + widestBlank));
  const isFirst = above === '' || above === '\ufeff';
  const before = isFirst || /\n[ \t]*\n$/.test(above) ? '' : lineBreak;
  return {
    before: isFirst || above.endsWith('\n') ? before : lineBreak + lineBreak,
    after: below === '' || /^[ \t]*[\r\n]/.test(below) ? lineBreak : lineBreak + lineBreak,
    lineBreak,
  };
}

/** Blanks on an empty line that are seen as such. */
const widestBlank = 200;
