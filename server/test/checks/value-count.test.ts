import assert from 'node:assert/strict';
import { allFindings, projectOf } from '../project-fixture';

/** Checks what is said about one line of a declaration, and what the line becomes when the first fix is taken. */
function checkLine(header: string, line: string, expected: readonly RegExp[], mended?: string): void {
  const text = `${header} {\n  ${line}\n}\n`;
  const { project, findings } = projectOf({ 'main.deal': text });
  const found = allFindings(project, findings).filter(
    ({ code }) => code !== 'unused' && code !== 'unknown-name' && code !== 'no-source',
  );
  const said = found.map(({ code, message }) => `${code}: ${message}`);
  assert.equal(said.length, expected.length, `${line}\n${said.join('\n')}`);
  expected.forEach((pattern, index) => assert.match(said[index]!, pattern));
  const [edit] = found[0]?.fixes?.[0]?.edits ?? [];
  assert.equal(
    edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    mended && `${header} {\n  ${mended}\n}\n`,
  );
}

describe('values on a line', () => {
  const deal = 'investment I: A -> B';

  it('are one where the property takes one', () => {
    checkLine(deal, 'amount $1B, $2B', [/value-count: “amount” takes one value, as in “amount \$1B/]);
    checkLine(deal, 'amount $1B, 2B', [/value-count/]);
    checkLine(deal, 'valuation $1B, $2B', [/value-count/]);
    checkLine('company A', 'founded 2019, 2020', [/value-count/]);
    checkLine('company A', 'founded 2019,2020', [/value-count/]);
    checkLine('company A', 'parent B, C', [/value-count/]);
  });

  it('get lines of their own where it may stand several times', () => {
    const each = [/value-count: “\w+” takes one value. Write a line for each/];
    checkLine(deal, 'tranche $1B, $2B on 2025', each, 'tranche $1B on 2025\n  tranche $2B on 2025');
    checkLine(deal, 'status closed, signed', each, 'status closed\n  status signed');
    checkLine('fx X: EUR -> USD', 'rate 1.1, 1.2', each, 'rate 1.1\n  rate 1.2');
    checkLine('company A', 'tags x; note "a", "b"', each, 'tags x; note "a"; note "b"');
  });

  it('are two in a field', () => {
    checkLine('company A', 'field "a"', [/value-count: “field” takes two texts/]);
    checkLine('company A', 'field "a" "b" "c"', [/value-count: “field” takes two texts/]);
    checkLine('company A', 'field "a" "b"', []);
  });

  it('are as many as one likes in a list', () => {
    checkLine('company A', 'aka "a", "b"', []);
  });

  it('have a point for their decimals', () => {
    checkLine(deal, 'amount €1,5B', [/^value: Decimals take a point: write “€1.5B”/], 'amount €1.5B');
    checkLine(deal, 'amount €1.234,56', [/^value: .*“€1,234.56”/], 'amount €1,234.56');
    checkLine(deal, 'amount 1 billion', [/^value: Say which currency: “\$1B”/]);
    checkLine(deal, 'stake 13,5%', [/^value: Decimals take a point: write “13.5%”/], 'stake 13.5%');
    checkLine('fx X: EUR -> USD', 'rate 1,08', [/^value: Decimals take a point: write “1.08”/], 'rate 1.08');
  });

  it('are written short where they are spelled out', () => {
    checkLine(deal, 'amount $1 B', [/^value: Write the amount as “\$1B”/], 'amount $1B');
    checkLine(deal, 'amount $1 billion', [/^value: Write the amount as “\$1B”/], 'amount $1B');
    checkLine(deal, 'amount 1 million dollars', [/^value: Write the amount as “\$1M”/], 'amount $1M');
    checkLine(deal, 'amount 1 million USD', [/^value: Write the amount as “\$1M”/], 'amount $1M');
  });
});
