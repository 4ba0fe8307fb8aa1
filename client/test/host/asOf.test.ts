import assert from 'node:assert/strict';
import { commands, MarkdownString, Uri, workspace } from 'vscode';
import type { TestAccess } from '../../src/session';
import { closeEditors, DealFiles, openFile, root } from './dealFiles';
import { dealgraph, eventually } from './extension';
import { rowOf } from './rows';

/** The row of the sample that has other sums on other days. */
const row = 'Around Anthropic';
/** As the sample's own dealgraph.json has it. */
const own = /As of 31 Jan 2025$/;

describe('the as-of date', () => {
  let access: TestAccess;
  before(async () => {
    access = await dealgraph();
  });
  beforeEach(async () => {
    await closeEditors();
    await chosen(null);
  });
  afterEach(async () => {
    await settings().update('asOf', undefined, true);
    await chosen(null);
    await closeEditors();
  });

  /** Back to what the project says, whatever was chosen before. */
  async function chosen(text: null): Promise<void> {
    await access.asOf.choose(text);
    await checkStatus(own);
  }

  const checkStatus = (expected: RegExp) => eventually(() => assert.match(access.asOfStatus.text, expected));
  const checkSums = (expected: string) =>
    eventually(async () => {
      const { row: found } = await rowOf(access.ecosystems.rows, row);
      assert.equal(found.description, expected);
    });

  it('is the project’s own at first, and the status bar and the view say so and why', async () => {
    await checkStatus(/^\$\(calendar\) As of 31 Jan 2025$/);
    await eventually(() => assert.equal(access.ecosystems.view.message, 'As of 31 January 2025.'));
    const { tooltip, accessibilityInformation, command } = access.asOfStatus;
    assert.ok(tooltip instanceof MarkdownString);
    assert.match(tooltip.value.replaceAll('&nbsp;', ' '), /31 January 2025, as the project’s dealgraph/);
    assert.match(accessibilityInformation?.label ?? '', /^As of 31 Jan 2025\. Statuses, sums/);
    assert.equal(command, 'dealgraph.asOf.set');
    await checkSums('$11B promised, $1B executed, $2B in talks');
  });

  it('moves with all sums when the command chooses another day, and goes back', async () => {
    await commands.executeCommand('dealgraph.asOf.set', '2024');
    await checkStatus(/As of 31 Dec 2024$/);
    await checkSums('$10B promised');
    await eventually(() => assert.equal(access.ecosystems.view.message, 'As of 31 December 2024.'));
    assert.equal(settings().get('asOf'), '', 'settings are left alone');

    await commands.executeCommand('dealgraph.asOf.today');
    await checkStatus(/As of today$/);
    await checkSums('$11B promised, $1B executed, $2B in talks');
  });

  it('keeps the day before where the command is given no date', async () => {
    await commands.executeCommand('dealgraph.asOf.set', '2023');
    await checkStatus(/As of 31 Dec 2023$/);
    await commands.executeCommand('dealgraph.asOf.set', 'soon');
    await checkStatus(/As of 31 Dec 2023$/);
  });

  it('follows the setting, and the setting counts again when it is changed after a choice by command', async () => {
    await settings().update('asOf', '2024-Q3', true);
    await checkStatus(/As of 30 Sept? 2024$/);
    await commands.executeCommand('dealgraph.asOf.set', '2023');
    await checkStatus(/As of 31 Dec 2023$/);
    await settings().update('asOf', '2024-11', true);
    await checkStatus(/As of 30 Nov 2024$/);
    await settings().update('asOf', 'never', true);
    // The warning is VS Code's to show; the day before stays.
    await eventually(() => assert.match(access.asOf.state?.problem ?? '', /“never” cannot be used/));
    await checkStatus(/As of 30 Nov 2024$/);
    await settings().update('asOf', 'today', true);
    await checkStatus(/As of today$/);
  });

  it('steps from one status to the one before and after', async () => {
    await commands.executeCommand('dealgraph.asOf.back');
    await checkStatus(/As of 21 Jan 2025$/);
    await commands.executeCommand('dealgraph.asOf.back');
    await checkStatus(/As of 1 Jan 2025$/);
    await commands.executeCommand('dealgraph.asOf.back');
    await checkStatus(/As of 22 Nov 2024$/);
    await commands.executeCommand('dealgraph.asOf.forward');
    await checkStatus(/As of 1 Jan 2025$/);
  });

  it('is that of the project of the active editor', async () => {
    const files = new DealFiles();
    try {
      await files.write('dealgraph.json', '{ "asOf": "2020-02" }');
      await files.open('old.deal', 'company Oldest\n');
      await checkStatus(/As of 29 Feb 2020$/);
      await eventually(() => assert.equal(access.ecosystems.view.message, 'As of several dates.'));
      await openFile(Uri.joinPath(root(), 'anthropic.deal'));
      await checkStatus(own);
    } finally {
      await files.dispose();
    }
  });

  it('is remembered through a restart of the server', async () => {
    await commands.executeCommand('dealgraph.asOf.set', '2024');
    await commands.executeCommand('dealgraph.restartServer');
    await checkStatus(/As of 31 Dec 2024$/);
    await checkSums('$10B promised');
  });
});

function settings() {
  return workspace.getConfiguration('dealgraph');
}
