import {
  CodeLensRefreshRequest,
  type ClientCapabilities,
  type ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { codeLensesIn, resolveCodeLens, type CodeLensData } from '../features/code-lens';
import type { FileMemory } from '../features/file-memory';
import { foldingRangesOf } from '../features/folding';
import { hoverAt } from '../features/hover';
import { inlayHintsIn } from '../features/inlay/inlay-hints';
import { outlineOf } from '../features/outline';
import {
  semanticTokensIn,
  semanticTokensLegend,
  semanticTokensOf,
  semanticTokensSince,
  type Marks,
} from '../features/semantic-tokens';
import { signatureHelpAt } from '../features/signature-help';
import { marksIn } from '../features/token-marks';
import type { DealDocument } from '../language/document';
import type { InitializationOptions } from '../protocol';
import type { Answering } from './answering';
import type { SettingsFollower } from './settings';

/** What is shown of other declarations is asked for again when nothing has changed for so many milliseconds. */
const refreshPause = 400;

/** In longer files nothing is marked by what other declarations say of it: to look at all of them takes too long. */
const mostMarked = 10_000;

/** Answers the requests for what an editor shows in and around a text. */
export class DisplayAnswers {
  private canNest = false;
  private canRefreshHints = false;
  private canRefreshLenses = false;
  private canRefreshTokens = false;
  private hasCommands = false;
  private knowsNoPart = false;
  private isRefreshing = false;
  private isOutdated = false;

  constructor(
    private readonly answering: Answering,
    private readonly settings: SettingsFollower,
  ) {}

  /** Takes in what the client can show, and says what it can ask. */
  capabilities(
    { textDocument, workspace }: ClientCapabilities,
    { commands }: InitializationOptions,
  ): ServerCapabilities {
    this.canRefreshHints = workspace?.inlayHint?.refreshSupport ?? false;
    this.canRefreshLenses = workspace?.codeLens?.refreshSupport ?? false;
    this.canRefreshTokens = workspace?.semanticTokens?.refreshSupport ?? false;
    this.hasCommands = commands ?? false;
    this.knowsNoPart = textDocument?.signatureHelp?.signatureInformation?.noActiveParameterSupport ?? false;
    this.canNest = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false;
    return {
      hoverProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      inlayHintProvider: true,
      signatureHelpProvider: { triggerCharacters: [' ', ','], retriggerCharacters: [' '] },
      codeLensProvider: { resolveProvider: true },
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
    connection.onSignatureHelp(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'signature help', (cursor) =>
        signatureHelpAt(cursor, this.knowsNoPart),
      ),
    );
    connection.languages.inlayHint.on(({ textDocument, range }) =>
      answering.inDocument(textDocument.uri, 'inlay hints', (project, document) =>
        inlayHintsIn(project, document, range, this.settings.current.inlayHints),
      ),
    );
    this.answerCodeLens();
    this.answerSemanticTokens();
  }

  /** Has editors ask again for what depends on more than their own text: as soon as nothing changes any more. */
  changed(): void {
    if (!this.canRefreshHints && !this.canRefreshLenses && !this.canRefreshTokens) return;
    this.isOutdated = true;
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    const { defects, runtime } = this.answering;
    void defects.attempt('having hints asked for again', async () => {
      while (this.isOutdated) {
        this.isOutdated = false;
        await runtime.delay(refreshPause);
      }
      this.isRefreshing = false;
      this.refresh();
    });
  }

  /** The same at once: somebody waits to see what they chose. */
  refresh(): void {
    const { connection, defects } = this.answering;
    // A client that refuses one of them is asked for the others all the same.
    const ask = (what: string, request: () => Promise<void>) =>
      void defects.attempt(`having ${what} asked for again`, request);
    if (this.canRefreshHints) ask('hints', () => connection.languages.inlayHint.refresh());
    if (this.canRefreshTokens) ask('colours', () => connection.languages.semanticTokens.refresh());
    if (this.canRefreshLenses) ask('lenses', () => connection.sendRequest(CodeLensRefreshRequest.type));
  }

  private answerCodeLens(): void {
    const { answering } = this;
    const { connection, defects, uris, workspace } = answering;
    connection.onCodeLens(({ textDocument }) =>
      answering.inDocument(textDocument.uri, 'code lenses', (project, document, uri) =>
        codeLensesIn(project, document, uri, this.settings.current.codeLens),
      ),
    );
    connection.onCodeLensResolve((lens) =>
      defects.isolated('code lenses', () => {
        const data: CodeLensData | undefined = lens.data;
        const project = data && workspace.projectOf(uris.normalize(data.uri));
        return resolveCodeLens(lens, project, this.hasCommands);
      }),
    );
  }

  private answerSemanticTokens(): void {
    const { answering } = this;
    const { semanticTokens } = answering.connection.languages;
    const answer = <T>(
      uri: string,
      tokens: (document: DealDocument, known: FileMemory['tokens'], marks: Marks | undefined) => T,
    ): T | ResponseError | { data: [] } =>
      answering.inDocument(uri, 'semantic tokens', (project, document, __, memory) =>
        tokens(document, memory.tokens, document.itemCount <= mostMarked ? marksIn(project) : undefined),
      ) ?? { data: [] };
    semanticTokens.on(({ textDocument }) => answer(textDocument.uri, semanticTokensOf));
    semanticTokens.onDelta(({ textDocument, previousResultId }) =>
      answer(textDocument.uri, (document, known, marks) =>
        semanticTokensSince(document, previousResultId, known, marks),
      ),
    );
    semanticTokens.onRange(({ textDocument, range }) =>
      answer(textDocument.uri, (document, known, marks) => semanticTokensIn(document, range, known, marks)),
    );
  }
}
