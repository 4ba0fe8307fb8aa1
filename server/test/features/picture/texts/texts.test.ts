import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dotOf } from '../../../../src/features/picture/texts/dot';
import * as mermaid from '../../../../src/features/picture/texts/mermaid';
import { withoutTies } from '../../../../src/features/picture/texts/without-ties';
import { quote } from '../../../../src/language/quote';
import type { Graph } from '../../../../src/picture/graph';
import type { GraphText } from '../../../../src/protocol';
import { dayOf } from '../../../../src/values/date';
import { largeProject } from '../../../large-project';
import { propertyRuns } from '../../../language/random-text';
import { fixtureDay } from '../../../project-fixture';
import { graphIn } from '../picture-fixture';
import { finished } from '../finished';
import { parseDot, parseMermaid, type Parsed } from './parsers';

const text = [
  'company Amazon',
  'company Anthropic',
  'fund MGX',
  'company Solo { sector energy }',
  'ecosystem E "Around \\"Anthropic\\"" { hub Anthropic }',
  'ecosystem F "Mine" { hub Solo; include Amazon }',
  'investment I: Amazon -> Anthropic { amount $8B; status closed on 2024-11-22 }',
  'partnership P: Amazon <-> MGX { status talks on 2025-01 }',
  'loan L: MGX -> Anthropic { amount $1B; status signed on 2024 }',
  'supply S: Amazon -> Anthropic { provides compute exclusive; status ended on 2024 }',
  'claim C: MGX disputes L.amount { on 2025-01 }',
  'grant G: Amazon -> MGX { status signed on 2025-06 }',
].join('\n');

const mermaidOf = (graph: Graph, day: number): GraphText => finished(mermaid.mermaidOf(graph, day)).value;

/** Checks that what is read of a picture's text are the points of the graph, each once. */
function checkPoints({ nodes }: Graph, read: Parsed): void {
  const titles = (all: Iterable<string>) => [...all].map((title) => title.trim()).sort();
  assert.deepEqual(titles(read.nodes.values()), titles(nodes.map(({ title }) => title)));
  for (const { from, to } of read.edges) assert.ok(read.nodes.has(from) && read.nodes.has(to));
}

describe('a picture without some of its ties', () => {
  it('says how many these are, and still has everybody', () => {
    const graph = graphIn(text);
    const [first, second] = graph.ties;
    const part = withoutTies(graph, [first!.id, second!.id, 'no such tie']);
    assert.deepEqual(part.ties, graph.ties.slice(2));
    assert.deepEqual(part.nodes, graph.nodes);
    assert.match(dotOf(part, fixtureDay).text, /2 ties are hidden by the filters/);
    assert.equal(withoutTies(graph, []), graph);
  });
});

