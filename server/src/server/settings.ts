import * as l10n from '@vscode/l10n';
import {
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver';
import { excerpt } from '../language/excerpt';
import { defaultSettings, type InitializationOptions, type Settings } from '../protocol';
import type { Defects } from './defects';

const section = 'dealgraph';
/** So many wrong settings are shown at once; the log has all of them. */
const mostTold = 3;

/** Follows the user's settings, in whichever of the three ways a client tells them. */
export class SettingsFollower {
  private known: Settings = defaultSettings;
  private canAsk = false;
  private canRegister = false;
  /** Stands where a client that is asked knows of no settings. */
  private atStart: unknown;
  /** Whether wrong settings are told of: our own client knows them all, and its editor marks those that are wrong. */
  private tellsProblems = false;
  /** Wrong settings that the user was told of; each is told once. */
  private readonly toldProblems = new Set<string>();

  /** @param changed called when the settings are others than before */
  constructor(
    private readonly connection: Connection,
    private readonly defects: Defects,
    private readonly changed: () => void,
  ) {}

  get current(): Settings {
    return this.known;
  }

  /** Takes in what the client says without being asked. */
  initialize({ workspace }: ClientCapabilities, { settings, commands = false }: InitializationOptions): void {
    this.canAsk = workspace?.configuration ?? false;
    this.canRegister = workspace?.didChangeConfiguration?.dynamicRegistration ?? false;
    this.tellsProblems = !commands;
    this.atStart = settings;
    this.known = readSettings(settings);
  }

  initialized(): void {
    const { connection } = this;
    this.tellProblems(this.atStart);
    if (this.canRegister)
      void connection.client.register(DidChangeConfigurationNotification.type, { section });
    connection.onDidChangeConfiguration(({ settings }) => {
      if (this.canAsk) this.ask();
      else this.take(sectionIn(settings));
    });
    if (this.canAsk) this.ask();
  }

  private ask(): void {
    void this.defects.attempt('asking for settings', async () => {
      this.take(await this.connection.workspace.getConfiguration(section));
    });
  }

  private take(told: unknown): void {
    this.tellProblems(told);
    const settings = readSettings(told ?? this.atStart);
    if (JSON.stringify(settings) === JSON.stringify(this.known)) return;
    this.known = settings;
    this.changed();
  }

  /** Says what is wrong with settings, which otherwise would be as if they were not there. */
  private tellProblems(told: unknown): void {
    if (!this.tellsProblems) return;
    const fresh = problemsOfSettings(told).filter((problem) => !this.toldProblems.has(problem));
    if (fresh.length === 0) return;
    for (const problem of fresh) this.toldProblems.add(problem);
    // VS Code makes links that run commands of `[text](command:…)`, which settings have no say in.
    const message = `Dealgraph: ${fresh.slice(0, mostTold).join(' ').replaceAll('](', ']\u200b(')}`;
    this.connection.console.warn(fresh.join('\n'));
    // A notification: nobody has to answer it.
    void this.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message,
    });
  }
}

/** Our settings in those that a client sends: their section, or they themselves, unless they are somebody else's. */
function sectionIn(told: unknown): unknown {
  if (!isObject(told)) return undefined;
  if (section in told) return told[section];
  return Object.keys(defaultSettings).some((name) => name in told) ? told : undefined;
}

/**
 * What is wrong with the settings that a client tells, a sentence each: settings that there are not, and values of another
 * type. What is null, or an empty list, as Lua writes an empty table, is not told.
 */
export function problemsOfSettings(told: unknown): string[] {
  return problemsOf(section, defaultSettings, told);
}

/** What can be set: a switch, or several things by name. */
type Settable = boolean | object;

function problemsOf(path: string, settable: Settable, told: unknown): string[] {
  if (told === undefined || told === null) return [];
  if (typeof settable === 'boolean') {
    return typeof told === 'boolean' ? [] : [wrongValue(path, told, 'true, false')];
  }
  if (Array.isArray(told) && told.length === 0) return [];
  const parts = partsOf(settable);
  const allowed = namesIn(parts);
  if (!isObject(told)) return [wrongValue(path, told, allowed)];
  return Object.entries(told).flatMap(([name, value]) => {
    const own = parts.get(name);
    return own === undefined
      ? [
          l10n.t(
            'There is no setting “{0}” ({1}). There are: {2}.',
            `${path}.${excerpt(name)}`,
            written(value),
            allowed,
          ),
        ]
      : problemsOf(`${path}.${name}`, own, value);
  });
}

function wrongValue(path: string, value: unknown, allowed: string): string {
  return l10n.t(
    'The setting “{0}” cannot be {1}. It takes: {2}. The default stays.',
    path,
    written(value),
    allowed,
  );
}

function partsOf(settable: object): ReadonlyMap<string, Settable> {
  return new Map<string, Settable>(Object.entries(settable));
}

/** The names of what can be set, as they stand in one another. */
function namesIn(parts: ReadonlyMap<string, Settable>): string {
  const names = [...parts].map(([name, own]) =>
    typeof own === 'boolean' ? name : `${name} { ${namesIn(partsOf(own))} }`,
  );
  return names.join(', ');
}

function written(value: unknown): string {
  return excerpt(JSON.stringify(value) ?? String(value));
}

/** Settings from whatever a client tells: what is no setting, or of another type, counts as not told. */
export function readSettings(told: unknown): Settings {
  const parts = isObject(told) ? told : {};
  return {
    inlayHints: switches(defaultSettings.inlayHints, parts['inlayHints']),
    codeLens: switches(defaultSettings.codeLens, parts['codeLens']),
  };
}

function switches<T extends { readonly [name in keyof T]: boolean }>(defaults: T, told: unknown): T {
  const result = { ...defaults };
  for (const name in defaults) {
    const value = isObject(told) ? told[name] : undefined;
    if (typeof value === 'boolean') Object.assign(result, { [name]: value });
  }
  return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
