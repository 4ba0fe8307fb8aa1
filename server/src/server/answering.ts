import type { Connection, Position, ResponseError } from 'vscode-languageserver';
import { FileMemory } from '../features/file-memory';
import { cursorAt, type Cursor } from '../features/locations';
import type { DealDocument } from '../language/document';
import type { Project } from '../project/project';
import type { Workspace } from '../project/workspace';
import type { Defects } from './defects';
import type { DiagnosticsPublisher } from './diagnostics-publisher';
import type { Runtime } from './runtime';
import type { Uris } from './uris';

/** In longer files nothing is remembered of what was worked out: that would take more room than the project itself. */
const mostRemembered = 10_000;

/** What answers about places and documents have in common: how to look one up, and that none takes another one down. */
export class Answering {
  /** What is remembered of files that are open. */
  private readonly memories = new Map<string, FileMemory>();

  constructor(
    readonly connection: Connection,
    readonly runtime: Runtime,
    readonly defects: Defects,
    readonly uris: Uris,
    readonly workspace: Workspace,
    readonly publisher: DiagnosticsPublisher,
  ) {}

  /** Answers about a place; null where no project holds the document. */
  at<T>(
    uri: string,
    position: Position,
    what: string,
    answer: (cursor: Cursor) => T,
  ): T | ResponseError | null {
    return this.defects.isolated(what, () => {
      const key = this.uris.normalize(uri);
      const project = this.workspace.projectOf(key);
      const cursor = project && cursorAt(project, key, position);
      return cursor ? answer(cursor) : null;
    });
  }

  /** Answers about a document; null where no project holds it. */
  inDocument<T>(
    uri: string,
    what: string,
    answer: (project: Project, document: DealDocument, uri: string, memory: FileMemory) => T,
  ): T | ResponseError | null {
    return this.defects.isolated(what, () => {
      const key = this.uris.normalize(uri);
      const project = this.workspace.projectOf(key);
      const document = project?.document(key);
      return project && document ? answer(project, document, uri, this.memoryOf(key, document)) : null;
    });
  }

  /** Gives back what is remembered for an open file. */
  closed(uri: string): void {
    this.memories.delete(uri);
  }

  /** What is remembered of a file that is open. */
  private memoryOf(uri: string, document: DealDocument): FileMemory {
    let memory = this.memories.get(uri);
    if (!memory) {
      memory = new FileMemory();
      if (this.workspace.openDocument(uri) && document.itemCount <= mostRemembered)
        this.memories.set(uri, memory);
    }
    return memory;
  }
}
