import { kinds, type KindName } from '../../language/schema';
import { ecosystemOf, partnersOf } from '../../model/ecosystem';
import { interpret } from '../../model/interpret';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { prefixOf, readablePath } from '../../project/uri-path';

/** What of a project is exported, as of the project's day. */
export interface Selection {
  readonly project: Project;
  /** By file and place. */
  readonly deals: readonly Declaration[];
  /** Everybody with a part in it, whether declared or not, each once and in their order; ventures and projects as well. */
  readonly parties: readonly string[];
  /** Everything that is said of them, by file and place. */
  readonly declarations: readonly Declaration[];
  /** How many declarations of the project are not among them. */
  readonly outside: number;
}

/** All of a project. */
export function wholeOf(project: Project): Selection {
  const declarations = allOf(project);
  const deals = declarations.filter(isDeal);
  const declared = declarations.filter(isSomebody).map(({ name }) => name);
  const named = declarations.filter(tellsOfParties).flatMap(partiesIn);
  return { project, deals, parties: inOrder([...declared, ...named]), declarations, outside: 0 };
}

/**
 * The deals of an ecosystem, who takes part in them, and what is said of both. Undefined where there is none of that name.
 */
export function aroundEcosystem(project: Project, name: string): Selection | undefined {
  const declaration = project.find(name);
  if (declaration?.kind !== 'ecosystem') return undefined;
  const ecosystem = ecosystemOf(project, declaration);
  const members = [...ecosystem.roles.values(), partnersOf(ecosystem)].flat().map((member) => member.name);
  const deals = project.inOrder(ecosystem.deals);
  const parties = new Set([
    ...ecosystem.hubs,
    ...ecosystem.units,
    ...members,
    ...deals.flatMap(partiesIn),
    ...deals.filter(isSomebody).map((deal) => deal.name),
  ]);
  const isAmong = (each: string) => parties.has(each);
  const all = allOf(project);
  const taken = new Set<Declaration>([declaration, ...deals]);
  for (const each of all) {
    if (isSomebody(each) ? isAmong(each.name) && !isDeal(each) : isAbout(each, deals, isAmong))
      taken.add(each);
  }
  // What those cite, belong to, or mean by a word. Other deals stay outside.
  for (const each of taken) {
    for (const { name: mentioned } of each.mentions) {
      for (const other of project.declarationsOf(mentioned)) {
        const { group } = kinds[other.kind];
        if (group === 'party' || group === 'evidence' || group === 'vocabulary') taken.add(other);
      }
    }
  }
  return {
    project,
    deals,
    parties: inOrder(parties),
    declarations: all.filter((each) => taken.has(each)),
    outside: all.length - taken.size,
  };
}

/** Whether a fact is of the parties alone, or a claim is about one of the deals. Rates of exchange concern everybody. */
function isAbout(
  declaration: Declaration,
  deals: readonly Declaration[],
  isAmong: (name: string) => boolean,
): boolean {
  switch (declaration.kind) {
    case 'fx':
      return true;
    case 'valuation':
    case 'metric':
    case 'holding': {
      const parties = partiesIn(declaration);
      return parties.length > 0 && parties.every(isAmong);
    }
    case 'claim':
      return declaration.right.some((name) => isAmong(name) || deals.some((deal) => deal.name === name));
    default:
      return false;
  }
}

/** The path of a file from the project's folder on, with slashes. */
export function pathIn({ root }: Project, uri: string): string {
  const prefix = prefixOf(root);
  return readablePath(
    uri.startsWith(prefix) ? uri.slice(prefix.length) : uri.slice(uri.lastIndexOf('/') + 1),
  );
}

/** Those of a kind of which there are any, by file and place. */
export function ofKinds({ declarations }: Selection, wanted: readonly KindName[]): Declaration[] {
  return declarations.filter(({ kind }) => wanted.includes(kind));
}

/** Whether a declaration is of a deal. */
export function isDeal({ kind }: Pick<Declaration, 'kind'>): boolean {
  return kinds[kind].group === 'deal';
}

/** Whether it is of somebody who can have a part in deals, or of what several have together. */
export function isSomebody({ kind }: Pick<Declaration, 'kind'>): boolean {
  return kinds[kind].group === 'party' || kind === 'venture' || kind === 'project';
}

function tellsOfParties(declaration: Declaration): boolean {
  return isDeal(declaration) || declaration.kind === 'valuation' || declaration.kind === 'holding';
}

function partiesIn({ mentions }: Declaration): string[] {
  return mentions.filter(({ target }) => target === 'party').map(({ name }) => name);
}

function allOf(project: Project): Declaration[] {
  return project.uris.flatMap((uri) =>
    (project.document(uri)?.items ?? []).flatMap((item) => interpret(item) ?? []),
  );
}

function inOrder(names: Iterable<string>): string[] {
  return [...new Set(names)].filter((name) => name.trim() !== '').sort();
}
