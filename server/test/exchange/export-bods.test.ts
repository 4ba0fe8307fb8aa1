import assert from 'node:assert/strict';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { bodsFile } from '../../src/exchange/export/bods';
import type { Selection } from '../../src/exchange/export/selection';
import { dealText, propertyRuns, validText } from '../language/random-text';
import { ecosystemsIn, projects, selectionOf, textIn } from './export-fixture';

interface Statement {
  readonly statementId: string;
  readonly recordId: string;
  readonly recordType: 'entity' | 'person' | 'relationship';
  readonly declarationSubject: string;
  readonly recordDetails: {
    readonly name?: string;
    readonly subject?: unknown;
    readonly interestedParty?: unknown;
    readonly interests?: readonly Readonly<Record<string, unknown>>[];
  };
}

describe('ownership as BODS', () => {
  let isValid: ValidateFunction;

  before(() => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    isValid = ajv.compile(whatTheStandardAsks);
  });

  for (const [name, files] of Object.entries(projects)) {
    it(`has what the standard asks for: ${name}`, () => {
      const whole = selectionOf(files());
      for (const selection of [whole, ...ecosystemsIn(whole)]) checkStandard(selection);
    });
  }

  it('has what the standard asks for: any text', () => {
    fc.assert(
      fc.property(fc.oneof(dealText, validText), (text) => {
        checkStandard(selectionOf({ 'a.deal': text }));
      }),
      { numRuns: Math.min(propertyRuns, 1000) },
    );
  });

  it('says who owns what, and how much', () => {
    const selection = selectionOf({
      'a.deal': [
        'company A { parent H from 2020-01-02 until 2022; country US; lei "5493006MHB84DD0ZWV18" }',
        'company H',
        'person P',
        'source s { publisher "Paper"; url <https://example.com/s> }',
        'holding Exact: P -> A { stake 12.5% on 2024-10 per s }',
        'holding Bounds: H -> A { stake ~20%..30% }',
        'holding Joint: H, P -> A { stake 40% }',
        'holding Hidden: undisclosed -> A { stake <5% }',
        'holding Wrong: H -> A { stake 140% }',
        'investment I: H -> A { stake 3% }',
        'company Alone',
      ].join('\n'),
    });
    const statements = checkStandard(selection);
    const nameOf = (id: unknown) =>
      typeof id === 'string'
        ? JSON.stringify(statements.find(({ recordId }) => recordId === id)?.recordDetails).replace(
            /^.*?"(?:name|fullName)":"(\w+)".*$/,
            '$1',
          )
        : id;
    assert.deepEqual(
      statements.flatMap(({ recordType, recordDetails: { interestedParty, subject, interests = [] } }) =>
        recordType === 'relationship' ? [[nameOf(interestedParty), nameOf(subject), interests[0]]] : [],
      ),
      [
        [
          'H',
          'A',
          {
            type: 'unknownInterest',
            directOrIndirect: 'unknown',
            details: 'parent',
            startDate: '2020-01-02',
          },
        ],
        [
          'P',
          'A',
          {
            type: 'shareholding',
            directOrIndirect: 'unknown',
            details: 'as of October 2024; Exact',
            share: { exact: 12.5 },
          },
        ],
        ['H', 'A', shares('Bounds', { minimum: 20, maximum: 30 })],
        ['H', 'A', shares('held together with others; Joint', { minimum: 0, maximum: 40 })],
        ['P', 'A', shares('held together with others; Joint', { minimum: 0, maximum: 40 })],
        [{ reason: 'informationUnknownToPublisher' }, 'A', shares('Hidden', { minimum: 0, maximum: 5 })],
        ['H', 'A', shares('Wrong')],
      ],
    );
    assert.deepEqual(bodsFile(selection).dropped, [
      '1 deal, since it is no ownership',
      '1 source',
      '1 party that neither owns nor is owned',
      '1 stake that cannot be',
      '1 date that is no day',
    ]);
  });

  function checkStandard(selection: Selection): Statement[] {
    const statements: Statement[] = JSON.parse(textIn(bodsFile(selection).files, 'ownership.bods.json'));
    assert.ok(isValid(statements), JSON.stringify(isValid.errors?.slice(0, 3)));
    assert.equal(new Set(statements.map(({ statementId }) => statementId)).size, statements.length);
    const known = new Set<unknown>();
    for (const { recordId, recordType, recordDetails } of statements) {
      if (recordType === 'relationship') {
        for (const end of [recordDetails.subject, recordDetails.interestedParty]) {
          assert.ok(
            typeof end !== 'string' || known.has(end),
            'it ties somebody of whom nothing is said before',
          );
        }
      }
      assert.ok(!known.has(recordId), 'two records are one');
      known.add(recordId);
    }
    for (const { declarationSubject, recordType } of statements) {
      assert.ok(known.has(declarationSubject), `the subject of a ${recordType} is not there`);
    }
    return statements;
  }
});

