import { besides, onlyNamed, stakesTable, type GraphTable, type Holder, type Stake } from './graph-table';
import { jsonEntries } from './json-entries';
import { at, listAt, textAt } from './json-value';
import type { BrokenRow } from './table';

/** Which kind of party a type of entity is. */
const kindsByType: ReadonlyMap<string, string> = new Map([
  ['registeredEntity', 'company'],
  ['legalEntity', 'company'],
  ['arrangement', 'organization'],
  ['state', 'government'],
  ['stateBody', 'government'],
]);

interface Statement {
  readonly line: number;
  readonly type: string;
  readonly id: string;
  readonly details: unknown;
  readonly statement: unknown;
}

/** Whether a text holds statements of the Beneficial Ownership Data Standard. */
export function isBeneficialOwnership(text: string): boolean {
  return (
    /"recordType"\s*:\s*"(?:entity|person|relationship)"/.test(text.slice(0, 100_000)) &&
    statementsIn(text).statements.length > 0
  );
}

/** The stakes that statements of the Beneficial Ownership Data Standard 0.4 tell of, as a table. */
export function readBeneficialOwnership(text: string): GraphTable {
  const latest = new Map<string, Statement>();
  const { statements, broken } = statementsIn(text);
  // Of several statements of one record, the last one holds.
  for (const statement of statements) {
    const known = latest.get(statement.id);
    const [was, is] = [
      textAt(known?.statement, 'statementDate'),
      textAt(statement.statement, 'statementDate'),
    ];
    if (!known || is >= was) latest.set(statement.id, statement);
  }
  const parties = new Map<string, Holder>();
  for (const { type, id, details } of latest.values())
    if (type !== 'relationship') parties.set(id, partyIn(type, id, details));
  const stakes: Stake[] = [];
  let closed = 0;
  let further = 0;
  for (const { line, type, id, details, statement } of latest.values()) {
    if (type !== 'relationship') continue;
    if (textAt(statement, 'recordStatus') === 'closed') {
      closed++;
      continue;
    }
    const interests = listAt(details, 'interests');
    const share =
      interests.find((interest) => textAt(interest, 'type') === 'shareholding') ??
      interests.find((interest) => at(interest, 'share') !== undefined);
    further += interests.filter(
      (interest) => interest !== share && at(interest, 'share') !== undefined,
    ).length;
    stakes.push({
      line,
      key: id,
      holder: sideOf(at(details, 'interestedParty'), parties),
      held: sideOf(at(details, 'subject'), parties),
      share: shareOf(at(share, 'share')),
      from: textAt(share ?? interests[0], 'startDate'),
      until: textAt(share ?? interests[0], 'endDate'),
      source: textAt(statement, 'source', 'url'),
      more: interests
        .map((interest) => wordsOf(interest, interest === (share ?? interests[0])))
        .filter((each) => each !== '')
        .join('; '),
    });
  }
  const told = new Set(stakes.flatMap(({ holder, held }) => [holder, held]));
  const idle = [...parties.values()].filter((party) => !told.has(party)).length;
  const notes = [
    ...(closed > 0 ? [`${closed} of relationships that are over left out.`] : []),
    ...(further > 0
      ? [
          `${further} of shares beside the first of a relationship kept in the field “interest” of its holding.`,
        ]
      : []),
    ...(idle > 0 ? [`${idle} of people and entities left out: without a stake.`] : []),
  ];
  return stakesTable('bods', stakes, broken, notes);
}

const recordTypes: ReadonlySet<string> = new Set(['entity', 'person', 'relationship']);

/** A list of statements, or one on each line; and what is none. */
function statementsIn(text: string): { readonly statements: Statement[]; readonly broken: BrokenRow[] } {
  const statements: Statement[] = [];
  const broken: BrokenRow[] = [];
  for (const { line, text: content, value: statement } of jsonEntries(text)) {
    const [type, id] = [textAt(statement, 'recordType'), textAt(statement, 'recordId')];
    const problem =
      statement === undefined
        ? 'It is no JSON.'
        : !recordTypes.has(type)
          ? `It is no statement: its recordType is ${type === '' ? 'missing' : `“${type}”`}.`
          : id === ''
            ? 'It is no statement: it has no recordId.'
            : undefined;
    if (problem !== undefined) broken.push({ line, text: content, reason: problem });
    else statements.push({ line, type, id, details: at(statement, 'recordDetails'), statement });
  }
  return { statements, broken };
}

function partyIn(type: string, id: string, details: unknown): Holder {
  const isPerson = type === 'person';
  const names = (
    isPerson
      ? listAt(details, 'names').map((name) => textAt(name, 'fullName'))
      : [textAt(details, 'name'), ...listAt(details, 'alternateNames').map((name) => textAt(name))]
  ).filter((name) => name !== '');
  const countries = isPerson
    ? listAt(details, 'nationalities').map((country) => textAt(country, 'code'))
    : [textAt(details, 'jurisdiction', 'code')];
  return {
    key: id,
    name: names[0] ?? id,
    kind: isPerson ? 'person' : (kindsByType.get(textAt(details, 'entityType', 'type')) ?? 'organization'),
    country: countries[0] ?? '',
    besides: besides(names, countries),
  };
}

/** A record that is named by its number, or a party that nobody tells. */
function sideOf(side: unknown, parties: ReadonlyMap<string, Holder>): Holder {
  const id = textAt(side);
  return parties.get(id) ?? onlyNamed(id === '' ? 'undisclosed' : id);
}

function shareOf(share: unknown): string {
  const exact = textAt(share, 'exact');
  if (exact !== '') return `${exact}%`;
  const least = textAt(share, 'minimum') || textAt(share, 'exclusiveMinimum');
  const most = textAt(share, 'maximum') || textAt(share, 'exclusiveMaximum');
  if (least !== '' && Number(least) !== 0 && most !== '') return `${least}..${most}%`;
  return most !== '' ? `<${most}%` : least === '' ? '' : `>${least}%`;
}

/**
 * What is said of an interest besides the share of the holding.
 * @param isStake whether its share and dates are those of the holding
 */
function wordsOf(interest: unknown, isStake: boolean): string {
  const share = at(interest, 'share');
  const own = (name: string) => textAt(interest, name);
  // A deal file has bounds that are included alone.
  const excluded = ['exclusiveMinimum', 'exclusiveMaximum'].flatMap((name) => {
    const bound = textAt(share, name);
    return bound === '' ? [] : `${name} ${bound}`;
  });
  const figures = isStake
    ? []
    : [
        shareOf(share),
        ...['startDate', 'endDate'].map((name) => (own(name) === '' ? '' : `${name} ${own(name)}`)),
      ];
  return [own('type'), own('directOrIndirect'), own('details'), ...figures, ...excluded]
    .filter((each) => each !== '')
    .join(', ');
}
