import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cursorAt, locate } from '../../src/features/locations';
import { TreeView } from '../../src/features/tree/view';
import { groupings, type Grouping, type TreeQuery, type TreeRow } from '../../src/protocol';
import { DealDocument } from '../../src/language/document';
import { factsOf, nameSpan } from '../../src/model/declaration';
import { interpret } from '../../src/model/interpret';
import { Project } from '../../src/project/project';
import { defaultSettings } from '../../src/model/corpus';
import { dayOf } from '../../src/values/date';
import { editOf, propertyRuns } from '../language/random-text';
import { largeProject } from '../large-project';
import { fixtureDay, projectOf, sample, uriOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

function treeOf(files: Readonly<Record<string, string>>, asOf?: number, baseCurrency?: string) {
  const { project, findings } = projectOf(files, asOf, { baseCurrency });
  const tree = new TreeView(
    () => [project],
    () => findings,
  );
  return { project, tree };
}

/** The rows of a tree, a line each, those below others indented. */
function rowsOf(tree: TreeView, query: TreeQuery, write = plain, parent?: string, indent = ''): string[] {
  return tree
    .children(query, parent)
    .flatMap((row) => [
      `${indent}${write(row)}`,
      ...(row.children === 'none' ? [] : rowsOf(tree, query, write, row.id, `${indent}  `)),
    ]);
}

function plain({ label, description }: TreeRow): string {
  return description ? `${label} | ${description}` : label;
}

/** What the rows of a filtered tree should be: all rows are made, and those kept whose text matches or that are above. */
function rowsByLooking(tree: TreeView, project: Project, { groupBy, filter = '' }: TreeQuery): string[] {
  const textsAt = new Map<string, string[]>();
  for (const uri of project.uris) {
    for (const item of project.document(uri)!.items) {
      const declaration = interpret(item);
      if (!declaration) continue;
      const aliases = factsOf(declaration, 'aka').flatMap(({ node }) => node.values.map(({ text }) => text));
      const at = JSON.stringify(locate(project, declaration, nameSpan(declaration)));
      textsAt.set(at, [declaration.name, declaration.title, ...aliases]);
    }
  }
  const matches = ({ label, location }: TreeRow) =>
    location !== undefined &&
    [label, ...textsAt.get(JSON.stringify(location))!].some((text) =>
      text.toLowerCase().includes(filter.trim().toLowerCase()),
    );
  const looked = (parent?: string, isWhole = filter.trim() === ''): string[] =>
    tree.children({ groupBy }, parent).flatMap((row): string[] => {
      // What is in a suggestion has its row below as well.
      if (row.kind === 'suggestion' && filter.trim() !== '') return [];
      const isKept = isWhole || matches(row);
      const rows = row.children === 'none' ? [] : looked(row.id, isKept);
      if (isKept) return [JSON.stringify(row), ...rows];
      return rows.length > 0 ? [JSON.stringify({ ...row, children: 'expanded' }), ...rows] : [];
    });
  return looked();
}

function checkTree(text: string, query: TreeQuery, ...expected: string[]): void {
  assert.deepEqual(rowsOf(treeOf({ 'main.deal': text }).tree, query), expected);
}

const deals = [
  'company H "Hub"',
  'company U { parent H }',
  'fund A',
  'company K',
  'company Stray',
  'investment D1: A -> H { amount $1B; status closed on 2024-05 }',
  'round D2 "Series B": A, undisclosed -> H { amount $2B; status talks on 2025-01 }',
  'supply D3: U -> K { amount $5M; status signed on 2023 }',
  'venture V "Joint venture" { member H as operator; member K as equity; budget $1B..$3B }',
  'loan D4: Stray -> undisclosed { amount $7M }',
  'grant D5: undisclosed -> undisclosed',
  'ecosystem E "Around Hub" { hub H }',
].join('\n');

/** Texts to filter by: of names, display names, aliases and labels, of most rows and of none, letter by letter. */
const filters = ['h', 'hub', '→ Hub', ' un', 'unit', 'a', 'D1', 'undis', 'venture', 'nobody'];

const more = [
  'company H { founded 2001 }',
  'investment D1: K -> H { amount ~$3B; status closed on 2024-05-03 }',
  'investment D1: K -> U { amount €3B; status closed on 2024-05-03 }',
  'round D2: A -> K { amount undisclosed; status rumored }',
  'company U { aka "Unit", "U Inc." }',
  'loan D7: K -> A { amount $1B..$2B; status announced on 2024-05 }',
  'ecosystem F { hub K }',
].join('\n');

describe('tree', () => {
  it('gives every row an id of its own, whatever is called the same', () => {
    const text = [
      'company A { founded 2001 }',
      'company A { founded 2002 }',
      'company supplier',
      'company H',
      'supply S: A -> H',
      'supply S: A -> supplier',
      'investment S: H -> A',
      'ecosystem E { hub supplier, H }',
      'ecosystem E { hub H }',
    ].join('\n');
    for (const groupBy of ['ecosystem', 'partyKind', 'status', 'year'] satisfies Grouping[]) {
      const { tree } = treeOf({ 'main.deal': text });
      const ids = rowsOf(tree, { groupBy }, ({ id }) => id).map((id) => id.trim());
      assert.equal(new Set(ids).size, ids.length, groupBy);
    }
  });

  it('counts as people do', () => {
    const text = [
      'company Series10',
      'company Series9',
      'company "series 2"',
      'company Zeta',
      'company Österreich',
    ].join('\n');
    checkTree(
      text,
      { groupBy: 'status' },
      'No deals yet',
      '  Österreich',
      '  series 2',
      '  Series9',
      '  Series10',
      '  Zeta',
    );
  });

  it('is never blank where there is something to show', () => {
    const text = 'company A\ncompany B\nsource s\n';
    checkTree(text, { groupBy: 'ecosystem' }, 'In no ecosystem', '  A', '  B');
    checkTree(text, { groupBy: 'status' }, 'No deals yet', '  A', '  B');
    checkTree(text, { groupBy: 'year' }, 'No deals yet', '  A', '  B');
    const undeclared = 'investment Two: A -> B\ninvestment Ten: A -> B\n';
    for (const groupBy of ['ecosystem', 'partyKind'] satisfies Grouping[])
      checkTree(undeclared, { groupBy }, 'Deals of parties that are not declared | 2', '  A → B', '  A → B');
  });

  it('shows each ecosystem with its hub, its roles and their deals, and what is in none', () => {
    checkTree(
      deals,
      { groupBy: 'ecosystem' },
      'Around Hub | $1B promised, $1B executed, $2B in talks',
      '  Hub | raised $1B, $2B in talks',
      '  Backers | 1 · $1B promised, $1B executed, $2B in talks',
      '    A | $1B promised, $1B executed, up to $2B in talks',
      '      Series B | $2B · talks, January 2025',
      '      A → Hub | $1B · closed, May 2024',
      '  Customers | 1 · $5M promised',
      '    K | $5M promised',
      '      U → K | $5M · signed, 2023',
      '  Ventures | 1 · $1B–$3B promised',
      '    Joint venture | $1B–$3B',
      '      Hub | operator',
      '      K | equity',
      'In no ecosystem',
      '  Stray | $7M promised',
      '    Stray → undisclosed | $7M',
      '  undisclosed → undisclosed',
    );
  });

  it('counts whoever has a role on the day, and says of the others that they have it later or no more', () => {
    checkTree(
      [
        'company H',
        'company A',
        'company B',
        'company C',
        'company K',
        'investment D1: A -> H { amount $1B; status talks }',
        'investment D2: B -> H { amount $1B; status closed on 2026 }',
        'investment D3: C -> H { amount $1B; status withdrawn }',
        'investment D4: K -> H { status letter }',
        'ecosystem E { hub H }',
      ].join('\n'),
      { groupBy: 'ecosystem' },
      'E | $1B in talks',
      '  H | raised $1B in talks',
      '  Backers | 2 · $1B in talks',
      '    A | $1B in talks',
      '      A → H | $1B · talks',
      '    B | ahead',
      '      B → H | $1B · ahead: closed, 2026',
      '    C | over',
      '      C → H | $1B · withdrawn',
      '    K | in talks',
      '      K → H | letter',
    );
  });

  it('groups deals by status in the order of a deal’s life, and by year, the latest first', () => {
    checkTree(
      deals,
      { groupBy: 'status' },
      'Talks | 1 · $2B in talks',
      '  Series B | $2B · talks, January 2025',
      'Signed | 1 · $5M promised',
      '  U → K | $5M · signed, 2023',
      'Closed | 1 · $1B promised, $1B executed',
      '  A → Hub | $1B · closed, May 2024',
      'No status | 3 · debt $7M promised · plans $1B–$3B promised',
      '  Stray → undisclosed | $7M',
      '  undisclosed → undisclosed',
      '  Joint venture | $1B–$3B',
    );
    const earlier = rowsOf(treeOf({ 'main.deal': deals }, dayOf(2024, 1, 1)).tree, { groupBy: 'status' });
    assert.deepEqual(
      earlier.filter((row) => !row.startsWith(' ')).map((row) => row.split(' | ')[0]),
      ['Signed', 'No status', 'Still ahead'],
    );
    const years = rowsOf(treeOf({ 'main.deal': deals }).tree, { groupBy: 'year' }).filter(
      (row) => !row.startsWith(' '),
    );
    assert.deepEqual(
      years.map((row) => row.split(' | ')[0]),
      ['2025', '2024', '2023', 'No date'],
    );
    const earlierYears = rowsOf(treeOf({ 'main.deal': deals }, dayOf(2023, 12, 31)).tree, {
      groupBy: 'year',
    });
    assert.deepEqual(
      earlierYears.filter((row) => !row.startsWith(' ')).map((row) => row.split(' | ')[0]),
      ['Still ahead', '2023', 'No date'],
    );
  });

  it('groups parties by kind', () => {
    const rows = rowsOf(treeOf({ 'main.deal': deals }).tree, { groupBy: 'partyKind' });
    assert.deepEqual(
      rows.filter((row) => !row.startsWith(' ')),
      ['Companies | 4', 'Funds | 1', 'Ventures | 1'],
    );
  });

  it('finds rows by name, display name and alias, with the rows above them', () => {
    checkTree(
      'company A "Alpha" { aka "First" }\ncompany B\nfund C',
      { groupBy: 'partyKind', filter: ' FIRST ' },
      'Companies | 2',
      '  Alpha',
    );
    checkTree('company A', { groupBy: 'partyKind', filter: 'nobody' });
  });

  it('counts the problems below each row, each declaration once', () => {
    const { tree } = treeOf({
      'main.deal': 'ecosystem E { hub H }\ncompany H\ninvestment D: H -> N { amount $1B }',
    });
    const query: TreeQuery = { groupBy: 'ecosystem' };
    const [ecosystem] = tree.children(query);
    assert.deepEqual(ecosystem?.problems, { errors: 1, warnings: 1, information: 0 });
    assert.match(ecosystem.accessibilityLabel, /1 error, 1 warning/);
    assert.deepEqual(tree.children({ groupBy: 'status' })[0]?.problems, ecosystem.problems);
  });

  it('gives each row an id of its own that stays', () => {
    for (const groupBy of ['ecosystem', 'partyKind', 'status', 'year'] satisfies Grouping[]) {
      const ids = rowsOf(treeOf(sample('ai-race')).tree, { groupBy }, ({ id }) => id).map((id) => id.trim());
      assert.equal(new Set(ids).size, ids.length);
      const { tree } = treeOf({ ...sample('ai-race'), 'another.deal': 'company Zenith { founded 2020 }' });
      const later = new Set(rowsOf(tree, { groupBy }, ({ id }) => id).map((id) => id.trim()));
      for (const id of ids) assert.ok(later.has(id), id);
    }
  });

  it('leads from the cursor to its row', () => {
    const path = (marked: string, groupBy: Grouping = 'ecosystem') => {
      const { texts, uri, position } = fixture({ 'main.deal': marked });
      const { project, tree } = treeOf(texts);
      const cursor = cursorAt(project, uri, position);
      assert.ok(cursor);
      return tree
        .path({ groupBy }, cursor)
        .map(({ label }) => label)
        .join(' > ');
    };
    assert.equal(
      path(deals.replace('investment D1', 'investment $0D1')),
      'Around Hub > Backers > A > A → Hub',
    );
    assert.equal(path(deals.replace('amount $1B', 'amount $$0'), 'status'), 'Closed > A → Hub');
    assert.equal(path(deals.replace('fund A', 'fund $0A')), 'Around Hub > Backers > A');
    assert.equal(path(deals.replace('D3: U -> K', 'D3: U -> $0K')), 'Around Hub > Customers > K');
    assert.equal(path('$0'), '');
  });

  it('shows the card of a row’s subject, and where it is declared', () => {
    const { tree } = treeOf({ 'main.deal': deals });
    const query: TreeQuery = { groupBy: 'status' };
    const talks = tree.children(query).find(({ label }) => label === 'Talks');
    assert.ok(talks);
    assert.equal(tree.tooltip(query, talks.id), '**Talks** · 1 deal\n\n- capital: $2B in talks');
    const [round] = tree.children(query, talks.id);
    assert.ok(round);
    assert.match(tree.tooltip(query, round.id) ?? '', /Round of \$2B/);
    assert.equal(round.location?.uri, uriOf('main.deal'));
    assert.equal(round.location.range.start.line, 6);
    assert.deepEqual(tree.children(query, 'no/such/row'), []);
    assert.equal(tree.tooltip(query, 'no/such/row'), null);
  });

  it('tells sums in the base currency, marks what is converted and disputed, and says more in the tooltip', () => {
    const text = [
      'fx F: EUR -> USD { rate 1.1 on 2024-06-30; rate 1.05 on 2023 }',
      'company H "Hub"',
      'fund A',
      'investment D1: A -> H { amount €40M; status closed on 2024-07 }',
      'investment D2: A -> H { amount €20M; status closed on 2023-07 }',
      'investment D3: A -> H { amount £5M; status talks on 2024-07 }',
      'venture V { member H as equity; budget $1B..$3B; status closed on 2024-08 }',
      'claim C1: M disputes V.budget',
      'claim C2: N denies D2.amount',
      'ecosystem E { hub H }',
    ].join('\n');
    const { project, findings } = projectOf({ 'main.deal': text }, undefined, { baseCurrency: 'USD' });
    const tree = new TreeView(
      () => [project],
      () => findings,
    );
    assert.deepEqual(rowsOf(tree, { groupBy: 'ecosystem' }), [
      'E | $65M promised, $65M executed, £5M in talks · €60M converted · in part disputed by N',
      '  Hub | raised $65M, £5M in talks (€60M converted), in part disputed by N · planned spending $1B–$3B, disputed by M',
      '  Backers | 1 · $65M promised, $65M executed, £5M in talks · €60M converted · in part disputed by N',
      '    A | $65M promised, $65M executed, £5M in talks · €60M converted · in part disputed by N',
      '      A → Hub | €40M ($44M) · closed, July 2024',
      '      A → Hub | £5M · talks, July 2024',
      '      A → Hub | €20M ($21M, disputed by N) · closed, July 2023',
      '  Ventures | 1 · $1B–$3B promised, $1B–$3B executed · disputed by M',
      '    V | $1B–$3B (disputed by M) · closed, August 2024',
      '      Hub | equity',
    ]);
    const years = tree.children({ groupBy: 'year' });
    assert.deepEqual(years.map(plain), [
      '2024 | 3 · capital $44M promised, $44M executed, £5M in talks · plans $1B–$3B promised, $1B–$3B executed · €40M converted · in part disputed by M',
      '2023 | 1 · $21M promised, $21M executed · €20M converted · disputed by N',
    ]);
    assert.equal(
      tree.tooltip({ groupBy: 'year' }, years[0]!.id)?.replaceAll('\\', ''),
      [
        '**2024** · 3 deals',
        '',
        '- capital: $44M promised, $44M executed, £5M in talks · €40M at 1.1 (30 June 2024) · no rate in time for £5M',
        '- plans: $1B–$3B promised, $1B–$3B executed',
        '',
        'The money is in part disputed by M.',
        '',
        'Each deal counts here with all of its money. Reports count tranches and payments in the years of their own dates.',
      ].join('\n'),
    );
    const [ecosystem] = tree.children({ groupBy: 'ecosystem' });
    const backers = tree.children({ groupBy: 'ecosystem' }, ecosystem!.id)[1]!;
    assert.match(
      tree.tooltip({ groupBy: 'ecosystem' }, backers.id) ?? '',
      /^\*\*E: Backers\*\* · 3 deals\n\n- capital: .*€60M at 1\.05–1\.1/,
    );
  });

  it('has other sums when the rates or the base currency change, without another fact', () => {
    const settings: { baseCurrency: string | undefined } = { baseCurrency: 'USD' };
    const deals = 'investment D: A -> H { amount €40M; status closed on 2024-07 }';
    const project = new Project(
      'file:///project',
      () => dayOf(2025, 1, 31),
      () => ({ ...defaultSettings, ...settings }),
    );
    const tree = new TreeView(
      () => [project],
      () => undefined,
    );
    const set = (name: string, text: string) => {
      tree.changed(project, project.setFile(uriOf(name), DealDocument.parse(text)));
    };
    const check = (expected: string) => {
      for (const groupBy of ['status', 'year'] satisfies Grouping[]) {
        const [row] = tree.children({ groupBy });
        assert.equal(row?.description, `1 · ${expected}`);
      }
    };
    set('deals.deal', deals);
    set('fx.deal', 'fx F: EUR -> USD { rate 1.1 on 2024 }');
    check('$44M promised, $44M executed · €40M converted');
    set('fx.deal', 'fx F: EUR -> USD { rate 1.2 on 2024 }');
    check('$48M promised, $48M executed · €40M converted');
    settings.baseCurrency = undefined;
    check('€40M promised, €40M executed');
    settings.baseCurrency = 'EUR';
    check('€40M promised, €40M executed');
    settings.baseCurrency = 'USD';
    set('fx.deal', '');
    check('€40M promised, €40M executed');
  });

  it('ends where ownership, membership and ecosystems go in circles', () => {
    const { tree } = treeOf({
      'main.deal': [
        'company A { parent B }',
        'company B { parent A }',
        'venture V { member V, W, A as equity }',
        'venture W { member V as equity }',
        'ecosystem E { hub A, V; include E, F }',
        'ecosystem F { hub V; include E }',
        'investment D: V -> V { amount $1B }',
        'source s { via t }',
        'source t { via s }',
        'resource r { broader q }',
        'resource q { broader r }',
      ].join('\n'),
    });
    for (const groupBy of ['ecosystem', 'partyKind', 'status', 'year'] satisfies Grouping[]) {
      assert.ok(rowsOf(tree, { groupBy }).length < 100);
    }
  });

  it('has the rows of a fresh start after any edits and on any day, whatever was prepared in between', () => {
    const files = {
      'deals.deal': deals,
      'more.deal': `${more}\nfx F: EUR -> USD { rate 1.1 on 2023; rate 1.2 on 2024-05-03 }`,
    };
    const names = Object.keys(files);
    const step = fc.record({
      file: fc.nat(),
      edit: editOf(deals.length),
      gone: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
      told: fc.integer({ min: 0, max: 9 }).map((one) => one > 0),
      day: fc.constantFrom(
        undefined,
        undefined,
        dayOf(2023, 6, 1),
        dayOf(2024, 5, 3),
        fixtureDay,
        dayOf(2031, 1, 1),
      ),
      most: fc.nat({ max: 12 }),
      look: fc.constantFrom(undefined, ...groupings),
      filter: fc.constantFrom(undefined, ...filters),
    });
    const base = fc.constantFrom(undefined, 'USD');
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), base, (steps, baseCurrency) => {
        let today = fixtureDay;
        const { project, findings } = projectOf(files, () => today, { baseCurrency });
        const tree = new TreeView(
          () => [project],
          () => findings,
        );
        for (const { file, edit, gone, told, day, most, look, filter } of steps) {
          if (day !== undefined && day !== today) {
            today = day;
            assert.ok(findings.dayChanged());
          }
          const uri = uriOf(names[file % names.length]!);
          const document = project.document(uri) ?? DealDocument.parse('');
          const start = Math.min(edit.start, document.length);
          const end = Math.min(edit.end, document.length);
          const delta =
            gone && project.document(uri)
              ? project.removeFile(uri)
              : project.setFile(uri, document.replace(start, end, edit.inserted));
          findings.invalidate(delta);
          if (told) tree.changed(project, delta);
          if (look) {
            const query = { groupBy: look, ...(filter !== undefined && { filter }) };
            tree.prepare(query, most, most % 2 === 0);
            if (most % 3 > 0) rowsOf(tree, query);
          } else tree.prepare({ groupBy: 'year' }, most, true);
        }
        const texts = project.uris.map((uri) => [uri.slice(uriOf('').length), project.document(uri)!.text]);
        for (const uri of project.uris) findings.inFile(uri);
        const fresh = treeOf(Object.fromEntries(texts), today, baseCurrency).tree;
        for (const groupBy of groupings) {
          assert.deepEqual(
            rowsOf(tree, { groupBy }, (row) => JSON.stringify(row)),
            rowsOf(fresh, { groupBy }, (row) => JSON.stringify(row)),
          );
        }
        for (const groupBy of groupings) {
          for (const filter of filters) {
            const query: TreeQuery = { groupBy, filter };
            assert.deepEqual(
              rowsOf(tree, query, (row) => JSON.stringify(row)).map((row) => row.trim()),
              rowsByLooking(fresh, project, query),
              `${groupBy} '${filter}'`,
            );
          }
        }
      }),
      // Each case reads and shows two whole projects.
      { numRuns: Math.ceil(propertyRuns / 20) },
    );
  });

  it('has the rows of a fresh start after edits of a large project, step by step', () => {
    const { project, findings } = projectOf(largeProject(1_500));
    const tree = new TreeView(
      () => [project],
      () => findings,
    );
    for (const groupBy of ['status', 'year'] satisfies Grouping[]) rowsOf(tree, { groupBy });
    const names = project.uris.filter((uri) => uri.includes('deals-'));
    const step = fc.record({ file: fc.nat(), edit: editOf(60_000) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 30 }), (steps) => {
        for (const { file, edit } of steps) {
          const uri = names[file % names.length]!;
          const document = project.document(uri)!;
          const start = Math.min(edit.start, document.length);
          const end = Math.min(edit.end, start + 300, document.length);
          const delta = project.setFile(uri, document.replace(start, end, edit.inserted));
          findings.invalidate(delta);
          tree.changed(project, delta);
          while (tree.prepare({ groupBy: 'status' }, 100, true) >= 100) continue;
        }
        const fresh = new TreeView(
          () => [project],
          () => findings,
        );
        for (const groupBy of ['status', 'year'] satisfies Grouping[]) {
          assert.deepEqual(rowsOf(tree, { groupBy }), rowsOf(fresh, { groupBy }));
        }
      }),
      { numRuns: 3 },
    );
  });

  it('prepares an answer in steps, and has nothing left to do until something changes', () => {
    const { project, findings } = projectOf(largeProject(1_500));
    const tree = new TreeView(
      () => [project],
      () => findings,
    );
    const query: TreeQuery = { groupBy: 'year' };
    let steps = 0;
    while (tree.prepare(query, 100, false) >= 100) steps++;
    assert.ok(steps >= 2 * 15, String(steps));
    assert.equal(tree.prepare(query, 100, false), 0);
    tree.children(query);
    const uri = uriOf('deals-0.deal');
    const document = project.document(uri)!;
    const delta = project.setFile(uri, document.replace(document.length, document.length, '\n// seen\n'));
    findings.invalidate(delta);
    tree.changed(project, delta);
    assert.ok(tree.prepare(query, 1000, false) < 300);
  });

  it('filters long lists page by page', () => {
    const parties = Array.from({ length: 600 }, (_, index) => [
      `company P${index} "Number ${index}"`,
      `loan L${index}: P${index} -> P${(index + 1) % 600} { amount $1M }`,
    ]);
    const { project, findings } = projectOf({ 'main.deal': parties.flat().join('\n') });
    const made = () =>
      new TreeView(
        () => [project],
        () => findings,
      );
    const [tree, whole] = [made(), made()];
    for (const groupBy of groupings) {
      for (const filter of ['l59', 'number 590', 'number 599 →', 'nobody']) {
        const query: TreeQuery = { groupBy, filter };
        assert.deepEqual(
          rowsOf(tree, query, (row) => JSON.stringify(row)).map((row) => row.trim()),
          rowsByLooking(whole, project, query),
          `${groupBy} ${filter}`,
        );
      }
    }
  });

  it('prepares a filtered answer in steps, from what is known of a shorter text or before an edit', () => {
    const { project, findings } = projectOf(largeProject(1_500));
    const made = () =>
      new TreeView(
        () => [project],
        () => findings,
      );
    const [tree, whole] = [made(), made()];
    const most = 100;
    const stepsFor = (query: TreeQuery): number => {
      let steps = 0;
      while (tree.prepare(query, most, true) >= most) steps++;
      while (tree.prepareRows(query, undefined, most) >= most) steps++;
      assert.equal(tree.prepare(query, most, true) + tree.prepareRows(query, undefined, most), 0);
      return steps;
    };
    for (const groupBy of groupings) stepsFor({ groupBy });
    const deals = 15;
    for (const groupBy of groupings) {
      assert.ok(stepsFor({ groupBy, filter: 'deal14' }) >= (groupBy === 'ecosystem' ? deals : 0), groupBy);
      assert.ok(stepsFor({ groupBy, filter: `deal149` }) < deals, groupBy);
    }
    const uri = uriOf('deals-1000.deal');
    const document = project.document(uri)!;
    const at = document.text.indexOf('Deal1499');
    const delta = project.setFile(uri, document.replace(at, at + 4, 'Seal'));
    findings.invalidate(delta);
    tree.changed(project, delta);
    for (const groupBy of groupings) {
      assert.ok(stepsFor({ groupBy, filter: 'deal149' }) < deals, groupBy);
      assert.deepEqual(
        rowsOf(tree, { groupBy, filter: 'seal' }, (row) => JSON.stringify(row)).map((row) => row.trim()),
        rowsByLooking(whole, project, { groupBy, filter: 'seal' }),
      );
    }
  });

  it('finds deals by who their parties are called now, whatever was prepared of it', () => {
    const deals = Array.from({ length: 5 }, (_, index) => `loan L${index}: K -> H { amount $1M }`);
    const files = { 'hub.deal': 'company H "Hub"\ncompany K', 'deals.deal': deals.join('\n') };
    for (let steps = 0; steps < 8; steps++) {
      const { project, findings } = projectOf(files);
      const made = () =>
        new TreeView(
          () => [project],
          () => findings,
        );
      const tree = made();
      const change = (name: keyof typeof files, from: string, to: string) => {
        const document = project.document(uriOf(name))!;
        const start = document.text.indexOf(from);
        const delta = project.setFile(uriOf(name), document.replace(start, start + from.length, to));
        findings.invalidate(delta);
        tree.changed(project, delta);
      };
      const check = (...found: readonly boolean[]) => {
        for (const [index, filter] of ['→ hu', '→ hub', '→ hug'].entries()) {
          const query: TreeQuery = { groupBy: 'status', filter };
          const rows = rowsOf(tree, query, (row) => JSON.stringify(row)).map((row) => row.trim());
          assert.deepEqual(rows, rowsByLooking(made(), project, query), `${filter} after ${steps} steps`);
          assert.equal(rows.length > 0, found[index]);
        }
      };
      check(true, true, false);
      change('hub.deal', '"Hub"', '"Hug"');
      for (const filter of ['→ hub', '→ hug']) {
        for (let step = 0; step < steps; step++) tree.prepare({ groupBy: 'status', filter }, 1, false);
      }
      change('deals.deal', '$1M', '$2M');
      check(true, false, true);
    }
  });

  it('puts rows into words in steps', () => {
    const { tree } = treeOf(largeProject(1_500));
    const query: TreeQuery = { groupBy: 'partyKind' };
    const [companies] = tree.children(query);
    assert.ok(companies);
    let steps = 0;
    while (tree.prepareRows(query, companies.id, 50) >= 50) steps++;
    assert.ok(steps > 20, String(steps));
    assert.equal(tree.prepareRows(query, companies.id, 50), 0);
    assert.equal(tree.children(query, companies.id).length, 150);
  });
});

