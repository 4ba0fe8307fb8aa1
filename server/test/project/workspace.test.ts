import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DealDocument } from '../../src/language/document';
import { interpret } from '../../src/model/interpret';
import type { Project } from '../../src/project/project';
import { dayOf } from '../../src/values/date';
import { isConfig, Workspace, type WorkspaceListener } from '../../src/project/workspace';
import { propertyRuns } from '../language/random-text';
import { fixtureDay } from '../project-fixture';

/** A listener that keeps the texts of each project by what it is told alone. */
class Recorder implements WorkspaceListener {
  readonly declared = new Map<Project, Map<string, Set<string>>>();

  projectAdded(project: Project): void {
    assert.ok(!this.declared.has(project));
    this.declared.set(project, new Map());
  }

  projectRemoved(project: Project): void {
    assert.equal(project.fileCount, 0);
    assert.ok(this.declared.delete(project));
  }

  changed(project: Project, { uri, removed, added }: Parameters<WorkspaceListener['changed']>[1]): void {
    const files = this.declared.get(project);
    assert.ok(files, 'a project changes only while it is there');
    const names = files.get(uri) ?? new Set<string>();
    for (const item of removed) names.delete(interpret(item)?.name ?? '');
    for (const item of added) names.add(interpret(item)?.name ?? '');
    files.set(uri, names);
  }
}

function workspace(...folders: string[]): { workspace: Workspace; heard: Recorder } {
  const heard = new Recorder();
  const made = new Workspace(fixtureDay, heard, []);
  made.setFolders(folders);
  return { workspace: made, heard };
}

/** Checks which files stand together: `root: file file`. */
function checkProjects(made: Workspace, ...expected: string[]): void {
  assert.deepEqual(
    made.all.map(({ root, uris }) => `${root}: ${uris.join(' ')}`),
    expected,
  );
  for (const project of made.all) {
    for (const uri of project.uris) assert.equal(made.projectOf(uri), project);
  }
}

const parse = (text: string) => DealDocument.parse(text);

