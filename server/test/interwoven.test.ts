import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../src/checks/registry';
import { isContextCheck } from '../src/project/check';
import { exchangeable, interwovenConfig, interwovenProject, lines } from './interwoven-project';
import { editOf, propertyRuns } from './language/random-text';
import { allFindings, fixtureDay, projectOf, settingsIn, uriOf } from './project-fixture';
import { checkSame, published } from './published';

/** Thousands of edits, after each few of which all is looked at anew. */
const patience = 3_600_000;

describe('a project whose declarations look at each other', () => {
  const files = interwovenProject();
  const names = Object.keys(files);
  const settings = settingsIn(interwovenConfig);

  it('gives every check that looks at several declarations something to find', () => {
    const { project, findings } = projectOf(files, fixtureDay, settings);
    const found = new Set(allFindings(project, findings).map(({ code }) => code));
    assert.deepEqual(
      checks.filter((check) => isContextCheck(check) && !found.has(check.code)).map(({ code }) => code),
      [],
    );
  });

  it('equals a fresh start after any edits', function () {
    this.timeout(patience);
    fc.assert(
      fc.property(fc.array(change, { minLength: editsInCase, maxLength: editsInCase }), (changes) => {
        const { project, findings } = projectOf(files, fixtureDay, settings);
        published(project, findings);
        for (const [index, { file, look, ...edit }] of changes.entries()) {
          const uri = uriOf(names[file % names.length]!);
          const document = project.document(uri)!;
          const { start, end, inserted } = replacementOf(document.text, edit);
          findings.invalidate(project.setFile(uri, document.replace(start, end, inserted)));
          if (look !== undefined) findings.settle(look);
          if ((index + 1) % editsBetweenLooks > 0) continue;
          const texts = Object.fromEntries(names.map((name) => [name, project.document(uriOf(name))!.text]));
          const fresh = projectOf(texts, fixtureDay, settings);
          checkSame(published(project, findings), published(fresh.project, fresh.findings));
        }
      }),
      // To make a failure smaller would take hours.
      { numRuns: Math.ceil(propertyRuns / 2 / editsInCase), endOnFailure: true, includeErrorInReport: true },
    );
  });
});

/** With half as many edits as other properties have cases, each case takes so many of them. */
const editsInCase = 50;
/** After so many edits all is compared; meanwhile some of what is due may have been looked at. */
const editsBetweenLooks = 10;

/** An edit of a file, most of them such as people make. */
const change = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  what: fc.oneof(
    { weight: 12, arbitrary: fc.constant('exchange' as const) },
    { weight: 3, arbitrary: fc.constant('insert line' as const) },
    { weight: 3, arbitrary: fc.constant('delete line' as const) },
    { weight: 1, arbitrary: fc.constant('move declaration' as const) },
    { weight: 1, arbitrary: fc.constant('anything' as const) },
  ),
  pick: fc.nat(),
  edit: editOf(20_000),
  look: fc.option(fc.nat({ max: 60 }), { nil: undefined }),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** What can be exchanged, by the words that it holds. */
const pools = new Map<string, readonly string[]>(
  Object.values(exchangeable).flatMap((pool: readonly string[]) => pool.map((word) => [word, pool] as const)),
);

/** What a change does to a text. */
function replacementOf(
  text: string,
  { at, what, pick, edit }: Omit<Change, 'file' | 'look'>,
): { start: number; end: number; inserted: string } {
  const from = at % Math.max(1, text.length);
  const lineStart = text.lastIndexOf('\n', from) + 1;
  const lineEnd = text.indexOf('\n', from) < 0 ? text.length : text.indexOf('\n', from) + 1;
  switch (what) {
    case 'exchange': {
      for (const word of text.slice(lineStart).matchAll(/[^\s,{}:"]+/g)) {
        const pool = pools.get(word[0]);
        // Where the line is dense, not always its first word.
        if (!pool || (word.index < 200 && (word.index + pick) % 2 === 0)) continue;
        const start = lineStart + word.index;
        return { start, end: start + word[0].length, inserted: pool[pick % pool.length]! };
      }
      return { start: from, end: from, inserted: '' };
    }
    case 'insert line':
      return { start: lineStart, end: lineStart, inserted: `  ${lines[pick % lines.length]}\n` };
    case 'delete line':
      return { start: lineStart, end: lineEnd, inserted: '' };
    case 'move declaration': {
      const start = text.lastIndexOf('\n\n', from) + 1;
      const end = text.indexOf('\n\n', from) < 0 ? text.length : text.indexOf('\n\n', from) + 1;
      // Cut out, or there a second time.
      return pick % 2 === 0
        ? { start, end, inserted: '' }
        : { start, end: start, inserted: text.slice(start, end) };
    }
    case 'anything':
      return {
        start: Math.min(edit.start, text.length),
        end: Math.min(edit.end, edit.start + 60, text.length),
        inserted: edit.inserted,
      };
  }
}
