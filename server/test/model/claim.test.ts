import assert from 'node:assert/strict';
import { claimsAbout, disputesOf } from '../../src/model/claim';
import { projectOf } from '../project-fixture';

const text = [
  'person M',
  'venture V { budget $1B }',
  'claim C1: M disputes V.budget { on 2025-01-22 }',
  'claim C2: M denies V',
  'claim C3: M confirms V.budget',
  'claim C4: M disputes V.member',
  'claim C5: M disputes V.budget { on 2025-02 }',
  'claim C6: M asserts M { about V }',
].join('\n');

function names(declarations: readonly { readonly name: string }[]): string {
  return declarations
    .map(({ name }) => name)
    .sort()
    .join(' ');
}

describe('claims', () => {
  const { project } = projectOf({ 'main.deal': text });

  it('dispute a property where they name it, by the day of the project', () => {
    assert.equal(names(disputesOf(project, 'V', 'budget')), 'C1');
    assert.equal(names(disputesOf(project, 'V', 'member')), 'C4');
    assert.equal(names(disputesOf(project, 'V', 'status')), '');
    assert.equal(names(disputesOf(project, 'V')), 'C1 C2 C4');
  });

  it('concern what they name on the right and what they are about', () => {
    assert.equal(names(claimsAbout(project, 'V')), 'C1 C2 C3 C4 C6');
    assert.equal(names(claimsAbout(project, 'M')), 'C6');
  });
});
