import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  certainlyBefore,
  compareDates,
  contains,
  dayOf,
  describeDate,
  formatDate,
  fromDay,
  overlaps,
  readDate,
  type DealDate,
} from '../../src/values/date';
import { anyText, PROPERTY_RUNS, PATIENCE } from './arbitrary';
import { checkMisread, checkSound, valueOf } from './reading';

function date(text: string): DealDate {
  return valueOf(readDate, text);
}

function iso(day: number): string {
  if (!Number.isFinite(day)) return day < 0 ? '-∞' : '∞';
  const { year, month, day: dayOfMonth } = fromDay(day);
  return [year, month, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('-');
}

function checkDate(text: string, expected: string): void {
  const { earliest, latest, precision, approximate, uncertain, openStart, openEnd } = date(text);
  const marks = [
    approximate && 'about',
    uncertain && 'uncertain',
    openStart && 'open start',
    openEnd && 'open end',
  ];
  const found = [`${iso(earliest)} ${iso(latest)} ${precision}`, ...marks.filter((mark) => mark !== false)];
  assert.equal(found.join(', '), expected, text);
}

function checkBefore(a: string, b: string, certainly: boolean): void {
  assert.equal(certainlyBefore(date(a), date(b)), certainly, `${a} before ${b}`);
}

describe('dates', () => {
  it('reads every precision', () => {
    checkDate('2025', '2025-01-01 2025-12-31 year');
    checkDate('2025-02', '2025-02-01 2025-02-28 month');
    checkDate('2024-02', '2024-02-01 2024-02-29 month');
    checkDate('2025-01-21', '2025-01-21 2025-01-21 day');
    checkDate('2025-Q1', '2025-01-01 2025-03-31 quarter');
    checkDate('2025-q4', '2025-10-01 2025-12-31 quarter');
    checkDate('2025Q2', '2025-04-01 2025-06-30 quarter');
    checkDate(' 2025 ', '2025-01-01 2025-12-31 year');
  });

  it('reads unknown digits', () => {
    checkDate('201X', '2010-01-01 2019-12-31 decade');
    checkDate('20XX', '2000-01-01 2099-12-31 century');
    checkDate('2025-XX', '2025-01-01 2025-12-31 year');
    checkDate('2025-XX-XX', '2025-01-01 2025-12-31 year');
    checkDate('2025-01-XX', '2025-01-01 2025-01-31 month');
  });

  it('reads seasons', () => {
    checkDate('2025-21', '2025-03-01 2025-05-31 season');
    checkDate('2025-22', '2025-06-01 2025-08-31 season');
    checkDate('2025-23', '2025-09-01 2025-11-30 season');
    checkDate('2023-24', '2023-12-01 2024-02-29 season');
  });

  it('reads marks of doubt', () => {
    checkDate('~2019', '2019-01-01 2019-12-31 year, about');
    checkDate('2019~', '2019-01-01 2019-12-31 year, about');
    checkDate('2019?', '2019-01-01 2019-12-31 year, uncertain');
    checkDate('2019%', '2019-01-01 2019-12-31 year, about, uncertain');
    checkDate('~2019?', '2019-01-01 2019-12-31 year, about, uncertain');
    checkDate('~2025-Q1', '2025-01-01 2025-03-31 quarter, about');
  });

  it('reads intervals', () => {
    checkDate('2019..2024', '2019-01-01 2024-12-31 interval');
    checkDate('2019/2024', '2019-01-01 2024-12-31 interval');
    checkDate('2019-02..2024-03-15', '2019-02-01 2024-03-15 interval');
    checkDate('2019..', '2019-01-01 ∞ interval, open end');
    checkDate('2019/..', '2019-01-01 ∞ interval, open end');
    checkDate('2019/', '2019-01-01 ∞ interval, open end');
    checkDate('..2024', '-∞ 2024-12-31 interval, open start');
    checkDate('../2024', '-∞ 2024-12-31 interval, open start');
    checkDate('~2019..2024?', '2019-01-01 2024-12-31 interval, about, uncertain');
    checkDate('2019 .. 2024', '2019-01-01 2024-12-31 interval');
  });

  it('says what is wrong, and where', () => {
    checkMisread(readDate, '[]', 'A date is expected');
    checkMisread(readDate, '[yesterday]', '“yesterday” is no date');
    checkMisread(readDate, '[21.01.2025]', 'Write the year first');
    checkMisread(readDate, '[01]/21/2025', 'Write the year first');
    checkMisread(readDate, '2025-[13]', 'There is no month 13');
    checkMisread(readDate, '2025-[00]', 'There is no month 00');
    checkMisread(readDate, '2025-[22]-01', 'There is no month 22');
    checkMisread(readDate, '2025-02-[30]', 'February 2025 has 28 days');
    checkMisread(readDate, '2024-02-[30]', 'February 2024 has 29 days');
    checkMisread(readDate, '2025-01-[00]', 'January 2025 has 31 days');
    checkMisread(readDate, '2025-[Q5]', 'Q1 to Q4');
    checkMisread(readDate, '[2025-1-2]', 'two digits');
    checkMisread(readDate, '[0999]', 'from 1000 to 2999');
    checkMisread(readDate, '[3000]-01', 'from 1000 to 2999');
    checkMisread(readDate, '[2999]-24', 'from 1000 to 2999');
    checkMisread(readDate, '[30XX]', 'from 1000 to 2999');
    checkMisread(readDate, '[2XXX]', 'no date');
    checkMisread(readDate, '[201X-01]', 'no date');
    checkMisread(readDate, '[20X5]', 'no date');
    checkMisread(readDate, '[~]', 'A date is expected');
    checkMisread(readDate, '[..]', 'a start or an end');
    checkMisread(readDate, '[../..]', 'a start or an end');
    checkMisread(readDate, '[2024..2019]', 'ends before it starts');
    checkMisread(readDate, '2019..2024-[13]', 'There is no month 13');
  });

  it('stays calm over megabytes', () => {
    for (const piece of ['9', '-', '.', '/', '~', ' ', '2019..', 'X']) {
      checkSound(readDate, piece.repeat(5_000_000 / piece.length));
    }
  }).timeout(PATIENCE);

  it('writes the canonical form', () => {
    const canonical: [string, string][] = [
      ['2019~', '~2019'],
      ['~2019?', '2019%'],
      ['2019?', '2019?'],
      ['2025Q1', '2025-Q1'],
      ['2025-xx', '2025'],
      ['201x', '201X'],
      ['20XX', '20XX'],
      ['2025-24', '2025-24'],
      ['2019/2024', '2019..2024'],
      ['2019..2024-06', '2019-01..2024-06'],
      ['2025-01-01..2025-01-01', '2025-01-01..2025-01-01'],
      ['2019/..', '2019..'],
      ['2019-03..', '2019-03..'],
      ['../2024-02', '..2024-02'],
      ['2019..~2024', '~2019..2024'],
      ['..~2024', '..~2024'],
      ['2019%..2024', '2019%..2024'],
      ['..2024%', '..2024%'],
      ['2019?..', '2019?..'],
    ];
    for (const [text, expected] of canonical) assert.equal(formatDate(date(text)), expected);
  });

  it('is told in words', () => {
    const prose: [string, string][] = [
      ['2025-01-21', '21 January 2025'],
      ['2025-01', 'January 2025'],
      ['2025-Q1', 'Q1 2025'],
      ['2025-21', 'spring 2025'],
      ['2025-24', 'winter 2025'],
      ['2025', '2025'],
      ['201X', 'the 2010s'],
      ['20XX', '2000–2099'],
      ['~2019', 'about 2019'],
      ['2019?', '2019 (uncertain)'],
      ['2019%', 'about 2019 (uncertain)'],
      ['2019..2024', '2019–2024'],
      ['2019-01..2024-06', 'January 2019 – June 2024'],
      ['2019..', 'since 2019'],
      ['..2024-05-01', 'until 1 May 2024'],
    ];
    for (const [text, expected] of prose) assert.equal(describeDate(date(text)), expected);
  });

  it('is before another only where no reading says otherwise', () => {
    checkBefore('2024', '2025', true);
    checkBefore('2025', '2025-06', false);
    checkBefore('2024-12-31', '2025', true);
    checkBefore('~2024', '2025', false);
    checkBefore('~2024', '2026', true);
    checkBefore('2024?', '2025', false);
    checkBefore('2025-01', '~2025-02-01', false);
    checkBefore('2025-01', '~2025-02-02', true);
    checkBefore('~2025-01', '2025-02', false);
    checkBefore('~2025-01', '2025-03', true);
    checkBefore('~2019..2024', '2025', false);
    checkBefore('~2019..2024', '2026', true);
    checkBefore('2019..', '2030', false);
    checkBefore('..2019', '2020', true);
    checkBefore('2025-21', '2025-10', false);
    checkBefore('2025-21', '2026', true);
    checkBefore('2025-24', '2026-02', false);
    checkBefore('2025-24', '2026-03', true);
    checkBefore('2024-12', '2025-24', true);
    checkBefore('2025-01', '2025-24', false);
  });

  it('sorts by start, then end', () => {
    const sorted = ['..2024', '2019', '2019-01', '2025', '2019..']
      .map(date)
      .sort(compareDates)
      .map(formatDate);
    assert.deepEqual(sorted, ['..2024', '2019-01', '2019', '2019..', '2025']);
    assert.equal(compareDates(date('2019..'), date('2019..')), 0);
  });

  describe('properties', () => {
    const runs = { numRuns: PROPERTY_RUNS };

    it('no text makes the reader throw', () => {
      const text = anyText('2019', '2025', '20', '-01', '-02-30', 'X', 'XX', 'Q', '?', '%', '-XX');
      fc.assert(
        fc.property(text, (written) => checkSound(readDate, written)),
        runs,
      );
    }).timeout(PATIENCE);

    it('a formatted date reads back as the same date', () => {
      fc.assert(
        fc.property(anyDate(), (written) => {
          const read = date(written);
          const text = formatDate(read);
          assert.deepEqual(date(text), read, `${written} → ${text}`);
          assert.equal(formatDate(date(text)), text);
          assert.ok(describeDate(read).length > 0);
        }),
        runs,
      );
    }).timeout(PATIENCE);

    it('comparisons agree with trying all days', () => {
      fc.assert(
        fc.property(shortSpan(), shortSpan(), (a, b) => {
          const pairs = days(a).flatMap((x) => days(b).map((y) => [x, y] as const));
          assert.equal(
            certainlyBefore(a, b),
            pairs.every(([x, y]) => x < y),
          );
          assert.equal(
            overlaps(a, b),
            pairs.some(([x, y]) => x === y),
          );
          assert.equal(
            contains(a, b),
            days(b).every((y) => days(a).includes(y)),
          );
        }),
        runs,
      );
    }).timeout(PATIENCE);

    it('order is total, and doubt never makes anything more certain', () => {
      fc.assert(
        fc.property(anyDate().map(date), anyDate().map(date), anyDate().map(date), (a, b, c) => {
          assert.equal(compareDates(a, b) + compareDates(b, a), 0);
          if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) assert.ok(compareDates(a, c) <= 0);
          assert.equal(certainlyBefore(a, b) && certainlyBefore(b, a), false);
          if (certainlyBefore({ ...a, approximate: true }, b)) assert.ok(certainlyBefore(a, b));
          if (certainlyBefore(a, { ...b, uncertain: true })) assert.ok(certainlyBefore(a, b));
          if (certainlyBefore(a, b)) assert.equal(overlaps(a, b), false);
        }),
        runs,
      );
    }).timeout(PATIENCE);
  });
});

