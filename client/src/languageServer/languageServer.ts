import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  type TextDocument,
  window,
} from 'vscode';
import type { Location } from 'vscode-languageserver-types';
import { previewScheme } from '../importing/previewScheme';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import {
  asOfChangedMethod,
  type AsOfState,
  chooseDayMethod,
  type ChooseDayParams,
  type FileTemplate,
  fileTemplateMethod,
  type ImportAnswer,
  type ImportChoices,
  type ImportChoicesParams,
  importChoicesMethod,
  importMethod,
  type ImportParams,
  type InitializationOptions,
  readDayMethod,
  type ReadDayParams,
  type ReadDayResult,
  readRestMethod,
  type Reference,
  referenceMethod,
  type ReferenceParams,
  type Report,
  type ReportChoice,
  reportChoicesMethod,
  reportMethod,
  type ReportParams,
  type ServerStatusParams,
  serverStatusMethod,
  graphTextMethod,
  type GraphText,
  type GraphTextParams,
  nameAtPlaceMethod,
  type NameAtPlace,
  type NameAtPlaceParams,
  type NamedScope,
  newDealMethod,
  type NewDealParams,
  pictureCardMethod,
  pictureCardsMethod,
  type PictureChoice,
  pictureChoicesMethod,
  pictureFlowsMethod,
  pictureGraphMethod,
  type PictureScope,
  pictureScopeMethod,
  type PictureSubject,
  pictureTimelineMethod,
  pictureValuationsMethod,
  placeOfNameMethod,
  type CardParams,
  type PlaceOfNameParams,
  retitleMethod,
  type RetitleParams,
  type Retitled,
  type SnippetInsertion,
  type StatusDate,
  statusDatesMethod,
  stepDayMethod,
  type StepDayParams,
  type StepDayResult,
  treeChangedMethod,
  type TreeChangedParams,
  treeChildrenMethod,
  type TreeChildrenParams,
  treePathMethod,
  type TreePathParams,
  type TextInsertion,
  type TreeRow,
  treeSuggestionMethod,
  type TreeSuggestionParams,
  treeTooltipMethod,
  type TreeTooltipParams,
} from '../../../server/src/protocol';
import type { Question } from '../picture/messages';
import { plainFailure } from '../plainMessage';
import { answerFileRequests } from './workspaceFiles';

/** A client and what has to be released besides it when its server has been stopped. */
export interface Connection extends Disposable {
  readonly client: BaseLanguageClient;
}

/** Makes a client that is not started yet; called anew for each restart. */
export type Connect = (id: string, name: string, options: LanguageClientOptions) => Connection;

export type ServerState = 'starting' | 'running' | 'stopped';

/** The language server as the surfaces see it: its state, its news, and its answers. */
export class LanguageServer implements Disposable {
  readonly output: LogOutputChannel = window.createOutputChannel('Dealgraph', { log: true });

  private readonly stateChanged = new EventEmitter<ServerState>();
  private readonly treeChanged = new EventEmitter<TreeChangedParams>();
  private readonly statusChanged = new EventEmitter<ServerStatusParams>();
  private readonly asOfChanged = new EventEmitter<AsOfState>();
  readonly onDidChangeState = this.stateChanged.event;
  readonly onDidChangeTree = this.treeChanged.event;
  readonly onDidChangeStatus = this.statusChanged.event;
  readonly onDidChangeAsOf = this.asOfChanged.event;

  private connection: Connection | undefined;
  private currentState: ServerState = 'starting';
  private restarting: Promise<void> | undefined;

  /** @param chosenDay what the user chose as the day as of which everything is seen, by the time of the start */
  constructor(
    private readonly connect: Connect,
    private readonly chosenDay: () => string | null,
  ) {}

  get state(): ServerState {
    return this.currentState;
  }

  /** Resolves when the server answers or has failed to start; a failure shows in the state and in the output. */
  async start(): Promise<void> {
    const connection = this.connect('dealgraph', 'Dealgraph', this.clientOptions());
    this.connection = connection;
    const { client } = connection;
    client.onDidChangeState(({ newState }) => {
      if (connection === this.connection) this.setState(stateOf(newState));
    });
    client.onNotification(treeChangedMethod, (params: TreeChangedParams) => this.treeChanged.fire(params));
    client.onNotification(serverStatusMethod, (params: ServerStatusParams) =>
      this.statusChanged.fire(params),
    );
    client.onNotification(asOfChangedMethod, (state: AsOfState) => this.asOfChanged.fire(state));
    answerFileRequests(client);
    try {
      await client.start();
    } catch (error) {
      this.output.error(l10n.t('The language server could not be started.'), error);
    }
  }

  async stop(): Promise<void> {
    const { connection } = this;
    if (connection === undefined) return;
    this.connection = undefined;
    this.setState('stopped');
    try {
      await connection.client.dispose();
    } catch (error) {
      // A client that failed to start or whose server hangs cannot be stopped in good order; it is let go.
      this.output.warn(String(error));
    } finally {
      connection.dispose();
    }
  }

  /** Starts a fresh server, whatever state the old one is in. Calls during a restart share it. */
  restart(): Promise<void> {
    this.restarting ??= this.stop()
      .then(() => {
        this.setState('starting');
        return this.start();
      })
      .finally(() => (this.restarting = undefined));
    return this.restarting;
  }

  /** Rows below a row, or the top ones. Rejects when the server does not run. */
  treeChildren(params: TreeChildrenParams): Promise<TreeRow[]> {
    return this.request(treeChildrenMethod, params);
  }

  treeTooltip(params: TreeTooltipParams, token: CancellationToken): Promise<string | null> {
    return this.request(treeTooltipMethod, params, token);
  }

