import { kinds } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';

/** So many mentions of a party are looked at: who deals with hundreds has no usual partner. */
const mostMentions = 500;

/** Who stands on the other side of deals with some parties: likely to do so again. */
export function counterpartiesOf(project: Project, parties: readonly string[]): Set<Declaration> {
  const found = new Set<Declaration>();
  let looked = 0;
  for (const party of parties) {
    for (const { declaration, mention } of project.mentionsOf(party)) {
      if (++looked > mostMentions) return found;
      if (kinds[declaration.kind].group !== 'deal') continue;
      const other =
        mention.role === 'left' ? declaration.right : mention.role === 'right' ? declaration.left : [];
      for (const name of other) {
        const known = project.find(name);
        if (known) found.add(known);
      }
    }
  }
  return found;
}
