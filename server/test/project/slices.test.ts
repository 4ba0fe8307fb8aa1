import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Slices } from '../../src/project/slices';
import { propertyRuns } from '../language/random-text';

describe('slices', () => {
  it('begin no work between two turns of the others beyond their size, and end with all of it done', async () => {
    const works = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        works,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 6 }),
        async (all, size, hands) => {
          /** The work that was done since the others had their turn, piece by piece. */
          let slice: number[] = [];
          const slices = new Slices(async () => {
            await Promise.resolve();
            slice = [];
          }, size);
          const done: number[] = [];
          let next = 0;
          const worker = async () => {
            while (next < all.length) {
              const work = all[next++]!;
              await slices.do((room) => {
                const before = slice.reduce((sum, each) => sum + each, 0);
                assert.ok(before < size);
                assert.equal(room, size - before);
                slice.push(work);
                return work;
              });
              done.push(work);
            }
          };
          await Promise.all(Array.from({ length: hands }, worker));
          assert.deepEqual(
            done.toSorted((a, b) => a - b),
            all.toSorted((a, b) => a - b),
          );
        },
      ),
      { numRuns: propertyRuns },
    );
  });
});
