import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { isComment, tokensOf } from '../../language/tokens';
import { lineBreakOf } from '../../project/edits';
import { Change } from './change';
import { isOnHeader, type Place } from './place';
import type { Offer, Refactoring } from './refactoring';
import { hasOwnLines, rewritten, type TextEdit } from './rewritten';

/**
 * A block on one line as several, and back. Blocks with comments stay on several lines, which their comments need, and so
 * does what would not fit on a line: the formatter knows how wide one may be.
 */
export const blockStyle: Refactoring = {
  id: 'block-style',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  offers: (place) => {
    const { document, index, node, item } = place;
    const { open, close, properties = [] } = node.body ?? {};
    if (!open || !close || properties.length === 0 || !isOnHeader(place)) return [];
    if (!hasOwnLines(document, index)) return [];
    const inside = item.text.slice(open.end, close.start);
    if (!/[\r\n]/.test(inside)) return [onSeveralLines(place, open.end)];
    const texts = properties.map(({ start, end }) => item.text.slice(start, end));
    const hasComments = tokensOf(item).some(
      ({ kind, start }) => isComment(kind) && start >= open.end && start < close.start,
    );
    if (hasComments || texts.some((text) => /[\r\n]/.test(text))) return [];
    return onOneLine(place, { start: open.end, end: close.start, text: ` ${texts.join('; ')} ` });
  },
};

function onSeveralLines({ project, uri, index, item }: Place, at: number): Offer {
  const edit = { start: at, end: at, text: lineBreakOf(item.text) };
  return {
    title: l10n.t('Write each property on a line of its own'),
    change: () => new Change(project).rewrite(uri, index, [edit]),
  };
}

function onOneLine({ project, uri, index, document }: Place, edit: TextEdit): Offer[] {
  const set = rewritten(document, index, [edit]);
  const after = set && document.replace(set.start, set.end, set.text).item(index);
  const body = after?.declaration?.body;
  // A block that is too wide for a line is set on several again.
  if (!body || /[\r\n]/.test(after.text.slice(body.start, body.end))) return [];
  return [
    {
      title: l10n.t('Write the block on one line'),
      change: () => new Change(project).rewrite(uri, index, [edit]),
    },
  ];
}
