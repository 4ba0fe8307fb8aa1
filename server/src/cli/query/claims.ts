import { kinds } from '../../language/schema';
import { citedSources } from '../../model/citation';
import { dateOf, textOf, type Declaration } from '../../model/declaration';
import { factSentence } from '../../features/summary/fact';
import { sideOf } from './deals';
import { placeIn } from './declared';
import type { Filters, Selection } from './filters';
import type { Column, Row } from './listing';

export const claimColumns: readonly Column[] = [
  { key: 'claim', title: 'Claim' },
  { key: 'by', title: 'By' },
  { key: 'verb', title: 'Says' },
  { key: 'about', title: 'About' },
  { key: 'date', title: 'Date' },
  { key: 'sentence', title: 'Sentence', isDetail: true },
  { key: 'quote', title: 'Quote', isDetail: true },
  { key: 'sources', title: 'Sources', isNumber: true },
  { key: 'file', title: 'File', isDetail: true },
  { key: 'line', title: 'Line', isNumber: true, isDetail: true },
];

/** Who says what of whom, by file and place. Parties that were asked for are those who say it or whom it is about. */
export function claimRows(selection: Selection, filters: Filters): Row[] {
  const { project, isNamed, parties } = selection;
  const claims = [...project.ofKind('claim')].filter(
    (claim) =>
      isNamed(claim) &&
      isBetween(claim, filters) &&
      ((parties && claim.mentionedNames.some((name) => parties.has(name))) || isAboutDeals(selection, claim)),
  );
  return project.inOrder(claims).map((claim) => ({
    cells: {
      claim: claim.name,
      by: sideOf(project, claim.sides.left),
      verb: claim.operator,
      about: claim.sides.right.map(({ text, path }) => (path ? `${text}.${path.text}` : text)),
      date: dateOf(claim, 'on'),
      sentence: factSentence(project, claim),
      quote: textOf(claim, 'quote'),
      sources: citedSources(claim).length,
      ...placeIn(project, claim),
    },
  }));
}

/** Whether nothing is asked of the deals that a claim is about, or one of these passes. */
function isAboutDeals({ project, isFiltered, passes }: Selection, claim: Declaration): boolean {
  if (!isFiltered) return true;
  return claim.mentionedNames.some((name) => {
    const deal = project.find(name);
    return deal !== undefined && kinds[deal.kind].group === 'deal' && passes(deal);
  });
}

/** Whether a claim may have been made in the days that are asked for. */
function isBetween(claim: Declaration, { since = -Infinity, until = Infinity }: Filters): boolean {
  if (since === -Infinity && until === Infinity) return true;
  const date = dateOf(claim, 'on');
  return date !== undefined && date.latest >= since && date.earliest <= until;
}
