import assert from 'node:assert/strict';
import { allFindings, projectOf } from '../project-fixture';

/** What all checks say about some files: `code: start of the message`, unused names without the rest. */
function said(files: Readonly<Record<string, string>>): string[] {
  const { project, findings } = projectOf(files);
  return allFindings(project, findings).map(({ code, message }) => `${code}: ${message}`);
}

/** Checks that a text with one mistake gives one message, beside names that its parties need. */
function checkOnce(text: string, expected: RegExp): void {
  const found = said({
    'main.deal': text,
    'world.deal': 'company Lumen\ncompany Orbit\nevent X: Lumen, Orbit',
  });
  assert.deepEqual(
    found.filter((message) => !message.includes('“event”')),
    found.filter((message) => expected.test(message)),
    text,
  );
  assert.equal(found.filter((message) => expected.test(message)).length, 1, found.join('\n'));
}

describe('one mistake', () => {
  it('in a header or block brings no second message', () => {
    checkOnce(
      'investment I: Lumen -> Orbit {\n  amount $1B }\n  paid $1B\n  per <https://a.example>\n}',
      /closes the block/,
    );
    checkOnce('valuation V: Lumen value $1B per <https://a.example> }', /to open the block/);
    checkOnce('valuation V: Lumen value $1B', /Expected “->”/);
    checkOnce(
      'round R "Series A: Lumen -> Orbit {\n  amount $1B per <https://a.example>\n}',
      /This text is not closed/,
    );
    checkOnce('round R “Series A”: Lumen -> Orbit {\n  amount $1B\n}', /straight quotes/);
    checkOnce('ecosystem E { hub: Lumen }', /Expected a value for “hub”/);
    checkOnce('holding H: Lumen -> Orbit { stake }', /Expected a value for “stake”/);
    checkOnce('claim C: Lumen dispute Orbit { per <https://a.example> }', /no verb/);
  });

  it('in a name', () => {
    checkOnce('company "" { parent Lumen }', /syntax: This name is blank/);
    checkOnce('company Unit { parent " " }', /unknown-name: This name is blank/);
  });
});

describe('names in what cannot be read', () => {
  const world = 'company Lumen\nsource ft "Headline" { published 2025 }\n';

  it('count as used', () => {
    for (const broken of [
      'invesment I: Lumen -> undisclosed { amount $1B per ft }',
      'investment : Lumen -> undisclosed { amount $1B per ft }',
      'round R: undisclosed undisclosed -> Lumen { amount $1B per ft }',
      'amount $1B from "Lumen" per ft',
    ]) {
      const found = said({ 'a.deal': world, 'b.deal': broken });
      assert.deepEqual(
        found.filter((message) => message.startsWith('unused')),
        [],
        broken,
      );
    }
    assert.equal(
      said({ 'a.deal': world, 'b.deal': 'compny Other' }).filter((m) => m.startsWith('unused')).length,
      2,
    );
  });

  it('are followed as they come and go', () => {
    const { project, findings } = projectOf({ 'a.deal': 'company Lumen\n', 'b.deal': '' });
    const unused = () => allFindings(project, findings).some(({ code }) => code === 'unused');
    assert.ok(unused());
    const document = project.document('file:///project/b.deal');
    assert.ok(document);
    const broken = document.replace(0, 0, 'xyzzy A: Lumen');
    findings.invalidate(project.setFile('file:///project/b.deal', broken));
    assert.ok(!unused());
    findings.invalidate(project.removeFile('file:///project/b.deal'));
    assert.ok(unused());
  });
});

describe('messages', () => {
  it('cut names that are too long', () => {
    const long = 'x'.repeat(100_000);
    const files = {
      'a.deal': [
        `company ${long}`,
        `company ${long} { parent ${long}y; ${long} 1 }`,
        `investment ${long}2: ${long} -> "${long}3" { amount $1B per ${long} }`,
        `fx ${long}4: ${long} -> EUR`,
        `claim ${long}5: ${long} ${long} ${long}`,
        `${long} ${long} {`,
        `valuation ${long}6 { value $1B }`,
        `company ${long}7 {`,
      ].join('\n'),
    };
    for (const message of said(files)) assert.ok(message.length < 500, message.slice(0, 500));
  });
});
