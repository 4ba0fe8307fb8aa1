// The schema with which editors complete and check dealgraph.json.
import { checks } from '../../server/src/checks/registry';
import { configFileName, severitySettings } from '../../server/src/project/config';

const globs = { type: 'array', items: { type: 'string', minLength: 1 } };

/** The file that is made here. */
export function outputs(): { path: string; content: string }[] {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: configFileName,
    description: 'Makes its folder a project: the deal files below share one namespace.',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      include: {
        ...globs,
        description: 'Globs of the deal files that belong to the project. All below the folder without it.',
        default: ['**/*.deal'],
      },
      exclude: {
        ...globs,
        description: 'Globs of the deal files that do not.',
        default: ['drafts/**'],
      },
      checks: {
        type: 'object',
        description: 'How severe the findings of a check are, by its code. “off” turns it off.',
        additionalProperties: false,
        properties: Object.fromEntries(
          checks.map(({ code, title, docs, severity }) => [
            code,
            { description: `${title}. ${docs}`, enum: severitySettings, default: severity },
          ]),
        ),
      },
    },
  };
  return [{ path: 'schemas/dealgraph.schema.json', content: `${JSON.stringify(schema, undefined, 2)}\n` }];
}
