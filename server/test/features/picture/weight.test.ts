import assert from 'node:assert/strict';
import { currencyOf, weightOf } from '../../../src/features/picture/weight';
import { inBase } from '../../../src/model/conversion';
import { wholeOf } from '../../../src/model/deal';
import { projectOf } from '../../project-fixture';
import { finished } from './finished';

/** Checks in which currency deals with some amounts are drawn, and what each of them weighs in it. */
function checkWeights(
  amounts: readonly string[],
  currency: string | null,
  weights: readonly (number | null)[],
  baseCurrency?: string,
): void {
  const lines = amounts.map((amount, index) => `grant G${index}: A -> B { amount ${amount} }`);
  const text = [...lines, 'fx R: EUR -> USD { rate 1.1 on 2024-12 }'].join('\n');
  const { project } = projectOf({ 'main.deal': text }, undefined, { baseCurrency });
  const deals = [...project.ofKind('grant')].sort((a, b) => (a.name < b.name ? -1 : 1));
  assert.equal(finished(currencyOf(project, deals)).value, currency);
  assert.deepEqual(
    deals.map((deal) => weightOf(inBase(project, deal, wholeOf(deal)), currency)),
    weights,
  );
}

describe('the weight of money in a picture', () => {
  it('is the middle of its bounds, or the only one', () => {
    checkWeights(['$1B', '~$2B', '$1B..$5B', '<$2B', '>$3B'], 'USD', [1e9, 2e9, 3e9, 1e9, 3e9]);
  });

  it('is not known where nobody says it', () => {
    checkWeights(['undisclosed', '>$0', '$6B/year'], 'USD', [null, null, null]);
    checkWeights(['undisclosed'], null, [null]);
    checkWeights([], null, []);
  });

  it('is in the currency that most use, or in the base currency', () => {
    checkWeights(['$1B', '€1B', '€2B'], 'EUR', [null, 1e9, 2e9]);
    checkWeights(['$1B', '€1B', '£2B'], 'USD', [1e9, 1.1e9, null], 'USD');
  });
});
