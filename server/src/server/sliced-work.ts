import * as l10n from '@vscode/l10n';
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Slices } from '../project/slices';
import type { Defects } from './defects';

/** What a request is answered with that its client has cancelled. */
export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, l10n.t('Nobody waits for the answer any more.'));
}

/**
 * Works out an answer in slices, between which others have their turn, until nobody waits for it. A defect answers with
 * an error.
 * @param what the answer is about, for the log
 * @param steps yields how much work each step was, in what the slices are counted in
 */
export async function workedOut<T>(
  what: string,
  steps: Generator<number, T>,
  slices: Slices,
  defects: Defects,
  token: CancellationToken,
): Promise<T | ResponseError> {
  for (;;) {
    if (token.isCancellationRequested) return cancelled();
    const outcome: { value?: IteratorReturnResult<T> | ResponseError | undefined } = {};
    await slices.do((room) => {
      let done = 0;
      outcome.value = defects.isolated(what, () => {
        for (;;) {
          const step = steps.next();
          if (step.done) return step;
          done += step.value;
          if (done >= room) return undefined;
        }
      });
      return done;
    });
    const { value } = outcome;
    if (value) return value instanceof ResponseError ? value : value.value;
  }
}
