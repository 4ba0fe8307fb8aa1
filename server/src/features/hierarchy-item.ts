import * as l10n from '@vscode/l10n';
import { SymbolKind, type Range } from 'vscode-languageserver-types';
import { fitsTarget, kinds } from '../language/schema';
import type { Span } from '../language/tree';
import { nameSpan, type Declaration } from '../model/declaration';
import type { Project } from '../project/project';
import { locate, mentionSpan, nameAt, type Cursor } from './locations';
import { symbolKinds } from './symbol-kind';

/** What a hierarchy is asked about: it survives edits, as places do not. */
export interface HierarchyData {
  readonly name: string;
  /** The names on the way to it where ownership must not go in a circle, itself the last. */
  readonly path?: readonly string[];
}

/** Whether a client has handed back what it was told. */
export function isHierarchyData(data: unknown): data is HierarchyData {
  return typeof data === 'object' && data !== null && 'name' in data && typeof data.name === 'string';
}

/** An item of a type or call hierarchy, as the protocol has both. */
export interface HierarchyItem {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail: string;
  readonly uri: string;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly data: HierarchyData;
}

/** What stands at a place in a declaration, there where it stands. */
export function itemAt(
  project: Project,
  name: string,
  place: { readonly declaration: Declaration; readonly span: Span },
  detail: string,
  data: HierarchyData,
): HierarchyItem {
  const { uri, range } = locate(project, place.declaration, place.declaration.node);
  const selectionRange = locate(project, place.declaration, place.span).range;
  const declared = project.find(name);
  return {
    name: declared?.title ?? name,
    kind: declared ? symbolKinds[declared.kind] : SymbolKind.Null,
    detail: declared ? detail : [detail, l10n.t('not declared')].filter(Boolean).join(' · '),
    uri,
    range,
    selectionRange,
    data,
  };
}

/** A name where it is declared, else where it is mentioned. */
export function itemOf(
  project: Project,
  name: string,
  mentioned: { readonly declaration: Declaration; readonly span: Span },
  detail: string,
  data: HierarchyData,
): HierarchyItem {
  const declaration = project.find(name);
  const place = declaration ? { declaration, span: nameSpan(declaration) } : mentioned;
  return itemAt(project, name, place, detail, data);
}

/** The party or deal under a cursor. A venture is both; a name that nothing declares is what it is mentioned as. */
export function subjectAt(
  cursor: Cursor,
  groups: readonly ('party' | 'deal')[],
): { name: string; place: { declaration: Declaration; span: Span } } | undefined {
  const at = nameAt(cursor);
  if (!at) return undefined;
  const { name, mention } = at;
  const declared = mention ? cursor.project.find(name) : at.declaration;
  const isSubject = groups.some((group) =>
    declared
      ? kinds[declared.kind].group === group || fitsTarget(declared.kind, group)
      : mention?.target === group,
  );
  if (!isSubject) return undefined;
  const span = mention ? mentionSpan(mention) : nameSpan(at.declaration);
  return { name, place: { declaration: at.declaration, span } };
}
