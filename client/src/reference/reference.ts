import { type Disposable, l10n, workspace } from 'vscode';
import { referenceScheme } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';

/** Opens the reference of the language and the pages of checks as documents, which words and findings lead to. */
export function registerReference(server: LanguageServer): Disposable {
  return workspace.registerTextDocumentContentProvider(referenceScheme, {
    provideTextDocumentContent: async (uri, token) => {
      const { text } = await server.reference({ uri: uri.toString() }, token);
      return text ?? l10n.t('There is no such page.');
    },
  });
}
