import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excerpt } from '../../src/language/excerpt';
import { anyText, propertyRuns } from './random-text';

describe('excerpt', () => {
  it('leaves short texts as they are', () => {
    assert.equal(excerpt('Anthropic'), 'Anthropic');
    assert.equal(excerpt('x'.repeat(40)), 'x'.repeat(40));
  });

  it('cuts what is long, and what goes on in another line', () => {
    assert.equal(excerpt('x'.repeat(41)), `${'x'.repeat(39)}…`);
    assert.equal(excerpt('one\ntwo'), 'one…');
    assert.equal(excerpt('abcdef', 3), 'ab…');
  });

  it('shows control characters as such, and halves no character', () => {
    assert.equal(excerpt('a\u0000b'), 'a\ufffdb');
    assert.equal(excerpt('ab😀c', 4), 'ab…');
  });

  it('is on one line, and no longer than asked for', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const short = excerpt(text, longest);
        assert.ok(short.length <= longest);
        assert.ok(!/[\r\n]/.test(short));
        if (!short.endsWith('…')) assert.equal(short.length, text.length);
      }),
      { numRuns: propertyRuns },
    );
  });
});
