import assert from 'node:assert/strict';
import { hedge } from '../../src/checks/hedge';
import { runningTotal } from '../../src/checks/running-total';
import { DealDocument } from '../../src/language/document';
import { defaultSettings } from '../../src/model/corpus';
import type { Check } from '../../src/project/check';
import { Findings } from '../../src/project/findings';
import { Project } from '../../src/project/project';
import { fixtureDay, settle, uriOf } from '../project-fixture';

/** How many findings one check has about a text, and how many milliseconds it and the project take to tell. */
function timed(check: Check, text: string): { count: number; took: number } {
  const project = new Project(
    'file:///project',
    () => fixtureDay,
    () => defaultSettings,
  );
  const findings = new Findings(project, [check], (_, error) => {
    throw error;
  });
  findings.invalidate(project.setFile(uriOf('main.deal'), DealDocument.parse(text)));
  const start = performance.now();
  settle(findings);
  const took = performance.now() - start;
  const count = [...findings.inFile(uriOf('main.deal')).values()].flat().length;
  return { count, took };
}

/** A text for each number below a limit. */
function texts(limit: number, text: (index: number) => string): string {
  return Array.from({ length: limit }, (_, index) => text(index)).join('');
}

/** Companies of which each is a unit of the one before. */
function chain(length: number, more = ''): string {
  return texts(length, (at) => `company C${at} { ${at > 0 ? `parent C${at - 1}` : ''} ${more} }\n`);
}

describe('checks of large groups', () => {
  it('tell hedges in a chain of 500 units at once', () => {
    const rivals = ['A', 'B'].map((name) => `company ${name} { sector ai; provides models }\n`).join('');
    const backs = ['A', 'B'].map((name) => `investment In${name}: C499 -> ${name}\n`).join('');
    const { count, took } = timed(hedge, chain(500) + rivals + backs);
    assert.equal(count, 1);
    assert.ok(took < 5000, `${took} ms`);
  });

  it('tell running totals of hundreds of deals of one party at once', () => {
    const company = 'company A { parent Group }\ncompany Group\ncompany B\n';
    const deals = texts(
      400,
      (at) => `investment D${at}: A -> B { amount $1B; total $${at + 1}B; status signed on ${1600 + at} }\n`,
    );
    assert.equal(timed(runningTotal, company + deals).count, 0);
    const wrong = 'investment Last: A -> B { amount $1B; total $9B; status signed on 2020 }\n';
    const { count, took } = timed(runningTotal, company + deals + wrong);
    assert.equal(count, 1);
    assert.ok(took < 10_000, `${took} ms`);
  });
});
