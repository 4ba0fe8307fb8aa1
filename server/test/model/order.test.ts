import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cardOf, lineOf } from '../../src/features/summary/summary';
import { TreeView } from '../../src/features/tree/view';
import { interpret } from '../../src/model/interpret';
import { flowsOfParty, positionsOf } from '../../src/model/position';
import type { TreeRow } from '../../src/protocol';
import { dayOf, readDate } from '../../src/values/date';
import { describeSum } from '../../src/values/sum';
import { propertyRuns } from '../language/random-text';
import { fixtureDay, projectOf } from '../project-fixture';

const parties = ['A', 'B', 'C', '"8VC"'];

const name = fc.constantFrom(...parties, 'V', 'undisclosed');
const date = fc.constantFrom('2023', '2024-03', '2024-Q2', '2024-11-05', '2025-01', '2025-06', '~2024');
const amount = fc.constantFrom('$1B', '$2.5B', '€400M', '~$3B', '<$2B', '>$1B', '$1B..$4B', 'undisclosed');
const status = fc.constantFrom(
  'rumored',
  'talks',
  'announced',
  'signed',
  'closed',
  'withdrawn',
  'terminated',
);
const kind = fc.constantFrom('investment', 'round', 'loan', 'grant', 'acquisition', 'supply', 'license');

const line = fc.oneof(
  fc.tuple(amount, name).map(([money, source]) => `amount ${money} per ${source}`),
  fc.tuple(amount, date).map(([money, on]) => `tranche ${money} on ${on}`),
  fc.tuple(amount, date).map(([money, on]) => `paid ${money} on ${on}`),
  fc.tuple(status, date).map(([word, on]) => `status ${word} on ${on}`),
  status.map((word) => `status ${word}`),
  fc.tuple(name, amount).map(([party, money]) => `lead ${party} with ${money}`),
  name.map((party) => `seller ${party}`),
  fc.tuple(name, name, amount).map(([one, other, money]) => `lead ${one}, ${other} with ${money}`),
  fc
    .tuple(amount, fc.constantFrom('', ' pre', ' post'))
    .map(([money, basis]) => `valuation ${money}${basis}`),
  fc.constant('type secondary'),
);

/** A declaration that still wants its name. */
const declaration = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(kind, name, name, fc.array(line, { maxLength: 4 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('valuation'), name, amount, date) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('holding'), name, name, fc.constantFrom('', ' on 2024')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('claim'), name, fc.nat(9), fc.constantFrom('', '.amount')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('project'), name, name, amount) },
);

function write(index: number, [word, ...rest]: readonly [string, ...unknown[]]): string {
  const [first, second, third] = rest;
  switch (word) {
    case 'valuation':
      return `valuation D${index}: ${String(first)} { value ${String(second)} on ${String(third)} }`;
    case 'holding':
      return `holding D${index}: ${String(first)} -> ${String(second)} { stake ${index + 1}%${String(third)} }`;
    case 'claim':
      return `claim D${index}: ${String(first)} disputes D${String(second)}${String(third)}`;
    case 'project':
      return `project D${index}: ${String(first)} <-> ${String(second)} { budget ${String(third)} }`;
    default: {
      const lines = Array.isArray(third) ? third.map((text) => `  ${String(text)}\n`).join('') : '';
      return `${word} D${index}: ${String(first)} -> ${String(second)} {\n${lines}}`;
    }
  }
}

const units = fc
  .tuple(fc.option(fc.constantFrom(...parties)), fc.option(fc.constantFrom(...parties)))
  .map(([parentOfB, parentOfC]) => [
    'company A { provides compute }',
    `company B { ${parentOfB ? `parent ${parentOfB}` : 'founded 2020'} }`,
    `company C { ${parentOfC ? `parent ${parentOfC}` : 'founded 2020'} }`,
    'fund "8VC"',
    'venture V { member A as equity with $1B; member B, C as equity; budget $3B..$5B }',
    'ecosystem E { hub A }',
    'ecosystem F { hub B, V; exclude C; include "8VC" }',
  ]);

const corpus = fc
  .tuple(units, fc.array(declaration, { maxLength: 8 }))
  .map(([base, own]) => [...base, ...own.map((one, index) => write(index, one))]);

