import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
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
  /** Files that are there and cannot be read. */
  readonly broken = new Set<string>();
  /** How often a file was read. */
  reads = 0;
  /** How many answers were waited for at the same time, at most. */
  most = 0;
  private waiting: (() => void)[] = [];

  find(folder: string, nameEnd: string): Promise<string[]> {
    return this.later(() =>
      [...this.texts.keys()].filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith(nameEnd)),
    );
  }

  read(uri: string): Promise<string | null> {
    this.reads++;
    return this.later(() => {
      if (this.broken.has(uri)) throw new Error(`EMFILE: ${uri}`);
      return this.texts.get(uri) ?? null;
    });
  }

  /** Lets all answers go, and those that are asked for because of them. */
  async settle(): Promise<void> {
    while (this.waiting.length > 0) await this.release(this.waiting.length);
  }

  async release(count: number): Promise<void> {
    for (const answer of this.waiting.splice(0, count)) answer();
    // What follows from the answers is all done by then: it waits for nothing but them.
    await setImmediate();
  }

  /** What the disk holds now is the answer, however late it comes. */
  private later<T>(look: () => T): Promise<T> {
    let answer: () => T;
    try {
      const seen = look();
      answer = () => seen;
    } catch (error) {
      answer = () => {
        throw error;
      };
    }
    return new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      this.most = Math.max(this.most, this.waiting.length);
    }).then(() => answer());
  }
}

interface Fixture {
  readonly workspace: Workspace;
  readonly reader: WorkspaceReader;
  readonly disk: SlowDisk;
  /** What the reader said that it could not read. */
  readonly failed: string[];
  /** The projects in the order in which they came, and whether they were read in full then. */
  readonly added: [root: string, isRead: boolean][];
}

