import assert from 'node:assert/strict';
import { actionsAt } from '../../../src/features/actions/actions';
import { checkAction, checkNotOffered, requestIn, titlesIn } from './check-action';

const parties = 'company Google\ncompany Anthropic\n\n';
const deal = (...lines: string[]) =>
  `${parties}investment D: Google -> Anthropic {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

describe('split into tranches', () => {
  it('halves an exact amount and keeps it', () => {
    checkAction(
      deal('amount $1B$0 per <https://x.example> // as told', 'status closed'),
      'Split into two tranches of $500M',
      deal(
        'amount  $1B per <https://x.example> // as told',
        'tranche $500M',
        'tranche $500M',
        'status  closed',
      ),
    );
  });

  it('gives what cannot be halved to the last one', () => {
    checkAction(
      'round R: A -> B { $0amount ¥3 }\n',
      'Split into tranches of ¥1 and ¥2',
      'round R: A -> B { amount ¥3; tranche ¥1; tranche ¥2 }\n',
    );
    checkAction(
      'round R: A $0-> B { amount $0.05 }\n',
      'Split into tranches of $0.02 and $0.03',
      'round R: A -> B { amount $0.05; tranche $0.02; tranche $0.03 }\n',
    );
  });

  it('asks for the dates where the client can do that', () => {
    checkAction(
      'round R: A -> B {\n  $0amount $1B\n}\n',
      'Split into two tranches of $500M',
      'round R: A -> B {\n  amount  \\$1B\n  tranche \\$500M on ${1:YYYY-MM-DD}\n  tranche \\$500M on ${2:YYYY-MM-DD}\n}\n',
      { client: { snippetEdits: true } },
    );
  });

  it('is for exact amounts that are not split yet', () => {
    for (const amount of ['~$1B', '<$1B', '$1B..$2B', 'undisclosed', '$1B/year', '$0.01'])
      checkNotOffered(deal(`$0amount ${amount}`), /^Split/);
    checkNotOffered(deal('$0amount $1B', 'tranche $1B'), /^Split/);
    checkNotOffered(deal('$0amount $1B per a', 'amount $2B per b'), /^Split/);
    checkNotOffered('license L: A -> B { $0amount $1B }\n', /^Split/);
    checkNotOffered(deal('amount $1B', 'st$0atus closed'), /^Split/);
  });
});

describe('a file with the line ends of Windows', () => {
  const windows = (text: string) => text.replaceAll('\n', '\r\n');

  it('keeps them in what is rewritten, and in what is added to it', () => {
    checkAction(
      windows(deal('$0amount $1B', 'status closed')),
      'Split into two tranches of $500M',
      windows(deal('amount  $1B', 'tranche $500M', 'tranche $500M', 'status  closed')),
    );
    checkAction(
      windows('company A {\n  country US\n  $0founded 2021\n}\n'),
      'Add a source that was read today (2025-01-31)',
      windows(
        'company A {\n  country US\n  founded 2021 per new-source\n}\n\nsource new-source { retrieved 2025-01-31 }\n',
      ),
    );
    checkAction(
      windows('$0company b\n// Of a.\ncompany a'),
      'Put the declarations of this file in order',
      windows('// Of a.\ncompany a\ncompany b\n'),
    );
  });
});

describe('sum tranches', () => {
  it('adds the amount above them', () => {
    checkAction(
      deal('status closed', '// The first one.', 'tranche $4B on 2023', '$0tranche ~$3.5B on 2024'),
      'Add “amount ~$7.5B”, the sum of the tranches',
      deal(
        'status  closed',
        'amount  ~$7.5B',
        '// The first one.',
        'tranche $4B    on 2023',
        'tranche ~$3.5B on 2024',
      ),
    );
    checkAction(
      'round R: A -> B { $0tranche $1B credits; tranche <$1B credits }\n',
      'Add “amount $1B..$2B credits”, the sum of the tranches',
      'round R: A -> B { amount $1B..$2B credits; tranche $1B credits; tranche <$1B credits }\n',
    );
    checkAction(
      deal('// c', '$0tranche $4B on 2023'),
      'Add “amount $4B”, the sum of the tranches',
      deal('amount  $4B', '// c', 'tranche $4B on 2023'),
    );
  });

  it('counts what two sources report of one day once', () => {
    checkAction(
      'round R: A -> B { $0tranche $1B on 2024 per a; tranche $2B on 2024 per b }\n',
      'Add “amount $1B”, the sum of the tranches',
      'round R: A -> B { amount $1B; tranche $1B on 2024 per a; tranche $2B on 2024 per b }\n',
    );
  });

  it('is for tranches that can be added', () => {
    checkNotOffered(deal('amount $8B', '$0tranche $4B'), /sum of/);
    checkNotOffered(deal('$0tranche $4B', 'tranche €4B'), /sum of/);
    checkNotOffered(deal('$0tranche $4B', 'tranche undisclosed'), /sum of/);
    checkNotOffered(deal('$0tranche $4B credits', 'tranche $1B'), /sum of/);
  });
});

describe('other bounds', () => {
  const check = (before: string, title: string, after: string) =>
    checkAction(deal(`amount $0${before}`), title, deal(`amount ${after}`));

  it('write a range as about its middle, and say what is lost', () => {
    check('$1B..$1.2B', 'Write ~$1.1B, the middle of $1B..$1.2B, whose bounds are lost', '~$1.1B');
    check('€10M..€1B', 'Write ~€505M, the middle of €10M..€1B, whose bounds are lost', '~€505M');
  });

  it('write “about” as 10% to both sides', () => {
    check('~$1B', 'Write ~$1B as 10% to both sides: $900M..$1.1B', '$900M..$1.1B');
    check('~$6B/year', 'Write ~$6B/year as 10% to both sides: $5.4B..$6.6B/year', '$5.4B..$6.6B/year');
  });

  it('write “up to” as a range from nought, and back', () => {
    check('<$2B', 'Write <$2B as $0..$2B', '$0..$2B');
    check('$0..$2B', 'Write $0..$2B as <$2B', '<$2B');
  });

  it('do so for quantities and percentages', () => {
    checkAction(
      'project P: A { capacity $010GW..20GW }\n',
      'Write ~15GW, the middle of 10GW..20GW, whose bounds are lost',
      'project P: A { capacity ~15GW }\n',
    );
    checkAction(
      'holding H: A -> B { stake ~1$00% }\n',
      'Write ~10% as 10% to both sides: 9%..11%',
      'holding H: A -> B { stake 9%..11% }\n',
    );
  });

  it('leave exact figures, open ends and slips alone', () => {
    for (const amount of ['$1B', '>$1B', 'undisclosed', '$2B..$1B', '<$2B/year'])
      checkNotOffered(deal(`amount $0${amount}`), /^Write/);
  });
});

describe('the next status', () => {
  it('is added below the latest line, as of today', () => {
    checkAction(
      deal('$0status talks on 2024-11', 'amount $1B'),
      'Add “status announced on 2025-01-31”',
      deal('status talks     on 2024-11', 'status announced on 2025-01-31', 'amount $1B'),
    );
    checkAction(
      'round R: A -> B { status sig$0ned }\n',
      'Add “status closed on 2025-01-31”',
      'round R: A -> B { status signed; status closed on 2025-01-31 }\n',
    );
  });

  it('is not for what is over, lies ahead, or is not the latest', () => {
    checkNotOffered(deal('$0status closed on 2024'), /^Add “status/);
    checkNotOffered(deal('$0status signed on 2024'), /withdrawn/);
    checkNotOffered(deal('$0status talks on 2026'), /^Add “status/);
    checkNotOffered(deal('$0status talks on 2023', 'status signed on 2024'), /^Add “status/);
  });

  it('are the way out of talks of which nothing was heard', () => {
    const text = deal('$0status talks on 2024-01', 'amount $1B per <https://x.example>');
    const titles = ['Add “status announced on 2025-01-31”', 'Add “status withdrawn on 2025-01-31”'];
    const offered = actionsAt(requestIn(text)).filter(({ title }) => titles.includes(title));
    assert.deepEqual(
      offered.map(({ title, kind, diagnostics }) => [title, kind, diagnostics?.[0]?.code]),
      titles.map((title) => [title, 'quickfix', 'stale']),
    );
    checkAction(
      text,
      titles[1]!,
      deal(
        'status talks     on 2024-01',
        'status withdrawn on 2025-01-31',
        'amount $1B       per <https://x.example>',
      ),
    );
  });
});

describe('status words', () => {
  it('become the language’s own, one or all of a file', () => {
    const text = `${deal('$0status Completed on 2024')}\nround R: A -> B { status "in-talks" }\n`;
    checkAction(text, 'Write “Completed” as “closed”', text.replace('$0status Completed', 'status closed'));
    checkAction(
      text,
      'Write all status words of the file in the language’s own',
      text.replace('$0status Completed', 'status closed').replace('"in-talks"', 'talks'),
    );
  });

  it('are left where they are that already', () => {
    checkNotOffered(deal('$0status closed'), /^Write “/);
  });
});

describe('add a source', () => {
  it('that was read today, where the project keeps sources', () => {
    checkAction(
      {
        'main.deal': 'company A { $0founded 2021 }\n',
        'sources.deal': 'source ft "H" {\n  publisher "FT"\n}\nsource wsj\n',
      },
      'Add a source that was read today (2025-01-31)',
      {
        'main.deal': 'company A { founded 2021 per new-source }\n',
        'sources.deal':
          'source ft "H" {\n  publisher "FT"\n}\nsource wsj\nsource new-source { retrieved 2025-01-31 }\n',
      },
    );
  });

  it('or at the end of the file, under a name that is free', () => {
    checkAction(
      deal('amount $1B per new-source', '$0paid $1B on 2024') + 'source new-source',
      'Add a source that was read today (2025-01-31)',
      deal('amount $1B per new-source', 'paid   $1B on 2024 per new-source-2') +
        'source new-source\nsource new-source-2 { retrieved 2025-01-31 }\n',
    );
  });

  it('for a whole declaration, which mends that it has none', () => {
    const text = 'company A\ncompany B { parent A }\nround $0R: A -> B { amount $1B }\n';
    const source = 'Add a source that was read today (2025-01-31)';
    checkAction(
      text,
      source,
      'company A\ncompany B { parent A }\nround R: A -> B { amount $1B; per new-source }\nsource new-source { retrieved 2025-01-31 }\n',
    );
    const action = actionsAt(requestIn(text)).find(({ title }) => title === source);
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action.diagnostics?.[0]?.code, 'no-source');
    const [refactoring] = actionsAt(requestIn(text, { only: ['refactor.rewrite'] }));
    assert.equal(refactoring?.kind, 'refactor.rewrite');
  });

  it('is for lines that cite none and can', () => {
    checkNotOffered(deal('$0amount $1B per a'), /^Add a source/);
    checkNotOffered('source s { $0publisher "P" }\n', /^Add a source/);
    checkNotOffered(deal('$0per a'), /^Add a source/);
    checkNotOffered(deal('$0amount $1B'), /^Add a source/, { isWhole: false });
    checkNotOffered(deal('$0per <https://ft.com/a>'), /^Declare a source/, { isWhole: false });
  });
});

describe('a second source', () => {
  const cited = (per: string, ...lines: string[]) =>
    `investment D: A -> B {\n  amount $4B${per}\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  const asked = { config: '{ "secondSourceAbove": "$1B" }' };
  const title = 'Add a second source that was read today (2025-01-31)';
  const declared = '\nsource new-source { retrieved 2025-01-31 }\n';

  it('is cited beside the only one of a large figure, on its line or for the whole', () => {
    checkAction(
      cited(' per <https://x.example>').replace('amount', 'amo$0unt'),
      title,
      cited(' per <https://x.example>, new-source') + declared,
      asked,
    );
    checkAction(
      cited('', 'per    <https://x.example>').replace('amount', 'amo$0unt'),
      title,
      cited('', 'per    <https://x.example>, new-source') + declared,
      asked,
    );
  });

  it('is offered nowhere else', () => {
    checkNotOffered(cited(' per a, b').replace('amount', 'amo$0unt'), /second source/, asked);
    checkNotOffered(cited('').replace('amount', 'amo$0unt'), /second source/, asked);
    checkNotOffered('round R: A -> B { amount $0$1M per a }\n', /second source/, asked);
  });
});

