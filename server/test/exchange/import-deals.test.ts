import assert from 'node:assert/strict';
import { Importer } from '../../src/exchange/import/imported';
import { emptyMapping } from '../../src/exchange/import/mapping';
import { presetFor, presets } from '../../src/exchange/import/presets';
import { readTable } from '../../src/exchange/import/table';
import { projectOf } from '../project-fixture';
import { checkImport, imported } from './import-fixture';

describe('the deals of a table', () => {
  it('say what its columns say, with where it was read', () =>
    checkImport(
      `Investors,Company,Round,Raised,Post,When,Link
Ada (lead); Charles,Engines Ltd.,Series A,$5M,20,2024-03-05,https://example.com/a`,
      {
        kind: 'round',
        currency: 'USD',
        givers: 'fund',
        source: { name: 'desk', title: 'Our desk' },
        columns: {
          Investors: { is: 'giver', separator: ';' },
          Company: 'receiver',
          Round: 'type',
          Raised: 'amount',
          Post: { is: 'valuation', as: 'post', in: 'millions' },
          When: { is: 'date', status: 'announced' },
          Link: 'source',
        },
      },
      {
        parties: 'fund Ada\n\nfund Charles\n\ncompany Engines-Ltd "Engines Ltd."\n',
        deals: `
round Engines-Ltd-series-a: Ada, Charles -> Engines-Ltd {
  lead      Ada
  amount    $5M       per desk, <https://example.com/a>
  valuation $20M      post per desk, <https://example.com/a>
  type      series-a
  status    announced on 2024-03-05
}`,
      },
    ));

  it('keep what cannot be read, and say so', () =>
    checkImport(
      `source,target,amount,date,type
A,B,a lot,0000-00-00,hugs`,
      undefined,
      {
        deals: `
investment A-B: A -> B {
  per   table
  field "type" "hugs"
  field "date" "0000-00-00"
  field "amount" "a lot"
}`,
        kept: ['2: type hugs', '2: date 0000-00-00', '2: amount a lot'],
      },
    ));

  it('have no amount where its sign contradicts the currency of the row, or that is none', () =>
    checkImport(
      'source,target,amount,currency\nA,B,$5M,EUR\nA,C,$5M,CAD\nA,D,$5M,Taler\nA,E,undisclosed,Taler',
      undefined,
      {
        deals: `
investment A-B: A -> B {
  per   table
  field "amount" "$5M"
  field "currency" "EUR"
}

investment A-C: A -> C {
  amount C$5M per table
}

investment A-D: A -> D {
  per   table
  field "amount" "$5M"
  field "currency" "Taler"
}

investment A-E: A -> E {
  amount undisclosed per table
}`,
        kept: ['2: amount $5M', '4: amount $5M'],
      },
    ));

  it('have line breaks in notes and fields', () =>
    checkImport(
      'A,B,N,F\nx,y,"one \n  two","three\n\nfour"',
      { columns: { A: 'giver', B: 'receiver', N: 'note', F: 'field' } },
      {
        deals: `
investment x-y: x -> y {
  note  "one\\ntwo"
  per   table
  field "F" "three\\n\\nfour"
}`,
      },
    ));

  it('keep what stands behind the last column with a header', () => {
    const { report } = checkImport(
      'from,to,amount,date,lead_banker,comment,empty\nA,B,5,2020,Ada,x,,EXTRA,MORE',
      undefined,
      {
        deals: `
investment A-B-2020: A -> B {
  amount $5 per table
  on     2020
  field  "column 8" "EXTRA"
  field  "column 9" "MORE"
}`,
        kept: ['2: column 8 EXTRA', '2: column 9 MORE'],
      },
    );
    assert.deepEqual(report.notes, [
      'table.csv: 2 columns are left out: lead_banker, comment; a mapping with "rest": "field" keeps them.',
    ]);
  });

  it('leave out no column where the mapping keeps the rest', () => {
    const { report } = checkImport(
      'from,to,comment\nA,B,x,MORE',
      { preset: 'edges', rest: 'field' },
      {
        deals: `
investment A-B: A -> B {
  per   table
  field "comment" "x"
  field "column 4" "MORE"
}`,
      },
    );
    assert.deepEqual(report.notes, []);
  });

  for (const [csv, ...notes] of [
    [
      'from,to,amount\nA,B,1.500\nA,C,350.000\nA,D,7',
      /“amount”: all 2 figures with a point have three digits behind it, such as 1\.500, and are read as decimals; "decimals": "comma"/,
    ],
    ['from,to,amount\nA,B,1.500\nA,C,350.25'],
    ['from,to,amount\nA,B,$1.500M'],
    ['from,to,amount\nA,B,"1,500"'],
    [
      'from,to,type\nA,B,cloud_contract\nA,C,cloud_contract\nA,D,customer\nA,E,supply',
      /: 2 rows are turned round, since “cloud_contract” says that the receiver stands first\./,
      /: 1 row is turned round, since “customer” says/,
    ],
    [
      'from,to\nAda and Charles,B\nMary and Ada,C\nX / Y,D\nE,F and G',
      /“from”: 3 cells may name several parties, such as “Ada and Charles”, and are read as one name each; "separator": " and "/,
    ],
    ['from,to\n"Ada, Charles",B', /“from”: 1 cell may name .* is read as one name; "separator": ","/],
    ['from,to\n"Ada, Inc.",B\nTiffany & Co.,B\nAT&T,B'],
  ] as const) {
    it(`say of whole columns what is worth telling: ${csv.replaceAll('\n', ' | ')}`, () => {
      const got = imported(csv).report.notes;
      assert.equal(got.length, notes.length, got.join('\n'));
      notes.forEach((note, at) => assert.match(got[at] ?? '', note));
    });
  }

  it('are told apart by a scope where two files have one name', () => {
    const importer = new Importer();
    const table = readTable('id,from,to\n1,A,B\n');
    const { mapping } = presets.find(({ name }) => name === 'edges')!;
    importer.add('2024/deals.csv', table, mapping);
    importer.add('2025/deals.csv', table, mapping);
    assert.deepEqual(importer.finish().report.notes, [
      '2025/deals.csv: 2024/deals.csv has the same name, and the same numbers would be the same deals: import each with a "scope" of its own in the mapping.',
    ]);
  });

  it('are made in no time of thousands of rows that have one key, one content, or parties of one name', () => {
    const rows = (line: (index: number) => string) => Array.from({ length: 20_000 }, (_, at) => line(at));
    const tables = [
      ['id,from,to,amount', ...rows((at) => `1,A,B,${at}`)],
      ['from,to,amount', ...rows((at) => `A,B,${at}`)],
    ];
    for (const lines of tables) {
      const importer = new Importer();
      const table = readTable(lines.join('\n'));
      const start = performance.now();
      importer.add('table.csv', table, presetFor(table.headers)?.mapping ?? emptyMapping);
      const { deals } = importer.finish();
      assert.equal(new Set(deals.map(({ record }) => importer.freeName(record.name))).size, 20_000);
      assert.equal(deals.at(-1)?.key.endsWith(' #20000'), true);
      // A minute and more where each row looks through those before it.
      assert.ok(performance.now() - start < 15_000);
    }
  });

  it('are of those who are not known where one side is not named, and none where nobody is', () =>
    checkImport(
      `source,target,amount
,B,1
A,,undisclosed
Undisclosed,,3
,,4`,
      undefined,
      {
        deals: `
investment B-investment: undisclosed -> B {
  amount $1 per table
}

investment A-investment: A -> undisclosed {
  amount undisclosed per table
}`,
        reported: ['4: It names nobody on either side.', '5: It names nobody on either side.'],
      },
    ));

  it('can be of somebody with himself: that is for checks to say', () =>
    checkImport('source,target\nA,A', undefined, { deals: 'investment A-A: A -> A {\n  per table\n}' }));

  it('turn round where the kind of a column says so', () =>
    checkImport('source,target,type\nM,N,hardware_purchase\nM,N,partner', undefined, {
      deals: `
supply N-M: N -> M {
  per   table
  field "type" "hardware_purchase"
}

partnership M-N: M <-> N {
  per   table
  field "type" "partner"
}`,
    }));

  it('are one where rows with one key tell of one round, and several where they differ', () => {
    const { report, deals } = checkImport(
      `company_name,investor_name,funding_round_permalink,funding_round_type,funding_round_code,funded_at,raised_amount_usd
Engines,Ada,/round/1,venture,B,2015-02-10,4099999
Engines,Charles,/round/1,venture,B,2015-02-10,4099999
Engines,Mary,/round/1,venture,B,2015-02-10,5`,
      undefined,
      {},
    );
    assert.deepEqual([report.rows, report.deals, report.joined], [3, 2, 1]);
    assert.deepEqual(
      deals[0]?.record.relation?.left.map(({ name }) => name),
      ['Ada', 'Charles'],
    );
  });

  it('have parties of the same name apart where keys tell them apart, and one where only its spelling differs', () => {
    const { parties } = imported(
      `company_permalink,company_name,acquirer_permalink,acquirer_name,acquired_at,price_amount
/a,Acme,/x,Buyer,2015-01-01,
/b,Acme,/x,BUYER Inc.,2015-01-02,
/c,ACME,/x,Buyer,2015-01-03,`,
    );
    assert.deepEqual(
      parties.map(({ name }) => name),
      ['Buyer', 'Acme', 'Acme-2', 'ACME'],
    );
    const { parties: named } = imported('source,target\nAcme Inc.,B\nACME,B\nacme,b');
    assert.deepEqual(
      named.map(({ name }) => name),
      ['Acme-Inc', 'B'],
    );
  });

  it('use the parties of the project, by their names, titles and other names', () => {
    const { project } = projectOf({
      'a.deal': 'company GOOG "Alphabet" { aka "Google" }\nfund Seq "Sequoia Capital"',
    });
    const { parties, deals } = imported('source,target\nsequoia capital,Google LLC', undefined, project);
    assert.deepEqual(parties, []);
    assert.deepEqual(deals[0]?.record.relation?.left, [{ name: 'Seq' }]);
    assert.deepEqual(deals[0]?.record.relation?.right, [{ name: 'GOOG' }]);
  });

  it('say that a column could be read in two ways', () => {
    const { report } = checkImport('source,target,date\nA,B,03/04/2015\nA,C,05/05/2015', undefined, {
      kept: ['2: date 03/04/2015'],
    });
    assert.match(
      report.notes.join('\n'),
      /“date”: no date tells whether the day or the month stands first, so of 1/,
    );
  });

  it('have names that are words of the language under others', () => {
    const { text } = imported('source,target\ncompany,asserts\nper,undisclosed\nsupply,compute');
    assert.match(text, /investment Company-Asserts: Company -> Asserts/);
  });
});

