import { type Disposable, workspace } from 'vscode';
import { languageReferenceScheme } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';

/** Opens the reference of the language as a document, where “Go to Type Definition” leads from each of its words. */
export function registerLanguageReference(server: LanguageServer): Disposable {
  return workspace.registerTextDocumentContentProvider(languageReferenceScheme, {
    provideTextDocumentContent: async (_, token) => (await server.languageReference(token)).text,
  });
}
