import * as l10n from '@vscode/l10n';
import {
  firmness,
  firmnessOn,
  stepOn,
  type Firmness,
  type Graph,
  type GraphNode,
  type Tie,
} from '../../../picture/graph';
import { moneyFormat } from '../../../picture/drawing/numbers';
import { fullMoneyOf, moneyOfDeal, type TieMoneyWords } from '../../../picture/tie-money';
import { describeDate, onDay } from '../../../values/date';
import { disputedBy } from '../../summary/disputes';
import { shortened } from '../../summary/names';

/** A point of a picture in another format. */
export interface TextNode {
  /** `n1`, `n2` and so on: names could mean something in the format. */
  readonly id: string;
  readonly node: GraphNode;
}

/** A line between two points. */
export interface TextLine {
  /** Ids of `TextNode`s. */
  readonly from: string;
  readonly to: string;
  readonly arrow: 'one way' | 'both ways' | 'none';
  readonly firmness: Firmness;
  readonly label: string;
  /** For how many ties it stands. */
  readonly ties: number;
  readonly value: number | null;
  readonly deals: number;
}

/** Points that an ecosystem is drawn around, none of them in two. */
export interface TextGroup {
  readonly id: string;
  readonly title: string;
  /** Ids of `TextNode`s. */
  readonly members: readonly string[];
}

/** A graph on one day, as formats have it that know points, lines and groups. */
export interface TextPicture {
  /** With the day. */
  readonly title: string;
  readonly nodes: readonly TextNode[];
  readonly lines: readonly TextLine[];
  readonly groups: readonly TextGroup[];
  /** What is left out of it, in sentences. */
  readonly remarks: readonly string[];
  /** What else is said below a picture: what the graph leaves out, and by what sources it is. */
  readonly notes: readonly string[];
}

/** So many kinds of deals are told of one line. */
const mostKinds = 3;

/** What a graph shows on a day. What begins later is left out, with the points that stand for nothing else. */
export function pictureOn(graph: Graph, day: number): TextPicture {
  const begun = graph.ties.flatMap((tie) => {
    const how = firmnessOn(tie, day);
    return how ? [{ tie, how }] : [];
  });
  const tied = new Set(begun.flatMap(({ tie }) => [tie.from, tie.to]));
  const drawn = graph.nodes.filter(
    ({ id, kind }) => tied.has(id) || (kind !== 'deal' && kind !== 'undisclosed'),
  );
  const nodes = drawn.map((node, index): TextNode => ({ id: `n${index + 1}`, node }));
  const ids = new Map(nodes.map(({ id, node }) => [node.id, id]));
  const words = tieMoneyWords();
  const lines = begun.map(({ tie, how }): TextLine => ({
    from: ids.get(tie.from)!,
    to: ids.get(tie.to)!,
    arrow: tie.directed ? 'one way' : 'none',
    firmness: how,
    label: labelOf(tie, day, graph.currency, words),
    ties: 1,
    value: tie.value,
    deals: tie.count,
  }));
  const { groups, inSeveral } = groupsOf(graph, ids);
  const later = graph.ties.length - begun.length;
  const inWords = describeDate(onDay(day));
  return {
    title: l10n.t('{0}, as of {1}', graph.title, inWords),
    nodes,
    lines,
    groups,
    notes: [...graph.remarks, ...sourcesOf(graph)],
    remarks: [
      ...(later === 1 ? [l10n.t('1 line begins after {0} and is left out.', inWords)] : []),
      ...(later > 1 ? [l10n.t('{0} lines begin after {1} and are left out.', later, inWords)] : []),
      ...(inSeveral === 1
        ? [l10n.t('1 party is in several ecosystems and drawn in the first of them.')]
        : []),
      ...(inSeveral > 1
        ? [l10n.t('{0} parties are in several ecosystems and drawn in the first of them.', inSeveral)]
        : []),
    ],
  };
}

function sourcesOf({ sources: { count, titles } }: Graph): string[] {
  if (titles.length === 0) return [];
  const told = titles.join('; ');
  const rest = count - titles.length;
  return [l10n.t('Sources: {0}', rest > 0 ? l10n.t('{0} and {1} more', told, rest) : told)];
}

