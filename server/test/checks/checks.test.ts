import assert from 'node:assert/strict';
import { checks } from '../../src/checks/registry';
import { interpret } from '../../src/model/interpret';
import { kindNames, kinds } from '../../src/language/schema';
import { allFindings, projectOf, sample } from '../project-fixture';

/** The codes that a single file gives, in order. */
function codesIn(text: string): string[] {
  const { project, findings } = projectOf({ 'main.deal': text });
  return allFindings(project, findings).map((finding) => finding.code);
}

describe('checks', () => {
  for (const { code, examples } of checks) {
    describe(code, () => {
      it('finds what is wrong in its bad example, and nothing else', () => {
        assert.deepEqual([...new Set(codesIn(examples.bad))], [code]);
      });
      it('has nothing to say about its good example, nor has any other check', () => {
        assert.deepEqual(codesIn(examples.good), []);
      });
    });
  }

  it('have codes of their own', () => {
    assert.equal(new Set(checks.map(({ code }) => code)).size, checks.length);
  });

  // Each is true, and explained in a comment beside it.
  const inSamples: Record<string, string[]> = {
    'ai-race': [
      'circular-money AmazonAnthropic',
      'concentration AnthropicEcosystem',
      'execution AnthropicEcosystem',
      'entry-barrier AnthropicEcosystem',
      'without-rumors AnthropicEcosystem',
      'circular-money MicrosoftOpenAI',
    ],
    'every-kind': ['circular-money LumenSeriesB', 'concentration LumenEcosystem'],
  };
  for (const [name, expected] of Object.entries(inSamples)) {
    it(`find in the sample ${name} what analyses have to tell, and nothing else`, () => {
      const { project, findings } = projectOf(sample(name));
      const found = allFindings(project, findings);
      assert.deepEqual(
        found.map(({ code, item }) => `${code} ${interpret(item)?.name}`),
        expected,
      );
      assert.deepEqual([...new Set(found.map(({ severity }) => severity))], ['information']);
    });
  }

  it('have nothing to say about the examples of the schema but that sources and parties are missing or unused', () => {
    const tolerated = new Set(['unused', 'no-source']);
    for (const kind of kindNames) {
      assert.deepEqual(
        codesIn(kinds[kind].example).filter((code) => !tolerated.has(code)),
        [],
        kind,
      );
    }
  });

  it('says at once, with both figures, that a tranche of the sample no longer fits', () => {
    const files = sample('ai-race');
    const broken = files['anthropic.deal']!.replace(/\$4B(?=\s+on 2024-11-22)/, '$$3B');
    const { project, findings } = projectOf({ ...files, 'anthropic.deal': broken });
    const [finding, ...others] = allFindings(project, findings).filter(
      ({ severity }) => severity !== 'information',
    );
    assert.equal(others.length, 0);
    assert.equal(finding?.code, 'tranches-add-up');
    assert.match(finding.message, /\$7B.*\$8B/);
    assert.equal(finding.related?.length, 2);
  });
});

describe('every-kind sample', () => {
  it('shows each kind of the language', () => {
    const { project } = projectOf(sample('every-kind'));
    assert.deepEqual(
      kindNames.filter((kind) => [...project.ofKind(kind)].length === 0),
      [],
    );
  });
});
