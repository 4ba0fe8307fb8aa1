import type { Item } from '../../language/item';
import { writeName } from '../../language/quote';
import { kinds, type DealKind } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { readDate } from '../../values/date';
import { readMoney } from '../../values/money';

/** A deal that a line of prose tells. */
export interface Statement {
  readonly kind: DealKind;
  readonly left: Declaration;
  readonly right: Declaration;
  /** As they are written. */
  readonly amount?: string;
  readonly on?: string;
  /** Where the line starts and ends in the item. */
  readonly start: number;
  readonly end: number;
}

/** Those that a sentence about two parties can tell. */
const dealKinds = [
  'investment',
  'round',
  'loan',
  'grant',
  'acquisition',
  'merger',
  'supply',
  'license',
  'partnership',
] as const satisfies readonly DealKind[];

/** Beginnings of words that tell a kind of deal; `received` where whoever stands first in the sentence receives it. */
const verbs: readonly (readonly [beginning: string, kind: DealKind, received?: 'received'])[] = [
  ['invest', 'investment'],
  ['back', 'investment'],
  ['fund', 'investment'],
  ['put', 'investment'],
  ['lead', 'round'],
  ['rais', 'round', 'received'],
  ['receiv', 'investment', 'received'],
  ['borrow', 'loan', 'received'],
  ['acqui', 'acquisition'],
  ['buy', 'acquisition'],
  ['bought', 'acquisition'],
  ['tak', 'acquisition'],
  ['lend', 'loan'],
  ['lent', 'loan'],
  ['loan', 'loan'],
  ['grant', 'grant'],
  ['suppl', 'supply'],
  ['provid', 'supply'],
  ['sell', 'supply'],
  ['sold', 'supply'],
  ['licen', 'license'],
  ['merg', 'merger'],
  ['partner', 'partnership'],
  ['all', 'partnership'],
  ['team', 'partnership'],
  ['work', 'partnership'],
];

/**
 * The deal that the line at an offset tells: `Amazon invests $4B in Anthropic on 2024-11-22`, `loan from A to B`. It names
 * two parties that are declared, by name, display name or alias, and has a word for a kind of deal. Undefined inside a
 * block, and where the line is a declaration already.
 *
 * @param find a party by what it is called, in lower case
 */
export function statementAt(
  item: Item | undefined,
  offset: number,
  find: (called: string) => Declaration | undefined,
): Statement | undefined {
  if (!item) return undefined;
  const { text } = item;
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const body = item.declaration?.body;
  if (body && body.start < start && start <= (body.close?.start ?? body.end)) return undefined;
  const line = text.slice(start, offset);
  if (/[:{}";/]/.test(line)) return undefined;
  const words = [...line.matchAll(/[^\s,]+/g)].map(([word]) => word);
  const parties: Declaration[] = [];
  let kind: DealKind | undefined;
  let isReceived = false;
  let amount: string | undefined;
  let on: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const found = partyAt(words, at, find);
    if (found) {
      if (parties.at(-1) !== found.party) parties.push(found.party);
      at += found.length - 1;
      continue;
    }
    const word = words[at]!;
    const known = kind === undefined ? kindOf(word.toLowerCase()) : undefined;
    if (known) [kind, isReceived] = known;
    // `Target is bought by Buyer`.
    if (word.toLowerCase() === 'by' && parties.length === 1) isReceived = true;
    if (/\d/.test(word)) {
      if (amount === undefined && isMoney(word)) amount = word;
      else if (readDate(word).ok && !/^\d{1,3}$/.test(word)) on ??= word;
    }
  }
  const [left, right] = isReceived ? parties.toReversed() : parties;
  if (!kind || !left || !right || parties.length > 2) return undefined;
  return {
    kind,
    left,
    right,
    ...(amount !== undefined && { amount }),
    ...(on !== undefined && { on }),
    start,
    end: offset,
  };
}

/** The longest name that starts with a word: display names have several. */
function partyAt(
  words: readonly string[],
  at: number,
  find: (called: string) => Declaration | undefined,
): { party: Declaration; length: number } | undefined {
  for (let length = Math.min(mostWords, words.length - at); length > 0; length--) {
    const party = find(
      words
        .slice(at, at + length)
        .join(' ')
        .toLowerCase(),
    );
    if (party) return { party, length };
  }
  return undefined;
}

const mostWords = 5;

/** What kind of deal a word tells, and whether its subject is at the receiving end. */
function kindOf(word: string): [kind: DealKind, isReceived: boolean] | undefined {
  const own = dealKinds.find((kind) => kind === word);
  if (own) return [own, false];
  const verb = verbs.find(([beginning]) => word.startsWith(beginning));
  return verb && [verb[1], verb[2] === 'received'];
}

function isMoney(word: string): boolean {
  const money = readMoney(word);
  return money.ok && money.value.currency !== '';
}

/** A statement as a declaration, in snippet syntax; what it does not tell is left to fill in. */
export function snippetOf(project: Project, statement: Statement, month: string): string {
  const { kind, left, right, amount, on } = statement;
  const { relation } = kinds[kind];
  const arrow = relation === 'mutual' ? '<->' : '->';
  const name = freeName(project, left.name + right.name);
  const lines = [
    `${kind} \${1:${escaped(writeName(name))}}: ${escaped(writeName(left.name))} ${arrow} ${escaped(writeName(right.name))} {`,
    relation === 'mutual'
      ? undefined
      : `\tamount ${amount === undefined ? '${2:undisclosed}' : escaped(amount)} per \${3:article}`,
    `\tstatus \${4|announced,rumored,talks,signed,closed|} on ${on === undefined ? `\${5:${month}}` : escaped(on)}`,
    '}',
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

/** A name that nothing has yet: with a number behind it where it is taken. */
function freeName(project: Project, wanted: string): string {
  if (!project.find(wanted)) return wanted;
  let number = 2;
  while (project.find(`${wanted}${number}`)) number++;
  return `${wanted}${number}`;
}

/** A text that means itself in snippet syntax. */
function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}
