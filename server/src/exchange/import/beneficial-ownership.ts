import { stakesTable, type GraphTable, type Holder, type Stake } from './graph-table';
import { at, jsonIn, listAt, textAt } from './json-value';

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
    statementsIn(text).length > 0
  );
}

/** The stakes that statements of the Beneficial Ownership Data Standard 0.4 tell of, as a table. */
export function readBeneficialOwnership(text: string): GraphTable {
  const latest = new Map<string, Statement>();
  // Of several statements of one record, the last one holds.
  for (const statement of statementsIn(text)) {
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
        .map(wordsOf)
        .filter((each) => each !== '')
        .join('; '),
    });
  }
  const notes = closed > 0 ? [`${closed} of relationships that are over left out.`] : [];
  return stakesTable('bods', stakes, [], notes);
}

/** A list of statements, or one on each line. */
function statementsIn(text: string): Statement[] {
  const content = text.replace(/^\ufeff/, '');
  const whole = jsonIn(content);
  const list: readonly unknown[] = Array.isArray(whole) ? whole : content.split(/\r?\n/).map(jsonIn);
  return list.flatMap((statement, index) => {
    const [type, id] = [textAt(statement, 'recordType'), textAt(statement, 'recordId')];
    return type === '' || id === ''
      ? []
      : [{ line: index + 1, type, id, details: at(statement, 'recordDetails'), statement }];
  });
}

function partyIn(type: string, id: string, details: unknown): Holder {
  if (type === 'person') {
    const name = textAt(details, 'names', 0, 'fullName');
    return {
      key: id,
      name: name || id,
      kind: 'person',
      country: textAt(details, 'nationalities', 0, 'code'),
    };
  }
  const kind = kindsByType.get(textAt(details, 'entityType', 'type')) ?? 'organization';
  return {
    key: id,
    name: textAt(details, 'name') || id,
    kind,
    country: textAt(details, 'jurisdiction', 'code'),
  };
}

/** A record that is named by its number, or a party that nobody tells. */
function sideOf(side: unknown, parties: ReadonlyMap<string, Holder>): Holder {
  const id = textAt(side);
  return parties.get(id) ?? { key: '', name: id === '' ? 'undisclosed' : id, kind: '', country: '' };
}

function shareOf(share: unknown): string {
  const exact = textAt(share, 'exact');
  if (exact !== '') return `${exact}%`;
  const least = textAt(share, 'minimum') || textAt(share, 'exclusiveMinimum');
  const most = textAt(share, 'maximum') || textAt(share, 'exclusiveMaximum');
  if (least !== '' && most !== '') return `${least}..${most}%`;
  return least !== '' ? `>${least}%` : most === '' ? '' : `<${most}%`;
}

function wordsOf(interest: unknown): string {
  const said = [textAt(interest, 'type'), textAt(interest, 'directOrIndirect'), textAt(interest, 'details')];
  return said.filter((each) => each !== '').join(', ');
}
