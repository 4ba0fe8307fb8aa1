import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { nearestWords } from '../language/nearest';

/** What to say of a code that no check has, and the codes that may be meant. */
export function unknownCheck(
  code: string,
  codes: readonly string[],
): { message: string; nearest: readonly string[] } {
  const nearest = nearestWords(code, codes);
  const alternatives = nearest.map((word) => `“${word}”`).join(', ');
  const message =
    nearest.length > 0
      ? l10n.t('There is no check “{0}”. Did you mean {1}?', excerpt(code), alternatives)
      : l10n.t('There is no check “{0}”.', excerpt(code));
  return { message, nearest };
}
