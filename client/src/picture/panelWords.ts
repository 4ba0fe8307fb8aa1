import { l10n } from 'vscode';
import { translatedWords, type PageWords } from '../../../server/src/picture/page/words';

export type { PageWords as PanelWords };

/** All that a page says by itself, in the language of VS Code. */
export function panelWords(): PageWords {
  return translatedWords((english) => l10n.t(english));
}
