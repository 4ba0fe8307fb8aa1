import type { Range } from 'vscode-languageserver-types';
import type { DealDocument } from '../../language/document';
import type { Item } from '../../language/item';
import type { Finding } from '../../project/check';
import type { Findings } from '../../project/findings';

/** A finding with the item that it stands in. */
export interface FoundInItem {
  readonly finding: Finding;
  readonly item: Item;
  /** The index of the item. */
  readonly index: number;
}

/** The findings that stand where a range of a document touches them. */
export function* foundInRange(
  findings: Findings,
  document: DealDocument,
  range: Range,
): Generator<FoundInItem> {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const first = Math.max(0, document.indexAt(start) - 1);
  for (let index = first; index < document.itemCount && document.startOf(index) <= end; index++) {
    const item = document.item(index)!;
    const offset = document.startOf(index);
    for (const finding of findings.of(item)) {
      if (offset + finding.span.start <= end && offset + finding.span.end >= start)
        yield { finding, item, index };
    }
  }
}
