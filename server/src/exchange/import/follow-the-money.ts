import { stakesTable, type GraphTable, type Holder, type Stake } from './graph-table';
import { jsonIn, listAt, textAt } from './json-value';

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

/** Whether a text holds entities of FollowTheMoney, one on each line. */
export function isFollowTheMoney(text: string): boolean {
  const first = jsonIn(
    text
      .replace(/^\ufeff/, '')
      .trimStart()
      .split(/\r?\n/, 1)[0] ?? '',
  );
  return textAt(first, 'schema') !== '' && textAt(first, 'id') !== '';
}

/** The stakes among entities of FollowTheMoney (followthemoney.tech), as a table. */
export function readFollowTheMoney(text: string): GraphTable {
  const parties = new Map<string, Holder>();
  const owned: { readonly line: number; readonly entity: unknown }[] = [];
  const broken: { line: number; text: string }[] = [];
  const others = new Map<string, number>();
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .forEach((content, index) => {
      if (content.trim() === '') return;
      const entity = jsonIn(content);
      const schema = textAt(entity, 'schema');
      const id = textAt(entity, 'id');
      if (schema === '') broken.push({ line: index + 1, text: content });
      else if (schema === 'Ownership') owned.push({ line: index + 1, entity });
      else if (links.has(schema)) others.set(schema, (others.get(schema) ?? 0) + 1);
      else {
        const name = textAt(entity, 'properties', 'name', 0) || textAt(entity, 'caption') || id;
        const country =
          textAt(entity, 'properties', 'country', 0) || textAt(entity, 'properties', 'jurisdiction', 0);
        parties.set(id, {
          key: id,
          name,
          kind: kindsBySchema.get(schema) ?? 'company',
          country: country.toUpperCase(),
        });
      }
    });
  const stakes = owned.map(({ line, entity }): Stake => {
    const said = (name: string) => textAt(entity, 'properties', name, 0);
    return {
      line,
      key: textAt(entity, 'id'),
      holder: partyOf(said('owner'), parties),
      held: partyOf(said('asset'), parties),
      share: shareOf(said('percentage')),
      from: said('startDate'),
      until: said('endDate'),
      source: listAt(entity, 'properties', 'sourceUrl')
        .map((url) => textAt(url))
        .join('\n'),
      more: [said('role'), said('ownershipType'), said('summary')].filter((each) => each !== '').join('; '),
    };
  });
  const notes = [...others].map(([schema, count]) => `${count} of ${schema} left out: it is no stake.`);
  return stakesTable('followthemoney', stakes, broken, notes);
}

function partyOf(id: string, parties: ReadonlyMap<string, Holder>): Holder {
  return parties.get(id) ?? { key: '', name: id, kind: '', country: '' };
}

/** Percent are written with and without their sign. */
function shareOf(text: string): string {
  return /^\d+(?:\.\d+)?$/.test(text) ? `${text}%` : text;
}
