import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { excerpt } from '../../language/excerpt';
import { quote, writeName } from '../../language/quote';
import { kinds, properties, takesProperty } from '../../language/schema';
import { TokenKind } from '../../language/lexer';
import { isComment, tokensOf } from '../../language/tokens';
import type { Span } from '../../language/tree';
import { citedBy } from '../../model/citation';
import { factsOf, type Declaration, type Fact } from '../../model/declaration';
import { nameKey, nameKeysOf } from '../../model/name-key';
import type { Project } from '../../project/project';
import { lineBreakOf, propertiesAfter, propertyInto } from '../../project/edits';
import { ignoresIn } from '../../project/ignores';
import { mentionSpan } from '../locations';
import { Change } from './change';
import { isOnHeader } from './place';
import type { Refactoring } from './refactoring';
import type { TextEdit } from './rewritten';
import { unitOf, unitRemoval } from './unit';

/** So many parties that one may be are offered: a person chooses among them. */
const mostOffered = 3;

/**
 * A party that is another one, but for its spelling or under an alias of it: everybody who mentions it mentions the other
 * one, which takes what it does not say yet, the names as `aka`, and the comments; and its own declaration goes. It is
 * refused where both say a thing differently that can be said once, and where one declaration names both.
 */
export const mergeParties: Refactoring = {
  id: 'merge-parties',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  mends: ['near-duplicate-party', 'alias-clash'],
  isCostly: true,
  offers: (place) => {
    const { declaration: gone, project, isWhole } = place;
    if (kinds[gone.kind].group !== 'party' || !isOnHeader(place)) return [];
    if (project.declarationsOf(gone.name).length !== 1) return [];
    return likelySame(project, gone).map((left) => {
      const refused = isWhole
        ? refusal(project, gone, left)
        : l10n.t(
            'Some files of this project are not read, and may mention the name. Wait, or read the rest first.',
          );
      return {
        title: l10n.t('Merge “{0}” into “{1}”', excerpt(gone.name), excerpt(left.name)),
        change: () => merged(project, gone, left),
        ...(refused !== undefined && { refused }),
      };
    });
  },
};

/** Parties of the same kind with a name, display name or alias in common. */
function likelySame(project: Project, party: Declaration): Declaration[] {
  const own = new Set([...nameKeysOf(party), ...aliasKeysOf(party)].filter((key) => key !== ''));
  const found: Declaration[] = [];
  for (const other of project.ofKind(party.kind)) {
    // Names are remembered, and most parties have no alias.
    const isLike =
      nameKeysOf(other).some((key) => own.has(key)) || aliasKeysOf(other).some((key) => own.has(key));
    if (isLike && other.name !== party.name && other.item.isSound) found.push(other);
  }
  return found
    .filter(({ name }) => project.declarationsOf(name).length === 1)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, mostOffered);
}

function aliasKeysOf(party: Declaration): string[] {
  return aliasesOf(party).map(nameKey);
}

/** Why two parties cannot become one, in a sentence; undefined where they can. */
function refusal(project: Project, gone: Declaration, left: Declaration): string | undefined {
  const names = new Set([gone.name, left.name]);
  if ([gone, left].some((party) => party.mentionedNames.some((name) => names.has(name)))) {
    return l10n.t('One of the two names the other.');
  }
  const naming = new Set([...project.mentionsOf(left.name)].map(({ declaration }) => declaration));
  for (const { declaration } of project.mentionsOf(gone.name)) {
    if (naming.has(declaration)) return l10n.t('“{0}” names both.', excerpt(declaration.name));
    if (!declaration.item.isSound) {
      return l10n.t('“{0}” cannot be read in full. Mend it first.', excerpt(declaration.name));
    }
  }
  const conflict = gone.facts.find((fact) => isContradicted(fact, left));
  return conflict && l10n.t('Both state “{0}”, and differently. Decide on one first.', conflict.name);
}

/** Whether another party says a thing differently that can be said once, as far as sources do not differ. */
function isContradicted(fact: Fact, other: Declaration): boolean {
  const stated = factsOf(other, fact.name);
  if (properties[fact.name].many || stated.length === 0) return false;
  if (stated.some((line) => saysAll(line, fact))) return false;
  return !hasSourcesOfItsOwn(fact, stated);
}

/** Whether sources may differ over it: each of the lines cites others. */
function hasSourcesOfItsOwn(fact: Fact, stated: readonly Fact[]): boolean {
  const cited = citedBy(fact).map(({ text }) => text);
  return (
    cited.length > 0 &&
    stated.every((line) => {
      const others = citedBy(line).map(({ text }) => text);
      return others.length > 0 && !others.some((text) => cited.includes(text));
    })
  );
}

