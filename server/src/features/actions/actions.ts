import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { Span } from '../../language/tree';
import type { Findings } from '../../project/findings';
import { fixAllIn, fixAllOf } from './fix-all';
import { declaringAt } from './declare-name';
import { ratesAt } from './declare-rate';
import { codeOfFixAll, fixAllKind, ignoreKind, isWanted, isWithin } from './kinds';
import { holds, placeIn, type FilePlace } from './place';
import { diagnosticOf, quickFixesAt } from './quick-fixes';
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
  const fixes =
    findings && wanted(CodeActionKind.QuickFix)
      ? quickFixesAt(project, findings, document, spelled, range, client)
      : [];
  const actions = fixes.filter(({ kind }) => kind !== ignoreKind);
  if (findings && wanted(CodeActionKind.QuickFix)) {
    actions.push(...declaringAt(project, findings, document, spelled, range), ...ratesAt(request));
  }
  for (const refactoring of refactorings) {
    actions.push(...offeredBy(refactoring, request, wanted));
  }
  if (findings) actions.push(...fixAll(findings, request, wanted(fixAllKind)));
  // Whatever mends it comes before what silences it.
  return [...actions, ...fixes.filter(({ kind }) => kind === ignoreKind)];
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
  const place = placeIn(request, selectedIn(request));
  return place ? refactoring.offers(place) : [];
}

function offeredBy(
  refactoring: Refactoring | FileAction,
  request: ActionRequest,
  wanted: (kind: string) => boolean,
): CodeAction[] {
  const { client, spelled: uri, range, only, isAutomatic } = request;
  const { id, isCostly } = refactoring;
  const mended = wanted(CodeActionKind.QuickFix) ? mendedBy(refactoring, request) : [];
  const kind = mended.length > 0 ? CodeActionKind.QuickFix : refactoring.kind;
  // What takes long to look for is not looked for where nobody asks, unless a finding points to it.
  const isSpared = isCostly && isAutomatic && only === undefined && mended.length === 0;
  const isFixOnly = refactoring.scope === 'declaration' && refactoring.isFixOnly;
  if (isSpared || !wanted(kind) || (isFixOnly && mended.length === 0)) return [];
  return offersOf(refactoring, request).flatMap(({ title, refused, preferred, change }): CodeAction[] => {
    const action = {
      title,
      kind,
      ...(mended.length > 0 && { diagnostics: mended, ...(preferred && { isPreferred: true }) }),
    };
    if (refused !== undefined)
      return client.showsRefused ? [{ ...action, disabled: { reason: refused } }] : [];
    if (isCostly && client.resolvesEdits)
      return [{ ...action, data: { uri, range, id } satisfies ActionData }];
    const made = change();
    return made ? [{ ...action, edit: editOf(made, request) }] : [];
  });
}

/** The findings in what is selected that a refactoring mends. */
function mendedBy(refactoring: Refactoring | FileAction, request: ActionRequest): Diagnostic[] {
  const { findings, document } = request;
  if (refactoring.scope === 'file' || !refactoring.mends || !findings) return [];
  const { mends } = refactoring;
  const place = placeIn(request, selectedIn(request));
  if (!place) return [];
  return findings
    .of(place.item)
    .filter(({ code, span }) => mends.includes(code) && holds(span, place.span))
    .map((finding) => diagnosticOf(document, place.index, finding));
}

function selectedIn({ document, range }: ActionRequest): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** What mends all of a file, or of one sort where the kind of one is asked for. */
function fixAll(findings: Findings, request: ActionRequest, isAll: boolean): CodeAction[] {
  const { project, document, only = [] } = request;
  const offered = isAll
    ? [{ kind: fixAllKind, all: fixAllIn(project, findings, document) }]
    : only.flatMap((kind) => {
        const code = codeOfFixAll(kind);
        return code === undefined ? [] : [{ kind, all: fixAllOf(project, findings, document, code) }];
      });
  return offered.flatMap(({ kind, all }) =>
    all ? [{ title: all.title, kind, edit: editOf(all.change, request) }] : [],
  );
}

function editOf(change: NonNullable<ReturnType<Offer['change']>>, { client, uri, spelled }: ActionRequest) {
  return change.toWorkspaceEdit(client, (own) => (own === uri ? spelled : own));
}
