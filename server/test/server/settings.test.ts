import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../../src/protocol';
import { problemsOfSettings, readSettings } from '../../src/server/settings';

describe('settings', () => {
  it('are taken as far as they are told and of the right type', () => {
    assert.deepEqual(readSettings({ inlayHints: { age: false } }), {
      ...defaultSettings,
      inlayHints: { ...defaultSettings.inlayHints, age: false },
    });
    for (const told of [undefined, null, 7, 'x', [], { inlayHints: 3, codeLens: { sums: 'no', other: 1 } }])
      assert.deepEqual(readSettings(told), defaultSettings);
  });

  it('are told of where they are unknown or of another type, with what can stand there', () => {
    const there = 'inlayHints { sums, baseCurrency, age, stepUp }, codeLens { references, sums, ecosystems }';
    assert.deepEqual(
      problemsOfSettings({
        inlayHints: { age: 'no', ages: false },
        codeLens: 3,
        lens: { x: 1 },
        constructor: true,
      }),
      [
        'The setting “dealgraph.inlayHints.age” cannot be "no". It takes: true, false. The default stays.',
        'There is no setting “dealgraph.inlayHints.ages” (false). There are: sums, baseCurrency, age, stepUp.',
        'The setting “dealgraph.codeLens” cannot be 3. It takes: references, sums, ecosystems. The default stays.',
        `There is no setting “dealgraph.lens” ({"x":1}). There are: ${there}.`,
        `There is no setting “dealgraph.constructor” (true). There are: ${there}.`,
      ],
    );
    assert.deepEqual(problemsOfSettings(7), [
      `The setting “dealgraph” cannot be 7. It takes: ${there}. The default stays.`,
    ]);
    // Lua writes an empty table as a list, and some clients what is not set as null.
    for (const told of [
      undefined,
      null,
      {},
      [],
      { inlayHints: [] },
      { codeLens: { sums: null } },
      defaultSettings,
    ])
      assert.deepEqual(problemsOfSettings(told), []);
  });

  it('are those that VS Code offers, with the same defaults', () => {
    const manifest = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8'));
    const offered = Object.entries<{ default: unknown }>(
      manifest.contributes.configuration.properties,
    ).flatMap(([key, { default: value }]) => {
      const [, section, name] = key.split('.');
      return section && section in defaultSettings ? [[`${section}.${name}`, value]] : [];
    });
    const known = Object.entries(defaultSettings).flatMap(([section, own]) =>
      Object.entries(own).map(([name, value]) => [`${section}.${name}`, value]),
    );
    assert.deepEqual(Object.fromEntries(offered), Object.fromEntries(known));
  });

  it('are those that the documentation lists for other editors', () => {
    const page = readFileSync(join(process.cwd(), 'docs', 'editors.md'), 'utf8');
    const listed = [...page.matchAll(/^\| `(\w+)\.(\w+)` /gm)].map(
      ([, section, name]) => `${section}.${name}`,
    );
    const known = Object.entries(defaultSettings).flatMap(([section, own]) =>
      Object.keys(own).map((name) => `${section}.${name}`),
    );
    assert.deepEqual(listed, known);
  });
});
