import assert from 'node:assert/strict';
import { checkCommand, ran } from './command-fixture';

const files = {
  'dealgraph.json': '{}',
  'deals/a.deal': `company A "<b>Alpha</b>"
company B
company C
ecosystem E "Around B" { hub B }
investment First: A -> B { amount $10M; status closed on 2024-03 }
investment Second: A -> C { amount $5M; status closed on 2024-03 }
`,
};

describe('dealgraph report', () => {
  it('writes Markdown with links that lead from where it stands', async () => {
    const { code, files: written } = await ran(['report', '--output', 'deals/report.md'], files);
    assert.equal(code, 0);
    assert.match(written['deals/report.md'] ?? '', /\]\(a\.deal#L5\)/);
    const { out } = await ran(['report'], files);
    assert.match(out, /\]\(deals\/a\.deal#L5\)/);
    assert.match(out, /\$15M/);
  });

  it('writes on an ecosystem alone, as a page in which nothing of a file is markup', async () => {
    const { out } = await ran(['report', 'deals', '--ecosystem', 'around b', '--format', 'html'], files);
    assert.match(out, /^<!DOCTYPE html>/);
    assert.match(out, /<title>Around B<\/title>/);
    assert.match(out, /&lt;b&gt;Alpha/);
    assert.doesNotMatch(out, /<b>Alpha|Second/);
  });

  it('says of which ecosystem and project it can be', async () => {
    await checkCommand(['report', '--ecosystem', 'F'], files, {
      code: 2,
      err: /no ecosystem “F”\. There is E\./,
    });
    const two = { ...files, 'other/dealgraph.json': '{}', 'other/b.deal': 'company A\n' };
    await checkCommand(['report'], two, { code: 2, err: /several projects/ });
    await checkCommand(['report', 'other'], two, { code: 0, out: /other/ });
  });
});
