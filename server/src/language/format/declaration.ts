import type { Token } from '../tokens';
import type { Item } from '../item';
import type { BodyNode, DeclarationNode } from '../tree';
import { readBlock, setInline, setRows, type Block, type ClosedBody } from './block';
import { namesIn, piecesOf, setLine, widthOf, type Piece } from './pieces';

const indent = '  ';
/** A list in a header that goes on in the next line stands deeper than the properties below it. */
const headerContinuation = indent.repeat(2);
/** A block that the author wrote on one line stays there up to this width. */
const widestLine = 100;

/**
 * A declaration from its keyword to its end, set in the one style, with `\n` between lines.
 *
 * @returns undefined where it has to stay as it is: where its header or its end cannot be read
 */
export function formatDeclaration(item: Item, tokens: readonly Token[]): string | undefined {
  const node = item.declaration;
  if (!node?.kind || !node.name) return undefined;
  const { body } = node;
  if (body && !isClosed(body)) return undefined;
  const isInBody = (start: number) =>
    body !== undefined && start >= body.open.end && start < body.close.start;
  if (item.problems.some(({ start }) => !isInBody(start))) return undefined;

  const header = setHeader(item, tokens, node);
  if (!body) return header;
  const block = readBlock(item.text, tokens, body);
  if (!block) return undefined;
  const opened = setLine(bracePieces(item, tokens, node, body, header), '');
  return setBlock(item, tokens, block, opened);
}

function isClosed(body: BodyNode): body is ClosedBody {
  return body.open !== undefined && body.close !== undefined;
}

function setBlock(item: Item, tokens: readonly Token[], block: Block, header: string): string {
  if (block.rows.length === 0 && block.opening.length === 0) return `${header}}`;
  if (!header.includes('\n')) {
    const inline = setInline(item.text, tokens, block);
    const line = inline === undefined ? undefined : `${header} ${inline} }`;
    if (line !== undefined && widthOf(line) <= widestLine) return line;
  }
  const opening = [header, ...block.opening].join(' ');
  return [opening, ...setRows(item.text, tokens, block, indent), '}'].join('\n');
}

/** `kind Name "Display": A, B -> C` */
function setHeader(item: Item, tokens: readonly Token[], node: DeclarationNode): string {
  const { name, displayName, relation } = node;
  const names = namesIn([name, displayName, ...(relation?.left ?? []), ...(relation?.right ?? [])]);
  const pieces = piecesOf(item.text, tokens, { start: node.start, end: headerEnd(node) }, names);
  return setLine(pieces, headerContinuation);
}

/** The header, what stands before the opening brace, and the brace: on one line, unless a comment ends it. */
function bracePieces(
  item: Item,
  tokens: readonly Token[],
  node: DeclarationNode,
  { open }: ClosedBody,
  header: string,
): Piece[] {
  const before = piecesOf(item.text, tokens, { start: headerEnd(node), end: open.end }, []);
  return [
    { text: header, start: node.start, type: 'text' },
    ...before.filter(({ type }) => type !== 'break'),
  ];
}

function headerEnd({ keyword, name, displayName, relation }: DeclarationNode): number {
  return (relation ?? displayName ?? name ?? keyword).end;
}
