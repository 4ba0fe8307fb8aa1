import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainFailure, plainMessage } from '../../src/plainMessage';

/** What VS Code takes for a link in a notification. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

describe('the text of a notification', () => {
  const name = '[Click](command:workbench.action.closeWindow)';

  it('has no links, whatever names stand in it', () => {
    for (const text of [
      name,
      `“${name}”`,
      `[a]${name}`,
      `[a](b)${name}`,
      '[[x](y)](https://example.com "z")',
    ]) {
      assert.doesNotMatch(plainMessage(text), link);
      assert.equal(plainMessage(text).replaceAll('\u200b', ''), text);
    }
    assert.match(name, link);
  });

  it('is that of an error, or whatever was thrown', () => {
    assert.doesNotMatch(plainFailure(new Error(name)), link);
    assert.equal(plainFailure('gone'), 'gone');
  });

  it('leaves other texts as they are', () => assert.equal(plainMessage('[a] (b) $1'), '[a] (b) $1'));

  it('goes through one file alone', () => {
    const folder = join('client', 'src');
    const direct = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        file.endsWith('.ts') &&
        /show(?:Information|Warning|Error)Message/.test(readFileSync(join(folder, file), 'utf8')),
    );
    assert.deepEqual(direct, ['notifications.ts']);
  });

  it('is made plain wherever progress is told in one', () => {
    const folder = join('client', 'src');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join(folder, file), 'utf8');
      for (const [, title = ''] of text.matchAll(/ProgressLocation\.Notification,\s+title: (.*)/g)) {
        assert.ok(title.startsWith('plainMessage(') || !title.includes(', '), `${file}: ${title}`);
        // With a name in it the title has an argument behind its text.
        assert.ok(/^(?:plainMessage|l10n\.t)\(/.test(title), `${file}: ${title}`);
      }
    }
  });
});
