import * as l10n from '@vscode/l10n';
import type { Firmness, Graph, NodeKind } from '../../../picture/graph';
import type { GraphText } from '../../../protocol';
import {
  commentsOf,
  merged,
  pictureOn,
  plainLine,
  type TextLine,
  type TextNode,
  type TextPicture,
} from './lines';

/** What Mermaid draws at most, unless whoever shows it says otherwise: lines, and UTF-16 units of text. */
const mostLines = 500;
const mostText = 50_000;

/**
 * A graph on a day as a flowchart for Mermaid, within its limits: ties between the same two are put together where there
 * are too many, and then the lightest are left out. Yields for each line that is written.
 */
export function* mermaidOf(graph: Graph, day: number): Generator<number, GraphText> {
  const whole = pictureOn(graph, day);
  const text = written(whole);
  yield sizeOf(whole);
  if (fits(whole, text)) return { text, remarks: whole.remarks };
  const short = merged(whole);
  const joined = whole.lines.length - short.lines.length;
  const left = (lines: number, nodes: number) => [...whole.remarks, ...remarks(joined, lines, nodes)];
  const picture = { ...short, remarks: left(0, 0) };
  const shorter = written(picture);
  yield sizeOf(picture);
  if (fits(picture, shorter)) return { text: shorter, remarks: picture.remarks };
  const part = yield* within(picture, left);
  return { text: written(part), remarks: part.remarks };
}

function fits({ lines }: TextPicture, { length }: string): boolean {
  return lines.length <= mostLines && length <= mostText;
}

function sizeOf({ nodes, lines }: TextPicture): number {
  return nodes.length + lines.length;
}

/**
 * As much of a picture as fits: its heaviest lines with their ends, then who has no line.
 * @param left what is said of so many lines and points that are left out
 */
function* within(
  picture: TextPicture,
  left: (lines: number, nodes: number) => readonly string[],
): Generator<number, TextPicture> {
  const lines = picture.lines.toSorted(
    (a, b) => (b.value ?? -1) - (a.value ?? -1) || b.deals - a.deals || b.ties - a.ties,
  );
  const tied = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const untied = picture.nodes
    .filter(({ id }) => !tied.has(id))
    .toSorted(
      (a, b) => Number(b.node.isHub) - Number(a.node.isHub) || (b.node.money ?? -1) - (a.node.money ?? -1),
    );
  const first = (count: number): TextPicture => {
    const kept = new Set(lines.slice(0, count));
    const ends = new Set([...kept].flatMap(({ from, to }) => [from, to]));
    for (const { id } of untied.slice(0, Math.max(0, count - lines.length))) ends.add(id);
    const groups = picture.groups.map((group) => ({
      ...group,
      members: group.members.filter((id) => ends.has(id)),
    }));
    const nodes = picture.nodes.filter(({ id }) => ends.has(id));
    return {
      ...picture,
      remarks: left(lines.length - kept.size, picture.nodes.length - nodes.length),
      nodes,
      // In their own order, so that a line more moves no other one.
      lines: picture.lines.filter((line) => kept.has(line)),
      groups: groups.filter(({ members }) => members.length > 0),
    };
  };
  let [most, tooMany] = [0, lines.length + untied.length + 1];
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >>> 1;
    const part = first(middle);
    yield sizeOf(part);
    if (fits(part, written(part))) most = middle;
    else tooMany = middle;
  }
  return first(most);
}

function remarks(joined: number, lines: number, nodes: number): string[] {
  const said = [
    joined === 1 ? l10n.t('1 line is drawn as one with another line between the same two.') : undefined,
    joined > 1
      ? l10n.t('{0} lines are drawn as one with another line between the same two.', joined)
      : undefined,
    lines === 1 ? l10n.t('1 line is left out, the one with the least money.') : undefined,
    lines > 1 ? l10n.t('{0} lines with the least money are left out.', lines) : undefined,
    nodes === 1 ? l10n.t('1 party is left out that has no line then.') : undefined,
    nodes > 1 ? l10n.t('{0} parties are left out that have no line then.', nodes) : undefined,
  ].filter((each) => each !== undefined);
  const why = l10n.t('Mermaid draws {0} lines and {1} characters at most.', mostLines, mostText);
  return said.length > 0 ? [why, ...said] : [];
}

