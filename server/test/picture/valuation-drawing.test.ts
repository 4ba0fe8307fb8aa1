import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawValuations, type ValuationOptions } from '../../src/picture/drawing/valuation';
import type { ValuationChart, ValuationMark } from '../../src/picture/valuation';
import { dayOf } from '../../src/values/date';
import { propertyRuns } from '../language/random-text';
import { checkApart, checkSound, elementsOf, targetsOf, textBoxes, textsOf } from './drawn';
import { words } from './words';

const asOf = dayOf(2025, 1, 31);

function mark(day: number, value: number, rest: Partial<ValuationMark> = {}): ValuationMark {
  return {
    name: `V${day}`,
    from: day,
    to: day,
    min: value,
    max: value,
    value,
    approximate: false,
    inTalks: false,
    disputed: false,
    text: `$${value}`,
    ...rest,
  };
}

function chart(...lines: readonly (readonly ValuationMark[])[]): ValuationChart {
  return {
    title: 'T',
    asOf,
    today: asOf,
    currency: 'USD',
    lines: lines.map((marks, index) => ({ name: `P${index}`, title: `Party ${index}`, marks })),
    remarks: [],
  };
}

/** Draws valuations that have to be sound, with no text over another one. */
function drawn(of: ValuationChart, options: Partial<ValuationOptions> = {}) {
  const drawing = drawValuations(of, { width: 800, height: 400, words, ...options });
  checkSound(drawing);
  checkApart(textBoxes(drawing));
  return drawing;
}

const [then, later] = [dayOf(2024, 2, 15), dayOf(2025, 1, 15)];

describe('the drawing of valuations', () => {
  it('has a step for each valuation, dashed where it is only talked about', () => {
    const drawing = drawn(chart([mark(then, 18.5e9), mark(later, 60e9, { inTalks: true })]));
    const steps = elementsOf(drawing).filter(({ key }) => key?.startsWith('step '));
    assert.deepEqual(
      steps.map(({ class: look }) => look),
      ['line series-0', 'line series-0 line-talk', 'line series-0 line-talk'],
    );
    const texts = textsOf(drawing);
    for (const text of ['$18.5B', '$60B', 'Party 0', 'In talks']) assert.ok(texts.includes(text), text);
  });

  it('keeps what is confirmed until the next that is, with talks beside it', () => {
    const [first, second] = [dayOf(2023, 1, 1), dayOf(2023, 6, 1)];
    const stepsIn = (...marks: readonly ValuationMark[]) =>
      elementsOf(drawn(chart(marks))).flatMap(({ key, class: look = '', attributes = {} }) =>
        key?.startsWith('step ') === true
          ? [
              {
                isTalk: look.includes('talk'),
                x1: attributes.x1,
                x2: attributes.x2,
                y1: attributes.y1,
                y2: attributes.y2,
              },
            ]
          : [],
      );
    const talks = (day: number, value: number) => mark(day, value, { inTalks: true });
    const level = (all: ReturnType<typeof stepsIn>) => all.filter(({ y1, y2 }) => y1 === y2);
    const [solid, dashed] = level(stepsIn(mark(first, 10e9), talks(second, 60e9)));
    assert.deepEqual([solid?.isTalk, dashed?.isTalk], [false, true]);
    assert.equal(solid?.x2, dashed?.x2);
    // Talks end with the next valuation, which goes on from the one before.
    const all = stepsIn(mark(first, 10e9), talks(second, 60e9), talks(then, 50e9), mark(later, 40e9));
    const [one, talk, more, last] = level(all);
    assert.deepEqual([one?.x2, talk?.x2, more?.x2], [last?.x1, more?.x1, last?.x1]);
    const upright = all.filter(({ x1, x2 }) => x1 === x2);
    assert.deepEqual(
      upright.map(({ isTalk, y1, y2 }) => [isTalk, y1, y2]),
      [
        [true, one?.y1, talk?.y1],
        [true, talk?.y1, more?.y1],
        [false, one?.y1, last?.y1],
      ],
    );
  });

  it('draws bounds as whiskers, and open ones as arrows', () => {
    const drawing = drawn(
      chart([mark(then, 4e9, { min: 3e9, max: 5e9 }), mark(later, 6e9, { max: null, approximate: true })]),
    );
    assert.equal(elementsOf(drawing).filter(({ class: look }) => look === 'range').length, 2);
    assert.ok(textsOf(drawing).includes('$3B–$5B'));
    assert.ok(textsOf(drawing).includes('at least about $6B'));
  });

  it('is logarithmic where amounts are far apart, unless somebody chose', () => {
    const far = chart([mark(then, 1e6), mark(later, 1e9)]);
    assert.ok(!textsOf(drawn(far)).includes('$0'));
    assert.ok(textsOf(drawn(far, { scale: 'linear' })).includes('$0'));
    const near = chart([mark(then, 1e9), mark(later, 3e9)]);
    assert.ok(textsOf(drawn(near)).includes('$0'));
    assert.ok(!textsOf(drawn(near, { scale: 'log' })).includes('$0'));
    assert.ok(textsOf(drawn(chart([mark(then, -1e9), mark(later, 3e9)]), { scale: 'log' })).includes('$0'));
  });

  it('leaves out who is hidden, and the others keep their looks', () => {
    const three = chart([mark(then, 1e9)], [mark(then + 50, 2e9)], [mark(later, 3e9)]);
    const looks = (hidden: readonly string[]) =>
      targetsOf(drawn(three, { hidden }))
        .filter(({ type, label }) => type === 'end' && label.includes('$'))
        .map(({ id }) => id);
    assert.deepEqual(looks([]), ['P0', 'P1', 'P2']);
    assert.deepEqual(looks(['P1']), ['P0', 'P2']);
    const classes = (hidden: readonly string[]) =>
      elementsOf(drawn(three, { hidden })).flatMap(({ key, class: look }) =>
        key === 'step 0' ? (look ?? '') : [],
      );
    assert.deepEqual(classes(['P1']), [classes([])[0], classes([])[2]]);
    assert.deepEqual(textsOf(drawn(three, { hidden: ['P0', 'P1', 'P2'] })), ['Nothing to draw']);
  });

  it('keeps the labels of twelve lines of nearly one height apart', () => {
    const lines = Array.from({ length: 12 }, (_, index) => [mark(then + index * 20, 1e9 + index * 1e6)]);
    drawn(chart(...lines));
    drawn(chart(...lines), { width: 400, height: 100 });
  });

  it('is sound whatever is in it', () => {
    const day = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2100, 1, 1) });
    const amount = fc.oneof(
      fc.integer({ min: 1, max: 1000 }).map((each) => each * 1e6),
      fc.double({ min: -1e15, max: 1e15, noNaN: true }),
    );
    const bound = fc.option(amount);
    const any = fc
      .record({
        day,
        amount,
        min: bound,
        max: bound,
        inTalks: fc.boolean(),
        disputed: fc.boolean(),
        text: fc.string({ unit: 'binary' }),
      })
      .map(({ day: on, amount: value, ...rest }) => mark(on, value, rest));
    const line = fc
      .array(any, { minLength: 1, maxLength: 6 })
      .map((marks) => marks.sort((a, b) => a.from - b.from));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 4 }),
        fc.integer({ min: 0, max: 1500 }),
        fc.constantFrom('USD', 'XXX', 'CHF', '', 'bad code'),
        (lines, width, currency) => {
          checkSound(drawValuations({ ...chart(...lines), currency }, { width, height: 300, words }));
        },
      ),
      { numRuns: Math.ceil(propertyRuns / 10) },
    );
  });
});
