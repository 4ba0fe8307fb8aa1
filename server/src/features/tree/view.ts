import * as l10n from '@vscode/l10n';
import type { Item } from '../../language/item';
import type { Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import type { Finding } from '../../project/check';
import type { Project } from '../../project/project';
import { readablePath } from '../../project/uri-path';
import type { ProblemCounts, TreeQuery, TreeRow } from '../../protocol';
import { locate, nameAt, nameSpan, type Cursor } from '../locations';
import { cardOf } from '../summary/summary';
import { byEcosystem } from './by-ecosystem';
import { byPartyKind } from './by-party-kind';
import { byStatus } from './by-status';
import { byYear } from './by-year';
import { countedIn, filtered, findPath, idOf, placedBelow, type RowNode } from './node';
import { byTitle, everyParty, groupNode, partyNode } from './rows';

/** The Ecosystems view: rows by ecosystem, kind of party, status or year, made on demand from the projects. */
export class TreeView {
  /** Rows that were sent of the nodes in `made`. */
  private readonly sent = new WeakMap<RowNode, TreeRow>();
  private made: { readonly state: string; readonly rows: readonly RowNode[] } | undefined;

  constructor(
    private readonly projects: () => readonly Project[],
    private readonly findingsOf: (project: Project, item: Item) => readonly Finding[],
  ) {}

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
    const state = [
      query.groupBy,
      query.filter ?? '',
      ...projects.flatMap(({ root, revision, asOf }) => [root, revision, asOf]),
    ].join('\n');
    if (this.made?.state !== state) this.made = { state, rows: this.make(projects, query) };
    return this.made.rows;
  }

  private make(projects: readonly Project[], query: TreeQuery): readonly RowNode[] {
    const rows = projects.map((project) => {
      const id = idOf('project', project.root);
      const own = filtered(groups(project, query), query.filter).map((node) => placedBelow(id, node));
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
        counted: () => own.flatMap((node) => countedIn(node)),
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
    const problems = this.count(project, countedIn(node));
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

  private count(project: Project, declarations: readonly Declaration[]): ProblemCounts | undefined {
    const counts = { errors: 0, warnings: 0, information: 0 };
    for (const declaration of new Set(declarations)) {
      for (const { severity } of this.findingsOf(project, declaration.item)) {
        if (severity === 'error') counts.errors++;
        else if (severity === 'warning') counts.warnings++;
        else counts.information++;
      }
    }
    return counts.errors + counts.warnings + counts.information > 0 ? counts : undefined;
  }
}

function describeProblems({ errors, warnings }: ProblemCounts): string {
  const parts = [
    errors === 1 ? l10n.t('1 error') : errors > 1 ? l10n.t('{0} errors', errors) : undefined,
    warnings === 1 ? l10n.t('1 warning') : warnings > 1 ? l10n.t('{0} warnings', warnings) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function groups(project: Project, query: TreeQuery): readonly RowNode[] {
  const rows = grouped(project, query);
  if (rows.length > 0) return rows;
  // Never a blank view: somebody who has written down parties only sees them.
  const id = idOf('parties');
  const label = l10n.t('No deals yet');
  return [
    groupNode(project, id, label, 'info', () =>
      byTitle(everyParty(project)).map((party) => partyNode(project, id, party, [])),
    ),
  ];
}

function grouped(project: Project, { groupBy }: TreeQuery): readonly RowNode[] {
  switch (groupBy) {
    case 'ecosystem':
      return byEcosystem(project);
    case 'partyKind':
      return byPartyKind(project);
    case 'status':
      return byStatus(project);
    case 'year':
      return byYear(project);
  }
}
