import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { definitionLocationsAt, definitionsAt } from '../features/definition';
import { referencesAt } from '../features/references';
import type { Answering } from './answering';

/** Answers the requests that lead from one place to others. */
export class NavigationAnswers {
  private linkSupport = false;

  constructor(private readonly answering: Answering) {}

  /** Takes in what the client can show, and says what it can ask. */
  capabilities({ textDocument }: ClientCapabilities): ServerCapabilities {
    this.linkSupport = textDocument?.definition?.linkSupport ?? false;
    return { definitionProvider: true, referencesProvider: true };
  }

  listen(): void {
    const { answering } = this;
    const { connection } = answering;
    connection.onDefinition(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'definition', (cursor) =>
        this.linkSupport ? definitionsAt(cursor) : definitionLocationsAt(cursor),
      ),
    );
    connection.onReferences(({ textDocument, position, context }) =>
      answering.at(textDocument.uri, position, 'references', (cursor) =>
        referencesAt(cursor, context.includeDeclaration),
      ),
    );
  }
}
