import * as l10n from '@vscode/l10n';
import type { DealDocument } from '../../language/document';
import { kinds, type KindGroup } from '../../language/schema';
import { dateOf, factOf, type Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import { statusHistory } from '../../model/lifecycle';
import { lineBreakOf } from '../../project/edits';
import { compareDates, type DealDate } from '../../values/date';
import { Change } from './change';
import { organizeKind } from './kinds';
import type { FilePlace } from './place';
import type { FileAction } from './refactoring';
import { unitOf } from './unit';

/**
 * The declarations of a file in the order in which a reader needs them: sources, parties, resources, deals, facts,
 * ecosystems. Deals and facts stand by the date on which they begin, those without one last; all others, and those of one
 * date, by name.
 *
 * Comments go with the declaration right below them. A mark of a region, a comment with a blank line below it and whatever
 * cannot be read stay where they are: declarations are put in order between them. A name that is declared twice in a file
 * keeps it as it is, since the first one counts.
 */
export const organize: FileAction = {
  id: 'organize',
  kind: organizeKind,
  scope: 'file',
  isCostly: true,
  offers: (place) => [
    { title: l10n.t('Put the declarations of this file in order'), change: () => organized(place) },
  ],
};

function organized({ project, document, uri }: FilePlace): Change | undefined {
  const change = new Change(project);
  let isChanged = false;
  for (const section of sectionsOf(document)) {
    const sorted = section.toSorted(compare);
    const [first] = section;
    const last = section.at(-1);
    if (!first || !last || sorted.every((movable, at) => movable === section[at])) continue;
    change.replace(uri, { start: first.start, end: last.end, text: textOf(sorted, lineBreakIn(document)) });
    isChanged = true;
  }
  return isChanged ? change : undefined;
}

/** A declaration with what goes where it goes. */
interface Movable {
  readonly declaration: Declaration;
  /** Offsets in the document. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly hasBlankAbove: boolean;
  readonly isMultiLine: boolean;
  readonly date: DealDate | undefined;
}

/** The declarations of a document that may change places with each other. */
function sectionsOf(document: DealDocument): Movable[][] {
  const sections: Movable[][] = [[]];
  const names = new Set<string>();
  for (let index = 0; index < document.itemCount; index++) {
    const item = document.item(index)!;
    const declaration = interpret(item);
    if (declaration && names.has(declaration.name)) return [];
    if (declaration) names.add(declaration.name);
    const unit = declaration && unitOf(document, index);
    if (!unit) {
      // What is only blank parts nothing.
      if (item.text.trim() !== '') sections.push([]);
      continue;
    }
    const heading = item.text.slice(0, unit.start);
    if (heading.replace('\ufeff', '').trim() !== '') sections.push([]);
    const offset = document.startOf(index);
    const { node } = declaration;
    sections.at(-1)!.push({
      declaration,
      start: offset + unit.start,
      end: offset + unit.end,
      text: item.text.slice(unit.start, unit.end),
      hasBlankAbove: heading.trim() === '' && /[\r\n]/.test(heading),
      isMultiLine: /[\r\n]/.test(item.text.slice(node.start, node.end)),
      date: beginningOf(declaration),
    });
  }
  return sections;
}

/** When a deal or fact begins, as far as it says so; undefined for all else, which stands by name. */
function beginningOf(declaration: Declaration): DealDate | undefined {
  const { group } = kinds[declaration.kind];
  if (group !== 'deal' && group !== 'fact') return undefined;
  const lines = (['amount', 'tranche', 'value', 'stake', 'revenue', 'rate'] as const).flatMap(
    (name) => factOf(declaration, name)?.on ?? [],
  );
  return statusHistory(declaration)[0]?.on ?? dateOf(declaration, 'on') ?? lines[0];
}

const order: readonly KindGroup[] = ['evidence', 'party', 'vocabulary', 'deal', 'fact', 'view'];

function compare(a: Movable, b: Movable): number {
  return rankOf(a) - rankOf(b) || compareBeginnings(a.date, b.date) || compareNames(a, b);
}

function rankOf({ declaration }: Movable): number {
  return order.indexOf(kinds[declaration.kind].group);
}

function compareBeginnings(a: DealDate | undefined, b: DealDate | undefined): number {
  if (a && b) return compareDates(a, b);
  return a ? -1 : b ? 1 : 0;
}

function compareNames({ declaration: a }: Movable, { declaration: b }: Movable): number {
  return compareTexts(a.name.toLowerCase(), b.name.toLowerCase()) || compareTexts(a.name, b.name);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Declarations one below the other, with a blank line where the one style wants it, or where one had it above. */
function textOf(movables: readonly Movable[], lineBreak: string): string {
  return movables
    .map((movable, index) => {
      const before = movables[index - 1];
      const isParted =
        before !== undefined &&
        (before.isMultiLine ||
          movable.isMultiLine ||
          movable.hasBlankAbove ||
          rankOf(before) !== rankOf(movable));
      const text = /[\r\n]$/.test(movable.text) ? movable.text : movable.text + lineBreak;
      return (isParted ? lineBreak : '') + text;
    })
    .join('');
}

function lineBreakIn(document: DealDocument): string {
  return lineBreakOf(document.item(0)?.text ?? '');
}
