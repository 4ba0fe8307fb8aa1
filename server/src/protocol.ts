/**
 * Every request and notification that goes beyond the Language Server Protocol, typed once for both ends.
 * The client imports this file and what it draws, so it stays free of any runtime dependency.
 */
import type { Location, Position, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver-types';
import type { FlowChart } from './picture/flow';
import type { Graph } from './picture/graph';
import type { Timeline } from './picture/timeline';
import type { PictureScope } from './picture/page/page-data';
import type { ValuationChart } from './picture/valuation';

export type { PictureScope };

/** What the client hands over in `initializationOptions`. Every field may be missing: a plain LSP client sends none. */
export interface InitializationOptions {
  /** Translations for the server's own messages, as `vscode.l10n.bundle` holds them; absent for English. */
  readonly l10n?: Readonly<Record<string, string>>;
  /**
   * Whether the client answers `dealgraph/files/*`. The server asks it for every folder that the server's own
   * runtime cannot read: all of them in a web worker, those of other schemes than `file` in Node.
   */
  readonly filesFromClient?: boolean;
  /** What the user chose as the day as of which everything is seen; see `ChooseDayParams`. */
  readonly asOf?: string | null;
  /** Settings as of the start, for clients that are not asked for them: any part of `Settings`. */
  readonly settings?: unknown;
  /** `push` where diagnostics are to be sent although the client can ask for them. */
  readonly diagnostics?: 'push';
  /** Whether the client has the commands of `clientCommands`, which what the server shows can then run. */
  readonly commands?: boolean;
  /** Whether the client opens documents of `referenceScheme`, to which words of the language and findings lead. */
  readonly opensReference?: boolean;
}

/** What is shown behind lines, each by itself. */
export interface InlayHintSettings {
  /** What tranches, payments and money that recurs come to. */
  readonly sums: boolean;
  /** What figures in another currency come to in the base currency. */
  readonly baseCurrency: boolean;
  /** How long ago a deal was heard of that is only talked about. */
  readonly age: boolean;
  /** How many times the valuation before a valuation is. */
  readonly stepUp: boolean;
}

/** What is shown above declarations, each by itself. */
export interface CodeLensSettings {
  /** How often it is mentioned. */
  readonly references: boolean;
  /** What goes into and out of a party. */
  readonly sums: boolean;
  /** In which ecosystems a party is. */
  readonly ecosystems: boolean;
}

/** The part of the user's settings that the server works by: the section `dealgraph`. */
export interface Settings {
  readonly inlayHints: InlayHintSettings;
  readonly codeLens: CodeLensSettings;
}

export const defaultSettings: Settings = {
  inlayHints: { sums: true, baseCurrency: true, age: true, stepUp: true },
  codeLens: { references: true, sums: true, ecosystems: true },
};

/**
 * Command of the server: declares a name where the project of a file keeps declarations of that kind, if nothing has it
 * yet: `[uri: string, kind: string, name: string]`. The client is asked to apply the edit.
 */
export const declareCommand = 'dealgraph.declare';

/** Command of the server: has the client show a place in a document, selected: `[uri: string, range: Range]`. */
export const showCommand = 'dealgraph.showPlace';

/** Commands of the client. */
export const clientCommands = {
  /** Shows places beside one of them: `[uri: string, position: Position, places: Location[]]`. */
  showReferences: 'dealgraph.showReferences',
  /** Shows the declaration at a place in the Ecosystems view: `[uri: string, position: Position]`. */
  showInEcosystems: 'dealgraph.showPlaceInEcosystems',
} as const;

/** Documents of the client that show what `referenceMethod` answers. */
export const referenceScheme = 'dealgraph-reference';
/** The reference of the language, with a heading for each word. */
export const languageReferenceUri = `${referenceScheme}:/reference.md`;

/** The page of a check. */
export function checkPageUri(code: string): string {
  return `${referenceScheme}:/checks/${code}.md`;
}

/** Asks for the text of such a document. */
export interface ReferenceParams {
  readonly uri: string;
}
/** Markdown, the same as long as the server runs; null where there is no such page. */
export interface Reference {
  readonly text: string | null;
}
export const referenceMethod = 'dealgraph/reference';

/** Ways to arrange the Ecosystems view. */
export const groupings = ['ecosystem', 'partyKind', 'status', 'year'] as const;
export type Grouping = (typeof groupings)[number];

/** What is shown in the view: how it is grouped, and the text that rows must contain (in name, display name or alias). */
export interface TreeQuery {
  readonly groupBy: Grouping;
  readonly filter?: string;
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
}

/** The kinds of rows; the client uses them for menus (`contextValue`). */
export type TreeRowKind = 'project' | 'ecosystem' | 'suggestion' | 'group' | 'party' | 'deal';

export interface TreeRow {
  /** Stable across edits that leave the row's place in the tree alone; unique in one query. */
  readonly id: string;
  readonly kind: TreeRowKind;
  readonly label: string;
  /** Sums and status, shown dimmed behind the label. */
  readonly description?: string;
  /** A codicon's name. */
  readonly icon: string;
  /** What a screen reader says for the row. */
  readonly accessibilityLabel: string;
  readonly children: 'none' | 'collapsed' | 'expanded';
  /** The declaration's name in the source. */
  readonly location?: Location;
  /** Problems of this row's declaration and of all below it; absent where there are none. */
  readonly problems?: ProblemCounts;
}

/** Rows below `parent` (its id), or the top rows. An id that no longer exists has no rows. */
export interface TreeChildrenParams {
  readonly query: TreeQuery;
  readonly parent?: string;
}
export const treeChildrenMethod = 'dealgraph/tree/children';

/** The same Markdown as the hover of the row's subject, or the sums of a group of deals; null where there are none. */
export interface TreeTooltipParams {
  readonly query: TreeQuery;
  readonly row: string;
}
export const treeTooltipMethod = 'dealgraph/tree/tooltip';

/**
 * The rows from the top of the tree to the one that stands for what is at a position (the name under it, else the
 * declaration around it); empty where the tree has no such row.
 */
export interface TreePathParams {
  readonly query: TreeQuery;
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}
export const treePathMethod = 'dealgraph/tree/path';

/** A text to insert into a file. */
export interface TextInsertion {
  readonly uri: string;
  readonly position: Position;
  readonly text: string;
  /** The name that it declares, which the user may want to change: offsets in `text`. */
  readonly name: { readonly start: number; readonly end: number };
}

/** The declaration of an ecosystem that a row suggests, or null where the row suggests none any more. */
export interface TreeSuggestionParams {
  readonly query: TreeQuery;
  readonly row: string;
}
export const treeSuggestionMethod = 'dealgraph/tree/suggestion';

/** Sent after every change that may show in the tree, including the first reading. `empty`: no declaration anywhere. */
export interface TreeChangedParams {
  readonly empty: boolean;
}
export const treeChangedMethod = 'dealgraph/tree/changed';

/** A first file for someone who starts with nothing: a snippet in VS Code's syntax. */
export interface FileTemplate {
  readonly snippet: string;
}
export const fileTemplateMethod = 'dealgraph/fileTemplate';

/** Server to client: the URIs of the files below `folder` that the glob matches. */
export interface FindFilesParams {
  readonly folder: string;
  readonly glob: string;
}
export const findFilesMethod = 'dealgraph/files/find';

/**
 * Server to client: the text of a file (UTF-8; undecodable bytes as U+FFFD), or null where there is none. An error
 * where there may be one that cannot be read.
 */
export interface ReadFileParams {
  readonly uri: string;
}
export const readFileMethod = 'dealgraph/files/read';

/**
 * What the server is doing, for the language status item. `partlyRead`: the user stopped reading, so that names which
 * are declared in the files that were not read are unknown, and nothing is said of names.
 */
export interface ServerStatusParams {
  readonly state: 'reading' | 'partlyRead' | 'ready';
  readonly files: number;
  readonly declarations: number;
  /** Files that are known to be there and not read. */
  readonly unread: number;
}
export const serverStatusMethod = 'dealgraph/status';

/** Reads the files that were left unread when reading was stopped. Answered when that is done or stopped again. */
export const readRestMethod = 'dealgraph/readRest';

/**
 * The day as of which the user wants to see all projects, whatever they say of themselves: the text of a date, of which
 * the last day counts, or `today`; null for no choice, so that each project is seen as of its own day, else of today.
 */
export interface ChooseDayParams {
  readonly text: string | null;
}
/** Answers with an `AsOfState`. With a text that cannot be read the choice before stays. */
export const chooseDayMethod = 'dealgraph/asOf/choose';

/** The day as of which a project is seen, as `2025-01-31`. */
export interface ProjectDay {
  /** The URI of the project's folder; of the file where a file is a project of its own. */
  readonly root: string;
  readonly isSingleFile: boolean;
  readonly day: string;
  /** Who says so: the user, the project's `dealgraph.json`, or nobody, which makes it today. */
  readonly because: 'chosen' | 'project' | 'today';
  /** The day that the project's `dealgraph.json` names, whether it is in force or not. */
  readonly own: string | null;
}

/** As of which days everything is seen. */
export interface AsOfState {
  readonly today: string;
  /** The choice in force: a day, or `today`. */
  readonly chosen: string | null;
  readonly projects: readonly ProjectDay[];
  /** Why the text that was chosen last cannot be read; absent where it could. */
  readonly problem?: string;
}
/** Server to client: sent once the server is up, and after every change that the client did not ask for itself. */
export const asOfChangedMethod = 'dealgraph/asOf/changed';

/** What a text means as a day; nothing is changed by asking. */
export interface ReadDayParams {
  readonly text: string;
}
/** A day as `2025-01-31` with its words for people, or why the text is none. */
export type ReadDayResult = { readonly day: string; readonly inWords: string } | { readonly problem: string };
export const readDayMethod = 'dealgraph/asOf/read';

/** A date that statuses of deals have. */
export interface StatusDate {
  /** Its last day, as `2025-01-31`. */
  readonly day: string;
  /** The date for people: `January 2025`. */
  readonly inWords: string;
  /** What happened then, in a line. */
  readonly events: string;
}
/** Answers with the latest dates in the past on which the status of a deal changed, as `StatusDate[]`, the latest first. */
export const statusDatesMethod = 'dealgraph/asOf/dates';

/** The nearest day before or after one on which the status of a deal changes, or may: null where there is none. */
export interface StepDayParams {
  readonly from: string;
  readonly direction: 'back' | 'forward';
}
export interface StepDayResult {
  readonly day: string | null;
}
export const stepDayMethod = 'dealgraph/asOf/step';

/** What a report can be about: an ecosystem by the place of its declaration, or a whole project. */
export interface ReportSubject {
  /** Of the file with the ecosystem's declaration; for a whole project, its root. */
  readonly uri: string;
  /** Somewhere in the declaration of the ecosystem; absent for a whole project. */
  readonly position?: Position;
}

/** Something to choose as the subject of a report. */
export interface ReportChoice {
  readonly subject: ReportSubject;
  readonly title: string;
  /** Hubs and members, or how many deals there are. */
  readonly detail: string;
}
/** Answers with all subjects as `ReportChoice[]`: the ecosystems of each project, then the project. */
export const reportChoicesMethod = 'dealgraph/report/choices';

export interface ReportParams {
  readonly subject: ReportSubject;
  /** The URI of the folder in which the report will stand; without it, that of the project. */
  readonly folder?: string;
}
/** A report as of the project's day. */
export interface Report {
  readonly title: string;
  /** The URI of the folder from which the links in `markdown` lead; null where there is none. */
  readonly folder: string | null;
  /** What a file with it can be called, without an extension. */
  readonly name: string;
  readonly markdown: string;
  /** A piece of HTML that needs nothing around it, for pasting into mails and documents. */
  readonly html: string;
}
/** Answers with a `Report`; with an error for people where there is nothing of that kind at that place. */
export const reportMethod = 'dealgraph/report';

/**
 * What a picture can be about: the ecosystem, party or venture whose declaration or mention is at a position, what takes
 * part in the deal there, or, without a position, a whole project by its root.
 */
export interface PictureSubject {
  readonly uri: string;
  readonly position?: Position;
}

/** Answers with the `PictureScope` of a `PictureSubject`, and what it is called; null where nothing is there. */
export const pictureScopeMethod = 'dealgraph/picture/scope';
export interface NamedScope {
  readonly scope: PictureScope;
  readonly title: string;
}

/** A subject that is offered, with what is said of it. */
export interface PictureChoice extends NamedScope {
  readonly kind: 'ecosystem' | 'party' | 'project';
  readonly detail: string;
}
/** Answers with `PictureChoice[]`: ecosystems and the parties with the most deals of each project, then the project. */
export const pictureChoicesMethod = 'dealgraph/picture/choices';

export interface GraphParams {
  readonly scope: PictureScope;
  /** So many parties have a point of their own at most; the others are drawn together. */
  readonly most: number;
  /** Units are drawn as their parents. */
  readonly collapseUnits?: boolean;
}
/** Each answers with the picture, or null where there is nothing of that name any more. */
export const pictureGraphMethod = 'dealgraph/picture/graph';
export interface ChartParams {
  readonly scope: PictureScope;
  /** The day as of which it is; without it, that of the project. */
  readonly day?: number;
}
export const pictureTimelineMethod = 'dealgraph/picture/timeline';
export const pictureValuationsMethod = 'dealgraph/picture/valuations';
export const pictureFlowsMethod = 'dealgraph/picture/flows';
export type GraphAnswer = Graph | null;
export type TimelineAnswer = Timeline | null;
export type ValuationsAnswer = ValuationChart | null;
export type FlowsAnswer = FlowChart | null;

/** The cards of declarations, as hovers show them, as of a day; Markdown, empty where none of them is there any more. */
export interface CardParams {
  readonly root: string;
  readonly names: readonly string[];
  readonly day?: number;
}
export const pictureCardMethod = 'dealgraph/picture/card';
/** The same, with a text for each of the names. */
export const pictureCardsMethod = 'dealgraph/picture/cards';

/** Where a name is declared: answers with a `Location` or null. */
export interface PlaceOfNameParams {
  readonly root: string;
  readonly name: string;
}
export const placeOfNameMethod = 'dealgraph/picture/place';

/**
 * What stands at a position: the name under it, or else of the declaration around it. Answers with `NameAtPlace`, or
 * null where there is none.
 */
export interface NameAtPlaceParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}
export interface NameAtPlace {
  readonly root: string;
  /** The nearest first. */
  readonly names: readonly string[];
}
export const nameAtPlaceMethod = 'dealgraph/picture/nameAt';

