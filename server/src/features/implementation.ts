import type { Location } from 'vscode-languageserver-types';
import { kinds, type KindName } from '../language/schema';
import { claimsAbout } from '../model/claim';
import { factsOf, namesIn, nameSpan, type Declaration } from '../model/declaration';
import { dealsOf } from '../model/position';
import type { PropertyNode } from '../language/tree';
import type { Project } from '../project/project';
import { locate, nameAt, type Cursor } from './locations';
import { referenceKindOf } from './reference-kind';

/**
 * What stands behind the name under the cursor, by file and place: the deals of a party, the lines that cite a source,
 * the hubs of an ecosystem, who provides a resource, the answers to a claim. Of a deal, and of any other fact, the claims
 * about it; a venture has both.
 */
export function implementationsAt(cursor: Cursor): Location[] {
  const { project } = cursor;
  const name = nameAt(cursor);
  if (!name) return [];
  const declaration = name.mention ? project.find(name.name) : name.declaration;
  const target = name.mention?.target;
  // What nothing declares can only be what the place takes it for.
  const kind = declaration?.kind ?? (target === 'resource' || target === 'source' ? target : 'company');
  if (kind === 'source') return linesCiting(project, name.name);
  return project
    .inOrder(new Set(standingBehind(project, kind, name.name, declaration)))
    .map((found) => locate(project, found, nameSpan(found)));
}

function standingBehind(
  project: Project,
  kind: KindName,
  name: string,
  declaration: Declaration | undefined,
): readonly Declaration[] {
  switch (kind) {
    case 'ecosystem': {
      const hubs = declaration ? factsOf(declaration, 'hub').flatMap(namesIn) : [];
      return hubs.flatMap((hub) => project.declarationsOf(hub));
    }
    case 'resource':
      return mentioning(project, name, 'provides');
    case 'claim':
      return [...mentioning(project, name, 'answers'), ...claimsAbout(project, name)];
    case 'venture':
      return [
        ...dealsOf(project, name).filter((deal) => deal !== declaration),
        ...claimsAbout(project, name),
      ];
    default:
      return kinds[kind].group === 'party' ? dealsOf(project, name) : claimsAbout(project, name);
  }
}

function mentioning(project: Project, name: string, role: 'provides' | 'answers'): Declaration[] {
  const found = new Set<Declaration>();
  for (const { declaration, mention } of project.mentionsOf(name)) {
    if (mention.role === role) found.add(declaration);
  }
  return [...found];
}

/** The lines that take what they say from a source, each once. */
function linesCiting(project: Project, source: string): Location[] {
  const lines = new Map<Declaration, Set<PropertyNode>>();
  for (const { declaration, mention } of project.mentionsOf(source)) {
    if (referenceKindOf(mention, declaration) !== 'cited') continue;
    const { start } = mention.node;
    const line = declaration.node.body?.properties.find((each) => each.start <= start && start < each.end);
    const known = lines.get(declaration);
    if (!line) continue;
    if (known) known.add(line);
    else lines.set(declaration, new Set([line]));
  }
  return project
    .inOrder(lines.keys())
    .flatMap((declaration) => [...lines.get(declaration)!].map((line) => locate(project, declaration, line)));
}
