import type { ClientCapabilities, ResponseError, ServerCapabilities } from 'vscode-languageserver';
import type { FileMemory } from '../features/file-memory';
import { foldingRangesOf } from '../features/folding';
import { hoverAt } from '../features/hover';
import { outlineOf } from '../features/outline';
import {
  semanticTokensIn,
  semanticTokensLegend,
  semanticTokensOf,
  semanticTokensSince,
} from '../features/semantic-tokens';
import type { DealDocument } from '../language/document';
import type { Answering } from './answering';

/** Answers the requests for what an editor shows in and around a text. */
export class DisplayAnswers {
  private canNest = false;

  constructor(private readonly answering: Answering) {}

  /** Takes in what the client can show, and says what it can ask. */
  capabilities({ textDocument }: ClientCapabilities): ServerCapabilities {
    this.canNest = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false;
    return {
      hoverProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
    };
  }

  listen(): void {
    const { answering } = this;
    const { connection, publisher, workspace } = answering;
    connection.onHover(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'hover', (cursor) =>
        hoverAt(cursor, !publisher.isPartlyRead(cursor.project), workspace.today),
      ),
    );
    connection.onDocumentSymbol(({ textDocument }) =>
      answering.inDocument(textDocument.uri, 'outline', (_, document, uri, { symbols }) =>
        outlineOf(document, uri, this.canNest, symbols),
      ),
    );
    connection.onFoldingRanges(({ textDocument }) =>
      answering.inDocument(textDocument.uri, 'folding', (_, document, __, { folds }) =>
        foldingRangesOf(document, folds),
      ),
    );
    this.answerSemanticTokens();
  }

  private answerSemanticTokens(): void {
    const { answering } = this;
    const { semanticTokens } = answering.connection.languages;
    const answer = <T>(
      uri: string,
      tokens: (document: DealDocument, known: FileMemory['tokens']) => T,
    ): T | ResponseError | { data: [] } =>
      answering.inDocument(uri, 'semantic tokens', (_, document, __, memory) =>
        tokens(document, memory.tokens),
      ) ?? { data: [] };
    semanticTokens.on(({ textDocument }) => answer(textDocument.uri, semanticTokensOf));
    semanticTokens.onDelta(({ textDocument, previousResultId }) =>
      answer(textDocument.uri, (document, known) => semanticTokensSince(document, previousResultId, known)),
    );
    semanticTokens.onRange(({ textDocument, range }) =>
      answer(textDocument.uri, (document, known) => semanticTokensIn(document, range, known)),
    );
  }
}
