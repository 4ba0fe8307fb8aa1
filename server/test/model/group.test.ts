import assert from 'node:assert/strict';
import { headOf } from '../../src/model/group';
import { projectOf } from '../project-fixture';

function checkHeads(text: string, ...expected: string[]): void {
  const { project } = projectOf({ 'main.deal': text });
  const heads = expected.map((each) => {
    const party = each.split(' ')[0]!;
    return `${party} ${headOf(project, party)}`;
  });
  assert.deepEqual(heads, expected);
}

describe('the head of a group', () => {
  it('is the parent of the parents, as of the day', () => {
    checkHeads(
      [
        'company A',
        'company B { parent A }',
        'company C { parent B from 2020 }',
        'company D { parent A until 2024-12 }',
        'company E { parent A from 2025-02 }',
        'company F { parent C until 2020; parent A from 2020 }',
        'company G { parent undeclared }',
        'company H { parent undisclosed }',
      ].join('\n'),
      'A A',
      'B A',
      'C A',
      'D D',
      'E E',
      'F A',
      'G undeclared',
      'H H',
      'nobody nobody',
    );
  });

  it('is the same for all in a circle, and for those below it', () => {
    checkHeads(
      'company B { parent C }\ncompany C { parent A }\ncompany A { parent B }\ncompany D { parent C }\ncompany S { parent S }',
      'A A',
      'B A',
      'C A',
      'D A',
      'S S',
    );
  });
});
