import { window } from 'vscode';
import { plainFailure, plainMessage } from './plainMessage';

/** Tells something. @returns which of the buttons was chosen */
export function tellInformation(text: string, ...buttons: string[]): Thenable<string | undefined> {
  return window.showInformationMessage(plainMessage(text), ...buttons);
}

/** Warns of something. @returns which of the buttons was chosen */
export function tellWarning(text: string, ...buttons: string[]): Thenable<string | undefined> {
  return window.showWarningMessage(plainMessage(text), ...buttons);
}

/** Tells what went wrong. */
export function tellFailure(error: unknown): void {
  void window.showErrorMessage(plainFailure(error));
}
