import assert from 'node:assert/strict';
import { nearestChange, statusDates } from '../../src/features/as-of/status-dates';
import { dayOf } from '../../src/values/date';
import { formatDay, readDay } from '../../src/values/day';
import { projectOf, sample } from '../project-fixture';

const today = dayOf(2025, 6, 15);

/** What the steps come to, and how much work they were. */
function finish<T>(steps: Generator<number, T>): { value: T; work: number } {
  let work = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return { value: step.value, work };
    work += step.value;
  }
}

/** Checks the dates that are offered: `day: date: events`. */
function checkDates(text: string, ...expected: string[]): void {
  const { project } = projectOf({ 'main.deal': text });
  assert.deepEqual(
    finish(statusDates([project], today)).value.map(
      ({ day, inWords, events }) => `${day}: ${inWords}: ${events}`,
    ),
    expected,
  );
}

function checkSteps(text: string, from: string, back: string | undefined, forward: string | undefined): void {
  const { project } = projectOf({ 'main.deal': text });
  const day = readDay(from);
  assert.ok(day.ok);
  for (const [direction, expected] of [
    ['back', back],
    ['forward', forward],
  ] as const) {
    const found: number | undefined = finish(nearestChange([project], day.value, direction)).value;
    assert.equal(found && formatDay(found), expected, direction);
  }
}

describe('the dates of statuses', () => {
  it('are offered with what happened then, the latest first, as far as they are over', () => {
    checkDates(
      [
        'company A "Ada"\ncompany B',
        'investment One: A -> B { status talks on 2024-12; status signed on 2025-01-21 }',
        'round Two "Series A": A -> B { status closed on 2025-01-21 }',
        'loan Three: A -> B { status announced on 2025; status signed }',
        'grant Four: A -> B { status announced from 2025-06.. }',
      ].join('\n'),
      '2025-01-21: 21 January 2025: Ada → B (signed), Series A (closed)',
      '2024-12-31: December 2024: Ada → B (talks)',
    );
  });

  it('are no more than fit into a list, with no more deals than fit into a line', () => {
    const deals = Array.from(
      { length: 60 },
      (_, index) =>
        `grant G${index} "Grant ${index}" { status closed on 2024-${10 + (index % 3)}-1${index % 10} }`,
    );
    const { project } = projectOf({ 'main.deal': deals.join('\n') });
    const { value, work } = finish(statusDates([project], today));
    assert.equal(value.length, 8);
    assert.equal(value[0]?.events, 'Grant 29 (closed), Grant 59 (closed)');
    assert.equal(work, 60);
    checkDates(
      Array.from({ length: 5 }, (_, index) => `grant G${index} { status closed on 2024 }`).join('\n'),
      '2024-12-31: 2024: G0 (closed), G1 (closed), G2 (closed), 2 more',
    );
  });

  it('of the sample are those of its deals', () => {
    const { project } = projectOf(sample('ai-race'));
    assert.deepEqual(
      finish(statusDates([project], today)).value.map(({ day }) => day),
      ['2025-01-31', '2025-01-21', '2024-11-22', '2019-12-31'],
    );
  });

  it('lead from day to day, each to the first one from which on a status counts', () => {
    const text =
      'grant A { status talks on 2024-12; status signed on 2025-01-21 }\ngrant B { status closed on 2026-Q1 }';
    checkSteps(text, '2025-01-31', '2025-01-21', '2026-01-01');
    checkSteps(text, '2025-01-21', '2024-12-01', '2026-01-01');
    checkSteps(text, '2024-11', undefined, '2024-12-01');
    checkSteps(text, '2026-01-01', '2025-01-21', undefined);
    checkSteps('grant A { status closed }\ngrant B { status talks on ..2024 }', '2025', undefined, undefined);
  });
});
