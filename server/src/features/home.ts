import { kinds, kindNames, type KindName } from '../language/schema';
import type { Project } from '../project/project';

/**
 * The file in which a project keeps declarations of a kind: the one that has most of them, else most of their group;
 * undefined where it has none of either.
 *
 * @param near among equals this file comes first, then by name
 */
export function homeOf(project: Project, kind: KindName, near: string): string | undefined {
  const group = kindNames.filter((other) => kinds[other].group === kinds[kind].group);
  return mostlyIn(project, [kind], near) ?? mostlyIn(project, group, near);
}

function mostlyIn(project: Project, kinds: readonly KindName[], near: string): string | undefined {
  const counts = new Map<string, number>();
  for (const kind of kinds) {
    for (const { item } of project.ofKind(kind)) {
      const uri = project.uriOf(item);
      if (uri !== undefined) counts.set(uri, (counts.get(uri) ?? 0) + 1);
    }
  }
  const [first] = [...counts].sort(
    ([a, many], [b, more]) => more - many || Number(b === near) - Number(a === near) || (a < b ? -1 : 1),
  );
  return first?.[0];
}