describe('a source that knows of a closing', () => {
  it('is added to its line', () => {
    const text =
      'source a { published 2024-06-03 }\nround R: A -> B { amount $1B per a; status $0closed on 2025-01 }\n';
    const title = 'Add a source that was read today (2025-01-31)';
    const action = actionsAt(requestIn(text)).find((offered) => offered.title === title);
    assert.equal(action?.kind, 'quickfix');
    checkAction(
      text,
      title,
      'source a { published 2024-06-03 }\nround R: A -> B { amount $1B per a; status closed on 2025-01 per new-source }\nsource new-source { retrieved 2025-01-31 }\n',
    );
  });
});

describe('a source for an address', () => {
  it('is declared and cited wherever the file cites the address', () => {
    checkAction(
      deal(
        'amount $1B per <https://www.f$0t.com/a>',
        'paid $1B per a, <https://www.ft.com/a>',
        'per <https://x.example>',
      ),
      'Declare a source “ft” for this address',
      `${deal('amount $1B per ft', 'paid   $1B per a, ft', 'per    <https://x.example>')}\nsource ft { url <https://www.ft.com/a> }\n`,
    );
  });

  it('is the one that is declared with it', () => {
    checkAction(
      { 'main.deal': 'company A { per <ht$0tp://a> }\n', 's.deal': 'source "8" { url <http://a> }\n' },
      'Cite “8”, which is this address',
      { 'main.deal': 'company A { per "8" }\n' },
    );
  });

  it('is named by the site, with a number where the name is taken', () => {
    const title = (address: string, more = '') => titlesIn(`company A { per $0<${address}> }\n${more}`)[0];
    assert.equal(title('https://news.bbc.co.uk/1'), 'Declare a source “bbc” for this address');
    assert.equal(title('https://ig.ft.com'), 'Declare a source “ft” for this address');
    assert.equal(title('https://x.com', 'company x'), 'Declare a source “x-2” for this address');
    assert.equal(title('https://8vc.com'), 'Declare a source “source-2” for this address');
  });
});

