import { TokenKind } from '../../language/lexer';
import { quote } from '../../language/quote';
import { properties, takesProperty } from '../../language/schema';
import { isComment, tokensOf } from '../../language/tokens';
import type { Span } from '../../language/tree';
import { citedBy } from '../../model/citation';
import { factsOf, type Declaration, type Fact } from '../../model/declaration';
import { lineBreakOf, propertiesAfter, propertyInto } from '../../project/edits';
import { ignoresIn } from '../../project/ignores';
import type { Project } from '../../project/project';
import type { Change } from './change';
import type { TextEdit } from './rewritten';
import { unitOf, unitRemoval } from './unit';

/** The first line of a party that another one contradicts: both state a thing that can be said once, and differently. */
export function conflictBetween(gone: Declaration, left: Declaration): Fact | undefined {
  return gone.facts.find((fact) => isContradicted(fact, left));
}

/**
 * Has one party take what another one says beside it, its names as `aka` and its comments, and takes the other one away.
 * Whoever mentions it is not changed.
 *
 * @returns undefined where one of the two cannot be rewritten
 */
export function joining(
  change: Change,
  project: Project,
  gone: Declaration,
  left: Declaration,
): Change | undefined {
  const from = project.siteOf(gone);
  const unit = unitOf(from.document, from.index);
  if (!unit) return undefined;
  const to = project.siteOf(left);
  const lines = [...linesFor(gone, left), ...commentsIn(gone, unit)];
  const edits = lines.length > 0 ? [taking(left, lines)].flatMap((edit) => edit ?? []) : [];
  if (lines.length > 0 && !change.rewrite(to.uri, to.index, edits)) return undefined;
  return change.remove(from.uri, unitRemoval(from.document, from.index, unit));
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

/** What a party is also called. */
export function aliasesOf(party: Declaration): string[] {
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
  if (!close) return undefined;
  // Where the brace has a line to itself, none is left blank above what comes.
  const isOnOwnLine = /(?:\r|\n)[ \t]*$/.test(item.text.slice(0, close.start));
  const text = isOnOwnLine ? block.slice(lineBreak.length) : block;
  return { start: close.start, end: close.start, text };
}
