import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../src/checks/registry';
import { DealDocument } from '../../src/language/document';
import { statusNames } from '../../src/language/schema';
import type { Item } from '../../src/language/item';
import { interpret } from '../../src/model/interpret';
import { withUnits } from '../../src/model/ecosystem';
import {
  isContextCheck,
  type CheckDescription,
  type Finding,
  type LocalCheck,
  type PartyCheck,
} from '../../src/project/check';
import { Findings } from '../../src/project/findings';
import { Project } from '../../src/project/project';
import { anyText, editOf, propertyRuns, validText } from '../language/random-text';
import { dayOf } from '../../src/values/date';
import { allFindings, fixtureDay, projectOf, sample, settle, uriOf } from '../project-fixture';

const sampleTexts = Object.values({ ...sample('ai-race'), ...sample('every-kind') });

/** Figures, dates and statuses, each with others that could stand in its place. */
const exchangeable = [
  ['$1B', '$2B', '$3B', '-$1B', '$4B..$2B', '€1B', '$6B/year', '0%', '130%'],
  ['2019', '2023-09-25', '2024-11-22', '2025-01', '2031-12-31'],
  statusNames,
];

/** The samples with other figures, dates and statuses: of the same structure, with other things wrong with them. */
const retold = fc
  .tuple(fc.constantFrom(...sampleTexts), fc.array(fc.nat(), { minLength: 20, maxLength: 60 }))
  .map(([text, picks]) => {
    let next = 0;
    const pick = () => picks[next++ % picks.length]!;
    const words = new RegExp(
      `\\$[\\d.]+[BM]?\\b|\\b\\d{4}(?:-\\d\\d){0,2}\\b|\\b(?:${statusNames.join('|')})\\b`,
      'g',
    );
    return text.replace(words, (word) => {
      if (pick() % 2 === 0) return word;
      const pool = exchangeable[word.startsWith('$') ? 0 : /^\d/.test(word) ? 1 : 2]!;
      return pool[pick() % pool.length]!;
    });
  });

const edited = fc
  .constantFrom(...sampleTexts)
  .chain((text) => fc.tuple(fc.constant(text), editOf(text.length)))
  .map(([text, { start, end, inserted }]) => text.slice(0, start) + inserted + text.slice(end));

