// The corpus as JSON, with its schema.
import { schema, records } from './schema.mjs';

/** @type {import('./formats.mjs').Format} */
export const json = {
  extension: '.json',
  languageId: 'json',
  giver: '"from": "',
  receiver: '"to": "',
  choice: '"status": "',
  write: (parties, sources, deals) => `${JSON.stringify(records(parties, sources, deals), undefined, 2)}\n`,
  untidy: (text) => text.replaceAll('\n  ', '\n      '),
  schema,
};
