import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';

/** Whoever has a path to write finds it; words of an option or argument are all that there are. */
const pathsMayFollow = 0;
const noPathsFollow = 4;

/** Adds the commands that complete command lines: one writes a script for a shell, the other answers it. */
export function addCompletions(program: Command): void {
  const root = tab(program);
  for (const command of program.commands) {
    const completed = root.commands.get(command.name());
    if (completed && command.summary() !== '') completed.description = command.summary();
  }
  // The library says that no paths follow whatever was asked for.
  Object.defineProperty(root, 'directive', {
    get: () => (root.completions.length === 0 ? pathsMayFollow : noPathsFollow),
    set: () => {},
  });
  const setup = root.setup.bind(root);
  root.setup = (name, executable, shell) => {
    if (shell === 'bash') console.log(`${bashWithoutPackage}\n${bashOnce(name)}`);
    setup(name, executable, shell);
    if (shell === 'bash') console.log(`fi\ncomplete -o default -F __${name}_complete ${name}`);
  };
  program.commands
    .find((command) => command.name() === 'complete')
    ?.summary('write a script that completes command lines')
    .description('Writes a script with which a shell completes commands, options, their words, and paths.')
    .addHelpText(
      'after',
      `
Put what it writes where your shell reads it when it starts:
  bash        dealgraph complete bash >> ~/.bashrc
  zsh         dealgraph complete zsh > "\${fpath[1]}/_dealgraph"
  fish        dealgraph complete fish > ~/.config/fish/completions/dealgraph.fish
  powershell  dealgraph complete powershell >> $PROFILE

Exit codes: 0 where all is well, 2 for a shell that it does not know.`,
    );
}

/** The script asks a function of the package bash-completion for the words of a line, which not everybody has. */
const bashWithoutPackage = `if ! declare -F _get_comp_words_by_ref >/dev/null; then
    _get_comp_words_by_ref() {
        words=("\${COMP_WORDS[@]}")
        cword=$COMP_CWORD
        cur=\${COMP_WORDS[COMP_CWORD]}
        prev=\${COMP_WORDS[COMP_CWORD-1]}
    }
fi
`;

/** What the script declares can be declared once; many read their settings again. */
function bashOnce(name: string): string {
  return `if ! declare -F __${name}_complete >/dev/null; then`;
}
