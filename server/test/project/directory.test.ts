import assert from 'node:assert/strict';
import { DealDocument } from '../../src/language/document';
import type { Project } from '../../src/project/project';
import { inOneGo } from '../in-one-go';
import { projectOf, uriOf } from '../project-fixture';

/** The names and publishers that can be typed in a project. */
function offered(project: Project): { names: string[]; publishers: string[] } {
  const { preferred, others } = project.directory
    .namesFor('party')
    .find({ typed: '', preferred: [], without: undefined, most: 5000 });
  assert.equal(preferred.length, 0);
  const { texts } = project.directory.textsIn('publisher').find('', 5000);
  return { names: others.map(({ name }) => name), publishers: texts.map(({ written }) => written) };
}

describe('directory', () => {
  it('follows the project', () => {
    const { project } = projectOf({
      'a.deal': 'company B\nventure A\nsource s { publisher "FT" }\nsource t { publisher Wire }',
      'b.deal': 'source u { publisher Wire }',
    });
    assert.deepEqual(offered(project), { names: ['A', 'B'], publishers: ['Wire', '"FT"'] });
    project.setFile(uriOf('a.deal'), DealDocument.parse('fund C\nsource s { publisher "FT", "WSJ" }'));
    assert.deepEqual(offered(project), { names: ['C'], publishers: ['"FT"', '"WSJ"', 'Wire'] });
    project.removeFile(uriOf('a.deal'));
    assert.deepEqual(offered(project), { names: [], publishers: ['Wire'] });
  });

  it('equals a fresh one after a whole project was read behind it', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `company Party${index}\n`).join('');
    const { project } = projectOf({ 'a.deal': 'company A\n' });
    offered(project);
    project.setFile(uriOf('many.deal'), DealDocument.parse(many));
    const { project: fresh } = projectOf({ 'a.deal': 'company A\n', 'many.deal': many });
    assert.deepEqual(offered(project), offered(fresh));
  });

  it('is the same where a list is made in steps, whatever changes meanwhile', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `company Party${at}\n`).join('');
    const { project } = projectOf({ 'a.deal': many(2500), 'b.deal': 'company B' });
    const steps = project.directory.namesInSteps('party');
    assert.deepEqual(steps.next(), { done: false, value: 1000 });
    project.setFile(uriOf('a.deal'), DealDocument.parse(`company A\n${many(2000)}`));
    project.removeFile(uriOf('b.deal'));
    assert.equal(inOneGo(steps), project.directory.namesFor('party'));
    const { project: fresh } = projectOf({ 'a.deal': `company A\n${many(2000)}` });
    assert.deepEqual(offered(project), offered(fresh));
    project.setFile(uriOf('a.deal'), DealDocument.parse('company C'));
    assert.deepEqual(offered(project).names, ['C']);
  });

  it('starts anew after it was forgotten', () => {
    const { project } = projectOf({ 'a.deal': 'company A\n' });
    offered(project);
    project.directory.forget();
    project.setFile(uriOf('b.deal'), DealDocument.parse('company B'));
    assert.deepEqual(offered(project).names, ['A', 'B']);
  });

  it('keeps nothing of a name while it is typed', () => {
    const { project } = projectOf({ 'a.deal': 'company A\n' });
    const names = project.directory.namesFor('party');
    assert.equal(names.called('a')?.name, 'A');
    for (const name of ['Ab', 'Abc', 'Abcd', 'Abcde'])
      project.setFile(uriOf('a.deal'), DealDocument.parse(`company ${name}\n`));
    assert.equal(names.called('abcde')?.name, 'Abcde');
    assert.deepEqual([...(names['byText'] ?? []).keys()], ['abcde']);
  });
});
