import assert from 'node:assert/strict';
import { implementationsAt } from '../../src/features/implementation';
import { cursorAt } from '../../src/features/locations';
import { projectOf, uriOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

/** Checks what stands behind the name at `$0`: `file: the text there`. */
function checkImplementations(files: Readonly<Record<string, string>>, ...expected: string[]): void {
  const { texts, uri, position } = fixture(files);
  const { project } = projectOf(texts);
  const cursor = cursorAt(project, uri, position);
  assert.ok(cursor);
  const found = implementationsAt(cursor).map(({ uri: at, range: { start, end } }) => {
    const document = project.document(at);
    assert.ok(document);
    return `${at.replace(uriOf(''), '')}: ${document.textBetween(document.offsetAt(start), document.offsetAt(end))}`;
  });
  assert.deepEqual(found, expected);
}

const files = {
  'z.deal': 'company A\ncompany B\nsource ft',
  'a.deal':
    'loan D: A -> B { per ft }\nventure V {\n  member A as equity per ft, ft\n  budget $1B\n  adviser C per ft\n}\nmetric M: A { users 3M users per ft }',
  'b.deal':
    'claim C1: B disputes V.budget\nclaim C2: A denies D { answers C1 }\nclaim C3: A confirms M\nround R: A -> V\necosystem E { hub B; include A }\nsource wire { via ft }',
};
const with0 = (name: keyof typeof files, before: string, after: string) => {
  assert.ok(files[name].includes(before));
  return { ...files, [name]: files[name].replace(before, after) };
};

describe('implementation', () => {
  it('of a party is its deals, in whichever part, from the declaration and from any mention', () => {
    const deals = ['a.deal: D', 'a.deal: V', 'b.deal: R'];
    checkImplementations(with0('z.deal', 'company A', 'company A$0'), ...deals);
    checkImplementations(with0('b.deal', 'include A', 'include A$0'), ...deals);
    checkImplementations({ 'a.deal': 'metric M: No$0body\nloan D: Nobody -> B' }, 'a.deal: D');
  });

  it('of a source is each line that cites it, once, and the sources that trace to it', () => {
    checkImplementations(
      with0('z.deal', 'source ft', 'source ft$0'),
      'a.deal: per ft',
      'a.deal: member A as equity per ft, ft',
      'a.deal: adviser C per ft',
      'a.deal: users 3M users per ft',
      'b.deal: via ft',
    );
    checkImplementations({ 'a.deal': 'loan D: A -> B { per w$0sj }' }, 'a.deal: per wsj');
  });

  it('of a deal or a figure is the claims about it, and of a venture its deals as well', () => {
    checkImplementations(with0('a.deal', 'loan D', 'loan D$0'), 'b.deal: C2');
    checkImplementations(with0('a.deal', 'venture V', 'venture V$0'), 'b.deal: C1', 'b.deal: R');
    checkImplementations(with0('a.deal', 'metric M', 'metric M$0'), 'b.deal: C3');
  });

  it('of an ecosystem is its hubs, of a claim its answers, of a resource who provides it', () => {
    checkImplementations(with0('b.deal', 'ecosystem E', 'ecosystem E$0'), 'z.deal: B');
    checkImplementations(with0('b.deal', 'claim C1', 'claim C1$0'), 'b.deal: C2');
    checkImplementations(
      { 'a.deal': 'company A { provides com$0pute }\nsupply S: A -> B { provides compute }' },
      'a.deal: A',
      'a.deal: S',
    );
  });

  it('is none where there is no name', () => {
    checkImplementations({ 'a.deal': 'lo$0an D: A -> B' });
    checkImplementations({ 'a.deal': '$0' });
  });
});
