// The corpus as plain records, and a JSON schema for them. A schema cannot say that a name must be declared; it says
// what the name of a party looks like, so that a server that validates finds a name that is half typed.

const text = { type: 'string' };
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const money = { type: 'string', pattern: '^\\$\\d+M$' };
const party = { type: 'string', pattern: '^Party\\w+x$', description: 'The name of a party.' };
const source = { type: 'string', pattern: '^source-\\d+$', description: 'The name of a source.' };
const status = { enum: ['announced', 'signed', 'closed', 'terminated'], description: 'How the deal stands.' };

/** @param {Record<string, object>} properties all of them required, and no others allowed */
function record(properties) {
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
}

/** @param {object} items */
function list(items) {
  return { type: 'array', items };
}

export const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  additionalProperties: false,
  properties: {
    parties: list(record({ name: party, title: text, founded: { type: 'integer' }, country: text })),
    sources: list(record({ name: source, title: text, publisher: text, published: day })),
    deals: list(
      record({
        name: text,
        from: party,
        to: party,
        amount: money,
        source,
        tranches: list(record({ amount: money, day })),
        status,
        closed: day,
      }),
    ),
  },
};

/**
 * @param {import('./corpus.mjs').Party[]} parties
 * @param {import('./corpus.mjs').Source[]} sources
 * @param {import('./corpus.mjs').Deal[]} deals
 * @returns {Record<string, object[]>} what the schema describes; only the lists that hold something
 */
export function records(parties, sources, deals) {
  const lists = {
    parties: parties.map((party) => ({ ...party, country: 'US' })),
    sources: sources.map(({ name, title, published }) => ({
      name,
      title,
      publisher: 'Daily News',
      published,
    })),
    deals: deals.map(({ name, giver, receiver, amount, source, tranches, closed }) => ({
      name,
      from: giver,
      to: receiver,
      amount: `$${amount}M`,
      source,
      tranches: tranches.map((day) => ({ amount: `$${amount / 2}M`, day })),
      status: 'closed',
      closed,
    })),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
