import { kinds } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import type { Declaration } from '../../model/declaration';
import { ecosystemOf, withUnits, type Ecosystem } from '../../model/ecosystem';
import { dealsOf } from '../../model/position';
import type { Project } from '../../project/project';
import type { PictureScope } from '../../protocol';
import { everybodyIn, isPartyOrVenture } from '../participants';
import { titleOf } from '../summary/names';
import { ofGroup, titleOfProject } from '../whole-project';

/** What a picture is about. */
export type About =
  | { readonly type: 'project' }
  | { readonly type: 'ecosystem'; readonly ecosystem: Ecosystem }
  /** A party, declared or not, a venture, or a project that parties have together. */
  | { readonly type: 'party'; readonly name: string };

/** What is in a picture, as of the day of its corpus. */
export interface Scope {
  readonly corpus: Corpus;
  readonly title: string;
  readonly about: About;
  /** By name, whatever the day is. */
  readonly deals: readonly Declaration[];
  /**
   * The names of everybody with a part in it, whether declared or not, each once and in their order. Deals of an
   * ecosystem may name others, whom it leaves out.
   */
  readonly parties: readonly string[];
}

/**
 * What is in a picture; undefined where nothing has that name any more. Yields for each deal.
 * @param corpus the same project, as of the day that counts
 */
export function* findScope(
  project: Project,
  { name, depth = 1 }: Pick<PictureScope, 'name' | 'depth'>,
  corpus: Corpus = project,
): Generator<number, Scope | undefined> {
  if (name === undefined) return yield* wholeProject(project, corpus);
  const declaration = corpus.find(name);
  if (declaration?.kind === 'ecosystem') return yield* aroundHubs(project, declaration, corpus);
  const isSubject = !declaration || isPartyOrVenture(declaration) || declaration.kind === 'project';
  return isSubject ? yield* aroundParty(project, name, depth, corpus) : undefined;
}

function* wholeProject(project: Project, corpus: Corpus): Generator<number, Scope> {
  const declared = [...ofGroup(project, 'party'), ...project.ofKind('venture')];
  yield declared.length;
  const parties = new Set(declared.map(({ name }) => name));
  const deals = ofGroup(project, 'deal');
  for (const deal of deals) {
    for (const party of partiesIn(deal)) parties.add(party);
    yield 1;
  }
  for (const kind of ['valuation', 'holding'] as const) {
    for (const fact of project.ofKind(kind)) {
      for (const party of partiesIn(fact)) parties.add(party);
      yield 1;
    }
  }
  return scopeOf(project, corpus, titleOfProject(project), { type: 'project' }, deals, parties);
}

function* aroundHubs(project: Project, declaration: Declaration, corpus: Corpus): Generator<number, Scope> {
  const ecosystem = ecosystemOf(corpus, declaration);
  yield 1 + ecosystem.deals.length;
  const about: About = { type: 'ecosystem', ecosystem };
  return scopeOf(project, corpus, declaration.title, about, ecosystem.deals, everybodyIn(ecosystem));
}

/**
 * A party with its units, and whoever deals with one of them.
 * @param depth how many deals lie at most between the party and the others
 */
function* aroundParty(
  project: Project,
  name: string,
  depth: number,
  corpus: Corpus,
): Generator<number, Scope | undefined> {
  const parties = withUnits(corpus, [name]);
  const deals = new Set<Declaration>();
  let nearest = [...parties];
  for (let step = 1; nearest.length > 0; step++) {
    const next: string[] = [];
    for (const party of nearest) {
      yield 1;
      for (const deal of dealsOf(corpus, party)) {
        if (deals.has(deal)) continue;
        deals.add(deal);
        yield 1;
        for (const other of partiesIn(deal)) {
          if (parties.has(other)) continue;
          parties.add(other);
          next.push(other);
        }
      }
    }
    // Of what cannot be counted the least is meant.
    nearest = step < depth ? next : [];
  }
  if (deals.size === 0 && !corpus.find(name)) return undefined;
  return scopeOf(project, corpus, titleOf(corpus, name), { type: 'party', name }, deals, parties);
}

/** Who takes part in a deal, a venture in its own one as well, or whom a fact is about. */
function partiesIn(deal: Declaration): string[] {
  const { mentionedNames, mentionTargets, kind, name } = deal;
  const others = mentionedNames.filter((_, index) => mentionTargets[index]?.target === 'party');
  return kind === 'venture' ? [name, ...others] : others;
}

function scopeOf(
  project: Project,
  corpus: Corpus,
  title: string,
  about: About,
  deals: Iterable<Declaration>,
  names: Iterable<string>,
): Scope {
  const isSomebody = (name: string) => {
    const declaration = corpus.find(name);
    return !declaration || isPartyOrVenture(declaration) || (about.type === 'party' && about.name === name);
  };
  return {
    corpus,
    title,
    about,
    deals: [...deals].filter(isDeal).sort((a, b) => byNameAndPlace(project, a, b)),
    parties: [...names].filter(isSomebody).sort(),
  };
}

function isDeal({ kind }: Declaration): boolean {
  return kinds[kind].group === 'deal';
}

/** Whatever decides between two, it is not the order in which files came. */
function byNameAndPlace(project: Project, a: Declaration, b: Declaration): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  const same = project.declarationsOf(a.name);
  return same.indexOf(a) - same.indexOf(b);
}
