import assert from 'node:assert/strict';
import { DealDocument } from '../../src/language/document';
import { callHierarchyAt, incomingFundings, outgoingFundings } from '../../src/features/call-hierarchy';
import type { HierarchyItem } from '../../src/features/hierarchy-item';
import { cursorAt } from '../../src/features/locations';
import type { Project } from '../../src/project/project';
import { dayOf } from '../../src/values/date';
import { projectOf, sample, uriOf } from '../project-fixture';
import { inOneGo } from '../in-one-go';
import { fixture } from './cursor-fixture';

function prepared(
  files: Readonly<Record<string, string>>,
  day?: number,
): { project: Project; item: HierarchyItem | undefined } {
  const { texts, uri, position } = fixture(files);
  const { project } = projectOf(texts, day);
  const cursor = cursorAt(project, uri, position);
  assert.ok(cursor);
  return { project, item: callHierarchyAt(cursor)?.[0] };
}

/** Who funds or is funded: `name (detail) file place, place`, each place `line:character text`, from 1. */
function stepsOf(project: Project, item: HierarchyItem, direction: 'in' | 'out'): string[] {
  const steps = inOneGo((direction === 'in' ? incomingFundings : outgoingFundings)(project, item));
  return steps.map(({ item: { name, detail, uri, range, selectionRange }, ranges }) => {
    const document = project.document(uri)!;
    const textIn = ({ start, end }: typeof range) =>
      document.textBetween(document.offsetAt(start), document.offsetAt(end));
    assert.ok(textIn(range).includes(textIn(selectionRange)));
    if (ranges.length > 0) assert.deepEqual(ranges[0], selectionRange);
    const places = ranges.map(
      (place) => `${place.start.line + 1}:${place.start.character + 1} ${textIn(place)}`,
    );
    return [`${name} (${detail})`, uri.replace(uriOf(''), ''), places.join(', ')].filter(Boolean).join(' ');
  });
}

/** Checks who funds the party or deal at `$0` (`in`), or whom it funds (`out`). */
function checkCapital(
  direction: 'in' | 'out',
  files: Readonly<Record<string, string>>,
  expected: readonly string[],
  day?: number,
): void {
  const { project, item } = prepared(files, day);
  assert.ok(item);
  assert.deepEqual(stepsOf(project, item, direction), expected);
}

