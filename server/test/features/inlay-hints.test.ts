import assert from 'node:assert/strict';
import { inlayHintsIn } from '../../src/features/inlay/inlay-hints';
import { defaultSettings, type InlayHintSettings } from '../../src/protocol';
import { dayOf } from '../../src/values/date';
import { projectOf, sample, uriOf } from '../project-fixture';

interface View {
  readonly asOf?: number;
  readonly baseCurrency?: string;
  readonly settings?: Partial<InlayHintSettings>;
}

/** Checks the lines of `main.deal` that have hints, with these in `«»` where they stand. */
function checkHints(files: Readonly<Record<string, string>>, view: View, ...expected: string[]): void {
  const { project } = projectOf(files, view.asOf ?? dayOf(2025, 1, 31), { baseCurrency: view.baseCurrency });
  const document = project.document(uriOf('main.deal'))!;
  const text = files['main.deal']!;
  const lines = text.split('\n');
  const whole = { start: { line: 0, character: 0 }, end: document.placeAt(text.length) };
  const hints = inlayHintsIn(project, document, whole, { ...defaultSettings.inlayHints, ...view.settings });
  const marked = new Map<number, string>();
  for (const { position, label } of hints.toReversed()) {
    const line = marked.get(position.line) ?? lines[position.line]!;
    assert.ok(typeof label === 'string');
    marked.set(
      position.line,
      `${line.slice(0, position.character)} «${label}»${line.slice(position.character)}`,
    );
  }
  const found = [...marked].sort(([a], [b]) => a - b).map(([, line]) => line.trim());
  assert.deepEqual(found, expected);
}

const main = (text: string) => ({ 'main.deal': text });

describe('inlay hints', () => {
  it('are none in an empty document', () => {
    checkHints(main(''), {});
  });

  it('tell what tranches come to beside the amount, or by themselves', () => {
    const deal = (lines: string) => main(`investment D: A -> B {\n  ${lines.replaceAll('; ', '\n  ')}\n}`);
    checkHints(deal('amount $8B per x; tranche $4B; tranche $4B'), {}, 'amount $8B per x « = 2 tranches»');
    checkHints(deal('amount $8B; tranche $4B; tranche $3B'), {}, 'amount $8B « 2 tranches: $7B»');
    checkHints(deal('amount $8B; tranche $3B'), {}, 'amount $8B « 1 tranche: $3B»');
    checkHints(deal('tranche $4B; tranche $1B..$2B on 2024'), {}, 'tranche $1B..$2B on 2024 « Σ $5B–$6B»');
    checkHints(deal('tranche $4B'), {});
    checkHints(deal('amount $8B; tranche $4B; tranche $4B'), { settings: { sums: false } });
  });

  it('tell what payments come to, and what recurs', () => {
    checkHints(
      main('supply D: A -> B {\n  amount $6B/year over 5y\n  paid $1B\n  paid $2B\n}'),
      {},
      'amount $6B/year over 5y « = $30B in all»',
      'paid $2B « Σ $3B paid»',
    );
    checkHints(main('supply D: A -> B { amount $6B/year }'), {});
  });

  it('tell the value in the base currency, at the rate that sums use', () => {
    const files = main(
      'fx E: EUR -> USD { rate 1.1 on 2024-01-01 }\nloan D: A -> B {\n  amount €10M\n  status closed on 2024-06\n}',
    );
    checkHints(files, { baseCurrency: 'USD' }, 'amount €10M « ≈ $11M»');
    checkHints(files, {});
    checkHints(files, { baseCurrency: 'EUR' });
    checkHints(files, { baseCurrency: 'GBP' });
    checkHints(files, { baseCurrency: 'USD', settings: { baseCurrency: false } });
  });

  it('tell how old the news of a deal is that is only talked about, and of no other', () => {
    const deal = (lines: string) => main(`investment D: A -> B {\n  ${lines.replaceAll('; ', '\n  ')}\n}`);
    checkHints(
      deal('status rumored on 2023-03; status talks on 2024-11-02'),
      {},
      'status talks on 2024-11-02 « 2 months ago»',
    );
    checkHints(deal('status talks on 2025-01-30'), {}, 'status talks on 2025-01-30 « 1 day ago»');
    checkHints(deal('status talks on 2020'), {}, 'status talks on 2020 « 4 years ago»');
    checkHints(deal('status talks on 2025-01'), {});
    checkHints(deal('status talks'), {});
    checkHints(deal('status talks on 2024-01; status closed on 2024-06'), {});
    checkHints(deal('status talks on 2024-01; status withdrawn on 2024-06'), {});
  });

  it('tell the step from the valuation before', () => {
    const files = sample('ai-race');
    checkHints(
      { ...files, 'main.deal': files['anthropic.deal']!, 'anthropic.deal': '' },
      { settings: { sums: false, age: false } },
      'valuation $60B  per race-analysis note "pre or post not said" « 3.24× since February 2024»',
    );
  });

  it('are those of the lines that are asked for', () => {
    const { project } = projectOf(
      main('investment D: A -> B {\n  paid $1B\n  paid $2B\n  tranche $1B\n  tranche $2B\n}\n'),
    );
    const document = project.document(uriOf('main.deal'))!;
    const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });
    const on = (line: number) =>
      inlayHintsIn(project, document, at(line), defaultSettings.inlayHints).map(({ label }) => label);
    assert.deepEqual([0, 2, 4, 5, 90].map(on), [[], [' Σ $3B paid'], [' Σ $3B'], [], []]);
  });
});
