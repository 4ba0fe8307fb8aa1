import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { checks } from '../../src/checks/registry';
import { DealDocument } from '../../src/language/document';
import { ShownProgress } from '../../src/project/progress';
import { Workspace } from '../../src/project/workspace';
import { Defects } from '../../src/server/defects';
import { DiagnosticsPublisher } from '../../src/server/diagnostics-publisher';
import type { Runtime } from '../../src/server/runtime';
import { fixtureDay } from '../project-fixture';

const first = 'file:///a/main.deal';
const second = 'file:///b/main.deal';
const sound = 'company A\ncompany B { parent A }\n';
const circle = 'company A { parent B }\ncompany B { parent A }\n';
/** More declarations that are looked at together with others than one slice has room for. */
const many = Array.from({ length: 600 }, (_, index) => `company C${index} { parent Root }\n`);

/** A publisher of two folders, with open files alone, whose time goes on when the test says so. */
class Settling {
  readonly published = new Map<string, (string | number | undefined)[]>();
  /** Called when others have their turn. */
  onPause = (): void => {};
  private readonly waiting: (() => void)[] = [];
  private readonly workspace: Workspace;
  private readonly publisher: DiagnosticsPublisher;
  private version = 0;

  constructor() {
    const connection = {
      sendDiagnostics: async ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        this.published.set(
          uri,
          diagnostics.map(({ code }) => code),
        );
      },
      console: {
        error: (message: string) => {
          throw new Error(message);
        },
      },
    };
    const runtime: Runtime = {
      files: undefined,
      reads: () => false,
      today: () => fixtureDay,
      now: () => 0,
      pause: async () => this.onPause(),
      delay: () => new Promise((resolve) => this.waiting.push(resolve)),
    };
    this.workspace = new Workspace(
      fixtureDay,
      {
        projectAdded: (project) => this.publisher.projectAdded(project),
        projectRemoved: (project) => this.publisher.projectRemoved(project),
        changed: (project, delta) => this.publisher.projectChanged(project, delta),
      },
      checks.map(({ code }) => code),
    );
    const reader = {
      completeness: () => () => true,
      missing: () => () => false,
    };
    this.publisher = new DiagnosticsPublisher(
      connection,
      runtime,
      new Defects(connection),
      (work, run) => run(new ShownProgress(work)),
      {
        workspace: this.workspace,
        reader,
        isLoading: false,
        answered: async () => {},
        findingsChanged: () => {},
      },
    );
    this.workspace.setFolders(['file:///a', 'file:///b']);
  }

  edit(uri: string, text: string): void {
    this.workspace.setEditorText(uri, DealDocument.parse(text), ++this.version);
    this.publisher.publishChanges();
  }

  /** Lets all that waits for a pause in the typing go on until nothing waits any more. */
  async rest(): Promise<void> {
    while (this.waiting.length > 0) {
      for (const goOn of this.waiting.splice(0)) goOn();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

describe('looking at declarations together', () => {
  it('looks again at what was changed meanwhile, where nothing else has news', async () => {
    const settling = new Settling();
    settling.edit(first, sound);
    settling.edit(second, `company Root\n${many.join('')}`);
    await settling.rest();
    assert.deepEqual(settling.published.get(first), []);

    // The first folder is done by the time that others have their turn in the second one, which has nothing new to say.
    let pauses = 0;
    settling.onPause = () => {
      if (++pauses === 1) settling.edit(first, circle);
    };
    settling.edit(second, `fund Root\n${many.join('')}`);
    await settling.rest();
    assert.ok(pauses > 0, 'the change came while it settled');
    assert.deepEqual(settling.published.get(first), ['ownership-cycle']);
  });
});
