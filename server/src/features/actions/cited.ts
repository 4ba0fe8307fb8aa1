import { isBareName } from '../../language/lexer';
import { builtInResources, isKind, isModifier, isProperty, isVerb, undisclosed } from '../../language/schema';
import type { UrlNode } from '../../language/tree';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { Change } from './change';
import { keptIn } from '../home';
import type { Place } from './place';
import type { TextEdit } from './rewritten';

/** The addresses that a declaration cites in the place of a source. */
export function citedAddresses({ node, facts }: Declaration): UrlNode[] {
  const own = facts.flatMap((fact) => (fact.name === 'per' ? fact.node.values : []));
  const all = node.body ? [...own, ...facts.flatMap(({ sources }) => sources)] : [];
  return all.filter((source) => source.type === 'url');
}

/** A word that names nothing in the project and means nothing in the language: the wanted one, else one with a number. */
export function freeName(project: Project, wanted: string): string {
  const isTaken = (name: string) =>
    name === undisclosed ||
    isKind(name) ||
    isProperty(name) ||
    isModifier(name) ||
    isVerb(name) ||
    Object.hasOwn(builtInResources, name) ||
    project.declarationsOf(name).length > 0;
  const base = isBareName(wanted) ? wanted : 'source';
  if (!isTaken(base)) return base;
  for (let number = 2; ; number++) if (!isTaken(`${base}-${number}`)) return `${base}-${number}`;
}

/** Items of a place's file rewritten so that they cite a source, which is declared where the project keeps sources, else at the end of the file. */
export function citing(
  { project, uri }: Place,
  rewritings: Iterable<{ readonly index: number; readonly edits: readonly TextEdit[] }>,
  source: string | undefined,
): Change | undefined {
  const change = new Change(project);
  for (const { index, edits } of rewritings) if (!change.rewrite(uri, index, edits)) return undefined;
  if (source === undefined) return change;
  return change.append(keptIn(project, 'evidence') ?? uri, source);
}
