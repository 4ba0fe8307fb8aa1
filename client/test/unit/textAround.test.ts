import assert from 'node:assert/strict';
import { fitsAround, indentedWith } from '../../src/picture/textAround';

describe('the text around the place of a new deal', () => {
  const text = 'company A\ncompany B\n\nloan L: A -> B\n';
  const at = text.indexOf('\nloan');
  const around = { before: text.slice(0, at), after: text.slice(at) };

  it('fits while it is the same, however its lines end', () => {
    assert.ok(fitsAround(text, at, around));
    const asWindows = (part: string) => part.replaceAll('\n', '\r\n');
    assert.ok(fitsAround(asWindows(text), asWindows(around.before).length, around));
    assert.ok(fitsAround(text, at, { before: asWindows(around.before), after: asWindows(around.after) }));
    assert.ok(fitsAround('', 0, { before: '', after: '' }));
  });

  it('does not once something came or went above or below', () => {
    assert.ok(!fitsAround(`\n${text}`, at, around));
    assert.ok(!fitsAround(`\n${text}`, at + 1, around));
    assert.ok(!fitsAround(`${text}fund F\n`, at, around));
    assert.ok(!fitsAround(text.replace('company B', ''), at, around));
    assert.ok(!fitsAround(text.slice(0, at), at, around));
  });

  it('need not be all of a long file', () => {
    const long = 'company A\n'.repeat(100);
    const part = { before: long.slice(300, 500), after: long.slice(500, 700) };
    assert.ok(fitsAround(long, 500, part));
    assert.ok(fitsAround(`${long}fund F\n`, 500, part));
    assert.ok(!fitsAround(long, 505, part));
  });
});

describe('the snippet of a new deal', () => {
  it('is indented as the editor does', () => {
    assert.equal(indentedWith('  ', 'a {\r\n\tb\tc\r\n\t\td\r\n}'), 'a {\r\n  b\tc\r\n    d\r\n}');
    assert.equal(indentedWith('\t', '\ta'), '\ta');
  });
});
