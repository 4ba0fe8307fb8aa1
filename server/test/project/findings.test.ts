import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../src/checks/registry';
import { DealDocument } from '../../src/language/document';
import type { Item } from '../../src/language/item';
import { interpret } from '../../src/model/interpret';
import type { Finding } from '../../src/project/check';
import type { Project } from '../../src/project/project';
import { anyText, editOf, propertyRuns, validText } from '../language/random-text';
import { allFindings, projectOf, sample, uriOf } from '../project-fixture';

/** Pieces of the samples, where one figure, name or sign is another one. */
const changedSample = fc
  .constantFrom(...Object.values({ ...sample('ai-race'), ...sample('every-kind') }))
  .chain((text) => fc.tuple(fc.constant(text), fc.array(editOf(text.length), { minLength: 1, maxLength: 3 })))
  .map(([text, edits]) =>
    edits.reduce(
      (before, { start, end, inserted }) => before.slice(0, start) + inserted + before.slice(end),
      text,
    ),
  );

describe('the findings of a project', () => {
  it('are made anew for a declaration that comes back to another project than it left', () => {
    const claim = DealDocument.parse('claim Doubt: Musk disputes Hub.amount\n');
    const { project, findings } = projectOf({
      'musk.deal': 'company Musk\n',
      'hub.deal': 'investment Hub: Musk -> Musk\n',
      'claim.deal': claim,
    });
    const unknownNames = () => allFindings(project, findings).filter(({ code }) => code === 'unknown-name');
    assert.deepEqual(unknownNames(), []);
    // Edited meanwhile: its name stays declared, so nothing else tells that it was away.
    const edited = DealDocument.parse('claim Doubt: Musk disputes Musk\n');
    findings.invalidate(project.setFile(uriOf('claim.deal'), edited));
    findings.invalidate(project.removeFile(uriOf('hub.deal')));
    findings.invalidate(project.setFile(uriOf('claim.deal'), claim));
    assert.deepEqual(
      unknownNames().map(({ misnamed }) => misnamed?.name),
      ['Hub'],
    );
  });

  it('are those of every check on every item, whatever was seen before', () => {
    const { project, findings } = projectOf({ 'a.deal': '' });
    const uri = uriOf('a.deal');
    fc.assert(
      fc.property(fc.oneof(anyText, validText, changedSample), (text) => {
        findings.invalidate(project.setFile(uri, DealDocument.parse(text)));
        for (const item of project.document(uri)?.items ?? []) {
          assert.deepEqual(
            findings.of(item).map(contentOf).sort(),
            everyFindingOf(project, item).map(contentOf).sort(),
          );
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});

/** What all checks say of an item, each run on it, without anything that is known of others. */
function everyFindingOf(project: Project, item: Item): Finding[] {
  const declaration = interpret(item);
  const found = checks.flatMap((check): Finding[] => {
    const { code, severity } = check;
    const told = (findings: readonly Omit<Finding, 'code' | 'severity'>[]) =>
      findings.map((finding) => ({ code, severity, ...finding }));
    if (check.scope === 'item') return told(check.run({ item, declaration }));
    if (!declaration) return [];
    if (check.scope === 'names') return told(check.run(declaration, project));
    return told(
      declaration.mentions.flatMap(
        (mention) => check.run(mention, project.declarationsOf(mention.name)) ?? [],
      ),
    );
  });
  return found;
}

/** A finding without the objects that it points to, which may be read anew. */
function contentOf({ code, span: { start, end }, message }: Finding): string {
  return `${start} ${end} ${code} ${message}`;
}
