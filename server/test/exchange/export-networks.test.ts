import assert from 'node:assert/strict';
import { MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import fc from 'fast-check';
import { gexfFile } from '../../src/exchange/export/gexf';
import { graphmlFile } from '../../src/exchange/export/graphml';
import { networkOf } from '../../src/exchange/export/network';
import { idsOf } from '../../src/exchange/export/network-attributes';
import type { Selection } from '../../src/exchange/export/selection';
import { dealText, propertyRuns, validText } from '../language/random-text';
import { ecosystemsIn, projects, selectionOf, textIn } from './export-fixture';

const story = {
  'a.deal': [
    'company A "A & <B>" { country US; parent H from 2020 until 2024 }',
    'round R "Series “A”": A, F -> B { lead L; status talks on 2023-02; status signed on 2024-03-05; amount $2M..$3M }',
    'supply S: A -> B { status signed on 2022-01-01; status terminated on 2024-01-01 }',
    'supply S2: A -> B { status signed on 2022-01-01; status expired on 2023-01-01; status signed on 2024-01-01 }',
    'grant T: A -> C { status terminated on 2024-01-01 }',
    'partnership P: A, B, C',
    'round Q: A, undisclosed -> B, C { amount ~$1M }',
    'holding H1: A -> B { stake 20%..30% on 2024-01-01 }',
    'loan N: A { amount $1M }',
  ].join('\n'),
};

describe('a network of deals', () => {
  for (const [format, read] of [
    ['GEXF', readGexf],
    ['GraphML', readGraphml],
  ] as const) {
    describe(`as ${format}`, () => {
      for (const [name, files] of Object.entries(projects)) {
        it(`has the same points and lines when it is read back: ${name}`, () => {
          const whole = selectionOf(files());
          for (const selection of [whole, ...ecosystemsIn(whole)]) checkSame(selection, read);
        });
      }

      it('has the same points and lines when it is read back: any text', () => {
        fc.assert(
          fc.property(fc.oneof(dealText, validText, strangeNames), (text) =>
            checkSame(selectionOf({ 'a.deal': text }), read),
          ),
          { numRuns: Math.min(propertyRuns, 1000) },
        );
      });

      it('tells what is known of them', () => {
        const graph = read(selectionOf(story));
        const { kind, country, label } = graph.getNodeAttributes('party:A');
        assert.deepEqual([kind, country, label], ['company', 'US', 'A & <B>']);
        assert.equal(graph.getNodeAttribute('party:B', 'kind'), 'undeclared');
        // One of several givers and one receiver: a line for each.
        const round = graph.filterEdges((_, { deal }) => deal === 'R');
        assert.equal(round.length, 3);
        const [holding] = graph.filterEdges((_, { kind: own }) => own === 'holding');
        assert.deepEqual(
          ['share_min', 'share_max'].map((name) => Number(graph.getEdgeAttribute(holding, name))),
          [20, 30],
        );
        assert.equal(graph.filterEdges((_, { deal }) => deal === 'P').length, 3);
        assert.equal(graph.degree('deal:Q'), 4);
        assert.equal(graph.getNodeAttribute('undisclosed:left:Q', 'kind'), 'undisclosed');
      });
    });
  }

  it('moves through time in GEXF', () => {
    const text = textIn(gexfFile(selectionOf(story)).files, 'deals.gexf');
    const edge = (deal: string) =>
      new RegExp(`<edge [^>]*kind="\\w+ ${deal}"[^]*?</edge>`).exec(text)?.[0].replaceAll(/\s+/g, ' ') ?? '';
    assert.match(edge('R'), /<attvalue for="status" value="talks" start="2023-02-01" end="2024-03-04"\/>/);
    assert.match(edge('R'), /<attvalue for="status" value="signed" start="2024-03-05"\/>/);
    assert.match(edge('R'), /<spells> <spell start="2023-02-01"\/> <\/spells>/);
    assert.match(edge('S'), /<spell start="2022-01-01" end="2023-12-31"\/> <\/spells>/);
    assert.match(edge('S2'), /<spell start="2022-01-01" end="2022-12-31"\/> <spell start="2024-01-01"\/>/);
    assert.doesNotMatch(edge('P'), /spell/);
    assert.match(edge('T'), /<spells> <spell end="2023-12-31"\/> <\/spells>/);
    assert.match(edge('A'), /<spell start="2020-01-01" end="2024-12-31"\/>/);
  });

  it('has starts and ends in GraphML', () => {
    const graph = readGraphml(selectionOf(story));
    const [edge] = graph.filterEdges((_, { deal }) => deal === 'S');
    const { start, end, status } = graph.getEdgeAttributes(edge);
    assert.deepEqual([start, end, status], ['2022-01-01', '2023-12-31', 'terminated']);
  });

  it('says what it leaves out', () => {
    const gexf = gexfFile(selectionOf(story)).dropped;
    assert.deepEqual(gexf, [
      '1 deal that ties nobody',
      '2 deals’ money, which is not known, recurs, or is on several lines together',
    ]);
    assert.deepEqual(graphmlFile(selectionOf(story)).dropped.slice(gexf.length), [
      'how 5 lines stood on other days',
      'the time in which 1 line stood no more, before beginning anew',
    ]);
  });
});

/** Names that XML has its trouble with. */
const strangeNames = fc
  .array(
    fc.string({
      unit: fc.constantFrom(
        '&',
        '<',
        '>',
        "'",
        ']]>',
        '&amp;',
        '\u0001',
        '\uffff',
        '\ud800',
        '\t',
        ' ',
        'a',
        'é',
        '😀',
      ),
    }),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .map((names) =>
    names.map((name, index) => `grant G${index}: "${name}" -> "${names[0]}!" { amount $1M }`).join('\n'),
  );

function readGexf(selection: Selection): MultiGraph {
  const text = textIn(gexfFile(selection).files, 'deals.gexf');
  // The reader knows one list of attributes for lines alone.
  return new MultiGraph().import(parseGexf(MultiGraph, text, { allowUndeclaredAttributes: true }).export());
}

function readGraphml(selection: Selection): MultiGraph {
  const text = textIn(graphmlFile(selection).files, 'deals.graphml');
  return new MultiGraph().import(parseGraphml(MultiGraph, text).export());
}

function checkSame(selection: Selection, read: (selection: Selection) => MultiGraph): void {
  const network = networkOf(selection);
  const ids = idsOf(network);
  const graph = read(selection);
  assert.deepEqual(
    graph.nodes(),
    network.nodes.map(({ id }) => ids.get(id)),
  );
  assert.deepEqual(
    graph.mapEdges((edge, _, source, target) => [edge, source, target]),
    network.edges.map(({ id, from, to }) => [id, ids.get(from), ids.get(to)]),
  );
}
