import {
  type CancellationToken,
  CancellationTokenSource,
  l10n,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  window,
} from 'vscode';
import type { AsOfState, StatusDate } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';
import { plainLabel } from '../plainLabel';
import { longDay } from './dayInWords';

interface DayItem extends QuickPickItem {
  /** A day, `today`, or null for each project’s own day; undefined where the row only tells something. */
  readonly choice?: string | null;
}

/**
 * Asks for a day: one of those that are offered, or a date that is typed, which is read while it is typed.
 * @returns a day, `today`, or null for each project’s own day; undefined when the user broke off
 */
export async function pickDay(
  server: LanguageServer,
  state: AsOfState | undefined,
): Promise<string | null | undefined> {
  const pick = window.createQuickPick<DayItem>();
  pick.title = l10n.t('As-Of Date');
  pick.placeholder = l10n.t('A date such as 2025-01-31, 2024-Q3 or 2024, or one of these');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const input = new DayInput(pick, server, state);
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => {
        const choice = pick.selectedItems[0]?.choice;
        if (choice !== undefined) resolve(choice);
      });
      pick.onDidHide(() => resolve(undefined));
      pick.onDidChangeValue((value) => input.read(value));
      pick.show();
      input.read('');
      void input.offerStatusDates();
    });
  } finally {
    input.stop();
    pick.dispose();
  }
}

/** The rows of the list, which change with what is typed and with what the server has found. */
class DayInput {
  private readonly loading = new CancellationTokenSource();
  private reading: CancellationTokenSource | undefined;
  private typed: readonly DayItem[] = [];
  private dates: readonly StatusDate[] = [];

  constructor(
    private readonly pick: QuickPick<DayItem>,
    private readonly server: LanguageServer,
    private readonly state: AsOfState | undefined,
  ) {}

  stop(): void {
    this.loading.cancel();
    this.reading?.cancel();
  }

  /** Reads what is typed; a later text supersedes an earlier one. */
  read(value: string): void {
    this.reading?.cancel();
    const text = value.trim();
    if (text === '') {
      this.typed = [];
      this.show();
      return;
    }
    this.reading = new CancellationTokenSource();
    void this.readNow(text, this.reading.token);
  }

  private async readNow(text: string, token: CancellationToken): Promise<void> {
    try {
      const result = await this.server.readDay({ text }, token);
      if (token.isCancellationRequested) return;
      // VS Code puts what begins with what is typed first.
      const typed: DayItem =
        'day' in result
          ? {
              label: text,
              description: l10n.t('As of {0}', result.inWords),
              choice: result.day,
              alwaysShow: true,
            }
          : { label: result.problem, alwaysShow: true };
      // What is no date may be looked for among the deals.
      const isLookedFor = typed.choice === undefined && this.offered().some((item) => contains(item, text));
      this.typed = isLookedFor ? [] : [typed];
      this.show();
    } catch (error) {
      // Superseded, or the server has gone down.
      this.server.output.debug(String(error));
    }
  }

  async offerStatusDates(): Promise<void> {
    const { pick, server } = this;
    const { token } = this.loading;
    pick.busy = true;
    try {
      this.dates = await server.statusDates(token);
    } catch (error) {
      server.output.debug(String(error));
    }
    if (token.isCancellationRequested) return;
    pick.busy = false;
    this.show();
  }

  private show(): void {
    const { pick } = this;
    const active = pick.activeItems[0];
    pick.items = [...this.typed, ...this.offered()];
    const [first] = this.typed;
    const again = pick.items.find(({ label }) => label === active?.label);
    if (first) pick.activeItems = [first];
    else if (again) pick.activeItems = [again];
  }

  private offered(): DayItem[] {
    return [...this.usual(), ...this.ofStatuses()];
  }

  private usual(): DayItem[] {
    const { state } = this;
    if (state === undefined) return [{ label: l10n.t('Today'), choice: 'today' }];
    const { today, chosen, projects } = state;
    const own = new Set(projects.flatMap((project) => project.own ?? []));
    const isToday = chosen === 'today' || (chosen === null && own.size === 0);
    const endOfLastYear = `${Number(today.slice(0, 4)) - 1}-12-31`;
    return [
      { label: l10n.t('Today'), description: description(today, isToday), choice: 'today' },
      ...this.own([...own], chosen === null),
      {
        label: longDay(endOfLastYear),
        description: description(endOfLastYear, chosen === endOfLastYear),
        detail: l10n.t('The end of last year'),
        choice: endOfLastYear,
      },
    ];
  }

  /** What the projects say themselves, where they say something. */
  private own(days: readonly string[], isCurrent: boolean): DayItem[] {
    const [only] = days;
    if (only === undefined) return [];
    if (days.length === 1) {
      return [
        {
          label: longDay(only),
          description: description(only, isCurrent),
          detail: l10n.t('The date that the project’s dealgraph.json names'),
          choice: null,
        },
      ];
    }
    return [
      {
        label: l10n.t('Each project’s own date'),
        ...(isCurrent && { description: l10n.t('current') }),
        detail: l10n.t('As their dealgraph.json files say'),
        choice: null,
      },
    ];
  }

  private ofStatuses(): DayItem[] {
    if (this.dates.length === 0) return [];
    const chosen = this.state?.chosen;
    return [
      { label: l10n.t('Dates of statuses'), kind: QuickPickItemKind.Separator },
      ...this.dates.map(({ day, inWords, events }) => ({
        label: inWords,
        description: description(day, day === chosen),
        detail: plainLabel(events),
        choice: day,
      })),
    ];
  }
}

function contains({ label, description = '', detail = '' }: DayItem, text: string): boolean {
  return `${label}\n${description}\n${detail}`.toLowerCase().includes(text.toLowerCase());
}

function description(day: string, isCurrent: boolean): string {
  return isCurrent ? l10n.t('{0} (current)', day) : day;
}
