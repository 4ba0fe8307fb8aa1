import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { documentedProgram } from '../../../scripts/generate/cli';
import { ran } from './command-fixture';

/** The command lines in a text. */
function callsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w-])dealgraph ([a-z]+[^\n`#>|;]*)/g)].map(([, words = '']) => words.trim());
}

/** Why a command line cannot be meant; undefined where it can. */
function wrongIn(call: string, commands: readonly Command[]): string | undefined {
  const [name = '', ...words] = call.split(/\s+/);
  const command = commands.find((each) => each.name() === name);
  if (!command) return `no command ${name}`;
  const unknown = words.find(
    (word) =>
      /^--?[a-z]/.test(word) &&
      !words[words.indexOf(word) - 1]?.startsWith('--sort') &&
      !command.options.some(({ long, short }) => long === word || short === word),
  );
  return unknown === undefined ? undefined : `no option ${unknown}`;
}

describe('command lines in the docs', () => {
  const { commands } = documentedProgram();

  for (const file of [
    'docs/ci.md',
    'docs/cli.md',
    '.pre-commit-hooks.yaml',
    'README.md',
    'docs/editors.md',
  ]) {
    it(`can be meant: ${file}`, () => {
      if (!existsSync(file)) return;
      const code = [...readFileSync(file, 'utf8').matchAll(/```(?:sh|yaml)\n([\s\S]*?)```|entry: (.*)/g)].map(
        ([, block, entry]) => block ?? entry ?? '',
      );
      for (const call of code.flatMap(callsIn)) assert.equal(wrongIn(call, commands), undefined, call);
    });
  }
});

describe('the problem matcher of tasks', () => {
  it('reads what check writes', async () => {
    const { problemMatchers } = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
    const [place, message] = problemMatchers[0].pattern.map(
      ({ regexp }: { regexp: string }) => new RegExp(regexp),
    );
    const files = {
      'a.deal': 'company A\ninvestment D: A -> Nobody { amount $1M }\n',
      'dealgraph.json': '{ "asOf": 7 }',
    };
    const lines = (await ran(['check'], files)).out.split('\n');
    const found = lines.flatMap((line, index) => {
      const [, file, , , severity, code] = place.exec(line) ?? [];
      return file === undefined
        ? []
        : [{ file, severity, code, message: message.exec(lines[index + 1] ?? '')?.[1] }];
    });
    assert.ok(found.some(({ file, severity }) => file === 'dealgraph.json' && severity === 'error'));
    const unknown = found.find(({ code }) => code === 'unknown-name');
    assert.match(unknown?.message ?? '', /“Nobody”/);
  });
});
