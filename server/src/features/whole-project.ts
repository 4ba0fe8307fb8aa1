import { kindNames, kinds, type KindGroup } from '../language/schema';
import type { Declaration } from '../model/declaration';
import type { Project } from '../project/project';
import { readablePath } from '../project/uri-path';

/** What a project is called: its folder's name, or that of its single file. */
export function titleOfProject({ root }: Pick<Project, 'root'>): string {
  const name = readablePath(root.slice(root.lastIndexOf('/') + 1));
  return name.replace(/^untitled:/, '').replace(/\.deal$/, '') || root;
}

/** Everything in a project that is of one group, such as all deals. */
export function ofGroup(project: Pick<Project, 'ofKind'>, group: KindGroup): Declaration[] {
  return kindNames.flatMap((kind) => (kinds[kind].group === group ? [...project.ofKind(kind)] : []));
}
