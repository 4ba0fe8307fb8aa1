import assert from 'node:assert/strict';
import { fileTemplate } from '../../src/features/file-template';
import { dayOf } from '../../src/values/date';
import { allFindings, projectOf } from '../project-fixture';

/** A snippet as it is inserted, with its places to fill in left as they are. */
function inserted(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\(.)/g, '$1')
    .replaceAll('\t', '  ');
}

describe('the first file of somebody who starts', () => {
  it('has nothing in it that a check has to say anything about', () => {
    for (const today of [dayOf(2025, 1, 1), dayOf(2026, 11, 26), dayOf(2028, 2, 29)]) {
      const text = inserted(fileTemplate(today));
      assert.match(text, /^investment FirstDeal: Investor -> Startup \{\n {2}amount \$10M {3}per article$/m);
      const { project, findings } = projectOf({ 'first.deal': text }, today);
      assert.deepEqual(
        allFindings(project, findings).map(({ message }) => message),
        [],
        text,
      );
    }
  });
});
