import assert from 'node:assert/strict';
import { interning } from '../../src/values/interning';
import { misread, read, type Reading } from '../../src/values/result';

function counting(): { reader: (text: string) => Reading<{ text: string }>; count: () => number } {
  let calls = 0;
  return {
    reader: interning((text) => {
      calls++;
      return text === 'wrong' ? misread('wrong', 0, 5) : read({ text });
    }),
    count: () => calls,
  };
}

describe('interning', () => {
  it('reads a short text once', () => {
    const { reader, count } = counting();
    assert.equal(reader('$1B'), reader('$1B'));
    assert.equal(count(), 1);
    assert.notEqual(reader('$2B'), reader('$1B'));
  });

  it('keeps no long text and no misreading', () => {
    const { reader, count } = counting();
    for (const text of ['wrong', '$1,000,000,000']) {
      reader(text);
      reader(text);
    }
    assert.equal(count(), 4);
  });

  it('forgets when it grows large', () => {
    const { reader, count } = counting();
    const first = reader('first');
    for (let number = 0; number < 20_000; number++) reader(String(number));
    assert.notEqual(reader('first'), first);
    assert.deepEqual(reader('first'), first);
    assert.equal(count(), 20_002);
  });
});
