import assert from 'node:assert/strict';
import { checkCommand, ran } from './command-fixture';

const files = {
  'a.deal': `company A
company B
source s "S"
investment First: A -> B { amount $10M; status closed on 2024-03 per s }
investment Second: A -> B { amount €2M; status talks on 2025-01 }
partnership Third: A <-> B
investment Fourth: A -> Nobody { amount undisclosed }
`,
};

describe('dealgraph stats', () => {
  it('counts for programs', async () => {
    const { out } = await ran(['stats', '--format', 'json'], files);
    const { asOf, files: count, declarations, deals, money, problems } = JSON.parse(out);
    assert.deepEqual(asOf, ['2025-01-31']);
    assert.equal(count, 1);
    assert.deepEqual(declarations, {
      count: 7,
      byKind: { company: 2, investment: 3, partnership: 1, source: 1 },
    });
    assert.deepEqual(deals, {
      count: 4,
      byStatus: { talks: 1, closed: 1, none: 2 },
      withSource: 1,
      withDate: 2,
      withAmount: 2,
    });
    assert.equal(money.capital.promised.text, '$10M + undisclosed');
    assert.equal(money.capital.executed.text, '$10M');
    assert.deepEqual(money.capital.inTalks.totals, [{ currency: 'EUR', min: '2000000', max: '2000000' }]);
    assert.equal(problems.errors, 1);
    assert.ok(problems.warnings > 0);
  });

  it('counts for people', async () => {
    const { out } = await checkCommand(['stats'], files, { code: 0 });
    assert.match(out, /^1 file, 7 declarations, as of 2025-01-31\n/);
    assert.match(out, /^an amount\t2\t50%$/m);
    assert.match(out, /^capital\t\$10M \+ undisclosed\t\$10M\t€2M$/m);
    assert.match(out, /^errors\t1$/m);
  });

  it('counts what is in the paths that are named', async () => {
    const two = { 'dealgraph.json': '{}', ...files, 'b.deal': 'company C\n' };
    assert.match((await ran(['stats', 'b.deal'], two)).out, /^1 file, 1 declaration,/);
  });
});
