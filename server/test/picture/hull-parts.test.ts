import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cornersOf, distanceOutside, hullMargin, partsOf } from '../../src/picture/drawing/graph/hull-parts';
import { propertyRuns } from '../language/random-text';

const circle = fc.record({
  x: fc.integer({ min: 0, max: 900 }),
  y: fc.integer({ min: 0, max: 700 }),
  radius: fc.integer({ min: 5, max: 34 }),
});

describe('the parts of a hull', () => {
  it('are one where nobody else is among them', () => {
    const members = [0, 100, 200].map((x) => ({ x, y: x % 200, radius: 10 }));
    assert.deepEqual(partsOf(members, [{ x: 100, y: 400, radius: 10 }]), { parts: [[0, 1, 2]], bridges: [] });
  });

  it('hold every member once, are connected, and reach over nobody', () => {
    fc.assert(
      fc.property(
        fc.array(circle, { minLength: 1, maxLength: 14 }),
        fc.array(circle, { maxLength: 14 }),
        (members, others) => {
          const { parts, bridges } = partsOf(members, others);
          assert.deepEqual(
            parts.flat().sort((a, b) => a - b),
            members.map((_, index) => index),
          );
          assert.equal(bridges.length, parts.length - 1);
          const reached = new Set(parts[0]);
          for (let turn = 0; turn < parts.length; turn++) {
            for (const part of parts) {
              const isReached = bridges.some(
                ([a, b]) => (reached.has(a) && part.includes(b)) || (reached.has(b) && part.includes(a)),
              );
              if (isReached) for (const index of part) reached.add(index);
            }
          }
          assert.equal(reached.size, members.length);
          for (const part of parts.filter(({ length }) => length > 1)) {
            const corners = cornersOf(part.map((index) => members[index]!));
            for (const other of others)
              assert.ok(distanceOutside(other, corners) >= hullMargin + other.radius);
          }
        },
      ),
      { numRuns: Math.ceil(propertyRuns / 5) },
    );
  });
});
