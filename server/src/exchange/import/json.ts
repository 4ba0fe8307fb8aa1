import { DealDocument } from '../../language/document';
import { isKind, kindNames, type KindName } from '../../language/schema';
import { interpret } from '../../model/interpret';
import { filePathPattern, formatVersion, type FileRecord, type ProjectRecord } from '../project-record';
import type {
  DeclarationRecord,
  ModifierRecord,
  NameRecord,
  PropertyRecord,
  RelationRecord,
  ValueRecord,
} from '../record';
import { deepestJson, lineNestedDeeper } from '../../project/json-depth';
import { recordOf } from '../record-of';
import { textOfRecords } from '../text-of';
import { jsonIn } from './json-value';

/** Something in a text that cannot be used. */
export interface JsonProblem {
  /** Where it stands, as a path: `$.files[0].declarations[3].kind`. */
  readonly path: string;
  readonly message: string;
}

export type ProjectReading =
  | { readonly ok: true; readonly record: ProjectRecord }
  | { readonly ok: false; readonly problems: readonly JsonProblem[] };

/** More problems than anybody reads are not told. */
const mostProblems = 20;

/**
 * Reads a project back from JSON. What values mean is worked out anew from their texts. Nothing is let pass that would
 * say something else when it is written as a deal file, such as a value that holds a whole declaration.
 */
export function readProjectRecord(text: string): ProjectReading {
  if (lineNestedDeeper(text, deepestJson) !== undefined) {
    const message = `It is nested more than ${deepestJson} deep.`;
    return { ok: false, problems: [{ path: '$', message }] };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [{ path: '$', message: `This is no JSON: ${message}` }] };
  }
  const reader = new Reader();
  const record = reader.project(value, '$');
  if (!record || reader.problems.length > 0) return { ok: false, problems: reader.problems };
  const files = record.files.map((file, index) => reader.asWritten(file, `$.files[${index}]`));
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return { ok: true, record: { ...record, files } };
}

/** Whether a text is meant to be a project as JSON, whatever is wrong with it. */
export function isProjectJson(text: string): boolean {
  const value = jsonIn(text);
  return isObject(value) && Object.hasOwn(value, 'dealgraph') && Object.hasOwn(value, 'files');
}

type Fields = Readonly<Record<string, unknown>>;

/** Takes plain data for what it has to be, and says where it is not. What it gives is right where nothing was said. */
class Reader {
  readonly problems: JsonProblem[] = [];

  project(value: unknown, path: string): ProjectRecord | undefined {
    const fields = this.object(value, path, ['dealgraph', 'files'], ['settings']);
    if (!fields) return undefined;
    if (fields['dealgraph'] !== formatVersion) {
      this.say(`${path}.dealgraph`, `This version of the format cannot be read; ${formatVersion} can.`);
      return undefined;
    }
    const files = this.list(fields['files'], `${path}.files`, (each, at) => this.file(each, at));
    const paths = new Set<string>();
    for (const [index, file] of files.entries()) {
      if (paths.has(file.path)) this.say(`${path}.files[${index}].path`, 'Another file has the same path.');
      paths.add(file.path);
    }
    const settings =
      fields['settings'] === undefined ? undefined : this.anyObject(fields['settings'], `${path}.settings`);
    return { dealgraph: formatVersion, ...(settings && { settings }), files };
  }

  private file(value: unknown, path: string): FileRecord {
    const fields = this.object(value, path, ['path', 'declarations']) ?? {};
    const own = this.text(fields['path'], `${path}.path`);
    if (!filePath.test(own)) {
      this.say(`${path}.path`, 'It is a path within the project’s folder that ends with “.deal”.');
    }
    const declarations = this.list(fields['declarations'], `${path}.declarations`, (each, at) =>
      this.declaration(each, at),
    );
    return { path: own, declarations };
  }

  private declaration(value: unknown, path: string): DeclarationRecord {
    const fields =
      this.object(value, path, ['kind', 'name', 'properties'], ['title', 'documentation', 'relation']) ?? {};
    const { title, documentation, relation } = fields;
    const name = this.text(fields['name'], `${path}.name`);
    if (name.trim() === '') this.say(`${path}.name`, 'It has no name.');
    return {
      kind: this.kind(fields['kind'], `${path}.kind`),
      name,
      ...(title !== undefined && { title: this.text(title, `${path}.title`) }),
      ...(documentation !== undefined && {
        documentation: this.text(documentation, `${path}.documentation`),
      }),
      ...(relation !== undefined && { relation: this.relation(relation, `${path}.relation`) }),
      properties: this.list(fields['properties'], `${path}.properties`, (each, at) =>
        this.property(each, at),
      ),
    };
  }

  private kind(value: unknown, path: string): KindName {
    const word = this.text(value, path);
    if (isKind(word)) return word;
    this.say(path, `“${word}” is no kind. Use one of: ${kindNames.join(', ')}.`);
    return 'company';
  }

