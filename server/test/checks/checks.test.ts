import assert from 'node:assert/strict';
import { checks } from '../../src/checks/registry';
import { kindNames, kinds } from '../../src/language/schema';
import type { Finding } from '../../src/project/check';
import { dayOf } from '../../src/values/date';
import { allFindings, projectOf, sample, settingsIn, settle, uriOf } from '../project-fixture';

/** The codes that a single file gives, in order. */
function codesIn(text: string, config?: string, day?: number): string[] {
  const { project, findings } = projectOf({ 'main.deal': text }, day, settingsIn(config));
  return allFindings(project, findings).map((finding) => finding.code);
}

/** Whether something is wrong, not only worth knowing. */
function isMistake({ severity }: Finding): boolean {
  return severity !== 'information';
}

/** What is found in some files: `file declaration: code`. */
function foundIn(files: Readonly<Record<string, string>>): string[] {
  const { project, findings } = projectOf(files);
  return project.uris.flatMap((uri) => {
    settle(findings);
    return (project.document(uri)?.items ?? []).flatMap((item) =>
      findings
        .of(item)
        .map(({ code }) => `${uri.slice(uriOf('').length)} ${item.declaration?.name?.text ?? ''}: ${code}`),
    );
  });
}

describe('checks', () => {
  for (const { code, examples } of checks) {
    describe(code, () => {
      it('finds what is wrong in its bad example, and nothing else', () => {
        assert.deepEqual([...new Set(codesIn(examples.bad, examples.config))], [code]);
      });
      it('has nothing to say about its good example, nor has any other check', () => {
        assert.deepEqual(codesIn(examples.good, examples.config), []);
      });
    });
  }

  it('have codes of their own', () => {
    assert.equal(new Set(checks.map(({ code }) => code)).size, checks.length);
  });

  it('find in the sample ai-race what the analysis that it states is about, and nothing else', () => {
    assert.deepEqual(foundIn(sample('ai-race')), [
      'anthropic.deal GoogleAnthropic: hedge',
      'anthropic.deal AmazonAnthropic: circular-money',
      'anthropic.deal AwsAnthropic: lock-in',
      'anthropic.deal AnthropicEcosystem: concentration',
      'anthropic.deal AnthropicEcosystem: entry-barrier',
      'anthropic.deal AnthropicEcosystem: execution',
      'anthropic.deal AnthropicEcosystem: without-rumors',
      'openai.deal MicrosoftOpenAI: circular-money',
      'openai.deal StargateOpenAI: exclusivity-conflict',
    ]);
  });

  it('find in the sample every-kind what its comments explain, and nothing else', () => {
    assert.deepEqual(foundIn(sample('every-kind')), [
      'every-kind.deal LumenSeriesB: circular-money',
      'every-kind.deal LumenEcosystem: concentration',
    ]);
  });

  it('have nothing to say about the examples of the schema but that sources and parties are missing or unused', () => {
    const tolerated = new Set(['unused', 'no-source']);
    for (const kind of kindNames) {
      assert.deepEqual(
        codesIn(kinds[kind].example, undefined, dayOf(2025, 3, 31)).filter((code) => !tolerated.has(code)),
        [],
        kind,
      );
    }
  });

  it('says at once, with both figures, that a tranche of the sample no longer fits', () => {
    const files = sample('ai-race');
    const broken = files['anthropic.deal']!.replace(/\$4B(?=\s+on 2024-11-22)/, '$$3B');
    const { project, findings } = projectOf({ ...files, 'anthropic.deal': broken });
    const [finding, ...others] = allFindings(project, findings).filter(isMistake);
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
