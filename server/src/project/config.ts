import * as l10n from '@vscode/l10n';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import picomatch from 'picomatch';

/** The name of the file that makes its folder a project. */
export const configFileName = 'dealgraph.json';

/** What a project says about itself in `dealgraph.json`. */
export interface ProjectConfig {
  /** Whether a file, by its path relative to the project's folder with `/` between, belongs to the project. */
  readonly includes: (path: string) => boolean;
}

/** Something in `dealgraph.json` that cannot be used; offsets into its text. */
export interface ConfigProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export const defaultConfig: ProjectConfig = { includes: () => true };

/** Reads `dealgraph.json`. What is wrong in it is reported and left out; the rest holds. */
export function readConfig(text: string): { config: ProjectConfig; problems: ConfigProblem[] } {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const problems: ConfigProblem[] = errors.map(({ error, offset, length }) => ({
    start: offset,
    end: offset + length,
    message: l10n.t('{0} cannot be read here: {1}.', configFileName, printParseErrorCode(error)),
  }));
  const whole = { start: 0, end: text.length };
  if (errors.length === 0 && (typeof value !== 'object' || value === null || Array.isArray(value))) {
    problems.push({ ...whole, message: l10n.t('{0} holds one object in braces.', configFileName) });
  }
  const settings = typeof value === 'object' && value !== null ? value : {};
  const globs = (key: 'include' | 'exclude'): string[] => {
    const list: unknown = Object.entries(settings).find(([name]) => name === key)?.[1];
    if (list === undefined) return [];
    if (Array.isArray(list) && list.every((glob) => typeof glob === 'string')) return list;
    problems.push({
      ...whole,
      message: l10n.t('“{0}” is a list of globs, as in "{0}": ["drafts/**"].', key),
    });
    return [];
  };
  const include = globs('include');
  const exclude = globs('exclude');
  const isIncluded = include.length > 0 ? picomatch(include, { dot: true }) : () => true;
  const isExcluded = exclude.length > 0 ? picomatch(exclude, { dot: true }) : () => false;
  return { config: { includes: (path) => isIncluded(path) && !isExcluded(path) }, problems };
}
