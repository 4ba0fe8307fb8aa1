import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isBeneficialOwnership,
  readBeneficialOwnership,
} from '../../src/exchange/import/beneficial-ownership';
import { isFollowTheMoney, readFollowTheMoney } from '../../src/exchange/import/follow-the-money';
import type { GraphTable } from '../../src/exchange/import/graph-table';
import { Importer } from '../../src/exchange/import/imported';
import { textOfRecords } from '../../src/exchange/text-of';
import { propertyRuns } from '../language/random-text';
import { assertSound, withoutKey } from './import-fixture';

describe('files of ownership', () => {
  it('become holdings: FollowTheMoney', () => {
    const text = [
      { id: 'p1', schema: 'Person', properties: { name: ['Ada Lovelace'], country: ['gb'] } },
      { id: 'c1', schema: 'Company', properties: { name: ['Engines Ltd.'] } },
      { id: 'g1', schema: 'PublicBody', properties: { name: ['Treasury'] } },
      {
        id: 'o1',
        schema: 'Ownership',
        properties: {
          owner: ['p1'],
          asset: ['c1'],
          percentage: ['51.5'],
          startDate: ['2019-04'],
          sourceUrl: ['https://example.com/r'],
        },
      },
      { id: 'o2', schema: 'Ownership', properties: { owner: ['g1'], asset: ['c1'], percentage: ['a few'] } },
      { id: 'd1', schema: 'Directorship', properties: {} },
    ].map((entity) => JSON.stringify(entity));
    checkOwnership(
      readFollowTheMoney([...text, 'no json'].join('\n')),
      `person Ada-Lovelace "Ada Lovelace" {
  country GB
  field   "import key" "followthemoney: p1"
}

company Engines-Ltd "Engines Ltd." {
  field "import key" "followthemoney: c1"
}

government Treasury {
  field "import key" "followthemoney: g1"
}

holding Ada-Lovelace-Engines-Ltd: Ada-Lovelace -> Engines-Ltd {
  stake 51.5% from 2019-04 per followthemoney, <https://example.com/r>
}

holding Treasury-Engines-Ltd: Treasury -> Engines-Ltd {
  stake undisclosed per followthemoney
  field "share" "a few"
}`,
      { rows: 3, reported: 1, notes: 1 },
    );
  });

  it('become holdings: the Beneficial Ownership Data Standard', () => {
    const relationship = (recordId: string, statementDate: string, share: object, more: object = {}) => ({
      statementId: `${recordId}-${statementDate}`,
      recordId,
      recordType: 'relationship',
      statementDate,
      recordDetails: {
        subject: 'c',
        interestedParty: 'p',
        interests: [{ type: 'votingRights' }, { type: 'shareholding', share, startDate: '2020-01-05' }],
      },
      ...more,
    });
    const text = JSON.stringify([
      {
        recordId: 'c',
        recordType: 'entity',
        recordDetails: {
          name: 'Engines',
          entityType: { type: 'registeredEntity' },
          jurisdiction: { code: 'GB' },
        },
      },
      {
        recordId: 'p',
        recordType: 'person',
        recordDetails: { names: [{ fullName: 'Ada' }], nationalities: [{ code: 'GB' }] },
      },
      relationship('r1', '2020-01-06', { exact: 10 }),
      relationship('r1', '2021-01-06', { minimum: 25, maximum: 50 }),
      relationship(
        'r2',
        '2020-01-06',
        { exact: 5 },
        { recordDetails: { subject: 'c', interestedParty: { reason: 'unknown' }, interests: [] } },
      ),
      relationship('r3', '2020-01-06', { exact: 5 }, { recordStatus: 'closed' }),
    ]);
    assert.ok(isBeneficialOwnership(text));
    checkOwnership(
      readBeneficialOwnership(text),
      `person Ada {
  country GB
  field   "import key" "bods: p"
}

company Engines {
  country GB
  field   "import key" "bods: c"
}

holding Ada-Engines: Ada -> Engines {
  stake 25%..50% from 2020-01-05 per bods
  field "interest" "votingRights; shareholding"
}

holding Engines-holding: undisclosed -> Engines {
  stake undisclosed per bods
}`,
      { rows: 2, reported: 0, notes: 1 },
    );
  });

  it('lose nothing of what is told several times: FollowTheMoney', () => {
    const entities = [
      {
        id: 'b',
        schema: 'Person',
        properties: { name: ['Bea', 'Beatrice'], alias: ['B.'], country: ['gb', 'us'] },
      },
      { id: 'c', schema: 'Company', properties: { name: ['Cee'] } },
      { id: 'd', schema: 'Company', properties: { name: ['Dee'] } },
      { id: 'e', schema: 'Company', properties: { name: ['Idle'] } },
      {
        id: 'o',
        schema: 'Ownership',
        properties: { owner: ['b', 'c'], asset: ['d'], percentage: ['50.5 %', '25'] },
      },
      { id: 'p', schema: 'Ownership', properties: { owner: ['b'], asset: ['c'], percentage: ['10', '12'] } },
    ];
    for (const text of [
      JSON.stringify(entities, undefined, 2),
      ['{ broken', ...entities.map((entity) => JSON.stringify(entity))].join('\n'),
    ]) {
      assert.ok(isFollowTheMoney(text));
      const graph = readFollowTheMoney(text);
      const { text: deals, report } = importedText(graph);
      assert.equal(
        deals.slice(deals.indexOf('holding')),
        `holding Bea-Dee: Bea -> Dee {
  stake undisclosed per followthemoney
  field "holder besides" "called Beatrice; called B.; country US"
  field "interest" "percentage 50.5 %; percentage 25"
}

holding Cee-Dee: Cee -> Dee {
  stake undisclosed per followthemoney
  field "interest" "percentage 50.5 %; percentage 25"
}

holding Bea-Cee: Bea -> Cee {
  stake 10% per followthemoney
  field "holder besides" "called Beatrice; called B.; country US"
  field "interest" "percentage 12"
}`,
      );
      assert.deepEqual(graph.notes, ['1 of Company left out: without a stake.']);
      assert.deepEqual(
        report.reported.map(({ line, reason }) => [line, reason]),
        text.startsWith('[') ? [] : [[1, 'It is no JSON.']],
      );
    }
  });

  it('lose nothing of what is told several times: the Beneficial Ownership Data Standard', () => {
    const lines = [
      { recordId: 'c', recordType: 'entity', recordDetails: { name: 'Engines', alternateNames: ['Motors'] } },
      {
        recordId: 'p',
        recordType: 'person',
        recordDetails: { names: [{ fullName: 'Ada' }, { fullName: 'A. L.' }] },
      },
      { recordId: 'q', recordType: 'person', recordDetails: { names: [{ fullName: 'Nobody' }] } },
      {
        recordId: 'r',
        recordType: 'relationship',
        recordDetails: {
          subject: 'c',
          interestedParty: 'p',
          interests: [
            { type: 'shareholding', share: { exact: 40 } },
            { type: 'votingRights', share: { exact: 60 }, startDate: '2020-01-05' },
            { type: 'shareholding', share: { exact: 5 } },
          ],
        },
      },
      {
        recordId: 's',
        recordType: 'relationship',
        recordDetails: {
          subject: 'c',
          interestedParty: 'p',
          interests: [{ type: 'shareholding', share: { exclusiveMinimum: 25, exclusiveMaximum: 50 } }],
        },
      },
      {
        recordId: 't',
        recordType: 'relationship',
        recordDetails: {
          subject: 'c',
          interestedParty: 'p',
          interests: [{ type: 'shareholding', share: { minimum: 0, exclusiveMaximum: 50 } }],
        },
      },
      { recordId: 'u', recordType: 'deed' },
      { recordType: 'entity' },
      {},
    ].map((statement) => JSON.stringify(statement));
    const graph = readBeneficialOwnership([...lines, '', '{ broken'].join('\n'));
    const { text, report } = importedText(graph);
    assert.equal(
      text.slice(text.indexOf('holding')),
      ['40%', '25%..50%', '<50%']
        .map(
          (stake, index) => `holding Ada-Engines: Ada -> Engines {
  stake ${stake} per bods
  field "holder besides" "called A. L."
  field "held besides" "called Motors"
  field "interest" "${
    [
      'shareholding; votingRights, 60%, startDate 2020-01-05; shareholding, 5%',
      'shareholding, exclusiveMinimum 25, exclusiveMaximum 50',
      'shareholding, exclusiveMaximum 50',
    ][index]
  }"
}`,
        )
        .join('\n\n'),
    );
    assert.deepEqual(graph.notes, [
      '2 of shares beside the first of a relationship kept in the field “interest” of its holding.',
      '1 of people and entities left out: without a stake.',
    ]);
    assert.deepEqual(
      report.reported.map(({ line, reason }) => [line, reason]),
      [
        [7, 'It is no statement: its recordType is “deed”.'],
        [8, 'It is no statement: it has no recordId.'],
        [9, 'It is no statement: its recordType is missing.'],
        [11, 'It is no JSON.'],
      ],
    );
  });

  it('are told from other files', () => {
    assert.ok(isFollowTheMoney('\ufeff{"id":"a","schema":"Person"}\r\n'));
    for (const text of ['', 'a,b\n1,2', '{}', '[]', '{"id":1}']) {
      assert.ok(!isFollowTheMoney(text));
      assert.ok(!isBeneficialOwnership(text));
    }
  });

  it('are read whatever stands in them', () => {
    const entity = fc.record({
      id: fc.string(),
      schema: fc.constantFrom('Person', 'Company', 'Ownership', 'x'),
      recordId: fc.constantFrom('a', 'b', 'c'),
      recordType: fc.constantFrom('entity', 'person', 'relationship'),
      properties: fc.oneof(
        fc.dictionary(
          fc.constantFrom('name', 'owner', 'asset', 'percentage', 'startDate'),
          fc.array(fc.string()),
        ),
        fc.jsonValue(),
      ),
      recordDetails: fc.oneof(
        fc.dictionary(
          fc.constantFrom('name', 'subject', 'interestedParty', 'interests'),
          fc.oneof(fc.constantFrom('a', 'b'), fc.jsonValue()),
        ),
        fc.jsonValue(),
      ),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(entity, fc.jsonValue())), (entities) => {
        importedText(readFollowTheMoney(entities.map((each) => JSON.stringify(each)).join('\n')));
        importedText(readBeneficialOwnership(JSON.stringify(entities)));
      }),
      { numRuns: propertyRuns },
    );
  });
});

function importedText({ table, mapping }: GraphTable) {
  const importer = new Importer();
  importer.add('x.json', table, mapping);
  const { parties, deals, report } = importer.finish();
  const text = textOfRecords([...parties, ...deals.map(({ record }) => withoutKey(record))]).trim();
  assertSound(text);
  assert.equal(report.rows, report.deals + report.joined + report.reported.length);
  return { text, report };
}

function checkOwnership(
  graph: GraphTable,
  wanted: string,
  counts: { readonly rows: number; readonly reported: number; readonly notes: number },
): void {
  const { text, report } = importedText(graph);
  assert.equal(text, wanted);
  assert.deepEqual(
    { rows: report.rows, reported: report.reported.length, notes: graph.notes.length },
    counts,
  );
}
