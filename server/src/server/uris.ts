import { URI } from 'vscode-uri';

/** One spelling for each URI: clients escape the same path in different ways. */
export class Uris {
  private readonly known = new Map<string, string>();

  normalize(uri: string): string {
    let normalized = this.known.get(uri);
    if (normalized === undefined) {
      const full = URI.parse(uri);
      // Some editors open a file that a link leads to under an address with the line in it.
      const parsed = isPlace(full.fragment) ? full.with({ fragment: null }) : full;
      // The root of a file system is nothing but a slash.
      normalized = parsed.path.length > 1 ? parsed.toString().replace(/\/$/, '') : parsed.toString();
      this.known.set(uri, normalized);
    }
    return normalized;
  }

  /** Nobody is expected to ask for that spelling again. */
  forget(uri: string): void {
    this.known.delete(uri);
  }
}

/** Whether a fragment stands for lines of a file, and not for a document in it. */
function isPlace(fragment: string): boolean {
  return /^L\d+(,\d+)?(-L?\d+(,\d+)?)?$/.test(fragment);
}

/**
 * Whether a document is no file of the user's but another program's view of one, such as the old side of a
 * comparison or the preview of a rename.
 */
export function isForeign(uri: string): boolean {
  return /^(git|gitfs|gitlens|review|pr|vscode-local-history|vscode-scm|vscode-bulkeditpreview[\w-]*|conflictResolution|chat-editing[\w-]*):/i.test(
    uri,
  );
}
