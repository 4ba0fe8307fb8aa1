import { commands, Disposable, EventEmitter, l10n, window } from 'vscode';
import type { AsOfState, StepDayParams } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';
import { tellFailure, tellInformation, tellWarning } from '../notifications';
import type { AsOfChoice } from './asOfChoice';
import { pickDay } from './dayPick';
import { longDay } from './dayInWords';
import { commonDay, isMoved, isSimplyToday, projectOf, shownProjects } from './daysInForce';

/** As of which days everything is seen, as the surfaces see it, with the commands that move it. */
export class AsOf implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  /** Undefined before the server has told. */
  state: AsOfState | undefined;
  private warned: string | undefined;
  private readonly subscriptions: Disposable;

  constructor(
    private readonly server: LanguageServer,
    private readonly choice: AsOfChoice,
  ) {
    this.subscriptions = Disposable.from(
      this.changed,
      server.onDidChangeAsOf((state) => this.take(state)),
      server.onDidChangeState((now) => {
        // It may have been chosen otherwise while the server came up.
        if (now === 'running') void this.send();
        else this.take(undefined);
      }),
      choice.onDidChange(() => this.send()),
      commands.registerCommand('dealgraph.asOf.set', (text?: unknown) => this.ask(text)),
      commands.registerCommand('dealgraph.asOf.today', () => this.backToToday()),
      commands.registerCommand('dealgraph.asOf.back', () => this.step('back')),
      commands.registerCommand('dealgraph.asOf.forward', () => this.step('forward')),
    );
  }

  /** Whether the day in force, where it is a choice, is that of the setting. */
  get isBySetting(): boolean {
    return this.choice.isBySetting && this.state?.problem === undefined;
  }

  /** For the view: `As of 31 January 2025.`; undefined where everything in it is simply seen as of today. */
  get label(): string | undefined {
    const { state } = this;
    if (state === undefined) return undefined;
    const shown = shownProjects(state);
    if (shown.every((project) => isSimplyToday(state, project))) return undefined;
    const common = commonDay(shown);
    if (common === undefined) return l10n.t('As of several dates.');
    return state.chosen === 'today' ? l10n.t('As of today.') : l10n.t('As of {0}.', longDay(common.day));
  }

  /**
   * Sees everything as of another day, in this workspace.
   * @param text a day, `today`, or null for each project’s own day
   */
  async choose(text: string | null): Promise<void> {
    if (text === 'today') await this.backToToday();
    else await this.choice.set(text);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private take(state: AsOfState | undefined): void {
    this.state = state;
    void commands.executeCommand('setContext', 'dealgraph.asOf.moved', state !== undefined && isMoved(state));
    this.changed.fire();
    if (state?.problem !== undefined && state.problem !== this.warned) void this.warn(state.problem);
    this.warned = state?.problem;
  }

  /** Only a setting can be wrong: what is chosen by command is read before. */
  private async warn(problem: string): Promise<void> {
    const open = l10n.t('Open Settings');
    if ((await tellWarning(problem, open)) !== open) return;
    await commands.executeCommand('workbench.action.openSettings', 'dealgraph.asOf');
  }

  private async send(): Promise<void> {
    if (this.server.state !== 'running') return;
    try {
      await this.server.chooseDay({ text: this.choice.text });
    } catch (error) {
      this.server.output.warn(String(error));
    }
  }

  /** @param text from a keybinding or another command: what to choose without asking */
  private async ask(text: unknown): Promise<void> {
    if (typeof text === 'string') {
      const read = text === 'today' ? undefined : await this.server.readDay({ text });
      if (read && 'problem' in read) tellFailure(read.problem);
      else await this.choose(read?.day ?? 'today');
      return;
    }
    const picked = await pickDay(this.server, this.state);
    if (picked !== undefined) await this.choose(picked);
  }

  /** Today without a choice, unless a project would then be seen as of its own day. */
  private async backToToday(): Promise<void> {
    const hasOwnDay = this.state?.projects.some(({ own }) => own !== null) ?? false;
    await this.choice.set(hasOwnDay ? 'today' : null);
  }

  private async step(direction: StepDayParams['direction']): Promise<void> {
    const { state } = this;
    const document = window.activeTextEditor?.document;
    const project =
      state && ((document && projectOf(state, document.uri)) ?? commonDay(shownProjects(state)));
    const from = project?.day ?? state?.today;
    if (from === undefined) return;
    const { day } = await this.server.stepDay({ from, direction });
    if (day !== null) return this.choice.set(day);
    void tellInformation(
      direction === 'back'
        ? l10n.t('No deal has a status from before {0}.', longDay(from))
        : l10n.t('No deal has a status from after {0}.', longDay(from)),
    );
  }
}
