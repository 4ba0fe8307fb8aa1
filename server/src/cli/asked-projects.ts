import type { Project } from '../project/project';
import { formatDay } from '../values/day';
import { dayNamed } from './day';
import { Opened } from './opened';
import { scopeOf, type Scope } from './paths';
import type { Surroundings } from './surroundings';

/** What a command was asked to look at, read from the disk. */
export interface AskedProjects {
  readonly scope: Scope;
  readonly opened: Opened;
  /** The projects that hold any of it, by root. */
  readonly projects: readonly Project[];
  /** The days as of which these are seen, as they are written. */
  readonly asOf: readonly string[];
}

/**
 * Reads the projects that paths lie in.
 * @throws {Misuse} where there is nothing to read, or the day is none
 */
export async function askedProjects(
  paths: readonly string[],
  { asOf, quiet = false }: { readonly asOf?: string | undefined; readonly quiet?: boolean | undefined },
  surroundings: Surroundings,
): Promise<AskedProjects> {
  const scope = scopeOf(paths, surroundings);
  const opened = await Opened.open(scope, surroundings, {
    ...(asOf !== undefined && { asOf: dayNamed(asOf, surroundings.today) }),
    showsProgress: !quiet,
  });
  const projects = opened.projects.filter(({ uris }) => uris.some((uri) => scope.includes(uri)));
  const days = new Set(projects.map((project) => formatDay(project.asOf)));
  return { scope, opened, projects, asOf: [...days].sort() };
}
