import type { Item } from '../../language/item';
import { writeName } from '../../language/quote';
import { kinds, type DealKind, type StatusName } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { readDate } from '../../values/date';
import { readMoney } from '../../values/money';
import { freeDealName } from '../free-name';
import { inSnippet } from '../snippet-text';
import { begunDate, toFillIn, withDates } from './prose-dates';

/** A party that a sentence names: one that is declared, or a name that may come to be. */
export type Named = Pick<Declaration, 'name' | 'title'>;

/** A deal that a line of prose tells. */
export interface Statement {
  readonly kind: DealKind;
  readonly left: Named;
  readonly right: Named;
  /** As a deal file has it, with its bounds. */
  readonly amount?: string;
  /** As a deal file has it; what is not written yet stands as `YYYY` and `MM`. */
  readonly on?: string;
  /** How far it is, as far as the words tell. */
  readonly status?: StatusName;
  /** Where the line starts and ends in the item, without a comment behind it. */
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

/** Words that tell a kind of deal; `received` where whoever stands first in the sentence receives it. */
const verbs: readonly (readonly [words: RegExp, kind: DealKind, received?: 'received'])[] = [
  [/^invest(?:s|ed|ing|ments?)?$/, 'investment'],
  [/^back(?:s|ed|ing)?$/, 'investment'],
  [/^fund(?:s|ed|ing)?$/, 'investment'],
  [/^put(?:s|ting)?$/, 'investment'],
  [/^(?:lead(?:s|ing)?|led)$/, 'round'],
  [/^rais(?:es?|ed|ing)$/, 'round', 'received'],
  [/^receiv(?:es?|ed|ing)$/, 'investment', 'received'],
  [/^borrow(?:s|ed|ing)?$/, 'loan', 'received'],
  [/^acqui(?:res?|red|ring|sition)$/, 'acquisition'],
  [/^(?:buy(?:s|ing)?|bought)$/, 'acquisition'],
  [/^(?:tak(?:es?|en|ing)|took|takeover)$/, 'acquisition'],
  [/^(?:lend(?:s|ing)?|lent)$/, 'loan'],
  [/^loan(?:s|ed|ing)?$/, 'loan'],
  [/^grant(?:s|ed|ing)?$/, 'grant'],
  [/^suppl(?:y|ies|ied|ying)$/, 'supply'],
  [/^provid(?:es?|ed|ing)$/, 'supply'],
  [/^(?:sell(?:s|ing)?|sold)$/, 'supply'],
  [/^licen[cs](?:es?|ed|ing)$/, 'license'],
  [/^merg(?:es?|ed|ing|er)$/, 'merger'],
  [/^partner(?:s|ed|ing|ship)?$/, 'partnership'],
  [/^all(?:y|ies|ied|iance)$/, 'partnership'],
  [/^team(?:s|ed|ing)?$/, 'partnership'],
  [/^work(?:s|ed|ing)?$/, 'partnership'],
];

/**
 * The deal that the line at an offset tells: `Amazon invests $4B in Anthropic on 2024-11-22`, `loan from A to B`. It names
 * two parties, by name, display name or alias, or by words with a capital, and has a word for a kind of deal. A date that is
 * still being written at its end stands for what is known of it. Undefined inside a block, and where the line is a
 * declaration already.
 *
 * @param find a party by what it is called, in lower case
 * @param isWhole whether all files are read, so that a name that is not found is a new one
 */
export function statementAt(
  item: Item | undefined,
  offset: number,
  find: (called: string) => Declaration | undefined,
  isWhole = true,
): Statement | undefined {
  if (!item) return undefined;
  const { text } = item;
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const body = item.declaration?.body;
  if (body && body.start < start && start <= (body.close?.start ?? body.end)) return undefined;
  const end = Math.max(offset, start + proseIn(text.slice(start)).length);
  const line = text.slice(start, end);
  if (/[:{}";/]/.test(line)) return undefined;
  if (deniedWords.test(line)) return undefined;
  const told = toldIn(line, find, isWhole);
  if (told) return { ...told, start, end };
  // While a date is being written it must not stand in the way.
  const begun = begunDate(line);
  const rest = begun && toldIn(begun.rest, find, isWhole);
  return rest && rest.on === undefined ? { ...rest, on: begun.date, start, end } : undefined;
}

/** The prose at the start of a text: up to a comment or the end of the line, and the spaces before these. */
function proseIn(text: string): string {
  return (/^.*?(?=\/[/*]|[\r\n]|$)/.exec(text)?.[0] ?? '').trimEnd();
}

/** What a line tells. */
function toldIn(
  line: string,
  find: (called: string) => Declaration | undefined,
  isWhole: boolean,
): Omit<Statement, 'start' | 'end'> | undefined {
  const dated = withDates(line);
  if (dated === undefined) return undefined;
  const told = amountIn(dated);
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
      // Somebody may well be declared under another name in a file that is not read.
      if (!isWhole) return undefined;
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
const noNames: ReadonlySet<string> = new Set(['series', 'the', 'a', 'an', 'in', 'on', 'by']);

/** Words of a deal that does not come about: nobody declares what was denied. */
const deniedWords =
  /\b(?:not|never|no longer|cannot|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|rul(?:es|ed) out)\b|n['’]t\b/i;

const mostWords = 5;

/** What kind of deal a word tells, and whether its subject is at the receiving end. */
function kindOf(word: string): [kind: DealKind, isReceived: boolean] | undefined {
  const own = dealKinds.find((kind) => kind === word);
  if (own) return [own, false];
  const verb = verbs.find(([words]) => words.test(word));
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

/** Codes of currencies stand in capitals, so that `for 300` is none. */
const amountPattern =
  /(?<symbol>[$€£¥]|\b[A-Z]{3}\s)?(?<digits>\d[\d,]*(?:\.\d+)?)(?:\s?(?<scale>[Tt]housand|[Mm]illion|[Mm]n|[Bb]illion|[Bb]n|[Tt]rillion|[KMBTkmbt])\b)?(?:\s(?<currency>[Dd]ollars?|[Ee]uros?|[Pp]ounds?|[A-Z]{3})\b)?/g;

/** The first amount that a line tells, as a deal file has it, and the line without it. */
function amountIn(line: string): { amount?: string; rest: string } {
  for (const match of line.matchAll(amountPattern)) {
    const { symbol, digits = '', scale = '', currency } = match.groups ?? {};
    const spelled = currency && (spelledCurrencies[currency.toLowerCase()] ?? `${currency.toUpperCase()} `);
    const before = line.slice(0, match.index);
    const bound = bounds.find(([words]) => words.test(before));
    const figure = `${digits}${scales[scale.toLowerCase()] ?? scale.toUpperCase()}`;
    const amount = [symbol, spelled]
      .flatMap((unit) => (unit === undefined ? [] : [`${bound?.[1] ?? ''}${unit}${figure}`]))
      .find(isMoney);
    if (amount === undefined) continue;
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
  [/\bmay\b/, 'rumored'],
  [/\b(?:might|could|rumou?red|reportedly|considers?|considering|explor\w+)\b/i, 'rumored'],
  [/\b(?:talks|negotiat\w+)\b/i, 'talks'],
  [/\b(?:plans?|intends?|wants?|will|announce[sd]?)\b/i, 'announced'],
  [/\b(?:agree[sd]?|sign(?:s|ed)?)\b/i, 'signed'],
  [/\b(?:closed|completed|has (?:bought|acquired|invested))\b/i, 'closed'],
];

function statusIn(line: string): { readonly status?: StatusName } {
  const status = stages.find(([words]) => words.test(line))?.[1];
  return status ? { status } : {};
}

/** How far a new deal can be, the usual first. */
export const offeredStages: readonly StatusName[] = ['announced', 'rumored', 'talks', 'signed', 'closed'];

/** A statement as a declaration, in snippet syntax; what it does not tell is left to fill in. */
export function snippetOf(project: Project, statement: Statement, month: string): string {
  const { kind, left, right, amount, on, status = 'announced' } = statement;
  const others = offeredStages.filter((stage) => stage !== status);
  const { relation } = kinds[kind];
  const arrow = relation === 'mutual' ? '<->' : '->';
  const name = freeDealName(project, left.name, right.name);
  const lines = [
    `${kind} \${1:${inSnippet(writeName(name))}}: ${inSnippet(writeName(left.name))} ${arrow} ${inSnippet(writeName(right.name))} {`,
    relation === 'mutual'
      ? undefined
      : `\tamount ${amount === undefined ? '${2:undisclosed}' : inSnippet(amount)} per \${3:article}`,
    `\tstatus \${4|${[status, ...others].join()}|} on ${on === undefined ? `\${5:${month}}` : inSnippet(on).replace(toFillIn, '${5:$&}')}`,
    '}',
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}
