import * as l10n from '@vscode/l10n';
import { Range, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { KindName } from '../language/schema';
import { nameSpan, type Declaration } from '../model/declaration';
import type { RankedName } from '../project/name-list';
import type { Project } from '../project/project';
import { locate } from './locations';
import { dotted } from './summary/markdown';
import { kindLabel } from './summary/names';
import { symbolKinds } from './symbol-kind';

/** So many symbols are found at most; who misses one types more of it. */
const mostSymbols = 200;

/** How a symbol is found again when its range is wanted. */
export interface WorkspaceSymbolData {
  readonly name: string;
  readonly kind: KindName;
  /** Among those of that name and kind in the file. */
  readonly nth: number;
}

interface Found extends RankedName {
  readonly project: Project;
}

/**
 * The declarations of some projects whose name, display name or alias fits what is typed, those that fit best first.
 * Yields how many names it has looked at.
 *
 * @param withRanges whether ranges are wanted at once; otherwise `resolvedSymbol` tells them
 */
export function* workspaceSymbolsOf(
  projects: readonly Project[],
  typed: string,
  withRanges: boolean,
): Generator<number, WorkspaceSymbol[]> {
  const found: Found[] = [];
  for (const project of projects) {
    const names = yield* project.directory.namesInSteps('any');
    const ranked = yield* names.ranked(typed, mostSymbols);
    for (const each of ranked) found.push({ ...each, project });
  }
  return found
    .filter(({ project, declaration }) => project.uriOf(declaration.item) !== undefined)
    .sort((a, b) => a.fit - b.fit)
    .slice(0, mostSymbols)
    .map((each) => symbolOf(each, withRanges));
}

/** A symbol with its range, as its file is now; at the start of the file where it is there no longer. */
export function resolvedSymbol(
  project: Project | undefined,
  symbol: WorkspaceSymbol,
  { name, kind, nth }: WorkspaceSymbolData,
): WorkspaceSymbol {
  const { uri } = symbol.location;
  const declaration = project && sameIn(project, uri, name, kind)[nth];
  const range = declaration
    ? locate(project, declaration, nameSpan(declaration)).range
    : Range.create(0, 0, 0, 0);
  return { ...symbol, location: { uri, range } };
}

function symbolOf({ project, declaration, text }: Found, withRanges: boolean): WorkspaceSymbol {
  const { name, kind } = declaration;
  const location = locate(project, declaration, nameSpan(declaration));
  const { uri } = location;
  const symbol = {
    // Editors look once more whether what is typed stands in the name that they are told.
    name: text === name ? name : l10n.t('{0} ({1})', name, text),
    kind: symbolKinds[kind],
    containerName: dotted([kindLabel(kind), detailOf(declaration, text)]),
  };
  if (withRanges) return { ...symbol, location };
  const nth = sameIn(project, uri, name, kind).indexOf(declaration);
  const data: WorkspaceSymbolData = { name, kind, nth };
  return { ...symbol, location: { uri }, data };
}

function sameIn(project: Project, uri: string, name: string, kind: KindName): Declaration[] {
  return project
    .declarationsOf(name)
    .filter((each) => each.kind === kind && project.uriOf(each.item) === uri);
}

/** The display name where that is not what was found, else who stands on both sides. */
function detailOf(
  { hasDisplayName, title, left, right, operator }: Declaration,
  found: string,
): string | undefined {
  if (hasDisplayName && title !== found) return title;
  const sides = [left.join(', '), right.join(', ')].filter(Boolean);
  const between = operator === '<->' ? '↔' : operator === '->' ? '→' : operator;
  return sides.join(` ${between} `);
}
