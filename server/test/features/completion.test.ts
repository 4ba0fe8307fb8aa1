import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionItem, CompletionList, Range } from 'vscode-languageserver-types';
import {
  completionsAt,
  resolveCompletion,
  type CompletionClient,
} from '../../src/features/completion/completion';
import { templates } from '../../src/features/completion/templates';
import { cursorAt } from '../../src/features/locations';
import { DealDocument } from '../../src/language/document';
import type { Project } from '../../src/project/project';
import { dayOf } from '../../src/values/date';
import { anyText, propertyRuns } from '../language/random-text';
import { allFindings, projectOf, settle, uriOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

const today = dayOf(2025, 1, 31);

const world = {
  'world.deal': [
    'company Anthropic',
    'company AWS "Amazon Web Services" { aka "AWS cloud" }',
    'company "8VC"',
    'fund Lightspeed',
    'venture Stargate { budget $100B }',
    'source ft-anthropic "Headline" { publisher "Financial Times" }',
    'valuation V2024: Anthropic { value $18.5B }',
  ].join('\n'),
};

/** A client that takes the least. */
const plain: CompletionClient = { snippets: true, declares: true, defaults: false, replaces: false };
/** A client that takes what items share once for all of them. */
const sharing: CompletionClient = { ...plain, defaults: true };
/** A client that lets its user choose what is replaced. */
const choosing: CompletionClient = { ...plain, replaces: true };

function completionsIn(
  marked: string,
  client = plain,
  files: Readonly<Record<string, string>> = world,
): { list: CompletionList; items: CompletionItem[]; text: string; project: Project } {
  const { texts, uri, position } = fixture({ ...files, 'main.deal': marked });
  const { project } = projectOf(texts);
  const cursor = cursorAt(project, uri, position);
  assert.ok(cursor);
  const list = completionsAt(cursor, today, client);
  return { list, items: list.items, text: texts['main.deal']!, project };
}

/** Labels at the mark, in the order in which an editor shows them. */
function labels(marked: string, files: Readonly<Record<string, string>> = world): string[] {
  return completionsIn(marked, plain, files)
    .items.sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
    .map(({ label }) => label);
}

function checkOffers(marked: string, wanted: readonly string[], unwanted: readonly string[] = []): void {
  const offered = labels(marked);
  for (const label of wanted)
    assert.ok(offered.includes(label), `${label} is missing in ${offered.join(' ')}`);
  for (const label of unwanted) assert.ok(!offered.includes(label), `${label} is offered`);
}

/** What the text becomes when an item is taken. */
function checkTaking(marked: string, label: string, expected: string): void {
  const { items, text } = completionsIn(marked);
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} is offered`);
  const document = DealDocument.parse(text);
  const { range, newText } = item.textEdit;
  const after = document.replace(document.offsetAt(range.start), document.offsetAt(range.end), newText);
  assert.equal(after.text, expected);
}

/** What the text becomes when an item is taken by a user who replaces words, and by one who inserts into them. */
function checkChoosing(marked: string, label: string, replaced: string, inserted: string): void {
  const { items, text } = completionsIn(marked, choosing);
  const edit = items.find((candidate) => candidate.label === label)?.textEdit;
  assert.ok(edit, `${label} is offered in ${marked}`);
  const document = DealDocument.parse(text);
  const after = ({ start, end }: Range) =>
    document.replace(document.offsetAt(start), document.offsetAt(end), edit.newText).text;
  assert.equal(after('range' in edit ? edit.range : edit.replace), replaced, marked);
  assert.equal(after('range' in edit ? edit.range : edit.insert), inserted, marked);
}

/** An item as an editor resolves it: with the data that the list has for all. */
function resolve(list: CompletionList, item: CompletionItem, project: Project): CompletionItem {
  const data: unknown = item.data ?? list.itemDefaults?.data;
  return resolveCompletion({ ...item, data }, () => project);
}

function documentationOf({ documentation }: CompletionItem): string {
  return typeof documentation === 'object' ? documentation.value : '';
}

/** A snippet with what stands in its places. */
function plainOf(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1')
    .replaceAll(/\\(.)/g, '$1');
}

describe('completion', () => {
  it('offers kinds with their blocks at top level', () => {
    checkOffers('$0', ['company', 'investment', 'ecosystem', 'fx'], ['amount', 'Anthropic']);
    checkOffers('company A\ninv$0', ['investment'], ['amount']);
    const round = completionsIn('$0').items.find((item) => item.label === 'round');
    assert.match(round?.textEdit?.newText ?? '', /round \$\{1:Name\}/);
  });

  it('offers the properties that a block can still take, required ones first', () => {
    checkOffers('valuation V: Anthropic {\n  $0\n}', ['value', 'per', 'note'], ['amount', 'company']);
    assert.equal(labels('valuation V: Anthropic {\n  $0\n}')[0], 'value');
    checkOffers(
      'round R: A -> B {\n  amount $1B\n  $0\n  status closed\n}',
      ['tranche', 'status', 'lead'],
      ['amount'],
    );
    checkOffers('round R: A -> B {\n  $0\n  amount $1B\n}', ['valuation'], ['amount']);
  });

  it('offers the references that fit', () => {
    checkOffers(
      'investment I: $0',
      ['Anthropic', 'Lightspeed', 'Stargate', '8VC', 'undisclosed'],
      ['ft-anthropic', 'compute'],
    );
    checkOffers('investment I: Lightspeed -> A$0', ['Anthropic', 'AWS'], ['ft-anthropic']);
    checkOffers('investment I: Lightspeed, $0', ['Anthropic']);
    checkOffers('investment I: A -> B {\n  amount $1B per $0\n}', ['ft-anthropic'], ['Anthropic']);
    checkOffers('investment I: A -> B {\n  amount $1B per ft-anthropic, $0\n}', ['ft-anthropic'], ['on']);
    checkOffers('company C { provides $0 }', ['compute', 'chips'], ['Anthropic']);
    checkOffers('person P { role CEO at $0 }', ['Anthropic'], ['ft-anthropic']);
    checkOffers('claim C: A asserts V {\n  multiple >3x of $0\n}', ['V2024'], ['Anthropic']);
  });

  it('finds a party by its display name or alias', () => {
    checkOffers('investment I: amaz$0', ['AWS']);
    checkOffers('investment I: cloud$0', ['AWS']);
  });

  it('shows kind, display name, and on resolving the card and one line', () => {
    const { items, project } = completionsIn('investment I: $0');
    const aws = items.find((item) => item.label === 'AWS');
    assert.equal(aws?.labelDetails?.description, 'company · Amazon Web Services');
    const resolved = resolveCompletion(aws, () => project);
    assert.match(resolved.detail ?? '', /company/);
    assert.match(documentationOf(resolved), /Amazon Web Services/);
  });

  it('tells on resolving what a word of the language means', () => {
    for (const client of [plain, sharing]) {
      for (const [marked, label, expected] of [
        ['$0', 'round', /\*\*round\*\*/],
        ['round R: A -> B {\n  $0\n}', 'tranche', /\*\*tranche\*\*/],
        ['round R: A -> B { amount 5 $0 }', 'per', /\*\*per\*\*/],
      ] as const) {
        const { list, items, project } = completionsIn(marked, client);
        const item = items.find((candidate) => candidate.label === label);
        assert.ok(item);
        assert.equal(item.documentation, undefined);
        assert.match(documentationOf(resolve(list, item, project)), expected);
      }
    }
  });

  it('says what items share once, to clients that take it so', () => {
    const marked =
      'company undisclosed\ncompany "Long name that nobody can read at a glance, as it goes on"\ninvestment I: $0';
    const all = completionsIn(marked);
    const shared = completionsIn(marked, sharing);
    const range = shared.list.itemDefaults?.editRange;
    assert.equal(shared.items.length, all.items.length);
    for (const [index, item] of all.items.entries()) {
      const own = shared.items[index]!;
      assert.deepEqual(item.textEdit, { range, newText: own.textEditText ?? own.label });
      assert.equal(own.textEdit, undefined);
      assert.deepEqual(
        [own.label, own.sortText, own.filterText, own.kind],
        [item.label, item.sortText, item.filterText, item.kind],
      );
      const resolved = resolve(shared.list, own, shared.project);
      assert.deepEqual(resolved.documentation, resolve(all.list, item, all.project).documentation);
      assert.equal(resolved.documentation === undefined, own.label === 'undisclosed' && index > 2);
    }
  });

  it('shows first what this file declares or mentions, then the others by name', () => {
    const files = {
      'others.deal': 'company Zeta\ncompany alpha\ncompany Beta\ncompany Used\nsource s\n',
    };
    const own = 'company Own\ninvestment J: Used -> Zeta { amount $1B per s }\ninvestment I: $0';
    assert.deepEqual(labels(own, files), ['Own', 'Used', 'Zeta', 'alpha', 'Beta', 'undisclosed']);
    const far = `company Own\n${'resource r\n'.repeat(300)}investment I: $0`;
    assert.deepEqual(labels(far, files), ['Own', 'alpha', 'Beta', 'Used', 'Zeta', 'undisclosed']);
  });

  it('sends some of many names, and is asked again as more is typed', () => {
    const files = {
      'many.deal': Array.from({ length: 1000 }, (_, index) => `company Party${index}x`).join('\n'),
      'last.deal': 'company Last "The Party 500 of all" { aka "zq" }',
    };
    const offered = (marked: string) => {
      const { list } = completionsIn(marked, plain, files);
      return { names: list.items.map(({ label }) => label), isIncomplete: list.isIncomplete };
    };
    const all = offered('investment I: $0');
    assert.equal(all.names.length, 101);
    assert.ok(all.isIncomplete);
    const some = offered('investment I: Party50$0');
    assert.ok(!some.isIncomplete);
    assert.equal(some.names[0], 'Party500x');
    assert.ok(some.names.includes('Last') && some.names.includes('Party580x'));
    assert.deepEqual(offered('investment I: zq$0'), {
      names: ['Last', 'undisclosed'],
      isIncomplete: false,
    });
    assert.ok(offered('company Party999x\ninvestment I: $0').names.includes('Party999x'));
  });

  it('shows first whom those deal with who are named already', () => {
    const files = {
      'others.deal':
        'company Zeta\ncompany Alpha\ncompany Giver\ninvestment J: Giver -> Zeta { amount $1B }\nsupply K: Zeta -> Alpha',
    };
    assert.equal(labels('investment I: Giver -> $0', files)[0], 'Zeta');
    assert.equal(labels('loan I: $0 -> Alpha', files)[0], 'Zeta');
    assert.equal(labels('investment I: $0', files)[0], 'Alpha');
  });

  it('offers to declare a name that nothing has, where the project keeps such declarations', () => {
    const created = (marked: string, client = plain) =>
      completionsIn(marked, client).items.flatMap(({ label, command }) =>
        command ? [`${label} as ${command.arguments?.[1]}`] : [],
      );
    const parties = ['Mistral as company', 'Mistral as fund', 'Mistral as person'];
    assert.deepEqual(created('investment I: Mistral$0'), parties);
    assert.deepEqual(created('investment I: A -> B { lead Mistral$0'), parties);
    assert.deepEqual(created('investment I: A -> B { amount $1B per wsj$0'), ['wsj as source']);
    // Whoever can still mean a name that is there is not asked.
    assert.deepEqual(created('investment I: Anthr$0'), []);
    assert.deepEqual(created('investment I: amazon$0'), []);
    assert.deepEqual(created('investment I: M$0'), []);
    assert.deepEqual(created('claim C: Anthropic disputes Mistral$0'), []);
    assert.deepEqual(created('investment I: Mistral$0', { ...plain, declares: false }), []);
  });

  it('declares a name in quotes as it is meant, not as it is written', () => {
    const { items } = completionsIn('investment I: "Mis \\"tral\\" A$0');
    const taken = items.find(({ command }) => command?.arguments?.[1] === 'company');
    assert.equal(taken?.textEdit?.newText, '"Mis \\"tral\\" A"');
    assert.equal(taken.command?.arguments?.[2], 'Mis "tral" A');
  });

  it('offers the figures that follow from what a deal says', () => {
    const first = (line: string) => {
      const [item] = completionsIn(`round R: A -> B {\n  ${line}\n}`).items.sort((a, b) =>
        (a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1,
      );
      return item && `${item.label}: ${item.detail}`;
    };
    assert.equal(first('amount $8B\n  tranche $3B\n  tranche $0'), '$5B: the rest of $8B');
    assert.equal(first('amount $8B\n  paid $1.5B\n  paid $0'), '$6.5B: the rest of $8B');
    assert.equal(first('tranche $3B\n  tranche $1B\n  amount $0'), '$4B: what the tranches come to');
    for (const line of ['amount ~$8B\n  tranche $0', 'amount $8B\n  tranche $8B\n  tranche $0', 'tranche $0'])
      assert.doesNotMatch(first(line) ?? '', /rest|come to/);
  });

  it('offers the dates that stand near', () => {
    assert.deepEqual(
      labels(
        'round Q: A -> B { status closed on 2023-03 }\nround R: A -> B {\n  amount $1B on 2024-02-01\n  status signed on $0\n}',
      ).slice(0, 3),
      ['2024-02-01', '2023-03', '2025-01-31'],
    );
  });

  it('writes a line of prose as a deal', () => {
    const told = (line: string) =>
      completionsIn(`${line}$0`).items.flatMap(({ label, labelDetails, textEdit }) =>
        label.includes(' → ') && textEdit
          ? [`${labelDetails?.description?.slice(3)}: ${label}\n${textEdit.newText}`]
          : [],
      );
    assert.deepEqual(told('Lightspeed invests $4B in Anthropic on 2024-11-22'), [
      'investment: Lightspeed → Anthropic\ninvestment ${1:LightspeedAnthropic}: Lightspeed -> Anthropic {\n\tamount \\$4B per ${3:article}\n\tstatus ${4|announced,rumored,talks,signed,closed|} on 2024-11-22\n}',
    ]);
    const kindsOf = (line: string) => told(line).map((item) => item.split('\n')[0]);
    assert.deepEqual(kindsOf('investment from Lightspeed to Anthropic'), [
      'investment: Lightspeed → Anthropic',
    ]);
    assert.deepEqual(kindsOf('Anthropic raises $2B from lightspeed'), ['round: Lightspeed → Anthropic']);
    assert.deepEqual(kindsOf('Anthropic is bought by Amazon Web Services'), [
      'acquisition: Amazon Web Services → Anthropic',
    ]);
    assert.deepEqual(kindsOf('AWS cloud partners with Anthropic'), [
      'partnership: Amazon Web Services → Anthropic',
    ]);
    assert.deepEqual(kindsOf('8VC lends Anthropic $1M'), ['loan: 8VC → Anthropic']);
    const figures = (line: string) =>
      told(line).map((item) =>
        [/amount (\S+(?: \d\S*)?) per/.exec(item)?.[1], /\|(\w+),/.exec(item)?.[1]].join(' '),
      );
    assert.deepEqual(figures('Lightspeed may buy Anthropic for about $2 billion'), ['~\\$2B rumored']);
    assert.deepEqual(figures('Lightspeed invests 5 billion dollars in Anthropic'), ['\\$5B announced']);
    assert.deepEqual(figures('Lightspeed plans to invest up to $80B in Anthropic'), ['<\\$80B announced']);
    assert.deepEqual(figures('Lightspeed agreed to lend Anthropic more than €1.5 bn'), ['>€1.5B signed']);
    assert.deepEqual(figures('Lightspeed lends 250 million CHF to Anthropic in 2024-05'), [
      'CHF 250M announced',
    ]);
    // Whoever writes of a first deal has declared nobody.
    assert.deepEqual(kindsOf('Cherry invests $6M in Helix Labs'), ['investment: Cherry → Helix Labs']);
    assert.match(
      told('Cherry invests $6M in Helix Labs')[0] ?? '',
      /investment \$\{1:CherryHelixLabs\}: Cherry -> "Helix Labs" \{/,
    );
    assert.deepEqual(kindsOf('Anthropic is bought by Cherry'), ['acquisition: Cherry → Anthropic']);
    assert.deepEqual(told('In May Cherry invests'), []);
    // Words that begin like others are names.
    assert.deepEqual(kindsOf('Lightspeed backs Workday'), ['investment: Lightspeed → Workday']);
    assert.deepEqual(figures('Lightspeed buys Anthropic for 300 million dollars'), ['\\$300M announced']);
    assert.deepEqual(figures('Lightspeed buys Anthropic for 300M USD'), ['USD 300M announced']);
    const daysOf = (line: string) =>
      told(line).map((item) => [/\|(\w+),/.exec(item)?.[1], / on (\S+)\n/.exec(item)?.[1]].join(' '));
    for (const [date, written] of [
      ['in May 2024', '2024-05'],
      ['in March 2024', '2024-03'],
      ['on 3 Sept. 2024', '2024-09-03'],
      ['on December 12th, 2024', '2024-12-12'],
    ])
      assert.deepEqual(daysOf(`Lightspeed invests $4B in Anthropic ${date}`), [`announced ${written}`]);
    assert.deepEqual(daysOf('Lightspeed may buy Anthropic in June 2024'), ['rumored 2024-06']);
    // A month of nobody knows which year, and what was denied.
    for (const line of [
      'In March Lightspeed invests $4B in Anthropic',
      'Lightspeed denies to buy Anthropic',
      'Lightspeed will not invest $4B in Anthropic',
      'Lightspeed won’t buy Anthropic',
    ])
      assert.deepEqual(told(line), [], line);
    // What is not understood must not be lost.
    assert.deepEqual(told('Lightspeed invests in 3 rounds in Anthropic'), []);
    assert.deepEqual(told('Lightspeed buys 20% of Anthropic'), []);
    for (const line of [
      'Lightspeed and Anthropic',
      'Lightspeed invests',
      'investment X: Lightspeed -> Anthropic',
      '// Lightspeed invests in Anthropic',
      'round R: A -> B {\n  Lightspeed invests in Anthropic',
    ])
      assert.deepEqual(told(line), [], line);
  });

  it('takes nobody in a line of prose for new while a file that may declare them is not read', () => {
    const told = (line: string, isWhole: boolean) => {
      const { texts, uri, position } = fixture({ ...world, 'main.deal': `${line}$0` });
      const cursor = cursorAt(projectOf(texts).project, uri, position);
      assert.ok(cursor);
      return completionsAt(cursor, today, plain, isWhole).items.flatMap(({ label, command }) =>
        label.includes(' → ') || command ? [label] : [],
      );
    };
    const line = 'Mistral raises $1B from Lightspeed';
    assert.deepEqual(told(line, true), ['Lightspeed → Mistral']);
    assert.deepEqual(told(line, false), []);
    assert.deepEqual(told(`${line} in May`, false), []);
    // Nor is anybody left out.
    assert.deepEqual(told('Lightspeed and Mistral invest $1B in Anthropic', false), []);
    const known = 'Lightspeed invests $1B in Anthropic';
    assert.deepEqual(told(known, false), ['Lightspeed → Anthropic']);
    const party = 'investment D: Mistral';
    assert.equal(told(party, true).length, 3);
    assert.deepEqual(told(party, false), []);
  });

  it('goes on with a line of prose while its date is being written, and makes no date up', () => {
    const dates = (line: string) =>
      completionsIn(`${line}$0`).items.flatMap(({ label, textEdit }) =>
        label.includes(' → ') ? [/ on (\S+)\n/.exec(textEdit?.newText ?? '')?.[1]] : [],
      );
    const unknown = '${5:YYYY-MM}';
    for (const [date, steps] of [
      [
        'in May 2024',
        {
          'in ': '${5:2025-01}',
          'in M': unknown,
          'in Ma': unknown,
          'in May': '${5:YYYY}-05',
          'in May ': '${5:YYYY}-05',
          'in May 2': '${5:YYYY}-05',
          'in May 202': '${5:YYYY}-05',
          'in May 2024': '2024-05',
        },
      ],
      [
        'on 12 May 2024',
        {
          'on 1': unknown,
          'on 12 ': '${5:YYYY-MM}-12',
          'on 12 M': '${5:YYYY-MM}-12',
          'on 12th Ma': '${5:YYYY-MM}-12',
          'on 3 ': '${5:YYYY-MM}-03',
          'on 12 May': '${5:YYYY}-05-12',
          'on 12 May 20': '${5:YYYY}-05-12',
          'on 12 May 2024': '2024-05-12',
        },
      ],
      [
        'on December 3rd, 2024',
        {
          'on Dec': '${5:YYYY}-12',
          'on Decem': unknown,
          'on December 3': '${5:YYYY}-12-03',
          'on December 3r': '${5:YYYY}-12-03',
          'on December 3rd,': '${5:YYYY}-12-03',
          'on December 3rd, 202': '${5:YYYY}-12-03',
          'on December 3rd, 2024': '2024-12-03',
        },
      ],
      [
        'on 2024-11-22',
        {
          'on 2': unknown,
          'on 202': unknown,
          'on 2024': '2024',
          'on 2024-': '2024',
          'on 2024-1': '2024',
          'on 2024-11': '2024-11',
          'on 2024-11-2': '2024-11',
          'on 2024-11-22': '2024-11-22',
        },
      ],
      ['in 2024-Q4', { 'in 20': unknown, 'in 2024-Q': '2024', 'in 2024-Q4': '2024-Q4' }],
    ] as const) {
      const line = 'Lightspeed invests $4B in Anthropic ';
      for (const [begun, expected] of Object.entries(steps))
        assert.deepEqual(dates(line + begun), [expected], begun);
      // It never closes on the way.
      for (let length = 0; length <= date.length; length++) {
        const begun = date.slice(0, length);
        assert.equal(dates(line + begun).length, 1, begun);
      }
    }
    // A month in a name, and figures that are no date.
    assert.deepEqual(dates('Lightspeed invests in M'), ['${5:2025-01}']);
    for (const line of [
      'on 45 M',
      'in May of',
      'in Mistral',
      'in 3',
      'in 300',
      'in 2024-13-1',
      'in 3 May 20245',
    ])
      assert.deepEqual(dates(`Lightspeed invests $4B in Anthropic ${line}`), [], line);
    const { project, findings } = projectOf({
      'main.deal': 'company A\nloan L: A -> A {\n  status closed on YYYY-05-12\n}',
    });
    assert.ok(allFindings(project, findings).some(({ code }) => code === 'value'));
  });

  it('reads a line of prose to its end, and takes the place of all of it', () => {
    const expected = completionsIn('Lightspeed invests $4B in Anthropic$0').items.find(
      ({ preselect }) => preselect,
    );
    for (const marked of [
      'Lightspeed invests $4B in Anth$0ropic',
      'Lightspeed inv$0ests $4B in Anthropic',
      'Lightspeed invests $0$4B in Anthropic  ',
      'Lightspeed invests $4B in Anthropic $0// a comment',
    ]) {
      const { items, text } = completionsIn(marked);
      const item = items.find(({ preselect }) => preselect);
      assert.ok(item?.textEdit && 'range' in item.textEdit, marked);
      assert.equal(item.textEdit.newText, expected?.textEdit?.newText, marked);
      const { start, end } = item.textEdit.range;
      assert.deepEqual(start, { line: 0, character: 0 });
      assert.match(text.slice(end.character), /^\s*(\/\/.*)?$/);
    }
  });

  it('offers situations that are right once they are filled in', () => {
    const article = 'source article { publisher "Daily News"; published 2025-12 }\n';
    for (const { label, snippet } of templates) {
      checkOffers('$0', [label]);
      const text = plainOf(snippet);
      const names = new Set(
        [
          ...text.matchAll(
            /\b(?:Fund|LeadInvestor|OtherInvestor|Startup|Cloud|Operator|Funder|Buyer|Target|Owner)\b/g,
          ),
        ].map(([name]) => name),
      );
      const parties = [...names].map((name) => `company ${name}\n`).join('');
      const { project, findings } = projectOf({ 'main.deal': article + parties + text }, dayOf(2025, 12, 31));
      settle(findings);
      const problems = allFindings(project, findings).filter(({ severity }) => severity !== 'information');
      assert.deepEqual(
        problems.map(({ code, message }) => `${label}: ${code}: ${message}`),
        [],
      );
    }
  });

  it('offers arrows, verbs and the properties behind a dot', () => {
    checkOffers('investment I: Lightspeed $0', ['->'], ['<->']);
    checkOffers('merger M: Anthropic $0', ['<->'], ['->']);
    checkOffers('claim C: Anthropic $0', ['disputes', 'expects']);
    checkOffers('claim C: Anthropic disputes Stargate.$0', ['budget', 'member'], ['Anthropic']);
    assert.equal(labels('claim C: Anthropic disputes Stargate.$0')[0], 'budget');
    checkOffers('claim C: Anthropic disputes Stargate.bu$0', ['budget']);
  });

  it('offers units, statuses, currencies and dates where they belong', () => {
    checkOffers('round R: A -> B { amount $0 }', ['USD', 'EUR', 'undisclosed']);
    checkOffers('round R: A -> B { amount $1$0 }'.replace('$1$0', '\u00241$0'), ['$1B', '$1M']);
    checkOffers('round R: A -> B { status $0 }', ['announced', 'closed', 'talks']);
    checkOffers('round R: A -> B { status closed on $0 }', ['2025-01-31', '2025-01', '2025-Q1', '2025']);
    checkOffers('loan L: A -> B { term 5$0 }', ['5y', '5mo']);
    checkOffers('venture V { capacity 6$0 }', ['6GW', '6GPUs']);
    checkOffers('holding H: A -> B { stake 12$0 }', ['12%']);
    checkOffers('fx F: $0', ['EUR', 'USD'], ['Anthropic']);
    checkOffers('venture V { member Anthropic as $0 }', ['equity', 'operator']);
  });

  it('offers the modifiers that are still allowed', () => {
    checkOffers('round R: A -> B { amount $1B $0 }', ['per', 'on', 'cash'], ['pre', 'exclusive']);
    checkOffers('round R: A -> B { amount $1B on 2025 $0 }', ['per'], ['on']);
    checkOffers('round R: A -> B { valuation $1B $0 }', ['pre', 'post'], ['cash']);
  });

  it('offers publishers that were used before', () => {
    checkTaking('source s { publisher $0 }', 'Financial Times', 'source s { publisher "Financial Times" }');
  });

  it('offers names and texts inside quotes, and replaces these with what is taken', () => {
    checkTaking('investment I: "$0"', '8VC', 'investment I: "8VC"');
    checkTaking(
      'investment I: Lightspeed -> "Anth$0x" {',
      'Anthropic',
      'investment I: Lightspeed -> Anthropic {',
    );
    checkTaking('investment I: "8$0', '8VC', 'investment I: "8VC"');
    checkTaking(
      'source s { publisher "Fin$0" }',
      'Financial Times',
      'source s { publisher "Financial Times" }',
    );
    checkTaking('source s { publisher "$0 }', 'Financial Times', 'source s { publisher "Financial Times" }');
    checkTaking('company C { parent "$0" }', 'Anthropic', 'company C { parent Anthropic }');
    checkTaking(
      'round R: A -> B { amount $1B per "$0" }',
      'ft-anthropic',
      'round R: A -> B { amount $1B per ft-anthropic }',
    );
    checkOffers('investment I: "$0"', ['AWS', 'Stargate'], ['undisclosed', 'ft-anthropic']);
    const [item] = completionsIn('investment I: "8V$0"').items;
    assert.ok(item?.filterText?.startsWith('"8VC"'), item?.filterText);
    for (const text of [
      'company "$0"',
      'company A "$0"',
      'company A { note "$0" }',
      'claim C: A asserts B { quote "$0" }',
      'round R: A -> B { amount $1B note "$0" }',
      'company A { field "$0" }',
      'fx F: "$0"',
      'company A { founded "$0" }',
    ]) {
      assert.deepEqual(labels(text), [], text);
    }
  });

  it('replaces what is being written, and quotes what needs it', () => {
    checkTaking('investment I: Anthr$0', 'Anthropic', 'investment I: Anthropic');
    checkTaking('investment I: $0', '8VC', 'investment I: "8VC"');
    checkTaking('fund "round"\ninvestment I: $0', 'round', 'fund "round"\ninvestment I: "round"');
    checkTaking('round R: A -> B { amount \u002412$0 }', '$12B', 'round R: A -> B { amount $12B }');
  });

  it('replaces a word that the cursor is in, or what stands of it before the cursor, as the user chooses', () => {
    for (const [marked, label, replaced, inserted] of [
      [
        'investment I: A -> Anth$0xyz {',
        'Anthropic',
        'investment I: A -> Anthropic {',
        'investment I: A -> Anthropicxyz {',
      ],
      [
        'claim C: A disputes Star$0gat.budget',
        'Stargate',
        'claim C: A disputes Stargate.budget',
        'claim C: A disputes Stargategat.budget',
      ],
      ['claim C: A disp$0ares B', 'disputes', 'claim C: A disputes B', 'claim C: A disputesares B'],
      ['investment I: A -$0> B', '->', 'investment I: A -> B', 'investment I: A ->> B'],
      ['merger I: A -$0> B', '<->', 'merger I: A <-> B', 'merger I: A <->> B'],
      ['inv$0ent X: A -> B {', 'investment', 'investment X: A -> B {', 'investmentent X: A -> B {'],
      [
        'round R: A -> B { sta$0tis closed }',
        'status',
        'round R: A -> B { status closed }',
        'round R: A -> B { statustis closed }',
      ],
      [
        'round R: A -> B { sta$0tis }',
        'status',
        'round R: A -> B { status  }',
        'round R: A -> B { status tis }',
      ],
      [
        'round R: A -> B { status clo$0xed on 2024 }',
        'closed',
        'round R: A -> B { status closed on 2024 }',
        'round R: A -> B { status closedxed on 2024 }',
      ],
      [
        'round R: A -> B { status closed on 202$05-1-1\r\n}',
        '2025-01-31',
        'round R: A -> B { status closed on 2025-01-31\r\n}',
        'round R: A -> B { status closed on 2025-01-315-1-1\r\n}',
      ],
      [
        'round R: A -> B { amount ~\u00244$0B\n}',
        '~$4M',
        'round R: A -> B { amount ~$4M\n}',
        'round R: A -> B { amount ~$4MB\n}',
      ],
      // The other end of a range stays.
      [
        'round R: A -> B { amount $1$0..$5B }',
        '$1B',
        'round R: A -> B { amount $1B..$5B }',
        'round R: A -> B { amount $1B..$5B }',
      ],
      [
        'holding H: A -> B { stake 13$0.5% }',
        '13%',
        'holding H: A -> B { stake 13% }',
        'holding H: A -> B { stake 13%.5% }',
      ],
      [
        'holding H: A -> B { stake 13$0% }',
        '13%',
        'holding H: A -> B { stake 13% }',
        'holding H: A -> B { stake 13%% }',
      ],
      [
        'round R: A -> B { amount $1B pe$0s }',
        'per',
        'round R: A -> B { amount $1B per  }',
        'round R: A -> B { amount $1B per s }',
      ],
      ['investment I: Anth$0xyz', 'Anthropic', 'investment I: Anthropic', 'investment I: Anthropicxyz'],
      [
        '}{ x\ncompany C { parent Anth$0x\r\nfoo',
        'Anthropic',
        '}{ x\ncompany C { parent Anthropic\r\nfoo',
        '}{ x\ncompany C { parent Anthropicx\r\nfoo',
      ],
      // Before a value that is there already.
      [
        'round R: A -> B { status $0closed on 2024 }',
        'talks',
        'round R: A -> B { status talks on 2024 }',
        'round R: A -> B { status talksclosed on 2024 }',
      ],
      [
        'investment I: A -> $0"8VC" {',
        'Anthropic',
        'investment I: A -> Anthropic {',
        'investment I: A -> Anthropic"8VC" {',
      ],
      [
        'round R: A -> B { status closed on $02024-05 }',
        '2025-01',
        'round R: A -> B { status closed on 2025-01 }',
        'round R: A -> B { status closed on 2025-012024-05 }',
      ],
    ] as const) {
      checkChoosing(marked, label, replaced, inserted);
    }
    // What is in quotes, and what stands before something else, has one way.
    for (const [marked, label, expected] of [
      ['investment I: "8$0VC Inc" -> A', '8VC', 'investment I: "8VC" -> A'],
      ['investment I: "Anth$0x" -> A', 'Anthropic', 'investment I: Anthropic -> A'],
      ['investment I: Anth$0 -> A', 'Anthropic', 'investment I: Anthropic -> A'],
      ['round R: A -> B { status $0on 2024 }', 'closed', 'round R: A -> B { status closedon 2024 }'],
      ['round R: A -> B { amount $04B }', 'EUR', 'round R: A -> B { amount €4B }'],
      ['round R: A -> B { amount $1B $0on 2024 }', 'per', 'round R: A -> B { amount $1B per on 2024 }'],
      ['round R: A -> B {\n  $0status closed }', 'amount', 'round R: A -> B {\n  amount status closed }'],
      ['inv$0 X: A -> B {', 'investment', 'investment X: A -> B {'],
    ] as const) {
      checkChoosing(marked, label, expected, expected);
    }
  });

  it('replaces for a client without a choice the word that is being written, and none that is not', () => {
    checkTaking('investment I: Anth$0xyz -> B', 'Anthropic', 'investment I: Anthropic -> B');
    checkTaking('round R: A -> B { status $0closed }', 'talks', 'round R: A -> B { status talksclosed }');
  });

  it('says once for all items what they replace, and both only where they differ', () => {
    const client = { ...choosing, defaults: true };
    const at = (character: number) => ({ line: 0, character });
    const { list, items } = completionsIn('investment I: Anth$0ropic', client);
    assert.deepEqual(list.itemDefaults?.editRange, {
      insert: { start: at(14), end: at(18) },
      replace: { start: at(14), end: at(23) },
    });
    assert.ok(items.every(({ textEdit }) => textEdit === undefined));
    const { list: whole } = completionsIn('investment I: Anthropic$0', client);
    assert.deepEqual(whole.itemDefaults?.editRange, { start: at(14), end: at(23) });
  });

  it('declares no half of a word', () => {
    const created = (marked: string) => completionsIn(marked).items.filter(({ command }) => command);
    assert.deepEqual(created('investment I: Mis$0tral'), []);
    assert.deepEqual(created('investment I: "Mis$0tral"'), []);
    assert.ok(created('investment I: "Mistral$0"').length > 0);
  });

  it('replaces at any place in any text what holds the cursor on its line', () => {
    const prose = fc.constantFrom(
      'A invests $4B in B in May 20',
      'company "A',
      'round R: A -> B {\r\n  sta',
      '"',
      ' ',
    );
    const text = fc.array(fc.oneof(anyText, prose), { maxLength: 4 }).map((parts) => parts.join(''));
    const flag = fc.boolean();
    fc.assert(
      fc.property(text, fc.nat(), flag, flag, flag, (content, at, snippets, defaults, replaces) => {
        const { project } = projectOf({ 'main.deal': content, ...world });
        const document = project.document(uriOf('main.deal'))!;
        // As an editor says it: never inside a line break.
        const offset = document.offsetAt(document.placeAt(at % (document.length + 1)));
        const position = document.placeAt(offset);
        const cursor = cursorAt(project, uriOf('main.deal'), position)!;
        const { items, itemDefaults } = completionsAt(cursor, today, {
          snippets,
          declares: true,
          defaults,
          replaces,
        });
        const shared = itemDefaults?.editRange;
        assert.equal(shared !== undefined, defaults);
        const edits = items.flatMap(({ textEdit }) => textEdit ?? []);
        for (const edit of shared ? [shared, ...edits] : edits) {
          if ('insert' in edit) {
            assert.ok(replaces);
            assert.deepEqual(edit.insert.end, position);
            assert.deepEqual(edit.insert.start, edit.replace.start);
            assert.ok(edit.replace.end.character > edit.insert.end.character);
          }
          const { start, end } = 'range' in edit ? edit.range : 'replace' in edit ? edit.replace : edit;
          assert.ok(start.line === position.line && end.line === position.line);
          assert.ok(start.character <= position.character && position.character <= end.character);
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  it('works inside broken text, and in a block that is not closed', () => {
    checkOffers('investment I: A -> B {\n  $0\n\ncompany C', ['amount', 'status'], ['company']);
    checkOffers('investment I: A -> B {\n  amount ,,, }{\n  st$0\n}\ncompany C { founded 2021 }', []);
    checkOffers('compny X {\n}\nround R: A -> B {\n  st$0', ['status']);
    checkOffers('round R: A -> B {\n  amount $1B\n  sta$0\n\ncompany C { founded 2021 }', [
      'status',
      'stake',
    ]);
  });

  it('offers nothing inside comments, texts and names', () => {
    assert.deepEqual(labels('// comp$0'), []);
    assert.deepEqual(labels('/* $0 */'), []);
    assert.deepEqual(labels('company A { note "x$0" }'), []);
    assert.deepEqual(labels('company $0'), []);
  });
});
