import type { Item } from '../../language/item';
import { writeName } from '../../language/quote';
import { kinds, type DealKind, type StatusName } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { readDate } from '../../values/date';
import { readMoney } from '../../values/money';

/** A party that a sentence names: one that is declared, or a name that may come to be. */
export type Named = Pick<Declaration, 'name' | 'title'>;

/** A deal that a line of prose tells. */
export interface Statement {
  readonly kind: DealKind;
  readonly left: Named;
  readonly right: Named;
  /** As a deal file has it, with its bounds. */
  readonly amount?: string;
  /** As it is written. */
  readonly on?: string;
  /** How far it is, as far as the words tell. */
  readonly status?: StatusName;
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
 * two parties, by name, display name or alias, or by words with a capital, and has a word for a kind of deal. Undefined inside a
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
  const told = amountIn(line);
  const words = [...told.rest.matchAll(/[^\s,]+/g)].map(([word]) => word);
  const parties: Named[] = [];
  let kind: DealKind | undefined;
  let isReceived = false;
  let on: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const found = partyAt(words, at, find);
    if (found) {
      if (parties.at(-1) !== found.party) parties.push(found.party);
      at += found.length - 1;
      continue;
    }
    const word = words[at]!;
    const unknown = kindOf(word.toLowerCase()) ? undefined : newNameAt(words, at, find);
    if (unknown) {
      parties.push({ name: unknown.name, title: unknown.name });
      at += unknown.length - 1;
      continue;
    }
    const known = kind === undefined ? kindOf(word.toLowerCase()) : undefined;
    if (known) [kind, isReceived] = known;
    // `Target is bought by Buyer`.
    if (word.toLowerCase() === 'by' && parties.length === 1) isReceived = true;
    if (!/\d/.test(word)) continue;
    // A figure that is not understood must not be lost without a word.
    if (!readDate(word).ok || /^\d{1,3}$/.test(word)) return undefined;
    on ??= word;
  }
  const [left, right] = isReceived ? parties.toReversed() : parties;
  if (!kind || !left || !right || parties.length > 2) return undefined;
  return {
    kind,
    left,
    right,
    ...(told.amount !== undefined && { amount: told.amount }),
    ...statusIn(line),
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

/** Words with a capital that nobody is called yet: whoever writes of a first deal has declared nobody. */
function newNameAt(
  words: readonly string[],
  at: number,
  find: (called: string) => Declaration | undefined,
): { name: string; length: number } | undefined {
  let length = 0;
  while (at + length < words.length && length < mostWords) {
    const word = words[at + length]!;
    const isName = /^\p{Lu}[\p{L}\d&.'-]*$/u.test(word) && !noNames.has(word.toLowerCase());
    if (!isName || (length > 0 && find(word.toLowerCase()))) break;
    length++;
  }
  return length > 0 ? { name: words.slice(at, at + length).join(' '), length } : undefined;
}

/** Words that stand with a capital and name nobody. */
const noNames: ReadonlySet<string> = new Set(
  'series,the,a,an,in,on,by,january,february,march,april,may,june,july,august,september,october,november,december'.split(
    ',',
  ),
);

const mostWords = 5;

/** What kind of deal a word tells, and whether its subject is at the receiving end. */
function kindOf(word: string): [kind: DealKind, isReceived: boolean] | undefined {
  const own = dealKinds.find((kind) => kind === word);
  if (own) return [own, false];
  const verb = verbs.find(([beginning]) => word.startsWith(beginning));
  return verb && [verb[1], verb[2] === 'received'];
}

/** Words in front of an amount that bound it, as deal files write them. */
const bounds: readonly (readonly [words: RegExp, written: string])[] = [
  [/\b(?:about|around|roughly|some|approximately|nearly|almost)\s*$/i, '~'],
  [/\b(?:up to|at most|as much as|less than)\s*$/i, '<'],
  [/\b(?:at least|more than|over)\s*$/i, '>'],
];

const scales: Readonly<Record<string, string>> = {
  thousand: 'K',
  million: 'M',
  mn: 'M',
  billion: 'B',
  bn: 'B',
  trillion: 'T',
};

const spelledCurrencies: Readonly<Record<string, string>> = {
  dollar: '$',
  dollars: '$',
  euro: '€',
  euros: '€',
  pound: '£',
  pounds: '£',
};

const amountPattern =
  /(?<symbol>[$€£¥]|\b[A-Z]{3}\s)?(?<digits>\d[\d,]*(?:\.\d+)?)(?:\s?(?<scale>thousand|million|mn|billion|bn|trillion|[KMBT])\b)?(?:\s(?<currency>dollars?|euros?|pounds?|[A-Z]{3})\b)?/gi;

/** The first amount that a line tells, as a deal file has it, and the line without it. */
function amountIn(line: string): { amount?: string; rest: string } {
  for (const match of line.matchAll(amountPattern)) {
    const { symbol, digits = '', scale = '', currency } = match.groups ?? {};
    const spelled = currency && (spelledCurrencies[currency.toLowerCase()] ?? `${currency.toUpperCase()} `);
    const unit = symbol ?? spelled;
    if (unit === undefined) continue;
    const before = line.slice(0, match.index);
    const bound = bounds.find(([words]) => words.test(before));
    const amount = `${bound?.[1] ?? ''}${unit}${digits}${scales[scale.toLowerCase()] ?? scale.toUpperCase()}`;
    if (!isMoney(amount)) continue;
    const kept = bound ? before.replace(bound[0], '') : before;
    return { amount, rest: `${kept} ${line.slice(match.index + match[0].length)}` };
  }
  return { rest: line };
}

function isMoney(text: string): boolean {
  const money = readMoney(text);
  return money.ok && money.value.currency !== '';
}

/** Words that tell how far a deal is; the first that fits counts. */
const stages: readonly (readonly [words: RegExp, status: StatusName])[] = [
  [/\b(?:may|might|could|rumou?red|reportedly|considers?|considering|explor\w+)\b/i, 'rumored'],
  [/\b(?:talks|negotiat\w+)\b/i, 'talks'],
  [/\b(?:plans?|intends?|wants?|will|announce[sd]?)\b/i, 'announced'],
  [/\b(?:agree[sd]?|sign(?:s|ed)?)\b/i, 'signed'],
  [/\b(?:closed|completed|has (?:bought|acquired|invested))\b/i, 'closed'],
];

function statusIn(line: string): { readonly status?: StatusName } {
  const status = stages.find(([words]) => words.test(line))?.[1];
  return status ? { status } : {};
}

const offeredStages: readonly StatusName[] = ['announced', 'rumored', 'talks', 'signed', 'closed'];

/** A statement as a declaration, in snippet syntax; what it does not tell is left to fill in. */
export function snippetOf(project: Project, statement: Statement, month: string): string {
  const { kind, left, right, amount, on, status = 'announced' } = statement;
  const others = offeredStages.filter((stage) => stage !== status);
  const { relation } = kinds[kind];
  const arrow = relation === 'mutual' ? '<->' : '->';
  const name = freeName(project, (left.name + right.name).replaceAll(/[^\p{L}\d_-]/gu, ''));
  const lines = [
    `${kind} \${1:${escaped(writeName(name))}}: ${escaped(writeName(left.name))} ${arrow} ${escaped(writeName(right.name))} {`,
    relation === 'mutual'
      ? undefined
      : `\tamount ${amount === undefined ? '${2:undisclosed}' : escaped(amount)} per \${3:article}`,
    `\tstatus \${4|${[status, ...others].join()}|} on ${on === undefined ? `\${5:${month}}` : escaped(on)}`,
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
