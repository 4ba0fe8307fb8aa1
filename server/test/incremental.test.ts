import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Findings } from '../src/project/findings';
import { diagnosticsOf } from '../src/features/diagnostics';
import { checks } from '../src/checks/registry';
import { DealDocument } from '../src/language/document';
import { isContextCheck } from '../src/project/check';
import type { Project } from '../src/project/project';
import { exchangeable, interwovenConfig, interwovenProject, lines } from './interwoven-project';
import { largeProject } from './large-project';
import { editOf, propertyRuns } from './language/random-text';
import { allFindings, fixtureDay, projectOf, sample, settingsIn, settle, uriOf } from './project-fixture';

const patience = 900_000;

/** Documents never change, so one reading of a sample serves all cases. */
const samples = Object.fromEntries(
  ['ai-race', 'every-kind'].map((name) => [
    name,
    Object.fromEntries(Object.entries(sample(name)).map(([file, text]) => [file, DealDocument.parse(text)])),
  ]),
);

/** How many items are looked at after a change, of which file; all of every file where it says none. */
const look = fc.option(fc.record({ file: fc.nat(), most: fc.nat({ max: 40 }) }), { nil: undefined });

/** A change of one file: a piece of its text replaced, or the whole file taken away or brought back. */
const step = fc.oneof(
  { weight: 9, arbitrary: fc.record({ file: fc.nat(), edit: editOf(4000), look }) },
  { weight: 1, arbitrary: fc.record({ file: fc.nat(), gone: fc.boolean(), look }) },
);

describe('incremental', () => {
  it('equals a fresh start after any edits of the samples, findings included', function () {
    this.timeout(patience);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(samples)),
        fc.array(step, { minLength: 1, maxLength: 4 }),
        (which, steps) => {
          const files = samples[which]!;
          const names = Object.keys(files);
          const texts: Record<string, string | DealDocument> = { ...files };
          const { project, findings } = projectOf(files);
          for (const one of steps) {
            const name = names[one.file % names.length]!;
            const uri = uriOf(name);
            if ('gone' in one) {
              if (one.gone) delete texts[name];
              else texts[name] = files[name]!;
              const delta = one.gone ? project.removeFile(uri) : project.setFile(uri, files[name]!);
              findings.invalidate(delta);
            } else {
              const document = project.document(uri) ?? DealDocument.parse('');
              const { text } = document;
              const start = Math.min(one.edit.start, text.length);
              const end = Math.min(one.edit.end, text.length);
              const { inserted } = one.edit;
              texts[name] = text.slice(0, start) + inserted + text.slice(end);
              findings.invalidate(project.setFile(uri, document.replace(start, end, inserted)));
            }
            if (one.look) findings.lookAhead(uriOf(names[one.look.file % names.length]!), one.look.most);
            else published(project, findings);
          }
          const fresh = projectOf(texts);
          assert.equal(published(project, findings), published(fresh.project, fresh.findings));
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('equals a fresh start after many edits of a project of 10,000 deals', function () {
    this.timeout(patience);
    const files = largeProject(10_000);
    const names = Object.keys(files);
    const { project, findings } = projectOf(files);
    published(project, findings);
    const edits = fc.array(fc.record({ file: fc.nat(), edit: editOf(100_000) }), {
      minLength: 100,
      maxLength: 100,
    });
    fc.assert(
      fc.property(edits, (steps) => {
        for (const { file, edit } of steps) {
          const uri = uriOf(names[file % names.length]!);
          const document = project.document(uri)!;
          const start = Math.min(edit.start, document.length);
          const end = Math.min(edit.end, start + 200, document.length);
          findings.invalidate(project.setFile(uri, document.replace(start, end, edit.inserted)));
          findings.inFile(uri);
        }
        const texts = Object.fromEntries(names.map((name) => [name, project.document(uriOf(name))!.text]));
        const fresh = projectOf(texts);
        assert.equal(published(project, findings), published(fresh.project, fresh.findings));
      }),
      // The edits of one case are made on top of those before it; a failure is not made smaller.
      { numRuns: 3, endOnFailure: true },
    );
  });
});

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
    this.timeout(4 * patience);
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
const editsBetweenLooks = 5;

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

/** Checks that the same is published; what differs is told line by line, of texts of a megabyte. */
function checkSame(incremental: string, fresh: string): void {
  if (incremental === fresh) return;
  const [own, other] = [incremental, fresh].map((text) => text.split('\n'));
  const missing = (from: string[], lines: string[]) => {
    const known = new Set(lines);
    return from.filter((line) => !known.has(line)).slice(0, 10);
  };
  assert.deepEqual({ only: missing(own!, other!) }, { only: missing(other!, own!) });
  assert.fail('the same lines in another order');
}

/** Everything that is published for a project. */
function published(project: Project, findings: Findings): string {
  settle(findings);
  const files = project.uris.map((uri) => [uri, diagnosticsOf(project, findings, uri).diagnostics]);
  return JSON.stringify(files, null, 1);
}
