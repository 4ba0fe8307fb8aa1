import type { UrlNode } from '../../language/tree';
import type { Declaration } from '../../model/declaration';
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
