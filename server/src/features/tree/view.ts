import * as l10n from '@vscode/l10n';
import { interpret } from '../../model/interpret';
import type { Findings } from '../../project/findings';
import type { Project, ProjectDelta } from '../../project/project';
import { readablePath } from '../../project/uri-path';
import type { ProblemCounts, TreeQuery, TreeRow } from '../../protocol';
import { locate, nameAt, nameSpan, type Cursor } from '../locations';
import { cardOf } from '../summary/summary';
import { byEcosystem } from './by-ecosystem';
import { byPartyKind } from './by-party-kind';
import { byStatus } from './by-status';
import { byYear } from './by-year';
import { Ledger } from './ledger';
import { countsIn, filtered, findPath, idOf, placedBelow, type RowNode } from './node';
import { Problems } from './problems';
import { byTitle, everyParty, groupNode, partyNode } from './rows';

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
  private readonly ledgers = new WeakMap<Project, Ledger>();
  private made: Made | undefined;

  constructor(
    private readonly projects: () => readonly Project[],
    private readonly findingsOf: (project: Project) => Findings | undefined,
  ) {}

  /** Takes note of a change. What is not told of is found out at greater cost. */
  changed(project: Project, delta: ProjectDelta): void {
    this.ledgers.get(project)?.note(delta);
  }

  /**
   * Works off, in steps, what an answer about a query needs to know of all deals; whatever is left is done with the
   * answer.
   * @param most so many items or deals at most
   * @param inOrder whether rows below the top ones are asked for
   * @returns how many; fewer than that where nothing is left to do
   */
  prepare({ groupBy }: TreeQuery, most: number, inOrder: boolean): number {
    let done = 0;
    for (const project of this.shown()) {
      const findings = this.findingsOf(project);
      for (const uri of findings ? project.uris : []) {
        done += findings?.lookAhead(uri, most - done) ?? 0;
        if (done >= most) return done;
      }
      if (usesLedger(groupBy)) done += this.ledgerOf(project).advance(most - done, inOrder);
      if (done >= most) return done;
    }
    return done;
  }

  /** The rows below `parent`, or the top rows. */
  children(query: TreeQuery, parent?: string): TreeRow[] {
    const nodes = parent === undefined ? this.top(query) : (this.find(query, parent)?.children?.() ?? []);
    return nodes.map((node) => this.toRow(node));
  }

  /** The card of a row's subject, Markdown; null where the row has none. */
  tooltip(query: TreeQuery, row: string): string | null {
    const node = this.find(query, row);
    return node?.declaration ? cardOf(node.project, node.declaration) : null;
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

  /** The rows of a query are made once for each state of the projects, however many requests ask for parts of them. */
  private top(query: TreeQuery): readonly RowNode[] {
    const projects = this.shown();
    const findings = projects.map((project) => this.findingsOf(project));
    const state = [
      query.groupBy,
      query.filter ?? '',
      ...projects.flatMap(({ root, revision, asOf }) => [root, revision, asOf]),
    ].join('\n');
    const { made } = this;
    if (made?.state === state && made.findings.every((each, index) => each === findings[index])) {
      return made.rows;
    }
    const rows = this.make(projects, query);
    this.made = { state, findings, problems: new Map(), rows };
    return rows;
  }

  private ledgerOf(project: Project): Ledger {
    let ledger = this.ledgers.get(project);
    if (!ledger?.isCurrent) this.ledgers.set(project, (ledger = new Ledger(project)));
    return ledger;
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
      const own = filtered(this.groups(project, query), query.filter).map((node) => placedBelow(id, node));
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
        description: () => undefined,
        expanded: true,
        children: () => own,
      }));
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
    // Never a blank view: somebody who has written down parties only sees them.
    const id = idOf('parties');
    const parties = everyParty(project);
    const children = () => byTitle(project, parties).map((party) => partyNode(project, id, party, []));
    return [groupNode(project, id, l10n.t('No deals yet'), 'info', children, () => parties)];
  }

  private grouped(project: Project, { groupBy }: TreeQuery): readonly RowNode[] {
    switch (groupBy) {
      case 'ecosystem':
        return byEcosystem(project);
      case 'partyKind':
        return byPartyKind(project);
      case 'status':
        return byStatus(project, this.ledgerOf(project));
      case 'year':
        return byYear(project, this.ledgerOf(project));
    }
  }
}

function usesLedger(groupBy: TreeQuery['groupBy']): boolean {
  return groupBy === 'status' || groupBy === 'year';
}

function describeProblems({ errors, warnings }: ProblemCounts): string {
  const parts = [
    errors === 1 ? l10n.t('1 error') : errors > 1 ? l10n.t('{0} errors', errors) : undefined,
    warnings === 1 ? l10n.t('1 warning') : warnings > 1 ? l10n.t('{0} warnings', warnings) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
