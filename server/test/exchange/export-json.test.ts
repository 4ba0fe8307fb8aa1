import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { fileRecords, projectJson } from '../../src/exchange/export/json';
import { aroundEcosystem } from '../../src/exchange/export/selection';
import { readProjectRecord } from '../../src/exchange/import/json';
import type { ProjectRecord } from '../../src/exchange/project-record';
import { textOfRecords } from '../../src/exchange/text-of';
import { projectRecordSchema } from '../../../scripts/generate/project-record-schema';
import { dealText, propertyRuns, validText } from '../language/random-text';
import { projectOf, sample } from '../project-fixture';
import { ecosystemsIn, projects, selectionOf, textIn } from './export-fixture';

describe('a project as JSON', () => {
  let isValid: ValidateFunction;

  before(() => {
    isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(projectRecordSchema());
  });

  for (const [name, files] of Object.entries(projects)) {
    it(`comes back with the same facts: ${name}`, () => checkRoundTrip(files()));
  }

  it('comes back with the same facts: any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(dealText, validText), { maxLength: 3 }), (texts) =>
        checkRoundTrip(Object.fromEntries(texts.map((text, index) => [`folder/${index}.deal`, text]))),
      ),
      { numRuns: propertyRuns },
    );
  });

  it('holds what dealgraph.json says', () => {
    const config = '{\n  // Seen from here.\n  "asOf": "2025-01", "checks": { "no-source": "off" },\n}';
    const { files, dropped } = projectJson(selectionOf({ 'a.deal': 'company A' }), config);
    const record = readBack(textIn(files, 'dealgraph-project.json'));
    assert.deepEqual(record.settings, { asOf: '2025-01', checks: { 'no-source': 'off' } });
    assert.deepEqual(dropped, []);
    assert.deepEqual(projectJson(selectionOf({}), 'oops').dropped, ['dealgraph.json, which cannot be read']);
  });

  it('says what it leaves out', () => {
    const text = [
      '/// Kept.',
      'company A { // one',
      '  /* two */ founded 2020',
      '}',
      'no declaration',
      '// three',
      'company B { founded = 2020 }',
    ].join('\n');
    const { dropped } = projectJson(selectionOf({ 'a.deal': text }), undefined);
    assert.deepEqual(dropped, ['3 comments', '2 lines that cannot be read']);
  });

  it('knows every party, source and resource that an ecosystem of it names', () => {
    for (const files of Object.values(projects)) {
      const whole = selectionOf(files());
      for (const selection of ecosystemsIn(whole)) {
        const names = new Set(selection.declarations.map(({ name }) => name));
        for (const { mentions } of selection.declarations) {
          for (const { name, target } of mentions) {
            const isOther =
              target === 'deal' || target === 'claim' || target === 'any' || target === 'valued';
            const kind = whole.project.find(name)?.kind;
            if (kind && kind !== 'venture' && !isOther) assert.ok(names.has(name), name);
          }
        }
      }
    }
  });

  it('holds an ecosystem with what is said of it, and cites', () => {
    const { project } = projectOf(sample('every-kind'));
    const selection = aroundEcosystem(project, 'LumenEcosystem');
    assert.ok(selection);
    const names = new Set(
      fileRecords(selection).flatMap(({ declarations }) => declarations.map((each) => each.name)),
    );
    for (const name of [
      'LumenSeriesB',
      'NorthStar',
      'Ekeberg',
      'lumen-release',
      'Lumen2022',
      'chips',
      'EURNOK',
    ]) {
      assert.equal(names.has(name), name !== 'chips', name);
    }
    assert.ok(!names.has('NorwayHalden'));
    const { dropped } = projectJson(selection, undefined);
    assert.ok(
      dropped.some((text) => /^\d+ declarations outside of the ecosystem$/.test(text)),
      dropped.join(),
    );
    assert.equal(aroundEcosystem(project, 'Lumen'), undefined);
  });

  describe('its schema', () => {
    it('is the one that lies among the schemas', () => {
      const file = readFileSync(join(process.cwd(), 'schemas', 'project-record.schema.json'), 'utf8');
      assert.deepEqual(JSON.parse(file), JSON.parse(JSON.stringify(projectRecordSchema())));
    });

    it('takes what is read back, and nothing that is not', () => {
      const json = textIn(
        projectJson(selectionOf(sample('every-kind')), '{}').files,
        'dealgraph-project.json',
      );
      let refused = 0;
      fc.assert(
        fc.property(
          fc.nat(),
          fc.constantFrom(null, true, 1, '', 'x', '../a.deal', [], {}),
          fc.boolean(),
          (at, other, isKey) => {
            const changed = isKey ? withKey(JSON.parse(json), at) : withOther(JSON.parse(json), at, other);
            const reading = readProjectRecord(JSON.stringify(changed));
            if (!isValid(changed)) {
              refused++;
              assert.ok(!reading.ok, JSON.stringify(isValid.errors));
              for (const { path } of reading.problems) assert.match(path, /^\$/);
            } else if (!reading.ok) {
              // What only the language knows.
              for (const { message } of reading.problems)
                assert.match(message, /deal file would not say|same path/);
            }
          },
        ),
        { numRuns: Math.min(propertyRuns, 500) },
      );
      assert.ok(refused > 0);
    });
  });

  it('says where it cannot be read back', () => {
    checkProblem('{', '$', /no JSON/);
    checkProblem('{ "dealgraph": 2, "files": [] }', '$.dealgraph', /version/);
    checkProblem('{ "files": [] }', '$', /lacks “dealgraph”/);
    checkProblem(withDeclaration({ kind: 'deal', name: 'A', properties: [] }), `${first}.kind`, /no kind/);
    checkProblem(withDeclaration({ kind: 'fund', name: 'A', properties: [], tags: 1 }), first, /no “tags”/);
    for (const path of [
      '../a.deal',
      '/a.deal',
      'C:/a.deal',
      'a/../../b.deal',
      'a\\b.deal',
      'a.txt',
      './a.deal',
    ]) {
      checkProblem(
        JSON.stringify({ dealgraph: 1, files: [{ path, declarations: [] }] }),
        '$.files[0].path',
        /within the project/,
      );
    }
  });

  it('lets no value say more than a value', () => {
    for (const text of ['1 }\ncompany Evil {', '2020 // x', '2020, 2021', '2020 per s', '"a', '']) {
      const founded = { name: 'founded', values: [{ text }] };
      const problems = problemsIn(withDeclaration({ kind: 'company', name: 'A', properties: [founded] }));
      assert.match(problems[0]?.path ?? '', /^\$\.files\[0\]\.declarations\[0\]/, text);
    }
  });
});

