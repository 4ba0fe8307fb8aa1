import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawTimeline, markId, type TimelineOptions } from '../../src/picture/drawing/timeline';
import { firmness } from '../../src/picture/graph';
import { markKinds, type Timeline, type TimelineLane } from '../../src/picture/timeline';
import { dayOf } from '../../src/values/date';
import { propertyRuns } from '../language/random-text';
import { checkApart, checkSound, elementsOf, targetsOf, textBoxes, textsOf } from './drawn';
import { words } from './words';

const asOf = dayOf(2025, 1, 31);

function timeline(lanes: readonly Partial<TimelineLane>[], rest: Partial<Timeline> = {}): Timeline {
  const whole = lanes.map((lane, index) => ({
    name: `D${index}`,
    title: `Deal ${index}`,
    detail: 'round · $5M',
    disputed: false,
    spans: [],
    marks: [],
    ...lane,
  }));
  return { title: 'T', asOf, today: asOf, undated: [], remarks: [], ...rest, lanes: whole };
}

/** Draws a timeline that has to be sound, with no text over another one. */
function drawn(of: Timeline, options: Partial<TimelineOptions> = {}) {
  const drawing = drawTimeline(of, { width: 800, words, ...options });
  checkSound(drawing);
  checkApart(textBoxes(drawing));
  return drawing;
}

const span = { from: dayOf(2024, 1, 1), to: null, firmness: 'promise', text: 'announced' } as const;

