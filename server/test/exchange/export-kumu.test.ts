import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { kumuFiles } from '../../src/exchange/export/kumu';
import { networkOf } from '../../src/exchange/export/network';
import type { Selection } from '../../src/exchange/export/selection';
import { projects, selectionOf, textIn } from './export-fixture';

describe('a network for Kumu', () => {
  for (const [name, files] of Object.entries(projects)) {
    it(`has elements that its connections find: ${name}`, () => {
      const selection = selectionOf(files());
      const { nodes, edges } = networkOf(selection);
      const elements = rowsOf(selection, 'elements');
      const connections = rowsOf(selection, 'connections');
      assert.equal(elements.length, nodes.length);
      assert.equal(connections.length, edges.length);
      const ids = new Set(elements.map(({ ID: id }) => id));
      assert.equal(ids.size, elements.length);
      for (const { From: from, To: to, Direction: direction } of connections) {
        assert.ok(ids.has(from) && ids.has(to));
        assert.match(direction ?? '', /^(directed|undirected)$/);
      }
    });
  }

  it('has the columns that Kumu knows first, and parts values by pipes', () => {
    const selection = selectionOf({
      'a.deal': [
        '/// Makes chips.',
        'company A "The A" { sector chips, "a|b"; country US }',
        'supply S "A deal": A -> B { amount $1M; status signed on 2024-01-01; tags x, y }',
        'partnership P: A <-> B',
      ].join('\n'),
    });
    const [{ ID: a, ...element } = {}, { ID: b } = {}] = rowsOf(selection, 'elements');
    assert.deepEqual(element, {
      Label: 'The A',
      Type: 'Company',
      Description: 'Makes chips.',
      Tags: '',
      Country: 'US',
      Sector: 'chips|a/b',
      Website: '',
      Name: 'A',
    });
    const [supply, partnership] = rowsOf(selection, 'connections');
    assert.deepEqual(supply, {
      ID: 'e1',
      From: a,
      To: b,
      Direction: 'directed',
      Type: 'Supply',
      Label: 'A deal',
      Description: '',
      Tags: 'x|y',
      Status: 'signed',
      Purpose: 'trade',
      Currency: 'USD',
      'Amount min': '1000000',
      'Amount max': '1000000',
      'Share min': '',
      'Share max': '',
      Disputed: 'false',
      'Start date': '2024-01-01',
      'End date': '',
      Sources: '',
    });
    assert.equal(partnership?.['Direction'], 'undirected');
  });
});

function rowsOf(selection: Selection, table: string): Record<string, string>[] {
  const text = textIn(kumuFiles(selection).files, `${table}.csv`);
  return parse<Record<string, string>>(text, { columns: true });
}