describe('cite the address itself', () => {
  const files = {
    'main.deal': 'company A { founded 2021 per f$0t }\n',
    'sources.deal': 'source wsj\n\nsource ft { url <https://ft.com/a> }\n',
  };
  it('goes into a deal below it, whatever blank lines are between them', () => {
    checkAction(
      'source f$0t { url <https://ft.com/a> }\n\n\n\nloan D: A -> B { amount $1B per ft }\n',
      'Cite the address itself: <https://ft.com/a>',
      'loan D: A -> B { amount $1B per <https://ft.com/a> }\n',
    );
  });

  it('takes the source away that says nothing else', () => {
    checkAction(files, 'Cite the address itself: <https://ft.com/a>', {
      'main.deal': 'company A { founded 2021 per <https://ft.com/a> }\n',
      'sources.deal': 'source wsj\n',
    });
    checkAction(
      { 'main.deal': 'company A { founded 2021 per ft }\nsource f$0t { url <https://ft.com/a> }\n' },
      'Cite the address itself: <https://ft.com/a>',
      { 'main.deal': 'company A { founded 2021 per <https://ft.com/a> }\n' },
    );
  });

  it('is not offered where something would be lost', () => {
    const sources = [
      'source ft "H" { url <https://ft.com/a> }\n',
      'source ft { url <https://ft.com/a>; published 2025 }\n',
      'source ft { url <https://ft.com/a> note "n" }\n',
      '// c\nsource ft { url <https://ft.com/a> }\n',
      'source ft { url <https://ft.com/a> }\ncompany B { per ft }\n',
      'source ft { url <https://ft.com/a> }\nsource b { via ft }\n',
      'source ft\n',
    ];
    for (const source of sources) checkNotOffered({ ...files, 'sources.deal': source }, /^Cite the address/);
    checkNotOffered(files, /^Cite the address/, { isWhole: false });
  });
});