describe('the findings of a project', () => {
  it('are made anew for a declaration that comes back to another project than it left', () => {
    const claim = DealDocument.parse('claim Doubt: Musk disputes Hub.amount\n');
    const { project, findings } = projectOf({
      'musk.deal': 'company Musk\n',
      'hub.deal': 'investment Hub: Musk -> Musk\n',
      'claim.deal': claim,
    });
    const unknownNames = () => allFindings(project, findings).filter(({ code }) => code === 'unknown-name');
    assert.deepEqual(unknownNames(), []);
    // Edited meanwhile: its name stays declared, so nothing else tells that it was away.
    const edited = DealDocument.parse('claim Doubt: Musk disputes Musk\n');
    findings.invalidate(project.setFile(uriOf('claim.deal'), edited));
    findings.invalidate(project.removeFile(uriOf('hub.deal')));
    findings.invalidate(project.setFile(uriOf('claim.deal'), claim));
    assert.deepEqual(
      unknownNames().map(({ misnamed }) => misnamed?.name),
      ['Hub'],
    );
  });

  it('follow a name that another declaration takes away', () => {
    const files = {
      'b.deal': 'company A { parent B }\ncompany B { parent A }\n',
      'c.deal': 'person Musk\nclaim Doubt: Musk disputes Second { per <https://a.example> }\n',
      'd.deal': [
        'investment First: A -> B { amount $2B per <https://a.example>; status closed on 2023 }',
        'investment Second: A -> B { amount $1B per <https://a.example>; total $3B; status closed on 2025-01 }',
      ].join('\n'),
    };
    checkFollowed(files, 'a.deal', 'source A { published 2024 }\n');
    checkFollowed(files, 'a.deal', 'person Doubt\n');
    checkFollowed(files, 'a.deal', 'resource Second\n');
  });

  it('go with a party that is gone, also where an exchange rate changes before anybody looks', () => {
    const files = {
      'a.deal': 'company A { founded 2024 }',
      'b.deal': 'holding H: A -> B { stake 5% on 2020 }',
      'fx.deal': 'fx EURUSD: EUR -> USD { rate 1.1 on 2024 }',
    };
    const { project, findings } = projectOf(files);
    const codes = () => allFindings(project, findings).map(({ code }) => code);
    assert.ok(codes().includes('outside-lifetime'));
    findings.invalidate(project.setFile(uriOf('a.deal'), DealDocument.parse('')));
    const rates = DealDocument.parse('fx EURUSD: EUR -> USD { rate 1.2 on 2024 }');
    findings.invalidate(project.setFile(uriOf('fx.deal'), rates));
    assert.ok(!codes().includes('outside-lifetime'));
  });

  it('follow a unit of a party that others deal with', () => {
    const files = {
      'a.deal': 'company Hub\ncompany Parent\ncompany Unit\ncompany Maker\n',
      'b.deal': [
        'license First: Parent -> Hub { provides data exclusive per <https://a.example>; status signed }',
        'venture Joint { member Unit as equity; provides data per <https://a.example>; status signed }',
        'license Second: Joint -> Hub { provides data per <https://a.example>; status signed }',
      ].join('\n'),
    };
    checkFollowed(
      files,
      'a.deal',
      'company Hub\ncompany Parent\ncompany Unit { parent Parent }\ncompany Maker\n',
    );
  });

  it('are made anew for whoever deals with a party that gains or loses a unit', () => {
    const units: PartyCheck = {
      ...describedBy('units'),
      scope: 'party',
      run: ({ party, deals }, corpus) =>
        deals.map((at) => ({
          at,
          span: at.node.keyword,
          message: `${party.name}: ${[...withUnits(corpus, at.left)].sort().join()}`,
        })),
    };
    const project = new Project('file:///project', () => 0);
    const findings = new Findings(project, [units], (_, error) => {
      throw error;
    });
    const set = (name: string, text: string) =>
      findings.invalidate(project.setFile(uriOf(name), DealDocument.parse(text)));
    const said = () =>
      allFindings(project, findings)
        .map(({ message }) => message)
        .filter((message) => message.startsWith('Hub'));
    set('a.deal', 'company Hub\ncompany Top\ncompany Middle { parent Top }\n');
    set('b.deal', 'investment Deal: Top -> Hub\n');
    assert.deepEqual(said(), ['Hub: Middle,Top']);
    set('c.deal', 'company Low { parent Middle }\n');
    assert.deepEqual(said(), ['Hub: Low,Middle,Top']);
    set('c.deal', 'company Low { parent Hub }\n');
    assert.deepEqual(said(), ['Hub: Middle,Top']);
  });

  it('of a party with many deals are looked for one check at a time, and from the start when something changes', () => {
    const asked: string[] = [];
    const counting = ['one', 'two', 'three'].map((code): PartyCheck => ({
      ...describedBy(code),
      scope: 'party',
      run: ({ party, deals }) => {
        asked.push(code);
        return [{ at: party, span: party.node.keyword, message: `${code} of ${deals.length} deals` }];
      },
    }));
    const project = new Project('file:///project', () => 0);
    const findings = new Findings(project, counting, (_, error) => {
      throw error;
    });
    const set = (name: string, text: string) =>
      findings.invalidate(project.setFile(uriOf(name), DealDocument.parse(text)));
    const deal = (at: number) => `investment D${at}: undisclosed -> Big { amount $1M }\n`;
    const deals = Array.from({ length: 300 }, (_, at) => deal(at)).join('');
    set('main.deal', `company Big\n${deals}`);
    while (asked.length < 2) assert.ok(findings.settle(1) > 0);
    assert.ok(!findings.isSettled);
    set('more.deal', deal(300));
    settle(findings);
    assert.deepEqual(asked, ['one', 'two', 'one', 'two', 'three']);
    const messages = allFindings(project, findings).map(({ message }) => message);
    assert.deepEqual(messages.sort(), ['one of 301 deals', 'three of 301 deals', 'two of 301 deals']);
  });

  it('are silent where a comment says so and why, and nowhere else', () => {
    checkCodes('// dealgraph-ignore unused: kept for later\ncompany A\ncompany B\n', 'unused B');
    checkCodes('company A { // dealgraph-ignore unused: kept for later\n}\n');
    checkCodes('/* dealgraph-ignore unused: kept for later */\ncompany A\n');
    // A comment belongs to the declaration below it.
    checkCodes(
      '// dealgraph-ignore unused: kept\ncompany A\n\n// dealgraph-ignore unused: kept\ncompany B\ncompany C',
      'unused C',
    );
    checkCodes('// dealgraph-ignored unused: x\n// see dealgraph-ignore unused: x\ncompany A\n', 'unused A');
  });

  it('tell of a comment that silences nothing', () => {
    checkCodes('// dealgraph-ignore unused\ncompany A\n', 'ignore unused', 'unused A');
    checkCodes('// dealgraph-ignore unused:  \ncompany A\n', 'ignore unused', 'unused A');
    checkCodes('// dealgraph-ignore unusd: why\ncompany A\n', 'ignore unusd', 'unused A');
    checkCodes('// dealgraph-ignore\ncompany A\n', 'ignore // dealgraph-ignore', 'unused A');
    checkCodes(
      '// dealgraph-ignore unused: a\ncompany A { parent A }\n',
      'ignore // dealgraph-ignore unused: a',
    );
    checkCodes('// dealgraph-ignore unused: a\n', 'ignore // dealgraph-ignore unused: a');
  });

  it('say nothing of a comment for a check that is not run', () => {
    const project = new Project('file:///project', () => 0);
    const own = checks.filter(({ scope }) => scope !== 'names');
    const codes = checks.map(({ code }) => code);
    const findings = new Findings(project, own, () => assert.fail(), codes);
    project.setFile(uriOf('a.deal'), DealDocument.parse('// dealgraph-ignore unused: why\ncompany A\n'));
    assert.deepEqual(allFindings(project, findings), []);
  });

  it('do not take a name that needs no declaration for an example of its kind', () => {
    const { project, findings } = projectOf({
      'a.deal': [
        'company compute',
        'supply First: compute -> compute { provides compute }',
        'company Foo',
        'supply Second: Foo -> compute { provides Foo }',
      ].join('\n'),
    });
    assert.deepEqual(
      allFindings(project, findings)
        .filter(({ code }) => code === 'wrong-kind')
        .map(({ misnamed }) => misnamed?.name),
      ['Foo'],
    );
  });

  it('are looked at in steps, each item once', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat({ max: 5 })), (text, steps) => {
        const { project, findings } = projectOf({ 'a.deal': text });
        const uri = uriOf('a.deal');
        let left = project.document(uri)?.itemCount ?? 0;
        for (const most of steps) {
          const looked = findings.lookAhead(uri, most);
          assert.equal(looked, Math.min(most, left));
          left -= looked;
        }
        const all = (of: ReturnType<typeof projectOf>) => allFindings(of.project, of.findings).map(contentOf);
        assert.deepEqual(all({ project, findings }), all(projectOf({ 'a.deal': text })));
      }),
      { numRuns: propertyRuns },
    );
  });

  it('are those of a fresh start when the project is seen as of another day, whatever was seen before', () => {
    const days = [dayOf(2019, 1, 1), dayOf(2024, 6, 1), fixtureDay, dayOf(2031, 12, 31)];
    const step = fc.record({
      text: fc.option(fc.oneof(validText, retold, edited), { nil: undefined }),
      day: fc.constantFrom(...days),
      most: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(retold, fc.array(step, { minLength: 1, maxLength: 4 }), (first, steps) => {
        let day = fixtureDay;
        let text = first;
        const { project, findings } = projectOf({ 'a.deal': first }, () => day);
        const uri = uriOf('a.deal');
        allFindings(project, findings);
        for (const one of steps) {
          if (one.text !== undefined) {
            text = one.text;
            findings.invalidate(project.setFile(uri, DealDocument.parse(text)));
          }
          if (one.day !== day) {
            day = one.day;
            assert.ok(findings.dayChanged());
          }
          if (one.most === undefined) allFindings(project, findings);
          else findings.lookAhead(uri, one.most);
        }
        const fresh = projectOf({ 'a.deal': text }, day);
        assert.deepEqual(
          allFindings(project, findings).map(contentOf),
          allFindings(fresh.project, fresh.findings).map(contentOf),
        );
      }),
      { numRuns: Math.ceil(propertyRuns / 2) },
    );
  });

  it('are found anew on another day where a check has asked for the day, and nowhere else', () => {
    let day = 1;
    let runs = 0;
    const description = {
      severity: 'warning',
      title: '',
      docs: '',
      examples: { bad: '', good: '' },
    } as const;
    const asks: LocalCheck = {
      ...description,
      scope: 'item',
      code: 'asks',
      run: ({ declaration }, view) => {
        runs++;
        if (declaration?.kind !== 'company') return [];
        return [{ span: { start: 0, end: 1 }, message: String(view.asOf) }];
      },
    };
    const findingsWith = (check: LocalCheck) => {
      const project = new Project('file:///project', () => day);
      project.setFile(uriOf('a.deal'), DealDocument.parse('company A\n\nperson B\n\nperson C\n'));
      project.setFile(uriOf('b.deal'), DealDocument.parse('person D\n'));
      return { project, findings: new Findings(project, [check], () => assert.fail()) };
    };
    const { project, findings } = findingsWith(asks);
    const messages = () => allFindings(project, findings).map(({ message }) => message);
    assert.deepEqual(messages(), ['1']);
    runs = 0;
    day = 2;
    assert.deepEqual(findings.dayChanged(), [uriOf('a.deal')]);
    const soFar = () =>
      [...findings.soFarInFile(uriOf('a.deal')).values()].flat().map(({ message }) => message);
    assert.equal(findings.lookAhead(uriOf('a.deal'), 9, true), 0);
    assert.deepEqual(soFar(), ['1']);
    assert.equal(findings.lookAhead(uriOf('a.deal'), 9), 1);
    assert.deepEqual(soFar(), ['2']);
    assert.deepEqual(messages(), ['2']);
    assert.equal(runs, 1);
    const byStructure = findingsWith({ ...asks, concerns: 'by structure' });
    assert.equal(allFindings(byStructure.project, byStructure.findings)[0]?.message, '2');
    day = 3;
    byStructure.findings.dayChanged();
    assert.equal(allFindings(byStructure.project, byStructure.findings)[0]?.message, '3');
    const values = findingsWith({ ...asks, looksAtValues: true });
    allFindings(values.project, values.findings);
    assert.equal(values.findings.dayChanged(), undefined);
  });

  it('are those of every check on every item, whatever was seen before', () => {
    const { project, findings } = projectOf({ 'a.deal': '' });
    const uri = uriOf('a.deal');
    fc.assert(
      fc.property(fc.oneof(anyText, validText, retold, edited), (text) => {
        findings.invalidate(project.setFile(uri, DealDocument.parse(text)));
        for (const item of project.document(uri)?.items ?? []) {
          assert.deepEqual(
            findings.of(item).map(contentOf).sort(),
            everyFindingOf(project, item).map(contentOf).sort(),
          );
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});

/** What people read of a check that is made for a test. */
function describedBy(code: string): CheckDescription {
  return { code, severity: 'warning', title: code, docs: '', examples: { bad: '', good: '' } };
}

/** Checks that the findings are those of a fresh start when one file has another text, and when it has its own again. */
function checkFollowed(files: Readonly<Record<string, string>>, name: string, text: string): void {
  const texts: Record<string, string> = { [name]: '', ...files };
  const { project, findings } = projectOf(texts);
  const all = (of: ReturnType<typeof projectOf>) => allFindings(of.project, of.findings).map(contentOf);
  const become = (after: string) => {
    const document = project.document(uriOf(name))!;
    const before = document.text;
    let start = 0;
    while (start < before.length && before[start] === after[start]) start++;
    let end = 0;
    while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
    const inserted = after.slice(start, after.length - end);
    findings.invalidate(project.setFile(uriOf(name), document.replace(start, before.length - end, inserted)));
  };
  const before = all({ project, findings });
  become(text);
  const after = all({ project, findings });
  assert.notDeepEqual(after, before);
  assert.deepEqual(after, all(projectOf({ ...texts, [name]: text })));
  become(texts[name]!);
  assert.deepEqual(all({ project, findings }), before);
}

/** @param expected each code with the text that it points at */
function checkCodes(text: string, ...expected: string[]): void {
  const { project, findings } = projectOf({ 'a.deal': text });
  const document = project.document(uriOf('a.deal'))!;
  const found = document.items.flatMap((item) =>
    findings.of(item).map(({ code, span }) => `${code} ${item.text.slice(span.start, span.end)}`),
  );
  assert.deepEqual(found.sort(), expected.sort(), text);
}

/** What all checks say of an item, each run on it, without anything that is known of others. */
function everyFindingOf(project: Project, item: Item): Finding[] {
  const declaration = interpret(item);
  const found = checks.flatMap((check): Finding[] => {
    const { code, severity } = check;
    const told = (findings: readonly Omit<Finding, 'code' | 'severity'>[]) =>
      findings.map((finding) => ({ code, severity, ...finding }));
    if (check.scope === 'item') return told(check.run({ item, declaration }, project));
    if (!declaration || check.scope === 'ignore' || isContextCheck(check)) return [];
    if (check.scope === 'names') {
      const declarations = project.declarationsOf(declaration.name);
      const isMentioned = declaration.names?.[0]?.isMentioned ?? false;
      return told(check.run(declaration, { declarations, isMentioned }));
    }
    return told(
      declaration.mentions.flatMap(
        (mention) => check.run(mention, project.declarationsOf(mention.name)) ?? [],
      ),
    );
  });
  return found;
}

/** A finding without the objects that it points to, which may be read anew. */
function contentOf({ code, span: { start, end }, message }: Finding): string {
  return `${start} ${end} ${code} ${message}`;
}
