import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawFlows, flowId, type FlowOptions } from '../../src/picture/drawing/flow';
import type { FlowChart, MoneyFlow } from '../../src/picture/flow';
import { tieKinds } from '../../src/picture/graph';
import { propertyRuns } from '../language/random-text';
import { checkApart, checkSound, elementsOf, targetsOf, textBoxes, textsOf } from './drawn';
import { words } from './words';

function flow(from: string, to: string, promised: number, rest: Partial<MoneyFlow> = {}): MoneyFlow {
  return {
    from: `payer:${from}`,
    to: `payee:${to}`,
    kind: 'capital',
    years: [{ year: 2024, promised, rumored: 0 }],
    promised,
    rumored: null,
    text: `$${promised}`,
    deals: [],
    count: 1,
    ...rest,
  };
}

function chart(flows: readonly MoneyFlow[], title = (name: string) => name): FlowChart {
  const ends = (['payer', 'payee'] as const).flatMap((side) => {
    const ids = new Set(flows.map(({ from, to }) => (side === 'payer' ? from : to)));
    return [...ids].map((id) => ({ id, name: id.slice(6), title: title(id.slice(6)), side }));
  });
  return { title: 'T', asOf: 0, today: 0, currency: 'USD', ends, flows, remarks: [] };
}

/** Draws flows that have to be sound, with no text over another one. */
function drawn(of: FlowChart, options: Partial<FlowOptions> = {}) {
  const drawing = drawFlows(of, { width: 800, height: 400, words, ...options });
  checkSound(drawing);
  checkApart(textBoxes(drawing));
  return drawing;
}

/** What can be selected, in words. */
function labels(drawing: ReturnType<typeof drawn>): string[] {
  return targetsOf(drawing).map(({ type, label }) => `${type} ${label}`);
}

