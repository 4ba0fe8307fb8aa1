import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actionsAt } from '../../../src/features/actions/actions';
import type { Change } from '../../../src/features/actions/change';
import { placeIn } from '../../../src/features/actions/place';
import { refactorings } from '../../../src/features/actions/registry';
import { unitOf } from '../../../src/features/actions/unit';
import { DealDocument } from '../../../src/language/document';
import { kindNames, kinds } from '../../../src/language/schema';
import { formsOf, purposeOf, totalOf } from '../../../src/model/deal';
import { factsOf, type Declaration } from '../../../src/model/declaration';
import type { Project } from '../../../src/project/project';
import { formatMoney } from '../../../src/values/money';
import { projectOf } from '../../project-fixture';
import { anyText, looseText, propertyRuns } from '../../language/random-text';
import { applied, requestAt, textsOf, type Files } from './check-action';

/** Each text is asked about at many places. */
const numRuns = Math.min(propertyRuns, Math.max(200, Math.ceil(propertyRuns / 4)));

/** Declarations with names of their own, in some order, with comments and regions between them. */
const fileText = fc
  .array(
    fc.record({
      kind: fc.nat(declarations().length - 1),
      above: fc.constantFrom(
        '',
        '',
        '\n',
        '// c\n',
        '\n/// d\n',
        '// heads\n\n',
        '// #region R\n',
        '/* a\nb */\n',
      ),
      behind: fc.constantFrom('', '', ' // behind', ' /* b */'),
      lineEnd: fc.constantFrom('\n', '\n', '\n', '\r\n', '; '),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) =>
    parts
      .map(({ kind, above, behind, lineEnd }, at) => above + declarations(at)[kind]! + behind + lineEnd)
      .join(''),
  );

/** Declarations of all sorts that refactorings are for. */
function declarations(at = 0): string[] {
  const name = `N${(at * 7) % 9}`;
  return [
    `company ${name}`,
    `company ${name} "A, Inc." { founded 2021; aka "A"; per <https://x.example/a> }`,
    `fund ${name} {\n  // in\n  aka "A"\n}`,
    `source ${name} { url <https://x.example/b> }`,
    `source ${name} "S" {\n  published 2025\n}`,
    `investment ${name}: A -> B {\n  amount $1B // c\n  status Completed on 2024 per N0\n}`,
    `round ${name}: N1 -> N2 { tranche $1B on 2020; tranche ~$2B; lead N1 }`,
    `investment ${name}: N1 -> N2 { type seed; amount $1B..$2B; paid <$1B }`,
    `claim ${name}: N1 expects N2.status { status closed on 2026 }`,
    `valuation ${name}: N1 { value ~$1B on 2021 }`,
    `project ${name}: N1 { capacity 10GW..20GW }`,
    `ecosystem ${name} { hub N1 }`,
    `resource ${name}`,
  ];
}

interface Case {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const someCase: fc.Arbitrary<Case> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fileText }, looseText, anyText),
    fc.nat(),
    fc.oneof(fc.constant(0), fc.nat(30)),
  )
  .map(([text, at, width]) => {
    const from = at % (text.length + 1);
    return { text, from, to: Math.min(text.length, from + width) };
  });

const others: Files = {
  'parties.deal': 'company Alpha\ncompany Beta { aka "A" }\n',
  'sources.deal': 'source Sigma',
};

function requestOf({ text, from, to }: Case) {
  const document = DealDocument.parse(text);
  const range = { start: document.placeAt(from), end: document.placeAt(to) };
  return requestAt({ 'main.deal': text, ...others }, 'main.deal', range);
}

/** The same, asked at each keyword, name, property and value of the file as well, or at some of them. */
function requestsOf(where: Case, share = 1): ReturnType<typeof requestOf>[] {
  const request = requestOf(where);
  const { document } = request;
  const places = document.items.flatMap(({ declaration: node }, index) => {
    if (!node) return [];
    const values = (node.body?.properties ?? []).flatMap(({ start, values: [value], modifiers }) => [
      start,
      ...(value ? [value.end] : []),
      ...modifiers.flatMap((modifier) => modifier.values.map(({ end }) => end)),
    ]);
    const offsets = [node.start, ...(node.name ? [node.name.end] : []), ...values];
    return offsets.map((offset) => document.placeIn(index, offset));
  });
  const some = places.filter((_, at) => (at + where.from) % share === 0);
  return [request, ...some.map((start) => ({ ...request, range: { start, end: start } }))];
}

/** What a project says, declaration by declaration, wherever it stands. */
function saidIn(project: Project): string[] {
  return kindNames.flatMap((kind) => [...project.ofKind(kind)].map(saidBy)).sort();
}

function saidBy({ kind, name, title, sides, operator, facts }: Declaration): string {
  const names = (side: typeof sides.left) => side.map(({ text }) => text);
  const lines = facts.map(({ name: key, node, values }) => [
    key,
    values.map((value) => ('status' in value ? value.status : value.node.text)),
    node.modifiers.map((modifier) => [modifier.name, modifier.values.map(({ text }) => text)]),
  ]);
  return JSON.stringify([kind, name, title, names(sides.left), operator, names(sides.right), lines]);
}

