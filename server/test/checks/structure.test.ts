import assert from 'node:assert/strict';
import fc from 'fast-check';
import { propertyRuns } from '../language/random-text';
import { DealDocument } from '../../src/language/document';
import { allFindings, projectOf, uriOf } from '../project-fixture';
import { placesOf, saidBy } from './said';

const world = 'company S\ncompany T\ncompany U\ncompany C\n';

function deal(head: string, ...lines: string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

describe('an exclusivity', () => {
  const exclusive = (...lines: string[]) => deal('supply First: S -> C', ...lines);
  const second = (...lines: string[]) => deal('supply Second: T -> C', ...lines);
  const said = (...texts: string[]) => saidBy('exclusivity-conflict', world + texts.join(''));
  const [bound, other] = [
    exclusive('provides chips exclusive from 2022', 'status signed on 2022'),
    second('provides chips', 'status signed on 2024'),
  ];

  it('is broken by whoever provides the same meanwhile', () => {
    assert.deepEqual(said(bound, other), ['“Second” provides chips to C, for which “First” is exclusive.']);
    assert.deepEqual(placesOf('exclusivity-conflict', world + bound + other), [
      'provides chips | provides chips exclusive from 2022',
    ]);
    const renegotiated = exclusive(
      'provides chips exclusive',
      'status signed',
      'status renegotiating on 2024',
    );
    assert.deepEqual(said(renegotiated, other), [
      '“Second” provides chips to C, for which “First” is exclusive and being renegotiated.',
    ]);
    for (const breaking of [
      second('provides chips, models', 'status announced on 2026 likely', 'status announced on 2024'),
      second('provides gpus', 'status signed') +
        'resource gpus { broader boards }\nresource boards { broader chips }\n',
      second('provides chips exclusive', 'status signed'),
      deal('license Second: T -> C', 'provides chips'),
      deal('venture Second', 'member C, T as equity', 'provides chips'),
      deal('project Second: T', 'customer C', 'provides chips'),
      deal('supply Second: Joint -> C', 'provides chips') + deal('venture Joint', 'member T, C'),
    ]) {
      assert.equal(said(bound, breaking).length, 1, breaking);
    }
  });

  it('is not broken by the group of the supplier, by something else, or at another time', () => {
    for (const right of [
      second('provides models', 'status signed'),
      second('provides chips until 2024', 'status signed'),
      second('provides chips', 'status talks on 2025-01'),
      second('provides chips', 'status signed on 2022', 'status terminated on 2024'),
      second('provides chips', 'status announced on 2026'),
      second('provides chips', 'status signed').replace('-> C', '-> U'),
      second('provides chips', 'status signed').replace('T ->', 'undisclosed ->'),
      second('provides chips', 'status signed').replace('T ->', 'Unit ->') + 'company Unit { parent S }\n',
      deal('supply Second: Joint -> C', 'provides chips') + deal('venture Joint', 'member S, T'),
      deal('supply Second: Joint -> C', 'provides chips') +
        deal('venture Joint', 'member Unit, T') +
        'company Unit { parent S }\n',
      deal('venture Second', 'member C as supplier', 'provides chips'),
      deal('venture Second', 'member C', 'member S', 'provides chips'),
      'resource chips2 { broader models }\n' + second('provides chips2', 'status signed'),
    ]) {
      assert.deepEqual(said(bound, right), [], right);
    }
    for (const loose of [
      exclusive('provides chips exclusive from 2022 until 2024', 'status signed on 2022'),
      exclusive('provides chips exclusive from 2026', 'status signed on 2022'),
      exclusive('provides chips exclusive', 'status talks on 2025-01'),
      exclusive('provides chips exclusive', 'status expired on 2024'),
      exclusive('provides chips', 'status signed on 2022'),
      exclusive('provides gpus exclusive', 'status signed') + 'resource gpus { broader chips }\n',
    ]) {
      assert.deepEqual(said(loose, other), [], loose);
    }
    const later = exclusive('provides chips exclusive from 2022 until 2025-06', 'status signed on 2022');
    assert.deepEqual(said(later, second('provides chips from 2025-07', 'status signed on 2024')), []);
    assert.equal(said(later, second('provides chips from 2025-06', 'status signed on 2024')).length, 1);
  });
});

describe('a deal that hangs on another one', () => {
  it('is told of as long as that is renegotiated', () => {
    const said = (contract: string, ...lines: string[]) =>
      saidBy(
        'hangs-on-renegotiation',
        world +
          deal('supply Contract: S -> C', 'provides data', contract) +
          deal('loan Loan: S -> C', 'relates Contract', ...lines),
      );
    assert.deepEqual(said('status renegotiating on 2025-01'), [
      '“Contract” is being renegotiated, January 2025: what hangs together with it may change.',
    ]);
    assert.deepEqual(said('status renegotiating'), [
      '“Contract” is being renegotiated: what hangs together with it may change.',
    ]);
    for (const [contract, ...lines] of [
      ['status signed'],
      ['status renegotiating on 2024; status amended on 2025-01'],
      ['status renegotiating on 2026'],
      ['status renegotiating', 'status terminated on 2024'],
      ['status renegotiating', 'status announced on 2026'],
    ] as const) {
      assert.deepEqual(said(contract, ...lines), [], contract);
    }
  });
});

describe('lock-in', () => {
  const supply = (name: string, supplier: string, ...lines: string[]) =>
    deal(`supply ${name}: ${supplier} -> C`, 'provides compute', ...lines);
  const said = (...texts: string[]) => saidBy('lock-in', world + texts.join(''));

  it('is told by the share in money, from a half on', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(amounts, (own) => {
        const suppliers = ['S', 'T', 'U', 'V'];
        const total = own.reduce((sum, amount) => sum + amount, 0);
        const texts = own.map((amount, index) =>
          supply(`D${index}`, suppliers[index]!, `amount $${amount}M`),
        );
        const locking = own.filter((amount) => 2 * amount >= total);
        const found = said('company V\n', ...texts);
        assert.equal(found.length, locking.length, own.join());
        for (const [index, message] of found.entries()) {
          const over = 5 * locking[index]! >= 4 * total ? '80%' : '50%';
          assert.ok(message.endsWith(`has contracted, at least ${over}.`), message);
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  it('is told by capacity where not all money is known, and of an only supplier without either', () => {
    assert.deepEqual(
      said(supply('A', 'S', 'capacity 2GW', 'amount $1B'), supply('B', 'T', 'capacity 500MW')),
      ['Lock-in: S has 80% of the capacity of compute that C has contracted, at least 80%.'],
    );
    assert.deepEqual(said(supply('A', 'S', 'amount >$6B'), supply('B', 'T', 'amount $1B..$4B')), [
      'Lock-in: S has 60%–100% of the money for compute that C has contracted, at least 50%.',
    ]);
    assert.deepEqual(said(supply('A', 'S')), [
      'Lock-in: S is the only supplier of compute to C that is known here.',
    ]);
    assert.deepEqual(said(supply('A', 'S'), supply('B', 'Unit'), 'company Unit { parent S }\n'), [
      'Lock-in: S is the only supplier of compute to C that is known here.',
    ]);
    assert.equal(
      said(supply('A', 'S').replace('compute', 'gpus'), 'resource gpus { broader compute }\n').length,
      1,
    );
  });

  it('rounds no share to a limit that it does not reach, and converts money where that is wanted', () => {
    const share = (own: number, other: number) =>
      said(supply('A', 'S', `amount $${own}M`), supply('B', 'T', `amount $${other}M`))[0] ?? '';
    assert.match(share(796, 204), /has 79\.6% of .* at least 50%\.$/);
    assert.match(share(9996, 4), /has 99\.9% of .* at least 80%\.$/);
    const mixed = [supply('A', 'S', 'amount $9B'), supply('B', 'T', 'amount €1B')];
    const text = `${world}${mixed.join('')}fx X: EUR -> USD { rate 1 on 2020 }\n`;
    assert.match(
      saidBy('lock-in', text, { config: '{ "baseCurrency": "USD" }' })[0] ?? '',
      /has 90% of the money .*, at least 80%\.$/,
    );
  });

  it('is not told where something is not known, not in force, or in the own house', () => {
    for (const texts of [
      [supply('A', 'S'), supply('B', 'T')],
      [supply('A', 'S', 'amount $9B'), supply('B', 'T')],
      [supply('A', 'S', 'amount $9B'), supply('B', 'T', 'amount €1B')],
      [supply('A', 'S', 'amount $2B..$9B'), supply('B', 'T', 'amount $3B')],
      [supply('A', 'S', 'amount ~$2.1B'), supply('B', 'T', 'amount $2B')],
      [supply('A', 'S', 'capacity 2GW'), supply('B', 'T', 'capacity 100 GPUs')],
      [supply('A', 'S', 'status talks on 2025-01')],
      [supply('A', 'S', 'status expired on 2024')],
      [supply('A', 'S').replace('compute', 'compute until 2024')],
      [supply('A', 'S').replace('compute', 'cloud')],
      [supply('A', 'undisclosed')],
      [supply('A', 'S'), supply('B', 'undisclosed')],
      [
        supply('A', 'S', 'amount $9B').replace('-> C', '-> C, U'),
        supply('B', 'T', 'amount $1B').replace('-> C', '-> C, U'),
      ],
      [supply('A', 'Unit'), 'company Unit { parent C }\n'],
    ]) {
      assert.deepEqual(said(...texts), [], texts.join(''));
    }
  });

  it('names the investor in the supplier’s group', () => {
    const unit = 'company Unit { parent T }\n';
    const withInvestor = /^Lock-in: Unit .*, and T is an investor in it\.$/;
    assert.match(said(unit, supply('A', 'Unit'), 'investment I: T -> C\n')[0] ?? '', withInvestor);
    assert.match(said(unit, supply('A', 'Unit'), 'holding H: T -> C { stake 5% }\n')[0] ?? '', withInvestor);
    for (const investment of [
      'investment I: S -> C\n',
      'investment I: C -> T\n',
      'investment I: T -> C { status talks on 2025-01 }\n',
      'investment I: T -> C { status withdrawn on 2024 }\n',
    ]) {
      assert.doesNotMatch(said(unit, supply('A', 'Unit'), investment)[0] ?? '', /investor/, investment);
    }
  });
});

describe('a hedge', () => {
  const rival = (name: string, more = '') =>
    `company ${name} { sector ai, cloud; provides models; ${more} }\n`;
  const invests = (investor: string, company: string, more = '') =>
    `investment ${investor}In${company}: ${investor} -> ${company} { ${more} }\n`;
  const said = (...texts: string[]) =>
    saidBy('hedge', `company I\ncompany Unit { parent I }\n${texts.join('')}`);

  it('is to back two rivals, or one of a unit or of oneself', () => {
    assert.deepEqual(said(rival('A'), rival('B'), invests('I', 'A'), invests('I', 'B')), [
      'A hedge: I backs both B and A, rivals in “ai” that provide models.',
    ]);
    assert.deepEqual(said(rival('A'), rival('Own', 'parent Unit'), invests('I', 'A')), [
      'A hedge: I backs A, a rival of its unit Own in “ai” that provides models as well.',
    ]);
    assert.deepEqual(said(rival('A'), rival('Rival'), invests('Rival', 'A')), [
      'A hedge: Rival backs A, a rival of its own in “ai” that provides models as well.',
    ]);
    assert.equal(said(rival('A'), rival('B'), invests('I', 'A'), invests('Unit', 'B')).length, 1);
    assert.equal(
      said(rival('A'), rival('B'), invests('I', 'A'), 'holding H: I -> B { stake 5% }\n').length,
      1,
    );
    // What happens within one unit is told once, of the unit.
    const within = said(rival('A'), rival('B'), invests('Unit', 'A'), invests('Unit', 'B'));
    assert.deepEqual(within, ['A hedge: Unit backs both B and A, rivals in “ai” that provide models.']);
    const three = [rival('A'), rival('B'), rival('C'), ...['A', 'B', 'C'].map((name) => invests('I', name))];
    assert.equal(said(...three).length, 2);
  });

  it('is not to back companies that are no rivals, or belong together', () => {
    const [a, b, both] = [rival('A'), rival('B'), invests('I', 'A') + invests('I', 'B')];
    for (const texts of [
      [a, invests('I', 'A')],
      [a, b, invests('I', 'A')],
      [a, b.replace('models', 'data'), both],
      [a, b.replace('ai, cloud', 'robots'), both],
      [a, rival('B', 'parent A'), both],
      [a, rival('B', 'parent I'), invests('I', 'B')],
      [a, b, invests('I', 'A'), invests('I', 'B', 'status talks on 2025-01')],
      [a, b, invests('I', 'A'), invests('I', 'B', 'status terminated on 2024')],
      [a, b, invests('I', 'A'), 'loan L: I -> B\n'],
    ]) {
      assert.deepEqual(said(...texts), [], texts.join(''));
    }
  });
});

describe('what is only talked about', () => {
  const said = (...texts: string[]) =>
    saidBy('without-rumors', `company S\ncompany C\n${texts.join('')}ecosystem Around { hub C }\n`);
  const invested = (name: string, amount: string, status: string) =>
    deal(`investment ${name}: S -> C`, `amount ${amount}`, `status ${status} on 2025-01`);
  const talks = deal('supply Talks: S -> C', 'provides data', 'amount $2B', 'status talks on 2025-01');

  it('changes each total that it would be part of, told in one message', () => {
    const capital = invested('In', '$1B', 'signed') + invested('More', '$2B', 'talks');
    assert.deepEqual(said(capital), [
      'The capital of “Around” is $1B promised. With the $2B that are only talked about it would be $3B.',
    ]);
    const signed = deal('supply Supply: S -> C', 'provides data', 'amount $3B', 'status signed on 2024');
    assert.deepEqual(said(capital, signed, talks), [
      'With what is only talked about “Around” would come to more than is promised: capital of $3B instead of $1B, contracts of $5B instead of $3B.',
    ]);
    assert.deepEqual(said(talks), [
      'With what is only talked about “Around” would come to more than is promised: contracts of $2B instead of nothing.',
    ]);
    const plan = deal('project Plant: C', 'budget $4B', 'status rumored on 2025-01');
    const loan = deal('loan Loan: S -> C', 'amount $1B', 'status letter on 2025-01');
    assert.deepEqual(said(plan, loan), [
      'With what is only talked about “Around” would come to more than is promised: debt of $1B instead of nothing, plans of $4B instead of nothing.',
    ]);
    assert.deepEqual(said(invested('In', '$1B', 'signed'), signed), []);
  });

  it('is no capital where hubs put it into others', () => {
    const out = deal('investment Out: C -> S', 'amount $2B', 'status talks on 2025-01');
    assert.deepEqual(said(out), []);
    assert.deepEqual(
      placesOf('without-rumors', `company S\ncompany C\n${out}${talks}ecosystem Around { hub C }\n`),
      ['Around | Talks'],
    );
  });
});

describe('figures that somebody disputes', () => {
  const parties =
    'company S\ncompany T\ncompany U\ncompany C\nperson Musk "Elon Musk"\necosystem Around { hub C }\n';
  const invested = (name: string, amount: string, status: string) =>
    deal(`investment ${name}: S -> C`, `amount ${amount}`, `status ${status} on 2024-12`);
  const supply = (name: string, supplier: string, amount: string) =>
    deal(`supply ${name}: ${supplier} -> C`, 'provides compute', `amount ${amount}`, 'status signed on 2024');
  const dispute = (target: string) => `claim Doubt${target.length}: Musk disputes ${target}\n`;
  const world =
    parties +
    invested('First', '$9B', 'signed') +
    invested('Second', '$2B', 'announced') +
    invested('Third', '$1B', 'closed').replace('S ->', 'U ->') +
    invested('Fourth', '$1B', 'talks') +
    supply('Own', 'S', '$9B') +
    supply('Other', 'T', '$1B');
  const analyses = [
    'circular-money',
    'concentration',
    'entry-barrier',
    'execution',
    'lock-in',
    'without-rumors',
  ];

  it('are marked in what is worked out from them, in the words of cards and rows', () => {
    for (const code of analyses) {
      const [plain, ...more] = saidBy(code, world);
      assert.ok(plain !== undefined && more.length === 0, code);
      assert.ok(!plain.includes('disputed'), plain);
      const disputed = code === 'lock-in' ? 'Own.amount' : 'First.amount';
      assert.deepEqual(
        saidBy(code, world + dispute(disputed)),
        [`${plain} In part disputed by Elon Musk.`],
        code,
      );
      assert.deepEqual(saidBy(code, world + dispute(disputed.replace('.amount', ''))), [
        `${plain} In part disputed by Elon Musk.`,
      ]);
      for (const other of ['First.status', 'Own.capacity', 'C']) {
        assert.deepEqual(saidBy(code, world + dispute(other)), [plain], code);
      }
    }
    const all = ['First', 'Second', 'Third']
      .map((name) => `claim Doubt${name}: Musk denies ${name}\n`)
      .join('');
    assert.match(saidBy('execution', world + all)[0]!, /\. Disputed by Elon Musk\.$/);
    assert.match(placesOf('execution', world + dispute('First.amount'))[0]!, /\| Doubt12$/);
  });

  it('are marked when the claim comes, and by whoever makes it then', () => {
    const doubt = dispute('First.amount');
    const [before, after] = [parties, parties.replace('Elon Musk', 'E. Musk')];
    const files = { 'world.deal': world.slice(parties.length), 'parties.deal': before, 'claims.deal': '' };
    const { project, findings } = projectOf(files);
    const change = (file: string, text: string) => {
      findings.invalidate(project.setFile(uriOf(file), DealDocument.parse(text)));
      return allFindings(project, findings).filter(({ message }) =>
        message.includes('In part disputed by E'),
      );
    };
    const disputed = analyses.length - 1;
    assert.equal(change('claims.deal', doubt).length, disputed);
    const renamed = change('parties.deal', after);
    assert.equal(renamed.length, disputed);
    for (const { message } of renamed) assert.match(message, /E\. Musk\.$/);
    assert.equal(change('claims.deal', '').length, 0);
  });

  it('are marked from the day of the claim on', () => {
    const claim = 'claim Doubt: Musk disputes First.amount { on 2025-06 }\n';
    assert.deepEqual(saidBy('execution', world + claim), saidBy('execution', world));
  });
});
