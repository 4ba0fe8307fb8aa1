import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Rates } from '../../src/model/rates';
import { dayOf, formatDate, readDate } from '../../src/values/date';
import { DealDocument } from '../../src/language/document';
import { formatNumber } from '../../src/values/plain-number';
import { propertyRuns } from '../language/random-text';
import { projectOf, uriOf } from '../project-fixture';

function ratesIn(...files: string[]): Rates {
  return projectOf(Object.fromEntries(files.map((text, index) => [`${index}.deal`, text]))).project.rates;
}

/** Checks a rate and by which published ones it is known: `1.05 on 2024-01-31`; `none`. */
function checkRate(rates: Rates, from: string, to: string, day: string, expected: string): void {
  assert.equal(written(rates, from, to, dayIn(day)), expected, `${from} in ${to} on ${day}`);
}

function written(rates: Rates, from: string, to: string, day: number): string {
  const exchange = rates.on(from, to, day);
  if (!exchange) return 'none';
  const steps = exchange.steps.map(
    (step) => `${step.from} ${step.to} ${formatNumber(step.rate)} on ${formatDate(step.on)}`,
  );
  const rate = { ...exchange.rate, min: exchange.rate.min?.round(6), max: exchange.rate.max?.round(6) };
  return `${formatNumber(rate)}: ${steps.join(', ')}`;
}

function dayIn(text: string): number {
  const reading = readDate(text);
  assert.ok(reading.ok);
  return reading.value.earliest;
}

