import assert from 'node:assert/strict';
import { defaultModel, Model } from '@opensanctions/followthemoney';
import fc from 'fast-check';
import { ftmFile } from '../../src/exchange/export/ftm';
import type { Selection } from '../../src/exchange/export/selection';
import { dealText, propertyRuns, validText } from '../language/random-text';
import { ecosystemsIn, projects, selectionOf, textIn } from './export-fixture';

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

describe('deals as FollowTheMoney', () => {
  const model = new Model(defaultModel);

  for (const [name, files] of Object.entries(projects)) {
    it(`are entities of its model: ${name}`, () => {
      const whole = selectionOf(files());
      for (const selection of [whole, ...ecosystemsIn(whole)]) checkModel(selection);
    });
  }

  it('are entities of its model: any text', () => {
    fc.assert(
      fc.property(fc.oneof(dealText, validText), (text) => checkModel(selectionOf({ 'a.deal': text }))),
      { numRuns: Math.min(propertyRuns, 1000) },
    );
  });

  it('say what was paid apart from what is only promised', () => {
    const entities = entitiesIn(
      selectionOf({
        'a.deal': [
          'company A { country US, Utopia; lei "5493006MHB84DD0ZWV18"; parent H; founded 2020..2021 }',
          'government G',
          'person P { role CEO at A from 2019; role "friend" at P2 }',
          'source s "Headline" { url <https://example.com/s>; published 2024-01-02; publisher "Paper" }',
          'grant Paid: G -> A { amount $2M..$4M per s; status closed on 2024-03 }',
          'grant Promised: G -> A { amount $9M; status signed on 2024-05 }',
          'loan L: G -> A { amount €1M; status closed on 2023 }',
          'round R: F1, F2 -> A, B { amount $1M; status closed on 2024 }',
          'venture V { member A as operator; member G }',
          'project W: A { budget $1M }',
          'holding In: F1 -> A { stake 20%..30% on 2024-01-01 }',
          'holding Of: F1 -> G { stake 1% }',
        ].join('\n'),
      }),
    );
    const of = (schema: string) => entities.filter((entity) => entity.schema === schema);
    const [payment, ...others] = of('Payment');
    assert.equal(others.length, 0);
    assert.deepEqual(payment?.properties, {
      payer: [idOf(entities, 'G')],
      beneficiary: [idOf(entities, 'A')],
      purpose: ['grant Paid'],
      description: ['$2M..$4M'],
      currency: ['USD'],
      date: ['2024-03'],
      recordId: ['Paid'],
      sourceUrl: ['https://example.com/s'],
      proof: [of('Article')[0]?.id],
    });
    assert.equal(of('Debt').length, 1);
    assert.deepEqual(
      of('UnknownLink')
        .map(({ properties }) => String(properties['role']))
        .toSorted(),
      ['friend', 'grant', 'grant', 'holds 1%', 'loan', 'round', 'round', 'round', 'round'],
    );
    assert.deepEqual(
      of('Ownership').map(({ properties }) => properties['percentage'] ?? properties['role']),
      [['parent'], ['20%..30%']],
    );
    assert.equal(of('Membership').length, 2);
    assert.equal(of('ProjectParticipant').length, 1);
    assert.equal(of('Employment').length, 1);
    const company = entities.find(({ id }) => id === idOf(entities, 'A'));
    assert.deepEqual(company?.properties['country'], ['us']);
  });

  it('say what is left out', () => {
    const { dropped } = ftmFile(
      selectionOf({
        'a.deal': [
          'company A { country Utopia; founded 2020..2021 }',
          'grant G: undisclosed -> A { amount $2M; status closed on 2024-Q1 }',
          'grant H: B -> A { amount $2M..$3M; status closed on 2024 }',
          'grant I: B -> A { amount ~$14B; status closed on 2024 }',
          'grant J: B -> A { amount >$1B; status closed on 2024 }',
          'metric M: A { users 1 }',
        ].join('\n'),
      }),
    );
    assert.deepEqual(dropped, [
      '1 metric',
      '1 tie to somebody undisclosed',
      '1 payment of which nobody knows who paid how much to whom',
      '3 amounts of payments that are not exact, which stand in their descriptions',
      '1 country that is no code of two letters',
      '1 date that is no day, month or year',
    ]);
  });

  it('say an amount as a number where it is known exactly, else in words', () => {
    const entities = entitiesIn(
      selectionOf({
        'a.deal': ['$1.5B', '~$14B', '$2M..$3M', '>$1B', '<$2B', 'undisclosed']
          .map((amount, index) => `grant G${index}: B -> A { amount ${amount}; status closed on 2024 }`)
          .join('\n'),
      }),
    );
    assert.deepEqual(
      entities
        .filter(({ schema }) => schema === 'Payment')
        .map(({ properties: { amount, amountUsd, description } }) => [amount, amountUsd, description]),
      [
        [['1500000000'], ['1500000000'], undefined],
        [undefined, undefined, ['~$14B']],
        [undefined, undefined, ['$2M..$3M']],
        [undefined, undefined, ['>$1B']],
        [undefined, undefined, ['<$2B']],
      ],
    );
  });

  it('say a share of several together in words, and of one as it is known', () => {
    const entities = entitiesIn(
      selectionOf({ 'a.deal': 'holding H: A, B -> C { stake 40% }\nholding I: A -> C { stake ~10% }' }),
    );
    assert.deepEqual(
      entities
        .filter(({ schema }) => schema === 'Ownership')
        .map(({ properties: { percentage, description } }) => [percentage, description]),
      [
        [undefined, ['40% held together with others']],
        [undefined, ['40% held together with others']],
        [['~10%'], undefined],
      ],
    );
  });

  it('have the same ids in every export', () => {
    const one = entitiesIn(selectionOf({ 'a.deal': 'grant G: A -> B { amount $1M }' }));
    const other = entitiesIn(selectionOf({ 'b.deal': 'company A "The A"\ncompany Z\ngrant G: A -> B' }));
    assert.ok(one.every(({ id }) => other.some((entity) => entity.id === id)));
  });

  /** Every schema and property is one of the model, takes what it is given, and refers to what is there. */
  function checkModel(selection: Selection): void {
    const entities = entitiesIn(selection);
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    assert.equal(byId.size, entities.length, 'two have one id');
    for (const { id, schema: name, properties } of entities) {
      assert.match(id, /^[0-9a-f]{32}$/);
      const schema = model.getSchema(name);
      assert.ok(!schema.abstract, name);
      for (const required of schema.required) assert.ok(properties[required], `${name} lacks ${required}`);
      for (const [property, values] of Object.entries(properties)) {
        assert.ok(schema.hasProperty(property), `${name}.${property}`);
        const own = schema.getProperty(property);
        const { type, stub } = own;
        assert.ok(!stub, `${name}.${property}`);
        for (const value of values) {
          if (type.name === 'entity') {
            const target = byId.get(value);
            assert.ok(target, `${name}.${property} leads nowhere`);
            assert.ok(
              model.getSchema(target.schema).isA(own.getRange()),
              `${name}.${property} leads to a ${target.schema}`,
            );
          } else if (type.name === 'country') {
            // Codes that nobody has are a matter of the deal file.
            assert.match(value, /^[a-z]{2}$/);
          } else assert.match(value, shapes[type.name] ?? /\S/, `${name}.${property}`);
        }
      }
    }
  }
});

const shapes: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}(-\d\d(-\d\d)?)?$/,
  number: /^-?\d+(\.\d+)?$/,
  url: /^https?:\/\/\S+$/,
};

function idOf(entities: readonly Entity[], name: string): string | undefined {
  return entities.find(({ properties }) => properties['name']?.includes(name))?.id;
}

function entitiesIn(selection: Selection): Entity[] {
  const text = textIn(ftmFile(selection).files, 'deals.ftm.json');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Entity => JSON.parse(line));
}
