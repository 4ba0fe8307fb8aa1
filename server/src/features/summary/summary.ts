import * as l10n from '@vscode/l10n';
import { kinds } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import type { Declaration } from '../../model/declaration';
import { describeDate, onDay } from '../../values/date';
import { dealCard, dealSentence } from './deal';
import { ecosystemCard, ecosystemLine } from './ecosystem';
import { factCard, factSentence, sourceCard, sourceLine } from './fact';
import { escapeMarkdown, paragraphs } from './markdown';
import { kindLabel } from './names';
import { partyCard, partyLine } from './party';

/**
 * The card of any declaration, Markdown: what hover and tooltips show.
 * @param today what is seen as of another day says so
 */
export function cardOf(corpus: Corpus, declaration: Declaration, today = corpus.asOf): string {
  const day = dayText(corpus, today);
  switch (kinds[declaration.kind].group) {
    case 'party':
      return partyCard(corpus, declaration, day);
    case 'deal':
      return dealCard(corpus, declaration, day);
    case 'fact':
      return factCard(corpus, declaration);
    case 'evidence':
      return sourceCard(corpus, declaration);
    case 'view':
      return ecosystemCard(corpus, declaration, day);
    case 'vocabulary':
      return paragraphs(
        l10n.t('**{0}** · {1}', escapeMarkdown(declaration.title), kindLabel(declaration.kind)),
        declaration.node.documentation,
      );
  }
}

/** In the heading, where it is seen before anybody scrolls. */
function dayText({ asOf }: Corpus, today: number): string | undefined {
  return asOf === today ? undefined : l10n.t('*as of {0}*', describeDate(onDay(asOf)));
}

/** Any declaration in one line without markup. */
export function lineOf(corpus: Corpus, declaration: Declaration): string {
  switch (kinds[declaration.kind].group) {
    case 'party':
      return partyLine(corpus, declaration);
    case 'deal':
      return dealSentence(corpus, declaration);
    case 'fact':
      return factSentence(corpus, declaration);
    case 'evidence':
      return sourceLine(declaration) || kindLabel(declaration.kind);
    case 'view':
      return ecosystemLine(corpus, declaration);
    case 'vocabulary':
      return kindLabel(declaration.kind);
  }
}
