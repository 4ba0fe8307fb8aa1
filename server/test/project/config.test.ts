import assert from 'node:assert/strict';
import { readConfig } from '../../src/project/config';

const codes = ['no-source', 'unused'];

/** Checks which of some paths a `dealgraph.json` takes in. */
function checkIncluded(text: string, included: readonly string[], excluded: readonly string[]): void {
  const { config, problems } = readConfig(text, codes);
  assert.deepEqual(problems, []);
  for (const path of included) assert.equal(config.includes(path), true, path);
  for (const path of excluded) assert.equal(config.includes(path), false, path);
}

/** Checks what is said of a `dealgraph.json`, each message with the text it stands at. */
function checkProblems(text: string, ...expected: [string, RegExp][]): void {
  const { config, problems } = readConfig(text, codes);
  assert.equal(problems.length, expected.length, JSON.stringify(problems));
  problems.forEach(({ start, end, message }, index) => {
    assert.equal(text.slice(start, end), expected[index]?.[0]);
    assert.match(message, expected[index]?.[1] ?? /^$/);
  });
  assert.equal(typeof config.includes('a.deal'), 'boolean');
}

describe('dealgraph.json', () => {
  it('takes in everything where it says nothing else, comments and trailing commas allowed', () => {
    checkIncluded('{}', ['a.deal', 'b/c.deal', '.hidden/a.deal'], []);
    checkIncluded('{ /* none */ "exclude": [], // later\n}', ['a.deal'], []);
  });

  it('takes in and leaves out by globs', () => {
    checkIncluded(
      '{ "exclude": ["drafts/**"] }',
      ['a.deal', 'x/drafts.deal'],
      ['drafts/a.deal', 'drafts/b/c.deal'],
    );
    checkIncluded('{ "include": ["deals/**/*.deal"] }', ['deals/a.deal', 'deals/b/c.deal'], ['a.deal']);
    checkIncluded(
      '{ "include": ["**/*.deal"], "exclude": ["**/old/**", "[ab].deal"] }',
      ['c.deal', 'x/y/z.deal'],
      ['a.deal', 'x/old/y.deal'],
    );
  });

  it('says what it cannot read, where that stands, and keeps the rest', () => {
    checkProblems('[]', ['[]', /one object/]);
    checkProblems('"x"', ['"x"', /one object/]);
    checkProblems('{ "exclude": "drafts" }', ['"drafts"', /list of globs/]);
    checkProblems('{ "include": [1, "a.deal"] }', ['[1, "a.deal"]', /list of globs/]);
    checkProblems('{ "include": [""] }', ['[""]', /list of globs/]);
    checkProblems('{ "exclude": null, "include": {} }', ['{}', /list of globs/], ['null', /list of globs/]);
    const { config, problems } = readConfig('{ "exclude": ["drafts/**"], "include": 5 }', codes);
    assert.equal(problems.length, 1);
    assert.equal(config.includes('drafts/a.deal'), false);
    assert.equal(config.includes('a.deal'), true);
  });

  it('sets how severe checks are', () => {
    const { config, problems } = readConfig('{ "checks": { "no-source": "off", "unused": "error" } }', codes);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [...config.severities],
      [
        ['no-source', 'off'],
        ['unused', 'error'],
      ],
    );
    checkProblems('{ "checks": [] }', ['[]', /severity by check/]);
    checkProblems(
      '{ "checks": { "no-sorce": "off", "unused": "fatal", "no-source": null } }',
      ['"no-sorce"', /Did you mean “no-source”/],
      ['"fatal"', /one of "error", "warning"/],
      ['null', /one of/],
    );
  });

  it('never fails, whatever it holds', () => {
    for (const text of [
      '',
      '{',
      '{"exclude": [',
      'null',
      '{"exclude": ["***[[["]}',
      '{"include": ["!(("]}',
      `{"exclude": ["${'*'.repeat(70_000)}"]}`,
    ]) {
      const { config } = readConfig(text, codes);
      assert.equal(typeof config.includes('a/b.deal'), 'boolean');
    }
  });
});