describe('the drawing of a timeline', () => {
  it('has a lane for each deal, which says how it stands', () => {
    const drawing = drawn(timeline([{ spans: [span] }, { disputed: true, title: 'Stargate' }]));
    assert.deepEqual(
      targetsOf(drawing).map(({ type, id, label }) => `${type} ${id}: ${label}`),
      ['deal D0: Deal 0, round · $5M, announced', 'deal D1: Stargate, round · $5M, Disputed'],
    );
    assert.ok(textsOf(drawing).includes('As of 31 January 2025'));
  });

  it('draws a bar until the day as of which it is, and paler what lies behind', () => {
    const bars = (to: number | null, from = span.from) =>
      elementsOf(drawn(timeline([{ spans: [{ ...span, from, to }] }])))
        .filter(({ key }) => key?.startsWith('bar '))
        .map(({ class: look }) => look);
    assert.deepEqual(bars(null), ['bar-promise']);
    assert.deepEqual(bars(asOf + 100), ['bar-promise', 'bar-promise ahead']);
    assert.deepEqual(bars(null, asOf + 10), ['bar-promise ahead']);
    assert.deepEqual(bars(asOf + 20, asOf + 10), ['bar-promise ahead']);
  });

  it('puts marks that would cover each other together', () => {
    const mark = (day: number, kind: (typeof markKinds)[number], text: string) =>
      ({ from: day, to: day, kind, text }) as const;
    const drawing = drawn(
      timeline([
        {
          spans: [{ ...span, from: dayOf(2020, 1, 1) }],
          marks: [
            mark(asOf - 900, 'status', 'signed'),
            mark(asOf - 899, 'claim', 'denied'),
            mark(asOf - 899, 'tranche', '$1M'),
            mark(asOf - 10, 'status', 'closed'),
          ],
        },
      ]),
    );
    assert.deepEqual(
      targetsOf(drawing)
        .filter(({ type }) => type === 'mark')
        .map(({ id, label }) => [id, label]),
      [
        [markId('D0', 0), 'Deal 0: signed; denied'],
        [markId('D0', 3), 'Deal 0: closed'],
        [markId('D0', 2), 'Deal 0: $1M'],
      ],
    );
    assert.ok(textsOf(drawing).includes('2'));
  });

  it('shows one day, today and the day of the timeline, as far as they are in it', () => {
    const looks = (options: Partial<TimelineOptions>, today = asOf) =>
      elementsOf(drawn(timeline([{ spans: [{ ...span, from: dayOf(2023, 1, 1) }] }], { today }), options))
        .filter(({ tag, class: look }) => tag === 'line' && (look === 'day' || look === 'today'))
        .map(({ class: look }) => look);
    assert.deepEqual(looks({}), ['day']);
    assert.deepEqual(looks({}, asOf + 5), ['today', 'day']);
    assert.deepEqual(looks({}, asOf + 5000), ['day']);
    assert.deepEqual(looks({ day: asOf - 400 }), ['today', 'day']);
  });

  it('shows a part of the time where that is asked for', () => {
    const of = timeline([
      {
        spans: [{ ...span, from: dayOf(2019, 1, 1) }],
        marks: [{ from: dayOf(2019, 1, 1), to: dayOf(2019, 1, 1), kind: 'status', text: 'signed' }],
      },
    ]);
    const drawing = drawn(of, { range: [dayOf(2024, 1, 1), dayOf(2024, 6, 30)] });
    assert.ok(textsOf(drawing).includes('Mar'));
    assert.ok(targetsOf(drawing).every(({ type }) => type === 'deal'));
    for (const { key, attributes = {} } of elementsOf(drawing)) {
      if (key?.startsWith('bar ')) assert.ok(Number(attributes.x) >= 200 && Number(attributes.x) <= 800);
    }
  });

  it('cuts short a long time in which nothing happens, so that there is room for what does', () => {
    const mark = (day: number) => ({ from: day, to: day, kind: 'tranche', text: '$4B' }) as const;
    const of = timeline([
      { spans: [{ ...span, from: asOf - 60 }], marks: [mark(dayOf(2019, 9, 25)), mark(asOf - 60)] },
      { spans: [{ ...span, from: asOf - 25 }] },
    ]);
    const drawing = drawn(of);
    const bars = elementsOf(drawing).filter(({ key }) => key?.startsWith('bar '));
    // Sixty of two thousand days.
    assert.ok(Number(bars[0]?.attributes?.width) > 200, String(bars[0]?.attributes?.width));
    assert.ok(
      Math.abs(Number(bars[0]?.attributes?.width) / Number(bars[1]?.attributes?.width) - 60 / 25) < 0.1,
    );
    assert.ok(textsOf(drawing).includes('···'));
    assert.ok(
      elementsOf(drawing).some(({ tag, text }) => tag === 'title' && /2019 – .*2024$/.test(text ?? '')),
    );
    // Where something stands all the time, nothing is cut.
    assert.ok(
      !textsOf(drawn(timeline([{ spans: [{ ...span, from: dayOf(2019, 9, 25) }] }]))).includes('···'),
    );
  });

  it('lists deals without a date, which can be selected as well', () => {
    const undated = Array.from({ length: 7 }, (_, index) => ({
      name: `U${index}`,
      title: `Undated ${index}`,
    }));
    const drawing = drawn(timeline([], { undated }), { selected: 'U3' });
    assert.equal(targetsOf(drawing).length, 7);
    assert.equal(elementsOf(drawing).filter(({ class: look }) => look === 'chosen').length, 1);
  });

  it('says so where there is nothing', () => {
    assert.deepEqual(textsOf(drawn(timeline([]))), ['Nothing to draw']);
  });

  it('is sound whatever is in it', () => {
    const day = fc.oneof(
      fc.integer({ min: dayOf(2010, 1, 1), max: dayOf(2035, 1, 1) }),
      fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) }),
    );
    const text = fc.oneof(
      fc.constantFrom('', 'שלום', '"A" <b>', '北京', 'x'.repeat(700)),
      fc.string({ unit: 'binary' }),
    );
    const days = fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    const lane = fc.record({
      title: text,
      detail: text,
      disputed: fc.boolean(),
      spans: fc.array(
        fc.record({ from: day, to: fc.constant(null), firmness: fc.constantFrom(...firmness), text }),
        { maxLength: 1 },
      ),
      marks: fc.array(
        fc
          .tuple(days, fc.constantFrom(...markKinds), text)
          .map(([own, kind, inWords]) => ({ ...own, kind, text: inWords })),
        { maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(lane, { maxLength: 5 }),
        fc.integer({ min: 0, max: 2000 }),
        day,
        (lanes, width, shown) => {
          checkSound(drawTimeline(timeline(lanes), { width, day: shown, words }));
        },
      ),
      { numRuns: Math.ceil(propertyRuns / 10) },
    );
  });
});