describe('the drawing of flows', () => {
  const amazon = flow('Amazon', 'Anthropic', 8e9, {
    years: [
      { year: 2023, promised: 4e9, rumored: 0 },
      { year: null, promised: 4e9, rumored: 2e9 },
    ],
    rumored: 2e9,
  });
  const about = { min: 1e9, max: 1e9, approximate: true };
  const contract = flow('Anthropic', 'Amazon', 1e9, { kind: 'trade', promised: about });

  it('has a ribbon for each flow, what is only talked about by itself, and a sum at each end', () => {
    assert.deepEqual(labels(drawn(chart([amazon, contract]))), [
      'flow Amazon → Anthropic: Capital, $8B. $8000000000',
      'flow Amazon → Anthropic: Capital, $2B, In talks. $8000000000',
      'flow Anthropic → Amazon: Contracts, about $1B. $1000000000',
      'end Amazon: $8B, $2B in talks',
      'end Anthropic: about $1B',
      'end Anthropic: $8B, $2B in talks',
      'end Amazon: about $1B',
    ]);
  });

  it('counts the years, kinds and certainties that are chosen', () => {
    const of = chart([amazon, contract]);
    const ribbons = (options: Partial<FlowOptions>) =>
      labels(drawn(of, options)).flatMap((label) => /^flow .*?: (.*)\. /.exec(label)?.[1] ?? []);
    assert.deepEqual(ribbons({ years: [2023] }), ['Capital, $4B']);
    assert.deepEqual(ribbons({ years: [null] }), ['Capital, $4B', 'Capital, $2B, In talks']);
    assert.deepEqual(ribbons({ kinds: ['trade'] }), ['Contracts, about $1B']);
    assert.deepEqual(ribbons({ withoutTalks: true }), ['Capital, $8B', 'Contracts, about $1B']);
    assert.deepEqual(textsOf(drawn(of, { years: [1999] })), ['Nothing to draw']);
    assert.deepEqual(textsOf(drawn(chart([]))), ['Nothing to draw']);
  });

  it('tells bounds as they are said, and the middle where no more is known of a year', () => {
    const bounded = (min: number | null, max: number | null) => ({ min, max, approximate: false });
    const years = [2024, 2025].map((year) => ({ year, promised: 1.5e9, rumored: 0 }));
    const sums = (promised: MoneyFlow['promised'], options: Partial<FlowOptions> = {}) =>
      textsOf(drawn(chart([flow('A', 'B', 0, { promised, years })]), options)).filter((text) =>
        /\d/.test(text),
      );
    assert.deepEqual(sums(bounded(1e9, 5e9)), ['$1B–$5B', '$1B–$5B']);
    assert.deepEqual(sums(bounded(0, 6e9)), ['up to $6B', 'up to $6B']);
    assert.deepEqual(sums(bounded(3e9, null)), ['at least $3B', 'at least $3B']);
    assert.deepEqual(sums(bounded(1e9, 5e9), { years: [2024] }), ['≈ $1.5B', '≈ $1.5B']);
    assert.deepEqual(sums(3e9, { years: [2024] }), ['$1.5B', '$1.5B']);
    const mixed = chart([
      flow('A', 'B', 0, { promised: bounded(1e9, 5e9), years }),
      flow('C', 'B', 2e9),
      flow('C', 'D', 1e9),
    ]);
    assert.deepEqual(
      labels(drawn(mixed)).filter((label) => label.startsWith('end')),
      ['end A: $1B–$5B', 'end C: $3B', 'end B: $3B–$7B', 'end D: $1B'],
    );
  });

  it('names those who stand together on several lines, with what is said of them', () => {
    const of = chart([flow('A', 'B', 1e9)]);
    const title = 'MGX, Oracle, SoftBank and others who are not named, together';
    const [together, ...rest] = of.ends;
    const drawing = drawn({
      ...of,
      ends: [{ ...together!, name: null, title, note: 'Nobody says who pays how much.' }, ...rest],
    });
    assert.deepEqual(labels(drawing).slice(1), [
      `end ${title}: $1B. Nobody says who pays how much.`,
      'end B: $1B',
    ]);
    const lines = textsOf(drawing);
    const at = lines.findIndex((line) => line.startsWith('MGX'));
    assert.equal(`${lines[at]} ${lines[at + 1]} ${lines[at + 2]}`.startsWith(title), true);
  });

  it('fades what does not go with what is selected', () => {
    const of = chart([amazon, contract]);
    const faded = (selected: string) =>
      elementsOf(drawn(of, { selected })).filter(({ class: look }) => look === 'faded').length;
    assert.equal(faded('payer:Amazon'), 1);
    assert.equal(faded(flowId(contract)), 2);
  });

  it('keeps the labels of forty ends on each side apart', () => {
    const flows = Array.from({ length: 40 }, (_, index) =>
      flow(`A${index}`, `B${(index * 7) % 40}`, index === 0 ? 1e12 : 1),
    );
    drawn(chart(flows));
    drawn(
      chart(flows, (name) => `${name} with a very long name indeed`),
      { width: 500 },
    );
  });

  it('is as wide as its money', () => {
    const drawing = drawn(chart([flow('A', 'X', 3e9), flow('B', 'X', 1e9)]));
    const heights = elementsOf(drawing).flatMap(({ class: look, attributes = {} }) =>
      look === 'end' ? Number(attributes.height) : [],
    );
    assert.ok(Math.abs(heights[0]! - 3 * heights[1]!) < 1);
    assert.ok(Math.abs(heights[2]! - heights[0]! - heights[1]!) < 1);
  });

  it('is sound whatever is in it', () => {
    const name = fc.oneof(
      fc.constantFrom('A', 'B', 'שלום', '"', '<b>'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const amount = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e15, noNaN: true }));
    const any = fc
      .tuple(name, name, fc.constantFrom(...tieKinds), amount, amount)
      .map(([from, to, kind, promised, rumored]) =>
        flow(from, to, 0, { kind, years: [{ year: null, promised, rumored }] }),
      );
    const unique = fc.uniqueArray(any, { maxLength: 12, selector: flowId });
    fc.assert(
      fc.property(unique, fc.integer({ min: 0, max: 1500 }), (flows, width) => {
        checkSound(drawFlows(chart(flows), { width, height: 300, words }));
      }),
      { numRuns: Math.ceil(propertyRuns / 10) },
    );
  });
});