describe('move a declaration', () => {
  it('goes with its comments to the file that keeps its like', () => {
    checkAction(
      {
        'main.deal':
          '// Money.\n\ninvestment D: Google -> Anthropic\n\n/// Cloud.\n// c\ncompany $0Google {\n  founded 1998 // f\n} // g\n\nround R: A -> B\n',
        'p/companies.deal': 'company A\ncompany B',
      },
      'Move “Google” to companies.deal',
      {
        'main.deal': '// Money.\n\ninvestment D: Google -> Anthropic\n\nround R: A -> B\n',
        'p/companies.deal':
          'company A\ncompany B\n\n/// Cloud.\n// c\ncompany Google {\n  founded 1998 // f\n} // g\n',
      },
    );
  });

  it('goes to a new file beside where there is none', () => {
    const text = 'source $0ft "H"\n\ninvestment D: A -> B\n';
    checkAction(text, 'Move “ft” to sources.deal', {
      'main.deal': 'investment D: A -> B\n',
      'sources.deal': 'source ft "H"\n',
    });
    checkNotOffered(text, /^Move/, { client: { createsFiles: false } });
  });

  it('leaves what heads a part of the file', () => {
    checkAction(
      { 'main.deal': '// Head.\n\ncompany $0A\n\nround R: A -> B\nround S: A -> B\n', 'parties.deal': '' },
      'Move “A” to parties.deal',
      { 'main.deal': '// Head.\n\nround R: A -> B\nround S: A -> B\n', 'parties.deal': 'company A\n' },
    );
    checkAction(
      {
        'main.deal': 'round R: A -> B\nround S: A -> B\n// #region P\ncompany $0A\n// #endregion\n',
        'parties.deal': '',
      },
      'Move “A” to parties.deal',
      {
        'main.deal': 'round R: A -> B\nround S: A -> B\n// #region P\n// #endregion\n',
        'parties.deal': 'company A\n',
      },
    );
  });

  it('is not offered in that file, nor for deals, nor into a broken file', () => {
    checkNotOffered('company $0A\ncompany B\n', /^Move/);
    checkNotOffered('round $0R: A -> B\n', /^Move/);
    checkNotOffered(
      { 'main.deal': 'company $0A\nround R: A -> B\n', 'parties.deal': 'company C {\n' },
      /^Move/,
    );
    checkNotOffered('company $0A; round R: A -> B; round S: A -> B\n', /^Move/);
  });
});

