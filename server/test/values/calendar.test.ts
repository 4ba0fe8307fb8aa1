import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { alignment, dayOf, daysInMonth, firstOfMonth, fromDay } from '../../src/values/calendar';
import { PROPERTY_RUNS, PATIENCE } from './arbitrary';

describe('calendar', () => {
  it('counts days from 1970', () => {
    assert.equal(dayOf(1970, 1, 1), 0);
    assert.equal(dayOf(1969, 12, 31), -1);
    assert.equal(dayOf(2000, 3, 1), 11_017);
    assert.deepEqual(fromDay(0), { year: 1970, month: 1, day: 1 });
  });

  it('agrees with the calendar of the platform on every day of the years that can be written', () => {
    const first = dayOf(1000, 1, 1);
    const last = dayOf(2999, 12, 31);
    assert.equal(first, Date.UTC(1000, 0, 1) / 86_400_000);
    const day = new Date(Date.UTC(1000, 0, 1));
    for (let number = first; number <= last; number++) {
      const { year, month, day: dayOfMonth } = fromDay(number);
      assert.equal(dayOf(year, month, dayOfMonth), number);
      if (
        year !== day.getUTCFullYear() ||
        month !== day.getUTCMonth() + 1 ||
        dayOfMonth !== day.getUTCDate()
      ) {
        assert.fail(`${number}: ${year}-${month}-${dayOfMonth} instead of ${day.toISOString()}`);
      }
      day.setUTCDate(day.getUTCDate() + 1);
    }
  }).timeout(PATIENCE);

  it('knows the lengths of months', () => {
    assert.deepEqual(
      [
        [2024, 2],
        [2025, 2],
        [1900, 2],
        [2000, 2],
        [2025, 4],
        [2025, 12],
      ].map(([year = 0, month = 0]) => daysInMonth(year, month)),
      [29, 28, 28, 29, 30, 31],
    );
  });

  it('steps by months to both sides', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2999 }),
        fc.nat(11),
        fc.nat(27),
        fc.integer({ min: -1500, max: 1500 }),
        (year, month, day, months) => {
          const stepped = new Date(Date.UTC(year, month + months, 1));
          assert.equal(firstOfMonth(dayOf(year, month + 1, day + 1), months), stepped.getTime() / 86_400_000);
        },
      ),
      { numRuns: PROPERTY_RUNS },
    );
  }).timeout(PATIENCE);

  it('finds the coarsest unit that a span is made of', () => {
    assert.equal(alignment(dayOf(2019, 1, 1), dayOf(2024, 12, 31)), 'year');
    assert.equal(alignment(dayOf(2019, 1, 1), dayOf(2024, 11, 30)), 'month');
    assert.equal(alignment(dayOf(2019, 1, 2), dayOf(2024, 12, 31)), 'day');
    assert.equal(alignment(-Infinity, dayOf(2024, 2, 29)), 'month');
    assert.equal(alignment(dayOf(2019, 1, 1), Infinity), 'year');
  });
});