  treePath(params: TreePathParams, token: CancellationToken): Promise<TreeRow[]> {
    return this.request(treePathMethod, params, token);
  }

  /** The declaration of the ecosystem that a row suggests; null where it suggests none any more. */
  treeSuggestion(params: TreeSuggestionParams): Promise<TextInsertion | null> {
    return this.request(treeSuggestionMethod, params);
  }

  importChoices(params: ImportChoicesParams): Promise<ImportChoices> {
    return this.request(importChoicesMethod, params);
  }

  /** What an import would write. Nothing is written by the server. */
  importDeals(params: ImportParams, token: CancellationToken): Promise<ImportAnswer> {
    return this.request(importMethod, params, token);
  }

  fileTemplate(): Promise<FileTemplate> {
    return this.request(fileTemplateMethod, {});
  }

  /** Reads what was left unread when reading was stopped; resolves when that is done or stopped again. */
  readRest(): Promise<void> {
    return this.request(readRestMethod, {});
  }

  /** Has everything seen as of another day. The new state comes with its event as well. */
  async chooseDay(params: ChooseDayParams): Promise<AsOfState> {
    const state = await this.request<AsOfState>(chooseDayMethod, params);
    this.asOfChanged.fire(state);
    return state;
  }

  readDay(params: ReadDayParams, token?: CancellationToken): Promise<ReadDayResult> {
    return this.request(readDayMethod, params, token);
  }

  statusDates(token: CancellationToken): Promise<StatusDate[]> {
    return this.request(statusDatesMethod, {}, token);
  }

  stepDay(params: StepDayParams): Promise<StepDayResult> {
    return this.request(stepDayMethod, params);
  }

  reportChoices(): Promise<ReportChoice[]> {
    return this.request(reportChoicesMethod, {});
  }

  report(params: ReportParams, token: CancellationToken): Promise<Report> {
    return this.request(reportMethod, params, token);
  }

  pictureChoices(): Promise<PictureChoice[]> {
    return this.request(pictureChoicesMethod, {});
  }

  /** What a picture of what stands at a place is about; null where nothing is. */
  pictureScope(subject: PictureSubject): Promise<NamedScope | null> {
    return this.request(pictureScopeMethod, subject);
  }

  /**
   * What a picture shows.
   * @param params what the question is asked with besides the scope, which always is that of the picture
   */
  askForPicture(
    question: Question,
    scope: PictureScope,
    params: Readonly<Record<string, unknown>>,
    token: CancellationToken,
  ): Promise<unknown> {
    return this.request(pictureMethods[question], { ...params, scope, root: scope.root }, token);
  }

  /** The card of each of several names, in their order. */
  pictureCards(params: CardParams): Promise<readonly string[]> {
    return this.request(pictureCardsMethod, params);
  }

  placeOfName(params: PlaceOfNameParams): Promise<Location | null> {
    return this.request(placeOfNameMethod, params);
  }

  nameAtPlace(params: NameAtPlaceParams): Promise<NameAtPlace | null> {
    return this.request(nameAtPlaceMethod, params);
  }

  newDeal(params: NewDealParams): Promise<SnippetInsertion> {
    return this.request(newDealMethod, params);
  }

  /** The edits that give a declaration another title. */
  retitle(params: RetitleParams): Promise<Retitled> {
    return this.request(retitleMethod, params);
  }

  graphText(params: GraphTextParams): Promise<GraphText> {
    return this.request(graphTextMethod, params);
  }

  reference(params: ReferenceParams, token: CancellationToken): Promise<Reference> {
    return this.request(referenceMethod, params, token);
  }

  dispose(): void {
    void this.stop().finally(() => this.output.dispose());
    this.stateChanged.dispose();
    this.treeChanged.dispose();
    this.statusChanged.dispose();
    this.asOfChanged.dispose();
  }

  private async request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result> {
    if (this.connection === undefined) throw new Error(l10n.t('The language server is not running.'));
    const { client } = this.connection;
    return token === undefined
      ? client.sendRequest<Result>(method, params)
      : client.sendRequest<Result>(method, params, token);
  }

  private setState(state: ServerState): void {
    if (state === this.currentState) return;
    this.currentState = state;
    this.stateChanged.fire(state);
  }

  private clientOptions(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      l10n: l10n.bundle,
      filesFromClient: true,
      commands: true,
      // What is sent comes at once, also for files that an edit elsewhere has changed.
      diagnostics: 'push',
      asOf: this.chosenDay(),
      opensReference: true,
    };
    return {
      // No scheme: untitled, virtual and remote documents count as much as those on disk.
      documentSelector: [{ language: 'deal' }],
      initializationOptions,
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      markdown: { isTrusted: false, supportHtml: false },
      middleware: {
        didOpen: async (document, next) => (isPreview(document) ? undefined : next(document)),
        didChange: async (change, next) => (isPreview(change.document) ? undefined : next(change)),
        didClose: async (document, next) => (isPreview(document) ? undefined : next(document)),
        // VS Code itself tells why a rename or a command failed.
        sendRequest: (type, param, token, next) =>
          next(type, param, token).catch((error: unknown) => {
            if (error instanceof Error) error.message = plainFailure(error);
            throw error;
          }),
      },
    };
  }
}

function isPreview({ uri }: TextDocument): boolean {
  return uri.scheme === previewScheme;
}

const pictureMethods: Readonly<Record<Question, string>> = {
  graph: pictureGraphMethod,
  timeline: pictureTimelineMethod,
  valuations: pictureValuationsMethod,
  flows: pictureFlowsMethod,
  card: pictureCardMethod,
};

function stateOf(state: State): ServerState {
  switch (state) {
    case State.Starting:
      return 'starting';
    case State.Running:
      return 'running';
    default:
      return 'stopped';
  }
}
