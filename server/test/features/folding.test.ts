import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldingRangesOf } from '../../src/features/folding';
import { DealDocument } from '../../src/language/document';
import { anyText, propertyRuns } from '../language/random-text';

/** Checks the ranges that a text folds to, as `first-last kind` with lines from 0. */
function checkFolding(text: string, ...expected: string[]): void {
  for (const lines of [text, text.replaceAll('\n', '\r\n')]) {
    const ranges = foldingRangesOf(DealDocument.parse(lines)).map(
      ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
    );
    assert.deepEqual(ranges, expected);
  }
}

describe('folding', () => {
  it('folds blocks, and leaves their closing brace in sight', () => {
    checkFolding(
      'company A {\n  founded 2021\n}\n\ncompany B {\n}\nfund C { aka "D" }\ncompany D\n{\n  aka "E"\n}',
      '0-1',
      '8-9',
    );
  });

  it('folds a block that is not closed to its last property', () => {
    checkFolding('company A {\n  founded 2021\n\n// next\ncompany B', '0-1');
  });

  it('folds comments and texts of several lines', () => {
    checkFolding('/* one\ntwo */\ncompany A {\n  note """\n    x\n  """\n}', '0-1 comment', '2-5', '3-5');
    checkFolding('/* one line */\ncompany A { note """x""" }');
  });

  it('folds runs of comment lines, those with two and with three slashes apart', () => {
    checkFolding(
      '// a\n// b\n/// c\n/// d\n\n// e\ncompany A // f\n// g\n// h\n',
      '0-1 comment',
      '2-3 comment',
      '7-8 comment',
    );
  });

  it('folds regions, nested ones and over several declarations', () => {
    checkFolding(
      [
        '// #region Parties',
        'company A',
        '//#region Funds',
        'fund B',
        '// #endregion',
        'company C {',
        '  // #region inside',
        '  founded 2021',
        '  // #endregion',
        '}',
        '// #endregion Parties',
      ].join('\n'),
      '0-10 region',
      '2-4 region',
      '5-8',
      '6-8 region',
    );
  });

  it('takes a marker that has no partner, or stands behind something, for none', () => {
    checkFolding('// #endregion\ncompany A // #region\ncompany B\n// #endregion\n// #region\ncompany C');
    checkFolding('// #regional\ncompany A\n// #endregion');
  });

  it('stays inside any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = DealDocument.parse(text);
        for (const { startLine, endLine } of foldingRangesOf(document)) {
          assert.ok(startLine >= 0 && startLine < endLine && endLine < document.lineCount);
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});
