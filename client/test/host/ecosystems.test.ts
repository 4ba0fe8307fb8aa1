import assert from 'node:assert/strict';
import {
  commands,
  env,
  MarkdownString,
  Selection,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { TestAccess } from '../../src/session';
import { DealFiles, rangeOf, replaceIn } from './dealFiles';
import { dealgraph, eventually } from './extension';
import { allRows, rowOf } from './rows';

/** Two parties, two deals and the ecosystem that holds them; names that no sample uses. */
const small = `company Quillon
company Vantrex "Vantrex Labs"

investment QuillonVantrex "Quillon in Vantrex": Quillon -> Vantrex {
  amount $1B
  status closed on 2024-03
}

supply VantrexQuillon "Vantrex for Quillon": Vantrex -> Quillon {
  provides cloud
  status signed on 2025-02
}

ecosystem VantrexEcosystem { hub Vantrex }
`;

describe('the Ecosystems view', () => {
  let files: DealFiles;
  let access: TestAccess;
  let view: TestAccess['ecosystems'];

  before(async () => {
    access = await dealgraph();
    view = access.ecosystems;
  });

  beforeEach(async () => {
    files = new DealFiles();
    await files.open('small.deal', small);
    await eventually(() => rowOf(view.rows, 'Quillon in Vantrex'));
  });

  afterEach(async () => {
    view.setFilter('');
    await settings().update('groupBy', undefined, true);
    await settings().update('followCursor', undefined, true);
    await files.dispose();
  });

  it('has rows for the project, each with an id of its own and a parent that has it', async () => {
    const rows = await allRows(view.rows);
    const keys = new Set(rows.map(({ key }) => key));
    assert.equal(keys.size, rows.length);
    for (const node of rows) {
      const siblings = await view.rows.getChildren(view.rows.getParent(node));
      assert.ok(siblings.includes(node), node.row.label);
    }
  });

  it('gives each row an icon, a text for screen readers, and a link to its declaration', async () => {
    for (const node of await allRows(view.rows)) {
      const item = view.rows.getTreeItem(node);
      assert.ok(item.iconPath, node.row.label);
      assert.ok(item.accessibilityInformation?.label, node.row.label);
      assert.equal(item.command === undefined, node.row.location === undefined, node.row.label);
    }
  });

  it('shows a row that a change brings, and keeps the objects of the others', async () => {
    const before = await rowOf(view.rows, 'Quillon in Vantrex');
    const { document } = window.activeTextEditor!;
    await replaceIn(
      document,
      'ecosystem Vantrex',
      'investment SecondQuillon "Second of Quillon": Quillon -> Vantrex { amount $2B }\n\necosystem Vantrex',
    );
    await eventually(() => rowOf(view.rows, 'Second of Quillon'));
    assert.equal(await rowOf(view.rows, 'Quillon in Vantrex'), before);
  });

  it('counts the problems of a declaration on its row until they are gone', async () => {
    const { document } = window.activeTextEditor!;
    await replaceIn(document, 'amount $1B', 'amount plenty');
    const broken = await eventually(async () => {
      const node = await rowOf(view.rows, 'Quillon in Vantrex');
      assert.equal(node.row.problems?.errors, 1);
      return view.rows.getTreeItem(node);
    });
    assert.ok(broken.resourceUri);
    assert.match(broken.accessibilityInformation?.label ?? '', /1 error/);
    await replaceIn(document, 'amount plenty', 'amount $1B');
    await eventually(async () => {
      const node = await rowOf(view.rows, 'Quillon in Vantrex');
      assert.equal(node.row.problems?.errors ?? 0, 0);
      assert.notEqual(view.rows.getTreeItem(node).resourceUri?.toString(), broken.resourceUri?.toString());
    });
  });

  it('filters by part of a name, opens what is left, and shows all again', async () => {
    const all = await allRows(view.rows);
    view.setFilter('quillon in');
    const filtered = await allRows(view.rows);
    assert.ok(filtered.length < all.length);
    const leaves = filtered.filter(({ row }) => row.children === 'none');
    assert.ok(leaves.length > 0);
    for (const { row } of leaves) assert.match(row.label.toLowerCase(), /quillon in/);
    for (const node of filtered.filter(({ row }) => row.children !== 'none')) {
      const { collapsibleState } = view.rows.getTreeItem(node);
      assert.equal(collapsibleState, TreeItemCollapsibleState.Expanded, node.row.label);
    }
    view.setFilter('');
    assert.equal((await allRows(view.rows)).length, all.length);
  });

  it('says so when nothing matches the filter', async () => {
    view.setFilter('no such name anywhere');
    assert.deepEqual(await view.rows.getChildren(), []);
    await eventually(() => assert.match(view.view.message ?? '', /no such name anywhere/));
    view.setFilter('');
    assert.doesNotMatch(view.view.message ?? '', /no such name/);
  });

  it('is arranged as the setting says', async () => {
    const tops = new Map<string, string>();
    for (const groupBy of ['ecosystem', 'partyKind', 'status', 'year']) {
      await settings().update('groupBy', groupBy, true);
      await eventually(() => assert.equal(view.rows.query.groupBy, groupBy));
      const rows = await allRows(view.rows);
      assert.ok(rows.length > 0, groupBy);
      tops.set(
        groupBy,
        rows
          .filter((node) => node.parent === undefined)
          .map(({ row }) => row.label)
          .join(),
      );
    }
    assert.equal(new Set(tops.values()).size, tops.size);
  });

  it('selects the row of what the cursor is on', async () => {
    await commands.executeCommand('dealgraph.ecosystems.focus');
    await eventually(() => assert.ok(view.view.visible));
    for (const name of ['Quillon in Vantrex', 'Vantrex for Quillon', 'Quillon in Vantrex']) {
      await cursorOn(`"${name}"`);
      await eventually(() => assert.equal(view.view.selection[0]?.row.label, name));
    }
  });

  it('keeps the row that the user chose among several of one subject', async () => {
    await commands.executeCommand('dealgraph.ecosystems.focus');
    const rows = (await allRows(view.rows)).filter(({ row }) => row.label.startsWith('Quillon'));
    const chosen = rows.findLast(({ row }) => row.kind === 'party');
    assert.ok(chosen?.row.location);
    await cursorOn('company Quillon');
    await eventually(() => assert.equal(view.view.selection[0]?.row.label, 'Quillon'));
    await eventually(async () => {
      await view.view.reveal(chosen, { select: true });
      // The row of the cursor, above, may still be on its way into sight.
      await settled();
      assert.equal(view.view.selection[0]?.key, chosen.key);
    });
    await cursorOn('Quillon -> Vantrex');
    await cursorOn('company Quillon');
    await settled();
    assert.equal(view.view.selection[0]?.key, chosen.key);
  });

  it('leaves the selection alone when it is not to follow the cursor', async () => {
    await commands.executeCommand('dealgraph.ecosystems.focus');
    await cursorOn('QuillonVantrex "');
    await eventually(() => assert.equal(view.view.selection[0]?.row.label, 'Quillon in Vantrex'));
    await commands.executeCommand('dealgraph.ecosystems.stopFollowingCursor');
    assert.equal(settings().get('followCursor'), false);
    await cursorOn('VantrexQuillon "');
    await settled();
    assert.equal(view.view.selection[0]?.row.label, 'Quillon in Vantrex');
    await commands.executeCommand('dealgraph.ecosystems.showAtCursor');
    await eventually(() => assert.equal(view.view.selection[0]?.row.label, 'Vantrex for Quillon'));
    await commands.executeCommand('dealgraph.ecosystems.followCursor');
    assert.equal(settings().get('followCursor'), true);
  });

  it('shows what the filter hides when it is asked for what is at the cursor', async () => {
    await commands.executeCommand('dealgraph.ecosystems.focus');
    view.setFilter('VantrexQuillon');
    await cursorOn('QuillonVantrex "');
    await commands.executeCommand('dealgraph.ecosystems.showAtCursor');
    assert.equal(view.rows.query.filter, undefined);
    await eventually(() => assert.equal(view.view.selection[0]?.row.label, 'Quillon in Vantrex'));
  });

  it('goes from a row to its declaration', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const node = await rowOf(view.rows, 'Vantrex for Quillon');
    await commands.executeCommand('dealgraph.ecosystems.revealSource', node);
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), files.uri('small.deal').toString());
    assert.equal(editor.document.getText(editor.selection), 'VantrexQuillon');
  });

  it('copies the name of a row as deals write it', async () => {
    // The rows of the test before may still be there, of files that are gone.
    await eventually(async () => {
      const rows = await allRows(view.rows);
      const vantrex = rows.find(({ row }) => row.kind === 'party' && row.label.startsWith('Vantrex'));
      await commands.executeCommand('dealgraph.ecosystems.copyName', vantrex);
      assert.equal(await env.clipboard.readText(), 'Vantrex');
    });
  });

  it('copies nothing from a row whose file is gone', async () => {
    const node = await rowOf(view.rows, 'Quillon in Vantrex');
    const { location } = node.row;
    assert.ok(location);
    const gone = { ...node, row: { ...node.row, location: { ...location, uri: `${location.uri}.gone` } } };
    await env.clipboard.writeText('before');
    await commands.executeCommand('dealgraph.ecosystems.copyName', gone);
    assert.equal(await env.clipboard.readText(), 'before');
  });

  it('explains a row in Markdown that can run nothing', async () => {
    const node = await rowOf(view.rows, 'Quillon in Vantrex');
    const { tooltip } = await access.server
      .treeTooltip({ query: view.rows.query, row: node.row.id }, never)
      .then(() => view.rows.resolveTreeItem(view.rows.getTreeItem(node), node, never));
    assert.ok(tooltip instanceof MarkdownString);
    assert.match(tooltip.value, /\$1B/);
    assert.ok(!tooltip.isTrusted && !tooltip.supportHtml);
  });

  it('drops the rows of a file that is deleted', async () => {
    const uri = files.uri('second.deal');
    await files.write(
      'second.deal',
      'company Orvane\ninvestment OrvaneDeal "Orvane in Vantrex": Orvane -> Vantrex { amount $1M }\n',
    );
    await eventually(() => rowOf(view.rows, 'Orvane in Vantrex'));
    await workspace.fs.delete(Uri.parse(uri.toString()));
    await eventually(() => assert.rejects(rowOf(view.rows, 'Orvane in Vantrex')));
  });

  /** Resolves when the view has had its chance to follow: the server answers in order, and drawing takes a while. */
  async function settled(): Promise<void> {
    const { document, selection } = window.activeTextEditor!;
    for (let round = 0; round < 5; round++) {
      await access.server.treePath(
        {
          query: view.rows.query,
          textDocument: { uri: document.uri.toString() },
          position: { line: selection.active.line, character: selection.active.character },
        },
        never,
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});

const never = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

function settings() {
  return workspace.getConfiguration('dealgraph.ecosystems');
}

async function cursorOn(text: string): Promise<void> {
  const editor = window.visibleTextEditors[0];
  assert.ok(editor);
  const { document } = await window.showTextDocument(editor.document);
  const { start } = rangeOf(document, text);
  const target = start.translate(0, 1);
  window.activeTextEditor!.selection = new Selection(target, target);
}
