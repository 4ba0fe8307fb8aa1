import type { CancellationToken, Connection, Location, ResponseError } from 'vscode-languageserver';
import { locate } from '../features/locations';
import { pictureChoices } from '../features/picture/choices';
import { seenAsOf } from '../features/picture/corpus-views';
import { flowChartOf } from '../features/picture/flows';
import { graphOf } from '../features/picture/graph';
import { findScope, type Scope } from '../features/picture/scope';
import { namesAt, scopeAt } from '../features/picture/subject';
import { timelineOf } from '../features/picture/timeline';
import { valuationChartOf } from '../features/picture/valuations';
import { dotOf } from '../features/picture/texts/dot';
import { withoutTies } from '../features/picture/texts/without-ties';
import { mermaidOf } from '../features/picture/texts/mermaid';
import { cardOf } from '../features/summary/summary';
import { nameSpan } from '../model/declaration';
import type { Project } from '../project/project';
import { Slices } from '../project/slices';
import {
  graphTextMethod,
  nameAtPlaceMethod,
  pictureCardMethod,
  pictureCardsMethod,
  pictureChoicesMethod,
  pictureGraphMethod,
  pictureFlowsMethod,
  pictureScopeMethod,
  pictureTimelineMethod,
  pictureValuationsMethod,
  placeOfNameMethod,
  type CardParams,
  type ChartParams,
  type FlowsAnswer,
  type GraphParams,
  type GraphText,
  type GraphTextParams,
  type NameAtPlace,
  type NameAtPlaceParams,
  type NamedScope,
  type PictureScope,
  type PictureSubject,
  type PlaceOfNameParams,
  type TimelineAnswer,
  type ValuationsAnswer,
} from '../protocol';
import { titleOfProject } from '../features/whole-project';
import type { Answering } from './answering';
import { workedOut } from './sliced-work';

/** Deals that are worked off for a picture before others get a turn. */
const dealsInSlice = 250;
/** Milliseconds that somebody waits for files to be read, and from one look at that to the next. */
const patience = 5_000;
const pause = 50;

/** Answers with what pictures show, worked out in slices. */
export class PictureAnswers {
  private readonly slices: Slices;

  constructor(
    private readonly connection: Connection,
    private readonly answering: Answering,
    private readonly files: { readonly isLoading: boolean },
  ) {
    this.slices = new Slices(() => answering.runtime.pause(), dealsInSlice);
  }

  listen(): void {
    const { connection, answering, slices } = this;
    const { workspace, defects } = answering;
    connection.onRequest(pictureChoicesMethod, (_: unknown, token: CancellationToken) =>
      this.loaded(token).then(() =>
        workedOut('the subjects of pictures', pictureChoices(workspace.all), slices, defects, token),
      ),
    );
    connection.onRequest(pictureScopeMethod, (subject: PictureSubject) => this.scopeOf(subject));
    connection.onRequest(pictureGraphMethod, (params: GraphParams, token: CancellationToken) => {
      const { scope, most, collapseUnits = false } = params;
      return this.answer('a picture', scope, token, (found) => graphOf(found, { most, collapseUnits }));
    });
    connection.onRequest<TimelineAnswer, void>(
      pictureTimelineMethod,
      ({ scope, day }: ChartParams, token: CancellationToken) =>
        this.answer('a timeline', scope, token, timelineOf, day),
    );
    connection.onRequest<ValuationsAnswer, void>(
      pictureValuationsMethod,
      ({ scope, day }: ChartParams, token: CancellationToken) =>
        this.answer('a chart of valuations', scope, token, valuationChartOf, day),
    );
    connection.onRequest<FlowsAnswer, void>(
      pictureFlowsMethod,
      ({ scope, day }: ChartParams, token: CancellationToken) =>
        this.answer('a chart of flows', scope, token, flowChartOf, day),
    );
    connection.onRequest(graphTextMethod, (params: GraphTextParams, token: CancellationToken) =>
      this.answer('a picture as text', params.scope, token, (found) => graphTextOf(found, params)),
    );
    connection.onRequest(pictureCardMethod, (params: CardParams) =>
      defects.isolated('the card of a picture', () =>
        this.cards(params)
          .filter((card) => card !== '')
          .join('\n\n---\n\n'),
      ),
    );
    connection.onRequest(pictureCardsMethod, (params: CardParams) =>
      defects.isolated('the cards of a picture', () => this.cards(params)),
    );
    connection.onRequest(placeOfNameMethod, (params: PlaceOfNameParams) =>
      defects.isolated('the place of a name', () => this.placeOf(params)),
    );
    connection.onRequest(nameAtPlaceMethod, (params: NameAtPlaceParams) => this.nameAt(params));
  }

  /** Waits until all files are read, as long as somebody has the patience: what can be chosen would lack some before. */
  private async loaded(token: CancellationToken): Promise<void> {
    const { runtime } = this.answering;
    const start = runtime.now();
    while (this.files.isLoading && !token.isCancellationRequested && runtime.now() - start < patience) {
      await runtime.delay(pause);
    }
  }

  /** Works out an answer about what is in a scope; null where there is nothing of that name any more. */
  private answer<T>(
    what: string,
    scope: PictureScope,
    token: CancellationToken,
    make: (found: Scope) => Generator<number, T>,
    day?: number,
  ) {
    const project = this.projectAt(scope.root);
    const steps = function* (): Generator<number, T | null> {
      if (!project) return null;
      const corpus = seenAsOf(project, day ?? project.asOf);
      const found = yield* findScope(project, scope, corpus);
      return found ? yield* make(found) : null;
    };
    return workedOut(what, steps(), this.slices, this.answering.defects, token);
  }

  private projectAt(root: string): Project | undefined {
    const key = this.answering.uris.normalize(root);
    return this.answering.workspace.all.find((project) => project.root === key);
  }

  private scopeOf({ uri, position }: PictureSubject): NamedScope | ResponseError | null {
    if (position) {
      return this.answering.at(
        uri,
        position,
        'the subject of a picture',
        (cursor) => scopeAt(cursor) ?? null,
      );
    }
    const project = this.projectAt(uri);
    return project ? { scope: { root: project.root }, title: titleOfProject(project) } : null;
  }

  /** The cards of names; an empty text where nothing is declared by one. */
  private cards({ root, names, day }: CardParams): string[] {
    const project = this.projectAt(root);
    if (!project) return names.map(() => '');
    const corpus = seenAsOf(project, day ?? project.asOf);
    return names.map((name) => {
      const declaration = project.find(name);
      return declaration ? cardOf(corpus, declaration, project.today) : '';
    });
  }

  private placeOf({ root, name }: PlaceOfNameParams): Location | null {
    const project = this.projectAt(root);
    const declaration = project?.find(name);
    return project && declaration ? locate(project, declaration, nameSpan(declaration)) : null;
  }

  private nameAt({ textDocument, position }: NameAtPlaceParams): NameAtPlace | ResponseError | null {
    return this.answering.at(textDocument.uri, position, 'the name at a place', (cursor) => {
      const names = namesAt(cursor);
      return names.length > 0 ? { root: cursor.project.root, names } : null;
    });
  }
}

/** A picture in another format. */
function* graphTextOf(
  scope: Scope,
  { most, collapseUnits = false, format, day, hidden = [] }: GraphTextParams,
): Generator<number, GraphText> {
  const graph = withoutTies(yield* graphOf(scope, { most, collapseUnits }), hidden);
  return format === 'mermaid' ? yield* mermaidOf(graph, day) : dotOf(graph, day);
}