/** The ecosystems; a point is in the first one that names it. */
function groupsOf(
  { hulls }: Graph,
  ids: ReadonlyMap<string, string>,
): { readonly groups: TextGroup[]; readonly inSeveral: number } {
  const taken = new Set<string>();
  const several = new Set<string>();
  const groups: TextGroup[] = [];
  for (const { title, members } of hulls) {
    const own: string[] = [];
    for (const member of members) {
      const id = ids.get(member);
      if (id === undefined) continue;
      if (taken.has(id)) several.add(id);
      else own.push(id);
      taken.add(id);
    }
    if (own.length > 0) groups.push({ id: `g${groups.length + 1}`, title, members: own });
  }
  return { groups, inSeveral: several.size };
}

function tieMoneyWords(): TieMoneyWords {
  return {
    firmness: {
      done: l10n.t('closed'),
      promise: l10n.t('promised'),
      talk: l10n.t('only talked about'),
      over: l10n.t('over'),
    },
    deals: l10n.t('{0} deals', '{0}'),
    oneDeal: l10n.t('1 deal'),
    someDeals: l10n.t('{0} of {1} deals', '{0}', '{1}'),
    withoutFigure: l10n.t('+{0} without a figure', '{0}'),
    ofWhole: l10n.t('of {0}', '{0}'),
    bounds: {
      about: l10n.t('about {0}', '{0}'),
      atLeast: l10n.t('at least {0}', '{0}'),
      upTo: l10n.t('up to {0}', '{0}'),
    },
  };
}

/** What is said of a tie on a day: what kind of deals they are, their money, and what is remarkable about them. */
function labelOf(tie: Tie, day: number, currency: string | null, words: TieMoneyWords): string {
  const { deals, count, exclusive, disputed } = tie;
  const begun = deals.filter(({ states }) => states.some(({ from }) => from === null || from <= day));
  const kinds = shortened([...new Set(begun.map(({ kind }) => kind))], ', ', mostKinds);
  const [only] = count === 1 ? deals : [];
  const money = only && moneyOfDeal(only, words.ofWhole);
  const step = stepOn(tie, day);
  const inWords = currency === null ? undefined : moneyFormat(currency);
  // The money of a deal tells whose word against it there is.
  const doubts = only && disputedBy(only.disputedBy);
  const isSaid = doubts !== undefined && money?.includes(doubts) === true;
  return [
    [kinds, money].filter(Boolean).join(' '),
    count > 1 && step ? fullMoneyOf(step, inWords, words) : '',
    exclusive ? l10n.t('exclusive') : '',
    disputed && !isSaid ? l10n.t('disputed') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The same picture with one line at most between the same two. */
export function merged(picture: TextPicture): TextPicture {
  const byPair = new Map<string, TextLine[]>();
  for (const line of picture.lines) {
    const key = [line.from, line.to].sort().join(' ');
    const known = byPair.get(key);
    if (known) known.push(line);
    else byPair.set(key, [line]);
  }
  return { ...picture, lines: [...byPair.values()].map(mergedLine) };
}

function mergedLine(lines: readonly TextLine[]): TextLine {
  const first = lines[0]!;
  if (lines.length === 1) return first;
  const { from, to } = first;
  const goes = (a: string, b: string) =>
    lines.some(
      (line) => line.arrow === 'both ways' || (line.arrow === 'one way' && line.from === a && line.to === b),
    );
  const [there, back] = [goes(from, to), goes(to, from)];
  const values = lines.flatMap(({ value }) => value ?? []);
  return {
    from: there || !back ? from : to,
    to: there || !back ? to : from,
    arrow: there && back ? 'both ways' : there || back ? 'one way' : 'none',
    // The surest says how sure it is that anything ties them.
    firmness: firmness.find((each) => lines.some((line) => line.firmness === each))!,
    label: shortened([...new Set(lines.map(({ label }) => label))], '; ', mostKinds),
    ties: lines.reduce((sum, { ties }) => sum + ties, 0),
    value: values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : null,
    deals: lines.reduce((sum, { deals }) => sum + deals, 0),
  };
}

/** No comment is longer: titles of sources may be. */
const longestComment = 500;

/** What stands as comments in a text: how it is to be read, and what is left out of it. */
export function commentsOf({ notes, remarks }: TextPicture): string[] {
  return [legend(), ...notes, ...remarks].map((text) => {
    const line = plainLine(text);
    return line.length > longestComment ? plainLine(`${line.slice(0, longestComment - 1)}…`) : line;
  });
}

/**
 * A text on one line, without characters that are none, since formats have their own trouble with each of them, and
 * without those that turn around what stands behind them.
 */
export function plainLine(text: string): string {
  return text
    .replaceAll(/[\r\n\u2028\u2029\t]+/g, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** How lines are to be read. */
function legend(): string {
  return l10n.t('Thick lines: done. Thin: promised. Dotted: talked about. Pale: over.');
}