describe('presets of imports', () => {
  const files: Readonly<Record<string, string>> = {
    'dealgraph-deals': `deal,title,kind,type,status,status_date_earliest,status_date_latest,left,right,amount_min,amount_max,amount_approximate,currency,sources
EnginesA,Series A,round,series-a,closed,2024-01-01,2024-03-31,Ada; "Charles; Sons",'=Engines,5000000,,true,EUR,https://example.com`,
    'crunchbase-acquisitions': `company_permalink,company_name,company_category_list,company_country_code,acquirer_permalink,acquirer_name,acquirer_country_code,acquired_at,acquired_month,price_amount,price_currency_code
/organization/t,Target,A|B,USA,/organization/b,Buyer,DEU,2014-05-06,2014-05,1250000,EUR`,
    'crunchbase-rounds': `company_permalink,company_name,company_category_list,company_country_code,funding_round_permalink,funding_round_type,funding_round_code,funded_at,raised_amount_usd
/organization/e,Engines,A,GBR,/funding-round/1,debt_financing,,2015-01-05,10000000`,
    'crunchbase-investments': `company_permalink,company_name,investor_permalink,investor_name,funding_round_permalink,funding_round_type,funding_round_code,funded_at,raised_amount_usd
/organization/e,Engines,/organization/ada,Ada,/funding-round/1,venture,A,2015-01-05,10000000`,
    'crunchbase-search-rounds': `Transaction Name,Transaction Name URL,Organization Name,Organization Name URL,Funding Type,Money Raised,Money Raised Currency,Announced Date,Investor Names,Lead Investors
Series A - Engines,https://example.com/r/1,Engines,https://example.com/o/e,Series A,5000000,EUR,2021-03-04,"Ada, Charles",Ada`,
    'crunchbase-search-acquisitions': `Transaction Name,Transaction Name URL,Acquiree Name,Acquiree Name URL,Acquirer Name,Acquirer Name URL,Announced Date,Price,Price Currency
Engines acquired by Ada,https://example.com/a/1,Engines,https://example.com/o/e,Ada,https://example.com/o/a,2021-03-04,5000000,GBP`,
    'pitchbook-deals': `Downloaded on: 1-Jan-2024,,,,,,,,
Deal ID,Companies,Deal Date,Deal Size,Post Valuation,Deal Type,Deal Status,Investors,Lead/Sole Investors
1-1T,Engines (London),05-Mar-2021,5.25,25,Early Stage VC,Completed,"Ada(Ada Lovelace), Charles",Ada(Ada Lovelace)`,
    'epoch-funding-rounds': `Id,Company,Close date,Report date,Funding (equity),Funding (debt),Valuation (post-money),Status,Type,Source 1,Notes,Confidence
Engines A,Engines,2024-05-06,,1000000000,,5000000000,Closed,Series A,https://example.com/x,"First
round",Confident`,
    edges:
      'source,target,relationship_type,total_contract_value,citation\nA,B,cloud_contract,5000000,Industry estimates',
  };
  const wanted: Readonly<Record<string, string>> = {
    'dealgraph-deals':
      'round Engines-series-a "Series A": Ada, Charles-Sons -> Engines { amount ~>€5M; type series-a; status closed on 2024-Q1 }',
    'crunchbase-acquisitions':
      'acquisition Buyer-Target-2014: Buyer -> Target { amount €1.25M; on 2014-05-06 }',
    'crunchbase-rounds': 'loan Engines-2015: undisclosed -> Engines { amount $10M; on 2015-01-05 }',
    'crunchbase-investments':
      'round Engines-series-a: Ada -> Engines { amount $10M; type series-a; on 2015-01-05 }',
    'crunchbase-search-rounds':
      'round Engines-series-a "Series A - Engines": Ada, Charles -> Engines { lead Ada; amount €5M; type series-a; status announced on 2021-03-04 }',
    'crunchbase-search-acquisitions':
      'acquisition Ada-Engines-2021 "Engines acquired by Ada": Ada -> Engines { amount £5M; status announced on 2021-03-04 }',
    'pitchbook-deals':
      'round Engines-round-2021: Ada, Charles -> Engines { lead Ada; amount $5.25M; valuation $25M post; status closed on 2021-03-05 }',
    'epoch-funding-rounds':
      'round Engines-series-a: undisclosed -> Engines { amount $1B; valuation $5B post; type series-a; status closed on 2024-05-06; note "First\\nround" }',
    edges: 'supply B-A: B -> A { amount $5M }',
  };

  for (const { name } of presets) {
    it(`read what they are for: ${name}`, () => {
      const text = files[name] ?? '';
      const header = text.split('\n').find((line) => /company|source|name|companies/i.test(line)) ?? '';
      assert.equal(presetFor(header.split(','))?.name, name);
      const { deals } = imported(text.replace(/^Downloaded.*\n/, ''));
      const [deal] = deals;
      assert.equal(deal && inOneLine(deal.record), wanted[name]);
    });
  }
});

/** A deal in one line, without what it cites and its fields. */
function inOneLine({
  kind,
  name,
  title,
  relation,
  properties,
}: ReturnType<typeof imported>['deals'][number]['record']): string {
  const side = (names: readonly { readonly name: string }[] = []) =>
    names.map((each) => each.name).join(', ');
  const lines = properties
    .filter((line) => line.name !== 'field' && line.name !== 'per')
    .map((line) => {
      const rest = (line.modifiers ?? []).filter((modifier) => modifier.name !== 'per');
      const words = rest.flatMap((modifier) => [
        modifier.name,
        ...(modifier.values ?? []).map((value) => value.text),
      ]);
      return [line.name, line.values.map((value) => value.text).join(', '), ...words].join(' ');
    });
  const head = `${kind} ${name}${title === undefined ? '' : ` "${title}"`}`;
  return `${head}: ${side(relation?.left)} ${relation?.operator} ${side(relation?.right)} { ${lines.join('; ')} }`;
}
