import {
  ResponseError,
  type CancellationToken,
  type ClientCapabilities,
  type DocumentLink,
  type ServerCapabilities,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import {
  callHierarchyAt,
  incomingFundings,
  outgoingFundings,
  type FundingStep,
} from '../features/call-hierarchy';
import { definitionLocationsAt, definitionsAt } from '../features/definition';
import { highlightsAt } from '../features/document-highlight';
import { documentLinksOf, resolvedLink, type SourceLinkData } from '../features/document-link';
import { isHierarchyData, type HierarchyData, type HierarchyItem } from '../features/hierarchy-item';
import { implementationsAt } from '../features/implementation';
import { LanguageReferenceDocument } from '../features/language-reference';
import { linkedEditingAt } from '../features/linked-editing';
import { cursorAt } from '../features/locations';
import { referencesAt } from '../features/references';
import { selectionRangeAt } from '../features/selection-range';
import { subtypesOf, supertypesOf, typeHierarchyAt } from '../features/type-hierarchy';
import { resolvedSymbol, workspaceSymbolsOf, type WorkspaceSymbolData } from '../features/workspace-symbol';
import type { Project } from '../project/project';
import { Slices } from '../project/slices';
import {
  checkPageUri,
  languageReferenceUri,
  referenceMethod,
  type InitializationOptions,
  type Reference,
  type ReferenceParams,
} from '../protocol';
import { checks } from '../checks/registry';
import { checkPage } from '../features/check-page';
import type { Answering } from './answering';
import { workedOut } from './sliced-work';

/** Names that are looked at before others get a turn. */
const namesInSlice = 20_000;
/** Deals that are looked at before others get a turn. */
const dealsInSlice = 250;

/** Answers the requests that lead from one place to others. */
export class NavigationAnswers {
  private definitionLinks = false;
  private declarationLinks = false;
  private resolvesRanges = false;
  private reference: LanguageReferenceDocument | undefined;
  private readonly nameSlices: Slices;
  private readonly dealSlices: Slices;

  constructor(private readonly answering: Answering) {
    const pause = () => answering.runtime.pause();
    this.nameSlices = new Slices(pause, namesInSlice);
    this.dealSlices = new Slices(pause, dealsInSlice);
  }

  /** Takes in what the client can show, and says what it can ask. */
  capabilities(
    { textDocument, workspace }: ClientCapabilities,
    { opensReference = false }: InitializationOptions,
  ): ServerCapabilities {
    this.definitionLinks = textDocument?.definition?.linkSupport ?? false;
    this.declarationLinks = textDocument?.declaration?.linkSupport ?? false;
    this.resolvesRanges =
      workspace?.symbol?.resolveSupport?.properties.some((each) => /^location\b/.test(each)) ?? false;
    return {
      definitionProvider: true,
      declarationProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      implementationProvider: true,
      // It leads into a document that the client has to have.
      ...(opensReference && { typeDefinitionProvider: true }),
      workspaceSymbolProvider: { resolveProvider: this.resolvesRanges },
      documentLinkProvider: { resolveProvider: true },
      selectionRangeProvider: true,
      linkedEditingRangeProvider: true,
      typeHierarchyProvider: true,
      callHierarchyProvider: true,
    };
  }

  listen(): void {
    this.answerPlaces();
    this.answerSymbols();
    this.answerLinks();
    this.answerTypeHierarchy();
    this.answerCallHierarchy();
  }

  private answerPlaces(): void {
    const { answering } = this;
    const { connection } = answering;
    connection.onDefinition(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'definition', (cursor) =>
        this.definitionLinks ? definitionsAt(cursor) : definitionLocationsAt(cursor),
      ),
    );
    connection.onDeclaration(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'declaration', (cursor) =>
        this.declarationLinks ? definitionsAt(cursor) : definitionLocationsAt(cursor),
      ),
    );
    connection.onReferences(({ textDocument, position, context }) =>
      answering.at(textDocument.uri, position, 'references', (cursor) =>
        referencesAt(cursor, context.includeDeclaration),
      ),
    );
    connection.onDocumentHighlight(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'highlight', highlightsAt),
    );
    connection.onImplementation(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'implementation', implementationsAt),
    );
    connection.onTypeDefinition(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'type definition', (cursor) =>
        this.languageReference.typeDefinitionAt(cursor),
      ),
    );
    connection.onRequest(referenceMethod, ({ uri }: ReferenceParams) =>
      answering.defects.isolated('reference', (): Reference => ({ text: this.pageAt(uri) ?? null })),
    );
    connection.onSelectionRanges(({ textDocument, positions }) =>
      answering.inDocument(textDocument.uri, 'selection', (project, _, uri) => {
        const key = answering.uris.normalize(uri);
        return positions.map((position) => selectionRangeAt(cursorAt(project, key, position)!));
      }),
    );
    connection.languages.onLinkedEditingRange(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'linked editing', (cursor) =>
        // Files that are not read would keep the old name.
        answering.publisher.isPartlyRead(cursor.project) ? null : (linkedEditingAt(cursor) ?? null),
      ),
    );
  }

  private pageAt(uri: string): string | undefined {
    if (uri === languageReferenceUri) return this.languageReference.text;
    const check = checks.find(({ code }) => checkPageUri(code) === uri);
    return check && [`# ${check.code}`, ...checkPage(check), ''].join('\n\n');
  }

  /** Made when it is asked for first: by then the messages are in the user's language. */
  private get languageReference(): LanguageReferenceDocument {
    return (this.reference ??= new LanguageReferenceDocument());
  }

  private answerSymbols(): void {
    const { connection, defects, workspace } = this.answering;
    connection.onWorkspaceSymbol(({ query }, token: CancellationToken) =>
      workedOut(
        'workspace symbols',
        workspaceSymbolsOf(workspace.all, query, !this.resolvesRanges),
        this.nameSlices,
        defects,
        token,
      ),
    );
    connection.onWorkspaceSymbolResolve((symbol): WorkspaceSymbol | ResponseError => {
      const data: WorkspaceSymbolData | undefined = symbol.data;
      if (!data) return symbol;
      return this.inProjectOf(symbol.location.uri, 'workspace symbol', (project, uri) =>
        resolvedSymbol(project, { ...symbol, location: { uri } }, data),
      );
    });
  }

  private answerLinks(): void {
    const { answering } = this;
    const { connection } = answering;
    connection.onDocumentLinks(({ textDocument }) =>
      answering.inDocument(textDocument.uri, 'links', (project, document, uri, { links }) =>
        documentLinksOf(project, document, uri, links),
      ),
    );
    connection.onDocumentLinkResolve((link): DocumentLink | ResponseError => {
      const data: SourceLinkData | undefined = link.data;
      if (!data) return link;
      return this.inProjectOf(data.uri, 'link', (project) =>
        project ? resolvedLink(project, link, data) : link,
      );
    });
  }

  private answerTypeHierarchy(): void {
    const { answering } = this;
    const { typeHierarchy } = answering.connection.languages;
    const next = (items: (project: Project, data: HierarchyData) => HierarchyItem[]) => (of: Asked) =>
      this.aboutItem(of, 'type hierarchy', (project, { data }) => items(project, data));
    typeHierarchy.onPrepare(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'type hierarchy', (cursor) => typeHierarchyAt(cursor) ?? null),
    );
    typeHierarchy.onSupertypes(next(supertypesOf));
    typeHierarchy.onSubtypes(next(subtypesOf));
  }

  private answerCallHierarchy(): void {
    const { answering } = this;
    const { callHierarchy } = answering.connection.languages;
    callHierarchy.onPrepare(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'call hierarchy', (cursor) => callHierarchyAt(cursor) ?? null),
    );
    callHierarchy.onIncomingCalls(async (of: Asked, token) => {
      const steps = await this.fundings(of, incomingFundings, token);
      return isAnswer(steps) ? steps.map(({ item, ranges }) => ({ from: item, fromRanges: ranges })) : steps;
    });
    callHierarchy.onOutgoingCalls(async (of: Asked, token) => {
      const steps = await this.fundings(of, outgoingFundings, token);
      return isAnswer(steps) ? steps.map(({ item, ranges }) => ({ to: item, fromRanges: ranges })) : steps;
    });
  }

  /** Works out the next level of a hierarchy of capital in slices: some parties have thousands of deals. */
  private async fundings(
    of: Asked,
    next: (project: Project, item: Pick<HierarchyItem, 'data' | 'uri'>) => Generator<number, FundingStep[]>,
    token: CancellationToken,
  ): Promise<FundingStep[] | ResponseError | null> {
    const steps = this.aboutItem(of, 'call hierarchy', next);
    if (!steps || steps instanceof ResponseError) return steps;
    return workedOut('call hierarchy', steps, this.dealSlices, this.answering.defects, token);
  }

  /** Answers about an item that was told before; null where it says too little, or no project holds its file any more. */
  private aboutItem<T>(
    { item: { uri, data } }: Asked,
    what: string,
    answer: (project: Project, item: Pick<HierarchyItem, 'data' | 'uri'>) => T,
  ): T | ResponseError | null {
    return this.inProjectOf(uri, what, (project, key) =>
      project && isHierarchyData(data) ? answer(project, { data, uri: key }) : null,
    );
  }

  private inProjectOf<T>(
    uri: string,
    what: string,
    answer: (project: Project | undefined, uri: string) => T,
  ): T | ResponseError {
    const { defects, uris, workspace } = this.answering;
    return defects.isolated(what, () => {
      const key = uris.normalize(uri);
      return answer(workspace.projectOf(key), key);
    });
  }
}

function isAnswer<T>(answer: T[] | ResponseError | null): answer is T[] {
  return Array.isArray(answer);
}

/** The item of a hierarchy that is asked about, as a client hands it back. */
interface Asked {
  readonly item: { readonly uri: string; readonly data?: unknown };
}
