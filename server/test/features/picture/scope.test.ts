import assert from 'node:assert/strict';
import { findScope } from '../../../src/features/picture/scope';
import { seenAsOf } from '../../../src/features/picture/corpus-views';
import { sumsByPurpose } from '../../../src/model/sums';
import { dayOf } from '../../../src/values/date';
import { projectOf, sample } from '../../project-fixture';
import { finished } from './finished';

interface Expected {
  readonly title?: string;
  readonly deals: string;
  readonly parties?: string;
}

/** Checks what is in a picture: names with blanks between. */
function checkScope(text: string, name: string | undefined, expected: Expected, depth?: number): void {
  const { project } = projectOf({ 'main.deal': text });
  const scope = { ...(name !== undefined && { name }), ...(depth !== undefined && { depth }) };
  const found = finished(findScope(project, scope)).value;
  assert.ok(found);
  assert.equal(found.deals.map((deal) => deal.name).join(' '), expected.deals);
  if (expected.parties !== undefined) assert.equal(found.parties.join(' '), expected.parties);
  if (expected.title !== undefined) assert.equal(found.title, expected.title);
}

const chain = [
  'company A "Ada"',
  'company Unit { parent A }',
  'investment I: B -> Unit',
  'supply S: B -> C',
  'venture V { member C, D as equity }',
  'grant G: V -> E',
  'company Alone',
].join('\n');

describe('the scope of a picture', () => {
  it('is a whole project, with those whom nobody declares', () => {
    checkScope(chain, undefined, { title: 'project', deals: 'G I S V', parties: 'A Alone B C D E Unit V' });
  });

  it('is a party with its units, and whoever deals with them', () => {
    checkScope(chain, 'A', { title: 'Ada', deals: 'I', parties: 'A B Unit' });
    checkScope(chain, 'Unit', { deals: 'I', parties: 'B Unit' });
    checkScope(chain, 'Alone', { deals: '', parties: 'Alone' });
  });

  it('reaches as far as it is told; a venture stands between those in it', () => {
    checkScope(chain, 'A', { deals: 'I S', parties: 'A B C Unit' }, 2);
    checkScope(chain, 'A', { deals: 'I S V', parties: 'A B C D Unit V' }, 3);
    checkScope(chain, 'A', { deals: 'G I S V', parties: 'A B C D E Unit V' }, 4);
    checkScope(chain, 'A', { deals: 'G I S V' }, Infinity);
    for (const depth of [0, -1, Number.NaN]) checkScope(chain, 'A', { deals: 'I' }, depth);
  });

  it('is around a venture, and around somebody who is not declared', () => {
    checkScope(chain, 'V', { deals: 'G V', parties: 'C D E V' });
    checkScope(chain, 'E', { title: 'E', deals: 'G', parties: 'E V' });
    checkScope('project P: A <-> B', 'P', { deals: 'P', parties: 'A B P' });
  });

  it('is an ecosystem with its hubs, their units and whoever has a role', () => {
    const text = `${chain}\necosystem X "Around Ada" { hub A; include E, G }\n`;
    checkScope(text, 'X', { title: 'Around Ada', deals: 'G I', parties: 'A B E Unit' });
  });

  it('is nothing where the name is gone, or stands for something else', () => {
    const { project } = projectOf({ 'main.deal': `${chain}\nsource Press\nvaluation W: B { value $1B }` });
    for (const name of ['Nobody', 'I', 'Press', 'W', '']) {
      assert.equal(finished(findScope(project, { name })).value, undefined, name);
    }
  });

  it('is empty in an empty project', () => {
    checkScope('', undefined, { deals: '', parties: '' });
  });

  it('has the deals of the sample', () => {
    const { project } = projectOf(sample('ai-race'));
    const found = finished(findScope(project, { name: 'Amazon' })).value;
    assert.deepEqual(
      found?.deals.map(({ name }) => name),
      ['AmazonAnthropic', 'AmazonDataCentres', 'AwsAnthropic'],
    );
  });

  it('yields so that nothing takes long, and circles end', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `supply S${index}: A -> B${index}`);
    const { project } = projectOf({ 'main.deal': lines.join('\n') });
    const { value, steps } = finished(findScope(project, { name: 'A', depth: 3 }));
    assert.equal(value?.deals.length, 5000);
    assert.ok(steps.every((step) => step === 1));
    assert.ok(steps.length < 10_100);
    checkScope('supply S: A -> A\nsupply T: A -> B\nsupply U: B -> A', 'A', { deals: 'S T U' }, 9);
  });

  it('is as of another day where that is asked for', () => {
    const text =
      'company A\ncompany U { parent A from 2024 }\ngrant G: B -> U { amount $1M; status closed on 2024-06 }';
    const { project } = projectOf({ 'main.deal': text });
    const before = seenAsOf(project, dayOf(2023, 6, 1));
    assert.equal(seenAsOf(project, project.asOf), project);
    assert.equal(finished(findScope(project, { name: 'A' }, before)).value?.deals.length, 0);
    assert.equal(finished(findScope(project, { name: 'A' })).value?.deals.length, 1);
    const grant = [project.find('G')!];
    assert.equal(sumsByPurpose(before, grant).length, 0);
    assert.equal(sumsByPurpose(project, grant).length, 1);
    assert.equal(before.rates, project.rates);
  });
});