describe('merge parties', () => {
  it('renames everywhere, and moves over what the other one does not say', () => {
    checkAction(
      {
        'main.deal':
          '// The same.\ncompany $0OpenAI2 "Open AI, Inc." {\n  founded 2015\n  sector ai, labs\n  country US\n  aka "OAI"\n}\n\ncompany Google\n',
        'b.deal': 'company OpenAI { country US; sector ai }\n',
        'c.deal':
          'round R: Google -> OpenAI2 { lead OpenAI2 with $1B }\nclaim C: Google disputes OpenAI2.lei\n',
      },
      'Merge “OpenAI2” into “OpenAI”',
      {
        'main.deal': 'company Google\n',
        'b.deal':
          'company OpenAI {\n  country US\n  sector  ai\n  aka     "Open AI, Inc.", "OpenAI2", "OAI"\n  founded 2015\n  sector  ai, labs\n  // The same.\n}\n',
        'c.deal': 'round R: Google -> OpenAI { lead OpenAI with $1B }\nclaim C: Google disputes OpenAI.lei\n',
      },
    );
  });

  it('goes together with blank lines between the two', () => {
    checkAction(
      'company $0B "Alpha"\n\n\n\ncompany A "Alpha"\n\nround R: B -> C\n',
      'Merge “B” into “A”',
      'company A "Alpha" { aka "B" }\n\nround R: A -> C\n',
    );
    checkAction(
      'source x\n\ncompany $0B "Alpha"\n\n\n\n// The first.\ncompany A "Alpha" { founded 2020 }\n',
      'Merge “B” into “A”',
      'source x\n\n// The first.\ncompany A "Alpha" { founded 2020; aka "B" }\n',
    );
  });

  it('takes in one that is an alias of the other', () => {
    checkAction(
      'fund $0LSVP\nfund Lightspeed { aka "LSVP" }\nround R: LSVP -> B\n',
      'Merge “LSVP” into “Lightspeed”',
      'fund Lightspeed { aka "LSVP" }\nround R: Lightspeed -> B\n',
    );
    checkAction(
      'fund Lights$0peed { aka "Big" from 2020 }\nfund light-speed\nround R: Lightspeed -> B\n',
      'Merge “Lightspeed” into “light-speed”',
      'fund light-speed { aka "Lightspeed"; aka "Big" from 2020 }\nround R: light-speed -> B\n',
    );
  });

  const reason = (text: string, isWhole = true) =>
    actionsAt(requestIn(text, { isWhole })).find(({ title }) => title.startsWith('Merge'))?.disabled?.reason;

  it('is refused where the two contradict each other', () => {
    assert.equal(
      reason('company $0A { founded 2015 }\ncompany a { founded 2016 }\n'),
      'Both state “founded”, and differently. Decide on one first.',
    );
    assert.equal(reason('company $0A { founded 2015 per x }\ncompany a { founded 2016 per y }\n'), undefined);
    assert.equal(reason('company $0A { parent a }\ncompany a\n'), 'One of the two names the other.');
    assert.equal(reason('company $0A\ncompany a\nround R: A, a -> B\n'), '“R” names both.');
    assert.equal(
      reason('company $0A\ncompany a\nround R: A -> B {\n'),
      '“R” cannot be read in full. Mend it first.',
    );
    assert.match(reason('company $0A\ncompany a\n', false) ?? '', /not read/);
  });

  it('is not shown as refused where the client cannot show why', () => {
    const text = 'company $0A { founded 2015 }\ncompany a { founded 2016 }\n';
    assert.ok(titlesIn(text).some((title) => title.startsWith('Merge')));
    assert.ok(
      !titlesIn(text, { client: { showsRefused: false } }).some((title) => title.startsWith('Merge')),
    );
  });

  it('mends that two parties are most likely one', () => {
    const action = actionsAt(requestIn('company Open\ncompany $0open\n')).find(({ title }) =>
      title.startsWith('Merge'),
    );
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action.diagnostics?.[0]?.code, 'near-duplicate-party');
  });

  it('is looked for where somebody asks, or where it is found already', () => {
    const titles = (text: string, isAutomatic: boolean) =>
      titlesIn(text, { isAutomatic }).filter((title) => title.startsWith('Merge'));
    const units = 'company $0Open { country US }\ncompany open { country UK }\n';
    assert.equal(titles(units, false).length, 1);
    assert.equal(titles(units, true).length, 0);
    assert.equal(titles('company Open\ncompany $0open\n', true).length, 1);
  });

  it('is for two of one kind that share a name', () => {
    checkNotOffered('company $0A\nfund a\ncompany B\n', /^Merge/);
  });
});

