import * as l10n from '@vscode/l10n';
import { excerpt } from '../../language/excerpt';
import { kinds } from '../../language/schema';
import type { Span } from '../../language/tree';
import { nameSpan, type Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { isBelow, pathBetween, prefixOf, readablePath } from '../../project/uri-path';
import { locate } from '../locations';
import type { Inline, Place } from './content';

/**
 * A text that leads to a declaration: its title, unless another one is given. Where links lead nowhere, the place is told of
 * what is stated there; whoever reads of a party looks for what it does.
 */
export function linkTo(project: Project, declaration: Declaration, text = declaration.title): Inline {
  const place = placeOf(project, declaration, nameSpan(declaration));
  const { group } = kinds[declaration.kind];
  const isStatement = group === 'deal' || group === 'fact';
  return { type: 'place', text, place, ...(isStatement && { inWords: placeInWords(project, place) }) };
}

/** A name that leads to what it stands for, or says that it stands for nothing. */
export function linkToName(project: Project, name: string): Inline {
  const declaration = project.find(name);
  return declaration ? linkTo(project, declaration) : l10n.t('{0} (not declared)', excerpt(name));
}

/** Where a span of a declaration is. */
export function placeOf(project: Project, declaration: Declaration, span: Span): Place {
  const { uri, range } = locate(project, declaration, span);
  return { uri, line: range.start.line };
}

/** A place as people write it: `claims.deal:12`, from the project's folder on. */
export function placeInWords({ root }: Project, { uri, line }: Place): string {
  const prefix = prefixOf(root);
  const path = isBelow(uri, root) ? uri.slice(prefix.length) : uri.slice(uri.lastIndexOf('/') + 1);
  return `${readablePath(path)}:${line + 1}`;
}

/**
 * Where a place is found from a folder: a relative path with the line behind it, as VS Code, GitHub and GitLab take it.
 * Undefined for what is in no folder, such as a file that was never saved.
 */
export function hrefFrom(folder: string | undefined): (place: Place) => string | undefined {
  return ({ uri, line }) => {
    const path = folder === undefined ? undefined : pathBetween(folder, uri);
    if (path === undefined) return undefined;
    const safe = path
      // What a URI may hold and a link in a table may not.
      .replace(/[()|[\]<>\\`*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    return `${/^[^/]*:/.test(safe) ? './' : ''}${safe}#L${line + 1}`;
  };
}
