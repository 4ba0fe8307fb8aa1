import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import type { TreeRowKind } from '../../protocol';
import type { Matches } from './matches';

/** Declarations: a list, or a test where the list would be long. */
export type Counted = readonly Declaration[] | ((declaration: Declaration) => boolean);

/** A row with what it stands for; rows below it are made when they are asked for. */
export interface RowNode {
  readonly id: string;
  readonly kind: TreeRowKind;
  readonly label: string;
  readonly icon: string;
  readonly project: Project;
  readonly declaration?: Declaration;
  /** The hub of the ecosystem that the row suggests. */
  readonly suggests?: Declaration;
  /** Declarations whose problems the row counts, besides its own. */
  readonly counted: () => Counted;
  readonly description: () => string | undefined;
  /** What a tooltip says of a row that stands for no declaration, Markdown. */
  readonly card?: () => string;
  readonly expanded?: boolean;
  /** Absent for a leaf. Asked for more than once, so make them `once`. */
  readonly children?: () => readonly RowNode[];
  /** Whether a row for a declaration can be below this one; absent where only looking tells. */
  readonly mayHold?: (target: Declaration) => boolean;
  /** Whether a row below this one matches; absent where only looking tells. */
  readonly holds?: (matches: Matches) => boolean;
}

/** The same function, which makes its result when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Parts of a row's id are escaped, so that a name with a slash in it stays one part. */
export function idOf(...parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/');
}

/** The id of a row below another one. */
export function below(parent: string, part: string): string {
  return `${parent}/${encodeURIComponent(part)}`;
}

/** The test whether a row counts the problems of a declaration, its own included. */
export function countsIn(node: RowNode): (declaration: Declaration) => boolean {
  const counted = node.counted();
  const list = typeof counted === 'function' ? undefined : new Set(counted);
  const isCounted = typeof counted === 'function' ? counted : (each: Declaration) => list?.has(each) === true;
  return (declaration) => declaration === node.declaration || isCounted(declaration);
}

/** Rows that match, with the rows above them; all of what is below them stays. Others are not made. */
export function filtered(nodes: readonly RowNode[], matches: Matches | undefined): readonly RowNode[] {
  if (!matches) return nodes;
  return nodes.flatMap((node): RowNode[] => {
    if (matches.isRow(node)) return [node];
    if (!shows(node, matches)) return [];
    return [{ ...node, expanded: true, children: once(() => filtered(node.children?.() ?? [], matches)) }];
  });
}

/** Whether a row matches, or one below it. */
export function shows(node: RowNode, matches: Matches): boolean {
  if (matches.isRow(node)) return true;
  return node.holds
    ? node.holds(matches)
    : (node.children?.().some((child) => shows(child, matches)) ?? false);
}

/** The same rows with ids that start with that of the row above them. */
export function placedBelow(parent: string, node: RowNode): RowNode {
  const { children } = node;
  return {
    ...node,
    id: `${parent}/${node.id}`,
    ...(children && { children: once(() => children().map((child) => placedBelow(parent, child))) }),
  };
}

/** The rows from the top down to the first one that stands for a declaration. */
export function findPath(nodes: readonly RowNode[], target: Declaration): RowNode[] | undefined {
  for (const node of nodes) {
    if (node.declaration === target) return [node];
    if (!node.children || node.mayHold?.(target) === false) continue;
    const found = findPath(node.children(), target);
    if (found) return [node, ...found];
  }
  return undefined;
}

/** Facts in a row's description. */
export function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ') || undefined;
}
