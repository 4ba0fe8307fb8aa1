import type { ResponseError } from 'vscode-languageserver';
import { guessedMapping } from '../exchange/import/guess';
import { Importer } from '../exchange/import/imported';
import {
  inputByMapping,
  inputByPreset,
  projectAround,
  recognizedInput,
  type InputReading,
} from '../exchange/import/input';
import { isProjectJson } from '../exchange/import/json';
import { emptyMapping } from '../exchange/import/mapping';
import { mappingText } from '../exchange/import/mapping-file';
import { planOf } from '../exchange/import/plan';
import { presetNamed, presets } from '../exchange/import/presets';
import { importSummary } from '../exchange/import/summary';
import { readTable } from '../exchange/import/table';
import { Slices } from '../project/slices';
import {
  importChoicesMethod,
  importMethod,
  type ImportAnswer,
  type ImportChoices,
  type ImportChoicesParams,
  type ImportParams,
} from '../protocol';
import type { Answering } from './answering';
import { workedOut } from './sliced-work';

/** Rows that are taken in before others get a turn. */
const rowsInSlice = 500;

/** Answers with what would be imported. Nothing is written here. */
export class ImportAnswers {
  private readonly slices: Slices;

  constructor(private readonly answering: Answering) {
    this.slices = new Slices(() => answering.runtime.pause(), rowsInSlice);
  }

  listen(): void {
    const { connection, defects } = this.answering;
    connection.onRequest<ImportChoices | ResponseError, void>(
      importChoicesMethod,
      ({ text }: ImportChoicesParams) => defects.isolated('what is imported', () => choicesFor(text)),
    );
    connection.onRequest<ImportAnswer, void>(importMethod, (params: ImportParams, token) =>
      workedOut('an import', this.imported(params), this.slices, defects, token),
    );
  }

  private *imported(params: ImportParams): Generator<number, ImportAnswer> {
    const input = inputOf(params);
    if ('problems' in input) return { problems: input.problems, summary: [], files: [] };
    const { uris, workspace } = this.answering;
    const target = uris.normalize(params.target);
    const project = projectAround(workspace.all, target);
    const importer = new Importer(project);
    yield* importer.adding(params.name, input.table, input.mapping);
    const plan = planOf(importer, project, target);
    return {
      problems: [],
      summary: importSummary(plan, { isQuiet: false, isDry: false, isToFile: true, others: '' }),
      files: [...plan.files].map(([uri, text]) => ({ uri, text, isNew: !project?.document(uri) })),
    };
  }
}

const wholeProject =
  'This is a whole project as JSON, and no table: “dealgraph import project.json --to folder” makes its files of it.';

function choicesFor(text: string): ImportChoices {
  if (isProjectJson(text)) return { recognized: null, presets: [], guess: '', problem: wholeProject };
  const table = readTable(text);
  return {
    recognized: recognizedInput(text)?.title ?? null,
    presets: presets.map(({ name, title }) => ({ name, title })),
    guess: mappingText(guessedMapping(table, emptyMapping), table.headers),
  };
}

function inputOf({ text, preset: name, mapping }: ImportParams): InputReading {
  if (isProjectJson(text)) return { problems: [wholeProject] };
  if (mapping !== undefined) return inputByMapping(text, mapping);
  const preset = name === undefined ? undefined : presetNamed(name);
  if (preset) return inputByPreset(text, preset);
  return (
    recognizedInput(text) ?? {
      problems: ['Nobody says what its columns are, and no preset has its headers.'],
    }
  );
}