  private relation(value: unknown, path: string): RelationRecord {
    const fields = this.object(value, path, ['left', 'right'], ['operator']) ?? {};
    const names = (side: 'left' | 'right') =>
      this.list(fields[side], `${path}.${side}`, (each, at) => this.name(each, at));
    const { operator } = fields;
    return {
      left: names('left'),
      ...(operator !== undefined && { operator: this.text(operator, `${path}.operator`) }),
      right: names('right'),
    };
  }

  private name(value: unknown, path: string): NameRecord {
    const fields = this.object(value, path, ['name'], ['isUndisclosed', 'path']) ?? {};
    const { isUndisclosed } = fields;
    if (isUndisclosed !== undefined && isUndisclosed !== true) {
      this.say(`${path}.isUndisclosed`, 'It is true, or absent.');
    }
    return {
      name: this.text(fields['name'], `${path}.name`),
      ...(isUndisclosed === true && { isUndisclosed }),
      ...(fields['path'] !== undefined && { path: this.text(fields['path'], `${path}.path`) }),
    };
  }

  private property(value: unknown, path: string): PropertyRecord {
    const fields = this.object(value, path, ['name', 'values'], ['modifiers']) ?? {};
    const { modifiers } = fields;
    return {
      name: this.text(fields['name'], `${path}.name`),
      values: this.values(fields['values'], `${path}.values`),
      ...(modifiers !== undefined && {
        modifiers: this.list(modifiers, `${path}.modifiers`, (each, at) => this.modifier(each, at)),
      }),
    };
  }

  private modifier(value: unknown, path: string): ModifierRecord {
    const fields = this.object(value, path, ['name'], ['values']) ?? {};
    const { values } = fields;
    return {
      name: this.text(fields['name'], `${path}.name`),
      ...(values !== undefined && { values: this.values(values, `${path}.values`) }),
    };
  }

  private values(value: unknown, path: string): ValueRecord[] {
    return this.list(value, path, (each, at) => {
      const fields = this.object(each, at, ['text'], ['means']) ?? {};
      return { text: this.text(fields['text'], `${at}.text`) };
    });
  }

  /** A file as it is read once it is written; says where that is something else. */
  asWritten(file: FileRecord, path: string): FileRecord {
    const { declarations } = file;
    const whole = recordsIn(textOfRecords(declarations));
    if (!differenceBetween(declarations, whole, path)) return { ...file, declarations: whole };
    const before = this.problems.length;
    for (const [index, declaration] of declarations.entries()) {
      const at = `${path}.declarations[${index}]`;
      const [own, ...others] = recordsIn(textOfRecords([declaration]));
      const difference = others.length > 0 ? at : differenceBetween(declaration, own, at);
      if (difference !== undefined) this.say(difference, 'A deal file would not say this in the same way.');
    }
    if (this.problems.length === before) this.say(path, 'A deal file would not say this in the same way.');
    return file;
  }

  private text(value: unknown, path: string): string {
    if (typeof value === 'string') return value;
    // What is missing altogether is said of the object.
    if (value !== undefined) this.say(path, 'It is a text.');
    return '';
  }

  private list<T>(value: unknown, path: string, read: (value: unknown, path: string) => T): T[] {
    if (Array.isArray(value)) return value.map((each, index) => read(each, `${path}[${index}]`));
    if (value !== undefined) this.say(path, 'It is a list.');
    return [];
  }

  private object(
    value: unknown,
    path: string,
    required: readonly string[],
    optional: readonly string[] = [],
  ): Fields | undefined {
    const fields = this.anyObject(value, path);
    if (!fields) return undefined;
    for (const key of required) if (!Object.hasOwn(fields, key)) this.say(path, `It lacks “${key}”.`);
    for (const key of Object.keys(fields)) {
      if (!required.includes(key) && !optional.includes(key)) {
        this.say(path, `It knows no “${key}”. It has ${[...required, ...optional].join(', ')}.`);
      }
    }
    return fields;
  }

  private anyObject(value: unknown, path: string): Fields | undefined {
    if (isObject(value)) return value;
    this.say(path, 'It is an object.');
    return undefined;
  }

  private say(path: string, message: string): void {
    if (this.problems.length < mostProblems) this.problems.push({ path, message });
  }
}

const filePath = new RegExp(filePathPattern, 'u');

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a deal file declares, as plain data. */
export function recordsIn(text: string): DeclarationRecord[] {
  return DealDocument.parse(text).items.flatMap((item) => {
    const declaration = interpret(item);
    return declaration ? [recordOf(declaration).record] : [];
  });
}

/** The path to the first difference between what was wanted and what came of it; what values mean may be added. */
function differenceBetween(wanted: unknown, found: unknown, path: string): string | undefined {
  if (Array.isArray(wanted) && Array.isArray(found)) {
    for (const [index, each] of wanted.entries()) {
      const difference = differenceBetween(each, found[index], `${path}[${index}]`);
      if (difference !== undefined) return difference;
    }
    return wanted.length === found.length ? undefined : path;
  }
  if (isObject(wanted) && isObject(found)) {
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
      if (key === 'means') continue;
      const difference = differenceBetween(wanted[key], found[key], `${path}.${key}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return wanted === found ? undefined : path;
}