/** Kinds of deals that can be drawn between two parties. */
export const drawnKinds = [
  'investment',
  'round',
  'loan',
  'grant',
  'acquisition',
  'supply',
  'license',
  'partnership',
  'merger',
] as const;
export type DrawnKind = (typeof drawnKinds)[number];

/** A new deal between two parties. Answers with a `SnippetInsertion`; with an error for people where it cannot be. */
export interface NewDealParams {
  readonly root: string;
  readonly kind: DrawnKind;
  readonly from: string;
  readonly to: string;
}
/** A declaration to be put into a file, in VS Code's snippet syntax: indented with tabs. */
export interface SnippetInsertion {
  readonly uri: string;
  readonly position: Position;
  readonly snippet: string;
  /** What stands there, to tell whether the file is still the one that was looked at. */
  readonly around: TextAround;
}
/** The text on both sides of a place: so long, or as far as the text goes. */
export interface TextAround {
  readonly before: string;
  readonly after: string;
}
export const lengthAround = 200;
export const newDealMethod = 'dealgraph/picture/newDeal';

/**
 * Gives a declaration another title: its display name where it has one, else its name wherever it stands. Answers with
 * `Retitled`; with an error for people where that cannot be.
 */
export interface RetitleParams {
  readonly root: string;
  readonly name: string;
  readonly title: string;
}
/** A `WorkspaceEdit` that also tells what it takes away, to see whether files are still what they were. */
export interface Retitled {
  readonly documentChanges: readonly RetitledFile[];
}
export interface RetitledFile {
  /** The version is that of the open document; null where the file is not open. */
  readonly textDocument: { readonly uri: string; readonly version: number | null };
  readonly edits: readonly (TextEdit & { readonly oldText: string })[];
}
export const retitleMethod = 'dealgraph/picture/retitle';