describe('exchange rates', () => {
  const euro = ratesIn(
    'fx E: EUR -> USD { rate 1.05 on 2024-01-31; rate 1.0842 on 2025-01-31; rate 1.2 on 2023 }',
  );

  it('are those that were published last by a day', () => {
    checkRate(euro, 'EUR', 'USD', '2025-01-31', '1.0842: EUR USD 1.0842 on 2025-01-31');
    checkRate(euro, 'EUR', 'USD', '2025-01-30', '1.05: EUR USD 1.05 on 2024-01-31');
    checkRate(euro, 'EUR', 'USD', '2023-06-01', '1.2: EUR USD 1.2 on 2023');
    checkRate(euro, 'EUR', 'USD', '2022-12-31', 'none');
    checkRate(euro, 'EUR', 'CHF', '2025-01-31', 'none');
  });

  it('are known the other way round', () => {
    checkRate(euro, 'USD', 'EUR', '2024-05-01', '0.952381: EUR USD 1.05 on 2024-01-31');
    const both = ratesIn(
      'fx E: EUR -> USD { rate 1.05 on 2024-01-31 }',
      'fx F: USD -> EUR { rate 0.9 on 2024-02-01 }',
    );
    checkRate(both, 'EUR', 'USD', '2024-01-31', '1.05: EUR USD 1.05 on 2024-01-31');
    checkRate(both, 'EUR', 'USD', '2024-02-01', '1.111111: USD EUR 0.9 on 2024-02-01');
    const same = ratesIn('fx E: EUR -> USD { rate 1.05 on 2024 }', 'fx A: USD -> EUR { rate 0.9 on 2024 }');
    checkRate(same, 'EUR', 'USD', '2024-05-01', '1.05: EUR USD 1.05 on 2024');
    checkRate(same, 'USD', 'EUR', '2024-05-01', '0.9: USD EUR 0.9 on 2024');
  });

  it('keep their bounds', () => {
    const rates = ratesIn(
      'fx A: EUR -> USD { rate 1.05..1.25 on 2024 }',
      'fx B: GBP -> USD { rate ~1.25 on 2024 }',
      'fx C: CHF -> USD { rate >1.25 on 2024 }',
      'fx D: JPY -> USD { rate <0.8 on 2024 }',
      'fx F: SEK -> USD { rate 1.25..0.8 on 2024 }',
    );
    checkRate(rates, 'EUR', 'USD', '2024', '1.05..1.25: EUR USD 1.05..1.25 on 2024');
    checkRate(rates, 'USD', 'EUR', '2024', '0.8..0.952381: EUR USD 1.05..1.25 on 2024');
    checkRate(rates, 'USD', 'GBP', '2024', '~0.8: GBP USD ~1.25 on 2024');
    checkRate(rates, 'USD', 'CHF', '2024', '<0.8: CHF USD >1.25 on 2024');
    checkRate(rates, 'USD', 'JPY', '2024', '>1.25: JPY USD <0.8 on 2024');
    checkRate(rates, 'SEK', 'USD', '2024', '0.8..1.25: SEK USD 0.8..1.25 on 2024');
  });

  it('go through a third currency where there is no other way, the one that is known latest', () => {
    const rates = ratesIn(
      'fx A: EUR -> USD { rate 1.1 on 2024-01-01; rate 1.2 on 2024-06-01 }',
      'fx B: EUR -> GBP { rate 0.8 on 2024-03-01 }',
      'fx C: JPY -> USD { rate 0.01 on 2024-02-01 }',
      'fx D: JPY -> GBP { rate 0.005 on 2024-02-10 }',
    );
    checkRate(
      rates,
      'EUR',
      'JPY',
      '2024-02-05',
      '110: EUR USD 1.1 on 2024-01-01, JPY USD 0.01 on 2024-02-01',
    );
    checkRate(
      rates,
      'EUR',
      'JPY',
      '2024-03-01',
      '160: EUR GBP 0.8 on 2024-03-01, JPY GBP 0.005 on 2024-02-10',
    );
    checkRate(rates, 'EUR', 'JPY', '2024-01-31', 'none');
    // Never through two.
    checkRate(
      ratesIn(
        'fx A: EUR -> USD { rate 1 on 2024 }\nfx B: USD -> GBP { rate 1 on 2024 }\nfx C: GBP -> CHF { rate 1 on 2024 }',
      ),
      'EUR',
      'CHF',
      '2024',
      'none',
    );
    const equal = ratesIn(
      'fx A: EUR -> USD { rate 2 on 2024 }\nfx B: USD -> JPY { rate 2 on 2024 }',
      'fx C: EUR -> CHF { rate 3 on 2024 }\nfx D: CHF -> JPY { rate 3 on 2024 }',
    );
    checkRate(equal, 'EUR', 'JPY', '2024', '4: EUR USD 2 on 2024, USD JPY 2 on 2024');
  });

  it('are none without a date, and none that is no positive number', () => {
    const rates = ratesIn(
      'fx A: EUR -> USD { rate 1.1 }',
      'fx B: GBP -> USD { rate 0 on 2024; rate -1 on 2024-02; rate undisclosed on 2024-03 }',
      'fx C: CHF -> CHF { rate 2 on 2024 }',
      'fx D: SEK, NOK -> USD { rate 2 on 2024 }',
      'fx F: doubloon -> USD { rate 2 on 2024 }',
      'fx G: USD { rate 2 on 2024 }',
      'fx H: NOK -> USD { rate >0 on 2024 }',
    );
    for (const from of ['EUR', 'GBP', 'CHF', 'SEK', 'NOK']) {
      checkRate(rates, from, 'USD', '2025', 'none');
      checkRate(rates, 'USD', from, '2025', 'none');
    }
  });

  it('do not depend on the order of files: of one day counts the one known more closely, then the first by name and line', () => {
    const files = [
      'fx B: EUR -> USD { rate 1.2 on 2024-01 }',
      'fx A: EUR -> USD { rate 1.4 on 2024-01; rate 1.5 on 2024-01 per <https://b.example> }',
      'fx C: EUR -> USD { rate 1.1 on 2024-01-01 }',
      'fx D: EUR -> USD { rate 1.7 on 2024 }',
    ];
    for (const order of [files, files.toReversed()]) {
      checkRate(ratesIn(...order), 'EUR', 'USD', '2024-02-01', '1.1: EUR USD 1.1 on 2024-01-01');
      const months = order.filter((text) => !text.includes('2024-01-01'));
      checkRate(ratesIn(...months), 'EUR', 'USD', '2024-02-01', '1.4: EUR USD 1.4 on 2024-01');
    }
  });

  it('are read anew after a change of rates, and only then', () => {
    const { project } = projectOf({
      'fx.deal': 'fx E: EUR -> USD { rate 1.1 on 2024 }',
      'other.deal': 'company A',
    });
    const before = project.rates;
    project.setFile(uriOf('other.deal'), DealDocument.parse('company B'));
    assert.equal(project.rates, before);
    project.setFile(uriOf('fx.deal'), DealDocument.parse('fx E: EUR -> USD { rate 1.3 on 2024 }'));
    checkRate(project.rates, 'EUR', 'USD', '2024', '1.3: EUR USD 1.3 on 2024');
    project.removeFile(uriOf('fx.deal'));
    checkRate(project.rates, 'EUR', 'USD', '2024', 'none');
  });

  it('are the nearest before a day, whatever else is known', () => {
    const step = fc.record({
      pair: fc.constantFrom('EUR -> USD', 'USD -> EUR'),
      on: fc.integer({ min: 1, max: 28 }),
      rate: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.integer({ min: 1, max: 28 }), (steps, day) => {
        const rates = ratesIn(
          ...steps.map(
            ({ pair, on, rate }, index) =>
              `fx F${index}: ${pair} { rate ${rate} on 2024-02-${String(on).padStart(2, '0')} }`,
          ),
        );
        const by = steps.filter(({ on }) => on <= day).map(({ on }) => on);
        const found = rates.on('EUR', 'USD', dayOf(2024, 2, day));
        assert.equal(found?.on.earliest, by.length > 0 ? dayOf(2024, 2, Math.max(...by)) : undefined);
      }),
      { numRuns: propertyRuns },
    );
  });
});
