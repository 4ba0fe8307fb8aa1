import * as l10n from '@vscode/l10n';
import {
  findNodeAtLocation,
  getNodeValue,
  parse,
  parseTree,
  printParseErrorCode,
  type Node as JsonNode,
  type ParseError,
} from 'jsonc-parser';
import picomatch from 'picomatch';
import { defaultSettings, type CorpusSettings } from '../model/corpus';
import { findCurrency, nearestCurrencies } from '../values/currency';
import { readDay } from '../values/day';
import { readMoney } from '../values/money';
import { isExact } from '../values/range';
import type { Severity } from './check';
import { deepestJson, lineNestedDeeper } from './json-depth';
import { unknownCheck } from './unknown-check';

/** The name of the file that makes its folder a project. */
export const configFileName = 'dealgraph.json';

/** What a project says about itself in `dealgraph.json`. */
export interface ProjectConfig {
  /** Whether a file, by its path relative to the project's folder with `/` between, belongs to the project. */
  readonly includes: (path: string) => boolean;
  /** How severe a check's findings are by its code, where the project says so. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** The day as of which the project is seen; undefined for today. */
  readonly asOf: number | undefined;
  readonly settings: CorpusSettings;
}

/** Something in `dealgraph.json` that cannot be used; offsets into its text. */
export interface ConfigProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export const defaultConfig: ProjectConfig = {
  includes: () => true,
  severities: new Map(),
  asOf: undefined,
  settings: defaultSettings,
};

/** What a severity can be set to, for messages and the schema. */
export const severitySettings: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'off'];

/**
 * Reads `dealgraph.json`. What is wrong in it is reported and left out; the rest holds.
 * @param codes of all checks
 */
export function readConfig(
  text: string,
  codes: readonly string[],
): { config: ProjectConfig; problems: ConfigProblem[] } {
  if (lineNestedDeeper(text, deepestJson) !== undefined) {
    const message = l10n.t('{0} is nested more than {1} deep.', configFileName, deepestJson);
    return { config: defaultConfig, problems: [{ start: 0, end: text.length, message }] };
  }
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
  const severities = tree ? readSeverities(tree, codes, problems) : new Map<string, Severity | 'off'>();
  const view = tree && new ViewReader(tree, problems);
  return {
    config: {
      includes: (path) => (isIncluded?.(path) ?? true) && !(isExcluded?.(path) ?? false),
      severities,
      asOf: view?.asOf(),
      settings: view?.settings() ?? defaultSettings,
    },
    problems,
  };
}

/** Reads how a project wants to be looked at. */
class ViewReader {
  constructor(
    private readonly tree: JsonNode,
    private readonly problems: ConfigProblem[],
  ) {}

  /** The last day of the date, so that all that is dated in a month or year is in it. */
  asOf(): number | undefined {
    return this.read(
      'asOf',
      l10n.t('“asOf” is a day, a month or a year, as in "asOf": "2025-01-31".'),
      (value) => {
        const day = typeof value === 'string' ? readDay(value) : undefined;
        return day?.ok ? day.value : undefined;
      },
    );
  }

  settings(): CorpusSettings {
    return {
      baseCurrency: this.baseCurrency() ?? defaultSettings.baseCurrency,
      staleAfterDays: this.staleAfterDays() ?? defaultSettings.staleAfterDays,
      secondSourceAbove: this.secondSourceAbove() ?? defaultSettings.secondSourceAbove,
    };
  }

  private baseCurrency(): string | undefined {
    const node = findNodeAtLocation(this.tree, ['baseCurrency']);
    const near = typeof node?.value === 'string' ? nearestCurrencies(node.value) : [];
    const message =
      near.length > 0
        ? l10n.t(
            '“{0}” is no currency. Did you mean {1}?',
            String(node?.value),
            near.map((code) => `“${code}”`).join(', '),
          )
        : l10n.t('“baseCurrency” is a code of ISO 4217, as in "baseCurrency": "USD".');
    return this.read('baseCurrency', message, (value) =>
      typeof value === 'string' ? findCurrency(value)?.code : undefined,
    );
  }

  private staleAfterDays(): number | undefined {
    return this.read(
      'staleAfterDays',
      l10n.t('“staleAfterDays” is a number of days from 1 on, as in "staleAfterDays": 90.'),
      (value) => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined),
    );
  }

  private secondSourceAbove(): CorpusSettings['secondSourceAbove'] {
    return this.read(
      'secondSourceAbove',
      l10n.t('“secondSourceAbove” is an exact amount, as in "secondSourceAbove": "$1B".'),
      (value) => {
        const money = typeof value === 'string' ? readMoney(value) : undefined;
        return money?.ok && !money.value.per && isExact(money.value.range) ? money.value : undefined;
      },
    );
  }

  /** A value by its key; undefined where it is missing or, with a problem, where it cannot be used. */
  private read<T>(key: string, message: string, accept: (value: unknown) => T | undefined): T | undefined {
    const node = findNodeAtLocation(this.tree, [key]);
    if (!node) return undefined;
    const accepted = accept(getNodeValue(node));
    if (accepted === undefined)
      this.problems.push({ start: node.offset, end: node.offset + node.length, message });
    return accepted;
  }
}

function readSeverities(
  tree: JsonNode,
  codes: readonly string[],
  problems: ConfigProblem[],
): Map<string, Severity | 'off'> {
  const severities = new Map<string, Severity | 'off'>();
  const node = findNodeAtLocation(tree, ['checks']);
  if (!node) return severities;
  const report = ({ offset, length }: JsonNode, message: string) =>
    problems.push({ start: offset, end: offset + length, message });
  if (node.type !== 'object') {
    report(node, l10n.t('“checks” holds a severity by check, as in "checks": { "no-source": "error" }.'));
    return severities;
  }
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (!key || !value) continue;
    const code = String(key.value);
    const severity = severitySettings.find((setting) => setting === value.value);
    if (!codes.includes(code)) {
      report(key, unknownCheck(code, codes).message);
    } else if (!severity) {
      report(
        value,
        l10n.t('A severity is one of {0}.', severitySettings.map((word) => `"${word}"`).join(', ')),
      );
    } else severities.set(code, severity);
  }
  return severities;
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
