import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { configSchema } from '../../../scripts/generate/config-schema';
import { outputs } from '../../../scripts/generate/reference';
import { checks } from '../../src/checks/registry';
import { kindNames, modifierNames, propertyNames } from '../../src/language/schema';

describe('reference pages', () => {
  for (const { path, content } of outputs()) {
    it(`${path} has each heading once, and links only to headings that exist`, () => {
      const anchors = headingsOf(content).map(anchorOf);
      assert.deepEqual(
        anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index),
        [],
      );
      const targets = [...content.matchAll(/\]\(#([^)]*)\)/g)].map(([, target]) => target ?? '');
      assert.deepEqual(
        targets.filter((target) => !anchors.includes(target)),
        [],
      );
    });

    it(`${path} closes every code block`, () => {
      assert.equal((content.match(/^```/gm) ?? []).length % 2, 0);
    });
  }

  it('name everything that the language and the checks have', () => {
    const [language = '', checking = ''] = outputs().map(({ content }) => content);
    for (const name of [...kindNames, ...propertyNames, ...modifierNames]) {
      assert.ok(language.includes(`\`${name}`), name);
    }
    for (const { code } of checks) {
      assert.ok(checking.includes(`(checks/${code}.md)`), code);
      const own = outputs().find(({ path }) => path === `docs/checks/${code}.md`);
      assert.ok(own?.content.startsWith(`# ${code}\n`), code);
    }
  });

  it('leave no option of a project unsaid', () => {
    const page = readFileSync('docs/language.md', 'utf8');
    for (const [option, says] of Object.entries(configSchema().properties)) {
      if (option === '$schema') continue;
      const [, without] = new RegExp(`^\\| \`${option}\` .*\\| ([^|]*?) *\\|$`, 'm').exec(page) ?? [];
      assert.ok(without, option);
      if ('default' in says) assert.equal(without, `\`${JSON.stringify(says.default)}\``, option);
    }
  });

  it('link to pages that are there', () => {
    const pages = new Set(outputs().map(({ path }) => path));
    for (const { path, content } of outputs()) {
      for (const [, target = ''] of content.matchAll(/\]\(([\w./-]+\.md)(?:#[\w-]*)?\)/g)) {
        const linked = posix.join(posix.dirname(path), target);
        assert.ok(pages.has(linked) || existsSync(linked), `${path} links to ${linked}`);
      }
    }
  });
});

function headingsOf(page: string): string[] {
  return [...page.replace(/^```[^]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading ?? '');
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