/** The money of all deals, each as a whole. */
function moneyIn(project: Project): string[] {
  return dealKinds
    .flatMap((kind) => [...project.ofKind(kind)])
    .map((deal) => {
      const total = totalOf(deal);
      return `${deal.name} ${total ? formatMoney(total) : 'unknown'} ${purposeOf(deal) ?? ''} ${formsOf(deal).join()}`;
    })
    .sort();
}

const dealKinds = kindNames.filter((kind) => kinds[kind].group === 'deal');

function unsoundIn(project: Project): number {
  return project.uris.flatMap((uri) => [...project.document(uri)!.items]).filter(({ isSound }) => !isSound)
    .length;
}

/** The changes that a refactoring offers. */
function changesOf(id: string, request: ReturnType<typeof requestOf>): Change[] {
  const refactoring = refactorings.find((candidate) => candidate.id === id);
  assert.ok(refactoring);
  const selected = {
    start: request.document.offsetAt(request.range.start),
    end: request.document.offsetAt(request.range.end),
  };
  const place = placeIn(request, selected);
  const offers =
    refactoring.scope === 'file' ? refactoring.offers(request) : place ? refactoring.offers(place) : [];
  return offers.filter(({ refused }) => refused === undefined).flatMap(({ change }) => change() ?? []);
}

/** Checks that what is told of a project is the same after each change of a refactoring, and that there were some. */
function checkKept(id: string, told: (project: Project) => unknown): void {
  let made = 0;
  fc.assert(
    fc.property(someCase, (where) => {
      for (const request of requestsOf(where)) {
        for (const change of changesOf(id, request)) {
          made++;
          const texts = applied(
            request.project,
            change.toWorkspaceEdit(request.client, (uri) => uri),
          );
          assert.deepEqual(told(projectOf(texts).project), told(request.project));
        }
      }
    }),
    { numRuns },
  );
  assert.ok(made > 0, 'it was tried');
}

describe('any action on any text', () => {
  it('is worked out, can be made, and breaks nothing that was sound', () => {
    fc.assert(
      fc.property(someCase, (where) => {
        for (const request of requestsOf(where, 4)) {
          const before = unsoundIn(request.project);
          for (const action of actionsAt(request)) {
            if (action.disabled) continue;
            assert.ok(action.edit);
            if (action.kind === 'quickfix') continue;
            const after = projectOf(applied(request.project, action.edit)).project;
            assert.ok(unsoundIn(after) <= before, action.title);
          }
        }
      }),
      { numRuns },
    );
  });

  for (const id of ['block-style', 'status-words', 'move-declaration', 'organize']) {
    it(`says the same as before by ${id}`, () => {
      checkKept(id, saidIn);
    });
  }

  for (const id of ['split-tranches', 'sum-tranches', 'round-or-investment']) {
    it(`leaves the money of each deal as it is by ${id}`, () => {
      checkKept(id, moneyIn);
    });
  }

  it('leaves nothing of a party that is merged into another one', () => {
    let made = 0;
    fc.assert(
      fc.property(someCase, (where) => {
        for (const request of requestsOf(where)) {
          const { project } = request;
          const mentions = ({ name }: Declaration, from: Project) => [...from.mentionsOf(name)].length;
          for (const change of changesOf('merge-parties', request)) {
            made++;
            const texts = applied(
              project,
              change.toWorkspaceEdit(request.client, (uri) => uri),
            );
            const after = projectOf(texts).project;
            const parties = [...project.ofKind('company'), ...project.ofKind('fund')];
            const [gone, another] = parties.filter(({ name }) => !after.find(name));
            assert.ok(gone && !another, 'one is gone');
            assert.equal(mentions(gone, after), 0);
            const count = (from: Project) => parties.reduce((sum, party) => sum + mentions(party, from), 0);
            assert.equal(count(after), count(project));
            const known = parties.flatMap(({ name }) => after.find(name) ?? []);
            const called = known.flatMap((party) => factsOf(party, 'aka').flatMap(({ values }) => values));
            assert.ok(
              called.some(({ node }) => node.text === gone.name) ||
                known.some(({ title }) => title === gone.name),
            );
          }
        }
      }),
      { numRuns },
    );
    assert.ok(made > 0, 'it was tried');
  });

  it('loses nothing and leaves nothing to do when a file is put in order', () => {
    fc.assert(
      fc.property(fileText, (text) => {
        const request = requestOf({ text, from: 0, to: 0 });
        for (const change of changesOf('organize', request)) {
          const texts = applied(
            request.project,
            change.toWorkspaceEdit(request.client, (uri) => uri),
          );
          const sorted = projectOf(texts).project;
          assert.deepEqual(unitsIn(sorted), unitsIn(request.project));
          assert.deepEqual(
            changesOf('organize', requestOf({ text: texts['main.deal']!, from: 0, to: 0 })),
            [],
          );
          const words = (from: Project) => Object.values(textsOf(from)).join(' ').split(/\s+/).sort();
          assert.deepEqual(words(sorted), words(request.project));
        }
      }),
      { numRuns },
    );
  });
});

/** The texts of all declarations with their comments, in no order. */
function unitsIn(project: Project): string[] {
  return project.uris
    .flatMap((uri) => {
      const document = project.document(uri)!;
      return document.items.map((item, index) => {
        const unit = unitOf(document, index);
        return unit ? item.text.slice(unit.start, unit.end).trimEnd() : '';
      });
    })
    .sort()
    .filter((text) => text !== '');
}
