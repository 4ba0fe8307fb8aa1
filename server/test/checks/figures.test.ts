import assert from 'node:assert/strict';
import { Big } from 'big.js';
import fc from 'fast-check';
import { propertyRuns } from '../language/random-text';
import { allFindings, projectOf } from '../project-fixture';

/** The messages about a deal between two parties, which says these lines. */
function messagesOf(deal: string): string[] {
  const { project, findings } = projectOf({ 'a.deal': `company A\ncompany B\n${deal}` });
  return allFindings(project, findings).map(({ message }) => message);
}

function round(...lines: string[]): string {
  return `round Deal: A -> B {\n  per <https://example.com>\n  ${lines.join('\n  ')}\n}\n`;
}

describe('a stake', () => {
  it('is what the amount buys, as far as all three are rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.nat({ max: 3 }),
        (amount, rest, decimals) => {
          const post = amount + rest;
          const stake = new Big(amount).div(post).times(100).toFixed(decimals);
          const lines = [`amount $${amount}M`, `stake ${stake}%`, `valuation $${post}M post`];
          assert.deepEqual(messagesOf(round(...lines)), []);
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('is told with what it would be', () => {
    assert.deepEqual(messagesOf(round('amount $2B', 'stake 10%', 'valuation $60B post')), [
      '$2B at a post-money valuation of $60B buys 3.33%, stake says 10%. Correct one of the three.',
    ]);
    assert.equal(messagesOf(round('amount $2B', 'stake >10%', 'valuation $60B post')).length, 1);
  });

  it('is let pass where some reading fits, or where the valuation may be another one', () => {
    for (const lines of [
      ['amount $1B..$6B', 'stake 10%', 'valuation $60B post'],
      ['amount $2B', 'stake <10%', 'valuation $60B post'],
      ['amount $2B', 'stake 10%', 'valuation <$60B post'],
      ['amount undisclosed', 'stake 10%', 'valuation $60B post'],
      ['amount $2B', 'stake undisclosed', 'valuation $60B post'],
      ['amount €2B', 'stake 10%', 'valuation $60B post'],
      ['amount $2B', 'stake 10%', 'valuation $60B pre'],
      ['amount $2B', 'stake 10%', 'valuation $60B'],
    ]) {
      assert.deepEqual(messagesOf(round(...lines)), [], lines.join());
    }
  });
});

describe('what members put in', () => {
  const venture = (...lines: string[]) =>
    `venture Deal {\n  per <https://example.com>\n  ${lines.join('\n  ')}\n}\n`;

  it('is told where it is more than the budget', () => {
    assert.deepEqual(messagesOf(venture('budget $20B', 'member A with $19B', 'member B with $7B')), [
      'The members put in $26B, the budget is $20B. Correct a contribution or the budget.',
    ]);
  });

  it('is let pass where some reading fits', () => {
    for (const lines of [
      ['budget $26B', 'member A with $19B', 'member B with $7B'],
      ['budget $25.6B', 'member A with $19B', 'member B with $7B'],
      ['budget $10B..$50B', 'member A with $19B', 'member B with $7B'],
      ['budget >$10B', 'member A with $19B', 'member B with $7B'],
      ['budget $10B', 'member A with <$19B', 'member B with €7B'],
      ['budget undisclosed', 'member A with $19B', 'member B with $7B'],
    ]) {
      assert.deepEqual(messagesOf(venture(...lines)), [], lines.join());
    }
  });
});
