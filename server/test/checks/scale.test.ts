import assert from 'node:assert/strict';
import { hedge } from '../../src/checks/hedge';
import { exclusivityConflict } from '../../src/checks/exclusivity-conflict';
import { ownershipCycle } from '../../src/checks/ownership-cycle';
import { runningTotal } from '../../src/checks/running-total';
import { DealDocument } from '../../src/language/document';
import { defaultSettings } from '../../src/model/corpus';
import type { Check } from '../../src/project/check';
import { Findings } from '../../src/project/findings';
import { Project } from '../../src/project/project';
import { saidBy } from './said';
import { fixtureDay, settle, uriOf } from '../project-fixture';

/** How many findings one check has about a text; without an end where it takes for ever. */
function countIn(check: Check, text: string): number {
  const project = new Project(
    'file:///project',
    () => fixtureDay,
    () => defaultSettings,
  );
  const findings = new Findings(project, [check], (_, error) => {
    throw error;
  });
  findings.invalidate(project.setFile(uriOf('main.deal'), DealDocument.parse(text)));
  settle(findings);
  return [...findings.inFile(uriOf('main.deal')).values()].flat().length;
}

/** A text for each number below a limit. */
function texts(limit: number, text: (index: number) => string): string {
  return Array.from({ length: limit }, (_, index) => text(index)).join('');
}

/** Companies of which each is a unit of the one before. */
function chain(length: number, more = ''): string {
  return texts(length, (at) => `company C${at} { ${at > 0 ? `parent C${at - 1}` : ''} ${more} }\n`);
}

// Each of these took minutes once: how long they take is a matter for the benchmark.
describe('checks of large groups', () => {
  it('tell hedges in a chain of 500 units', () => {
    const rivals = ['A', 'B'].map((name) => `company ${name} { sector ai; provides models }\n`).join('');
    const backs = ['A', 'B'].map((name) => `investment In${name}: C499 -> ${name}\n`).join('');
    const count = countIn(hedge, chain(500) + rivals + backs);
    assert.equal(count, 1);
  });

  it('tell running totals of hundreds of deals of one party', () => {
    const company = 'company A { parent Group }\ncompany Group\ncompany B\n';
    const deals = texts(
      400,
      (at) => `investment D${at}: A -> B { amount $1B; total $${at + 1}B; status signed on ${1600 + at} }\n`,
    );
    assert.equal(countIn(runningTotal, company + deals), 0);
    const wrong = 'investment Last: A -> B { amount $1B; total $9B; status signed on 2020 }\n';
    const count = countIn(runningTotal, company + deals + wrong);
    assert.equal(count, 1);
  });

  it('tell collisions of hundreds of contracts with exclusive ones', () => {
    const contract = (at: number) =>
      `supply S${at}: C${at} -> Customer { provides compute ${at % 2 ? 'exclusive' : ''}; status signed on 2024 }\n`;
    const count = countIn(
      exclusivityConflict,
      `company Customer\n${chain(100)}${texts(100, (at) => `company Z${at}\n`)}${texts(100, contract)}`,
    );
    assert.equal(count, 0);
  });

  it('name the first of thousands of parties that own each other', () => {
    const circle = `company C0 { parent C1999 }\n${chain(2000).replace(/^.*\n/, '')}`;
    const [message] = saidBy(
      'ownership-cycle',
      `company C0 { parent C19 }\n${chain(20).replace(/^.*\n/, '')}`,
    );
    assert.equal(
      message,
      'C0 is a unit of itself: C0 → C19 → C18 → C17 → C16 → C15 → C14 → C13, and 12 more up to it. Remove one of these parents.',
    );
    const count = countIn(ownershipCycle, circle);
    assert.equal(count, 1);
  });

  it('name the first and the last of long circles of claims and of money', () => {
    const claims = (count: number) =>
      `person P\nvaluation V: C { value $1B on 2024 }\n${texts(
        count,
        (at) => `claim K${at}: P disputes V.value { answers K${(at + 1) % count} }\n`,
      )}`;
    assert.deepEqual(saidBy('claim-circle', claims(20)), [
      'These claims answer each other: K0 → K1 → K2 → K3 → K4 → K5 → K6 → 13 more → K0. Whichever was made first answers nothing.',
    ]);
    assert.match(saidBy('claim-circle', claims(8))[0]!, /K0 → K1 → K2 → K3 → K4 → K5 → K6 → K7 → K0/);
    const money = `${texts(20, (at) => `company C${at}\n`)}investment I: C0 -> C1 { amount $1B; status closed on 2024 }\n${texts(
      19,
      (at) => `supply S${at}: C${(at + 2) % 20} -> C${at + 1} { amount $1B; status signed on 2024 }\n`,
    )}`;
    assert.deepEqual(saidBy('circular-money', money), [
      'Circular money, C0 → C1 → C2 → C3 → C4 → C5 → C6 → 13 more → C0: $1B invested, $1B bought back (100%).',
    ]);
  });
});
