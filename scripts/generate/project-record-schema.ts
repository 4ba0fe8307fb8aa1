// The schema of the JSON in which a project goes out and comes back in.
import { filePathPattern, formatVersion } from '../../server/src/exchange/project-record';
import { kindNames } from '../../server/src/language/schema';

const text = { type: 'string' };
const bound = {
  type: ['string', 'null'],
  pattern: '^-?\\d+(\\.\\d+)?$',
  description: 'A decimal; null where that end is not known.',
};
const day = {
  type: ['string', 'null'],
  pattern: '^-?\\d{4,}-\\d{2}-\\d{2}$',
  description: 'A day; null for an open end.',
};
const flag = { const: true };
const rangeFields = { min: bound, max: bound, approximate: flag, undisclosed: flag };

/** The file that is made here. */
export function outputs(): { path: string; content: string }[] {
  const content = `${JSON.stringify(projectRecordSchema(), undefined, 2)}\n`;
  return [{ path: 'schemas/project-record.schema.json', content }];
}

/** What the JSON of a project can say, as a JSON schema. */
export function projectRecordSchema() {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A project of deals',
    description:
      'What `dealgraph export --format json` writes. The texts count when it is read back; what they mean stands beside them.',
    ...object(['dealgraph', 'files'], {
      dealgraph: { const: formatVersion, description: 'The version of the format.' },
      settings: {
        type: 'object',
        description: 'What the project’s dealgraph.json says: see dealgraph.schema.json.',
      },
      files: list('file'),
    }),
    definitions: {
      file: object(['path', 'declarations'], {
        path: {
          ...text,
          pattern: filePathPattern,
          description: 'From the project’s folder on, with slashes.',
        },
        declarations: list('declaration'),
      }),
      declaration: object(['kind', 'name', 'properties'], {
        kind: { enum: kindNames },
        name: { ...text, pattern: '\\S' },
        title: { ...text, description: 'The display name.' },
        documentation: { ...text, description: 'The `///` lines above it, Markdown.' },
        relation: object(['left', 'right'], {
          left: list('name'),
          operator: { ...text, description: '`->`, `<->`, or the verb of a claim.' },
          right: list('name'),
        }),
        properties: list('property'),
      }),
      name: object(['name'], {
        name: text,
        isUndisclosed: { ...flag, description: 'Nobody in particular.' },
        path: { ...text, description: 'The property that is meant.' },
      }),
      property: object(['name', 'values'], {
        name: text,
        values: list('value'),
        modifiers: list('modifier'),
      }),
      modifier: object(['name'], { name: text, values: list('value') }),
      value: object(['text'], {
        text: { ...text, description: 'As it is written in a deal file: $8B, 2025-01, "a text", signed.' },
        means: { $ref: '#/definitions/meaning' },
      }),
      meaning: {
        oneOf: [
          object(['type', 'currency', 'min', 'max'], {
            type: { const: 'money' },
            currency: { ...text, description: 'Code of ISO 4217; empty for an undisclosed amount.' },
            per: { enum: ['year', 'quarter', 'month'], description: 'The period of recurring money.' },
            ...rangeFields,
          }),
          object(['type', 'unit', 'min', 'max'], { type: { const: 'quantity' }, unit: text, ...rangeFields }),
          object(['type', 'min', 'max'], {
            type: { enum: ['percent', 'multiple', 'number'] },
            ...rangeFields,
          }),
          object(['type', 'earliest', 'latest'], {
            type: { const: 'date' },
            earliest: day,
            latest: day,
            approximate: flag,
            uncertain: flag,
          }),
          object(['type', 'name'], { type: { const: 'reference' }, name: text }),
        ],
      },
    },
  };
}

function object(required: readonly string[], properties: Readonly<Record<string, unknown>>) {
  return { type: 'object', additionalProperties: false, required, properties };
}

function list(definition: string) {
  return { type: 'array', items: { $ref: `#/definitions/${definition}` } };
}
