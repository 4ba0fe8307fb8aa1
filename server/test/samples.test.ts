import assert from 'node:assert/strict';
import { formattingEdits } from '../src/features/formatting';
import { DealDocument } from '../src/language/document';
import { sample } from './project-fixture';

describe('samples', () => {
  for (const name of ['ai-race', 'every-kind']) {
    it(`of ${name} are in the formatter's style`, () => {
      for (const [file, text] of Object.entries(sample(name))) {
        assert.deepEqual(formattingEdits(DealDocument.parse(text)), [], file);
      }
    });
  }
});
