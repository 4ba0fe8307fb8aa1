import assert from 'node:assert/strict';
import { dealsOf, flowsOfParty, positionsOf } from '../../src/model/position';
import { describeSum } from '../../src/values/sum';
import { projectOf, sample } from '../project-fixture';

/** What goes into and out of A, by purpose: `direction purpose (deals): promised | executed | rumored`. */
function checkPositions(files: Readonly<Record<string, string>>, party: string, ...expected: string[]): void {
  const { project } = projectOf(files);
  const positions = positionsOf(project, flowsOfParty(project, party)).map(
    ({ direction, purpose, buckets: { promised, executed, rumored }, flows }) =>
      `${direction} ${purpose} (${flows.length}): ${[promised, executed, rumored].map(describeSum).join(' | ')}`,
  );
  assert.deepEqual(positions, expected);
}

describe('positions', () => {
  it('keep purposes, directions and certainties apart', () => {
    checkPositions(
      {
        'main.deal': [
          'investment I1: B -> A { amount $2B; status announced }',
          'investment I2: B -> A { amount €1B; status closed }',
          'round I3: B, C -> A { amount ~$3B; status talks }',
          'loan L: B -> A { amount $1B; status signed }',
          'grant G: B -> A { amount $10M; status closed }',
          'supply S1: A -> B { amount $6M/year over 2y }',
          'supply S2: B -> A { amount $40M..$60M }',
          'acquisition Q1: A -> C { amount $5M; seller B; status closed }',
          'acquisition Q2: B -> C { amount $7M; seller A }',
          'project P: A { budget $100M }',
          'investment I4: A -> C { amount $3M; status withdrawn }',
        ].join('\n'),
      },
      'A',
      'in capital (3): $2B + €1B | €1B | about $3B',
      'in debt (1): $1B | nothing | nothing',
      'in grant (1): $10M | $10M | nothing',
      'in purchase (1): $7M | nothing | nothing',
      'in trade (1): $12M | nothing | nothing',
      'out capital (1): nothing | nothing | nothing',
      'out purchase (1): $5M | $5M | nothing',
      'out trade (1): $40M–$60M | nothing | nothing',
      'out plan (1): $100M | nothing | nothing',
    );
  });

  it('of the sample are what its facts say', () => {
    const files = sample('ai-race');
    checkPositions(
      files,
      'Anthropic',
      'in capital (4): $11B | $1B | $2B',
      'out trade (1): nothing | nothing | nothing',
    );
    checkPositions(files, 'Lightspeed', 'out capital (1): nothing | nothing | $2B');
    checkPositions(files, 'SoftBank', 'out plan (1): up to $500B | nothing | nothing');
    checkPositions(
      files,
      'Amazon',
      'out capital (1): $8B | nothing | nothing',
      'out plan (1): $100B | nothing | nothing',
    );
  });

  it('know the deals of a party, each once, but not those that only cite it or speak of it', () => {
    const { project } = projectOf({
      'main.deal': [
        'venture A { member A; member B; customer A }',
        'investment I: A -> B { lead A; adviser A }',
        'claim C: B disputes A',
        'valuation V: A { value $1B }',
        'investment J: B -> C { amount $1B per A }',
      ].join('\n'),
    });
    const deals = dealsOf(project, 'A').map(({ name }) => name);
    assert.deepEqual(deals.sort(), ['A', 'I']);
  });
});
