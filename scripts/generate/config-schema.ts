// The schema with which editors complete and check dealgraph.json.
import { checks } from '../../server/src/checks/registry';
import { defaultSettings } from '../../server/src/model/corpus';
import { configFileName, severitySettings } from '../../server/src/project/config';

const globs = { type: 'array', items: { type: 'string', minLength: 1 } };

/** The file that is made here. */
export function outputs(): { path: string; content: string }[] {
  const content = `${JSON.stringify(configSchema(), undefined, 2)}\n`;
  return [{ path: 'schemas/dealgraph.schema.json', content }];
}

/** What `dealgraph.json` can say, as a JSON schema. */
export function configSchema() {
  return {
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
        default: [],
        examples: [['drafts/**']],
      },
      asOf: {
        type: 'string',
        description:
          'The day as of which the project is seen: statuses, sums and the tree. A month, quarter or year means its last day. Today without it.',
        examples: ['2025-01-31', '2025-01', '2025'],
      },
      baseCurrency: {
        type: 'string',
        pattern: '^[A-Z]{3}$',
        description:
          'The currency in which sums are told as far as `fx` rates are known, by its code of ISO 4217. Without it, and where no rate is known, currencies stay side by side.',
        examples: ['USD', 'EUR'],
      },
      staleAfterDays: {
        type: 'integer',
        minimum: 1,
        default: defaultSettings.staleAfterDays,
        description: 'A rumor, talks or a letter of intent are stale after so many days without news.',
      },
      secondSourceAbove: {
        type: 'string',
        description: 'Deals over more than this amount want a second source. Without it none does.',
        examples: ['$1B'],
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
}
