import assert from 'node:assert/strict';
import { checks } from '../../../src/checks/registry';
import { actionsAt } from '../../../src/features/actions/actions';
import type { CheckDescription } from '../../../src/project/check';
import { requestAt } from './check-action';

/** What mends the findings of a check in its bad example, where the cursor is on one of them. */
function fixesOf({ code, examples: { bad, config } }: CheckDescription): string[] {
  const start = { line: 0, character: 0 };
  const request = requestAt(
    { 'main.deal': bad },
    'main.deal',
    { start, end: start },
    {
      client: { snippetEdits: true },
      only: ['quickfix'],
      ...(config !== undefined && { config }),
    },
  );
  const { document, findings } = request;
  return document.items.flatMap((item, index) =>
    (findings?.of(item) ?? []).flatMap(({ span }) => {
      const at = document.placeIn(index, span.start);
      return actionsAt({ ...request, range: { start: at, end: at } })
        .filter(({ kind, disabled }) => kind === 'quickfix' && !disabled)
        .filter(({ diagnostics = [] }) => diagnostics.some((diagnostic) => diagnostic.code === code))
        .map(({ title }) => title);
    }),
  );
}

describe('every check', () => {
  for (const check of checks) {
    it(`has a quick fix or says why there is none: ${check.code}`, () => {
      const titles = fixesOf(check);
      if (check.noFix === undefined) {
        assert.ok(titles.length > 0, 'its bad example has a quick fix, or `noFix` says why there is none');
      } else {
        assert.deepEqual(titles, [], '`noFix` says that there is none');
        assert.match(check.noFix, /^\p{Ll}.*\.$/u, 'goes on after a colon');
      }
    });
  }
});
