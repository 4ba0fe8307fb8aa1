import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCommand, ran } from './command-fixture';

/** What a command says for a shell, which reads it from the process. */
async function told(...words: string[]): Promise<string> {
  const lines: string[] = [];
  const { log } = console;
  Object.assign(console, { log: (text: string) => lines.push(text) });
  try {
    assert.equal((await ran(['complete', ...words])).code, 0);
  } finally {
    Object.assign(console, { log });
  }
  return lines.join('\n');
}

describe('dealgraph complete', () => {
  it('tells commands, options and their words', async () => {
    assert.match(await told('--', 'che'), /^check\tsay what does not add up\n:4$/);
    assert.match(await told('--', 'query', ''), /^deals\t\nparties\t\n[\s\S]*:4$/);
    assert.match(await told('--', 'graph', '--layout', ''), /^closeness\t\nmoney\t\nhubs\t\n:4$/);
    assert.match(await told('--', 'check', '--max'), /^--max-warnings\t/);
  });

  it('leaves paths to the shell', async () => {
    assert.equal(await told('--', 'check', ''), ':0');
    assert.equal(await told('--', 'graph', '--output', ''), ':0');
  });

  it('knows several shells, and says which', async () => {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell'])
      assert.match(await told(shell), /dealgraph/, shell);
    await checkCommand(['complete', 'klingon'], {}, { code: 2, err: /zsh, bash, fish, powershell/ });
  });

  it('completes in a bash without anything else', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'dealgraph-bash-'));
    try {
      writeFileSync(join(folder, 'script'), await told('bash'));
      writeFileSync(join(folder, 'answer'), await told('--', 'graph', '--layout', ''));
      // Who answers is played here. Many read their settings twice.
      const program = `
        exec 2>&1
        dealgraph() { cat "${folder}/answer"; }
        source "${folder}/script"
        source "${folder}/script"
        COMP_WORDS=(dealgraph graph --layout "") COMP_CWORD=3
        # Which only works where a key was pressed.
        compopt() { :; }
        __dealgraph_complete
        echo "\${COMPREPLY[*]}"
        complete -p dealgraph`;
      const out = execFileSync('bash', ['--norc', '-c', program], {
        encoding: 'utf8',
      });
      assert.equal(out, 'closeness money hubs\ncomplete -o default -F __dealgraph_complete dealgraph\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
