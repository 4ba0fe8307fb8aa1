import assert from 'node:assert/strict';
import { allFindings, projectOf } from '../project-fixture';

/** Checks what is said about a deal with these lines: `code “marked line”`, by place. */
function checkDeal(lines: readonly string[], ...expected: string[]): void {
  const text = [
    'company A',
    'company B',
    'round R: A -> B {',
    '  per <https://a.example>',
    ...lines.map((line) => `  ${line}`),
    '}',
  ].join('\n');
  const { project, findings } = projectOf({ 'main.deal': text });
  const [item] = project.document('file:///project/main.deal')?.items.slice(2) ?? [];
  assert.deepEqual(
    allFindings(project, findings).map(
      ({ code, span }) => `${code} ${item?.text.slice(span.start, span.end)}`,
    ),
    expected,
  );
}

describe('status lines', () => {
  it('without dates are held to the order in which they are written', () => {
    checkDeal(['status announced', 'status terminated', 'status closed'], 'status-transition status closed');
    checkDeal(['status closed', 'status withdrawn'], 'status-transition status withdrawn');
    checkDeal(
      ['status announced on 2024', 'status terminated', 'status closed on 2025'],
      'status-transition status closed on 2025',
    );
    checkDeal(['status announced', 'status terminated', 'status announced', 'status closed']);
    checkDeal(['status announced', 'status signed', 'status closed']);
    checkDeal(['status terminated', 'status closed on 2024']);
  });

  it('with one wrong date give one message', () => {
    checkDeal(
      ['status announced on 2024-01', 'status signed on 2024-02', 'status closed on 2020'],
      'status-order status closed on 2020',
    );
    checkDeal(
      ['status announced on 2024', 'status signed on 2023-02', 'status closed on 2023-03'],
      'status-order status announced on 2024',
    );
    checkDeal(
      ['status signed on 2024-03', 'status closed on 2024-01'],
      'status-order status signed on 2024-03',
    );
  });
});

describe('a round', () => {
  it('is measured against its valuation by its tranches too', () => {
    checkDeal(['tranche $2B', 'tranche $2B', 'valuation $3B post'], 'round-exceeds-valuation tranche $2B');
    checkDeal(['tranche $1B', 'tranche $2B', 'valuation $3B post']);
  });
});
