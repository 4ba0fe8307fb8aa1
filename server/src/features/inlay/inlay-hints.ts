import { MarkupKind, type InlayHint, type Range } from 'vscode-languageserver-types';
import type { DealDocument } from '../../language/document';
import { kinds } from '../../language/schema';
import { interpret } from '../../model/interpret';
import type { Project } from '../../project/project';
import type { InlayHintSettings } from '../../protocol';
import { forEachItem, placeOf } from '../item-places';
import { escapeMarkdown } from '../summary/markdown';
import { baseValues } from './base-value';
import type { LineHint } from './hint';
import { lineSums } from './line-sums';
import { stepUps, valuationsIn } from './step-up';
import { talkAge } from './talk-age';

/** What figures come to and how old news is, behind the lines of a range of a document; what is switched on of it. */
export function inlayHintsIn(
  project: Project,
  document: DealDocument,
  range: Range,
  settings: InlayHintSettings,
): InlayHint[] {
  const hints: InlayHint[] = [];
  const valuations = valuationsIn(project);
  // There is no item at any place of an empty document.
  const first = Math.max(0, document.indexAt(document.offsetAt(range.start)));
  const end = document.indexAt(document.offsetAt(range.end)) + 1;
  const visit: Parameters<typeof forEachItem>[1] = (item, line, column) => {
    const declaration = interpret(item);
    if (!declaration) return;
    const isDeal = kinds[declaration.kind].group === 'deal';
    const found: LineHint[] = [
      ...(isDeal && settings.sums ? lineSums(declaration) : []),
      ...(isDeal && settings.baseCurrency ? baseValues(project, declaration) : []),
      ...(isDeal && settings.age ? talkAge(project, declaration) : []),
      ...(settings.stepUp ? stepUps(declaration, valuations) : []),
    ];
    for (const { fact, text, tooltip } of found) {
      // Behind the line, so that what stands in it stays in its columns.
      const position = placeOf(item, fact.node.end, line, column);
      if (position.line < range.start.line || position.line > range.end.line) continue;
      hints.push({
        position,
        // Padding alone sets it as close as a letter.
        label: ` ${text}`,
        paddingLeft: true,
        ...(tooltip !== undefined && {
          tooltip: { kind: MarkupKind.Markdown, value: escapeMarkdown(tooltip) },
        }),
      });
    }
  };
  forEachItem(document, visit, Math.min(first, document.itemCount), Math.min(end, document.itemCount));
  return hints.sort(
    (a, b) => a.position.line - b.position.line || a.position.character - b.position.character,
  );
}