describe('call hierarchy', () => {
  const files = {
    'p.deal': 'company Amazon "Amazon.com"\ncompany Claude\nfund L',
    'd.deal': [
      'investment D: Amazon -> Claude { amount $8B; tranche $4B on 2023; status closed on 2023 }',
      'round R: L, undisclosed -> Claude { lead L with $1B; amount $2B; status talks on 2024 }',
      'loan E: Amazon -> Claude { amount $1B; status signed on 2024 }',
      'supply S: Claude -> Amazon { amount $3B; status signed on 2024 }',
      'investment Over: L -> Claude { amount $9B; status announced on 2023; status withdrawn on 2024 }',
    ].join('\n'),
  };
  const at = (name: string) => ({ ...files, 'x.deal': `ecosystem X { hub ${name}$0 }` });

  it('of a party is who funds it, with what it comes to and where', () => {
    checkCapital('in', at('Claude'), [
      'Amazon.com (capital $8B promised, $8B executed · debt $1B promised) d.deal 1:15 Amazon, 3:9 Amazon',
      'L ($1B in talks) d.deal 2:10 L, 2:42 L',
    ]);
  });

  it('of a party is whom it funds; places are told where they lie in the file that was asked about', () => {
    checkCapital('out', at('Amazon'), [
      'Claude (capital $8B promised, $8B executed · debt $1B promised) d.deal',
    ]);
    const text = 'company A$0\nloan D: A -> B { amount $1B }\ngrant E: A -> B';
    checkCapital('out', { 'a.deal': text }, ['B ($1B promised · not declared) a.deal 2:14 B, 3:15 B']);
    checkCapital('out', { 'a.deal': 'fund A$0\ngrant E: A -> B\ncompany B' }, [
      'B (no amount stated) a.deal 2:15 B',
    ]);
  });

  it('tells a party that funds in deals of several files for each of them', () => {
    checkCapital(
      'in',
      {
        'a.deal': 'company $0A\ncompany B\nloan D: B -> A { amount $1B }',
        'b.deal': 'loan E: B -> A { amount $2B }',
      },
      [
        'B ($1B promised here, $3B promised in all) a.deal 3:9 B',
        'B ($2B promised here, $3B promised in all) b.deal 1:9 B',
      ],
    );
  });

  it('leads through ventures and deals', () => {
    const venture =
      'venture V {\n  member A as equity with $19B\n  member B as operator\n  budget $100B\n  status announced on 2025-01\n}\ncompany A\ncompany B';
    checkCapital('in', { 'a.deal': venture.replace('venture V', 'venture V$0') }, [
      'A ($19B promised) a.deal 2:10 A',
    ]);
    checkCapital('out', { 'a.deal': venture.replace('company A', 'company A$0') }, [
      'V ($19B promised) a.deal 1:9 V',
    ]);
    const deal = 'supply S$0: A -> B { amount $3B }\ncompany A\ncompany B';
    checkCapital('in', { 'a.deal': deal }, ['B ($3B promised) a.deal 1:16 B']);
    checkCapital('out', { 'a.deal': deal }, ['A ($3B promised) a.deal 1:11 A']);
  });

  it('is as of the day of the project', () => {
    const text = { 'a.deal': 'company A$0\nfund B\nloan D: B -> A { amount $1B; status closed on 2024 }' };
    checkCapital('in', text, ['B ($1B promised, $1B executed) a.deal 3:9 B']);
    checkCapital('in', text, [], dayOf(2023, 1, 1));
  });

  it('names the funders of the sample', () => {
    const { project } = projectOf(sample('ai-race'));
    const uri = project.siteOf(project.find('Anthropic')!).uri;
    const steps = stepsOf(
      project,
      { name: '', kind: 5, detail: '', uri, range: zero, selectionRange: zero, data: { name: 'Anthropic' } },
      'in',
    );
    assert.ok(
      steps.some((step) => step.startsWith('Amazon ($8B promised')),
      steps.join('\n'),
    );
  });

  it('follows edits, and has nothing of a name that is gone', () => {
    const { project, item } = prepared({ 'a.deal': 'company A$0\nfund B\nloan D: B -> A { amount $1B }' });
    assert.ok(item);
    project.setFile(uriOf('a.deal'), DealDocument.parse('\n\nfund B\nloan D: B -> A { amount $2B }'));
    assert.deepEqual(stepsOf(project, item, 'in'), ['B ($2B promised) a.deal 4:9 B']);
    project.setFile(uriOf('a.deal'), DealDocument.parse('fund B'));
    assert.deepEqual(stepsOf(project, item, 'in'), []);
    assert.deepEqual(stepsOf(project, item, 'out'), []);
  });

  it('leaves out deals that go while it is worked out', () => {
    const { project, item } = prepared({
      'a.deal': 'company A$0\nfund B\nfund C\nloan D: B -> A',
      'b.deal': 'loan E: C -> A',
    });
    assert.ok(item);
    const steps = incomingFundings(project, item);
    steps.next();
    steps.next();
    project.removeFile(uriOf('b.deal'));
    assert.deepEqual(
      inOneGo(steps).map(({ item: { name } }) => name),
      ['B'],
    );
  });

  it('starts at parties and deals alone', () => {
    assert.equal(prepared({ 'a.deal': 'lo$0an D: A -> B' }).item, undefined);
    assert.equal(prepared({ 'a.deal': 'loan D: A -> B { per f$0t }' }).item, undefined);
    assert.equal(prepared({ 'a.deal': 'source f$0t' }).item, undefined);
    const { item } = prepared({ 'a.deal': 'loan D: A -> B$0' });
    assert.deepEqual([item?.name, item?.detail], ['B', 'not declared']);
  });
});

const place = { line: 0, character: 0 };
const zero = { start: place, end: place };
