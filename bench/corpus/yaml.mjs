// The corpus as YAML, with the same schema as JSON.
import { schema, records } from './schema.mjs';

/** @type {import('./formats.mjs').Format} */
export const yaml = {
  extension: '.yaml',
  languageId: 'yaml',
  giver: 'from: ',
  receiver: 'to: ',
  choice: 'status: ',
  write: (parties, sources, deals) =>
    Object.entries(records(parties, sources, deals))
      .map(([key, list]) => `${key}:\n${list.map((record) => item(record, '  ')).join('')}`)
      .join(''),
  untidy: (text) => text.replaceAll('amount: ', 'amount:   '),
  schema,
};

/**
 * @param {object} record with texts, numbers and lists of records
 * @param {string} indent
 * @returns {string} an item of a list
 */
function item(record, indent) {
  const lines = Object.entries(record).map(([key, value]) =>
    Array.isArray(value)
      ? `${indent}  ${key}:\n${value.map((each) => item(each, `${indent}    `)).join('')}`
      : `${indent}  ${key}: ${value}\n`,
  );
  return `${indent}- ${lines.join('').trimStart()}`;
}
