import assert from 'node:assert/strict';
import { ShellExecution, ShellQuoting, Task, type TaskDefinition, tasks, Uri, workspace } from 'vscode';
import manifest from '../../../package.json';
import { DealgraphTasks } from '../../src/tasks/tasks';
import { root } from './dealFiles';
import { dealgraph, eventually } from './extension';

const folder = () => Uri.joinPath(root(), 'node_modules');

/** The tasks that are offered, by name. */
async function offered() {
  return new Map((await tasks.fetchTasks({ type: 'dealgraph' })).map((task) => [task.name, task]));
}

describe('the tasks of a folder', () => {
  before(() => dealgraph());

  afterEach(async () => {
    try {
      await workspace.fs.delete(folder(), { recursive: true });
    } catch {
      // There was none.
    }
  });

  it('are none where the command line is not installed', async () => {
    assert.deepEqual([...(await offered()).keys()], []);
  });

  it('run the command line that is installed there, with fixed words', async () => {
    const installed = Uri.joinPath(folder(), 'dealgraph', 'package.json');
    await workspace.fs.writeFile(installed, new TextEncoder().encode('{}'));
    const found = await eventually(async () => {
      const own = await offered();
      assert.deepEqual([...own.keys()].sort(), ['check', 'format --check']);
      return own;
    });
    const execution = found.get('check')?.execution;
    assert.ok(execution instanceof ShellExecution);
    assert.equal(execution.command, 'npx');
    assert.deepEqual(execution.args, ['--no-install', 'dealgraph', 'check']);
    assert.deepEqual(found.get('check')?.problemMatchers, ['$dealgraph']);
  });

  it('take paths as what they are, and no other words', async () => {
    const installed = Uri.joinPath(folder(), 'dealgraph', 'package.json');
    await workspace.fs.writeFile(installed, new TextEncoder().encode('{}'));
    const [scope] = workspace.workspaceFolders ?? [];
    assert.ok(scope);
    const resolved = (definition: TaskDefinition) =>
      new DealgraphTasks().resolveTask(new Task(definition, scope, 'own', 'dealgraph'));
    const definition = { type: 'dealgraph', command: 'format', paths: ['a b; rm c', '--fix', 7] };
    const task = await resolved(definition);
    assert.equal(task?.definition, definition);
    assert.ok(task.execution instanceof ShellExecution);
    assert.deepEqual(task.execution.args?.slice(-2), [
      { value: 'a b; rm c', quoting: ShellQuoting.Strong },
      { value: './--fix', quoting: ShellQuoting.Strong },
    ]);
    assert.deepEqual(task.execution.args.slice(0, -2), ['--no-install', 'dealgraph', 'format', '--check']);
    assert.equal(await resolved({ type: 'dealgraph', command: 'check; rm c' }), undefined);
  });

  it('have problems that are read from what is written', () => {
    const [matcher] = manifest.contributes.problemMatchers;
    const [place, message] = matcher?.pattern ?? [];
    const [, file, line, column, severity, code] =
      new RegExp(place?.regexp ?? '').exec('deals/a b.deal:2:20 error unknown-name') ?? [];
    assert.deepEqual(
      [file, line, column, severity, code],
      ['deals/a b.deal', '2', '20', 'error', 'unknown-name'],
    );
    assert.equal(new RegExp(message?.regexp ?? '').exec('Nobody is declared.')?.[1], 'Nobody is declared.');
  });
});
