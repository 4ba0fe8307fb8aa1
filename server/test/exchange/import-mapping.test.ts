import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { guessedMapping } from '../../src/exchange/import/guess';
import { inputByPreset } from '../../src/exchange/import/input';
import { emptyMapping, headerKey } from '../../src/exchange/import/mapping';
import { mappingText, readMapping } from '../../src/exchange/import/mapping-file';
import { presetNamed, presets } from '../../src/exchange/import/presets';
import { readTable } from '../../src/exchange/import/table';

describe('a mapping', () => {
  for (const [said, ...problems] of [
    ['[]', /It is a JSON object/],
    ['{ "kind": "round",, }', /Line 1 is no JSON/],
    ['{ "preset": "crunch" }', /There is no preset “crunch”. There are crunchbase-acquisitions,/],
    ['{ "curency": "USD" }', /There is no option “curency”; did you mean “currency”/],
    ['{ "currency": "US" }', /“currency” cannot be “US”. Did you mean USD/],
    ['{ "kind": "venture" }', /“kind” cannot be “venture”. It is one of investment,/],
    ['{ "dates": "MM/DD" }', /“dates” cannot be “MM\/DD”. It is one of YMD, MDY, DMY, auto/],
    ['{ "columns": { "Investr": "giver" } }', /The file has no column “Investr”. Did you mean “Investor”\?/],
    [
      '{ "columns": { "Investor": "givr" } }',
      /Column “Investor”: “is” cannot be “givr”; did you mean “giver”\? /,
    ],
    ['{ "columns": { "Investor": { "is": "giver", "sep": ";" } } }', /Column “Investor” has no option “sep”/],
    [
      '{ "columns": { "Amount": { "is": "amount", "in": "Mio" } } }',
      /Column “Amount”: “in” cannot be “Mio”. It is one of units,/,
    ],
    [
      '{ "columns": { "Amount": { "is": "kind", "values": { "x": "gift" } } } }',
      /Column “Amount”: “x” cannot be “gift”. It is one of/,
    ],
    ['{ "source": { "published": "soon", "url": "x" } }', /“published” is a date/, /“url” is an address/],
    ['{ "headerLine": 0 }', /“headerLine” is the number of the line/],
  ] as const) {
    it(`says what is wrong in it, and the way out: ${said}`, () => {
      const got = readMapping(said, ['Investor', 'Company', 'Amount']).problems;
      assert.equal(got.length, problems.length, got.join('\n'));
      problems.forEach((problem, at) => assert.match(got[at] ?? '', problem));
    });
  }

  it('names columns as they are called, whatever that means elsewhere', () => {
    const said =
      '{ "columns": { "__proto__": "giver", "constructor": { "is": "kind", "values": { "__proto__": "loan" } } } }';
    const { mapping, problems } = readMapping(said, ['__proto__', 'constructor']);
    assert.deepEqual(problems, []);
    assert.equal(mapping.columns.get(headerKey('__proto__'))?.is, 'giver');
    assert.equal(mapping.columns.get('constructor')?.values?.get(headerKey('__proto__')), 'loan');
    assert.deepEqual(readMapping('{ "__proto__": { "kind": "loan" } }').problems.length, 1);
  });

  it('is refused where it is nested deeper than any mapping', () => {
    for (const sign of ['[', '{ "a": ']) {
      assert.deepEqual(readMapping(`{\n"columns": ${sign.repeat(200_000)}`).problems, [
        'Line 2 is nested more than 100 deep: a mapping needs no more than five.',
      ]);
    }
  });

  it('is no preset for a file that lacks most of what tells it, and says what is missing of others', () => {
    const rounds = 'company_name,funding_round_permalink,funded_at\nA,1,2020\n';
    const pitchbook = presetNamed('pitchbook-deals');
    const edges = presetNamed('edges');
    assert.ok(pitchbook && edges);
    const refused = inputByPreset(rounds, pitchbook);
    assert.deepEqual('problems' in refused && refused.problems, [
      'It lacks 3 of the 4 columns that tell pitchbook-deals: Deal Date, Deal Size, Deal Type. It has company_name, funding_round_permalink, funded_at. Name another preset, or say by a mapping what they are.',
    ]);
    const read = inputByPreset('from,amount\nA,1\n', edges);
    assert.deepEqual('table' in read && read.table.notes, [
      'It lacks 1 of the 2 columns that tell edges: target or to or receiver.',
    ]);
  });

  it('says in its guide which words of lists of edges turn a row round', () => {
    const guide = readFileSync('docs/import.md', 'utf8');
    const values = presetNamed('edges')?.mapping.columns.get('type')?.values ?? new Map<string, string>();
    for (const [word, kind] of values) {
      if (kind.endsWith(' reversed')) assert.ok(guide.includes(`\`${word}\``), word);
    }
  });

  it('can have comments, and changes of a preset what it says', () => {
    const { mapping, problems } = readMapping(
      '{ // ours\n "preset": "edges", "currency": "EUR", "columns": { "Amount": { "is": "amount", "in": "millions" } }, }',
    );
    assert.deepEqual(problems, []);
    assert.equal(mapping.currency, 'EUR');
    assert.equal(mapping.columns.get('amount')?.power, 6);
    assert.equal(mapping.columns.get('source')?.is, 'giver');
  });

  for (const { name, mapping } of presets) {
    it(`comes back from its file: ${name}`, () => {
      const { mapping: back, problems } = readMapping(mappingText(mapping));
      assert.deepEqual(problems, []);
      assert.deepEqual(back, mapping);
    });
  }

  it('is guessed from headers and cells', () => {
    const { columns } = guessedMapping(
      readTable(
        'Deal ID,Investors,Startup,Amount (USD mil),Announced,Link,Zodiac\n1,"A; B",C,5,2020-01-01,https://example.com,Leo\n',
      ),
      emptyMapping,
    );
    assert.deepEqual(
      [...columns.values()],
      [
        { is: 'key' },
        { is: 'giver', separator: ';' },
        { is: 'receiver' },
        { is: 'amount', power: 6, currency: 'USD' },
        { is: 'date', status: 'announced' },
        { is: 'source' },
        { is: 'field' },
      ],
    );
  });
});