const first = '$.files[0].declarations[0]';

function withDeclaration(declaration: object): string {
  return JSON.stringify({ dealgraph: 1, files: [{ path: 'a.deal', declarations: [declaration] }] });
}

function problemsIn(json: string) {
  const reading = readProjectRecord(json);
  return reading.ok ? [] : reading.problems;
}

function checkProblem(json: string, path: string, message: RegExp): void {
  const [problem] = problemsIn(json);
  assert.equal(problem?.path, path, json);
  assert.match(problem.message, message);
}

function readBack(json: string): ProjectRecord {
  const reading = readProjectRecord(json);
  if (!reading.ok) assert.fail(JSON.stringify(reading.problems));
  return reading.record;
}

function checkRoundTrip(texts: Readonly<Record<string, string>>): void {
  const selection = selectionOf(texts);
  const { files } = projectJson(selection, undefined);
  const record = readBack(textIn(files, 'dealgraph-project.json'));
  const isValid = new Ajv({ allowUnionTypes: true, validateSchema: false, logger: false });
  assert.ok(isValid.validate(projectRecordSchema(), record), JSON.stringify(isValid.errors));
  assert.deepEqual(record.files, fileRecords(selection));
  const again = selectionOf(
    Object.fromEntries(record.files.map(({ path, declarations }) => [path, textOfRecords(declarations)])),
  );
  assert.deepEqual(fileRecords(again), record.files);
}

/** Every place in plain data, as the object or list that it is in and its key. */
function placesIn(value: unknown, found: [object, string][] = []): [object, string][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, child] of Object.entries(value)) {
    // What values mean is not read.
    if (key === 'means' || key === 'settings') continue;
    found.push([value, key]);
    placesIn(child, found);
  }
  return found;
}

function withOther(value: unknown, at: number, other: unknown): unknown {
  const places = placesIn(value);
  const [holder, key] = places[at % places.length]!;
  Object.assign(holder, { [key]: other });
  return value;
}

function withKey(value: unknown, at: number): unknown {
  const holders = placesIn(value).filter(([holder]) => !Array.isArray(holder));
  const [holder] = holders[at % holders.length]!;
  Object.assign(holder, { unknownKey: 1 });
  return value;
}
