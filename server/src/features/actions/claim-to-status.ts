import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { excerpt } from '../../language/excerpt';
import { quote } from '../../language/quote';
import { kinds } from '../../language/schema';
import { isComment, tokensOf } from '../../language/tokens';
import { findModifier } from '../../language/tree';
import {
  factOf,
  factsOf,
  isUnsure,
  noteOf,
  textOf,
  type Declaration,
  type Fact,
} from '../../model/declaration';
import { propertiesAfter, propertyInto } from '../../project/edits';
import { Change } from './change';
import { isOnHeader, type Place } from './place';
import type { Refactoring } from './refactoring';
import { unitOf, unitRemoval } from './unit';

/**
 * A claim that says when a deal's status changes, as a status line of that deal: `status renegotiating on 2025 per … likely`.
 * What somebody expects is `likely` there, and the line's remark keeps who said so.
 *
 * That is all of a claim that can become a deal's own. Who puts how much into whom a claim cannot state: it names
 * declarations, so a deal that it speaks of is there already. Claims with words of their own, such as a quote, or with a
 * date of their own would lose them, and claims that others answer are needed as they are; these stay.
 */
export const claimToStatus: Refactoring = {
  id: 'claim-to-status',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  offers: (place) => {
    const { declaration, project, isWhole } = place;
    // A file that is not read may answer the claim, or declare the deal once more.
    if (declaration.kind !== 'claim' || !isWhole || !isOnHeader(place)) return [];
    const stated = statedBy(declaration);
    if (!stated) return [];
    const { deal: name, status } = stated;
    const [deal, another] = project.declarationsOf(name);
    if (!deal || another || kinds[deal.kind].group !== 'deal' || !deal.item.isSound) return [];
    if ([...project.mentionsOf(declaration.name)].length > 0) return [];
    return [
      {
        title: l10n.t('Make it a status line of “{0}”', excerpt(name)),
        change: () => stating(place, deal, lineOf(place, status)),
      },
    ];
  },
};

const verbs: ReadonlySet<unknown> = new Set(['asserts', 'confirms', 'expects']);
const kept: ReadonlySet<string> = new Set(['status', 'per', 'note']);

/** The deal whose status a claim states, and the line that does; undefined where it says more than a status line can. */
function statedBy(claim: Declaration): { deal: string; status: Fact } | undefined {
  const { mentions, facts, operator, left, item, hasDisplayName, node } = claim;
  const targets = mentions.filter(({ role }) => role === 'right');
  const [target] = targets;
  const [status, another] = factsOf(claim, 'status');
  const notes = factsOf(claim, 'note');
  if (targets.length !== 1 || left.length !== 1 || !status || another || !status.on) return undefined;
  if (target?.path?.text !== 'status' || !verbs.has(operator) || hasDisplayName) return undefined;
  if (facts.some(({ name }) => !kept.has(name)) || facts.length !== node.body?.properties.length)
    return undefined;
  const hasRemarks = notes.length + (noteOf(status) === undefined ? 0 : 1) > 1;
  const per = factsOf(claim, 'per');
  const hasMore = [...notes, ...per].some((fact) => fact.node.modifiers.length > 0);
  if (hasRemarks || hasMore || tokensOf(item).some(({ kind }) => isComment(kind))) return undefined;
  return { deal: target.name, status };
}

function lineOf({ declaration, project, item }: Place, status: Fact): string {
  const textAt = ({ start, end }: { readonly start: number; readonly end: number }) =>
    item.text.slice(start, end);
  const note = findModifier(status.node, 'note');
  const without = status.node.modifiers.filter(({ name }) => name !== 'note' && name !== 'per');
  const cited = new Set([
    ...status.sources.map(textAt),
    ...factsOf(declaration, 'per').flatMap((fact) => fact.node.values.map(textAt)),
  ]);
  const isForecast = declaration.operator === 'expects' && !isUnsure(status);
  const who = declaration.left.map((name) => project.find(name)?.title ?? name).join(', ');
  const remark = note?.values[0]?.text ?? textOf(declaration, 'note');
  const said = remark === undefined ? l10n.t('Said by {0}.', who) : l10n.t('Said by {0}: {1}', who, remark);
  return [
    'status',
    textAt(status.node.values[0] ?? status.node),
    ...without.map(textAt),
    ...(isForecast ? ['likely'] : []),
    ...(cited.size > 0 ? [`per ${[...cited].join(', ')}`] : []),
    `note ${quote(said)}`,
  ].join(' ');
}

function stating(
  { project, document, uri, index }: Place,
  deal: Declaration,
  line: string,
): Change | undefined {
  const unit = unitOf(document, index);
  const site = project.siteOf(deal);
  const last = factsOf(deal, 'status').at(-1) ?? factOf(deal, 'amount');
  const edit = last
    ? propertiesAfter(deal.item, last.node, [line])
    : propertyInto(deal.item, deal.node, line);
  if (!unit || !edit) return undefined;
  return new Change(project)
    .rewrite(site.uri, site.index, [edit])
    ?.remove(uri, unitRemoval(document, index, unit));
}
