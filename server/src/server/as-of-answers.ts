import * as l10n from '@vscode/l10n';
import { ResponseError, type Connection } from 'vscode-languageserver';
import { nearestChange, statusDates } from '../features/as-of/status-dates';
import { Slices } from '../project/slices';
import type { Workspace } from '../project/workspace';
import {
  asOfChangedMethod,
  chooseDayMethod,
  readDayMethod,
  statusDatesMethod,
  stepDayMethod,
  type AsOfState,
  type ChooseDayParams,
  type ReadDayParams,
  type ReadDayResult,
  type StepDayParams,
  type StepDayResult,
} from '../protocol';
import { describeDate, onDay } from '../values/date';
import { formatDay, readDay } from '../values/day';
import type { Defects } from './defects';
import type { Runtime } from './runtime';
import { workedOut } from './sliced-work';

/** Deals that are looked at for their dates before others get a turn. */
const dealsInSlice = 1000;

/** Takes in the day that the user chooses, and tells as of which days everything is seen. */
export class AsOfAnswers {
  private readonly slices: Slices;
  private problem: string | undefined;
  /** The state that was told last, as text. */
  private told: string | undefined;
  private isDoubtful = true;

  constructor(
    private readonly connection: Connection,
    runtime: Runtime,
    private readonly defects: Defects,
    private readonly server: { readonly workspace: Workspace; dayChosen(): void },
  ) {
    this.slices = new Slices(() => runtime.pause(), dealsInSlice);
  }

  listen(): void {
    const { connection, defects, server } = this;
    connection.onRequest(chooseDayMethod, ({ text }: ChooseDayParams) =>
      defects.isolated('choosing the day', () => {
        if (this.choose(text)) server.dayChosen();
        return this.noted();
      }),
    );
    connection.onRequest<ReadDayResult, void>(readDayMethod, ({ text }: ReadDayParams) =>
      defects.isolated('reading a day', () => {
        const day = readDay(text);
        return day.ok
          ? { day: formatDay(day.value), inWords: describeDate(onDay(day.value)) }
          : { problem: day.message };
      }),
    );
    connection.onRequest(statusDatesMethod, (_: unknown, token) => {
      const { all, today } = server.workspace;
      return workedOut('the dates of statuses', statusDates(all, today), this.slices, defects, token);
    });
    connection.onRequest<StepDayResult, void>(
      stepDayMethod,
      async ({ from, direction }: StepDayParams, token) => {
        const start = readDay(from);
        if (!start.ok) return { day: null };
        const steps = nearestChange(server.workspace.all, start.value, direction);
        const day = await workedOut('stepping through the dates', steps, this.slices, defects, token);
        return day instanceof ResponseError ? day : { day: day === undefined ? null : formatDay(day) };
      },
    );
  }

  /**
   * Takes in what the user chose. What cannot be read changes nothing, and is told of with the state.
   * @returns whether that is another choice than before
   */
  choose(text: string | null): boolean {
    const { workspace } = this.server;
    const wanted = text?.trim() ?? '';
    const day = wanted === '' || wanted === 'today' ? undefined : readDay(wanted);
    this.problem =
      day?.ok === false ? l10n.t('The as-of date “{0}” cannot be used. {1}', wanted, day.message) : undefined;
    if (day?.ok === false) return false;
    const chosen = wanted === 'today' ? wanted : day?.value;
    if (chosen === workspace.chosenDay) return false;
    workspace.chosenDay = chosen;
    return true;
  }

  /** Projects, or what they say of themselves, may be others now. */
  doubt(): void {
    this.isDoubtful = true;
  }

  /** Tells the state, where it is another one than the client knows. */
  tell(): void {
    if (!this.isDoubtful) return;
    const before = this.told;
    const state = this.noted();
    if (this.told !== before) void this.connection.sendNotification(asOfChangedMethod, state);
  }

  /** The state, which the client knows from now on. */
  private noted(): AsOfState {
    const state = this.state();
    this.told = JSON.stringify(state);
    this.isDoubtful = false;
    return state;
  }

  private state(): AsOfState {
    const { workspace } = this.server;
    const { chosenDay } = workspace;
    return {
      today: formatDay(workspace.today),
      chosen: typeof chosenDay === 'number' ? formatDay(chosenDay) : (chosenDay ?? null),
      projects: workspace.all.map((project) => {
        const { day, because } = workspace.dayInForce(project.root);
        const own = workspace.configOf(project).asOf;
        return {
          root: project.root,
          isSingleFile: project.document(project.root) !== undefined,
          day: formatDay(day),
          because,
          own: own === undefined ? null : formatDay(own),
        };
      }),
      ...(this.problem !== undefined && { problem: this.problem }),
    };
  }
}
