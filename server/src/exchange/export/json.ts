import { parse, type ParseError } from 'jsonc-parser';
import { interpret } from '../../model/interpret';
import { formatVersion, type FileRecord, type ProjectRecord } from '../project-record';
import { recordOf } from '../record-of';
import { droppedByAll } from './dropped';
import type { Exported } from './exported';
import { pathIn, type Selection } from './selection';

/**
 * A project as JSON that holds all that it says, to be read by other programs and back again.
 * @param config the text of its `dealgraph.json`; undefined where it has none
 */
export function projectJson(selection: Selection, config: string | undefined): Exported {
  const settings = config === undefined ? undefined : settingsIn(config);
  const record: ProjectRecord = {
    dealgraph: formatVersion,
    ...(settings && { settings }),
    files: fileRecords(selection),
  };
  return {
    files: [{ name: 'dealgraph-project.json', content: `${JSON.stringify(record, undefined, 2)}\n` }],
    dropped: [
      ...droppedByAll(selection),
      ...(config !== undefined && !settings ? ['dealgraph.json, which cannot be read'] : []),
    ],
  };
}

/** The files with what they declare, as plain data. Files that declare nothing are kept where all is. */
export function fileRecords({ project, declarations, outside }: Selection): FileRecord[] {
  const taken = new Set(declarations);
  return project.uris
    .map((uri): FileRecord => ({
      path: pathIn(project, uri),
      declarations: (project.document(uri)?.items ?? []).flatMap((item) => {
        const declaration = interpret(item);
        return declaration && taken.has(declaration) ? [recordOf(declaration).record] : [];
      }),
    }))
    .filter((file) => outside === 0 || file.declarations.length > 0);
}

/** What a `dealgraph.json` says, comments aside. */
function settingsIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0 && isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
