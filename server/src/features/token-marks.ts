import { kinds } from '../language/schema';
import type { Item } from '../language/item';
import type { Span } from '../language/tree';
import { disputesOf } from '../model/claim';
import { factsOf, namesIn, nameSpan, type Declaration } from '../model/declaration';
import { interpret } from '../model/interpret';
import { standingOf } from '../model/lifecycle';
import type { Project } from '../project/project';

/** What a place means beyond its words: whether somebody disputes it, and whether a deal is only talked about, or over. */
export type TokenMark = 'disputed' | 'rumored' | 'terminated';

/** A stretch of an item with a mark. */
export interface MarkedSpan extends Span {
  readonly mark: TokenMark;
}

/** What is marked in the items of a project, as of its day. */
export function marksIn(project: Project): (item: Item) => readonly MarkedSpan[] {
  const names = disputedNames(project);
  return (item) => {
    const declaration = interpret(item);
    if (!declaration?.node.name) return [];
    const found = standing(project, declaration);
    return names.has(declaration.name) ? [...found, ...disputed(project, declaration)] : found;
  };
}

/** What claims speak against: few names, where those that mention one party may be thousands. */
function disputedNames(project: Project): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { operator, mentions } of project.ofKind('claim')) {
    if (operator !== 'disputes' && operator !== 'denies') continue;
    for (const { role, name } of mentions) if (role === 'right') names.add(name);
  }
  return names;
}

function standing({ asOf }: Project, declaration: Declaration): MarkedSpan[] {
  if (kinds[declaration.kind].group !== 'deal') return [];
  const { commitment } = standingOf(declaration, asOf);
  const mark = commitment === 'talk' ? 'rumored' : commitment === 'over' ? 'terminated' : undefined;
  return mark ? [{ ...nameSpan(declaration), mark }] : [];
}

/** The name of a declaration that is disputed, and the values of those of its properties that are. */
function disputed(project: Project, declaration: Declaration): MarkedSpan[] {
  const { name } = declaration;
  const disputes = disputesOf(project, name);
  if (disputes.length === 0) return [];
  const spans = disputes.flatMap((claim) => {
    const paths = new Set(
      claim.mentions.flatMap(({ name: of, path }) => (of === name && path ? [path.text] : [])),
    );
    // Who denies that somebody is a member says nothing of the others.
    const about = new Set(factsOf(claim, 'about').flatMap(namesIn));
    return declaration.facts
      .filter((fact) => paths.has(fact.name))
      .flatMap(({ node }) => node.values)
      .filter((value) => about.size === 0 || about.has(value.text));
  });
  return [nameSpan(declaration), ...spans].map(({ start, end }) => ({ start, end, mark: 'disputed' }));
}
