import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf, onDay } from '../../src/values/date';
import { formatDay, readDay } from '../../src/values/day';

function checkDay(text: string, expected: string): void {
  const day = readDay(text);
  assert.ok(day.ok, text);
  assert.equal(formatDay(day.value), expected);
}

describe('the day that a date leads up to', () => {
  it('is the last one of a month, quarter, season or year', () => {
    checkDay('2025-01-31', '2025-01-31');
    checkDay(' 2024-02 ', '2024-02-29');
    checkDay('2024-Q3', '2024-09-30');
    checkDay('2024-21', '2024-05-31');
    checkDay('2024', '2024-12-31');
    checkDay('2019..2024-06', '2024-06-30');
  });

  it('is none where the date goes on, or is no date', () => {
    for (const [text, message] of [
      ['2019..', /no last day/],
      ['2025-02-30', /28 days/],
      ['soon', /no date/],
      ['', /A date is expected/],
    ] as const) {
      const day = readDay(text);
      assert.ok(!day.ok, text);
      assert.match(day.message, message);
    }
  });

  it('is what its own text says', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(1000, 1, 1), max: dayOf(2999, 12, 31) }), (day) => {
        assert.deepEqual(readDay(formatDay(day)), { ok: true, value: day });
        assert.deepEqual([onDay(day).earliest, onDay(day).latest], [day, day]);
      }),
    );
  });
});
