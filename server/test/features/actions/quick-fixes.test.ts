import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { checks } from '../../../src/checks/registry';
import { plainClient } from '../../../src/features/actions/client';
import { quickFixesAt } from '../../../src/features/actions/quick-fixes';
import { diagnosticsOf } from '../../../src/features/diagnostics';
import type { DealDocument } from '../../../src/language/document';
import { projectOf, settingsIn, settle, uriOf } from '../../project-fixture';
import { fixture } from '../cursor-fixture';

const uri = uriOf('main.deal');

/** What is offered over the whole of a file: what mends something, and what silences it. */
function actionsIn(
  text: string,
  config?: string,
): { document: DealDocument; actions: CodeAction[]; silencing: CodeAction[] } {
  const { project, findings } = projectOf({ 'main.deal': text }, undefined, settingsIn(config));
  settle(findings);
  const document = project.document(uri);
  assert.ok(document);
  const range = { start: document.placeAt(0), end: document.placeAt(text.length) };
  const all = quickFixesAt(project, findings, document, uri, range);
  const actions = all.filter((action) => !isSilencing(action));
  const silencing = all.filter(isSilencing);
  assert.deepEqual(all, [...actions, ...silencing], 'what silences comes last');
  return { document, actions, silencing };
}

function isSilencing({ title }: CodeAction): boolean {
  return title.startsWith('Ignore “');
}

function apply(document: DealDocument, action: CodeAction): string {
  let { text } = document;
  const edits = [...(action.edit?.changes?.[uri] ?? [])].sort(
    (a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start),
  );
  assert.ok(edits.length > 0);
  for (const { range, newText } of edits) {
    text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  }
  return text;
}

/** The findings of a text, without their places, which a fix moves. */
function findingsIn(text: string, config?: string): string[] {
  const { project, findings } = projectOf({ 'main.deal': text }, undefined, settingsIn(config));
  settle(findings);
  return diagnosticsOf(project, findings, uri).diagnostics.map(textOf).sort();
}

function textOf({ code, message }: Diagnostic): string {
  return `${code}: ${typeof message === 'string' ? message : message.value}`;
}

/** Checks that a text has these fixes, and that each of them mends what it should. */
function checkFixes(text: string, ...titles: string[]): void {
  assert.deepEqual(checkedFixes(text), titles);
}

/** Checks that each fix takes its own finding away and brings no new one; gives the titles of all. */
function checkedFixes(text: string, config?: string): string[] {
  const before = findingsIn(text, config);
  const { document, actions } = actionsIn(text, config);
  for (const action of actions) {
    const fixed = apply(document, action);
    const after = findingsIn(fixed, config);
    const [mended] = action.diagnostics ?? [];
    assert.ok(mended);
    const own = textOf(mended);
    assert.ok(before.includes(own), own);
    assert.equal(count(after, own), count(before, own) - 1, `“${action.title}” left “${own}” in\n${fixed}`);
    for (const finding of new Set(after)) {
      assert.ok(
        count(after, finding) <= count(before, finding),
        `“${action.title}” brought “${finding}” in\n${fixed}`,
      );
    }
  }
  return actions.map(({ title }) => title);
}

function count(list: readonly string[], wanted: string): number {
  return list.filter((entry) => entry === wanted).length;
}

const parties = 'company Google\ncompany Anthropic\n\n';
const deal = (...lines: string[]) =>
  `${parties}investment D: Google -> Anthropic {\n${lines.map((line) => `  ${line}\n`).join('')}  per <https://x.example>\n}\n`;

