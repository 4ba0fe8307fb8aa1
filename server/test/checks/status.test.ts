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

  it('may have a deal announced once it is signed, but not once it is closed', () => {
    checkDeal(['status signed on 2024-03-01', 'status announced on 2024-03-02', 'status closed on 2024-06']);
    checkDeal(['status signed on 2024-03', 'status announced on 2024-09']);
    checkDeal(
      ['status signed on 2024-03-01', 'status announced on 2024-03-02', 'status closed on 2024-02'],
      'status-order status closed on 2024-02',
    );
    checkDeal(
      ['status closed on 2024-03-01', 'status announced on 2024-03-02'],
      'status-order status announced on 2024-03-02',
    );
  });

  it('may report one end twice, and payments of what was owed', () => {
    const [one, other] = ['per <https://a.example>', 'per <https://b.example>'];
    const twice = ['status terminated on 2023-01', 'status terminated on 2023-06'];
    checkDeal(['status signed on 2022', `${twice[0]} ${one}`, `${twice[1]} ${other}`]);
    checkDeal(['status signed on 2022', ...twice], `status-transition ${twice[1]}`);
    for (const end of ['terminated', 'expired']) {
      checkDeal(['amount $2B', 'status signed on 2022', `status ${end} on 2023`, 'paid $1B on 2024-03']);
      checkDeal(
        ['status signed on 2022', `status ${end} on 2023`, 'tranche $1B on 2024-03'],
        'status-transition tranche $1B on 2024-03',
      );
    }
    checkDeal(
      ['amount $2B', 'status announced on 2022', 'status withdrawn on 2023', 'paid $1B on 2024-03'],
      'status-transition paid $1B on 2024-03',
    );
  });

  it('that are not sure, or of several sources, contradict nobody', () => {
    const [one, other] = ['per <https://a.example>', 'per <https://b.example>'];
    const [signed, closed] = ['status signed on 2024-03', 'status closed on 2024-01'];
    checkDeal([`${signed} uncertain`, closed], `expectation-passed ${signed} uncertain`);
    checkDeal([signed, `${closed} uncertain`]);
    checkDeal([`${signed} ${one}`, `${closed} ${other}`]);
    checkDeal([`${signed} ${one}`, `${closed} ${one}`], `status-order ${signed} ${one}`);
  });
});

describe('a round', () => {
  it('is measured against its valuation by its tranches too', () => {
    checkDeal(['tranche $2B', 'tranche $2B', 'valuation $3B post'], 'round-exceeds-valuation tranche $2B');
    checkDeal(['tranche $1B', 'tranche $2B', 'valuation $3B post']);
  });
});
