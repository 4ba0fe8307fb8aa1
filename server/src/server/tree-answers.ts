import { ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { cursorAt } from '../features/locations';
import { TreeView } from '../features/tree/view';
import type { Findings } from '../project/findings';
import type { Project } from '../project/project';
import { Slices } from '../project/slices';
import type { Workspace } from '../project/workspace';
import {
  treeChangedMethod,
  treeChildrenMethod,
  treePathMethod,
  treeSuggestionMethod,
  type TextInsertion,
  treeTooltipMethod,
  type TreeChangedParams,
  type TreeChildrenParams,
  type TreePathParams,
  type TreeSuggestionParams,
  type TreeTooltipParams,
} from '../protocol';
import type { Defects } from './defects';
import type { Runtime } from './runtime';
import { cancelled } from './sliced-work';
import type { Uris } from './uris';

/** Deals that are worked off for an answer about the tree before others get a turn. */
const dealsInSlice = 250;

/** The tree waits for so many times as long as answering about it took, between these bounds in milliseconds. */
const treePause = 3;
const shortestTreePause = 15;
const longestTreePause = 1000;

/** Answers what the view asks about the tree, and tells it when it should ask again. */
export class TreeAnswers {
  readonly view: TreeView;
  private readonly slices: Slices;
  /** Milliseconds that went into answers since the tree changed last. */
  private cost = 0;
  /** Answers that somebody waits for. */
  private readonly awaited = new Set<Promise<unknown>>();
  private isWaiting = false;
  private isOutdated = false;

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
    private readonly defects: Defects,
    private readonly uris: Uris,
    private readonly files: { readonly workspace: Workspace },
    findingsOf: (project: Project) => Findings | undefined,
    isWhole: (project: Project) => boolean,
  ) {
    this.view = new TreeView(
      () => files.workspace.all,
      findingsOf,
      () => files.workspace.today,
      isWhole,
    );
    this.slices = new Slices(() => runtime.pause(), dealsInSlice);
  }

  listen(): void {
    const { connection, view, uris } = this;
    connection.onRequest(treeChildrenMethod, ({ query, parent }: TreeChildrenParams, token) =>
      this.answer(
        token,
        (room) => {
          const done = view.prepare(query, room, parent !== undefined);
          return done < room ? done + view.prepareRows(query, parent, room - done) : done;
        },
        () => view.children(query, parent),
      ),
    );
    connection.onRequest(treeTooltipMethod, ({ query, row }: TreeTooltipParams, token) =>
      this.answer(
        token,
        (room) => view.prepare(query, room, true),
        () => view.tooltip(query, row),
      ),
    );
    connection.onRequest<TextInsertion | null, void>(
      treeSuggestionMethod,
      ({ query, row }: TreeSuggestionParams, token) =>
        this.answer(
          token,
          (room) => view.prepare(query, room, true),
          () => view.suggestion(query, row),
        ),
    );
    connection.onRequest(treePathMethod, ({ query, textDocument, position }: TreePathParams, token) =>
      this.answer(
        token,
        (room) => view.prepare(query, room, true),
        () => {
          const uri = uris.normalize(textDocument.uri);
          const project = this.files.workspace.projectOf(uri);
          const cursor = project && cursorAt(project, uri, position);
          return cursor ? view.path(query, cursor) : [];
        },
      ),
    );
  }

  /**
   * Tells that the tree has changed, when the typing pauses: for a moment, or for several times as long as the client's
   * questions about it take, so that they never stand between a keystroke and its diagnostics.
   */
  changed(): void {
    if (this.isWaiting) {
      this.isOutdated = true;
      return;
    }
    const patience = Math.min(Math.max(treePause * this.cost, shortestTreePause), longestTreePause);
    this.isWaiting = true;
    void this.defects.attempt('telling of the tree', async () => {
      do {
        this.isOutdated = false;
        await this.runtime.delay(patience);
      } while (this.isOutdated);
      this.isWaiting = false;
      this.tell();
    });
  }

  /** Tells that the tree has changed, at once: somebody waits to see what they asked for. */
  tell(): void {
    this.cost = 0;
    const empty = this.files.workspace.all.every((project) => project.declarationCount === 0);
    const params: TreeChangedParams = { empty };
    void this.connection.sendNotification(treeChangedMethod, params);
  }

  /** Resolves when nobody waits for an answer about the tree. */
  async answered(): Promise<void> {
    while (this.awaited.size > 0) await Promise.all(this.awaited);
  }

  /** Answers about the tree. What that needs to know of all deals is worked out in slices, until nobody waits for it. */
  private answer<T>(
    token: CancellationToken,
    prepare: (room: number) => number,
    answer: () => T,
  ): Promise<T | ResponseError> {
    const awaited = this.inSlices(token, prepare, answer).finally(() => this.awaited.delete(awaited));
    this.awaited.add(awaited);
    return awaited;
  }

  private async inSlices<T>(
    token: CancellationToken,
    prepare: (room: number) => number,
    answer: () => T,
  ): Promise<T | ResponseError> {
    const { defects } = this;
    for (let isLeft = true; isLeft;) {
      if (token.isCancellationRequested) return cancelled();
      isLeft = await this.slices.do((room) => {
        const done = this.timed(() => defects.isolated('tree', () => prepare(room)));
        // Where it failed, the answer fails in the same way.
        return done instanceof ResponseError ? 0 : done;
      });
    }
    return this.timed(() => defects.isolated('tree', answer));
  }

  private timed<T>(run: () => T): T {
    const start = this.runtime.now();
    const result = run();
    this.cost += this.runtime.now() - start;
    return result;
  }
}