/** A picture as text that other programs draw. */
export interface GraphTextParams extends GraphParams {
  readonly format: 'mermaid' | 'dot';
  /** The day as of which it is drawn. */
  readonly day: number;
  /** Ids of ties that are left out, since whoever looks at the picture has filtered them out. */
  readonly hidden?: readonly string[];
}
export interface GraphText {
  readonly text: string;
  /** What is left out or drawn together since the format has limits, in sentences. */
  readonly remarks: readonly string[];
}
export const graphTextMethod = 'dealgraph/picture/text';

/** Asks what the text of a file may be that is to be imported, so that somebody can choose. */
export interface ImportChoicesParams {
  readonly text: string;
}
export interface ImportChoices {
  /** What the text says itself that it is, for people; null where it does not. */
  readonly recognized: string | null;
  /** Products whose exports can be read. */
  readonly presets: readonly { readonly name: string; readonly title: string }[];
  /** The text of a file that says what the columns may be, to be put right. */
  readonly guess: string;
  /** Why the text cannot be imported here, and what can be done with it; absent where it can. */
  readonly problem?: string;
}
export const importChoicesMethod = 'dealgraph/import/choices';

/** Makes deals of the text of a file. Nothing is written: the answer says what would be. */
export interface ImportParams {
  readonly text: string;
  /** As it is called in the report. */
  readonly name: string;
  /** URI of the deal file that new deals go to. */
  readonly target: string;
  /** What the columns are: a preset, or the text of a file that says it; what the text says itself where both are absent. */
  readonly preset?: string;
  readonly mapping?: string;
}
export interface ImportAnswer {
  /** Why nothing could be imported, in sentences. */
  readonly problems: readonly string[];
  /** What became of the rows, in sentences. */
  readonly summary: readonly string[];
  readonly files: readonly ImportedFile[];
}
export interface ImportedFile {
  readonly uri: string;
  /** All of it. */
  readonly text: string;
  /** Whether the project has no such file yet. */
  readonly isNew: boolean;
}
export const importMethod = 'dealgraph/import';
