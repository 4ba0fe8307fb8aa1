import { CodeActionKind } from 'vscode-languageserver-types';

/** Mends all that is certain; what runs on saving where the user wants that. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.dealgraph`;

/** The check whose certain fixes a kind asks for, as `source.fixAll.dealgraph.lei` does; undefined for other kinds. */
export function codeOfFixAll(kind: string): string | undefined {
  return kind.startsWith(`${fixAllKind}.`) ? kind.slice(fixAllKind.length + 1) : undefined;
}

/** Puts the declarations of a file in order. */
export const organizeKind = 'source.organize.dealgraph';

/** Silences a finding instead of mending it. */
export const ignoreKind = `${CodeActionKind.QuickFix}.ignore`;

/** The kinds of all actions that there are. */
export const actionKinds: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  fixAllKind,
  organizeKind,
];

/** Whether an action of a kind is asked for: a kind stands for all below it, and without any all are. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => isWithin(kind, wanted));
}

/** Whether a kind is another one or below it: `refactor.extract` is within `refactor`. */
export function isWithin(kind: string, above: string): boolean {
  return above === '' || kind === above || kind.startsWith(`${above}.`);
}
