import { besides, onlyNamed, stakesTable, type GraphTable, type Holder, type Stake } from './graph-table';
import { jsonEntries } from './json-entries';
import { jsonIn, listAt, textAt } from './json-value';
import type { BrokenRow } from './table';

/** Which kind of party a schema is; all other things that have a name are companies. */
const kindsBySchema: ReadonlyMap<string, string> = new Map([
  ['Person', 'person'],
  ['PublicBody', 'government'],
  ['Organization', 'organization'],
]);

/** Links between things, which are neither parties nor stakes. */
const links: ReadonlySet<string> = new Set([
  'Directorship', 'Membership', 'Representation', 'Associate', 'Family', 'Succession', 'UnknownLink', 'Employment',
  'Payment', 'Debt', 'ProjectParticipant', 'Occupancy', 'Sanction', 'Identification', 'Passport', 'Address',
]); // prettier-ignore

/** Whether a text holds entities of FollowTheMoney, one on each line or all in one list. */
export function isFollowTheMoney(text: string): boolean {
  const content = text.replace(/^\ufeff/, '').trimStart();
  const [first] = content.startsWith('[')
    ? listAt(jsonIn(content))
    : content.split(/\r?\n/, mostBrokenFirst).flatMap((line) => jsonIn(line) ?? []);
  return textAt(first, 'schema') !== '' && textAt(first, 'id') !== '';
}

/** So many lines at the beginning can be broken before a file is taken for another one. */
const mostBrokenFirst = 20;

/** The stakes among entities of FollowTheMoney (followthemoney.tech), as a table. */
export function readFollowTheMoney(text: string): GraphTable {
  const parties = new Map<string, Party>();
  const owned: { readonly line: number; readonly entity: unknown }[] = [];
  const broken: BrokenRow[] = [];
  const others = new Map<string, number>();
  for (const { line, text: content, value: entity } of jsonEntries(text)) {
    const schema = textAt(entity, 'schema');
    const id = textAt(entity, 'id');
    if (entity === undefined) broken.push({ line, text: content, reason: 'It is no JSON.' });
    else if (schema === '')
      broken.push({ line, text: content, reason: 'It is no entity: it has no schema.' });
    else if (id === '') broken.push({ line, text: content, reason: 'It is no entity: it has no id.' });
    else if (schema === 'Ownership') owned.push({ line, entity });
    else if (links.has(schema)) others.set(schema, (others.get(schema) ?? 0) + 1);
    else parties.set(id, partyIn(schema, id, entity));
  }
  const stakes = owned.flatMap(({ line, entity }) => stakesIn(line, entity, parties));
  const idle = new Map<string, number>();
  const told = new Set(stakes.flatMap(({ holder, held }) => [holder, held]));
  for (const party of parties.values())
    if (!told.has(party)) idle.set(party.schema, (idle.get(party.schema) ?? 0) + 1);
  const notes = [
    ...[...others].map(([schema, count]) => `${count} of ${schema} left out: it is no stake.`),
    ...[...idle].map(([schema, count]) => `${count} of ${schema} left out: without a stake.`),
  ];
  return stakesTable('followthemoney', stakes, broken, notes);
}

interface Party extends Holder {
  readonly schema: string;
}

function partyIn(schema: string, id: string, entity: unknown): Party {
  const names = [
    ...textsAt(entity, 'name'),
    textAt(entity, 'caption'),
    ...['alias', 'weakAlias', 'previousName'].flatMap((name) => textsAt(entity, name)),
  ].filter((each) => each !== '');
  const countries = ['country', 'jurisdiction']
    .flatMap((name) => textsAt(entity, name))
    .map((country) => country.toUpperCase());
  return {
    schema,
    key: id,
    name: names[0] ?? id,
    kind: kindsBySchema.get(schema) ?? 'company',
    country: countries[0] ?? '',
    besides: besides(names, countries),
  };
}

/** A stake for each owner in each asset. Of several together nobody knows which share is whose. */
function stakesIn(line: number, entity: unknown, parties: ReadonlyMap<string, Holder>): Stake[] {
  const said = (name: string) => textsAt(entity, name);
  const id = textAt(entity, 'id');
  const [owners, assets] = ['owner', 'asset'].map((name) => (said(name).length > 0 ? said(name) : ['']));
  const pairs = (owners ?? []).flatMap((owner) => (assets ?? []).map((asset) => [owner, asset] as const));
  const isAlone = pairs.length === 1;
  const [share = '', ...otherShares] = isAlone ? said('percentage') : ['', ...said('percentage')];
  const [from = '', ...otherStarts] = said('startDate');
  const [until = '', ...otherEnds] = said('endDate');
  const more = [
    ...['role', 'ownershipType', 'summary'].flatMap(said),
    ...otherShares.map((each) => `percentage ${each}`),
    ...otherStarts.map((each) => `from ${each}`),
    ...otherEnds.map((each) => `until ${each}`),
  ];
  return pairs.map(([owner, asset]) => ({
    line,
    key: isAlone ? id : `${id} ${owner} ${asset}`,
    holder: parties.get(owner) ?? onlyNamed(owner),
    held: parties.get(asset) ?? onlyNamed(asset),
    share: shareOf(share),
    from,
    until,
    source: said('sourceUrl').join('\n'),
    more: more.join('; '),
  }));
}

/** What an entity says for a property: several values are as many, each once. */
function textsAt(entity: unknown, name: string): string[] {
  const texts = listAt(entity, 'properties', name).map((value) => textAt(value));
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** Percent are written with and without their sign. */
function shareOf(text: string): string {
  return /^\d+(?:\.\d+)?$/.test(text) ? `${text}%` : text;
}
