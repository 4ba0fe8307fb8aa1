import assert from 'node:assert/strict';
import { checkCommand, ran } from './command-fixture';

const files = {
  'a.deal': `company A "</script><b>Alpha"
company B
company C
ecosystem E "Around C" { hub C }
investment First: A -> B { amount $10M; status closed on 2024-03 }
supply Second: B -> C { amount $5M; status closed on 2025-06 }
`,
};

describe('dealgraph graph', () => {
  it('draws everybody, with the day and in a frame, the same each time', async () => {
    const { code, out, err } = await ran(['graph'], files);
    assert.equal(code, 0, err);
    assert.match(out, /^<\?xml .*\n<svg /);
    assert.match(out, /As of January 31, 2025/);
    assert.match(out, />B<\/text>|>B<\/tspan>/);
    assert.match(out, /#ffffff/);
    const untitled = (svg: string) => svg.replaceAll(/dealgraph-cli-\w+/g, '');
    assert.equal(untitled((await ran(['graph'], files)).out), untitled(out));
  });

  it('draws in dark colours, in each layout', async () => {
    const drawn = new Set<string>();
    for (const layout of ['closeness', 'money', 'hubs']) {
      const { files: written } = await ran(
        ['graph', '--theme', 'dark', '--layout', layout, '-o', 'g.svg'],
        files,
      );
      assert.match(written['g.svg'] ?? '', /fill="#1f1f1f"/);
      drawn.add(written['g.svg'] ?? '');
    }
    assert.equal(drawn.size, 3);
  });

  it('draws what is around somebody, by name or title', async () => {
    const { out } = await ran(['graph', '--of', 'around c', '--format', 'dot'], files);
    assert.match(out, /Around C/);
    assert.doesNotMatch(out, /Alpha/);
    await checkCommand(['graph', '--of', 'D'], files, { code: 2, err: /no ecosystem and no party “D”/ });
  });

  it('writes a page that has all that it asks for, and nothing of the files in its markup', async () => {
    const { out } = await ran(
      ['graph', '--format', 'html', '--layout', 'hubs', '--theme', 'dark', '--as-of', '2025-12-31'],
      files,
    );
    const [, json = ''] = /<script id="picture-data"[^>]*>([^<]*)<\/script>/.exec(out) ?? [];
    const { start, alone } = JSON.parse(json);
    assert.equal(start.scope.root, '');
    assert.equal(alone.state.arrangement, 'hub');
    assert.equal(alone.answers.graph.ties.length, 2);
    for (const question of ['timeline', 'valuations', 'flows']) assert.ok(alone.answers[question]);
    assert.match(alone.cards.First, /Investment of \$10M/);
    assert.match(out, /\/\/ the page <\\\/script>/);
    assert.doesNotMatch(out, /<b>Alpha|prefers-color-scheme/);
    assert.match(out, /color-scheme: dark;/);
  });

  it('takes the format from the name of the file', async () => {
    const page = await ran(['graph', '--output', 'g.html'], files);
    assert.match(page.files['g.html'] ?? '', /^<!DOCTYPE html>/);
    const text = await ran(['graph', '--output', 'g.mmd', '--format', 'dot'], files);
    assert.match(text.files['g.mmd'] ?? '', /^digraph/m);
  });

  it('writes Mermaid, and says beside it what is left out', async () => {
    const { out, err } = await ran(['graph', '--format', 'mermaid'], files);
    assert.match(out, /^flowchart LR$/m);
    assert.match(err, /1 line begins after 31 January 2025/);
    assert.equal((await ran(['graph', '--format', 'mermaid', '--quiet'], files)).err, '');
  });
});
