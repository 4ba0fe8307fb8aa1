import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { excerpt } from '../../language/excerpt';
import { writeName } from '../../language/quote';
import type { Span } from '../../language/tree';
import { isProperty, takesProperty } from '../../language/schema';
import { fits, nameSpan, type Declaration, type Mention } from '../../model/declaration';
import type { Project } from '../../project/project';
import { freeName } from '../free-name';
import { mentionSpan } from '../locations';
import { Change } from './change';
import { isOnHeader } from './place';
import type { Refactoring } from './refactoring';

/**
 * Another name for a declaration whose name another one before it has. What mentions the name means the first one and
 * stays, but for places where none of the others can stand: a citation of `Reuters` means the source, not the company, and
 * `Series.amount` the round.
 */
export const renameDuplicate: Refactoring = {
  id: 'rename-duplicate',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  mends: ['duplicate-name'],
  isCostly: true,
  offers: (place) => {
    const { declaration, project, isWhole } = place;
    // Whether a name is free is known where all files are read.
    if (!isWhole || !isOnHeader(place)) return [];
    const [first] = project.declarationsOf(declaration.name);
    if (!first || first === declaration) return [];
    const name = freeName(project, declaration.name);
    return [
      {
        title: l10n.t('Rename this one to “{0}”', excerpt(name)),
        change: () => renamed(project, declaration, writeName(name)),
      },
    ];
  },
};

function renamed(project: Project, declaration: Declaration, text: string): Change {
  const change = new Change(project);
  const rename = (at: Declaration, { start, end }: Span) => {
    const { uri, document, index } = project.siteOf(at);
    const offset = document.startOf(index);
    change.replace(uri, { start: offset + start, end: offset + end, text });
  };
  rename(declaration, nameSpan(declaration));
  const others = project.declarationsOf(declaration.name).filter((other) => other !== declaration);
  for (const { declaration: at, mention } of project.mentionsOf(declaration.name)) {
    if (isMeant(declaration, mention) && !others.some((other) => isMeant(other, mention)))
      rename(at, mentionSpan(mention));
  }
  return change;
}

/** Whether a declaration can stand where a name is mentioned, and has the property that is meant there. */
function isMeant(declaration: Declaration, mention: Mention): boolean {
  const path = mention.path?.text;
  const hasPath = path === undefined || (isProperty(path) && takesProperty(declaration.kind, path));
  return hasPath && fits(declaration, mention);
}