describe('code actions', () => {
  it('mend a misspelt property, word, kind and verb', () => {
    checkFixes(deal('amuont $1B'), 'Change to “amount”');
    checkFixes(deal('status anounced'), 'Change to “announced”');
    checkFixes(deal('type secondry'), 'Change to “secondary”');
    checkFixes(`${deal()}compny Google2 { parent Google }\n`, 'Change to “company”');
  });

  it('mend a range that is the wrong way round', () => {
    checkFixes(deal('amount $2B..$1B'), 'Change to $1B..$2B');
    checkFixes(deal('stake 20%..10%'), 'Change to 10%..20%');
  });

  it('mend an arrow of the wrong kind', () => {
    checkFixes(
      `${parties}investment D: Google <-> Anthropic { amount $1B per <https://x.example> }\n`,
      'Change to “->”',
    );
    checkFixes(`${parties}merger D: Google -> Anthropic { per <https://x.example> }\n`, 'Change to “<->”');
  });

  it('take away modifiers that mean nothing or stand twice', () => {
    checkFixes(deal('amount $1B exclusive'), 'Remove “exclusive”');
    checkFixes(deal('amount $1B on 2024 on 2025'), 'Remove “on”');
    checkFixes(deal('amount $1B', 'valuation $5B pre post'), 'Remove “post”');
    checkFixes(deal('amount $1B likely speculative'), 'Remove “speculative”');
  });

  it('write terminated for a closed deal that is said to be withdrawn', () => {
    checkFixes(deal('status closed on 2024-01', 'status withdrawn on 2024-06'), 'Change to “terminated”');
  });

  it('take away a name that stands twice on one side', () => {
    checkFixes(
      `${parties}investment D: Google, Google -> Anthropic { amount $1B per <https://x.example> }\n`,
      'Remove “Google”',
    );
  });

  it('write an identifier as registers do', () => {
    checkFixes(
      `company A { lei "5493 006mhb84dd0zwv18" }\ncompany B { parent A }\n`,
      'Change to “5493006MHB84DD0ZWV18”',
    );
  });

  it('bring tranches and the amount together', () => {
    checkFixes(
      deal('amount $8B', 'tranche $4B on 2023', 'tranche $3B on 2024'),
      'Change the amount to $7B',
      'Add “tranche $1B”',
    );
    checkFixes(deal('amount $6B', 'tranche $4B on 2023', 'tranche $3B on 2024'), 'Change the amount to $7B');
    checkFixes(deal('amount <$6B', 'tranche $4B on 2023', 'tranche $3B on 2024'));
    checkFixes(deal('amount $8B', 'tranche ~$4B on 2023', 'tranche $1B on 2024'));
  });

  it('are offered where a finding points as well as where it stands', () => {
    const text = deal('amount $6B', 'tranche $4B on 2023', 'tranche $3B on 2024');
    const { project, findings } = projectOf({ 'main.deal': text });
    settle(findings);
    const document = project.document(uri)!;
    const titlesAt = (word: string) => {
      const position = document.placeAt(text.indexOf(word));
      const all = quickFixesAt(project, findings, document, uri, { start: position, end: position });
      return all.filter((action) => !isSilencing(action)).map(({ title }) => title);
    };
    assert.deepEqual(titlesAt('$6B'), ['Change the amount to $7B']);
    assert.deepEqual(titlesAt('$3B'), ['Change the amount to $7B']);
    assert.deepEqual(titlesAt('investment'), []);
  });

  it('raise what was promised to what was paid', () => {
    checkFixes(deal('amount $4B', 'paid $5B on 2024-03'), 'Change the “amount” to $5B');
    checkFixes(
      deal('amount <$4B', 'paid $2B on 2024-03', 'paid $3B on 2024-04'),
      'Change the “amount” to $5B',
    );
    checkFixes(deal('amount $4B', 'paid >$5B on 2024-03'));
    checkFixes(
      'company A\nproject P: A { budget $4B; paid $5B on 2024-03; per <https://x.example> }\n',
      'Change the “budget” to $5B',
    );
  });

  it('write the figure that two others come to', () => {
    checkFixes(
      deal('amount $4B', 'stake 20%', 'valuation $60B post', 'status closed on 2024'),
      'Change the stake to 6.67%',
    );
    const claim = (multiple: string) =>
      `company Anthropic\nvaluation Old: Anthropic { value $18.5B on 2024-02 per <https://x.example> }\nvaluation New: Anthropic { value $60B on 2025-01 per <https://x.example> }\nclaim C: Anthropic asserts New.value { multiple ${multiple} of Old per <https://x.example> }\n`;
    checkFixes(claim('>4x'), 'Change the multiple to 3.24x');
    checkFixes(claim('2x'), 'Change the multiple to 3.24x');
    checkFixes(claim('3x'));
  });

  it('write the rate that the other one of that day comes to', () => {
    const rates = (one: string, other: string) =>
      `fx A: EUR -> USD { rate ${one} on 2025-01-31 }\nfx B: USD -> EUR { rate ${other} on 2025-01-31 }\n`;
    checkFixes(rates('1.0842', '1.0842'), 'Change the rate to 0.9223');
    checkFixes(rates('1.05..1.1', '1.0842'), 'Change the rate to 0.9091..0.9524');
    checkFixes(rates('1000000', '2'));
  });

  it('swap dates that are the wrong way round', () => {
    const text = 'company A\nventure V { member A from 2024-03 until 2020; per <https://x.example> }\n';
    checkFixes(text, 'Swap the two dates');
    const { document, actions } = actionsIn(text);
    assert.match(apply(document, actions[0]!), /from 2020 until 2024-03/);
    checkFixes('company A { founded 2020; closed 2010; parent B }\ncompany B\n', 'Swap the two dates');
    checkFixes(
      'source a { publisher "P" }\nsource b\ncompany A { founded 2020 per a; founded 2021 per b; closed 2010; parent B }\ncompany B\n',
    );
    checkFixes('venture V { member A on 2025 until 2020; per <https://x.example> }\ncompany A\n');
  });

  it('take away what nothing refers to, and what stands twice', () => {
    const text =
      '// Head.\n\n/// Of nothing.\ncompany A { country US } // gone\ncompany B { parent C }\ncompany C\n';
    checkFixes(text, 'Remove “A”');
    const { document, actions } = actionsIn(text);
    assert.equal(apply(document, actions[0]!), '// Head.\n\n// gone\ncompany B { parent C }\ncompany C\n');
    checkFixes('company B { parent C }; company A; company C\n', 'Remove “A”');
    checkFixes('company B { parent C }\ncompany C\r\n\r\nsource S', 'Remove “S”');
    const twice = deal('amount $1B', 'amount  $1B');
    checkFixes(twice, 'Remove the second “amount”');
    const { document: two, actions: removing } = actionsIn(twice);
    assert.equal(apply(two, removing[0]!), deal('amount $1B'));
    checkFixes(deal('amount $1B; amount $1B; status closed'), 'Remove the second “amount”');
    checkFixes(deal('amount $1B', 'amount $2B'), 'Remove “amount $2B”', 'Remove “amount $1B”');
    checkFixes(`${deal('amount $1B', 'amount $1B')}}`, 'Remove the second “amount”');
  });

  it('leave no gap where a property was, and the comment behind it', () => {
    const removed = (text: string) => {
      const { document, actions } = actionsIn(text);
      return apply(document, actions[0]!);
    };
    assert.equal(
      removed(deal('amount $1B // one', 'amount $1B // two')),
      deal('amount $1B // one', '// two'),
    );
    const last = deal('amount $1B; status closed; amount $1B');
    assert.equal(removed(last), deal('amount $1B; status closed'));
    const unit = 'company B { parent A }\r\n';
    assert.equal(removed(`company A { parent A }\r\n${unit}`), `company A { }\r\n${unit}`);
    assert.equal(removed(`company A { country US; parent A }\n${unit}`), `company A { country US }\n${unit}`);
  });

  it('take no text for the same that is spaced out otherwise', () => {
    const source = (...lines: string[]) => `${deal('amount $1B per s')}source s {\n${lines.join('\n')}\n}\n`;
    checkFixes(
      source('publisher "A  B"', 'publisher "A B"'),
      'Remove “publisher "A B"”',
      'Remove “publisher "A B"”',
    );
    checkFixes(source('publisher "A B"', 'publisher   "A B"'), 'Remove the second “publisher”');
  });

  it('swap the dates of steps in the wrong order, where that mends it', () => {
    checkFixes(
      deal('status signed on 2024-03', 'status closed on 2024-01'),
      'Swap the dates of “signed” and “closed”',
    );
    const text = deal(
      'status announced from 2024-03 // plan',
      'status closed on 2024-01 likely',
      'status closed on 2023',
    );
    checkFixes(text, 'Swap the dates of “announced” and “closed”');
    const { document, actions } = actionsIn(text);
    assert.equal(
      apply(document, actions[0]!),
      deal(
        'status announced from 2023 // plan',
        'status closed on 2024-01 likely',
        'status closed on 2024-03',
      ),
    );
    // With the dates of signing and closing the other way round the announcement would still be too late.
    checkFixes(
      deal('status announced on 2024-05', 'status signed on 2024-04', 'status closed on 2024-01'),
      'Swap the dates of “closed” and “announced”',
    );
    checkFixes(
      deal('status terminated on 2023-12', 'status closed on 2024-02'),
      'Swap the dates of “terminated” and “closed”',
    );
    checkFixes(deal('status withdrawn on 2023-12', 'status closed on 2024-02'));
    checkFixes(
      deal('status signed on 2023-11', 'status terminated on 2023-12', 'status terminated on 2024-02'),
    );
  });

  it('bring a round and its valuation together', () => {
    checkFixes(deal('amount $60B', 'valuation $2B post'), 'Swap the two figures', 'Change to “pre”');
    checkFixes(deal('amount $60B', 'paid $1B on 2024', 'valuation $2B post'), 'Change to “pre”');
    checkFixes(
      deal('amount $60B', 'valuation $2B post per a', 'valuation $3B post per b') + 'source a\nsource b\n',
    );
  });

  it('write the year that two digits change places from', () => {
    checkFixes(deal('amount $1B', 'paid $1B on 2203-09'), 'Change to 2023-09');
    checkFixes('company A { closed 2105 }\ncompany B { parent A }\n', 'Change to 2015');
    checkFixes(deal('amount $1B', 'paid $1B on 2999'));
    // Of both ends, not of one alone, which would look right and be wrong.
    checkFixes(deal('amount $1B', 'paid $1B on 2203-01..2203-05'), 'Change to 2023-01..2023-05');
    checkFixes(deal('amount $1B', 'paid $1B on 2203..2999'));
    checkFixes('company A { parent B from 2203.. }\ncompany B\n', 'Change to 2023..');
  });

  it('leave an alias to the other party, and take a parent away', () => {
    checkFixes('fund A { aka "X", "Y", /* z */ "Z" }\nfund B { aka "Y"; manager A }\n', 'Leave “Y” to A');
    checkFixes('fund A { aka "A/Z", "X", "Y/Z" }\nfund B { aka "Y/Z"; manager A }\n', 'Leave “Y/Z” to A');
    checkFixes('company A { parent A }\ncompany B { parent A }\n', 'Remove “parent A”');
    // The one that holds on the day.
    checkFixes(
      'company A { parent B until 2019; parent B from 2020 }\ncompany B { parent A }\n',
      'Remove “parent B from 2020”',
    );
  });

  it('say that a figure is undisclosed where it is wanted', () => {
    checkFixes(
      `${parties}holding H: Google -> Anthropic { per <https://x.example> }\n`,
      'Add “stake undisclosed”',
    );
    checkFixes(
      `${parties}valuation V: Anthropic {\n  per <https://x.example>\n}\ncompany Unit { parent Google }\n`,
      'Add “value undisclosed”',
    );
    checkFixes(
      'company A\nvaluation V: A {}\nvaluation W: A\n',
      'Add “value undisclosed”',
      'Add “value undisclosed”',
    );
    checkFixes('ecosystem E\n');
    checkFixes('fx E: EUR -> USD\n');
  });

  it('keep comments in a block that holds nothing else', () => {
    const added = (block: string) => {
      const { document, actions } = actionsIn(`company A\nvaluation V: A ${block}\n`);
      return apply(document, actions[0]!).replace('company A\nvaluation V: A ', '');
    };
    assert.equal(added('{ // why\n}'), '{ // why\n  value undisclosed\n}\n');
    assert.equal(added('{\r\n  // why\r\n}'), '{\r\n  // why\r\n  value undisclosed\r\n}\n');
    assert.equal(added('{ /* why */ }'), '{ /* why */ value undisclosed }\n');
    assert.equal(added('{\n}'), '{ value undisclosed }\n');
  });

  it('say what holds since an exclusivity ended', () => {
    checkFixes(
      `${parties}license D: Google -> Anthropic {\n  provides data exclusive until 2024-06\n  status signed on 2022\n  per <https://x.example>\n}\n`,
      'Add “provides data from 2024-07-01”',
      'Add “status expired on 2024-06”',
    );
  });

  it('leave the source that others take their knowledge from', () => {
    const sources =
      'source ft\nsource blog { via ft }\nsource wsj\ncompany Ape { parent Google; note "n" per blog }\n';
    const text = (per: string) =>
      sources + deal(`amount $1B per ${per}`).replace('  per <https://x.example>\n', '');
    checkFixes(text('blog, wsj, ft'), 'Cite “ft” alone');
    const { document, actions } = actionsIn(text('blog, wsj, ft'));
    assert.equal(apply(document, actions[0]!), text('wsj, ft'));
    checkFixes(text('blog, // not this one\n    wsj, ft'));
  });

  it('close what is left open', () => {
    checkFixes(
      `${parties}investment D: Google -> Anthropic {\n  amount $1B per <https://x.example>\n`,
      'Add “}”',
    );
  });

  it('offer the nearest names that fit the place', () => {
    checkFixes(
      'company Google\ncompany Goggle\ncompany Anthropic\nsource Gogle-news "N"\n\ninvestment D: Gogle -> Anthropic { amount $1B per Gogle-news }\ninvestment E: Google -> Goggle { amount $1B per Gogle-news }\n',
      'Change to “Goggle”',
      'Change to “Google”',
    );
    checkFixes(
      `${parties}source ft "N"\n\ninvestment D: Google -> Anthropic { amount $1B per fx, ft }\n`,
      'Change to “ft”',
    );
    checkFixes(
      `${parties}license D: Google -> Anthropic { provides compte; per <https://x.example> }\n`,
      'Change to “compute”',
    );
  });

  it('put a nearest name in quotes where it needs them, and leave its property alone', () => {
    checkFixes(
      `company "8VC"\nperson M\n\nclaim C: M disputes "8VX".lei { per <https://x.example> }\nclaim E: M asserts "8VC" { per <https://x.example> }\n`,
      'Change to “8VC”',
    );
    const { document, actions } = actionsIn(
      'company "8VC"\nperson M\nclaim C: M disputes "8VX".lei { per <https://x.example> }\n',
    );
    const renaming = actions.find(({ title }) => title === 'Change to “8VC”');
    assert.match(apply(document, renaming!), /M disputes "8VC"\.lei/);
  });

  it('offer names where one of another kind stands', () => {
    checkFixes(
      'company Google\ncompany Anthropic\nsource Googl "N"\n\ninvestment D: Google -> Anthropic { amount $1B per Google }\nvaluation V: Google { value $1B per Googl }\n',
      'Change to “Googl”',
    );
  });

  it('offer no name where none is near', () => {
    checkFixes(
      `${parties}investment D: Google, Nobody -> Anthropic { amount $1B per <https://x.example> }\n`,
    );
  });

  it('come for the findings at the cursor alone, and say which one is the obvious', () => {
    const { texts, position } = fixture({
      'main.deal': deal('amuont $1B').replace('amuont', 'amu$0ont') + 'investment E: Googel -> Anthropic\n',
    });
    const { project, findings } = projectOf(texts);
    const document = project.document(uri);
    assert.ok(document);
    const actions = quickFixesAt(project, findings, document, uri, { start: position, end: position });
    assert.deepEqual(
      actions.map(({ title, isPreferred, kind }) => [title, isPreferred, kind]),
      [
        ['Change to “amount”', true, 'quickfix'],
        ['Ignore “unknown-property” here and say why', undefined, 'quickfix.ignore'],
      ],
    );
  });

  for (const { code, examples } of checks) {
    it(`mend the bad example of ${code} where there are any`, () => {
      checkedFixes(examples.bad, examples.config);
    });
  }
});

