import * as l10n from '@vscode/l10n';
import {
  findNodeAtLocation,
  getNodeValue,
  parse,
  parseTree,
  printParseErrorCode,
  type ParseError,
} from 'jsonc-parser';
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
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const matcher = (key: 'include' | 'exclude'): Matcher | undefined => {
    const node = tree && findNodeAtLocation(tree, [key]);
    if (!node) return undefined;
    const globs: unknown = getNodeValue(node);
    if (Array.isArray(globs) && globs.every(isGlob)) return globs.length > 0 ? matcherOf(globs) : undefined;
    problems.push({
      start: node.offset,
      end: node.offset + node.length,
      message: l10n.t('“{0}” is a list of globs, as in "{0}": ["drafts/**"].', key),
    });
    return undefined;
  };
  const isIncluded = matcher('include');
  const isExcluded = matcher('exclude');
  return {
    config: { includes: (path) => (isIncluded?.(path) ?? true) && !(isExcluded?.(path) ?? false) },
    problems,
  };
}

type Matcher = (path: string) => boolean;

function matcherOf(globs: readonly string[]): Matcher {
  return picomatch([...globs], { dot: true });
}

/** Whether a value is a glob that can be matched with. */
function isGlob(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    matcherOf([value]);
    return true;
  } catch {
    return false;
  }
}
