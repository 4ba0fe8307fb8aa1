import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { projects } from '../exchange/export-fixture';
import { ran } from './command-fixture';

/** As its publisher's own matchers for tests have it. */
const schemaFile = join(
  'node_modules',
  '@microsoft',
  'jest-sarif',
  'lib',
  'schemas',
  'sarif-2.1.0-rtm.5.json',
);

describe('dealgraph check --format sarif', () => {
  let isValid: ValidateFunction;

  before(() => {
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
    addFormats(ajv);
    isValid = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
  });

  function checkValid(log: unknown): void {
    assert.ok(isValid(log), JSON.stringify(isValid.errors, undefined, 1));
  }

  for (const [name, files] of Object.entries({
    ...projects,
    'a wrong dealgraph.json': () => ({
      'dealgraph.json': '{ "asOf": 1, "checks": 2 }',
      'a.deal': 'company A',
    }),
    nothing: () => ({ 'a.deal': 'company A' }),
    'hostile names': () => ({ 'a #%\u00e9.deal': 'company "A\u202e]({{0}}" \ncompany "A\u202e]({{0}}"\n' }),
  })) {
    it(`is valid by the published schema: ${name}`, async () => {
      checkValid(JSON.parse((await ran(['check', '--format', 'sarif'], files())).out));
    });
  }

  it('would not be valid without a message', async () => {
    const text = (await ran(['check', '--format', 'sarif'], { 'a.deal': 'company A\ncompany A\n' })).out;
    const log = JSON.parse(text);
    checkValid(log);
    delete log.runs[0].results[0].message;
    assert.equal(isValid(log), false);
  });

  it('leads to the very file, and makes no link or place of what a name says', async () => {
    const name = '[x](http://y.example) {0}';
    const files = { 'h#a?b %.deal': `company "${name}"\ncompany "${name}"\n` };
    const [run] = JSON.parse((await ran(['check', '--format', 'sarif'], files)).out).runs;
    const [{ message, locations }] = run.results;
    assert.equal(locations[0].physicalLocation.artifactLocation.uri, 'h%23a%3Fb%20%25.deal');
    assert.match(message.text, /\\\[x\\\]\(http:\/\/y\.example\) \{\{0\}\}/);
  });

  it('tells problems with rules, places and what belongs to them', async () => {
    const files = { 'deals/a b.deal': 'company A\ncompany A\ninvestment D: A -> N { amount $1M }\n' };
    const log = JSON.parse((await ran(['check', '--format', 'sarif'], files)).out);
    assert.equal(log.version, '2.1.0');
    const [{ tool, results }] = log.runs;
    const rules = new Set(tool.driver.rules.map(({ id }: { id: string }) => id));
    assert.ok(results.length > 1);
    for (const { ruleId, locations } of results) {
      const { uri, uriBaseId } = locations[0].physicalLocation.artifactLocation;
      assert.ok(rules.has(ruleId), ruleId);
      assert.deepEqual(
        { uri, uriBaseId },
        {
          uri: 'deals/a%20b.deal',
          uriBaseId: '%SRCROOT%',
        },
      );
    }
  });
});
