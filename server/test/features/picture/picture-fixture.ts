import { graphOf, type GraphOptions } from '../../../src/features/picture/graph';
import { findScope } from '../../../src/features/picture/scope';
import type { DealDocument } from '../../../src/language/document';
import type { CorpusSettings } from '../../../src/model/corpus';
import type { Graph } from '../../../src/picture/graph';
import type { Project } from '../../../src/project/project';
import { projectOf } from '../../project-fixture';
import { finished } from './finished';

export interface Drawn extends Partial<GraphOptions> {
  /** What it is around; the whole project where nobody says. */
  readonly name?: string;
  readonly depth?: number;
  readonly settings?: Partial<CorpusSettings>;
}

/** The graph of a project's files, or of the one file that it has. */
export function graphIn(
  files: string | Readonly<Record<string, string | DealDocument>>,
  drawn: Drawn = {},
): Graph {
  const { project } = projectOf(
    typeof files === 'string' ? { 'main.deal': files } : files,
    undefined,
    drawn.settings,
  );
  return graphOfProject(project, drawn);
}

/** The graph of a project. */
export function graphOfProject(project: Project, drawn: Drawn = {}): Graph {
  return graphWithSteps(project, drawn).graph;
}

/** The graph of a project, and how much work each of the steps to it was. */
export function graphWithSteps(
  project: Project,
  { most = 100, collapseUnits = false, name, depth }: Drawn = {},
): { readonly graph: Graph; readonly steps: readonly number[] } {
  const scope = { ...(name !== undefined && { name }), ...(depth !== undefined && { depth }) };
  const found = finished(findScope(project, scope)).value;
  if (!found) throw new Error(`nothing is called ${name}`);
  const { value, steps } = finished(graphOf(found, { most, collapseUnits }));
  return { graph: value, steps };
}