/** Whether a line says all that another one does. */
function saysAll(line: Fact, other: Fact): boolean {
  const values = new Set(line.node.values.map(({ text }) => text));
  return (
    other.node.values.every(({ text }) => values.has(text)) &&
    other.node.modifiers.every(({ name, values: own }) =>
      line.node.modifiers.some(
        (modifier) =>
          modifier.name === name &&
          modifier.values.map(({ text }) => text).join() === own.map(({ text }) => text).join(),
      ),
    )
  );
}

function merged(project: Project, gone: Declaration, left: Declaration): Change | undefined {
  const from = project.siteOf(gone);
  const unit = unitOf(from.document, from.index);
  if (!unit) return undefined;
  const change = new Change(project);
  for (const [declaration, edits] of renamings(project, gone, left)) {
    const { uri, document, index } = project.siteOf(declaration);
    const start = document.startOf(index);
    for (const edit of edits)
      change.replace(uri, { ...edit, start: start + edit.start, end: start + edit.end });
  }
  const to = project.siteOf(left);
  const lines = [...linesFor(gone, left), ...commentsIn(gone, unit)];
  if (
    lines.length > 0 &&
    !change.rewrite(
      to.uri,
      to.index,
      [taking(left, lines)].flatMap((edit) => edit ?? []),
    )
  )
    return undefined;
  const removal = unitRemoval(from.document, from.index, unit);
  return change.remove(from.uri, removal);
}

function renamings(project: Project, gone: Declaration, left: Declaration): Map<Declaration, TextEdit[]> {
  const found = new Map<Declaration, TextEdit[]>();
  for (const { declaration, mention } of project.mentionsOf(gone.name)) {
    const edit = { ...mentionSpan(mention), text: writeName(left.name) };
    const edits = found.get(declaration);
    if (edits) edits.push(edit);
    else found.set(declaration, [edit]);
  }
  return found;
}

/** What one party is to say for another one: its names, and what it alone says. */
function linesFor(gone: Declaration, left: Declaration): string[] {
  const known = new Set([left.name, left.title, ...aliasesOf(left)]);
  const called = [gone.node.displayName?.text ?? gone.name, gone.name, ...aliasesOf(gone)];
  const names = [...new Set(called)].filter((name) => !known.has(name));
  const dated = factsOf(gone, 'aka').filter(({ node }) => node.modifiers.length > 0);
  const datedNames = new Set(dated.flatMap(({ values }) => values.map(({ node }) => node.text)));
  const plain = names.filter((name) => !datedNames.has(name));
  const textOf = ({ node }: Fact) => gone.item.text.slice(node.start, node.end);
  const isNew = (fact: Fact) =>
    (fact.name !== 'aka' || fact.node.modifiers.length > 0) &&
    takesProperty(left.kind, fact.name) &&
    !factsOf(left, fact.name).some((line) => saysAll(line, fact));
  return [
    ...(plain.length > 0 ? [`aka ${plain.map(quote).join(', ')}`] : []),
    ...gone.facts.filter(isNew).map(textOf),
  ];
}

function aliasesOf(party: Declaration): string[] {
  return factsOf(party, 'aka').flatMap(({ values }) => values.map(({ node }) => node.text));
}

/** Comments as they can stand in a block. What silences a check goes with what it was for. */
function commentsIn({ item }: Declaration, unit: Span): string[] {
  const silencing = new Set(ignoresIn(item).map(({ span }) => span.start));
  return tokensOf(item).flatMap(({ kind, start, end }) => {
    if (start < unit.start || !isComment(kind) || silencing.has(start)) return [];
    const text = item.text.slice(start, end).trimEnd();
    return [kind === TokenKind.DocComment ? text.replace(/^\/\/\//, '//') : text];
  });
}

/** Puts lines into the block of a party, behind all that stands there. */
function taking({ item, node }: Declaration, lines: readonly string[]): TextEdit | undefined {
  const lineBreak = lineBreakOf(item.text);
  const last = node.body?.properties.at(-1);
  if (!lines.some((line) => line.startsWith('/'))) {
    return last ? propertiesAfter(item, last, lines) : propertyInto(item, node, lines.join('; '));
  }
  const block = lines.map((line) => lineBreak + line).join('') + lineBreak;
  const close = node.body?.close;
  if (!node.body) return { start: node.end, end: node.end, text: ` {${block}}` };
  return close && { start: close.start, end: close.start, text: block };
}