function written(picture: TextPicture): string {
  const { title, nodes, lines, groups } = picture;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const grouped = new Set(groups.flatMap(({ members }) => members));
  const hubs = nodes.filter(({ node }) => node.isHub).map(({ id }) => id);
  const over = [...lines.entries()].filter(([, { firmness }]) => firmness === 'over').map(([index]) => index);
  return [
    '---',
    // Between quotes YAML reads what JSON writes.
    `title: ${JSON.stringify(plainLine(title))}`,
    '---',
    ...commentsOf(picture).map((text) => `%% ${comment(text)}`),
    'flowchart LR',
    ...groups.flatMap(({ id, title: own, members }) => [
      `  subgraph ${id}["${escaped(own)}"]`,
      ...members.map((member) => `    ${nodeText(byId.get(member)!)}`),
      '  end',
    ]),
    ...nodes.filter(({ id }) => !grouped.has(id)).map((node) => `  ${nodeText(node)}`),
    ...lines.map((line) => `  ${lineText(line)}`),
    ...(hubs.length > 0 ? ['  classDef hub stroke-width:3px', `  class ${hubs.join()} hub`] : []),
    ...(over.length > 0 ? [`  linkStyle ${over.join()} opacity:0.35`] : []),
    '',
  ].join('\n');
}

function nodeText({ id, node: { title, kind } }: TextNode): string {
  const [open, close] = shapes[kind] ?? ['[', ']'];
  return `${id}${open}"${escaped(title)}"${close}`;
}

/** Shapes of those that are no companies. */
const shapes: Readonly<Partial<Record<NodeKind, readonly [open: string, close: string]>>> = {
  fund: ['[(', ')]'],
  person: ['([', '])'],
  government: ['{{', '}}'],
  organization: ['(', ')'],
  venture: ['[[', ']]'],
  project: ['[/', '/]'],
  undisclosed: ['((', '))'],
  deal: ['{', '}'],
  others: ['[\\', '\\]'],
};

function lineText({ from, to, arrow, firmness, label }: TextLine): string {
  const text = label === '' ? '' : `|"${escaped(label)}"|`;
  return `${from} ${strokes[firmness][arrow]}${text} ${to}`;
}

const thin = { none: '---', 'one way': '-->', 'both ways': '<-->' } as const;
const strokes: Readonly<Record<Firmness, Readonly<Record<TextLine['arrow'], string>>>> = {
  done: { none: '===', 'one way': '==>', 'both ways': '<==>' },
  promise: thin,
  talk: { none: '-.-', 'one way': '-.->', 'both ways': '<-.->' },
  over: thin,
};

/**
 * A text as it can stand between quotes. Whatever could be markup is told by its number: Mermaid looks for entities,
 * Markdown, icons, formulas and directives before and after it knows what a text is.
 */
function escaped(text: string): string {
  const told = plainLine(text)
    .trim()
    .replaceAll(/[!-/:-@[-`{-~ﬂ¶]/g, (character, at: number, whole: string) =>
      harmless.has(character) && !/^[\d+-]*$/.test(whole.slice(0, at))
        ? character
        : `#${character.charCodeAt(0)};`,
    );
  return told === '' ? '#160;' : told;
}

/** Characters that mean nothing but at the start of a text, where they could make it a list. */
const harmless: ReadonlySet<string> = new Set([',', '.', '(', ')', "'", '/', '-', '+']);

/** A text behind `%%`, which is no directive. */
function comment(text: string): string {
  return text.replaceAll(/[{}]/g, ' ');
}
