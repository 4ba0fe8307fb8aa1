import assert from 'node:assert/strict';
import { ran } from './command-fixture';

describe('dealgraph check --format sarif', () => {
  it('tells problems with rules, places and what belongs to them', async () => {
    const files = { 'deals/a b.deal': 'company A\ncompany A\ninvestment D: A -> N { amount $1M }\n' };
    const log = JSON.parse((await ran(['check', '--format', 'sarif'], files)).out);
    assert.equal(log.version, '2.1.0');
    const [{ tool, results }] = log.runs;
    const rules = new Set(tool.driver.rules.map(({ id }: { id: string }) => id));
    assert.ok(results.length > 1);
    for (const { ruleId, locations } of results) {
      const { uri, uriBaseId } = locations[0].physicalLocation.artifactLocation;
      assert.ok(rules.has(ruleId), ruleId);
      assert.deepEqual(
        { uri, uriBaseId },
        {
          uri: 'deals/a%20b.deal',
          uriBaseId: '%SRCROOT%',
        },
      );
    }
  });
});
