import assert from 'node:assert/strict';
import { stepUp, valuationsOf } from '../../src/model/valuation';
import { describeDate } from '../../src/values/date';
import { describeMoney } from '../../src/values/money';
import { formatMultiple } from '../../src/values/multiple';
import { projectOf } from '../project-fixture';

/** The valuations of A, as `date: money basis talks`, and the step-up. */
function checkValuations(text: string, expected: readonly string[], step?: string): void {
  const { project } = projectOf({ 'main.deal': text });
  const points = valuationsOf(project, 'A');
  assert.deepEqual(
    points.map(({ money, on, basis, inTalks }) =>
      [`${on ? describeDate(on) : 'undated'}:`, describeMoney(money), basis, inTalks && 'talks']
        .filter(Boolean)
        .join(' '),
    ),
    expected,
  );
  const found = stepUp(points);
  assert.equal(found && (found.multiple ? formatMultiple(found.multiple) : 'no multiple'), step);
}

describe('valuations', () => {
  it('come from valuations and from deals, by date', () => {
    checkValuations(
      [
        'round R: B -> A { valuation $60B post; status closed on 2025-01 }',
        'valuation V: A { value $18.5B on 2024-02 }',
        'acquisition Q: B -> A { valuation $1B pre; status closed on 2022 }',
      ].join('\n'),
      ['2022: $1B pre', 'February 2024: $18.5B', 'January 2025: $60B post'],
      '3.24x',
    );
  });

  it('are post-money where both are stated, in whichever order', () => {
    for (const lines of [
      'valuation $90M pre; valuation $100M post',
      'valuation $100M post; valuation $90M pre',
    ]) {
      checkValuations(`round R: B -> A { ${lines}; status closed on 2025-01 }`, ['January 2025: $100M post']);
    }
  });

  it('step up from the old post-money to the new pre-money, stated or worked out', () => {
    const before = 'valuation V: A { value $20B on 2024 post }\n';
    const round = (...lines: string[]) => `round R: B -> A { ${lines.join('; ')}; status closed on 2025-01 }`;
    const checkStep = (text: string, ...expected: string[]) => {
      const step = stepUp(valuationsOf(projectOf({ 'main.deal': text }).project, 'A'));
      assert.ok(step?.multiple);
      const [from, to] = [step.before, step.after].map(({ money, basis, newMoney }) =>
        [describeMoney(money), basis, newMoney && `by ${describeMoney(newMoney)}`].filter(Boolean).join(' '),
      );
      assert.deepEqual([from, to, formatMultiple(step.multiple)], expected, text);
    };
    checkStep(before + round('valuation $50B pre'), '$20B post', '$50B pre', '2.5x');
    checkStep(before + round('valuation $60B post', 'valuation $50B pre'), '$20B post', '$50B pre', '2.5x');
    checkStep(before + round('valuation $60B post', 'amount $10B'), '$20B post', '$50B pre by $10B', '2.5x');
    checkStep(before + round('valuation $60B post'), '$20B post', '$60B post', '3x');
    checkStep(before + round('valuation $60B'), '$20B post', '$60B', '3x');
    const unknownMoney = ['amount ~$10B', 'amount €10B', 'amount $10B; debt $2B', 'amount $10B; type tender'];
    for (const lines of [...unknownMoney, 'amount $10B; type convertible', 'amount $9B..$10B']) {
      checkStep(before + round('valuation $60B post', lines), '$20B post', '$60B post', '3x');
    }
    const old = (...lines: string[]) => `round Q: B -> A { ${lines.join('; ')}; status closed on 2024 }\n`;
    checkStep(
      old('valuation $15B pre', 'amount $5B') + round('valuation $50B pre'),
      '$20B post by $5B',
      '$50B pre',
      '2.5x',
    );
    checkStep(
      old('valuation $20B pre') + round('valuation $60B post', 'amount $10B'),
      '$20B pre',
      '$50B pre by $10B',
      '2.5x',
    );
    checkStep(old('valuation $20B pre') + round('valuation $60B post'), '$20B pre', '$60B post', '3x');
    checkStep(old('valuation $20B') + round('valuation $60B post', 'amount $10B'), '$20B', '$60B post', '3x');
  });

  it('say which figure was only talked about, and never measure from it', () => {
    checkValuations(
      'valuation V: A { value $20B on 2023 }\nround R: B -> A { valuation $50B; status talks on 2024-06 }',
      ['2023: $20B', 'June 2024: $50B talks'],
      '2.5x',
    );
    checkValuations(
      [
        'valuation V: A { value $20B on 2023 }',
        'round R: B -> A { valuation $50B; status talks on 2024-06 }',
        'round S: B -> A { valuation $40B post; status closed on 2024-09 }',
      ].join('\n'),
      ['2023: $20B', 'June 2024: $50B talks', 'September 2024: $40B post'],
      '2x',
    );
  });

  it('leave out deals that fell out or lie ahead, and figures of later days', () => {
    checkValuations(
      [
        'round R: B -> A { valuation $5B; status withdrawn on 2024 }',
        'round S: B -> A { valuation $6B; status closed on 2025-06 }',
        'valuation V: A { value $7B on 2025-03 }',
        'valuation W: A { value $4B on 2025-01-31 }',
      ].join('\n'),
      ['31 January 2025: $4B'],
    );
  });

  it('do not take the investor, a merger or another party for what is valued', () => {
    checkValuations(
      'round R: A -> B { valuation $5B }\nmerger M: B <-> A { valuation $6B }\nvaluation V: B { value $7B }',
      [],
    );
  });

  it('keep each day of one declaration, and the first of sources that differ', () => {
    checkValuations(
      'valuation V: A {\n  value $1B on 2023 per x\n  value $2B on 2024 per x\n  value $3B on 2024 per y\n}',
      ['2023: $1B', '2024: $2B'],
      '2x',
    );
  });

  it('give no step-up where it is not certain which came first', () => {
    checkValuations('valuation V: A { value $1B }\nvaluation W: A { value $2B on 2024 }', [
      'undated: $1B',
      '2024: $2B',
    ]);
    checkValuations('valuation V: A { value $1B on 2024 }\nvaluation W: A { value $2B on 2024-06 }', [
      '2024: $1B',
      'June 2024: $2B',
    ]);
    checkValuations('valuation V: A { value $1B on 2024 }', ['2024: $1B']);
    checkValuations('', []);
  });

  it('give no multiple over different currencies and undisclosed figures, and bounds over bounds', () => {
    checkValuations(
      'valuation V: A { value $1B on 2023 }\nvaluation W: A { value €2B on 2024 }',
      ['2023: $1B', '2024: €2B'],
      'no multiple',
    );
    checkValuations(
      'valuation V: A { value undisclosed on 2023 }\nvaluation W: A { value €2B on 2024 }',
      ['2023: undisclosed', '2024: €2B'],
      'no multiple',
    );
    checkValuations(
      'valuation V: A { value $1B..$2B on 2023 }\nvaluation W: A { value $4B on 2024 }',
      ['2023: $1B–$2B', '2024: $4B'],
      '2x..4x',
    );
  });
});
