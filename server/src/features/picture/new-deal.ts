import * as l10n from '@vscode/l10n';
import { quote, writeName } from '../../language/quote';
import { kinds, undisclosed } from '../../language/schema';
import type { Project } from '../../project/project';
import { lengthAround, type DrawnKind, type NewDealParams, type SnippetInsertion } from '../../protocol';
import { formatDay } from '../../values/day';
import { offeredStages } from '../completion/statement';
import { freeDealName } from '../free-name';
import { isPartyOrVenture } from '../participants';
import { Refused } from '../refused';
import { inSnippet, withoutPlaces } from '../snippet-text';
import { kindLabel } from '../summary/names';
import { placesForDeal, textAround } from './deal-places';

/** What the table of the language says of a deal between two: the places of its name, its sides, status and date. */
const headerPattern = /^\w+ \$\{(\d+):[^}]*\}.*: \$\{(\d+):[^}]*\} <?-> \$\{(\d+):[^}]*\} \{$/m;
const sampleStatus = ':announced}';
const sampleDate = '2025-01';
/** A figure of the table, which nobody has read anywhere. */
const sampleMoney = /(\$\{\d+:)\\\$[^}]*\}/g;
/** A title of the table, such as that of a round. */
const sampleTitle = / "\$\{\d+:[^}]*\}"/;
/** What a deal need not say, and nobody knows of a new one. */
const unknownLine = /^\t(?:lead|term|valuation) .*\n/gm;

/**
 * A new deal between two parties, to be put where deals of the two stand: with a free name, and with places for what is
 * not known yet.
 *
 * @throws Refused where there can be no such deal
 */
export function newDeal(
  project: Project,
  { kind, from, to }: Pick<NewDealParams, 'kind' | 'from' | 'to'>,
): SnippetInsertion {
  if (from === to) throw new Refused(l10n.t('A deal is between two, not of one with itself.'));
  for (const name of [from, to]) mustTakePart(project, name);
  const snippet = snippetOfDeal(project, kind, from, to);
  const plain = withoutPlaces(snippet);
  for (const { uri, offset } of placesForDeal(project, from, to)) {
    const document = project.document(uri)!;
    const { before, after, lineBreak } = textAround(document, offset);
    const set = (text: string) => before + text.replaceAll('\n', lineBreak) + after;
    const changed = document.replace(offset, offset, set(plain));
    const declared = changed.item(changed.indexAt(offset + before.length));
    // A comment or text that nobody closed would swallow it.
    if (!declared?.isSound || declared.declaration?.kind !== kind) continue;
    const around = {
      before: document.textBetween(Math.max(0, offset - lengthAround), offset),
      after: document.textBetween(offset, Math.min(document.length, offset + lengthAround)),
    };
    return { uri, position: document.placeAt(offset), snippet: set(snippet), around };
  }
  throw new Refused(l10n.t('There is no file that the deal could be written into.'));
}

/** Refuses names that take no part in deals. Who is not declared yet may come to be. */
function mustTakePart(project: Project, name: string): void {
  if (name.trim() === '') throw new Refused(l10n.t('A deal is between parties with a name.'));
  const declaration = project.find(name);
  if (!declaration || isPartyOrVenture(declaration)) return;
  throw new Refused(
    l10n.t(
      '{0} stands for no party that could make deals ({1}).',
      declaration.title,
      kindLabel(declaration.kind),
    ),
  );
}

/**
 * The snippet of a kind with the two on its sides, a free name, and the day as of which the project is seen. No figure is
 * made up.
 */
function snippetOfDeal(project: Project, kind: DrawnKind, from: string, to: string): string {
  const { snippet } = kinds[kind];
  const [, name, left, right] = headerPattern.exec(snippet) ?? [];
  const known: Readonly<Record<string, string>> = {
    [`${name}`]: `\${${name}:${inSnippet(writeName(freeDealName(project, from, to)))}}`,
    [`${left}`]: inSnippet(writeParty(from)),
    [`${right}`]: inSnippet(writeParty(to)),
  };
  const certain = inColumns(snippet.replace(sampleTitle, '').replaceAll(unknownLine, ''));
  return certain
    .replaceAll(sampleMoney, `$1${undisclosed}}`)
    .replaceAll(sampleStatus, `|${offeredStages.join()}|}`)
    .replaceAll(sampleDate, formatDay(project.asOf))
    .replaceAll(/\$\{(\d+):(?:\\.|[^}])*\}/g, (place, number: string) => known[number] ?? place);
}

/** The lines of a block, with what they say in one column. */
function inColumns(block: string): string {
  const lines = [...block.matchAll(/^\t(\S+) +/gm)];
  const widest = Math.max(0, ...lines.map(([, property = '']) => property.length));
  return block.replaceAll(/^\t(\S+) +/gm, (_, property: string) => `\t${property.padEnd(widest)} `);
}

/** A party as it is written; in quotes, the word for nobody in particular is a name. */
function writeParty(name: string): string {
  return name === undisclosed ? quote(name) : writeName(name);
}
