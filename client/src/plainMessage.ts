/**
 * A text for a notification, in which VS Code makes links of `[text](command:…)` and runs the command on a click. Names
 * of deal files, of files and of settings are anybody's, so that nothing becomes a link.
 */
export function plainMessage(text: string): string {
  return text.replaceAll('](', ']\u200b(');
}

/** What went wrong, in words for a notification. */
export function plainFailure(error: unknown): string {
  return plainMessage(error instanceof Error ? error.message : String(error));
}