describe('a picture as text', function () {
  // A parser is loaded with the first test.
  this.slow(10_000);

  it('is a flowchart for Mermaid', async () => {
    const graph = graphIn(text);
    const { text: written, remarks } = mermaidOf(graph, fixtureDay);
    assert.equal(
      written,
      [
        '---',
        'title: "project, as of 31 January 2025"',
        '---',
        '%% Thick lines: done. Thin: promised. Dotted: talked about. Pale: over.',
        '%% 1 line begins after 31 January 2025 and is left out.',
        '%% 1 party is in several ecosystems and drawn in the first of them.',
        'flowchart LR',
        '  subgraph g1["Around #34;Anthropic#34;"]',
        '    n3["Anthropic"]',
        '    n1["Amazon"]',
        '    n2[("MGX")]',
        '  end',
        '  subgraph g2["Mine"]',
        '    n4["Solo"]',
        '  end',
        '  n1 ==>|"investment #36;8B"| n3',
        '  n2 -->|"loan #36;1B (disputed by MGX)"| n3',
        '  n1 -.-|"partnership"| n2',
        '  n1 -->|"supply contract, exclusive"| n3',
        '  classDef hub stroke-width:3px',
        '  class n3,n4 hub',
        '  linkStyle 3 opacity:0.35',
        '',
      ].join('\n'),
    );
    assert.deepEqual(remarks, [
      '1 line begins after 31 January 2025 and is left out.',
      '1 party is in several ecosystems and drawn in the first of them.',
    ]);
    const read = await parseMermaid(written);
    checkPoints(graph, read);
    assert.deepEqual(
      read.edges.map(({ from, to, look }) => `${from} ${look} ${to}`),
      [
        'n1 thick arrow_point n3',
        'n2 normal arrow_point n3',
        'n1 dotted arrow_open n2',
        'n1 normal arrow_point n3',
      ],
    );
    assert.deepEqual(
      read.groups.map(({ title, members }) => `${title}: ${[...members].sort().join(' ')}`),
      ['Around "Anthropic": n1 n2 n3', 'Mine: n4'],
    );
  });

  it('is a graph in DOT', () => {
    const graph = graphIn(text);
    const { text: written, remarks } = dotOf(graph, fixtureDay);
    assert.equal(
      written,
      [
        '// Thick lines: done. Thin: promised. Dotted: talked about. Pale: over.',
        '// 1 line begins after 31 January 2025 and is left out.',
        '// 1 party is in several ecosystems and drawn in the first of them.',
        'digraph "project, as of 31 January 2025" {',
        '  graph [label="project, as of 31 January 2025", labelloc=t, rankdir=LR, fontname="sans-serif"]',
        '  node [shape=box, style="rounded", fontname="sans-serif"]',
        '  edge [fontname="sans-serif", fontsize=10]',
        '  subgraph cluster_g1 {',
        '    graph [label="Around \\"Anthropic\\"", style="rounded", color=gray]',
        '    n3 [label="Anthropic", penwidth=3]',
        '    n1 [label="Amazon"]',
        '    n2 [label="MGX", shape=cylinder, style=""]',
        '  }',
        '  subgraph cluster_g2 {',
        '    graph [label="Mine", style="rounded", color=gray]',
        '    n4 [label="Solo", penwidth=3]',
        '  }',
        '  n1 -> n3 [label="investment $8B", style=bold]',
        '  n2 -> n3 [label="loan $1B (disputed by MGX)", style=solid]',
        '  n1 -> n2 [label="partnership", style=dotted, dir=none]',
        '  n1 -> n3 [label="supply contract, exclusive", style=solid, color=gray, fontcolor=gray, class=over]',
        '}',
        '',
      ].join('\n'),
    );
    assert.equal(remarks.length, 2);
    const read = parseDot(written);
    checkPoints(graph, read);
    assert.deepEqual(read.groups, [
      { title: 'Around "Anthropic"', members: ['n3', 'n1', 'n2'] },
      { title: 'Mine', members: ['n4'] },
    ]);
  });

  it('has what a picture leaves out and its sources as comments, and turns nothing around', async () => {
    const graph = graphIn(
      [
        'company A "Acme\u202e\u2066 Ltd"',
        'source S "The %%{init} }{ Times" { date 2024 }',
        'loan L: A -> B { amount $1B; status signed per S }',
        'supply P: A -> A',
      ].join('\n'),
    );
    const remarks = graph.remarks.map((text) => text.replaceAll(/[\u202e\u2066]/g, ''));
    const comments = [...remarks, 'Sources: The %%{init} }{ Times'];
    assert.equal(comments.length, 3);
    const dot = dotOf(graph, fixtureDay).text;
    for (const comment of comments) assert.ok(dot.includes(`\n// ${comment}\n`), dot);
    const { text: flowchart } = mermaidOf(graph, fixtureDay);
    for (const comment of comments)
      assert.ok(flowchart.includes(`\n%% ${comment.replaceAll(/[{}]/g, ' ')}\n`), flowchart);
    for (const read of [parseDot(dot), await parseMermaid(flowchart)])
      assert.deepEqual([...read.nodes.values()], ['Acme Ltd', 'B']);
  });

  it('tells on a line of many deals what those of the day come to, and what a deal of several is a part of', () => {
    const loans = [2020, 2021, 2022, 2023].map(
      (year) => `loan L${year}: A -> B { amount $1B; status signed on ${year} }`,
    );
    const talks =
      'loan T: A -> B { amount >$5B; status talks on 2021 }\nloan N: A -> B { status closed on 2021 }';
    const round = 'round R: C, D -> E { lead C with $6B; amount $10B; status signed on 2020 }';
    const graph = graphIn([...loans, talks, round].join('\n'));
    const labels = (day: number) =>
      [...dotOf(graph, day).text.matchAll(/ -> .*?label="([^"]*)"/g)].map(([, label]) => label);
    assert.deepEqual(labels(dayOf(2020, 6, 1)), [
      'loan, promised: $1B · 1 deal',
      'round $6B of $10B',
      'round of $10B',
    ]);
    assert.deepEqual(
      labels(dayOf(2022, 6, 1))[0],
      'loan, closed: 1 deal; promised: $3B · 3 deals; only talked about: at least $5B · 1 deal',
    );
  });

  it('leaves out what begins later, with the points that stand for nothing else', () => {
    const graph = graphIn('acquisition X: A -> B { seller C; amount $1B; status signed on 2024-06 }');
    assert.equal(parseDot(dotOf(graph, dayOf(2024, 7, 1)).text).nodes.size, 4);
    const before = dotOf(graph, dayOf(2024, 5, 1));
    assert.deepEqual([...parseDot(before.text).nodes.values()].sort(), ['A', 'B', 'C']);
    assert.deepEqual(before.remarks, ['3 lines begin after 1 May 2024 and are left out.']);
  });

  it('is empty of an empty project', async () => {
    assert.equal((await parseMermaid(mermaidOf(graphIn(''), fixtureDay).text)).nodes.size, 0);
    assert.equal(parseDot(dotOf(graphIn(''), fixtureDay).text).nodes.size, 0);
  });

  it('has every shape that its parser knows', async () => {
    const kinds = ['company', 'fund', 'person', 'government', 'organization'];
    const lines = [
      ...kinds.map((kind) => `${kind} A${kind}`),
      'venture V { member Afund }',
      'project P: Afund <-> Aperson',
      'loan L: undisclosed -> Afund',
      'loan M: Afund, Aperson -> V, Agovernment',
      ...Array.from({ length: 30 }, (_, index) => `loan N${index}: Afund -> B${index}`),
    ];
    const graph = graphIn(lines.join('\n'), { most: 36 });
    assert.equal(new Set(graph.nodes.map(({ kind }) => kind)).size, 11);
    checkPoints(graph, await parseMermaid(mermaidOf(graph, fixtureDay).text));
    checkPoints(graph, parseDot(dotOf(graph, fixtureDay).text));
  });

  it('is read as what it says, whatever anybody is called', async () => {
    const title = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.string({
          unit: fc.constantFrom(...'"\'`#;&<>|{}[]()%$\\:-+*_~=.1 a'),
          minLength: 1,
          maxLength: 12,
        }),
        fc.constantFrom(
          'end',
          'graph',
          'subgraph x',
          'style a:#f00;',
          'classDef a fill:#f00;',
          '#quot;',
          '#35;',
          '&lt;b&gt;',
          '<b>x</b>',
          '%%{init: {}}%%',
          '%% not a comment',
          '---',
          '1. one',
          '- one',
          '+ one',
          '12) one',
          '`code`',
          '**strong**',
          '$$x$$',
          'fa:fa-car',
          '\\N',
          '\\n',
          '"',
          '<<i>x</i>>',
          'פלוני אלמוני',
          'ﬂ°°35¶ß',
          'A"]; B',
          'n1 --> n2',
          '@{ shape: x }',
          'click n1 x',
        ),
      )
      .filter((own) => own.trim() !== '' && !/[\r\n]/.test(own));
    await fc.assert(
      fc.asyncProperty(title, title, async (one, other) => {
        const graph = graphIn(
          [
            `company A ${quote(one)}`,
            `loan L ${quote(other)}: A, B -> C, A { status signed on 2024 }`,
            `ecosystem E ${quote(other)} { hub A }`,
          ].join('\n'),
        );
        const flowchart = await parseMermaid(mermaidOf(graph, fixtureDay).text);
        const dot = parseDot(dotOf(graph, fixtureDay).text);
        for (const read of [flowchart, dot]) {
          checkPoints(graph, read);
          assert.equal(read.edges.length, graph.ties.length);
          assert.deepEqual(
            read.groups.map((group) => group.title.trim()),
            graph.hulls.map((hull) => hull.title.trim()),
          );
        }
      }),
      { numRuns: Math.min(propertyRuns, 200) },
    );
  });

  it('stays within the limits of Mermaid, and says what was left out', async () => {
    const files = largeProject(10_000);
    for (const most of [10, 40, 200, 700, 2000]) {
      const graph = graphIn(files, { most });
      const { text: written, remarks } = mermaidOf(graph, fixtureDay);
      assert.ok(written.length <= 50_000);
      const { nodes, edges } = await parseMermaid(written);
      assert.ok(edges.length <= 500);
      const counted = (pattern: RegExp) =>
        Number(remarks.map((remark) => pattern.exec(remark)?.[1]).find((count) => count !== undefined) ?? 0);
      const joined = counted(/^(\d+) lines? (?:is|are) drawn as one/);
      const left = counted(/^(\d+) lines? .*left out|^(\d+) lines with/);
      assert.equal(edges.length + joined + left, graph.ties.length, `${most}: ${remarks.join(' ')}`);
      assert.equal(nodes.size + counted(/^(\d+) part/), graph.nodes.length);
      assert.equal(parseDot(dotOf(graph, fixtureDay).text).edges.length, graph.ties.length);
    }
  });

  it('puts the lines between two together before any is left out', () => {
    const kinds = ['investment', 'loan', 'grant', 'supply'];
    const lines = Array.from({ length: 400 }, (_, index) =>
      kinds.map(
        (kind) => `${kind} D${kind}${index}: A -> B${index} { amount $${index + 1}M; status signed on 2024 }`,
      ),
    );
    const graph = graphIn(lines.flat().join('\n'), { most: 1000 });
    assert.deepEqual(mermaidOf(graph, fixtureDay).remarks, [
      'Mermaid draws 500 lines and 50000 characters at most.',
      '1200 lines are drawn as one with another line between the same two.',
    ]);
  });
});
