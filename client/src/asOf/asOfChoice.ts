import { type Disposable, EventEmitter, type Memento, workspace } from 'vscode';

const section = 'dealgraph';
const setting = 'asOf';
const key = 'dealgraph.asOf';

/**
 * The day as of which the user wants to see everything: what was chosen by command in this workspace, else the setting.
 * The command leaves settings alone, which others may share, and the setting takes over again when it is changed.
 */
export class AsOfChoice implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscription: Disposable;

  /** @param memory of the workspace */
  constructor(private readonly memory: Memento) {
    this.subscription = workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.${setting}`)) void this.remember(undefined);
    });
  }

  /** A date, `today`, or null for no choice. */
  get text(): string | null {
    const text = this.remembered ?? this.inSettings;
    return text === '' ? null : text;
  }

  /** Whether the choice in force is that of the setting. */
  get isBySetting(): boolean {
    return this.remembered === undefined;
  }

  /** @param text a date, `today`, or null for no choice, whatever the setting says */
  async set(text: string | null): Promise<void> {
    const wanted = text ?? '';
    await this.remember(wanted === this.inSettings ? undefined : wanted);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private get remembered(): string | undefined {
    return this.memory.get<string>(key);
  }

  private get inSettings(): string {
    const value = workspace.getConfiguration(section).get<unknown>(setting);
    return typeof value === 'string' ? value.trim() : '';
  }

  private async remember(text: string | undefined): Promise<void> {
    await this.memory.update(key, text);
    this.changed.fire();
  }
}
