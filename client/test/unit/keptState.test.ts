import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { keptState } from '../../src/picture/panel/keptState';
import { freshState } from '../../../server/src/picture/page/page-data';

const subject = { scope: { root: 'file:///deals', name: 'Hub' }, title: 'Around the hub' };
const fresh = freshState(subject);
const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) };

/** What a field could be mistaken for. */
const sample: object = {
  ...fresh,
  day: 20_000,
  since: 19_000,
  until: 20_000,
  hiddenKinds: ['capital'],
  places: { clusters: { 'party:A': { x: 1, y: -2 } } },
  cameras: { clusters: { x: 0, y: 0, zoom: 1.5 } },
};

/** The types of a value's parts, as deep as they go. */
function shapeOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return Array.isArray(value) ? `[${[...new Set(value.map(shapeOf))].join()}]` : 'parts';
}

describe('what is kept of a page', () => {
  it('comes back as it was', () => assert.deepEqual(keptState(structuredClone(sample)), sample));

  it('is completed where another version kept it', () => {
    assert.deepEqual(keptState(subject), fresh);
    assert.deepEqual(
      keptState({ ...subject, tab: 'map', most: 'all', places: { hub: { a: 3 } }, cameras: 7 }),
      fresh,
    );
    assert.equal(keptState({ ...subject, most: -1 })?.most, fresh.most);
    assert.deepEqual(keptState({ ...subject, cameras: { hub: { x: 0, y: 0, zoom: 0 } } })?.cameras, {});
  });

  it('is nothing where it is no state of a picture', () => {
    for (const kept of [
      null,
      undefined,
      7,
      'state',
      [],
      {},
      { ...subject, scope: null },
      { ...subject, scope: {} },
      { ...subject, scope: { root: 7 } },
      { ...subject, scope: { root: 'r', name: {} } },
      { ...subject, title: 7 },
    ])
      assert.equal(keptState(kept), null);
  });

  it('has a value of the right type in each field, whatever was kept', () => {
    const junk = fc.dictionary(fc.constantFrom(...Object.keys(fresh)), fc.anything({ maxDepth: 3 }));
    fc.assert(
      fc.property(junk, (parts) => {
        const state = keptState({ ...parts, ...subject });
        assert.ok(state);
        assert.deepEqual(Object.keys(state).sort(), Object.keys(fresh).sort());
        for (const [key, value] of Object.entries(state)) {
          const own: unknown = Reflect.get(fresh, key);
          const other: unknown = Reflect.get(sample, key);
          assert.ok([shapeOf(own), shapeOf(other), '[string]', '[]'].includes(shapeOf(value)), key);
          if (typeof value === 'number') assert.ok(Number.isFinite(value));
        }
      }),
      runs,
    );
  });

  it('is asked for by a window that comes back with nothing but a picture', () => {
    const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
    const [, viewType] =
      /viewType = '([^']+)'/.exec(readFileSync('client/src/picture/pictures.ts', 'utf8')) ?? [];
    assert.match(JSON.stringify(manifest), new RegExp(`"onWebviewPanel:${viewType}"`));
  });
});