/** Everything that is said of a project, without the places where it is said. */
function everything(files: Readonly<Record<string, string>>): string {
  const { project, findings } = projectOf(files);
  const said: Record<string, unknown> = {};
  for (const uri of project.uris) {
    for (const item of project.document(uri)?.items ?? []) {
      const declared = interpret(item);
      if (!declared) continue;
      said[declared.name] = {
        card: cardOf(project, declared),
        line: lineOf(project, declared),
        findings: findings.of(item).map(({ code, message }) => `${code} ${message}`),
      };
    }
  }
  const tree = new TreeView(
    () => [project],
    () => findings,
  );
  for (const groupBy of ['ecosystem', 'partyKind', 'status', 'year'] as const) {
    const rows = (parent?: string): unknown[] =>
      tree.children({ groupBy }, parent).map((row: TreeRow) => ({
        ...row,
        location: undefined,
        below: row.children === 'none' ? [] : rows(row.id),
      }));
    said[`tree by ${groupBy}`] = rows();
  }
  return JSON.stringify(
    Object.keys(said)
      .sort()
      .map((key) => [key, said[key]]),
    null,
    1,
  );
}

describe('order', () => {
  it('of files and declarations changes nothing that is said', () => {
    fc.assert(
      fc.property(
        corpus.chain((declarations) =>
          fc.tuple(
            fc.constant(declarations),
            fc.shuffledSubarray(declarations, { minLength: declarations.length }),
            fc.array(fc.nat(2), { minLength: declarations.length, maxLength: declarations.length }),
          ),
        ),
        ([declarations, shuffled, places]) => {
          const files: Record<string, string> = {};
          shuffled.forEach((text, index) => {
            const file = `${places[index] ?? 0}.deal`;
            files[file] = `${files[file] ?? ''}${text}\n`;
          });
          assert.equal(everything(files), everything({ 'main.deal': `${declarations.join('\n')}\n` }));
        },
      ),
      { numRuns: Math.min(propertyRuns, 500) },
    );
  });
});

describe('sums', () => {
  it('equal what adding up by hand gives', () => {
    const simple = fc.record({
      from: fc.constantFrom('A', 'B', 'C'),
      to: fc.constantFrom('A', 'B', 'C'),
      kind: fc.constantFrom('investment', 'loan', 'supply'),
      millions: fc.integer({ min: 1, max: 900 }),
      paid: fc.option(fc.integer({ min: 1, max: 900 })),
      status: fc.option(status),
      on: fc.option(fc.constantFrom('2023-05', '2024-11-05', '2025-06')),
    });
    fc.assert(
      fc.property(fc.array(simple, { maxLength: 12 }), (deals) => {
        const text = deals.map((deal, index) => {
          const lines = [
            `amount $${deal.millions}M`,
            ...(deal.paid ? [`paid $${deal.paid}M`] : []),
            ...(deal.status ? [`status ${deal.status}${deal.on ? ` on ${deal.on}` : ''}`] : []),
          ];
          return `${deal.kind} D${index}: ${deal.from} -> ${deal.to} { ${lines.join('; ')} }`;
        });
        const { project } = projectOf({ 'main.deal': text.join('\n') });
        for (const party of ['A', 'B', 'C']) {
          const found = positionsOf(project, flowsOfParty(project, party)).map(
            ({ direction, purpose, buckets }) => [
              `${direction} ${purpose}`,
              describeSum(buckets.promised),
              describeSum(buckets.executed),
              describeSum(buckets.rumored),
            ],
          );
          const expected = (['in', 'out'] as const).flatMap((direction) =>
            (['investment', 'loan', 'supply'] as const).flatMap((dealKind) => {
              const own = deals.filter((deal) => {
                const payer = deal.kind === 'supply' ? deal.to : deal.from;
                const payee = deal.kind === 'supply' ? deal.from : deal.to;
                const ahead = deal.status && deal.on && earliest(deal.on) > fixtureDay;
                return deal.kind === dealKind && !ahead && (direction === 'in' ? payee : payer) === party;
              });
              if (own.length === 0) return [];
              const sums = own.map((deal) => {
                const talk = deal.status === 'rumored' || deal.status === 'talks';
                const over = deal.status === 'withdrawn' || deal.status === 'terminated';
                const paid = deal.paid ?? 0;
                return {
                  promised: talk || over ? paid : deal.millions,
                  executed: deal.paid ?? (deal.status === 'closed' ? deal.millions : 0),
                  rumored: talk ? Math.max(0, deal.millions - paid) : 0,
                };
              });
              const total = (key: 'promised' | 'executed' | 'rumored') => {
                const millions = sums.reduce((sum, part) => sum + part[key], 0);
                if (millions === 0) return 'nothing';
                return millions >= 1000 ? `$${millions / 1000}B` : `$${millions}M`;
              };
              const purpose = { investment: 'capital', loan: 'debt', supply: 'trade' }[dealKind];
              return [[`${direction} ${purpose}`, total('promised'), total('executed'), total('rumored')]];
            }),
          );
          assert.deepEqual(found, expected);
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});

function earliest(text: string): number {
  const reading = readDate(text);
  return reading.ok ? reading.value.earliest : dayOf(9999, 1, 1);
}