describe('a claim as a status line', () => {
  it('goes into a deal below it, whatever blank lines are between them', () => {
    checkAction(
      'claim $0C: A asserts D.status { status closed on 2025 }\n\n\n\nloan D: A -> B { amount $1B }\n',
      'Make it a status line of “D”',
      'loan D: A -> B { amount $1B; status closed on 2025 note "Said by A." }\n',
    );
  });

  it('keeps who said it, and that it is expected', () => {
    checkAction(
      `${deal('status signed on 2024', 'amount $1B')}person P "Pat"\n\nclaim $0C: P expects D.status {\n  status closed on 2026\n  per    a, b\n}\n`,
      'Make it a status line of “D”',
      `${deal(
        'status signed on 2024',
        'status closed on 2026 likely per a, b note "Said by Pat."',
        'amount $1B',
      )}person P "Pat"\n`,
    );
    checkAction(
      'round D: A -> B\nclaim $0C: P confirms D.status { status closed on 2024 uncertain per a note "n"; per a }\n',
      'Make it a status line of “D”',
      'round D: A -> B { status closed on 2024 uncertain per a note "Said by P: n" }\n',
    );
  });

  it('is for claims of which nothing would be lost', () => {
    for (const claim of [
      'claim $0C: P denies D.status { status closed on 2026 }\n',
      'claim $0C: P expects D.amount { status closed on 2026 }\n',
      'claim $0C: P expects D.status, E { status closed on 2026 }\n',
      'claim $0C: P expects D.status { status closed }\n',
      'claim $0C: P expects D.status { status closed on 2026; on 2025 }\n',
      'claim $0C: P expects D.status { status closed on 2026; quote "q" }\n',
      'claim $0C: P expects D.status { status closed on 2026 } // c\n',
      'claim $0C: P expects D.status { status closed on 2026 }\nclaim E: Q denies C\n',
      'claim $0C: P expects E.status { status closed on 2026 }\n',
    ])
      checkNotOffered(`round D: A -> B\n${claim}`, /^Make it a status/);
  });

  it('waits until all files are read, which may answer the claim', () => {
    const text = 'claim $0C: A asserts D.status { status closed on 2025 }\nloan D: A -> B\n';
    checkNotOffered(text, /^Make it a status line/, { isWhole: false });
  });
});

