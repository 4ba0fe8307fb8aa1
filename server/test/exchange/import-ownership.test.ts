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
