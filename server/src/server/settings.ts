import {
  DidChangeConfigurationNotification,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver';
import { defaultSettings, type Settings } from '../protocol';
import type { Defects } from './defects';

const section = 'dealgraph';

/** Follows the user's settings, in whichever of the three ways a client tells them. */
export class SettingsFollower {
  private known: Settings = defaultSettings;
  private canAsk = false;
  private canRegister = false;
  /** Stands where a client that is asked knows of no settings. */
  private atStart: unknown;

  /** @param changed called when the settings are others than before */
  constructor(
    private readonly connection: Connection,
    private readonly defects: Defects,
    private readonly changed: () => void,
  ) {}

  get current(): Settings {
    return this.known;
  }

  /** @param atStart what the client says without being asked */
  initialize({ workspace }: ClientCapabilities, atStart: unknown): void {
    this.canAsk = workspace?.configuration ?? false;
    this.canRegister = workspace?.didChangeConfiguration?.dynamicRegistration ?? false;
    this.atStart = atStart;
    this.known = readSettings(atStart);
  }

  initialized(): void {
    const { connection } = this;
    if (this.canRegister)
      void connection.client.register(DidChangeConfigurationNotification.type, { section });
    connection.onDidChangeConfiguration(({ settings }) => {
      if (this.canAsk) this.ask();
      else this.take(isObject(settings) && section in settings ? settings[section] : settings);
    });
    if (this.canAsk) this.ask();
  }

  private ask(): void {
    void this.defects.attempt('asking for settings', async () => {
      this.take(await this.connection.workspace.getConfiguration(section));
    });
  }

  private take(told: unknown): void {
    const settings = readSettings(told ?? this.atStart);
    if (JSON.stringify(settings) === JSON.stringify(this.known)) return;
    this.known = settings;
    this.changed();
  }
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
