import fc from 'fast-check';
import { DealDocument } from '../src/language/document';
import { largeProject } from './large-project';
import { editOf, propertyRuns } from './language/random-text';
import { projectOf, sample, uriOf } from './project-fixture';
import { checkSame, published } from './published';

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
          checkSame(published(project, findings), published(fresh.project, fresh.findings));
        },
      ),
      // Each case reads two whole projects and makes several edits.
      { numRuns: Math.ceil(propertyRuns / 5) },
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
        checkSame(published(project, findings), published(fresh.project, fresh.findings));
      }),
      // The edits of one case are made on top of those before it; a failure is not made smaller.
      { numRuns: 3, endOnFailure: true },
    );
  });
});