describe('workspace', () => {
  it('puts the files of a folder into one project, those outside each into its own while it is open', () => {
    const { workspace: made } = workspace('file:///w');
    made.setDiskText('file:///w/a.deal', 'company A');
    made.setDiskText('file:///w/x/b.deal', 'company B');
    made.setDiskText('file:///w2/c.deal', 'company C');
    made.setEditorText('file:///w2/d.deal', parse('company D'), 1);
    made.setEditorText('untitled:Untitled-1', parse('company E'), 1);
    checkProjects(
      made,
      'file:///w: file:///w/a.deal file:///w/x/b.deal',
      'file:///w2/d.deal: file:///w2/d.deal',
      'untitled:Untitled-1: untitled:Untitled-1',
    );
    assert.equal(made.projectOf('file:///w/a.deal')?.find('B')?.kind, 'company');
    assert.equal(made.projectOf('file:///w2/d.deal')?.find('A'), undefined);
    assert.equal(made.projectOf('file:///w2/c.deal'), undefined);
  });

  it('keeps several folders apart; the nearest one counts', () => {
    const { workspace: made } = workspace('file:///w', 'file:///v', 'file:///w/inner');
    for (const file of ['w/a', 'v/b', 'w/inner/c', 'w/inner2/d'])
      made.setDiskText(`file:///${file}.deal`, '');
    checkProjects(
      made,
      'file:///v: file:///v/b.deal',
      'file:///w: file:///w/a.deal file:///w/inner2/d.deal',
      'file:///w/inner: file:///w/inner/c.deal',
    );
  });

  it('makes a project of a folder with a dealgraph.json, as long as there is one', () => {
    const { workspace: made, heard } = workspace('file:///w');
    made.setDiskText('file:///w/a.deal', 'company A');
    made.setDiskText('file:///w/x/b.deal', 'company B');
    made.setConfig('file:///w/x/dealgraph.json', '{}');
    checkProjects(made, 'file:///w: file:///w/a.deal', 'file:///w/x: file:///w/x/b.deal');
    assert.deepEqual(made.configUris, ['file:///w/x/dealgraph.json']);
    made.setConfig('file:///w/x/dealgraph.json', null);
    checkProjects(made, 'file:///w: file:///w/a.deal file:///w/x/b.deal');
    assert.equal(heard.declared.size, 1);
  });

  it('leaves out what dealgraph.json leaves out, which stands alone while it is open', () => {
    const { workspace: made } = workspace('file:///w');
    const draft = 'file:///w/my%20drafts/b.deal';
    made.setDiskText('file:///w/a.deal', '');
    made.setDiskText(draft, '');
    made.setConfig('file:///w/dealgraph.json', '{ "exclude": ["my drafts/**"] }');
    checkProjects(made, 'file:///w: file:///w/a.deal');
    made.setEditorText(draft, parse(''), 1);
    checkProjects(made, 'file:///w: file:///w/a.deal', `${draft}: ${draft}`);
    assert.deepEqual(
      made.all.map((project) => made.isLeftOut(project)),
      [false, true],
    );
    made.closeEditor(draft);
    checkProjects(made, 'file:///w: file:///w/a.deal');
    made.setConfig('file:///w/dealgraph.json', '{ broken');
    checkProjects(made, `file:///w: file:///w/a.deal ${draft}`);
    const { problems = [] } = made.configProblems('file:///w/dealgraph.json') ?? {};
    assert.ok(problems.length > 0);
  });

  it('does not take a folder with its own dealgraph.json for left out, whatever the one above says', () => {
    const { workspace: made } = workspace('file:///w');
    made.setConfig('file:///w/dealgraph.json', '{ "exclude": ["inner/**"] }');
    made.setConfig('file:///w/inner/dealgraph.json', '{}');
    made.setDiskText('file:///w/inner/a.deal', '');
    checkProjects(made, 'file:///w/inner: file:///w/inner/a.deal');
    assert.equal(made.isLeftOut(made.all[0]!), false);
  });

  it('leaves all as it is when a dealgraph.json is read again that says the same', () => {
    const { workspace: made } = workspace('file:///w');
    const config = 'file:///w/dealgraph.json';
    made.setConfig(config, '{ "exclude": 1 }');
    const before = made.configProblems(config);
    made.setConfig(config, '{ "exclude": 1 }');
    assert.equal(made.configProblems(config), before);
  });

  it('sees each project as of the day that the user chose, else of its own, else of today', () => {
    const { workspace: made } = workspace('file:///w');
    made.setConfig('file:///w/own/dealgraph.json', '{ "asOf": "2024" }');
    made.setDiskText('file:///w/a.deal', 'company A');
    made.setDiskText('file:///w/own/b.deal', 'company B');
    const seen = () =>
      made.all.map(({ root, asOf }) => {
        const { day, because } = made.dayInForce(root);
        assert.equal(asOf, day);
        return `${day} ${because}`;
      });
    const own = dayOf(2024, 12, 31);
    assert.deepEqual(seen(), [`${fixtureDay} today`, `${own} project`]);
    made.chosenDay = 5;
    assert.deepEqual(seen(), ['5 chosen', '5 chosen']);
    made.chosenDay = 'today';
    made.today++;
    assert.deepEqual(seen(), [`${made.today} chosen`, `${made.today} chosen`]);
    made.chosenDay = undefined;
    assert.deepEqual(seen(), [`${made.today} today`, `${own} project`]);
  });

  it('takes in files whose names cannot be decoded', () => {
    const { workspace: made } = workspace('file:///w');
    made.setConfig('file:///w/dealgraph.json', '{ "exclude": ["drafts/**"] }');
    made.setDiskText('file:///w/%FF%.deal', 'company A');
    checkProjects(made, 'file:///w: file:///w/%FF%.deal');
  });

  it('prefers the text of an editor to that of the disk, until it is closed', () => {
    const { workspace: made } = workspace('file:///w');
    const uri = 'file:///w/a.deal';
    const text = () => made.projectOf(uri)?.document(uri)?.text;
    made.setDiskText(uri, 'company Disk');
    made.setEditorText(uri, parse('company Editor'), 1);
    made.setDiskText(uri, 'company Other');
    assert.equal(text(), 'company Editor');
    assert.equal(made.openDocument(uri)?.version, 1);
    made.closeEditor(uri);
    assert.equal(text(), 'company Other');
    assert.equal(made.openDocument(uri), undefined);
    made.setDiskText(uri, 'company Later');
    assert.equal(text(), 'company Later');
  });

  it('lets go of a closed file that is not on disk, or in no folder', () => {
    const { workspace: made, heard } = workspace('file:///w');
    made.setEditorText('file:///w/new.deal', parse(''), 1);
    made.setEditorText('file:///elsewhere/a.deal', parse(''), 1);
    made.closeEditor('file:///w/new.deal');
    made.closeEditor('file:///elsewhere/a.deal');
    made.closeEditor('file:///w/never-opened.deal');
    checkProjects(made);
    assert.equal(heard.declared.size, 0);
  });

  it('forgets what is deleted with all below it, but what an editor has open', () => {
    const { workspace: made } = workspace('file:///w');
    for (const file of ['x/a', 'x/y/b', 'xx/c']) made.setDiskText(`file:///w/${file}.deal`, '');
    made.setConfig('file:///w/x/dealgraph.json', '{}');
    made.setEditorText('file:///w/x/open.deal', parse(''), 1);
    made.deletedOnDisk('file:///w/x');
    checkProjects(made, 'file:///w: file:///w/x/open.deal file:///w/xx/c.deal');
    assert.equal(made.configProblems('file:///w/x/dealgraph.json'), undefined);
  });

  it('forgets what the user deletes even where it is open, until it is edited again', () => {
    const { workspace: made } = workspace('file:///w');
    made.setDiskText('file:///w/x/a.deal', '');
    made.setEditorText('file:///w/x/a.deal', parse(''), 1);
    made.deletedByUser('file:///w/x');
    checkProjects(made);
    made.setEditorText('file:///w/x/a.deal', parse('company A'), 2);
    checkProjects(made, 'file:///w: file:///w/x/a.deal');
    made.deletedByUser('file:///w/x/a.deal');
    checkProjects(made);
  });

  it('follows its folders: files of one that goes stay only while they are open', () => {
    const { workspace: made } = workspace('file:///w', 'file:///v');
    made.setDiskText('file:///w/a.deal', '');
    made.setDiskText('file:///v/b.deal', '');
    made.setEditorText('file:///v/open.deal', parse(''), 1);
    made.setFolders(['file:///w']);
    checkProjects(made, 'file:///v/open.deal: file:///v/open.deal', 'file:///w: file:///w/a.deal');
    made.setFolders(['file:///w', 'file:///v']);
    checkProjects(made, 'file:///v: file:///v/open.deal', 'file:///w: file:///w/a.deal');
  });

  it('knows a dealgraph.json by its name', () => {
    assert.equal(isConfig('file:///w/dealgraph.json'), true);
    assert.equal(isConfig('file:///w/my-dealgraph.json'), false);
  });

  it('after any changes equals one that was set up so from the start', () => {
    const folders = ['file:///w', 'file:///w/x', 'file:///v'];
    const files = ['w/a', 'w/x/b', 'w/x/y/c', 'v/d', 'u/e'].map((path) => `file:///${path}.deal`);
    const configs = ['w', 'w/x', 'w/x/y'].map((path) => `file:///${path}/dealgraph.json`);
    const step = fc.oneof(
      fc.record({ do: fc.constant('folders' as const), which: fc.subarray(folders) }),
      fc.record({
        do: fc.constant('config' as const),
        uri: fc.constantFrom(...configs),
        text: fc.constantFrom(null, '{}', '{ "exclude": ["x/**", "b.deal"] }'),
      }),
      fc.record({
        do: fc.constantFrom('open' as const, 'close' as const, 'write' as const, 'delete' as const),
        uri: fc.constantFrom(...files),
        text: fc.constantFrom('', 'company A', 'company A\nfund B'),
      }),
      fc.record({
        do: fc.constant('delete' as const),
        uri: fc.constantFrom('file:///w/x', 'file:///w', 'file:///v'),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const { workspace: made, heard } = workspace(...folders);
        let current: readonly string[] = folders;
        const isIn = (uri: string, folder: string) => uri === folder || uri.startsWith(`${folder}/`);
        const open = new Map<string, string>();
        const disk = new Map<string, string>();
        const texts = new Map<string, string>();
        const inFolders = (uri: string) => current.some((folder) => isIn(uri, folder));
        const drop = (goes: (uri: string) => boolean) => {
          for (const uri of disk.keys()) if (goes(uri)) disk.delete(uri);
          for (const uri of texts.keys()) if (goes(uri)) texts.delete(uri);
        };
        for (const one of steps) {
          switch (one.do) {
            case 'folders':
              current = one.which;
              made.setFolders(current);
              drop((uri) => !inFolders(uri));
              break;
            case 'config':
              made.setConfig(one.uri, one.text);
              if (one.text === null) texts.delete(one.uri);
              else if (inFolders(one.uri)) texts.set(one.uri, one.text);
              break;
            case 'open':
              made.setEditorText(one.uri, parse(one.text), 1);
              open.set(one.uri, one.text);
              break;
            case 'close':
              made.closeEditor(one.uri);
              open.delete(one.uri);
              break;
            case 'write':
              made.setDiskText(one.uri, one.text);
              if (inFolders(one.uri)) disk.set(one.uri, one.text);
              break;
            case 'delete':
              made.deletedOnDisk(one.uri);
              drop((uri) => isIn(uri, one.uri));
          }
        }
        const fresh = workspace(...current).workspace;
        for (const [uri, text] of open) fresh.setEditorText(uri, parse(text), 1);
        for (const [uri, text] of disk) fresh.setDiskText(uri, text);
        for (const [uri, text] of texts) fresh.setConfig(uri, text);
        const content = (which: Workspace) =>
          which.all.map((project) => [
            project.root,
            project.declarationCount,
            ...project.uris.map((uri) => [uri, project.document(uri)?.text]),
          ]);
        assert.deepEqual(content(made), content(fresh));
        assert.deepEqual(
          [...heard.declared.keys()].map(({ root }) => root).sort(),
          made.all.map(({ root }) => root),
        );
      }),
      { numRuns: propertyRuns },
    );
  });
});
