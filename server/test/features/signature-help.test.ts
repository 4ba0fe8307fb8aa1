import assert from 'node:assert/strict';
import { cursorAt } from '../../src/features/locations';
import { signatureHelpAt } from '../../src/features/signature-help';
import { projectOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

/** Checks the line that is told at `$0`, with the part that is being written there between `«»`; none where it is empty. */
function checkSignature(text: string, expected: string): void {
  const { texts, uri, position } = fixture({ 'main.deal': text });
  const cursor = cursorAt(projectOf(texts).project, uri, position);
  assert.ok(cursor);
  const help = signatureHelpAt(cursor, true);
  const [signature] = help?.signatures ?? [];
  if (!signature) return assert.equal('', expected);
  const { label } = signature;
  const active = help?.activeParameter;
  const span = active === null || active === undefined ? undefined : signature.parameters?.[active]?.label;
  const marked = Array.isArray(span)
    ? `${label.slice(0, span[0])}«${label.slice(...span)}»${label.slice(span[1])}`
    : label;
  assert.equal(marked, expected);
}

const block = (line: string) => `investment D: A -> B {\n  ${line}\n}`;

describe('signature help', () => {
  it('shows what a property takes, and what can stand behind it', () => {
    const sure = '[likely | uncertain | speculative] [note "text"]';
    const when = '[on date] [from date] [until date]';
    const what = '[cash | credits | shares | compute]';
    checkSignature(block('paid $0'), `paid «money» ${what} ${when} [per source, …] ${sure}`);
    checkSignature(block('paid $1B o$0'), `paid money «${what}» ${when} [per source, …] ${sure}`);
    checkSignature(
      block('paid $1B cash $0'),
      `paid money ${what} «[on date]» [from date] [until date] [per source, …] ${sure}`,
    );
    checkSignature(
      block('paid $1B on 2024 until $0'),
      `paid money ${what} [on date] [from date] «[until date]» [per source, …] ${sure}`,
    );
    checkSignature(block('paid $1B per ft, $0'), `paid money ${what} ${when} «[per source, …]» ${sure}`);
    checkSignature(
      block('lead A, $0'),
      `lead «name, …» [on date] [with money] [per source, …] [likely | uncertain | speculative] [note "text"]`,
    );
  });

  it('shows the shape of a declaration behind its colon', () => {
    checkSignature('investment D: $0', 'investment Name ["Display name"]: «investor, …» -> company, … { … }');
    checkSignature(
      'investment D: A $0',
      'investment Name ["Display name"]: investor, … «->» company, … { … }',
    );
    checkSignature('supply D: A -> $0', 'supply Name ["Display name"]: supplier, … -> «customer, …» { … }');
    checkSignature('valuation V: $0', 'valuation Name ["Display name"]: «party» { … }');
    checkSignature('claim C: A disputes $0', 'claim Name ["Display name"]: who verb «what[.property]» { … }');
    checkSignature('fx E: $0', 'fx Name ["Display name"]: «EUR» -> USD { … }');
  });

  it('names no part that is written where none is, as far as a client knows of that', () => {
    const { texts, uri, position } = fixture({
      'main.deal': block('paid $1B cash on 2024 from 2024 until 2025 per ft likely note "x" $0'),
    });
    const cursor = cursorAt(projectOf(texts).project, uri, position);
    assert.ok(cursor);
    assert.equal(signatureHelpAt(cursor, true)?.activeParameter, null);
    const plain = signatureHelpAt(cursor, false);
    assert.ok(plain && !('activeParameter' in plain));
  });

  it('is silent where no line is being written', () => {
    for (const text of [
      '$0',
      'company $0',
      'company A: $0',
      block('$0'),
      block('nonsense $0'),
      '// amount $0',
    ])
      checkSignature(text, '');
  });
});