function setUp(): Fixture {
  const disk = new SlowDisk();
  const failed: string[] = [];
  const added: Fixture['added'] = [];
  const workspace: Workspace = new Workspace(
    fixtureDay,
    {
      projectAdded: ({ root: at }) => added.push([at, reader.completeness()(at)]),
      projectRemoved: () => {},
      changed: () => {},
    },
    [],
  );
  workspace.setFolders([root]);
  const reader: WorkspaceReader = new WorkspaceReader(workspace, {
    filesFor: () => disk,
    normalize: (uri) => uri,
    configChanged: () => {},
    pause: () => Promise.resolve(),
    failed: (what) => failed.push(what),
  });
  return { workspace, reader, disk, failed, added };
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
    void reader.changed([`${root}/a.deal`]);
    await disk.settle();
    assert.deepEqual(content(workspace), { [`${root}/a.deal`]: 'company A2' });
  });

  it('reads all that is in a folder that is moved in', async () => {
    const { workspace, reader, disk } = setUp();
    disk.texts.set(`${root}/new/x/a.deal`, 'company A');
    void reader.changed([`${root}/new`]);
    await disk.settle();
    assert.deepEqual(Object.keys(content(workspace)), [`${root}/new/x/a.deal`]);
  });

  it('reads what has changed a few files at a time, however many have and whoever tells of it', async () => {
    const { workspace, reader, disk } = setUp();
    const uris = Array.from({ length: 100 }, (_, index) => `${root}/f${index}.deal`);
    for (const uri of uris) disk.texts.set(uri, 'company A');
    void reader.changed(uris.slice(0, 50));
    for (const uri of uris.slice(50)) void reader.changed([uri]);
    void reader.changed(uris.map((_, index) => `${root}/x${index}`));
    await disk.settle();
    assert.equal(Object.keys(content(workspace)).length, 100);
    assert.equal(disk.most, 32);
  });

  it('keeps the text of a file that cannot be read, and knows that one without a text is missing', async () => {
    const { workspace, reader, disk, failed } = setUp();
    const [a, b, gone, outside] = [`${root}/a.deal`, `${root}/b.deal`, `${root}/c.deal`, 'file:///v/d.deal'];
    disk.texts.set(a, 'company A');
    void reader.changed([a]);
    await disk.settle();
    for (const uri of [a, b, gone, outside]) {
      disk.texts.set(uri, 'company New');
      disk.broken.add(uri);
    }
    void reader.changed([a, b, gone, outside]);
    reader.deleted(gone);
    disk.texts.delete(gone);
    await disk.settle();
    assert.deepEqual(content(workspace), { [a]: 'company A' });
    assert.deepEqual(failed, [a, b, gone, outside]);
    assert.equal(reader.unreadCount, 1);
    assert.equal(reader.completeness()(root), false);

    disk.broken.clear();
    void reader.readRest(unfollowed);
    await disk.settle();
    assert.deepEqual(content(workspace), { [a]: 'company A', [b]: 'company New' });
    assert.equal(reader.completeness()(root), true);
  });

  it('keeps a dealgraph.json that cannot be read', async () => {
    const { workspace, reader, disk } = setUp();
    disk.texts.set(`${root}/drafts/b.deal`, 'company B');
    disk.texts.set(`${root}/dealgraph.json`, '{ "exclude": ["drafts/**"] }');
    void reader.readWorkspace([root], unfollowed);
    await disk.settle();
    disk.broken.add(`${root}/dealgraph.json`);
    void reader.changed([`${root}/dealgraph.json`]);
    await disk.settle();
    assert.deepEqual(content(workspace), {});
    assert.equal(reader.unreadCount, 0);
  });

  it('reads all other files of a folder in which one cannot be read, before it is over', async () => {
    const { workspace, reader, disk, failed } = setUp();
    for (let index = 0; index < 100; index++) disk.texts.set(`${root}/f${index}.deal`, 'company A');
    disk.broken.add(`${root}/f0.deal`);
    let advanced = 0;
    const reading = reader.readWorkspace([root], { ...unfollowed, advance: () => advanced++ });
    await disk.settle();
    await reading;
    assert.equal(Object.keys(content(workspace)).length, 99);
    assert.deepEqual(failed, [`${root}/f0.deal`]);
    assert.equal(reader.unreadCount, 1);
    assert.equal(advanced, 100);
  });

  it('knows that a project is not read in full while the folder or files that make it are read', async () => {
    const { workspace, reader, disk, added } = setUp();
    workspace.setEditorText('file:///v/a.deal', DealDocument.parse(''), 1);
    void reader.changeFolders([], ['file:///v'], unfollowed);
    await disk.settle();
    for (const name of ['a.deal', 'new/b.deal', 'new/c.deal', 'new/dealgraph.json'])
      disk.texts.set(`${root}/${name}`, '{}');
    void reader.changed([`${root}/new`]);
    await disk.settle();
    void reader.changed([`${root}/a.deal`]);
    await disk.settle();
    assert.deepEqual(added, [
      ['file:///v/a.deal', true],
      ['file:///v', false],
      [`${root}/new`, false],
      [root, false],
    ]);
    assert.deepEqual(workspace.workspaceFolders, [root, 'file:///v']);
    for (const [at] of added) assert.equal(reader.completeness()(at), true);
  });

  it('does not take files for missing that are read because they changed', async () => {
    const { reader, disk } = setUp();
    disk.texts.set(`${root}/a.deal`, '');
    void reader.changed([`${root}/a.deal`]);
    assert.equal(reader.completeness()(root), false);
    assert.equal(reader.missing()(root), false);
    await disk.settle();
    assert.equal(reader.completeness()(root), true);
  });

  it('reads the rest once for all who ask for it at the same time, and again later', async () => {
    const { workspace, reader, disk } = setUp();
    for (let index = 0; index < 100; index++) disk.texts.set(`${root}/f${index}.deal`, 'company A');
    void reader.readWorkspace([root], { ...unfollowed, isCancelled: true });
    await disk.settle();
    const stopped = reader.readRest({ ...unfollowed, isCancelled: true });
    await stopped;
    assert.equal(disk.reads, 0);
    const both = Promise.all([reader.readRest(unfollowed), reader.readRest(unfollowed)]);
    await disk.settle();
    await both;
    assert.equal(disk.reads, 100);
    assert.equal(Object.keys(content(workspace)).length, 100);
  });

  it('throws away what was read of a file or folder that is gone meanwhile', async () => {
    const { workspace, reader, disk } = setUp();
    disk.texts.set(`${root}/x/a.deal`, 'company A');
    void reader.changed([`${root}/x/a.deal`]);
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
    void reader.changed([uri]);
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
      fc.record({ do: fc.constantFrom('break' as const, 'mend' as const), uri: fc.constantFrom(...uris) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { workspace, reader, disk } = setUp();
        const open = new Map<string, string>();
        for (const one of steps) {
          switch (one.do) {
            case 'write':
              disk.texts.set(one.uri, one.text);
              void reader.changed([one.uri]);
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
              break;
            case 'break':
              disk.broken.add(one.uri);
              break;
            case 'mend':
              disk.broken.delete(one.uri);
              // A disk that can be read again says nothing of it.
              void reader.changed([one.uri]);
          }
        }
        const wasBroken = [...disk.broken];
        disk.broken.clear();
        if (wasBroken.length > 0) void reader.changed(wasBroken);
        await disk.settle();
        assert.equal(reader.unreadCount, 0);
        const expected = Object.fromEntries([...disk.texts, ...open].sort(([a], [b]) => (a < b ? -1 : 1)));
        assert.deepEqual(content(workspace), expected);
      }),
      { numRuns: propertyRuns },
    );
  });
});