describe('comments that silence a finding', () => {
  /** Checks what becomes of a text when a code is ignored in it. */
  const checkIgnored = (code: string, text: string, expected: string) => {
    const { document, silencing } = actionsIn(text);
    const action = silencing.find(({ title }) => title === `Ignore “${code}” here and say why`);
    assert.ok(action, silencing.map(({ title }) => title).join());
    assert.equal(apply(document, action), expected);
  };

  it('stand on the line above the declaration, below other comments', () => {
    checkIgnored('unused', 'company A\n', '// dealgraph-ignore unused: …\ncompany A\n');
    checkIgnored(
      'unused',
      '// Head.\n\n// Note.\n  company A',
      '// Head.\n\n// Note.\n  // dealgraph-ignore unused: …\n  company A',
    );
    checkIgnored(
      'unused',
      'company B { parent A }\r\n\r\nsource S',
      'company B { parent A }\r\n\r\n// dealgraph-ignore unused: …\r\nsource S',
    );
  });

  it('stand above what documents the declaration', () => {
    checkIgnored(
      'unused',
      '// #region R\n/// One.\n/// Two.\ncompany A\n',
      '// #region R\n// dealgraph-ignore unused: …\n/// One.\n/// Two.\ncompany A\n',
    );
    checkIgnored(
      'unused',
      '/// Of nothing.\n\ncompany A\n',
      '/// Of nothing.\n\n// dealgraph-ignore unused: …\ncompany A\n',
    );
  });

  it('stand between two declarations of one line', () => {
    checkIgnored(
      'unused',
      'company B { parent B }; source S\n',
      'company B { parent B }; /* dealgraph-ignore unused: … */ source S\n',
    );
  });

  it('are offered once for all that a check finds in a declaration, and not where one stands', () => {
    const titles = (text: string) => actionsIn(text).silencing.map(({ title }) => title);
    const twice = deal('amuont $1B', 'stauts closed');
    assert.deepEqual(titles(twice), ['Ignore “unknown-property” here and say why']);
    assert.deepEqual(titles('// dealgraph-ignore unused: …\ncompany A\n'), []);
  });

  it('have the reason selected where the client can do that', () => {
    const { project, findings } = projectOf({ 'main.deal': 'company A\n' });
    const document = project.document(uri)!;
    const start = document.placeAt(0);
    const client = { ...plainClient, snippetEdits: true };
    const range = { start, end: document.placeAt(document.length) };
    const action = quickFixesAt(project, findings, document, uri, range, client).find(isSilencing);
    assert.deepEqual(action?.edit, {
      documentChanges: [
        {
          textDocument: { uri, version: null },
          edits: [
            {
              range: { start, end: start },
              snippet: { kind: 'snippet', value: '// dealgraph-ignore unused: ${1:…}\n' },
            },
          ],
        },
      ],
    });
  });

  for (const { code, examples } of checks) {
    it(`silence each finding of ${code} once they give a reason, and nothing before`, () => {
      const { document, silencing } = actionsIn(examples.bad, examples.config);
      const before = findingsIn(examples.bad, examples.config);
      // Of what cannot be read nothing else is said, so that nobody is offered not to be told.
      assert.equal(silencing.length > 0, code !== 'ignore' && code !== 'syntax');
      for (const action of silencing) {
        assert.equal(action.isPreferred, undefined);
        const unsaid = apply(document, action);
        const own = `${code}: `;
        const isOwn = (message: string) => message.startsWith(own);
        const asked = findingsIn(unsaid, examples.config);
        assert.deepEqual(asked.filter(isOwn), before.filter(isOwn), unsaid);
        assert.deepEqual(
          asked.filter((message) => !isOwn(message)),
          [`ignore: Say why, or it silences nothing: “// dealgraph-ignore ${code}: …”.`],
          unsaid,
        );
        const said = findingsIn(unsaid.replace('…', 'it is known'), examples.config);
        assert.ok(said.length < before.length, unsaid);
        assert.deepEqual(said, said.filter(isOwn), unsaid);
      }
    });
  }
});