function days({ earliest, latest }: DealDate): number[] {
  return Array.from({ length: latest - earliest + 1 }, (_, at) => earliest + at);
}

/** Spans of days so close together that they often touch. */
function shortSpan(): fc.Arbitrary<DealDate> {
  const start = dayOf(2024, 2, 25);
  return fc.tuple(fc.nat(12), fc.nat(5)).map(([from, length]) => ({
    earliest: start + from,
    latest: start + from + length,
    precision: 'interval',
    approximate: false,
    uncertain: false,
    openStart: false,
    openEnd: false,
  }));
}

/** The text of a date in any of the forms that can be written. */
function anyDate(): fc.Arbitrary<string> {
  const year = fc.integer({ min: 1000, max: 2999 });
  const single = fc.oneof(
    year.map(String),
    fc.tuple(year, twoDigits(12)).map((parts) => parts.join('-')),
    fc.tuple(year, twoDigits(12), twoDigits(28)).map((parts) => parts.join('-')),
    fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([of, quarter]) => `${of}-Q${quarter}`),
    fc
      .tuple(year, fc.integer({ min: 21, max: 24 }))
      .filter(([of, season]) => of < 2999 || season < 24)
      .map(([of, season]) => `${of}-${season}`),
    year.map((of) => String(of).slice(0, 3) + 'X'),
    year.map((of) => String(of).slice(0, 2) + 'XX'),
  );
  const marked = fc
    .tuple(fc.constantFrom('', '', '~'), single, fc.constantFrom('', '', '~', '?', '%'))
    .map((parts) => parts.join(''));
  const separator = fc.constantFrom('..', '/', ' .. ');
  return fc.oneof(
    marked,
    fc
      .tuple(marked, separator, marked)
      .map(([a, dots, b]) => [a + dots + b, b + dots + a])
      .map(([one = '', other = '']) => (readDate(one).ok ? one : other)),
    marked.map((start) => start + '..'),
    marked.map((end) => '..' + end),
  );
}

function twoDigits(max: number): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max }).map((value) => String(value).padStart(2, '0'));
}