function shares(details: string, share?: object) {
  return { type: 'shareholding', directOrIndirect: 'unknown', details, ...(share && { share }) };
}

// What BODS 0.4 asks of the fields that are written here: those that are required, and its lists of codes. Its own
// schema (https://standard.openownership.org) is in no package.
const text = { type: 'string' };
const date = { type: 'string', format: 'date' };
const uri = { type: 'string', format: 'uri' };
const percent = { type: 'number', minimum: 0, maximum: 100 };
const component = { const: false };
const place = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: { name: text, code: { type: 'string', minLength: 2, maxLength: 2 } },
};
const party = {
  oneOf: [
    text,
    {
      type: 'object',
      required: ['reason'],
      properties: {
        reason: {
          enum: [
            'noBeneficialOwners',
            'subjectUnableToConfirmOrIdentifyBeneficialOwner',
            'interestedPartyHasNotProvidedInformation',
            'subjectExemptFromDisclosure',
            'interestedPartyExemptFromDisclosure',
            'unknown',
            'informationUnknownToPublisher',
          ],
        },
      },
    },
  ],
};
const details = {
  entity: {
    type: 'object',
    required: ['isComponent', 'entityType'],
    additionalProperties: false,
    properties: {
      isComponent: component,
      entityType: {
        type: 'object',
        required: ['type'],
        additionalProperties: false,
        properties: {
          type: {
            enum: [
              'registeredEntity',
              'legalEntity',
              'arrangement',
              'anonymousEntity',
              'unknownEntity',
              'state',
              'stateBody',
            ],
          },
        },
      },
      name: text,
      alternateNames: { type: 'array', items: text },
      jurisdiction: place,
      identifiers: {
        type: 'array',
        items: { type: 'object', required: ['scheme'], properties: { id: text, scheme: text } },
      },
      foundingDate: date,
      dissolutionDate: date,
      uri,
    },
  },
  person: {
    type: 'object',
    required: ['isComponent', 'personType'],
    additionalProperties: false,
    properties: {
      isComponent: component,
      personType: { enum: ['anonymousPerson', 'unknownPerson', 'knownPerson'] },
      names: {
        type: 'array',
        items: {
          type: 'object',
          required: ['fullName'],
          properties: {
            fullName: text,
            type: { enum: ['legal', 'translation', 'transliteration', 'former', 'alternative', 'birth'] },
          },
        },
      },
      nationalities: { type: 'array', items: place },
    },
  },
  relationship: {
    type: 'object',
    required: ['isComponent', 'subject', 'interestedParty'],
    additionalProperties: false,
    properties: {
      isComponent: component,
      subject: party,
      interestedParty: party,
      interests: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            type: { enum: ['shareholding', 'unknownInterest'] },
            directOrIndirect: { enum: ['direct', 'indirect', 'unknown'] },
            details: text,
            share: {
              type: 'object',
              additionalProperties: false,
              properties: { exact: percent, minimum: percent, maximum: percent },
            },
            startDate: date,
            endDate: date,
          },
        },
      },
    },
  },
};
const whatTheStandardAsks = {
  type: 'array',
  items: {
    type: 'object',
    required: [
      'statementId',
      'declarationSubject',
      'recordId',
      'recordType',
      'recordDetails',
      'statementDate',
    ],
    additionalProperties: false,
    properties: {
      statementId: { type: 'string', minLength: 32, maxLength: 64 },
      declarationSubject: text,
      recordId: text,
      recordType: { enum: ['entity', 'person', 'relationship'] },
      recordStatus: { enum: ['new', 'updated', 'closed'] },
      statementDate: date,
      publicationDetails: {
        type: 'object',
        required: ['publicationDate', 'bodsVersion', 'publisher'],
        properties: {
          publicationDate: date,
          bodsVersion: { const: '0.4' },
          publisher: { type: 'object', required: ['name'], properties: { name: text } },
        },
      },
      source: {
        type: 'object',
        additionalProperties: false,
        properties: {
          type: {
            type: 'array',
            items: {
              enum: ['selfDeclaration', 'officialRegister', 'thirdParty', 'primaryResearch', 'verified'],
            },
          },
          url: uri,
          assertedBy: { type: 'array', items: { type: 'object', properties: { name: text } } },
        },
      },
      recordDetails: { type: 'object' },
    },
    allOf: Object.entries(details).map(([type, own]) => ({
      if: { properties: { recordType: { const: type } } },
      // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON schema
      then: { properties: { recordDetails: own } },
    })),
  },
};
