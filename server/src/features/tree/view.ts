import * as l10n from '@vscode/l10n';
import { kindNames, kinds } from '../../language/schema';
import { nameSpan, type Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import type { Findings } from '../../project/findings';
import type { Project, ProjectDelta } from '../../project/project';
import { readablePath } from '../../project/uri-path';
import type { ProblemCounts, TextInsertion, TreeQuery, TreeRow } from '../../protocol';
import { describeDate, onDay } from '../../values/date';
import { locate, nameAt, type Cursor } from '../locations';
import { cardOf } from '../summary/summary';
import { byEcosystem } from './by-ecosystem';
import { byPartyKind } from './by-party-kind';
import { byStatus } from './by-status';
import { byYear } from './by-year';
import type { Census } from './census';
import { Kept } from './kept';
import type { Ledger } from './ledger';
import type { Matches } from './matches';
import { countsIn, filtered, findPath, idOf, placedBelow, type RowNode } from './node';
import { Problems } from './problems';
import { dealNode, groupNode, paged, partyNode, showsAny } from './rows';
import { ecosystemAround } from './suggestions';
import { byTitle } from './title-list';

/** To read the money of a deal for a sum takes so many times as long as to look at a deal. */
const dealInSum = 2;

/** What was made for one state of the projects. */
interface Made {
  readonly state: string;
  readonly findings: readonly (Findings | undefined)[];
  readonly problems: Map<Project, Problems>;
  readonly rows: readonly RowNode[];
}

/** The Ecosystems view: rows by ecosystem, kind of party, status or year, made on demand from the projects. */
export class TreeView {
  /** Rows that were sent of the nodes in `made`. */
  private readonly sent = new WeakMap<RowNode, TreeRow>();
  private readonly known = new WeakMap<Project, Kept>();
  private made: Made | undefined;

  constructor(
    private readonly projects: () => readonly Project[],
    private readonly findingsOf: (project: Project) => Findings | undefined,
    /** What is seen as of another day says so. */
    private readonly today: () => number | undefined = () => undefined,
    /** Whether all files of a project are read. */
    private readonly isWhole: (project: Project) => boolean = () => true,
  ) {}

  /** Takes note of a change. What is not told of is found out at greater cost. */
  changed(project: Project, delta: ProjectDelta): void {
    this.known.get(project)?.note(delta);
  }

  /**
   * Works off, in steps, what an answer about a query needs to know of all deals; whatever is left is done with the
   * answer.
   * @param most so many items or deals at most
   * @param inOrder whether rows below the top ones are asked for
   * @returns how many; fewer than that where nothing is left to do
   */
  prepare(query: TreeQuery, most: number, inOrder: boolean): number {
    let done = 0;
    for (const project of this.shown()) {
      const findings = this.findingsOf(project);
      for (const uri of findings ? project.uris : []) {
        done += findings?.lookAhead(uri, most - done, true) ?? 0;
        if (done >= most) return done;
      }
      const { census, ledger, matches } = this.neededFor(project, query);
      done += matches?.advance(most - done) ?? 0;
      if (done < most) done += census?.advance(most - done) ?? 0;
      if (done < most) done += ledger?.advance(most - done, inOrder) ?? 0;
      if (done >= most) return done;
    }
    return done;
  }

  /**
   * Puts the rows below `parent`, or the top rows, into words, in steps. To be called when nothing is left to prepare.
   * @param most so many rows at most, those with deals below them counted by their deals
   * @returns how many; fewer than that where nothing is left to do
   */
  prepareRows(query: TreeQuery, parent: string | undefined, most: number): number {
    let done = 0;
    for (const node of this.nodes(query, parent)) {
      if (done >= most) return done;
      if (this.sent.has(node)) continue;
      this.toRow(node);
      const counted = node.counted();
      done += 1 + (typeof counted === 'function' ? 0 : dealInSum * counted.length);
    }
    return done;
  }

  /** The rows below `parent`, or the top rows. */
  children(query: TreeQuery, parent?: string): TreeRow[] {
    return this.nodes(query, parent).map((node) => this.toRow(node));
  }

  /** The card of a row's subject, Markdown; null where the row has none. */
  tooltip(query: TreeQuery, row: string): string | null {
    const node = this.find(query, row);
    if (!node?.declaration) return node?.card?.() ?? null;
    return cardOf(node.project, node.declaration, this.today());
  }

  /** The declaration of the ecosystem that a row suggests; null where it suggests none. */
  suggestion(query: TreeQuery, row: string): TextInsertion | null {
    const node = this.find(query, row);
    return node?.suggests ? ecosystemAround(node.project, node.suggests) : null;
  }

  /** The rows from the top down to the first one that stands for what is at the cursor; empty where none does. */
  path(query: TreeQuery, cursor: Cursor): TreeRow[] {
    const around = cursor.item && interpret(cursor.item);
    const name = nameAt(cursor);
    const named = name && cursor.project.find(name.name);
    for (const target of [named, around]) {
      const path = target && findPath(this.top(query), target);
      if (path) return path.map((node) => this.toRow(node));
    }
    return [];
  }

  private nodes(query: TreeQuery, parent: string | undefined): readonly RowNode[] {
    return parent === undefined ? this.top(query) : (this.find(query, parent)?.children?.() ?? []);
  }

  /** The rows of a query are made once for each state of the projects, however many requests ask for parts of them. */
  private top(query: TreeQuery): readonly RowNode[] {
    const projects = this.shown();
    const findings = projects.map((project) => this.findingsOf(project));
    const state = [
      query.groupBy,
      query.filter ?? '',
      this.today(),
      ...projects.flatMap(({ root, revision, asOf, settings }) => [
        root,
        revision,
        asOf,
        settings.baseCurrency ?? '',
      ]),
      ...findings.map((each) => each?.revision),
      ...projects.map((project) => this.isWhole(project)),
    ].join('\n');
    const { made } = this;
    if (made?.state === state && made.findings.every((each, index) => each === findings[index])) {
      return made.rows;
    }
    const rows = this.make(projects, query);
    this.made = { state, findings, problems: new Map(), rows };
    return rows;
  }

  private knownOf(project: Project): Kept {
    let known = this.known.get(project);
    if (!known?.isCurrent) this.known.set(project, (known = new Kept(project)));
    return known;
  }

  private neededFor(
    project: Project,
    { groupBy, filter }: TreeQuery,
  ): { census?: Census; ledger?: Ledger; matches: Matches | undefined } {
    const known = this.knownOf(project);
    const matches = known.matches(filter);
    if (groupBy === 'ecosystem' || groupBy === 'partyKind') return { census: known.census, matches };
    // Where there are no deals, parties are shown.
    const { ledger } = known;
    return hasAnyDeal(project) ? { ledger, matches } : { ledger, census: known.census, matches };
  }

  private problemsOf(project: Project): Problems {
    let problems = this.made?.problems.get(project);
    if (!problems) {
      problems = new Problems(project, this.findingsOf(project));
      this.made?.problems.set(project, problems);
    }
    return problems;
  }

  private make(projects: readonly Project[], query: TreeQuery): readonly RowNode[] {
    const rows = projects.map((project) => {
      const id = idOf('project', project.root);
      const matches = this.knownOf(project).matches(query.filter);
      matches?.advance(Infinity);
      const own = filtered(this.groups(project, query), matches).map((node) => placedBelow(id, node));
      return { project, id, own };
    });
    // A single project needs no row of its own, but its ids stay the same when another one comes.
    if (rows.length === 1) return rows[0]!.own;
    return rows
      .filter(({ own }) => own.length > 0)
      .map(({ project, id, own }) => ({
        id,
        kind: 'project',
        label: readablePath(project.root.slice(project.root.lastIndexOf('/') + 1)),
        icon: 'root-folder',
        project,
        counted: () => {
          const counts = own.map(countsIn);
          return (declaration) => counts.some((isCounted) => isCounted(declaration));
        },
        description: () => this.dayOf(project),
        expanded: true,
        children: () => own,
      }));
  }

  /** As of which day a project is seen; undefined where that is today. */
  private dayOf({ asOf }: Project): string | undefined {
    const today = this.today();
    if (today === undefined || asOf === today) return undefined;
    return l10n.t('as of {0}', describeDate(onDay(asOf)));
  }

  /** Projects with something in them. Single files outside of all folders show only where there is nothing else. */
  private shown(): readonly Project[] {
    const projects = this.projects().filter((project) => project.declarationCount > 0);
    const ofFolders = projects.filter((project) => project.document(project.root) === undefined);
    return ofFolders.length > 0 ? ofFolders : projects;
  }

  private find(query: TreeQuery, id: string): RowNode | undefined {
    let nodes = this.top(query);
    for (;;) {
      const next: RowNode | undefined = nodes.find((node) => id === node.id || id.startsWith(`${node.id}/`));
      if (!next || next.id === id) return next;
      nodes = next.children?.() ?? [];
    }
  }

  private toRow(node: RowNode): TreeRow {
    let row = this.sent.get(node);
    if (!row) this.sent.set(node, (row = this.makeRow(node)));
    return row;
  }

  private makeRow(node: RowNode): TreeRow {
    const { declaration, project } = node;
    const description = node.description();
    const problems = this.count(node);
    return {
      id: node.id,
      kind: node.kind,
      label: node.label,
      icon: node.icon,
      // What shows comes first and whole, so that people who speak to their computer can say what they see.
      accessibilityLabel: [node.label, description, declaration?.kind, problems && describeProblems(problems)]
        .filter((part) => part !== undefined && part !== '')
        .join(', '),
      children: !node.children ? 'none' : node.expanded ? 'expanded' : 'collapsed',
      ...(description && { description }),
      ...(declaration && { location: locate(project, declaration, nameSpan(declaration)) }),
      ...(problems && { problems }),
    };
  }

  private count(node: RowNode): ProblemCounts | undefined {
    const { declaration } = node;
    const problems = this.problemsOf(node.project);
    const counted = node.counted();
    const counts =
      typeof counted === 'function'
        ? problems.where(countsIn(node))
        : problems.of(declaration ? [declaration, ...counted] : counted);
    return counts.errors + counts.warnings + counts.information > 0 ? counts : undefined;
  }

  private groups(project: Project, query: TreeQuery): readonly RowNode[] {
    const rows = this.grouped(project, query);
    if (rows.length > 0) return rows;
    // While files are read, what is missing may come with the next one.
    if (!this.findingsOf(project)) return [];
    return [this.withoutDeals(project)];
  }

  /** Never a blank view: the parties of somebody who has written down nothing else, or deals whose parties are missing. */
  private withoutDeals(project: Project): RowNode {
    const dealKinds = kindNames.filter((kind) => kinds[kind].group === 'deal');
    const deals = byTitle(
      project,
      dealKinds.flatMap((kind) => [...project.ofKind(kind)]),
    );
    if (deals.length > 0) {
      const id = idOf('undeclared');
      const children = () => paged(project, id, deals, (parent, deal) => dealNode(project, parent, deal));
      const label = l10n.t('Deals of parties that are not declared');
      return {
        ...groupNode(
          project,
          id,
          label,
          'warning',
          children,
          () => deals,
          () => String(deals.length),
        ),
        holds: (matches) => deals.some((deal) => matches.isDeal(deal)),
      };
    }
    const id = idOf('parties');
    const parties = this.knownOf(project).census.parties(({ kind }) => kinds[kind].group === 'party');
    const make = (parent: string, party: Declaration) => partyNode(project, parent, party, []);
    const children = () => parties.map((party) => make(id, party));
    return {
      ...groupNode(project, id, l10n.t('No deals yet'), 'info', children, () => parties),
      holds: (matches) => showsAny(matches, parties, (party) => make(id, party)),
    };
  }

  private grouped(project: Project, { groupBy }: TreeQuery): readonly RowNode[] {
    const known = this.knownOf(project);
    switch (groupBy) {
      case 'ecosystem':
        return byEcosystem(project, known.census, this.isWhole(project));
      case 'partyKind':
        return byPartyKind(project, known.census);
      case 'status':
        return byStatus(project, known.ledger);
      case 'year':
        return byYear(project, known.ledger);
    }
  }
}

function hasAnyDeal(project: Project): boolean {
  return kindNames.some(
    (kind) => kinds[kind].group === 'deal' && !project.ofKind(kind)[Symbol.iterator]().next().done,
  );
}

function describeProblems({ errors, warnings }: ProblemCounts): string {
  const parts = [
    errors === 1 ? l10n.t('1 error') : errors > 1 ? l10n.t('{0} errors', errors) : undefined,
    warnings === 1 ? l10n.t('1 warning') : warnings > 1 ? l10n.t('{0} warnings', warnings) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
