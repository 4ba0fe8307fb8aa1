import * as l10n from '@vscode/l10n';
import { ErrorCodes, ResponseError, type RemoteConsole } from 'vscode-languageserver';
import { Refused } from '../features/refused';

/** Keeps a defect to the one thing that it is in, and writes it to the log. */
export class Defects {
  constructor(private readonly connection: { readonly console: Pick<RemoteConsole, 'error'> }) {}

  /** Runs one request by itself: a defect answers it with an error and leaves all others working. */
  isolated<T>(what: string, run: () => T): T | ResponseError {
    try {
      return run();
    } catch (error) {
      if (error instanceof Refused) return new ResponseError(ErrorCodes.InvalidRequest, error.message);
      this.log(what, error);
      return new ResponseError(
        ErrorCodes.InternalError,
        l10n.t('Dealgraph: {0} failed. The log says why.', what),
      );
    }
  }

  /** Runs work that nobody waits for. */
  async attempt(what: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.log(what, error);
    }
  }

  log(what: string, error: unknown): void {
    this.connection.console.error(
      `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}