describe('suggested ecosystems', () => {
  const ring = [
    'company Hub "The Hub"',
    'company A',
    'company B',
    'company Far',
    'investment D1: A -> Hub { amount $1B; status closed on 2024 }',
    'investment D2: B -> Hub { status closed on 2024 }',
    'supply D3: Hub -> B { status signed on 2024 }',
    'investment D4: Far -> undisclosed',
  ].join('\n');

  function suggestionIn(text: string): { rows: string[]; inserted: string } {
    const { tree } = treeOf({ 'main.deal': text });
    const query: TreeQuery = { groupBy: 'ecosystem' };
    const rows = tree.children(query, tree.children(query).at(-1)?.id);
    const row = rows.find(({ kind }) => kind === 'suggestion');
    const insertion = row && tree.suggestion(query, row.id);
    if (!insertion) return { rows: rows.map(plain), inserted: '' };
    const { text: inserted, position, name } = insertion;
    const document = DealDocument.parse(text);
    assert.equal(document.offsetAt(position), text.length);
    const whole = text + inserted;
    assert.equal(DealDocument.parse(whole).items.flatMap(({ problems }) => problems).length, 0);
    return { rows: rows.map(plain), inserted: `${inserted.slice(name.start, name.end)}: ${inserted}` };
  }

  it('stand above the parties that are in none, and can be written down', () => {
    const { rows, inserted } = suggestionIn(ring);
    assert.deepEqual(rows.slice(0, 2), [
      'Around The Hub | suggested · 3 parties',
      'A | $1B promised, $1B executed',
    ]);
    assert.equal(inserted, 'HubEcosystem: \n\necosystem HubEcosystem "Around The Hub" { hub Hub }\n');
  });

  it('take a name that is free, and one blank line', () => {
    const taken = `${ring}\ncompany HubEcosystem\n`;
    assert.match(suggestionIn(taken).inserted, /^HubEcosystem2: \necosystem HubEcosystem2 /);
    assert.match(suggestionIn(`${ring}\n\n`).inserted, /^HubEcosystem: ecosystem /);
    const quoted = ring
      .replaceAll('Hub', '"The 8 Hub"')
      .replace('""The 8 Hub""', '"x"')
      .replace(/"The "The 8 Hub""/, '"x"');
    assert.match(suggestionIn(quoted).inserted, /hub "The 8 Hub" \}/);
  });

  it('say so where the parties are too many to look among', () => {
    const many = Array.from(
      { length: 998 },
      (_, index) => `company P${index}\nloan L${index}: P${index} -> undisclosed`,
    );
    const rows = suggestionIn(`${ring}\n${many.join('\n')}`).rows;
    assert.equal(rows[0], 'No ecosystems suggested | these are more than 1000 parties');
    assert.equal(
      suggestionIn(`${ring}\n${many.slice(2).join('\n')}`).rows[0],
      'Around The Hub | suggested · 3 parties',
    );
  });

  it('are none where no three parties deal with each other, and none of parties that stand somewhere', () => {
    assert.equal(suggestionIn('company A\ncompany B\ninvestment D: A -> B').inserted, '');
    assert.equal(suggestionIn(`${ring}\necosystem E { hub Hub }`).inserted, '');
  });

  it('are made of projects that are read in full alone', () => {
    const { project, findings } = projectOf({ 'main.deal': ring });
    let isWhole = false;
    const tree = new TreeView(
      () => [project],
      () => findings,
      () => undefined,
      () => isWhole,
    );
    const query: TreeQuery = { groupBy: 'ecosystem' };
    const rows = () => tree.children(query, tree.children(query).at(-1)?.id);
    const kinds = new Set(rows().map(({ kind }) => kind));
    assert.deepEqual([...kinds], ['party']);
    isWhole = true;
    const [row] = rows();
    assert.equal(row?.kind, 'suggestion');
    isWhole = false;
    assert.equal(tree.suggestion(query, row.id), null);
  });

  it('do not stand in the way of the row of their hub', () => {
    const { project, tree } = treeOf({ 'main.deal': ring });
    const cursor = cursorAt(project, uriOf('main.deal'), { line: 0, character: 9 })!;
    assert.deepEqual(
      tree.path({ groupBy: 'ecosystem' }, cursor).map(({ kind, label }) => `${kind} ${label}`),
      ['group In no ecosystem', 'party The Hub'],
    );
  });
});
