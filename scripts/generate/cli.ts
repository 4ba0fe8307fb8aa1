// The page of the command line, from the definitions of its commands.
import type { Argument, Command, Option } from 'commander';
import { addCompletions } from '../../server/src/cli/completions';
import { programFor } from '../../server/src/cli/program';

/** The file that is made here. */
export function outputs(): { path: string; content: string }[] {
  return [{ path: 'docs/cli.md', content: `${page(documentedProgram()).join('\n\n')}\n` }];
}

/** All commands, as they are run. */
export function documentedProgram(): Command {
  const sink = { write: () => {}, isTerminal: false, hasColours: false, columns: undefined };
  const program = programFor(async () => {}, { out: sink, err: sink });
  addCompletions(program);
  return program;
}

function page(program: Command): string[] {
  return [
    '# Command line',
    '`dealgraph` checks deal files, sets them in the one style, lists and adds up what they say, and draws it, without an editor. It says what VS Code says, since both are made of the same parts.',
    'It needs Node.js 20 or newer and nothing else:',
    code('sh', 'npm install --global dealgraph\ndealgraph check'),
    'In a project, `npm install --save-dev dealgraph` and `npx dealgraph check`; see [checks of every change](ci.md).',
    table(
      ['Command', 'What it does'],
      program.commands.map((command) => [
        `[\`${command.name()}\`](#${anchorOf(command)})`,
        sentence(command.summary() || command.description()),
      ]),
    ),
    'Paths are files and folders. The project of a path is the nearest folder around it with a `dealgraph.json`, else the folder itself; what is asked of a path is answered with all of its project in mind.',
    'Exit codes are the same for all commands:',
    table(
      ['Code', 'Meaning'],
      [
        ['0', 'It did what was wanted.'],
        [
          '1',
          'It did, and found what somebody has to look at: an error, more warnings than allowed, a file that is not in the one style.',
        ],
        ['2', 'It was called in a way that it cannot follow, or a file cannot be read or written.'],
        ['3', 'A defect of Dealgraph.'],
      ],
    ),
    ...optionsOf('These options stand alone:', program),
    ...program.commands.flatMap(section),
  ];
}

function section(command: Command): string[] {
  return [
    `## dealgraph ${command.name()}`,
    command.description(),
    code('sh', command.createHelp().commandUsage(command)),
    ...argumentsOf(command),
    ...optionsOf('Options:', command),
    ...afterOf(command),
  ];
}

function anchorOf(command: Command): string {
  return `dealgraph-${command.name()}`;
}

function argumentsOf({ registeredArguments }: Command): string[] {
  if (registeredArguments.length === 0) return [];
  return [
    table(
      ['Argument', 'Meaning'],
      registeredArguments.map((argument) => [`\`${nameOf(argument)}\``, meaningOf(argument)]),
    ),
  ];
}

function nameOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionsOf(title: string, command: Command): string[] {
  const options = command.createHelp().visibleOptions(command);
  if (options.length === 0) return [];
  return [
    title,
    table(
      ['Option', 'Meaning'],
      options.map((option) => [`\`${option.flags}\``, meaningOf(option)]),
    ),
  ];
}

function meaningOf({ description, argChoices, defaultValue }: Argument | Option): string {
  const choices = argChoices?.map((choice) => `\`${choice}\``).join(', ');
  return [
    sentence(description),
    ...(choices === undefined ? [] : [`One of ${choices}.`]),
    ...(typeof defaultValue === 'string' || typeof defaultValue === 'number'
      ? [`\`${defaultValue}\` unless it is given.`]
      : []),
  ].join(' ');
}

/** What help says behind the options: paragraphs, and what is indented below a line as it is. */
function afterOf(command: Command): string[] {
  let help = '';
  command.configureOutput({
    ...command.configureOutput(),
    writeOut: (text) => {
      help += text;
    },
  });
  const own = command.helpInformation();
  command.outputHelp();
  const after = help.slice(help.indexOf(own) + own.length).trim();
  return after === '' ? [] : after.split(/\n{2,}/).flatMap(blocksOf);
}

function blocksOf(text: string): string[] {
  const [first = '', ...others] = text.split('\n');
  const isList = others.length > 0 && others.every((line) => line.startsWith('  '));
  if (!isList) return [[first, ...others].join(' ')];
  const isExample = others.every((line) => line.startsWith('  dealgraph') || /\| dealgraph/.test(line));
  return [first, code(isExample ? 'sh' : 'text', others.map((line) => line.slice(2)).join('\n'))];
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
