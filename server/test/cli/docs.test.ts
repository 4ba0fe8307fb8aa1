import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { documentedProgram } from '../../../scripts/generate/cli';

describe('docs/cli.md', () => {
  const page = readFileSync('docs/cli.md', 'utf8');

  for (const command of documentedProgram().commands) {
    it(`says how ${command.name()} is used`, () => {
      const [, section = ''] = page.split(`\n## dealgraph ${command.name()}\n`);
      const [own = ''] = section.split('\n## ');
      assert.ok(own.includes(command.description()));
      for (const { flags } of command.options) assert.ok(own.includes(`\`${flags}\``), flags);
      for (const argument of command.registeredArguments) {
        assert.match(own, new RegExp(`[<\\[]${argument.name()}`));
      }
      // Help has a short word for each.
      assert.ok(command.summary() !== '' || command.name() === 'help');
    });
  }
});
