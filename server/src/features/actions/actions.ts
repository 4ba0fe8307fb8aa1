import type { CodeAction, Range } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { Findings } from '../../project/findings';
import { fixAllIn } from './fix-all';
import { fixAllKind, isWanted, isWithin } from './kinds';
import { placeIn, type FilePlace } from './place';
import { quickFixesAt } from './quick-fixes';
import type { FileAction, Offer, Refactoring } from './refactoring';
import { refactorings } from './registry';

/** What is asked: which actions there are for a range of a file. */
export interface ActionRequest extends FilePlace {
  /** What is found wrong in the project; undefined where nothing is looked for. */
  readonly findings: Findings | undefined;
  /** How the client spells the URI of the file. */
  readonly spelled: string;
  readonly range: Range;
  /** The kinds that are asked for; all without it. */
  readonly only: readonly string[] | undefined;
  /** Whether nobody asked: the cursor has moved, or the file is saved. */
  readonly isAutomatic: boolean;
}

/** What a client hands back to have the edit of an action worked out. */
export interface ActionData {
  readonly uri: string;
  readonly range: Range;
  readonly id: string;
}

/** What an action hands back; undefined for one that has its edit. */
export function dataOf({ data }: CodeAction): ActionData | undefined {
  return isActionData(data) ? data : undefined;
}

function isActionData(data: unknown): data is ActionData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'range' in data && 'id' in data;
}

/**
 * Quick fixes, then refactorings, then what concerns a whole file. Where nobody asks, the latter are given only by their
 * kind: that is how an editor asks for them on saving.
 */
export function actionsAt(request: ActionRequest): CodeAction[] {
  const { only, findings, isAutomatic } = request;
  const { project, document, spelled, range, client } = request;
  const isUnasked = isAutomatic && only === undefined;
  const wanted = (kind: string) =>
    isWanted(kind, only) && !(isUnasked && isWithin(kind, CodeActionKind.Source));
  const actions =
    findings && wanted(CodeActionKind.QuickFix)
      ? quickFixesAt(project, findings, document, spelled, range, client)
      : [];
  for (const refactoring of refactorings) {
    if (wanted(refactoring.kind)) actions.push(...offeredBy(refactoring, request));
  }
  if (findings && wanted(fixAllKind)) actions.push(...fixAll(findings, request));
  return actions;
}

/**
 * An action with its edit, as the text is now.
 *
 * @returns undefined where the text has changed so that it is not offered there any more
 */
export function resolvedAction(
  action: CodeAction,
  { id }: ActionData,
  request: ActionRequest,
): CodeAction | undefined {
  const refactoring = refactorings.find((candidate) => candidate.id === id);
  const offer = refactoring && offersOf(refactoring, request).find(({ title }) => title === action.title);
  if (!offer || offer.refused !== undefined) return undefined;
  const change = offer.change();
  return { ...action, edit: change ? editOf(change, request) : { changes: {} } };
}

function offersOf(refactoring: Refactoring | FileAction, request: ActionRequest): readonly Offer[] {
  if (refactoring.scope === 'file') return refactoring.offers(request);
  const { document, range } = request;
  const selected = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const place = placeIn(request, selected);
  return place ? refactoring.offers(place) : [];
}

function offeredBy(refactoring: Refactoring | FileAction, request: ActionRequest): CodeAction[] {
  const { client, spelled: uri, range } = request;
  const { id, kind, isCostly } = refactoring;
  return offersOf(refactoring, request).flatMap(({ title, refused, change }): CodeAction[] => {
    if (refused !== undefined) {
      return client.showsRefused ? [{ title, kind, disabled: { reason: refused } }] : [];
    }
    if (isCostly && client.resolvesEdits)
      return [{ title, kind, data: { uri, range, id } satisfies ActionData }];
    const made = change();
    return made ? [{ title, kind, edit: editOf(made, request) }] : [];
  });
}

function fixAll(findings: Findings, request: ActionRequest): CodeAction[] {
  const all = fixAllIn(request.project, findings, request.document);
  return all ? [{ title: all.title, kind: fixAllKind, edit: editOf(all.change, request) }] : [];
}

function editOf(change: NonNullable<ReturnType<Offer['change']>>, { client, uri, spelled }: ActionRequest) {
  return change.toWorkspaceEdit(client, (own) => (own === uri ? spelled : own));
}
