import { kinds } from '../../language/schema';
import { interpret } from '../../model/interpret';
import { lineBreakOf } from '../../project/edits';
import type { Project } from '../../project/project';
import type { DeclarationRecord } from '../record';
import { textOfRecords } from '../text-of';
import type { Imported, Importer } from './imported';
import { additionsFor } from './layout';
import { updateOf, type Update } from './update';

/** What an import changes, before anything is written. */
export interface ImportPlan {
  readonly imported: Imported;
  readonly update: Update;
  /** All that is new. */
  readonly records: readonly DeclarationRecord[];
  readonly addedDeals: number;
  /** The whole text of each file that is new or changed, by URI. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Plans what an import writes.
 * @param target the URI of the file that new deals go to; absent where they go to none
 */
export function planOf(
  importer: Importer,
  project: Project | undefined,
  target: string | undefined,
): ImportPlan {
  const imported = importer.finish();
  const update = updateOf(imported.deals, project);
  const added = update.added.map((deal) => ({
    ...deal,
    record: { ...deal.record, name: importer.freeName(deal.record.name) },
  }));
  const { sources, parties } = imported;
  const files = new Map(update.texts);
  if (target !== undefined) {
    for (const { path: uri, records } of additionsFor(target, imported, added, (path) =>
      dealsIn(project, path),
    )) {
      const before = files.get(uri) ?? project?.document(uri)?.text ?? '';
      files.set(uri, before.trim() === '' ? textOfRecords(records) : behind(before, textOfRecords(records)));
    }
  }
  return {
    imported,
    update,
    records: [...sources, ...parties, ...added.map(({ record }) => record)],
    addedDeals: added.length,
    files,
  };
}

function behind(before: string, more: string): string {
  const lineBreak = lineBreakOf(before);
  return `${before.trimEnd()}${lineBreak}${lineBreak}${more.replaceAll('\n', lineBreak)}`;
}

/** How many deals stand in a file; undefined where there is no such file. */
function dealsIn(project: Project | undefined, uri: string): number | undefined {
  const document = project?.document(uri);
  if (!document) return undefined;
  let count = 0;
  document.forEachItem((item) => {
    const kind = interpret(item)?.kind;
    if (kind !== undefined && kinds[kind].group === 'deal') count++;
  });
  return count;
}
