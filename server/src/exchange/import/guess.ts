import { headerKey, type ColumnMapping, type Mapping, type Role } from './mapping';
import { presetFor } from './presets';
import type { Table } from './table';

/** Headers by what they mostly are; the first that fits counts. */
const guesses: readonly (readonly [RegExp, Role])[] = [
  [/\bfrom\b(?! date)/, 'giver'],
  [/\b(?:into|to)\b(?! date)/, 'receiver'],
  [/\bhow much\b/, 'amount'],
  [/\b(?:lead|sole)\b.*\binvestors?\b|\bleads?\b/, 'lead'],
  [
    /\b(?:investor|acquirer|buyer|lender|giver|funder|backer|source|from|holder|owner|grantor|supplier)s?\b.*\b(?:id|permalink|uuid|key)\b/,
    'giver key',
  ],
  [
    /\b(?:company|target|borrower|receiver|organization|acquiree|startup|recipient|customer)\b.*\b(?:id|permalink|uuid|key)\b/,
    'receiver key',
  ],
  [/^(?:deal |round |transaction )?(?:id|key|uuid|permalink)$/, 'key'],
  [/\bsellers?\b|\bvendor\b/, 'seller'],
  [/\badvis[eo]rs?\b/, 'adviser'],
  [/\bvaluation\b|\bpost.?money\b|\bpre.?money\b/, 'valuation'],
  [/\bcurrency\b/, 'currency'],
  [/\b(?:amount|raised|price|deal size|size|value|money|sum|volume)\b/, 'amount'],
  [/\bdebt\b/, 'debt'],
  [/\b(?:stake|share|percent|%|ownership)/, 'stake'],
  [/\b(?:date|announced|closed|year|when|on|day)\b/, 'date'],
  [/\bstatus\b|\bstate of\b/, 'status'],
  [/\b(?:round|series|stage)\b|\bdeal type\b|\bfunding type\b/, 'type'],
  [/\b(?:kind|relation(?:ship)?|type)\b/, 'kind'],
  [/\bwebsite\b|\bhomepage\b|\bdomain\b/, 'receiver website'],
  [/\bcountry\b/, 'receiver country'],
  [/\b(?:industry|industries|sector|category|categories)\b/, 'receiver sector'],
  [
    /\b(?:investor|acquirer|buyer|lender|giver|funder|backer|source|from|holder|owner|grantor|supplier)s?\b/,
    'giver',
  ],
  [
    /\b(?:company|companies|target|borrower|receiver|organization|acquiree|startup|to|recipient|customer|name)\b/,
    'receiver',
  ],
  [/\b(?:url|link|citation|reference|source)s?\b/, 'source'],
  [/\b(?:notes?|comments?|remarks?|description|synopsis)\b/, 'note'],
  [/\btags?\b|\bkeywords?\b/, 'tags'],
];

/** Roles that one column has. */
const single: ReadonlySet<Role> = new Set([
  'giver',
  'receiver',
  'amount',
  'kind',
  'type',
  'currency',
  'status',
]);

/**
 * What the columns of a table may be, by their headers and what stands in them. Columns that tell nothing are kept as
 * fields.
 */
export function guessedMapping(table: Table, base: Mapping): Mapping {
  const preset = presetFor(table.headers);
  const columns = new Map<string, ColumnMapping>();
  const taken = new Set<Role>();
  table.headers.forEach((header, index) => {
    const key = headerKey(header);
    const known = preset?.mapping.columns.get(key);
    const column = known ?? guessedColumn(key, table, index, taken);
    taken.add(column.is);
    columns.set(key, column);
  });
  return { ...(preset?.mapping ?? base), columns };
}

function guessedColumn(key: string, { rows }: Table, index: number, taken: ReadonlySet<Role>): ColumnMapping {
  const sample = rows
    .slice(0, 200)
    .map(({ cells }) => (cells[index] ?? '').trim())
    .filter((text) => text !== '');
  const addresses = sample.filter((text) => /^https?:\/\//i.test(text)).length;
  if (sample.length > 0 && addresses * 2 > sample.length) {
    return { is: /website|homepage|domain/.test(key) ? 'receiver website' : 'source' };
  }
  const role =
    guesses.find(([pattern, is]) => pattern.test(key) && !(single.has(is) && taken.has(is)))?.[1] ?? 'field';
  const separator =
    role === 'giver' || role === 'lead' || role === 'seller' ? separatorIn(sample) : undefined;
  const power = /\b(?:mil|million|mn|mm|m)s?\b/.test(key)
    ? 6
    : /\b(?:bn|billion)s?\b/.test(key)
      ? 9
      : /\bthousands?\b/.test(key)
        ? 3
        : 0;
  const isMoney = role === 'amount' || role === 'valuation' || role === 'debt';
  const currency = /\b(usd|eur|gbp|chf|jpy|cny|inr)\b/.exec(key)?.[1]?.toUpperCase();
  return {
    is: role,
    ...(separator !== undefined && { separator }),
    ...(isMoney && power > 0 && { power }),
    ...(isMoney && currency !== undefined && { currency }),
    ...(role === 'valuation' && /\bpre\b/.test(key) && { as: 'pre' as const }),
    ...(role === 'valuation' && /\bpost\b/.test(key) && { as: 'post' as const }),
    ...(role === 'date' && /\bannounced\b/.test(key) && { status: 'announced' as const }),
    ...(role === 'date' && /\bclosed?\b/.test(key) && { status: 'closed' as const }),
  };
}

/** What parts several names, where some cells have more than one. */
function separatorIn(sample: readonly string[]): string | undefined {
  return [';', '|', ','].find(
    (separator) => sample.filter((text) => text.includes(separator)).length * 20 > sample.length,
  );
}