describe('the style of a block', () => {
  it('is changed from one line to several, and back', () => {
    const one = 'round R: A -> B { amount $1B; status closed on 2024 }\n';
    const several = 'round R: A -> B {\n  amount $1B\n  status closed on 2024\n}\n';
    const mark = (text: string) => text.replace('R:', '$0R:');
    checkAction(mark(one), 'Write each property on a line of its own', several);
    checkAction(mark(several), 'Write the block on one line', one);
  });

  it('stays on several lines where comments or the width need them', () => {
    checkNotOffered('company $0A {\n  founded 2021 // c\n}\n', /on one line/);
    checkNotOffered(`company $0A {\n  note "${'n'.repeat(100)}"\n}\n`, /on one line/);
    checkNotOffered('company $0A {\n  aka "a",\n    "b"\n}\n', /on one line/);
    checkNotOffered('company $0A {}\n', /line/);
  });
});

describe('round or investment', () => {
  it('becomes what it is', () => {
    checkAction('invest$0ment D: A -> B { lead A }\n', 'Make it a round', 'round D: A -> B { lead A }\n');
    checkAction(
      '$0investment D: A -> B { type series-b }\n',
      'Make it a round',
      'round D: A -> B { type series-b }\n',
    );
    checkAction(
      '$0round D: A -> B { amount $1B }\n',
      'Make it an investment',
      'investment D: A -> B { amount $1B }\n',
    );
  });

  it('stays where the other kind does not take all of it', () => {
    checkNotOffered('$0investment D: A -> B { lead A; term 3y }\n', /^Make it/);
    checkNotOffered('$0investment D: A -> B { amount $1B }\n', /^Make it/);
    checkNotOffered('$0round D: A -> B { lead A }\n', /^Make it/);
    checkNotOffered('round D: $0A -> B { amount $1B }\n', /^Make it/);
  });
});

describe('putting a file in order', () => {
  const title = 'Put the declarations of this file in order';
  const check = (before: string, after: string) => checkAction(`$0${before}`, title, after);

  it('groups by kind, facts by date and the rest by name', () => {
    check(
      'ecosystem E { hub A }\nround Late: A -> B { status closed on 2024 }\nround None: A -> B\nround Early: A -> B { amount $1B on 2020 }\nfund b\ncompany A\n\nsource s\nvaluation V: A { value $1B on 2021 }\nresource r',
      'source s\n\ncompany A\nfund b\n\nresource r\n\nround Early: A -> B { amount $1B on 2020 }\nround Late: A -> B { status closed on 2024 }\nround None: A -> B\n\nvaluation V: A { value $1B on 2021 }\n\necosystem E { hub A }\n'.replace(
        '\n\nsource s',
        '\nsource s',
      ),
    );
  });

  it('takes comments along, and sorts within regions and below headings alone', () => {
    check(
      '// File.\n\n/// Of b.\n// dealgraph-ignore unused: known\ncompany b // behind\n// Of a.\ncompany a {\n  // in\n  founded 2021\n}\n\n// #region R\ncompany d\ncompany c\n// #endregion\n\n// Heads f and e.\n\ncompany f\ncompany e\n',
      '// File.\n\n// Of a.\ncompany a {\n  // in\n  founded 2021\n}\n\n/// Of b.\n// dealgraph-ignore unused: known\ncompany b // behind\n\n// #region R\ncompany c\ncompany d\n// #endregion\n\n// Heads f and e.\n\ncompany e\ncompany f\n',
    );
  });

  it('leaves what cannot be read where it is, with what stands above it, and a name that is declared twice', () => {
    check(
      'company b\ncompany a\ncompany A\ncompany {\ncompany d\ncompany c\n',
      'company a\ncompany b\ncompany A\ncompany {\ncompany c\ncompany d\n',
    );
    checkNotOffered('$0company b\ncompany a\ncompany a\n', /in order/);
    checkNotOffered('$0company a\ncompany b\n', /in order/);
    checkNotOffered('$0company b; company a\n', /in order/);
  });
});
