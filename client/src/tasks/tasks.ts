import {
  type Disposable,
  FileType,
  l10n,
  ShellExecution,
  type ShellQuotedString,
  ShellQuoting,
  Task,
  type TaskDefinition,
  TaskGroup,
  type TaskProvider,
  tasks,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';

const taskType = 'dealgraph';

/** What a task can run, as fixed words: nothing of a file or a setting becomes a command. */
const words = { check: ['check'], format: ['format', '--check'] } as const;
type Command = keyof typeof words;

/** Tasks that run the command line which a folder has installed for itself. */
export function registerTasks(): Disposable {
  return tasks.registerTaskProvider(taskType, new DealgraphTasks());
}

/** Makes the tasks of folders. */
export class DealgraphTasks implements TaskProvider {
  /** A task for each command in each folder that can run it. */
  async provideTasks(): Promise<Task[]> {
    const folders: WorkspaceFolder[] = [];
    for (const folder of workspace.workspaceFolders ?? []) if (await canRunIn(folder)) folders.push(folder);
    return folders.flatMap((folder) =>
      (['check', 'format'] as const).map((command) =>
        taskOf(folder, { type: taskType, command }, command, []),
      ),
    );
  }

  /** Fills in a task that somebody has written into `tasks.json`. */
  async resolveTask({ definition, scope }: Task): Promise<Task | undefined> {
    const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
    const command: unknown = definition['command'];
    if (!folder || !isCommand(command) || !(await canRunIn(folder))) return undefined;
    const paths: unknown = definition['paths'];
    const named = Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
    return taskOf(folder, definition, command, named);
  }
}

/** Whether a folder has the command line, and programs may be run there. */
async function canRunIn({ uri }: WorkspaceFolder): Promise<boolean> {
  if (!workspace.isTrusted || uri.scheme !== 'file') return false;
  try {
    const installed = Uri.joinPath(uri, 'node_modules', 'dealgraph', 'package.json');
    return (await workspace.fs.stat(installed)).type !== FileType.Directory;
  } catch {
    return false;
  }
}

/** @param definition as it came: a task that is filled in has the very same one */
function taskOf(
  folder: WorkspaceFolder,
  definition: TaskDefinition,
  command: Command,
  paths: readonly string[],
): Task {
  const args = ['--no-install', 'dealgraph', ...words[command], ...paths.map(quoted)];
  const execution = new ShellExecution('npx', args, { cwd: folder.uri.fsPath });
  const name = words[command].join(' ');
  const task = new Task(
    definition,
    folder,
    name,
    'dealgraph',
    execution,
    command === 'check' ? '$dealgraph' : [],
  );
  task.detail =
    command === 'check'
      ? l10n.t('Say what does not add up in the deal files')
      : l10n.t('Say which deal files are not in the one style');
  task.group = TaskGroup.Test;
  return task;
}

/** A path is never an option, nor a part of the shell's own language. */
function quoted(path: string): ShellQuotedString {
  return { value: path.startsWith('-') ? `./${path}` : path, quoting: ShellQuoting.Strong };
}

function isCommand(command: unknown): command is Command {
  return typeof command === 'string' && Object.hasOwn(words, command);
}
