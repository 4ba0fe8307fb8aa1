import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DealDocument } from '../../src/language/document';
import type { FileAccess } from '../../src/project/files';
import { unfollowed, type Progress } from '../../src/project/progress';
import { Workspace } from '../../src/project/workspace';
import { WorkspaceReader } from '../../src/project/workspace-reader';
import { propertyRuns } from '../language/random-text';
import { fixtureDay } from '../project-fixture';

const root = 'file:///w';

/** A disk in memory whose answers are given only when the test lets them go. */
class SlowDisk implements FileAccess {
  readonly texts = new Map<string, string>();
  private waiting: (() => void)[] = [];

  find(folder: string, nameEnd: string): Promise<string[]> {
    return this.later(() =>
      [...this.texts.keys()].filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith(nameEnd)),
    );
  }

  read(uri: string): Promise<string | null> {
    return this.later(() => this.texts.get(uri) ?? null);
  }

  /** Lets all answers go, and those that are asked for because of them. */
  async settle(): Promise<void> {
    while (this.waiting.length > 0) await this.release(this.waiting.length);
  }

  async release(count: number): Promise<void> {
    for (const answer of this.waiting.splice(0, count)) answer();
    for (let turn = 0; turn < 8; turn++) await Promise.resolve();
  }

  /** What the disk holds now is the answer, however late it comes. */
  private later<T>(look: () => T): Promise<T> {
    const answer = look();
    return new Promise((resolve) => this.waiting.push(() => resolve(answer)));
  }
}

function setUp(): { workspace: Workspace; reader: WorkspaceReader; disk: SlowDisk } {
  const disk = new SlowDisk();
  const workspace = new Workspace(fixtureDay, {
    projectAdded: () => {},
    projectRemoved: () => {},
    changed: () => {},
  });
  workspace.setFolders([root]);
  const reader = new WorkspaceReader(workspace, {
    filesFor: () => disk,
    normalize: (uri) => uri,
    configChanged: () => {},
    pause: () => Promise.resolve(),
    failed: (what, error) => assert.fail(`${what}: ${String(error)}`),
  });
  return { workspace, reader, disk };
}

function content(workspace: Workspace): Record<string, string | undefined> {
  return Object.fromEntries(
    workspace.all.flatMap((project) => project.uris.map((uri) => [uri, project.document(uri)?.text])),
  );
}

