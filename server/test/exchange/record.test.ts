import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recordOf } from '../../src/exchange/record-of';
import type { DeclarationRecord } from '../../src/exchange/record';
import { textOfRecords } from '../../src/exchange/text-of';
import { DealDocument } from '../../src/language/document';
import { interpret } from '../../src/model/interpret';
import { interwovenProject } from '../interwoven-project';
import { dealText, propertyRuns, validText } from '../language/random-text';
import { sample } from '../project-fixture';

describe('the record of a declaration', () => {
  it('says what each value means, and keeps what is written', () => {
    const [deal] = recordsIn(
      'investment D "A deal": undisclosed, A -> B.C { amount ~$8B..$9B on 2024-Q1 per s, <https://x.org> }',
    );
    assert.deepEqual(deal, {
      kind: 'investment',
      name: 'D',
      title: 'A deal',
      relation: {
        left: [{ name: 'undisclosed', isUndisclosed: true }, { name: 'A' }],
        operator: '->',
        right: [{ name: 'B', path: 'C' }],
      },
      properties: [
        {
          name: 'amount',
          values: [
            {
              text: '~$8B..$9B',
              means: {
                type: 'money',
                currency: 'USD',
                min: '8000000000',
                max: '9000000000',
                approximate: true,
              },
            },
          ],
          modifiers: [
            {
              name: 'on',
              values: [
                { text: '2024-Q1', means: { type: 'date', earliest: '2024-01-01', latest: '2024-03-31' } },
              ],
            },
            { name: 'per', values: [{ text: 's' }, { text: '<https://x.org>' }] },
          ],
        },
      ],
    });
  });

  for (const name of ['ai-race']) {
    it(`comes back from the text that is made of it: ${name}`, () => {
      for (const text of Object.values(sample(name))) checkRoundTrip(text);
    });
  }

  it('comes back from the text that is made of it: a project in which everything hangs together', () => {
    for (const text of Object.values(interwovenProject())) checkRoundTrip(text);
  });

  it('comes back from the text that is made of it: any text', () => {
    fc.assert(
      fc.property(fc.oneof(dealText, validText), (text) => checkRoundTrip(text)),
      { numRuns: propertyRuns },
    );
  });
});

function recordsIn(text: string): DeclarationRecord[] {
  return DealDocument.parse(text).items.flatMap((item) => {
    const declaration = interpret(item);
    return declaration ? [recordOf(declaration).record] : [];
  });
}

function checkRoundTrip(text: string): void {
  const records = recordsIn(text);
  assert.deepEqual(recordsIn(textOfRecords(records)), records);
}