describe('workspace reader', () => {
  it('reads a folder with its dealgraph.json, and looks again at what changes', async () => {
    const { workspace, reader, disk } = setUp();
    disk.texts.set(`${root}/a.deal`, '\ufeffcompany A');
    disk.texts.set(`${root}/drafts/b.deal`, 'company B');
    disk.texts.set(`${root}/dealgraph.json`, '{ "exclude": ["drafts/**"] }');
    void reader.readWorkspace([root], unfollowed);
    await disk.settle();
    assert.deepEqual(content(workspace), { [`${root}/a.deal`]: 'company A' });
    disk.texts.set(`${root}/a.deal`, 'company A2');
    void reader.changed(`${root}/a.deal`);
    await disk.settle();
    assert.deepEqual(content(workspace), { [`${root}/a.deal`]: 'company A2' });
  });

  it('reads all that is in a folder that is moved in', async () => {
    const { workspace, reader, disk } = setUp();
    disk.texts.set(`${root}/new/x/a.deal`, 'company A');
    void reader.changed(`${root}/new`);
    await disk.settle();
    assert.deepEqual(Object.keys(content(workspace)), [`${root}/new/x/a.deal`]);
  });

  it('throws away what was read of a file or folder that is gone meanwhile', async () => {
    const { workspace, reader, disk } = setUp();
    disk.texts.set(`${root}/x/a.deal`, 'company A');
    void reader.changed(`${root}/x/a.deal`);
    disk.texts.clear();
    reader.deleted(`${root}/x`);
    await disk.settle();
    assert.deepEqual(content(workspace), {});
  });

  it('leaves the text of an editor alone, and has the disk’s when it is closed', async () => {
    const { workspace, reader, disk } = setUp();
    const uri = `${root}/a.deal`;
    workspace.setEditorText(uri, DealDocument.parse('company Editor'), 1);
    disk.texts.set(uri, 'company Disk');
    void reader.changed(uri);
    await disk.settle();
    assert.equal(content(workspace)[uri], 'company Editor');
    workspace.closeEditor(uri);
    assert.equal(content(workspace)[uri], 'company Disk');
  });

  it('stops where nobody waits any more, knows what is missing, and reads it later', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'x/c', 'x/d', 'x/y/e'), { minLength: 1 }),
        fc.nat({ max: 6 }),
        fc.nat({ max: 4 }),
        async (names, enough, gone) => {
          const { workspace, reader, disk } = setUp();
          const uris = names.map((name) => `${root}/${name}.deal`);
          for (const uri of uris) disk.texts.set(uri, 'company A');
          let read = 0;
          const progress: Progress = {
            expect: (more) => assert.equal(more, uris.length),
            advance: () => read++,
            get isCancelled() {
              return read >= enough;
            },
          };
          const reading = reader.readWorkspace([root], progress);
          assert.equal(reader.completeness()(root), false);
          await disk.settle();
          await reading;
          const held = Object.keys(content(workspace));
          assert.equal(held.length, read);
          assert.equal(reader.unreadCount, uris.length - read);
          const isRead = reader.completeness();
          for (const folder of [root, `${root}/x`, `${root}/x/y`]) {
            const below = uris.filter((uri) => uri.startsWith(`${folder}/`));
            assert.equal(
              isRead(folder),
              below.every((uri) => held.includes(uri)),
            );
          }

          const deleted = uris[gone];
          if (deleted !== undefined) {
            disk.texts.delete(deleted);
            reader.deleted(deleted);
          }
          const rest = reader.readRest(unfollowed);
          await disk.settle();
          await rest;
          assert.deepEqual(Object.keys(content(workspace)), [...disk.texts.keys()].sort());
          assert.equal(reader.unreadCount, 0);
          assert.equal(reader.completeness()(root), true);
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('forgets what was not read of a folder that is no longer there', async () => {
    const { workspace, reader, disk } = setUp();
    disk.texts.set(`${root}/a.deal`, 'company A');
    void reader.readWorkspace([root], { ...unfollowed, isCancelled: true });
    await disk.settle();
    assert.equal(reader.unreadCount, 1);
    workspace.setFolders([]);
    await reader.readWorkspace([], unfollowed);
    assert.equal(reader.unreadCount, 0);
  });

  it('has what is on disk when all is read, in whatever order things happened and answers came', async () => {
    const uris = [`${root}/a.deal`, `${root}/x/b.deal`, `${root}/x/y/c.deal`];
    const step = fc.oneof(
      fc.record({
        do: fc.constant('write' as const),
        uri: fc.constantFrom(...uris),
        text: fc.constantFrom('company P', 'company Q'),
      }),
      fc.record({
        do: fc.constant('delete' as const),
        uri: fc.constantFrom(...uris, `${root}/x`, `${root}/x/y`),
      }),
      fc.record({ do: fc.constant('answer' as const), count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({
        do: fc.constantFrom('open' as const, 'close' as const, 'remove' as const),
        uri: fc.constantFrom(...uris),
      }),
      fc.constant({ do: 'folder' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { workspace, reader, disk } = setUp();
        const open = new Map<string, string>();
        for (const one of steps) {
          switch (one.do) {
            case 'write':
              disk.texts.set(one.uri, one.text);
              void reader.changed(one.uri);
              break;
            case 'delete':
              for (const uri of uris)
                if (uri === one.uri || uri.startsWith(`${one.uri}/`)) disk.texts.delete(uri);
              reader.deleted(one.uri);
              break;
            case 'remove':
              disk.texts.delete(one.uri);
              reader.deletedByUser(one.uri);
              open.delete(one.uri);
              break;
            case 'answer':
              await disk.release(one.count);
              break;
            case 'open':
              workspace.setEditorText(one.uri, DealDocument.parse('company Open'), 1);
              open.set(one.uri, 'company Open');
              break;
            case 'close':
              workspace.closeEditor(one.uri);
              open.delete(one.uri);
              break;
            case 'folder':
              void reader.readWorkspace([root], unfollowed);
          }
        }
        await disk.settle();
        const expected = Object.fromEntries([...disk.texts, ...open].sort(([a], [b]) => (a < b ? -1 : 1)));
        assert.deepEqual(content(workspace), expected);
      }),
      { numRuns: propertyRuns },
    );
  });
});
